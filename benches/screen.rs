//! Times a full frame of the screen at 200x60, a whole play of the shipped scenario by the host, typing,
//! and how long the program takes from its start to its first frame in a real pseudo-terminal.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use mingle::game::Sitting;
use mingle::lab::policy::{Policy, play};
use mingle::scenario::{Scenario, load, shipped};
use mingle::tui::{App, Options, Signal, Start};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn main() {
    divan::main();
}

fn scenario() -> Arc<Scenario> {
    let (name, source) = shipped()[0];
    Arc::new(load(name, source, None).expect("the shipped scenario has no faults"))
}

#[divan::bench]
fn frame_200x60(bencher: divan::Bencher) {
    let mut sitting = Sitting::new(scenario(), 1);
    sitting.advance(600);
    let mut app = App::new(Start::Play(Box::new(sitting), None), Options::default());
    let mut terminal = Terminal::new(TestBackend::new(200, 60)).expect("a screen in memory");
    bencher.bench_local(|| {
        terminal.draw(|frame| app.draw(frame)).map(|_| ()).expect("a screen in memory");
    });
}

#[divan::bench]
fn play_by_host(bencher: divan::Bencher) {
    let scenario = scenario();
    bencher.bench_local(|| {
        let mut sitting = Sitting::new(Arc::clone(&scenario), 1);
        play(Policy::Host, &mut sitting);
        sitting.hash()
    });
}

#[divan::bench]
fn typing_5000_letters(bencher: divan::Bencher) {
    let key = |code| Signal::Key(KeyEvent::new(code, KeyModifiers::NONE));
    let writing = || {
        let mut app = App::new(Start::Play(Box::new(Sitting::new(scenario(), 1)), None), Options::default());
        app.on(key(KeyCode::Enter));
        app.on(key(KeyCode::Char('p')));
        app
    };
    bencher.with_inputs(writing).bench_local_refs(|app| {
        for letter in "plain words ".chars().cycle().take(5000) {
            app.on(key(KeyCode::Char(letter)));
        }
    });
}

/// From the start of the program to the first words on a terminal that answers no questions.
#[cfg(unix)]
#[divan::bench(args = [("title", "Four"), ("play", "Halfpenny")], sample_count = 50)]
fn start_to_first_frame(bencher: divan::Bencher, (command, first): (&str, &str)) {
    use std::io::Read as _;

    use portable_pty::{CommandBuilder, PtySize, native_pty_system};

    let home = tempfile::tempdir().expect("a folder of its own");
    let started = || {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let reader = pair.master.try_clone_reader().expect("a reader");
        (pair, reader)
    };
    bencher.with_inputs(started).bench_local_values(|(pair, mut reader)| {
        let mut program = CommandBuilder::new(env!("CARGO_BIN_EXE_mingle"));
        if command == "play" {
            program.args(["play", "opening-week", "--anew"]);
        }
        program.env("XDG_STATE_HOME", home.path());
        program.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(program).expect("the program starts");
        let (mut seen, mut buffer) = (Vec::new(), [0; 16 * 1024]);
        while !seen.windows(first.len()).any(|part| part == first.as_bytes()) {
            let n = reader.read(&mut buffer).expect("the program draws");
            seen.extend_from_slice(&buffer[..n]);
        }
        Ended(child, pair)
    });
}

/// Ends the program after its time was taken.
#[cfg(unix)]
struct Ended(
    Box<dyn portable_pty::Child + Send + Sync>,
    #[expect(dead_code, reason = "kept open")] portable_pty::PtyPair,
);

#[cfg(unix)]
impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
