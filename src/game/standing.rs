//! The five meters, per room and in all, 0..100.

use serde::{Deserialize, Serialize};

use crate::appraisal::Ask;
use crate::sim::event::What;
use crate::sim::world::{RequestState, WaitState};
use crate::sim::{PersonId, RoomId, World};

use super::Sitting;

/// The meters, each 0..100.
#[derive(Clone, Copy, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meters {
    /// Authentic and true, as those who read it felt.
    pub voice: f64,
    /// Fit for the room; good manners.
    pub manners: f64,
    /// Who was answered, how fast, how well.
    pub answering: f64,
    /// Who is closer, who is further, who left; 50 is as it was.
    pub bonds: f64,
    /// Good sales that were to be expected, less twice the bad ones; luck is left out.
    pub business: f64,
}

impl Meters {
    /// The names of the meters, in order.
    pub const NAMES: [&'static str; 5] = ["voice", "manners", "answering", "bonds", "business"];

    /// The values, in the order of [`Self::NAMES`].
    pub const fn values(&self) -> [f64; 5] {
        [self.voice, self.manners, self.answering, self.bonds, self.business]
    }

    /// What another standing has more of than this one, meter by meter in points. Voice and manners that had nothing to
    /// judge by on one side are left out: silence is no fault of wording.
    pub fn gain(&self, other: &Self) -> [f64; 5] {
        let (was, would) = (self.values(), other.values());
        let mut gain = [0.0; 5];
        for (place, slot) in gain.iter_mut().enumerate() {
            let judged = place > 1 || (was[place] > 0.0 && would[place] > 0.0);
            *slot = if judged { would[place] - was[place] } else { 0.0 };
        }
        gain
    }
}

/// Where a play stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// In all.
    pub all: Meters,
    /// By room, in the order of the setup.
    pub rooms: Vec<Meters>,
    /// People closer, as before, further, gone.
    pub people: [usize; 4],
}

/// From this value of the answering meter on, people count as looked after (a choice: half of what the host reaches).
const LOOKED_AFTER: f64 = 25.0;

impl Standing {
    /// Whether a play with this standing ended well: more people came closer than went, people who asked were looked after,
    /// and good sales were to be expected.
    pub fn ends_well(&self) -> bool {
        let [closer, _, further, left] = self.people;
        closer > further + left && self.all.answering >= LOOKED_AFTER && self.all.business > 0.0
    }
}

/// A bond has moved when trust and warmth together moved by so much.
pub const MOVED: f64 = 0.02;

/// How far a person is from where they began: change of trust and warmth together.
pub fn shift(world: &World, person: PersonId) -> f64 {
    let (bond, who) = (world.bond(person), world.setup.person(person));
    // Warmth fades by itself; what counts is what the brand did, so it is held against warmth that faded alone.
    let alone = crate::sim::bond::Bond::new(who.first, world.setup.start()).at(world.now);
    (bond.trust - alone.trust) + (bond.warmth - alone.warmth)
}

/// The standing of a play.
pub fn standing(sitting: &Sitting) -> Standing {
    let world = sitting.world();
    let rooms: Vec<RoomId> = (0..world.setup.rooms.len()).map(RoomId::at).collect();
    let mut people = [0; 4];
    for person in &world.setup.people {
        let moved = shift(world, person.id);
        let gone = !world.bonds[person.id.index()].left.is_empty();
        let place = if gone {
            3
        } else if moved > MOVED {
            0
        } else if moved < -MOVED {
            2
        } else {
            1
        };
        people[place] += 1;
    }
    Standing {
        all: meters(world, None),
        rooms: rooms.iter().map(|room| meters(world, Some(*room))).collect(),
        people,
    }
}

fn meters(world: &World, room: Option<RoomId>) -> Meters {
    let here = |r: RoomId| room.is_none_or(|room| room == r);
    let rooms = (0..world.setup.rooms.len()).map(RoomId::at).filter(|room| here(*room));
    let (mut voice, mut manners) = (Mean::default(), Mean::default());
    for room in rooms {
        let read = world.tally.readings(room);
        voice.add(read.authenticity, read.times as f64);
        manners.add(read.fit, read.times as f64);
    }
    for event in &world.chronicle {
        if let What::Joined { reply, welcome: worth, .. } | What::Answered { reply, manner: worth, .. } =
            event.what
            && here(world.message(reply).room)
        {
            manners.add(worth, 1.0);
        }
    }
    for request in world.requests.iter().filter(|request| here(request.room)) {
        match request.state {
            RequestState::Accepted => manners.add(1.0, 1.0),
            RequestState::Declined => manners.add(0.5, 1.0),
            RequestState::Ignored => manners.add(0.0, 1.0),
            RequestState::Open => {}
        }
    }
    Meters {
        voice: 100.0 * voice.value(),
        manners: 100.0 * manners.value(),
        answering: answering(world, here),
        bonds: bonds(world, room),
        business: business(world, room),
    }
}

/// A mean in the making.
#[derive(Clone, Copy, Debug, Default)]
struct Mean {
    sum: f64,
    of: f64,
}

impl Mean {
    fn add(&mut self, sum: f64, of: f64) {
        self.sum += sum;
        self.of += of;
    }

    /// 0 where nothing was added.
    fn value(self) -> f64 {
        if self.of > 0.0 { self.sum / self.of } else { 0.0 }
    }
}

fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
}

/// Worth of answers over all who asked; silence counts nothing. Those still within their patience do not count yet. Who only
/// talked back counts a quarter: they mind silence that much less (`wait.rs`).
fn answering(world: &World, here: impl Fn(RoomId) -> bool) -> f64 {
    let settled = world.waiting.iter().filter(|w| here(w.room));
    let (mut sum, mut of) = (0.0, 0.0);
    for waiting in settled {
        let worth = match waiting.state {
            WaitState::Answered { worth, .. } => worth,
            WaitState::RanOut => 0.0,
            WaitState::Open => continue,
        };
        let asked = world.message(waiting.message).expect.as_ref().map(|expect| expect.ask);
        let weight = match asked {
            Some(Ask::Question | Ask::Complaint | Ask::Request) => 1.0,
            Some(Ask::Praise | Ask::GoodNews | Ask::SadNews | Ask::Talk) | None => 0.25,
        };
        sum += weight * worth;
        of += weight;
    }
    if of > 0.0 { 100.0 * sum / of } else { 0.0 }
}

fn bonds(world: &World, room: Option<RoomId>) -> f64 {
    let there = world.setup.people.iter().filter(|p| room.is_none_or(|room| p.rooms.contains(room)));
    let shifts: Vec<f64> = there
        .map(|person| {
            let gone = world.bonds[person.id.index()].left;
            let left = room.map_or(!gone.is_empty(), |room| gone.contains(room));
            if left { -1.0 } else { (shift(world, person.id) / 0.15).clamp(-1.0, 1.0) }
        })
        .collect();
    50.0 + 50.0 * mean(&shifts)
}

/// A quarter of the people buying well would be a very good week: that is 80 of 100 (a choice).
fn business(world: &World, room: Option<RoomId>) -> f64 {
    let mine = |p: &&crate::sim::person::Person| room.is_none_or(|room| p.home == room);
    let people: Vec<_> = world.setup.people.iter().filter(mine).collect();
    let expected: f64 = people.iter().map(|person| world.expected[person.id.index()]).sum();
    let net = expected.max(0.0) / (people.len().max(1) as f64);
    100.0 * net / (net + 0.0625)
}
