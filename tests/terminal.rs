//! The program in a real pseudo-terminal: it starts, plays, and leaves the terminal as it found it.
#![cfg(unix)]

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

struct Terminal {
    screen: vt100::Parser,
    bytes: Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    fn start(rows: u16, cols: u16) -> Self {
        let state = std::env::temp_dir().join(format!("mingle-pty-{}-{rows}x{cols}", std::process::id()));
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_mingle"));
        command.args(["play", "opening-week", "--anew"]);
        command.env("XDG_STATE_HOME", state);
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keys = pair.master.take_writer().expect("a writer");
        let (send, bytes) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(n) = reader.read(&mut buffer) {
                if n == 0 || send.send(buffer[..n].to_vec()).is_err() {
                    break;
                }
            }
        });
        let of = |cells| NonZero::new(cells).expect("a terminal has cells");
        let screen = vt100::Parser::new(of(rows), of(cols), 0);
        Self { screen, bytes, keys, child, _master: pair.master }
    }

    /// Waits until the screen fulfils a condition.
    fn until(&mut self, what: &str, fits: impl Fn(&vt100::Screen) -> bool) {
        let begun = Instant::now();
        while !fits(self.screen.screen()) {
            assert!(
                begun.elapsed() < Duration::from_secs(30),
                "{what}:\n{}",
                self.screen.screen().contents()
            );
            if let Ok(bytes) = self.bytes.recv_timeout(Duration::from_millis(50)) {
                self.screen.process(&bytes);
            }
        }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("keys go in");
        self.keys.flush().expect("keys go in");
    }

    fn is_clean(screen: &vt100::Screen) -> bool {
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }
}

#[test]
fn it_starts_posts_and_quits() {
    let mut terminal = Terminal::start(24, 80);
    terminal.until("the briefing", |screen| screen.contents().contains("Halfpenny Loaf"));
    assert!(terminal.screen.screen().alternate_screen());
    terminal.press("\r");
    terminal.until("the room", |screen| screen.contents().contains("Coffee klatch"));
    terminal.press("p");
    terminal.until("the composer", |screen| screen.contents().contains("of 600"));
    terminal.press("Nora dropped the eggs. What did you drop today?\x13");
    terminal.until("the post", |screen| screen.contents().contains("Halfpenny Loaf (you)"));
    terminal.press("\x03\x03");
    terminal.until("a clean terminal", Terminal::is_clean);
    assert!(terminal.child.wait().expect("it ends").success());
}

#[test]
fn it_survives_a_tiny_terminal_and_a_signal() {
    let mut terminal = Terminal::start(3, 10);
    terminal.until("the alternate screen", vt100::Screen::alternate_screen);
    let process = terminal.child.process_id().expect("it runs").to_string();
    let kill = std::process::Command::new("kill").args(["-TERM", &process]).status();
    assert!(kill.expect("kill runs").success());
    terminal.until("a clean terminal", Terminal::is_clean);
    assert_eq!(terminal.child.wait().expect("it ends").exit_code(), 143);
}
