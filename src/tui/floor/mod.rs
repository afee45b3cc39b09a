//! The floor of a room: who is there, in what state, and how near they stand to the brand.

pub(crate) mod place;
pub(crate) mod slide;

use std::collections::BTreeMap;

use crate::sim::law::circle;
use crate::sim::world::WaitState;
use crate::sim::{MessageId, Minute, PersonId, RoomId, World};

use super::theme::Meaning;
use super::words;

/// How near people can stand: from the door to the brand's side.
pub(crate) const RINGS: [&str; 5] =
    ["by the door", "across the room", "within earshot", "near you", "at your side"];
/// From which closeness on somebody stands in each ring after the first (a choice: trust and warmth before a story lie
/// around the second and third).
const STEPS: [f64; 4] = [0.20, 0.32, 0.42, 0.55];
/// Minutes after which nobody remembers that somebody spoke, where a room does not say so itself.
const LATELY: u32 = 120;
/// Messages looked through for who spoke lately.
const LOOKED: usize = 200;

/// What somebody on the floor is doing, as far as the brand is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    /// Waits for an answer.
    Waits,
    /// Asks to connect.
    Asks,
    /// Gave up waiting.
    GaveUp,
    /// Said something lately.
    Talks,
    /// Stopped following the brand here.
    Left,
    /// Is there.
    There,
}

impl State {
    /// The sign before a name.
    pub(crate) const fn glyph(self) -> char {
        match self {
            Self::Waits => '!',
            Self::Asks => '+',
            Self::GaveUp => '~',
            Self::Talks => '"',
            Self::Left => 'x',
            Self::There => 'o',
        }
    }

    /// The word for it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Waits => "waits",
            Self::Asks => "asks to connect",
            Self::GaveUp => "gave up",
            Self::Talks => "talks",
            Self::Left => "drifted off",
            Self::There => "here",
        }
    }

    /// The word for so many.
    pub(crate) const fn counted(self, count: usize) -> &'static str {
        match self {
            Self::Waits if count > 1 => "wait",
            Self::Asks if count > 1 => "ask to connect",
            Self::Talks if count > 1 => "talk",
            Self::Waits | Self::Asks | Self::GaveUp | Self::Talks | Self::Left | Self::There => self.word(),
        }
    }

    /// What it means for the brand.
    pub(crate) const fn meaning(self) -> Meaning {
        match self {
            Self::Waits => Meaning::Warning,
            Self::Asks => Meaning::News,
            Self::GaveUp | Self::Left => Meaning::Bad,
            Self::Talks => Meaning::Name,
            Self::There => Meaning::Plain,
        }
    }
}

/// Somebody on the floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Guest {
    /// Who.
    pub(crate) id: PersonId,
    /// Their first name, or the whole one where two share it.
    pub(crate) name: String,
    /// The ring they stand in, 0 by the door.
    pub(crate) ring: usize,
    /// What they are doing.
    pub(crate) state: State,
    /// The circle of conversation they stand in, where the room has circles.
    pub(crate) circle: u64,
    /// What they said last here, and when.
    pub(crate) spoke: Option<(MessageId, Minute)>,
}

/// The ring somebody stands in: trust and warmth, and the door once they left.
pub(crate) fn ring(world: &World, id: PersonId, room: RoomId) -> usize {
    let bond = world.bond(id);
    if bond.has_left(room) {
        return 0;
    }
    let near = f64::midpoint(bond.trust, bond.warmth);
    STEPS.iter().filter(|step| near >= **step).count()
}

/// At most so many of those who are in a room, by id: first whoever wants something, then who spoke, then the cast.
pub(crate) fn guests(world: &World, room: RoomId, most: usize) -> Vec<Guest> {
    let mut states: BTreeMap<PersonId, State> = BTreeMap::new();
    let mut spoke: BTreeMap<PersonId, (MessageId, Minute)> = BTreeMap::new();
    let mut note = |id: PersonId, state: State| {
        let known = states.entry(id).or_insert(state);
        *known = (*known).min(state);
    };
    let here =
        world.messages.iter().rev().filter(|message| message.room == room && message.private.is_none());
    for message in here.take(LOOKED).take_while(|message| world.now.since(message.minute) <= LATELY) {
        if let Some(person) = message.person() {
            spoke.entry(person).or_insert((message.id, message.minute));
            note(person, State::Talks);
        }
    }
    for waiting in world.waiting.iter().filter(|waiting| waiting.room == room) {
        match waiting.state {
            WaitState::Open => note(waiting.person, State::Waits),
            WaitState::RanOut if world.now.since(waiting.until) <= LATELY => {
                note(waiting.person, State::GaveUp);
            }
            WaitState::RanOut | WaitState::Answered { .. } => {}
        }
    }
    for request in world.open_requests() {
        if request.room == room {
            note(request.person, State::Asks);
        }
    }
    for person in world.setup.people.iter().take_while(|person| person.cast) {
        if person.rooms.contains(room) {
            note(person.id, State::There);
        }
    }
    let mut all: Vec<(PersonId, State)> = states.into_iter().collect();
    all.sort_by_key(|(id, state)| (*state, *id));
    all.truncate(most);
    all.sort_by_key(|(id, _)| *id);
    let guest = |(id, state)| {
        let left = world.bond(id).has_left(room) && !matches!(state, State::Waits | State::Asks);
        Guest {
            id,
            name: words::first_name(&world.setup.person(id).name).to_owned(),
            ring: ring(world, id, room),
            state: if left { State::Left } else { state },
            circle: circle::circle(world, room, id),
            spoke: spoke.get(&id).copied(),
        }
    };
    let mut guests: Vec<Guest> = all.into_iter().map(guest).collect();
    tell_apart(world, &mut guests);
    guests
}

/// Gives an initial to those who share a first name.
fn tell_apart(world: &World, guests: &mut [Guest]) {
    let names: Vec<String> = guests.iter().map(|guest| guest.name.clone()).collect();
    for guest in guests {
        if names.iter().filter(|name| **name == guest.name).count() > 1 {
            let whole = &world.setup.person(guest.id).name;
            if let Some(initial) = whole.split(' ').nth(1).and_then(|last| last.chars().next()) {
                guest.name = format!("{} {initial}.", guest.name);
            }
        }
    }
}
