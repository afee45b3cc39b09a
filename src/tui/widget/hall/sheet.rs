//! The albums: a contact sheet of the latest pictures with one opened, and people leafing around it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Paragraph};

use crate::sim::MessageId;
use crate::sim::message::Message;
use crate::tui::desk::Desk;
use crate::tui::drawn::{Drawn, Spot};
use crate::tui::floor::place::{seat, spots};
use crate::tui::theme::Meaning;
use crate::tui::widget::message::picture;
use crate::tui::words;

use super::Hall;

/// Cells and rows of a frame on the sheet.
const PRINT: (u16, u16) = (16, 4);
/// Cells that a name takes.
const LABEL: u16 = 13;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, hall: &Hall<'_>, drawn: &mut Drawn) {
    let high = (PRINT.1 + 1).min(area.height);
    let sheet = Rect { height: high, ..area };
    let open = hall.desk.target();
    let opened_width = (area.width / 3).max(PRINT.0).min(area.width);
    let fit = usize::from((area.width - opened_width) / PRINT.0);
    let mut prints = prints(hall.desk, fit + 1);
    let shown = prints.iter().position(|(message, _)| Some(message.id) == open).unwrap_or(0);
    let opened = (shown < prints.len()).then(|| prints.remove(shown));
    if let Some((message, seen)) = opened {
        let own = Rect { width: opened_width, ..sheet };
        print(frame, own, hall, (message, seen), true);
        drawn.put(own, Spot::Message(message.id));
    }
    for (at, (message, seen)) in prints.into_iter().take(fit).enumerate() {
        let x = sheet.x + opened_width + at as u16 * PRINT.0;
        let own = Rect { x, y: sheet.y, width: PRINT.0, height: PRINT.1 }.intersection(sheet);
        print(frame, own, hall, (message, seen), false);
        drawn.put(own, Spot::Message(message.id));
    }
    let floor = Rect { y: sheet.bottom(), height: area.height - sheet.height, ..area };
    let places = spots(floor, LABEL, (floor.x, floor.y), Rect::default());
    for (guest, place) in hall.guests.iter().zip(seat(&hall.guests, &places)) {
        if let Some(place) = place {
            let line = hall.label(guest, usize::from(LABEL) - 1);
            hall.stand(frame, floor, guest, ((place.x, place.y), line), drawn);
        }
    }
}

/// The latest pictures of the room, newest first, with what one sees in them.
pub(super) fn prints(desk: &Desk, most: usize) -> Vec<(&Message, &str)> {
    let world = desk.world();
    let here = world.posts(desk.room).rev().filter(|message| !message.withdrawn);
    here.filter_map(|message| Some((message, picture(world, message)?))).take(most).collect()
}

/// One picture in its frame: whose it is, and what one sees.
fn print(
    frame: &mut Frame<'_>,
    area: Rect,
    hall: &Hall<'_>,
    (message, seen): (&Message, &str),
    is_open: bool,
) {
    let (meaning, kind) =
        if is_open { (Meaning::Key, BorderType::Double) } else { (Meaning::Quiet, BorderType::Plain) };
    let who = whose(hall.desk, message.id);
    let title = words::clip(&who, usize::from(area.width.saturating_sub(2)));
    let block = Block::bordered().border_type(kind).border_style(hall.theme.style(meaning)).title(title);
    let inside = block.inner(area);
    frame.render_widget(block, area);
    let lines = words::fit(seen, usize::from(inside.width), usize::from(inside.height));
    let lines = lines.into_iter().map(|line| Line::styled(line, hall.theme.style(Meaning::Plain)));
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inside);
}

/// Whose picture it is.
pub(super) fn whose(desk: &Desk, id: MessageId) -> String {
    let message = desk.world().message(id);
    if message.is_brand() {
        "You".to_owned()
    } else {
        words::first_name(words::author(desk.world(), message)).to_owned()
    }
}
