//! The floor of a room, drawn: each kind of room has its own furniture, and people stand by their bond with the brand.

mod badges;
mod circles;
mod sheet;
mod strip;
mod table;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

use crate::sim::room::Room;
use crate::tui::desk::Desk;
use crate::tui::drawn::{Drawn, Spot};
use crate::tui::floor::slide::Floor;
use crate::tui::floor::{self, Guest, RINGS, State};
use crate::tui::theme::{Meaning, Theme};
use crate::tui::words;

/// Most people on a floor; more would not be told apart.
const MOST: usize = 40;
/// Rows from which on a floor is drawn as one; below it folds into a strip.
const TALL: u16 = 6;

/// What a room is furnished with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Furniture {
    /// A table with chairs.
    Table,
    /// Circles of people who talk.
    Circles,
    /// Name badges, a queue, and a card case.
    Badges,
    /// A contact sheet of pictures.
    Sheet,
}

/// The furniture follows from how the room works, so that a room of an author's own has some too.
const fn furniture(room: &Room) -> Furniture {
    if room.requests {
        Furniture::Badges
    } else if room.norms.picture_needed {
        Furniture::Sheet
    } else if room.mingles > 0 {
        Furniture::Circles
    } else {
        Furniture::Table
    }
}

/// What the pieces of furniture draw with.
struct Hall<'a> {
    theme: Theme,
    desk: &'a Desk,
    guests: Vec<Guest>,
    /// The floor as the slides know it.
    floor: Floor,
    /// Whose words are marked.
    marked: Option<crate::sim::PersonId>,
}

/// Draws the floor of the room the player is in: in full where there is height for it, else as a strip.
pub(crate) fn draw(frame: &mut Frame<'_>, area: Rect, theme: Theme, desk: &Desk, drawn: &mut Drawn) {
    if area.is_empty() {
        return;
    }
    let hall = Hall {
        theme,
        desk,
        guests: floor::guests(desk.world(), desk.room, MOST),
        floor: (desk.room, (area.width, area.height)),
        marked: desk.person(),
    };
    if area.height < TALL {
        strip::draw(frame, area, &hall, drawn);
        return;
    }
    let body = Rect { height: area.height - 2, ..area };
    match furniture(desk.world().setup.room(desk.room)) {
        Furniture::Table => table::draw(frame, body, &hall, drawn),
        Furniture::Circles => circles::draw(frame, body, &hall, drawn),
        Furniture::Badges => badges::draw(frame, body, &hall, drawn),
        Furniture::Sheet => sheet::draw(frame, body, &hall, drawn),
    }
    let below = Rect { y: area.bottom() - 2, height: 1, ..area };
    put(frame, area, below, hall.counts(usize::from(area.width)));
    put(frame, area, Rect { y: area.bottom() - 1, ..below }, rule(theme, area.width));
}

impl Hall<'_> {
    /// A name with the sign of its state, so many cells wide.
    fn label(&self, guest: &Guest, width: usize) -> Line<'static> {
        let meaning = if self.marked == Some(guest.id) { Meaning::Selected } else { guest.state.meaning() };
        let arrow = if self.desk.slides.moves(guest.id) { ">" } else { "" };
        let name = words::clip(&format!("{}{arrow}", guest.name), width.saturating_sub(2));
        Line::from(vec![
            Span::styled(format!("{} ", guest.state.glyph()), self.theme.style(guest.state.meaning())),
            Span::styled(name, self.theme.style(meaning)),
        ])
    }

    /// Draws somebody where they belong, or where they are on the way there, and keeps that for clicks and slides.
    fn stand(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        guest: &Guest,
        (place, line): ((u16, u16), Line<'static>),
        drawn: &mut Drawn,
    ) {
        let (x, y) = self.desk.slides.at(self.floor, guest.id, place);
        let own = Rect { x, y, width: line.width() as u16, height: 1 }.intersection(area);
        drawn.places.push((guest.id, place));
        drawn.floor = Some(self.floor);
        drawn.put(own, Spot::Person(guest.id));
        put(frame, area, own, line);
    }

    /// Each state that somebody is in, by sign, count and word; and where whoever is marked stands.
    fn counts(&self, width: usize) -> Line<'static> {
        let mut spans = Vec::new();
        let mut left = width;
        let mut add = |text: String, meaning: Meaning| {
            if text.width() <= left {
                left -= text.width();
                spans.push(Span::styled(text, self.theme.style(meaning)));
            }
        };
        if let Some(guest) = self.guests.iter().find(|guest| self.marked == Some(guest.id)) {
            add(format!("{}: {}, {}  ", guest.name, guest.state.word(), RINGS[guest.ring]), Meaning::Name);
        }
        for state in [State::Waits, State::Asks, State::Talks, State::There, State::GaveUp, State::Left] {
            let count = self.guests.iter().filter(|guest| guest.state == state).count();
            if count > 0 {
                add(format!("{} {count} {}  ", state.glyph(), state.counted(count)), state.meaning());
            }
        }
        Line::from(spans)
    }
}

/// Draws a line within an area, whatever it is.
fn put(frame: &mut Frame<'_>, area: Rect, own: Rect, line: Line<'static>) {
    let own = own.intersection(area).intersection(frame.area());
    if !own.is_empty() {
        frame.render_widget(Paragraph::new(line), own);
    }
}

/// A line between the floor and the talk.
fn rule(theme: Theme, width: u16) -> Line<'static> {
    Line::styled("─".repeat(usize::from(width)), theme.style(Meaning::Quiet))
}
