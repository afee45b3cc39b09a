//! Why something in a person changed: the law, and what it points at (words, waiting or an event).

use crate::appraisal::Dimension;

use super::id::{EventId, MessageId, PersonId};

/// The rule that moved a dial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Law {
    /// How authentic a message reads moves trust.
    Authentic,
    /// What a message gives moves warmth and mood.
    Value,
    /// Each message makes the brand better known.
    Acquaintance,
    /// A message that says what is to be had informs.
    Information,
    /// Each message tires.
    Fatigue,
    /// Being sold to tires more.
    Selling,
    /// A good answer is worth less each minute; a bad one costs.
    Answer,
    /// When patience runs out, silence counts as an answer.
    Silence,
    /// Others watch how somebody is treated.
    Watching,
    /// Those still waiting resent that another was answered.
    Overlooked,
    /// A guest in people's own talk is judged as a guest.
    Guest,
    /// A talk taken outside at the right time.
    Outside,
    /// A long argument in public tires those who see it.
    Clogging,
    /// A promise kept, or broken.
    Promise,
    /// A false claim found out.
    FoundOut,
    /// An open correction.
    Owning,
    /// What was taken back is remembered.
    TakenBack,
    /// A request to connect, answered or not.
    Courtesy,
    /// Somebody asked who they are before speaking.
    Listening,
    /// A nod of the brand.
    Nod,
    /// What friends say.
    WordOfMouth,
    /// A complaint heard in passing.
    Overhearing,
    /// Somebody was introduced by a common acquaintance.
    Introduction,
    /// Something went wrong for them.
    Failure,
    /// What they bought was good for them, or not.
    Delivery,
    /// Selling into sad news.
    Tactless,
}

impl Law {
    /// All of them.
    pub const ALL: [Self; 26] = [
        Self::Authentic,
        Self::Value,
        Self::Acquaintance,
        Self::Information,
        Self::Fatigue,
        Self::Selling,
        Self::Answer,
        Self::Silence,
        Self::Watching,
        Self::Overlooked,
        Self::Guest,
        Self::Outside,
        Self::Clogging,
        Self::Promise,
        Self::FoundOut,
        Self::Owning,
        Self::TakenBack,
        Self::Courtesy,
        Self::Listening,
        Self::Nod,
        Self::WordOfMouth,
        Self::Overhearing,
        Self::Introduction,
        Self::Failure,
        Self::Delivery,
        Self::Tactless,
    ];
}

/// What a reason points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// Words of a message, read on a dimension: its cues have the places.
    Words(MessageId, Dimension),
    /// A message as a whole.
    Message(MessageId),
    /// So many minutes of waiting for an answer to a message.
    Waiting(MessageId, u32),
    /// What a person said to them.
    Told(PersonId),
    /// Something that happened.
    Event(EventId),
    /// The very event that carries the change.
    Happened,
}

/// A named, signed reason; its sign is that of the change it explains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// The rule.
    pub law: Law,
    /// What it points at.
    pub because: Because,
}
