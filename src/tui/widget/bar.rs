//! The lines at the edges: clock and rooms above, what just happened and which keys work below.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

use crate::sim::RoomId;
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::drawn::{Drawn, Spot};
use crate::tui::floor::State;
use crate::tui::keymap::{Intent, Place};
use crate::tui::theme::{Meaning, Theme};
use crate::tui::told::Status;
use crate::tui::words;

/// Day, clock, pace, and the rooms with how many wait in each.
pub(crate) fn top(frame: &mut Frame<'_>, area: Rect, app: &App, desk: &Desk, drawn: &mut Drawn) {
    let (world, theme) = (desk.world(), app.theme);
    let clock = if desk.sitting.is_over() {
        "over"
    } else if desk.sitting.is_closed() {
        "closed"
    } else if app.pace().is_some() {
        desk.pace.word()
    } else {
        "paused"
    };
    let mut spans = vec![
        Span::styled(
            format!("Day {} {} ", world.now.day(), world.now.clock()),
            theme.style(Meaning::Heading),
        ),
        Span::styled(format!("{clock:<7}"), theme.style(Meaning::Quiet)),
    ];
    let head = spans.iter().map(Span::width).sum::<usize>();
    let left = usize::from(area.width).saturating_sub(head);
    let tabs = Names::ALL.into_iter().map(|names| tabs(desk, names));
    let size = |tabs: &[Tab]| tabs.iter().map(|tab| tab.name.width() + tab.waits.width() + 1).sum::<usize>();
    let tabs: Vec<Vec<Tab>> = tabs.collect();
    let fitting = tabs.iter().find(|tabs| size(tabs) <= left).or(tabs.last());
    let mut x = area.x.saturating_add(head as u16);
    for tab in fitting.into_iter().flatten() {
        let meaning = if tab.here { Meaning::Selected } else { Meaning::Plain };
        let width = (tab.name.width() + tab.waits.width()) as u16;
        drawn.put(Rect { x: x.saturating_add(1), width, ..area }.intersection(area), Spot::Room(tab.place));
        x = x.saturating_add(width + 1);
        spans.push(Span::raw(" "));
        spans.push(Span::styled(tab.name.clone(), theme.style(meaning)));
        spans.push(Span::styled(tab.waits.clone(), theme.style(Meaning::Warning)));
    }
    frame.render_widget(Paragraph::new(Line::from(spans)), area);
}

/// How fully rooms are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    /// By their titles, and what waits in words.
    Titles,
    /// By their names.
    Short,
    /// Only the one the player is in by its name.
    Here,
    /// By their numbers.
    Numbers,
}

impl Names {
    /// The fullest first.
    const ALL: [Self; 4] = [Self::Titles, Self::Short, Self::Here, Self::Numbers];
}

/// A room at the top of the screen.
struct Tab {
    place: usize,
    here: bool,
    name: String,
    /// Who waits and who asks there; empty for nobody.
    waits: String,
}

/// The rooms with what waits in each.
fn tabs(desk: &Desk, names: Names) -> Vec<Tab> {
    let world = desk.world();
    let rooms = world.setup.rooms.iter().enumerate();
    rooms
        .map(|(place, room)| {
            let here = RoomId::at(place) == desk.room;
            let number = place + 1;
            let name = match (names, here) {
                (Names::Titles, _) => format!("{number} {}", room.title),
                (Names::Short, _) | (Names::Here, true) => format!("{number} {}", room.name()),
                (Names::Here, false) | (Names::Numbers, _) => number.to_string(),
            };
            let name = match (here, names) {
                (true, _) => format!("[{name}]"),
                (false, Names::Titles | Names::Short) => format!(" {name} "),
                (false, Names::Here | Names::Numbers) => name,
            };
            let waiting = world.open.iter().filter(|at| world.waiting[**at].room.index() == place).count();
            let asking = world.open_requests().iter().filter(|request| request.room.index() == place).count();
            Tab { place, here, name, waits: waits(waiting, asking, names == Names::Titles) }
        })
        .collect()
}

/// Who waits and who asks, in words or by their signs on the floor.
fn waits(waiting: usize, asking: usize, in_words: bool) -> String {
    let part = |count: usize, word: &str, sign: char| match count {
        0 => None,
        count if in_words => Some(format!("{count} {word}")),
        count => Some(format!("{count}{sign}")),
    };
    let parts: Vec<String> = [
        part(waiting, if waiting == 1 { "waits" } else { "wait" }, State::Waits.glyph()),
        part(asking, if asking == 1 { "asks" } else { "ask" }, State::Asks.glyph()),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!("({})", parts.join(if in_words { ", " } else { "" }))
    }
}

/// The title of the room the player is in.
pub(crate) fn room(frame: &mut Frame<'_>, area: Rect, app: &App, desk: &Desk) {
    let title = words::clip(&desk.world().setup.room(desk.room).title, usize::from(area.width));
    frame.render_widget(Paragraph::new(Line::styled(title, app.theme.style(Meaning::Heading))), area);
}

/// What just happened.
pub(crate) fn status(frame: &mut Frame<'_>, area: Rect, theme: Theme, status: &Status) {
    let lines = status_lines(status, area.width);
    let lines = lines.into_iter().map(|line| Line::styled(line, theme.style(status.meaning)));
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
}

/// The lines that a status takes on a screen this wide.
pub(crate) fn status_lines(status: &Status, width: u16) -> Vec<String> {
    let width = usize::from(width);
    if status.most > 1 {
        words::fit(&status.text, width, status.most)
    } else {
        vec![words::clip(&status.text, width)]
    }
}

/// Keys that work here, as many as fit; help and quit always.
pub(crate) fn hints(frame: &mut Frame<'_>, area: Rect, app: &App, drawn: &mut Drawn) {
    let (width, theme, place) = (usize::from(area.width), app.theme, app.place());
    let all: Vec<(&str, &str, Intent)> = app
        .keymap
        .lines(place)
        .filter(|binding| !binding.hint.is_empty() && !app.is_idle(binding.intent))
        .filter_map(|binding| binding.key(place).map(|key| (key, binding.hint.as_str(), binding.intent)))
        .collect();
    let size = |(key, hint, _): &(&str, &str, Intent)| key.width() + hint.width() + 3;
    let (last, first): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(_, hint, _)| matches!(*hint, "help" | "quit"));
    let last: Vec<_> = if place == Place::Compose {
        last.into_iter().filter(|(_, hint, _)| *hint == "help").collect()
    } else {
        last
    };
    let mut left = width.saturating_sub(last.iter().map(size).sum::<usize>());
    let fitting = first.into_iter().take_while(|hint| {
        let fits = size(hint) <= left;
        left = left.saturating_sub(size(hint));
        fits
    });
    let mut spans = Vec::new();
    let mut x = area.x;
    for (key, hint, intent) in fitting.collect::<Vec<_>>().into_iter().chain(last) {
        let width = (key.width() + hint.width() + 1) as u16;
        drawn.put(Rect { x, width, ..area }.intersection(area), Spot::Press(intent));
        x = x.saturating_add(width + 2);
        spans.push(Span::styled(key.to_owned(), theme.style(Meaning::Key)));
        spans.push(Span::styled(format!(" {hint}  "), theme.style(Meaning::Quiet)));
    }
    frame.render_widget(Paragraph::new(Line::from(spans)), area);
}
