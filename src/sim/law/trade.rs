//! Law of the transaction: people buy what they need, know of and trust; it counts when it was good for them (MODEL B.7).

use crate::appraisal::Verdict;
use crate::sim::bond::{Bond, Dial};
use crate::sim::clock::{DAY, STEP};
use crate::sim::dice::Purpose;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::PersonId;
use crate::sim::measure::logistic;
use crate::sim::person::Need;
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::world::World;

/// From this fit on a purchase is good for the person.
pub const FITS: f64 = 0.5;

/// One chance of a sale in this step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// Who.
    pub person: PersonId,
    /// What they need.
    pub need: Need,
    /// Probability in this step.
    pub hazard: f64,
    /// Whether it would be good for them.
    pub good: bool,
}

/// Who could buy in this step; added up, the good ones are the sales to be expected.
pub fn chances(world: &World) -> Vec<Chance> {
    let mut chances = Vec::new();
    for person in &world.setup.people {
        for need in &world.needs[person.id.index()] {
            let bond = world.bond(person.id);
            let open = need.from <= world.now && world.now < need.until && !bond.bought.contains(&need.offer);
            if open && bond.knowledge > 0.05 {
                let misled = was_misled(world, person.id);
                let good = need.fit >= FITS && !misled;
                // Those who were told the truth mostly see for themselves that a thing does not fit (a choice).
                let blind = if need.fit >= FITS || misled { 1.0 } else { need.fit };
                chances.push(Chance { person: person.id, need: *need, hazard: hazard(&bond) * blind, good });
            }
        }
    }
    chances
}

/// Probability of buying in one step while a need is open (a choice; MODEL B.7).
fn hazard(bond: &Bond) -> f64 {
    let tired = bond.fatigue.iter().copied().fold(0.0, f64::max);
    let pull = -4.0 + 6.0 * (bond.trust - 0.45) + 2.0 * (bond.warmth - 0.1) + 0.8 * bond.mood - tired
        + (bond.knowledge - 0.5);
    0.5 * logistic(pull) * f64::from(STEP) / f64::from(DAY) * DAILY
}

/// Two days of play stand for a longer acquaintance: purchases run faster by this factor in training (a choice).
const DAILY: f64 = 8.0;

/// Whether they read a false claim that nobody set right.
fn was_misled(world: &World, person: PersonId) -> bool {
    world.messages.iter().any(|message| {
        message.corrected.is_none()
            && message.readers.contains(&person)
            && message.said().is_some_and(|s| {
                s.appraisal.claims.iter().any(|c| matches!(c.verdict, Verdict::Contradicted(_)))
            })
    })
}

/// Who buys, given the chances of this step.
pub fn buy(world: &World, chances: &[Chance]) -> Vec<Proposal> {
    chances
        .iter()
        .filter(|c| {
            world.dice().falls(c.hazard, Purpose::Trade, world.now, c.person, u64::from(c.need.offer.0))
        })
        .map(|chance| bought(world, chance))
        .collect()
}

fn bought(world: &World, chance: &Chance) -> Proposal {
    let (person, offer) = (chance.person, chance.need.offer);
    let (goods, bond) = (&world.setup.brand.offers[offer.index()], world.bond(person));
    let gained = if chance.good { goods.gives * chance.need.fit } else { -goods.gives * 0.5 };
    let what = What::Bought { person, offer, good: chance.good, earned: goods.earns, gained };
    let reason = Reason { law: Law::Delivery, because: Because::Happened };
    let (mood, trust) =
        if chance.good { (0.4, 0.05 * (1.0 - bond.trust)) } else { (-0.6, -0.20 * bond.trust) };
    let nudges = vec![
        Nudge { person, dial: Dial::Mood, by: mood, reason },
        Nudge { person, dial: Dial::Trust, by: trust, reason },
    ];
    let cause = world
        .changes_in(person)
        .find(|event| event.changes.iter().any(|c| c.person == person && c.dial == Dial::Knowledge))
        .map(|event| event.id);
    Proposal::with(cause, what, nudges)
}
