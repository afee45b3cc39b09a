//! What a policy remembers of a play, so that it says nothing twice, and what it finds to say.

use std::collections::{BTreeMap, BTreeSet};

use unicode_segmentation::UnicodeSegmentation;

use crate::game::{Move, Sitting};
use crate::scenario::{Exemplar, Moment};
use crate::sim::message::{Message, Words};
use crate::sim::{MessageId, PhotoId, RoomId};

/// What was used and done so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    /// Exemplars used, by place.
    used: BTreeSet<usize>,
    /// Messages answered.
    pub(super) answered: BTreeSet<MessageId>,
    /// Minute from which a room may be spoken to again, by room.
    next: BTreeMap<RoomId, u32>,
    /// Pleasantries used up.
    pub(super) chats: usize,
    /// Minute from which the misfit answers again.
    pub(super) quiet_until: u32,
    /// How often something was said, to go round in phrases and facts.
    pub(super) turn: usize,
}

/// Something to say.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) text: String,
    pub(super) photo: Option<PhotoId>,
}

impl Memory {
    /// The first unused exemplar of this kind for a moment.
    pub(super) fn take<'a>(
        &mut self,
        exemplars: &'a [Exemplar],
        good: bool,
        fits: impl Fn(&Moment) -> bool,
    ) -> Option<&'a Exemplar> {
        let found = exemplars
            .iter()
            .enumerate()
            .find(|(place, e)| e.good == good && fits(&e.moment) && !self.used.contains(place));
        found.map(|(place, exemplar)| {
            self.used.insert(place);
            exemplar
        })
    }

    /// A model answer of this kind to a message, each used once.
    pub(super) fn model(&mut self, sitting: &Sitting, message: &Message, good: bool) -> Option<Text> {
        let wanted = match message.words {
            Words::Beat(id) => Moment::Beat(id),
            Words::Question(index) => Moment::Question(index),
            Words::Failure(index) => Moment::Failure(index),
            Words::Brand(_) | Words::Gist(_) => return None,
        };
        self.take(&sitting.scenario().exemplars, good, |moment| *moment == wanted).map(Text::of)
    }

    /// The next number for going round.
    pub(super) fn count(&mut self) -> usize {
        self.turn += 1;
        self.turn - 1
    }

    /// The first room that was not spoken to for `every` minutes; it counts as spoken to now.
    pub(super) fn room_in_turn(&mut self, sitting: &Sitting, every: u32) -> Option<RoomId> {
        let world = sitting.world();
        let rooms = (0..world.setup.rooms.len()).map(RoomId::at);
        let free = |room: &RoomId| self.next.get(room).copied().unwrap_or(0) <= world.now.0;
        let room = rooms.into_iter().find(free)?;
        self.hold(sitting, room, every);
        Some(room)
    }

    /// Whether a room may be spoken to again.
    pub(super) fn is_free(&self, sitting: &Sitting, room: RoomId) -> bool {
        self.next.get(&room).copied().unwrap_or(0) <= sitting.world().now.0
    }

    /// Keeps from speaking to a room for so many minutes.
    pub(super) fn hold(&mut self, sitting: &Sitting, room: RoomId, minutes: u32) {
        self.next.insert(room, sitting.world().now.0 + minutes);
    }
}

impl Text {
    /// The text of an exemplar, with its picture.
    pub(super) fn of(model: &Exemplar) -> Self {
        Self { text: model.text.clone(), photo: model.photo }
    }

    /// Words without a picture.
    pub(super) const fn plain(text: String) -> Self {
        Self { text, photo: None }
    }

    /// The move that says it to a room; where the room wants a picture and none goes with the words, the brand's last. `None` where there is none.
    pub(super) fn post(self, sitting: &Sitting, room: RoomId) -> Option<Move> {
        let setup = &sitting.world().setup;
        let needed = setup.room(room).norms.picture_needed;
        let last = || setup.brand.photos.len().checked_sub(1).map(PhotoId::at);
        let photo = self.photo.or_else(|| if needed { last() } else { None });
        if needed && photo.is_none() {
            return None;
        }
        let text = fitted(sitting, room, self.text);
        Some(Move::Post { room: setup.room(room).name().to_string(), text, photo: named(sitting, photo) })
    }

    /// The move that answers a message with it.
    pub(super) fn reply(self, sitting: &Sitting, to: &Message) -> Move {
        let text = fitted(sitting, to.room, self.text);
        Move::Reply { to: to.id.0, text, photo: named(sitting, self.photo) }
    }
}

fn named(sitting: &Sitting, photo: Option<PhotoId>) -> Option<String> {
    photo.map(|photo| sitting.world().setup.brand.photos[photo.index()].name.clone())
}

/// The text as far as the room takes it: whole sentences where one fits, else whole words.
fn fitted(sitting: &Sitting, room: RoomId, text: String) -> String {
    let limit = sitting.world().setup.room(room).norms.limit;
    // No text has more characters than bytes.
    if text.len() <= limit || text.graphemes(true).count() <= limit {
        return text;
    }
    let cut: String = text.graphemes(true).take(limit).collect();
    let end = cut.rfind(['.', '!', '?']).map(|at| at + 1).or_else(|| cut.rfind(' '));
    cut[..end.unwrap_or(cut.len())].to_string()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::scenario::{load, shipped};

    #[test]
    fn a_text_too_long_for_a_room_ends_with_a_sentence() {
        let (name, source) = shipped()[0];
        let sitting = Sitting::new(Arc::new(load(name, source, None).unwrap()), 1);
        let party = sitting.world().setup.room_named("party").unwrap();
        let limit = sitting.world().setup.room(party).norms.limit;
        for (text, wanted) in [
            (format!("Short. {}", "word ".repeat(200)), "Short.".to_string()),
            ("One. Two!".to_string(), "One. Two!".to_string()),
            ("word ".repeat(200), "word ".repeat(limit / 5).trim_end().to_string()),
        ] {
            assert_eq!(fitted(&sitting, party, text), wanted);
        }
    }
}
