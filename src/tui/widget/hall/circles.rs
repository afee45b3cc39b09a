//! The party: circles of people who talk, which form and dissolve; what was said there last ages and fades.

use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType};

use crate::tui::drawn::{Drawn, Spot};
use crate::tui::floor::{Guest, State};
use crate::tui::theme::Meaning;
use crate::tui::words;

use super::{Hall, put};

/// Cells that a circle is wide at least.
const CIRCLE: u16 = 22;
/// Rows that a circle is high, its border included.
const HIGH: u16 = 5;
/// Cells that a name takes.
const LABEL: u16 = 10;

/// The circles, those with the nearest people first.
pub(super) fn gathered<'a>(hall: &'a Hall<'_>) -> Vec<Vec<&'a Guest>> {
    let mut circles: BTreeMap<u64, Vec<&Guest>> = BTreeMap::new();
    for guest in &hall.guests {
        circles.entry(guest.circle).or_default().push(guest);
    }
    let mut circles: Vec<Vec<&Guest>> = circles.into_values().collect();
    for circle in &mut circles {
        // Whoever wants something is not lost in the crowd.
        circle.sort_by_key(|guest| (guest.state > State::Asks, std::cmp::Reverse(guest.ring), guest.id));
    }
    let nearness =
        |circle: &[&Guest]| circle.iter().map(|guest| guest.ring * 100).sum::<usize>() / circle.len().max(1);
    circles.sort_by_key(|circle| (std::cmp::Reverse(nearness(circle)), circle.first().map(|guest| guest.id)));
    circles
}

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, hall: &Hall<'_>, drawn: &mut Drawn) {
    let circles = gathered(hall);
    let columns = (area.width / CIRCLE).clamp(1, 3);
    let width = area.width / columns;
    let high = HIGH.min(area.height);
    let home = Line::styled("You >", hall.theme.style(Meaning::Ours));
    for (at, circle) in circles.iter().enumerate() {
        let at = at as u16;
        let y = area.y + at / columns * high;
        if y + high > area.bottom() {
            break;
        }
        let own = Rect { x: area.x + at % columns * width, y, width: width.saturating_sub(1), height: high };
        let own = own.intersection(area);
        let block =
            Block::bordered().border_type(BorderType::Rounded).border_style(hall.theme.style(Meaning::Quiet));
        let inside = block.inner(own);
        frame.render_widget(block, own);
        if at == 0 {
            put(frame, area, Rect { x: own.x + 2, y: own.y, width: 5, height: 1 }, home.clone());
        }
        remark(frame, inside, hall, circle, drawn);
        let stand = Rect { height: inside.height.saturating_sub(1), ..inside };
        let each = (stand.width / LABEL).max(1);
        let fit = usize::from(each * stand.height);
        if circle.len() > fit {
            let more = Line::styled(format!("+{}", circle.len() - fit), hall.theme.style(Meaning::Quiet));
            let x = own.right().saturating_sub(5);
            put(frame, area, Rect { x, y: own.y, width: 3, height: 1 }, more);
        }
        for (turn, guest) in circle.iter().take(fit).enumerate() {
            let place = (stand.x + turn as u16 % each * LABEL, stand.y + turn as u16 / each);
            let line = hall.label(guest, usize::from(LABEL) - 1);
            hall.stand(frame, area, guest, (place, line), drawn);
        }
    }
}

/// What was said last in a circle, with its age; older than the room's memory of a remark it is quiet, later gone.
fn remark(frame: &mut Frame<'_>, inside: Rect, hall: &Hall<'_>, circle: &[&Guest], drawn: &mut Drawn) {
    let Some((message, minute)) =
        circle.iter().filter_map(|guest| guest.spoke).max_by_key(|(_, minute)| *minute)
    else {
        return;
    };
    let world = hall.desk.world();
    let age = world.now.since(minute);
    let fresh = world.setup.room(hall.desk.room).fresh;
    if f64::from(age) > fresh * 3.0 || inside.is_empty() {
        return;
    }
    let meaning = if f64::from(age) <= fresh { Meaning::Plain } else { Meaning::Quiet };
    let text = format!("{}: {}", words::age(world.now, minute), hall.desk.sitting.text(message));
    let row = Rect { y: inside.bottom() - 1, height: 1, ..inside };
    drawn.put(row, Spot::Message(message));
    let line = Line::styled(words::clip(&text, usize::from(row.width)), hall.theme.style(meaning));
    put(frame, inside, row, line);
}
