//! The floor folded into a strip for small screens: who stands where in one row, and what the room is about in another.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::sim::clock::span;
use crate::tui::drawn::{Drawn, Spot};
use crate::tui::floor::{Guest, RINGS};
use crate::tui::theme::Meaning;
use crate::tui::words;

use super::{Furniture, Hall, badges, circles, furniture, put, sheet};

/// Cells that a name takes at most.
const LABEL: usize = 12;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, hall: &Hall<'_>, drawn: &mut Drawn) {
    row(frame, area, hall, drawn);
    let width = usize::from(area.width);
    let second = Rect { y: area.y + 1, height: 1, ..area };
    let told = Line::styled(words::clip(&told(hall), width), hall.theme.style(Meaning::Quiet));
    put(frame, area, second, told);
    put(frame, area, Rect { y: area.y + 2, ..second }, hall.counts(width));
}

/// People from the brand to the door, a bar between rings.
fn row(frame: &mut Frame<'_>, area: Rect, hall: &Hall<'_>, drawn: &mut Drawn) {
    let quiet = hall.theme.style(Meaning::Quiet);
    put(frame, area, Rect { height: 1, ..area }, Line::styled("You", hall.theme.style(Meaning::Ours)));
    // Whoever wants something is shown first; then as many as fit.
    let mut wanted: Vec<&Guest> = hall.guests.iter().collect();
    wanted.sort_by_key(|guest| (guest.state, std::cmp::Reverse(guest.ring), guest.id));
    let mut left = usize::from(area.width).saturating_sub(4 + 2 * RINGS.len() + 9);
    wanted.retain(|guest| {
        let width = hall.label(guest, LABEL).width() + 1;
        let fits = width <= left;
        left = left.saturating_sub(if fits { width } else { 0 });
        fits
    });
    wanted.sort_by_key(|guest| guest.id);
    let mut x = area.x + 4;
    for ring in (0..RINGS.len()).rev() {
        put(frame, area, Rect { x, y: area.y, width: 1, height: 1 }, Line::styled("│", quiet));
        x += 2;
        for guest in wanted.iter().filter(|guest| guest.ring == ring) {
            // On a strip places shift with every name before them: nobody slides, they are there.
            let line = hall.label(guest, LABEL);
            let own = Rect { x, y: area.y, width: line.width() as u16, height: 1 };
            drawn.put(own.intersection(area), Spot::Person(guest.id));
            x = x.saturating_add(own.width + 1);
            put(frame, area, own, line);
        }
    }
    let hidden = hall.guests.len() - wanted.len();
    let rest = if hidden > 0 { format!("+{hidden} door") } else { "door".to_owned() };
    let width = rest.len() as u16;
    let own = Rect { x: area.right().saturating_sub(width), y: area.y, width, height: 1 };
    put(frame, area, own, Line::from(Span::styled(rest, quiet)));
}

/// The room's own furniture in a line.
fn told(hall: &Hall<'_>) -> String {
    let world = hall.desk.world();
    let room = world.setup.room(hall.desk.room);
    match furniture(room) {
        Furniture::Table => {
            let close = hall.guests.iter().filter(|guest| guest.ring + 2 >= RINGS.len()).count();
            format!("At the table with you: {close} of {}", hall.guests.len())
        }
        Furniture::Circles => {
            let circles = circles::gathered(hall);
            let names = circles.iter().map(|circle| {
                let names: Vec<&str> = circle.iter().take(4).map(|guest| guest.name.as_str()).collect();
                let more = if circle.len() > 4 { format!(" +{}", circle.len() - 4) } else { String::new() };
                format!("({}{more})", names.join(" "))
            });
            let left = room.mingles - world.now.0 % room.mingles.max(1);
            format!("Circles, {} more: {}", span(left), names.collect::<Vec<_>>().join(" "))
        }
        Furniture::Badges => {
            let up: Vec<&str> = badges::walking_up(world)
                .into_iter()
                .map(|id| words::first_name(&world.setup.person(id).name))
                .collect();
            let cards = badges::card_case(world).len();
            let up = if up.is_empty() { "nobody".to_owned() } else { up.join(", ") };
            format!("Walking up to you: {up}. Cards in your case: {cards}")
        }
        Furniture::Sheet => {
            let prints = sheet::prints(hall.desk, 4);
            let prints = prints.iter().map(|(message, seen)| {
                format!("[{}: {}]", sheet::whose(hall.desk, message.id), words::clip(seen, 26))
            });
            let prints: Vec<String> = prints.collect();
            if prints.is_empty() {
                "The sheet is still empty.".to_owned()
            } else {
                format!("Sheet: {}", prints.join(" "))
            }
        }
    }
}
