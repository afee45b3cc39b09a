//! A room with its feed, and one thread of it in full; the side with who waits where there is space for it.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::person;
use crate::sim::{BeatId, MessageId};
use crate::tui::desk::Desk;
use crate::tui::drawn::Drawn;
use crate::tui::theme::{Meaning, Theme};
use crate::tui::widget::{feed, hall, message, side};
use crate::tui::words;

/// From this width on the page of whoever is marked stands between the talk and the side.
const THREE: u16 = 180;

/// Draws the feed of the room the player is in.
pub(crate) fn feed(frame: &mut Frame<'_>, area: Rect, theme: Theme, desk: &Desk, drawn: &mut Drawn) {
    let area = beside(frame, area, theme, desk, drawn);
    let area = under_floor(frame, area, theme, desk, drawn);
    let room = desk.world().setup.room(desk.room);
    let rows = feed::rows(desk.world(), desk.room);
    if rows.is_empty() {
        let mut lines = Vec::new();
        for line in words::wrap(&room.about, usize::from(area.width)) {
            lines.push(Line::styled(line, theme.style(Meaning::Plain)));
        }
        lines.push(Line::styled("Nobody has said anything yet.", theme.style(Meaning::Quiet)));
        let heard: Vec<BeatId> =
            feed::news(desk.world(), desk.room).into_iter().map(|(_, beat)| beat).collect();
        let heard = message::news(desk.world(), theme, &heard, usize::from(area.width));
        lines.extend(heard.into_iter().map(|(_, line)| line));
        frame.render_widget(Paragraph::new(lines), area);
        return;
    }
    let marked = feed::marked(&rows, desk.marked[desk.room.index()]);
    feed::draw(frame, area, &desk.sitting, theme, &rows, marked, drawn);
}

/// Draws one thread.
pub(crate) fn thread(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    desk: &Desk,
    (root, marked): (MessageId, MessageId),
    drawn: &mut Drawn,
) {
    let area = beside(frame, area, theme, desk, drawn);
    let [head, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(0)]).areas(area);
    let world = desk.world();
    let first = world.message(root);
    let place = match first.private {
        Some(person) => format!("alone with {}", world.setup.person(person).name),
        None => world.setup.room(first.room).title.clone(),
    };
    let heading = format!("Thread of {}, {place}", words::author(world, first));
    let heading = words::clip(&heading, usize::from(head.width));
    frame.render_widget(Paragraph::new(Line::styled(heading, theme.style(Meaning::Heading))), head);
    feed::draw(frame, body, &desk.sitting, theme, &feed::thread(world, root), Some(marked), drawn);
}

/// Draws the side where it belongs; what is left for the rest.
fn beside(frame: &mut Frame<'_>, area: Rect, theme: Theme, desk: &Desk, drawn: &mut Drawn) -> Rect {
    if !desk.shows_side(area.width) {
        return area;
    }
    let three = area.width >= THREE;
    let parts = if three {
        [Constraint::Fill(9), Constraint::Fill(6), Constraint::Fill(5)]
    } else {
        [Constraint::Fill(3), Constraint::Length(0), Constraint::Fill(2)]
    };
    let [left, page, right] = Layout::horizontal(parts).areas(area);
    if three {
        let inner = side::frame(frame, page, theme);
        if let Some(id) = desk.person() {
            person::draw(frame, inner, theme, desk, id, 0);
        } else {
            let about = &desk.world().setup.room(desk.room).about;
            let lines = words::wrap(about, usize::from(inner.width)).into_iter();
            let lines: Vec<_> = lines.map(|line| Line::styled(line, theme.style(Meaning::Quiet))).collect();
            frame.render_widget(Paragraph::new(lines), inner);
        }
    }
    side::draw(frame, right, theme, desk, drawn);
    left
}

/// Draws the floor above the talk; what is left for the talk, which keeps most of the space.
fn under_floor(frame: &mut Frame<'_>, area: Rect, theme: Theme, desk: &Desk, drawn: &mut Drawn) -> Rect {
    let high = match area.height {
        34.. => (area.height / 3).min(20),
        16.. => 3,
        _ => 0,
    };
    let [floor, talk] = Layout::vertical([Constraint::Length(high), Constraint::Min(0)]).areas(area);
    hall::draw(frame, floor, theme, desk, drawn);
    talk
}
