//! Law of what was set going: deliveries arrive, untruths are found out, words are passed on, each at its minute.

use crate::sim::bond::Dial;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::{OfferId, PersonId};
use crate::sim::later::Coming;
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::world::World;

use super::{address, discover, storm};

/// What comes about of one thing that was set going.
pub fn comes(world: &World, coming: Coming) -> Vec<Proposal> {
    match coming {
        Coming::Delivery { person, offer, good } => delivery(world, person, offer, good),
        Coming::Discovery { person, message, claim } => {
            discover::find_out(world, person, message, claim).into_iter().collect()
        }
        Coming::Passing { person, message } => storm::passes(world, person, message),
    }
}

/// What was bought is there: it is good for the person, or a disappointment that some say aloud (MODEL B.7).
fn delivery(world: &World, person: PersonId, offer: OfferId, good: bool) -> Vec<Proposal> {
    let trust = world.bond(person).trust;
    let reason = Reason { law: Law::Delivery, because: Because::Happened };
    let (mood, trust) = if good { (0.4, 0.05 * (1.0 - trust)) } else { (-0.6, -0.20 * trust) };
    let nudges = vec![
        Nudge { person, dial: Dial::Mood, by: mood, reason },
        Nudge { person, dial: Dial::Trust, by: trust, reason },
    ];
    let bought = world.changes_in(person).find(|event| matches!(event.what, What::Bought { .. }));
    let cause = bought.map(|event| event.id);
    let mut proposals = vec![Proposal::with(cause, What::Delivered { person, offer, good }, nudges)];
    if !good {
        proposals.extend(address::disappointed(world, person, cause));
    }
    proposals
}
