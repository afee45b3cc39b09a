//! Times a full frame of the screen at 200x60, a whole play of the shipped scenario by the host, and typing.

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
