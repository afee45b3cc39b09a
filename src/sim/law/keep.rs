//! Law of promises: kept promises build trust fast, broken ones cost it.

use crate::appraisal::Due;
use crate::sim::bond::Dial;
use crate::sim::clock::{DAY, Minute};
use crate::sim::dice::Purpose;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::{EventId, PersonId};
use crate::sim::promise::{Promise, PromiseState};
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::setup::Setup;
use crate::sim::world::World;

use super::address;

/// When a promise made now falls due; one that names no time is due by closing time the same day.
pub fn due(setup: &Setup, now: Minute, said: Option<Due>) -> Minute {
    let closing = |day| Minute::on(day, setup.staffed.1);
    match said {
        Some(Due::In(minutes)) => now.plus(minutes),
        Some(Due::At(minute)) if now.of_day() < minute => Minute::on(now.day(), minute),
        Some(Due::At(minute)) => Minute::on(now.day(), minute).plus(DAY),
        None if now.of_day() + 60 < setup.staffed.1 => closing(now.day()),
        Some(Due::Tomorrow) | None => closing(now.day() + 1),
    }
}

/// Promises that this word to a person keeps, when it answers well enough.
pub fn kept(world: &World, to: PersonId, result: f64, cause: EventId) -> Vec<Proposal> {
    if result < super::answer::ENOUGH {
        return Vec::new();
    }
    open(world)
        .filter(|promise| promise.to == to && promise.made < world.now)
        .map(|promise| {
            let bond = world.bond(to);
            let reason = Reason { law: Law::Promise, because: Because::Message(promise.made_in) };
            let nudges = vec![
                Nudge { person: to, dial: Dial::Trust, by: 0.10 * (1.0 - bond.trust), reason },
                Nudge { person: to, dial: Dial::Mood, by: 0.25, reason },
            ];
            Proposal::with(Some(cause), What::Kept(promise.id), nudges)
        })
        .collect()
}

/// Promises whose time is over; some say aloud that they were let down (MODEL B.6).
pub fn broken(world: &World) -> Vec<Proposal> {
    open(world)
        .filter(|promise| promise.due <= world.now)
        .flat_map(|promise| {
            let (person, bond) = (promise.to, world.bond(promise.to));
            let reason = Reason { law: Law::Promise, because: Because::Message(promise.made_in) };
            let nudges = vec![
                Nudge { person, dial: Dial::Trust, by: -0.20 * bond.trust, reason },
                Nudge { person, dial: Dial::Mood, by: -0.5, reason },
                Nudge { person, dial: Dial::Warmth, by: -0.15 * bond.warmth, reason },
            ];
            let cause = world.said_in(promise.made_in);
            let broke = Proposal::with(cause, What::Broke(promise.id), nudges);
            let aloud = world.falls(bond.voices, Purpose::Address, person, 17);
            let warns = if aloud { address::disappointed(world, person, cause) } else { Vec::new() };
            std::iter::once(broke).chain(warns)
        })
        .collect()
}

fn open(world: &World) -> impl Iterator<Item = &Promise> {
    world.promises.iter().filter(|promise| promise.state == PromiseState::Open)
}
