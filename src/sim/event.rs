//! What happened: a closed list of events, each with its cause and the changes it made in people.

use super::bond::Dial;
use super::clock::Minute;
use super::id::{BeatId, EventId, MessageId, OfferId, PersonId, PromiseId, RoomId};
use super::later::Coming;
use super::law::reading::Reading;
use super::message::Message;
use super::reason::Reason;

/// One event of the chronicle.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its place in the chronicle.
    pub id: EventId,
    /// When.
    pub minute: Minute,
    /// The event that led to it, always an earlier one.
    pub cause: Option<EventId>,
    /// What happened.
    pub what: What,
    /// What it changed in people.
    pub changes: Vec<Change>,
}

/// A dial of a person that moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub dial: Dial,
    /// From.
    pub from: f64,
    /// To.
    pub to: f64,
    /// Why.
    pub reason: Reason,
}

/// Kinds of events.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A beat of the scenario came about.
    Beat(BeatId),
    /// A message was said.
    Said(MessageId),
    /// A person read a message of the brand.
    Read { person: PersonId, message: MessageId, reading: Reading, via: Via },
    /// A person overheard what somebody said to the brand, from them or from who passed it on.
    Overheard { person: PersonId, message: MessageId, from: PersonId },
    /// A person liked a message.
    Liked { person: PersonId, message: MessageId },
    /// A person passed a message on.
    Shared { person: PersonId, message: MessageId },
    /// Nobody took up a post of the brand.
    FellFlat { message: MessageId },
    /// A person looked up what the brand offers.
    LookedUp { person: PersonId, message: MessageId },
    /// The brand answered somebody who waited; `result` and `manner` are the parts of the answer, 0..1.
    Answered { person: PersonId, asked: MessageId, reply: MessageId, result: f64, manner: f64, closed: bool },
    /// The brand joined people's own talk.
    Joined { person: PersonId, reply: MessageId, welcome: f64 },
    /// A reader watched how somebody was answered.
    Watched { person: PersonId, reply: MessageId },
    /// Somebody's patience ran out.
    RanOut { person: PersonId, message: MessageId },
    /// A person asked to connect.
    Requested { person: PersonId, room: RoomId },
    /// A request was settled.
    Settled { person: PersonId, room: RoomId, accepted: bool },
    /// The brand asked to connect, and how it went.
    Reached { person: PersonId, room: RoomId, accepted: bool },
    /// The brand nodded to a message.
    Nodded { message: MessageId },
    /// The brand read a person's page.
    Listened { person: PersonId },
    /// The brand promised something.
    Promised(PromiseId),
    /// A promise was kept.
    Kept(PromiseId),
    /// A promise was broken.
    Broke(PromiseId),
    /// A person found out that a claim in a message was false.
    FoundOut { person: PersonId, message: MessageId, claim: usize },
    /// The brand corrected a message in the open.
    Corrected { message: MessageId, by: MessageId },
    /// The brand took a message back.
    Withdrew { message: MessageId },
    /// The brand paid for reach.
    Boosted { message: MessageId },
    /// Something went wrong for a person.
    Failed { person: PersonId, failure: usize },
    /// A person told another about the brand.
    Told { from: PersonId, to: PersonId, good: bool },
    /// A person bought something; both sides of the ledger.
    Bought { person: PersonId, offer: OfferId, good: bool, earned: f64, gained: f64 },
    /// What a person bought arrived, and was good for them or not.
    Delivered { person: PersonId, offer: OfferId, good: bool },
    /// A person introduced the brand to somebody they know.
    Introduced { from: PersonId, to: PersonId, room: RoomId },
    /// A person stopped following the brand in a room.
    Left { person: PersonId, room: RoomId, why: Parting },
}

/// How a reader came across a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// It was there to be seen.
    Feed,
    /// Somebody they listen to passed it on.
    Passed(PersonId),
    /// The brand paid for them to see it.
    Paid,
    /// They leafed through what the brand showed before.
    Leafed,
}

/// Why somebody left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Parting {
    /// Too much selling.
    Selling,
    /// Nothing in it for them.
    Irrelevant,
    /// Too much of it.
    Volume,
    /// They were not answered.
    Ignored,
}

/// A law's proposal: an event and the nudges that come with it. Only `apply` turns it into fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The event that led to it.
    pub cause: Option<EventId>,
    /// What is to happen.
    pub deed: Proposed,
    /// By how much dials are to move.
    pub nudges: Vec<Nudge>,
}

/// What a law can propose.
#[derive(Clone, Debug, PartialEq)]
pub enum Proposed {
    /// An event that names things which exist already.
    What(What),
    /// A new message; `apply` gives it its id.
    Say(Box<Message>),
    /// Something that comes about at a later minute.
    Later(Minute, Coming),
}

/// By how much a dial is to move, before limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nudge {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub dial: Dial,
    /// By how much.
    pub by: f64,
    /// Why.
    pub reason: Reason,
}

impl Proposal {
    /// An event without nudges.
    pub const fn of(cause: Option<EventId>, what: What) -> Self {
        Self { cause, deed: Proposed::What(what), nudges: Vec::new() }
    }

    /// An event with nudges.
    pub const fn with(cause: Option<EventId>, what: What, nudges: Vec<Nudge>) -> Self {
        Self { cause, deed: Proposed::What(what), nudges }
    }

    /// The event, where it names things which exist already.
    pub const fn what(&self) -> Option<&What> {
        match &self.deed {
            Proposed::What(what) => Some(what),
            Proposed::Say(_) | Proposed::Later(..) => None,
        }
    }

    /// Something that comes about later.
    pub const fn later(cause: Option<EventId>, at: Minute, coming: Coming) -> Self {
        Self { cause, deed: Proposed::Later(at, coming), nudges: Vec::new() }
    }

    /// A message.
    pub fn say(cause: Option<EventId>, message: Message) -> Self {
        Self { cause, deed: Proposed::Say(Box::new(message)), nudges: Vec::new() }
    }
}

impl What {
    /// Whether it happens to so many that in a large crowd it is counted rather than told.
    pub const fn is_common(&self) -> bool {
        matches!(
            self,
            Self::Read { .. }
                | Self::Overheard { .. }
                | Self::Liked { .. }
                | Self::LookedUp { .. }
                | Self::Watched { .. }
                | Self::Failed { .. }
                | Self::Told { .. }
                | Self::Delivered { .. }
        )
    }

    /// Whether somebody took in this message, as a reader, by an answer, or looking on.
    pub fn is_reading_of(&self, id: MessageId) -> bool {
        matches!(self, Self::Read { message, .. } if *message == id)
            || matches!(self, Self::Answered { reply, .. } | Self::Joined { reply, .. } | Self::Watched { reply, .. } if *reply == id)
    }
}
