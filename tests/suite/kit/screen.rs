//! The screen without a terminal: keys in, a picture out.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use mingle::game::Sitting;
use mingle::scenario;
use mingle::tui::{App, Options, Signal, Start, TitleEntry};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::shot::text;

/// A sitting of the first shipped scenario.
pub(crate) fn sitting() -> Sitting {
    let (name, source) = scenario::shipped()[0];
    let scenario = scenario::load(&format!("{name}.ron"), source, None).expect("a shipped scenario");
    Sitting::new(Arc::new(scenario), 1)
}

/// The screen at the first minute of it.
pub(crate) fn play(options: Options) -> App {
    App::new(Start::Play(Box::new(sitting()), None), options)
}

/// The title screen with two entries.
pub(crate) fn title(options: Options) -> App {
    let entry = |title: &str, resume| TitleEntry {
        title: title.into(),
        summary: "A line about it.".into(),
        name: title.to_lowercase(),
        resume,
    };
    App::new(Start::Title(vec![entry("Harvest", true), entry("Opening", false)]), options)
}

/// Presses keys, parted by spaces: a letter, `<enter>`, `<ctrl-s>`, or a word in quotes to be typed.
pub(crate) fn press(app: &mut App, keys: &str) {
    for key in keys.split(' ').filter(|key| !key.is_empty()) {
        if let Some(word) = key.strip_prefix('"') {
            for letter in word.chars() {
                app.on(Signal::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)));
            }
            continue;
        }
        app.on(Signal::Key(event(key)));
    }
}

fn event(key: &str) -> KeyEvent {
    let Some(name) = key.strip_prefix('<').and_then(|key| key.strip_suffix('>')) else {
        return KeyEvent::new(KeyCode::Char(key.chars().next().expect("a letter")), KeyModifiers::NONE);
    };
    if let Some(letter) = name.strip_prefix("ctrl-") {
        return KeyEvent::new(KeyCode::Char(letter.chars().next().expect("a letter")), KeyModifiers::CONTROL);
    }
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "space" => KeyCode::Char(' '),
        "f1" => KeyCode::F(1),
        "f2" => KeyCode::F(2),
        "pageup" => KeyCode::PageUp,
        "end" => KeyCode::End,
        other => panic!("no key {other}"),
    };
    KeyEvent::new(code, KeyModifiers::NONE)
}

/// Draws it at a size and clicks on the first place that shows these words.
pub(crate) fn click(app: &mut App, size: (u16, u16), words: &str) {
    let shown = draw(app, size);
    let rows = text(&shown);
    let found = rows.lines().zip(0..).find_map(|(line, row)| {
        let column = line.find(words)?;
        Some((line[..column].chars().count() as u16, row))
    });
    let (column, row) = found.unwrap_or_else(|| panic!("no {words:?} on the screen:\n{rows}"));
    let kind = MouseEventKind::Down(MouseButton::Left);
    app.on(Signal::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
}

/// Draws it at a size.
pub(crate) fn draw(app: &mut App, (width, height): (u16, u16)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a screen in memory");
    terminal.draw(|frame| app.draw(frame)).expect("a screen in memory");
    terminal.backend().buffer().clone()
}
