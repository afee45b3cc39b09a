//! A person as they came: life, temper, rooms and wants; what they make of the brand is in `bond`.

use std::sync::Arc;

use super::clock::Minute;
use super::id::{OfferId, PersonId, RoomId};
use super::set::{Rooms, Topics};

/// Topics are numbered by the speech floor's list.
pub type Topic = u16;

/// The manner in which a person talks; the words belong to speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Voice {
    /// Says what there is to say.
    #[default]
    Plain,
    /// Runs on, laughs, uses emoji.
    Chatty,
    /// Understates.
    Dry,
    /// Complete, polite sentences.
    Courteous,
    /// Short and quick.
    Brisk,
    /// As few words as will do.
    Terse,
    /// As if it were a letter to be filed.
    Formal,
    /// Young, in small letters.
    Teenage,
    /// Has seen it before, and remembers what it cost.
    Elderly,
    /// Careful English, learnt later in life.
    NonNative,
    /// Worries first and asks afterwards.
    Anxious,
    /// Means well, and says so.
    Warm,
    /// Teases those they like.
    Teasing,
}

impl Voice {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Plain,
        Self::Chatty,
        Self::Dry,
        Self::Courteous,
        Self::Brisk,
        Self::Terse,
        Self::Formal,
        Self::Teenage,
        Self::Elderly,
        Self::NonNative,
        Self::Anxious,
        Self::Warm,
        Self::Teasing,
    ];
}

/// One simulated human. Words that many share are shared; a million people fit into memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// The name of their luck: it stays theirs whoever else is there.
    pub label: u64,
    /// Name on screen.
    pub name: String,
    /// Whether the scenario wrote them (cast) or they were generated around it (crowd).
    pub cast: bool,
    /// Who they are, in a sentence or two.
    pub about: Arc<str>,
    /// What they do for a living, in a few words; what a badge says.
    pub work: Arc<str>,
    /// What they care about.
    pub cares: Topics,
    /// What they want of life this week, in their own words; may be empty.
    pub want: Arc<str>,
    /// How they talk.
    pub voice: Voice,
    /// Rooms they come to.
    pub rooms: Rooms,
    /// The room they are at home in.
    pub home: RoomId,
    /// Scepticism towards selling, 0..1.
    pub scepticism: f64,
    /// How readily they like and share, around 1.
    pub reacts: f64,
    /// How readily they speak up, around 1.
    pub talks: f64,
    /// Visits a day as a factor of the room's.
    pub visits: f64,
    /// How long they wait, as a factor of the room's.
    pub patience: f64,
    /// Interest in what the brand is about, 0..1.
    pub interest: f64,
    /// Trust, warmth and familiarity before the story, 0..1.
    pub first: (f64, f64, f64),
}

/// A want that an offer of the brand could meet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Need {
    /// Whose.
    pub person: PersonId,
    /// The offer.
    pub offer: OfferId,
    /// How well the offer really fits, 0..1; from .5 on a purchase is good for the person.
    pub fit: f64,
    /// From when.
    pub from: Minute,
    /// Until when.
    pub until: Minute,
}

/// A need that comes up among the crowd.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Want {
    /// The offer that could meet it.
    pub offer: OfferId,
    /// How well it would fit, 0..1.
    pub fit: f64,
    /// Chance a day that somebody comes to need it.
    pub a_day: f64,
}
