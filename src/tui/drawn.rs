//! What was drawn where on the last frame, so that a click finds what it hit.

use ratatui::layout::{Position, Rect};

use crate::sim::MessageId;
use crate::tui::borrowed::Pixels;

/// Something that can be clicked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// A room's name, by the room's place.
    Room(usize),
    /// A message.
    Message(MessageId),
    /// A row of the list on screen, counted from 0.
    Row(usize),
    /// Somebody who waits, at the side, by their place in the inbox.
    Waiting(usize),
}

/// What a frame left behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Drawn {
    /// How wide the screen was; 0 before the first frame.
    pub(crate) width: u16,
    /// How far the page of text on top can be scrolled, where there is one.
    pub(crate) most: Option<usize>,
    /// A picture that lies over the cells as pixels, where the terminal can show such.
    pub(crate) picture: Option<(Rect, Pixels)>,
    spots: Vec<(Rect, Spot)>,
}

impl Drawn {
    /// Nothing yet, on a screen this wide.
    pub(crate) const fn on(width: u16) -> Self {
        Self { width, most: None, picture: None, spots: Vec::new() }
    }

    /// Keeps that something was drawn here.
    pub(crate) fn put(&mut self, area: Rect, spot: Spot) {
        self.spots.push((area, spot));
    }

    /// Keeps what each line of an area shows, from the top, where it shows something.
    pub(crate) fn put_lines(&mut self, area: Rect, spots: impl IntoIterator<Item = Option<Spot>>) {
        for (y, spot) in (area.top()..area.bottom()).zip(spots) {
            if let Some(spot) = spot {
                self.put(Rect { y, height: 1, ..area }, spot);
            }
        }
    }

    /// What is at this place of the screen.
    pub(crate) fn at(&self, column: u16, row: u16) -> Option<Spot> {
        let place = Position::new(column, row);
        self.spots.iter().rev().find(|(area, _)| area.contains(place)).map(|(_, spot)| *spot)
    }
}
