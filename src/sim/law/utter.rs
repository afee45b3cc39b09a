//! How a person comes to say something: a draft that becomes a message, and how long its author waits.

use crate::appraisal::Ask;
use crate::sim::audience::Audience;
use crate::sim::dice::Purpose;
use crate::sim::id::{MessageId, PersonId, RoomId};
use crate::sim::measure::lognormal;
use crate::sim::message::{Author, Expect, Message, Words};
use crate::sim::person::{Person, Topic};
use crate::sim::world::World;

/// A message in the making.
#[derive(Clone, Debug)]
pub struct Draft {
    author: Author,
    room: RoomId,
    words: Words,
    /// What it answers.
    pub answers: Option<MessageId>,
    /// Whether it speaks to the brand.
    pub to_brand: bool,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// What the author waits for.
    pub expect: Option<Expect>,
    /// With whom, when private.
    pub private: Option<PersonId>,
}

impl Draft {
    /// A person's draft.
    pub const fn new(person: PersonId, room: RoomId, words: Words) -> Self {
        Self::by(Author::Person(person), room, words)
    }

    /// Anybody's draft.
    pub const fn by(author: Author, room: RoomId, words: Words) -> Self {
        Self {
            author,
            room,
            words,
            answers: None,
            to_brand: false,
            topics: Vec::new(),
            expect: None,
            private: None,
        }
    }

    /// The message; `apply` gives it its id.
    pub fn message(self, world: &World) -> Message {
        let thread = self.answers.map_or(MessageId(u32::MAX), |answered| world.message(answered).thread);
        Message {
            id: MessageId(u32::MAX),
            room: self.room,
            private: self.private,
            author: self.author,
            minute: world.now,
            answers: self.answers,
            thread,
            words: self.words,
            topics: self.topics,
            expect: self.expect,
            to_brand: self.to_brand,
            withdrawn: false,
            corrected: None,
            boost: 1.0,
            audience: Audience::default(),
            reactions: [0; 3],
            lift: 1.0,
            label: 0,
        }
    }
}

/// How long somebody waits for an answer here, in minutes (MODEL B.3: lognormal, sigma 1.1; complaints .6 of it).
pub fn patience(world: &World, person: &Person, room: RoomId, ask: Ask) -> u32 {
    let place = world.setup.room(room);
    let u = world.luck(Purpose::Patience, person.id, u64::from(room.0));
    let share = if ask == Ask::Complaint { 0.6 } else { 1.0 };
    (lognormal(u, place.patience * person.patience, 1.1) * share).clamp(10.0, 3.0 * 1440.0) as u32
}
