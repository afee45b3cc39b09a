//! Law of truth: a false claim may please at first; people find out, at a rate, and it costs more than it gave.

use crate::appraisal::Verdict;
use crate::sim::bond::Dial;
use crate::sim::clock::{DAY, STEP};
use crate::sim::dice::Purpose;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::PersonId;
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::world::World;

/// Chance a day that somebody who read a false claim finds out (a choice).
const A_DAY: f64 = 0.35;

/// Who finds out in this step.
pub fn find_out(world: &World) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for message in world.messages.iter().filter(|m| m.is_brand() && m.corrected.is_none()) {
        let Some(said) = message.said() else { continue };
        let Some(claim) = said.appraisal.claims.iter().find_map(|claim| match claim.verdict {
            Verdict::Contradicted(index) => Some(index),
            Verdict::Confirmed(_) | Verdict::SaidOtherwise(_) | Verdict::Unsupported => None,
        }) else {
            continue;
        };
        for &person in &message.readers {
            let chance = A_DAY * f64::from(STEP) / f64::from(DAY);
            let about = u64::from(message.id.0);
            let falls = world.dice().falls(chance, Purpose::Truth, world.now, person, about);
            if !falls || knows(world, person, claim) {
                continue;
            }
            let bond = world.bond(person);
            let reason = Reason { law: Law::FoundOut, because: Because::Message(message.id) };
            let nudges = vec![
                Nudge { person, dial: Dial::Trust, by: -0.30 * bond.trust, reason },
                Nudge { person, dial: Dial::Mood, by: -0.5, reason },
                Nudge { person, dial: Dial::Warmth, by: -0.15 * bond.warmth, reason },
            ];
            let cause = world.said_in(message.id);
            proposals.push(Proposal::with(
                cause,
                What::FoundOut { person, message: message.id, claim },
                nudges,
            ));
        }
    }
    proposals
}

/// Whether a person found out about a claim before.
fn knows(world: &World, person: PersonId, claim: usize) -> bool {
    let told = |what: &What| matches!(what, What::FoundOut { person: p, claim: c, .. } if *p == person && *c == claim);
    world.chronicle.iter().any(|event| told(&event.what))
}
