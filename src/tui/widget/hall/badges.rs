//! The networking event: name badges on the floor, a queue of people who walk up, and a case of cards.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::sim::{PersonId, World};
use crate::tui::drawn::{Drawn, Spot};
use crate::tui::floor::Guest;
use crate::tui::floor::place::{seat, spots};
use crate::tui::theme::Meaning;
use crate::tui::words;

use super::{Hall, put};

/// Cells that a badge takes.
const BADGE: u16 = 24;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, hall: &Hall<'_>, drawn: &mut Drawn) {
    let [stand, floor] = Layout::horizontal([Constraint::Length(20), Constraint::Min(0)]).areas(area);
    let rows = stand.height / 2;
    queue(frame, Rect { height: rows, ..stand }, hall, drawn);
    cards(frame, Rect { y: stand.y + rows, height: stand.height - rows, ..stand }, hall, drawn);
    let places = spots(floor, BADGE, (floor.x, floor.y + floor.height / 2), Rect::default());
    for (guest, place) in hall.guests.iter().zip(seat(&hall.guests, &places)) {
        if let Some(place) = place {
            hall.stand(frame, floor, guest, ((place.x, place.y), badge(hall, guest)), drawn);
        }
    }
}

/// A badge: sign, name and trade.
fn badge(hall: &Hall<'_>, guest: &Guest) -> Line<'static> {
    let quiet = hall.theme.style(Meaning::Quiet);
    let mut line = Line::styled("[", quiet);
    let label = hall.label(guest, usize::from(BADGE) - 4);
    let left = usize::from(BADGE).saturating_sub(label.width() + 4);
    line.spans.extend(label.spans);
    let work = &hall.desk.world().setup.person(guest.id).work;
    if left > 4 && !work.is_empty() {
        line.push_span(Span::styled(words::clip(&format!(" {work}"), left), quiet));
    }
    line.push_span(Span::styled("]", quiet));
    line
}

/// Who walks up to the brand and waits for a hand.
fn queue(frame: &mut Frame<'_>, area: Rect, hall: &Hall<'_>, drawn: &mut Drawn) {
    let world = hall.desk.world();
    let asking = walking_up(world);
    let heading = format!("You < {} walk up", asking.len());
    put(frame, area, Rect { height: 1, ..area }, Line::styled(heading, hall.theme.style(Meaning::Ours)));
    for (row, person) in (1..area.height).zip(asking) {
        let own = Rect { y: area.y + row, height: 1, width: area.width.saturating_sub(1), ..area };
        let name = format!("+ {}", world.setup.person(person).name);
        drawn.put(own, Spot::Request(person));
        let line = Line::styled(words::clip(&name, usize::from(own.width)), hall.theme.style(Meaning::News));
        put(frame, area, own, line);
    }
}

/// Whose cards the brand has.
fn cards(frame: &mut Frame<'_>, area: Rect, hall: &Hall<'_>, drawn: &mut Drawn) {
    let world = hall.desk.world();
    let cards = card_case(world);
    let heading = format!("Card case ({})", cards.len());
    put(frame, area, Rect { height: 1, ..area }, Line::styled(heading, hall.theme.style(Meaning::Heading)));
    for (row, person) in (1..area.height).zip(cards.into_iter().rev()) {
        let own = Rect { y: area.y + row, height: 1, width: area.width.saturating_sub(1), ..area };
        let name = format!("= {}", world.setup.person(person).name);
        drawn.put(own, Spot::Person(person));
        let line = Line::styled(words::clip(&name, usize::from(own.width)), hall.theme.style(Meaning::Good));
        put(frame, area, own, line);
    }
}

/// Those who ask to connect, first come first.
pub(super) fn walking_up(world: &World) -> Vec<PersonId> {
    world.open_requests().into_iter().map(|request| request.person).collect()
}

/// Those who are connected.
pub(super) fn card_case(world: &World) -> Vec<PersonId> {
    (0..world.bonds.len()).filter(|at| world.bonds[*at].connected).map(PersonId::at).collect()
}
