//! Law of word of mouth: what friends say moves trust, and informs (MODEL B.6, row 44).

use crate::sim::bond::Dial;
use crate::sim::clock::{DAY, STEP};
use crate::sim::dice::Purpose;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::{EventId, PersonId};
use crate::sim::measure::plus;
use crate::sim::message::{Gist, Words};
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::world::World;

use super::utter::Draft;

/// Size of one word along a tie of strength 1.
const SIZE: f64 = 0.15;
/// Share of recommendations that are said aloud in the room.
const ALOUD: f64 = 0.3;

/// Who recommends the brand in this step.
pub fn recommend(world: &World) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for person in &world.setup.people {
        let bond = &world.bonds[person.id.index()];
        // Dials only fade between touches, so a bond too low when last touched is too low now.
        if bond.trust + bond.warmth + 0.3 * plus(bond.mood) <= 0.45 {
            continue;
        }
        let bond = world.bond(person.id);
        let glad = if bond.glad_until > world.now { 2.0 } else { 1.0 };
        let keen = plus(bond.trust + bond.warmth + 0.3 * plus(bond.mood) - 0.45);
        let chance = 0.035 * person.talks.min(10.0) * keen * glad * f64::from(STEP) / f64::from(DAY);
        if !world.dice().falls(chance, Purpose::Tell, world.now, person.id, 0) {
            continue;
        }
        let cause = world.changes_in(person.id).next().map(|event| event.id);
        proposals.extend(to_friends(world, person.id, true, cause));
        if world.dice().falls(ALOUD, Purpose::Tell, world.now, person.id, 1)
            && let Some(&room) = person.rooms.iter().find(|room| !bond.has_left(**room))
        {
            let mut draft = Draft::new(person.id, room, Words::Gist(Gist::Recommend));
            draft.topics.clone_from(&world.setup.topics);
            proposals.push(Proposal::say(cause, draft.message(world)));
        }
    }
    proposals
}

/// A person tells one of those they know.
pub fn to_friends(world: &World, from: PersonId, good: bool, cause: Option<EventId>) -> Option<Proposal> {
    let ties = &world.setup.ties[from.index()];
    let tie = ties.get(world.dice().pick(ties.len(), Purpose::Tell, world.now, from, 2))?;
    let (person, bond) = (tie.to, world.bond(tie.to));
    let work = world.setup.room(tie.room).requests;
    // At work the useful tie is moderately weak (MODEL row 39).
    let strength = if work { tie.strength * (1.0 - 0.75 * tie.strength) / 0.333 } else { tie.strength };
    let reason = Reason { law: Law::WordOfMouth, because: Because::Told(from) };
    let trust = if good {
        SIZE * strength * (1.0 - bond.trust)
    } else {
        -SIZE * strength * bond.trust * (1.0 - 0.4 * bond.familiarity)
    };
    let mut nudges = vec![Nudge { person, dial: Dial::Trust, by: trust, reason }];
    if good {
        nudges.push(Nudge { person, dial: Dial::Knowledge, by: 0.3 * (1.0 - bond.knowledge), reason });
    }
    Some(Proposal::with(cause, What::Told { from, to: person, good }, nudges))
}

#[cfg(test)]
mod tests {
    #[test]
    fn good_word_moves_more_than_bad_below_even() {
        // MODEL row 44: at weight 1 and a prior of .35 the ratio lies in 1.4-2.5.
        let (good, bad) = (super::SIZE * (1.0 - 0.35), super::SIZE * 0.35);
        assert!((1.4..2.5).contains(&(good / bad)));
    }
}
