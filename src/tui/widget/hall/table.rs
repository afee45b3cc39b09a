//! The klatch: a table with chairs, the close ones seated at it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Paragraph};

use crate::tui::drawn::Drawn;
use crate::tui::floor::RINGS;
use crate::tui::floor::place::{seat, spots};
use crate::tui::theme::Meaning;
use crate::tui::words;

use super::{Hall, put};

/// Cells that a name takes.
const LABEL: u16 = 13;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, hall: &Hall<'_>, drawn: &mut Drawn) {
    let width = (area.width / 3).clamp(8, 30).min(area.width);
    let height = (area.height / 3).clamp(3, 5).min(area.height);
    let table =
        Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    let block =
        Block::bordered().border_type(BorderType::Rounded).border_style(hall.theme.style(Meaning::Quiet));
    let inside = block.inner(table);
    frame.render_widget(block, table);
    let name = &hall.desk.world().setup.brand.sheet.name;
    let name = words::clip(&format!("You ({name})"), usize::from(inside.width));
    let name = Line::styled(name, hall.theme.style(Meaning::Ours)).centered();
    frame.render_widget(Paragraph::new(name), Rect { y: inside.y + inside.height / 2, height: 1, ..inside });
    let home = (table.x + table.width / 2, table.y + table.height / 2);
    let places = spots(area, LABEL, home, table);
    let seated = seat(&hall.guests, &places);
    for place in places.iter().filter(|place| place.ring == RINGS.len() - 1) {
        if !seated.contains(&Some(*place)) {
            let chair = Line::from(vec![Span::styled("[ ]", hall.theme.style(Meaning::Quiet))]);
            put(frame, area, Rect { x: place.x, y: place.y, width: 3, height: 1 }, chair);
        }
    }
    for (guest, place) in hall.guests.iter().zip(seated) {
        if let Some(place) = place {
            let line = hall.label(guest, usize::from(LABEL) - 1);
            hall.stand(frame, area, guest, ((place.x, place.y), line), drawn);
        }
    }
}
