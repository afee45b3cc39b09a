//! What was missed: people left unanswered, wants nobody heard, talk nobody joined.

use serde::Serialize;

use crate::appraisal::Ask;
use crate::game::Sitting;
use crate::sim::clock::span;
use crate::sim::event::What;
use crate::sim::message::Words;
use crate::sim::setup::BeatDeed;
use crate::sim::world::{RequestState, WaitState};
use crate::sim::{MessageId, PersonId};

use super::when;

/// Told of each kind at most.
const MOST: usize = 8;

/// What was missed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Missed {
    /// People who asked and were left.
    pub unanswered: Vec<Unanswered>,
    /// How many there were in all.
    pub unanswered_in_all: usize,
    /// What people of the cast wanted, of whom the brand never heard.
    pub wants: Vec<Want>,
    /// News and talk of people's own that the brand passed by.
    pub stories: Vec<Unheard>,
    /// Requests to connect that nobody answered.
    pub requests: Vec<String>,
}

/// Somebody left unanswered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unanswered {
    /// Who.
    pub name: String,
    /// When they asked.
    pub at: String,
    /// Where.
    pub room: String,
    /// What they said.
    pub text: String,
    /// How long they waited, in words; empty while they still wait.
    pub waited: String,
}

/// A want nobody heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Want {
    /// Whose.
    pub name: String,
    /// What they want of life this week.
    pub want: String,
}

/// A story passed by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unheard {
    /// Whose.
    pub name: String,
    /// When it was told.
    pub at: String,
    /// Where.
    pub room: String,
    /// The words.
    pub text: String,
}

pub(super) fn missed(sitting: &Sitting) -> Missed {
    let world = sitting.world();
    let name = |person: PersonId| world.setup.person(person).name.clone();
    let left: Vec<_> =
        world.waiting.iter().filter(|waiting| !matches!(waiting.state, WaitState::Answered { .. })).collect();
    let unanswered = left.iter().take(MOST).map(|waiting| Unanswered {
        name: name(waiting.person),
        at: when(waiting.since),
        room: world.setup.room(waiting.room).title.clone(),
        text: sitting.text(waiting.message).to_owned(),
        waited: match waiting.state {
            WaitState::RanOut => span(waiting.until.since(waiting.since)),
            WaitState::Open | WaitState::Answered { .. } => String::new(),
        },
    });
    let ignored = world.requests.iter().filter(|request| request.state == RequestState::Ignored);
    Missed {
        unanswered: unanswered.collect(),
        unanswered_in_all: left.len(),
        wants: wants(sitting),
        stories: stories(sitting),
        requests: ignored.map(|request| name(request.person)).collect(),
    }
}

fn wants(sitting: &Sitting) -> Vec<Want> {
    let world = sitting.world();
    let heard = |person: PersonId| {
        world.chronicle.iter().any(|event| {
            matches!(event.what, What::Listened { person: who } | What::Answered { person: who, closed: true, .. }
                | What::Joined { person: who, .. } | What::Bought { person: who, good: true, .. } if who == person)
        })
    };
    let cast = world.setup.people.iter().filter(|person| person.cast && !person.want.is_empty());
    let unheard = cast.filter(|person| !heard(person.id));
    unheard
        .take(MOST)
        .map(|person| Want { name: person.name.clone(), want: person.want.to_string() })
        .collect()
}

fn stories(sitting: &Sitting) -> Vec<Unheard> {
    let world = sitting.world();
    let joined = |thread: MessageId| world.thread(thread).iter().any(|message| message.is_brand());
    let nodded = |id: MessageId| {
        world.chronicle.iter().any(|event| matches!(event.what, What::Nodded { message } if message == id))
    };
    let told = world.messages.iter().filter(|message| {
        let Words::Beat(beat) = message.words else { return false };
        let BeatDeed::Say(line) = &world.setup.beat(beat).deed else { return false };
        let story = matches!(line.ask, Ask::GoodNews | Ask::SadNews) || line.answers.is_none();
        story && !line.to_brand && message.expect.is_none() && !joined(message.thread) && !nodded(message.id)
    });
    told.filter_map(|message| {
        Some(Unheard {
            name: world.setup.person(message.person()?).name.clone(),
            at: when(message.minute),
            room: world.setup.room(message.room).title.clone(),
            text: sitting.text(message.id).to_owned(),
        })
    })
    .take(MOST)
    .collect()
}
