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
use crate::tui::keymap::Place;
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
    for (place, room) in world.setup.rooms.iter().enumerate() {
        let name = if area.width >= 110 { &room.title } else { room.name() };
        let here = RoomId::at(place) == desk.room;
        let meaning = if here { Meaning::Selected } else { Meaning::Plain };
        spans.push(Span::raw(" "));
        let left = spans.iter().map(Span::width).sum::<usize>();
        let tab = if here { format!("[{} {name}]", place + 1) } else { format!(" {} {name} ", place + 1) };
        let tab = Span::styled(tab, theme.style(meaning));
        let (left, width) = (area.x.saturating_add(left as u16), tab.width() as u16);
        drawn.put(Rect { x: left, width, ..area }.intersection(area), Spot::Room(place));
        spans.push(tab);
        let waiting = desk.inbox().iter().filter(|waiting| waiting.room.index() == place).count();
        let asking = world.open_requests().iter().filter(|request| request.room.index() == place).count();
        if waiting + asking > 0 {
            spans.push(Span::styled(format!("({})", waiting + asking), theme.style(Meaning::Warning)));
        }
    }
    frame.render_widget(Paragraph::new(Line::from(spans)), area);
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
pub(crate) fn hints(frame: &mut Frame<'_>, area: Rect, app: &App) {
    let (width, theme, place) = (usize::from(area.width), app.theme, app.place());
    let all: Vec<(&str, &str)> = app
        .keymap
        .lines(place)
        .filter(|binding| !binding.hint.is_empty() && !app.is_idle(binding.intent))
        .filter_map(|binding| binding.key(place).map(|key| (key, binding.hint.as_str())))
        .collect();
    let size = |(key, hint): &(&str, &str)| key.width() + hint.width() + 3;
    let (last, first): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(_, hint)| matches!(*hint, "help" | "quit"));
    let last: Vec<_> = if place == Place::Compose {
        last.into_iter().filter(|(_, hint)| *hint == "help").collect()
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
    for (key, hint) in fitting.collect::<Vec<_>>().into_iter().chain(last) {
        spans.push(Span::styled(key.to_owned(), theme.style(Meaning::Key)));
        spans.push(Span::styled(format!(" {hint}  "), theme.style(Meaning::Quiet)));
    }
    frame.render_widget(Paragraph::new(Line::from(spans)), area);
}
