//! A real pseudo-terminal with the program in it, and what a player's terminal would show.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long anything may take before it counts as hanging.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program at a terminal.
pub(crate) struct Terminal {
    pub(crate) screen: vt100::Parser,
    bytes: Receiver<Vec<u8>>,
    keys: Sender<Vec<u8>>,
    pub(crate) program: Program,
    master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Starts `mingle` with these arguments; what it keeps goes below `home`.
    pub(crate) fn start(home: &Path, (rows, cols): (u16, u16), args: &[&str]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_mingle"));
        command.args(args);
        Self::spawn(home, (rows, cols), command)
    }

    /// Starts it under a leader that does not care for hang-ups, as `ssh` and `sudo` do.
    pub(crate) fn start_under_a_leader(home: &Path, size: (u16, u16), args: &[&str]) -> Self {
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", "trap '' HUP; \"$0\" \"$@\"; exit $?", env!("CARGO_BIN_EXE_mingle")]);
        command.args(args);
        Self::spawn(home, size, command)
    }

    fn spawn(home: &Path, (rows, cols): (u16, u16), mut command: CommandBuilder) -> Self {
        command.env("XDG_STATE_HOME", home);
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        let pair = native_pty_system().openpty(of(rows, cols)).expect("a pseudo-terminal");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let mut writer = pair.master.take_writer().expect("a writer");
        let (keys, pressed) = channel::<Vec<u8>>();
        // Writing blocks when nobody reads; a test must not.
        std::thread::spawn(move || {
            for keys in pressed {
                if writer.write_all(&keys).and_then(|()| writer.flush()).is_err() {
                    break;
                }
            }
        });
        let (send, bytes) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 16 * 1024];
            while let Ok(n) = reader.read(&mut buffer) {
                if n == 0 || send.send(buffer[..n].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { screen: parser(rows, cols), bytes, keys, program: Program(child), master: pair.master }
    }

    /// Waits until the screen fulfils a condition.
    pub(crate) fn until(&mut self, what: &str, fits: impl Fn(&vt100::Screen) -> bool) {
        let begun = Instant::now();
        while !fits(self.screen.screen()) {
            assert!(begun.elapsed() < PATIENCE, "{what}:\n{}", self.screen.screen().contents());
            self.look(Duration::from_millis(50));
        }
    }

    /// Waits until some words are on the screen.
    pub(crate) fn until_shown(&mut self, words: &str) {
        self.until(words, |screen| screen.contents().contains(words));
    }

    /// Takes in what was drawn, waiting for it at most so long; whether anything was.
    pub(crate) fn look(&mut self, patience: Duration) -> bool {
        match self.bytes.recv_timeout(patience) {
            Ok(bytes) => {
                self.screen.process(&bytes);
                true
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => {
                // Nothing will come any more: do not let a loop around this spin.
                std::thread::sleep(patience.min(Duration::from_millis(10)));
                false
            }
        }
    }

    /// Takes in everything that was drawn so far.
    pub(crate) fn catch_up(&mut self) {
        while self.look(Duration::ZERO) {}
    }

    /// Presses keys; that nobody reads them any more is no failure.
    pub(crate) fn press(&self, keys: &[u8]) {
        let _ = self.keys.send(keys.to_vec());
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, rows: u16, cols: u16) {
        self.master.resize(of(rows, cols)).expect("a terminal can be resized");
        self.screen = parser(rows, cols);
    }

    /// Waits until it ended; its exit code. What it drew meanwhile is on the screen.
    pub(crate) fn exit_code(&mut self, within: Duration) -> u32 {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.program.ended() {
                while self.look(Duration::from_millis(30)) {}
                return status.exit_code();
            }
            assert!(begun.elapsed() < within, "it goes on:\n{}", self.screen.screen().contents());
            self.look(Duration::from_millis(10));
        }
    }

    /// Takes the terminal away, as when a connection drops or a window is closed. The reader only notices when
    /// something is drawn, so a key goes in first.
    pub(crate) fn vanish(self, key: &[u8]) -> Program {
        let Self { bytes, keys, program, master, .. } = self;
        drop(bytes);
        let _ = keys.send(key.to_vec());
        drop(keys);
        drop(master);
        program
    }

    /// Whether nothing is left switched on.
    pub(crate) fn is_clean(screen: &vt100::Screen) -> bool {
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }
}

/// The process; it ends with the test, however that ends.
pub(crate) struct Program(Box<dyn Child + Send + Sync>);

impl Program {
    /// Its number.
    pub(crate) fn number(&self) -> u32 {
        self.0.process_id().expect("it runs")
    }

    /// Sends a signal by name.
    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.number().to_string()]).status();
        assert!(sent.expect("kill runs").success());
    }

    /// How it ended, if it did.
    pub(crate) fn ended(&mut self) -> Option<ExitStatus> {
        self.0.try_wait().expect("its state can be asked for")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn parser(rows: u16, cols: u16) -> vt100::Parser {
    let cells = |count| NonZero::new(count).expect("a terminal has cells");
    vt100::Parser::new(cells(rows), cells(cols), 0)
}

const fn of(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}
