//! Law of word of mouth: what friends say moves trust, and informs (MODEL B.6, row 44).

use crate::sim::bond::{Bond, Dial};
use crate::sim::day::Urge;
use crate::sim::dice::Purpose;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::{EventId, PersonId};
use crate::sim::measure::plus;
use crate::sim::message::{Gist, Words};
use crate::sim::person::Person;
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::ties::Tie;
use crate::sim::world::World;

use super::utter::Draft;

/// Size of one word along a tie of strength 1: MODEL B.6 has .30 times one half.
pub const SIZE: f64 = 0.15;
/// Share of recommendations that are said aloud in the room.
const ALOUD: f64 = 0.3;
/// Recommendations a day of somebody who could not think better of the brand (MODEL B.6).
const A_DAY: f64 = 0.035;
/// How far trust, warmth and mood together can rise above where people begin to recommend.
const KEENEST: f64 = 1.0 + 1.0 + 0.3 - 0.45;

/// The most recommendations a day of a person: with all dials up, and glad of a good purchase.
pub const fn most_a_day(person: &Person) -> f64 {
    2.0 * KEENEST * A_DAY * person.talks.min(10.0)
}

/// How keen somebody is to recommend the brand, 0..1.85.
pub fn keen(bond: &Bond) -> f64 {
    plus(bond.trust + bond.warmth + 0.3 * plus(bond.mood) - 0.45)
}

/// Who recommends the brand in this step.
pub fn recommend(world: &World) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for impulse in world.day.impulses(world.now).filter(|impulse| impulse.urge == Urge::Recommend) {
        let (person, bond) = (world.setup.person(impulse.person), world.bond(impulse.person));
        let glad = if bond.glad_until > world.now { 1.0 } else { 0.5 };
        if !world.falls(glad * keen(&bond) / KEENEST, Purpose::Tell, person.id, 0) {
            continue;
        }
        let cause = world.changes_in(person.id).next().map(|event| event.id);
        proposals.extend(to_friends(world, person.id, true, cause));
        if world.falls(ALOUD, Purpose::Tell, person.id, 1)
            && let Some(room) = person.rooms.iter().find(|room| !bond.has_left(*room))
        {
            let mut draft = Draft::new(person.id, room, Words::Gist(Gist::Recommend));
            draft.topics.clone_from(&world.setup.topics);
            proposals.push(Proposal::say(cause, draft.message(world)));
        }
    }
    proposals
}

/// A person tells one of those who listen to them.
pub fn to_friends(world: &World, from: PersonId, good: bool, cause: Option<EventId>) -> Option<Proposal> {
    let ties = world.setup.ties.of(from);
    let tie = ties.get(world.pick(ties.len(), Purpose::Tell, from, 2))?;
    Some(told(world, from, tie, good, cause))
}

/// A word about the brand along a tie.
fn told(world: &World, from: PersonId, tie: &Tie, good: bool, cause: Option<EventId>) -> Proposal {
    let (person, bond) = (tie.to, world.bond(tie.to));
    let strength = tie.carries(world.setup.room(tie.room).requests);
    let reason = Reason { law: Law::WordOfMouth, because: Because::Told(from) };
    let trust = word(strength, good, &bond);
    let mut nudges = vec![Nudge { person, dial: Dial::Trust, by: trust, reason }];
    if good {
        nudges.push(Nudge { person, dial: Dial::Knowledge, by: 0.3 * (1.0 - bond.knowledge), reason });
    }
    Proposal::with(cause, What::Told { from, to: person, good }, nudges)
}

/// What a word does to trust: equal gain both ways, so that good word moves more below one half (MODEL row 44).
pub fn word(strength: f64, good: bool, bond: &Bond) -> f64 {
    if good {
        SIZE * strength * (1.0 - bond.trust)
    } else {
        -SIZE * strength * bond.trust * (1.0 - 0.4 * bond.familiarity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::clock::Minute;

    #[test]
    fn good_word_moves_more_than_bad_below_even() {
        // MODEL row 44: at weight 1 and a prior of .35 the ratio lies in 1.4-2.5.
        let bond = Bond::new((0.35, 0.1, 0.3), Minute(0));
        let ratio = word(1.0, true, &bond) / -word(1.0, false, &bond);
        assert!((1.4..2.5).contains(&ratio), "{ratio}");
    }
}
