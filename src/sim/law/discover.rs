//! Law of truth: a false claim may please at first; people find out, at a rate, and it costs more than it gave.

use crate::sim::bond::Dial;
use crate::sim::clock::{DAY, Minute};
use crate::sim::dice::Purpose;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::{MessageId, PersonId};
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::world::World;

/// How many times a day somebody who read a false claim would find out (a choice).
const A_DAY: f64 = 0.35;

/// When a reader will find out; never within the story for some.
pub fn when(world: &World, person: PersonId, about: u64) -> Option<Minute> {
    let wait = -libm::log(1.0 - world.luck(Purpose::Truth, person, about)) / A_DAY * f64::from(DAY);
    let at = world.now.plus(wait.clamp(1.0, 1e6) as u32);
    (at <= world.setup.end()).then_some(at)
}

/// A reader finds out, unless it was set right before or they know already.
pub fn find_out(world: &World, person: PersonId, message: MessageId, claim: usize) -> Option<Proposal> {
    if world.message(message).corrected.is_some() || knows(world, person, claim) {
        return None;
    }
    let bond = world.bond(person);
    let reason = Reason { law: Law::FoundOut, because: Because::Message(message) };
    let nudges = vec![
        Nudge { person, dial: Dial::Trust, by: -0.30 * bond.trust, reason },
        Nudge { person, dial: Dial::Mood, by: -0.5, reason },
        Nudge { person, dial: Dial::Warmth, by: -0.15 * bond.warmth, reason },
    ];
    Some(Proposal::with(world.said_in(message), What::FoundOut { person, message, claim }, nudges))
}

/// Whether a person found out about a claim before.
fn knows(world: &World, person: PersonId, claim: usize) -> bool {
    let told = |what: &What| matches!(what, What::FoundOut { person: p, claim: c, .. } if *p == person && *c == claim);
    world.chronicle.iter().any(|event| told(&event.what))
}
