//! Law of the transaction: people buy what they need, know of and trust; it counts when it was good for them (MODEL B.7).

use crate::sim::bond::Bond;
use crate::sim::clock::DAY;
use crate::sim::dice::Purpose;
use crate::sim::event::{Proposal, What};
use crate::sim::id::PersonId;
use crate::sim::later::Coming;
use crate::sim::measure::logistic;
use crate::sim::person::Need;
use crate::sim::world::World;

/// From this fit on a purchase is good for the person.
pub const FITS: f64 = 0.5;
/// Those in need think of buying once in so many minutes.
pub const EVERY: u32 = 60;
/// What was bought arrives after this many minutes at the soonest and at the latest (MODEL B.7: hours to days).
const ARRIVES: (f64, f64) = (120.0, 1_440.0);

/// One chance of a sale in this hour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// What is needed, and by whom.
    pub need: Need,
    /// Probability in this hour.
    pub hazard: f64,
    /// Whether it would be good for them.
    pub good: bool,
}

/// Who could buy in this hour; added up, the good ones are the sales to be expected.
pub fn chances(world: &World) -> Vec<Chance> {
    let open = world.needs.iter().filter(|need| need.from <= world.now && world.now < need.until);
    open.filter_map(|need| chance(world, need)).collect()
}

fn chance(world: &World, need: &Need) -> Option<Chance> {
    let kept = &world.bonds[need.person.index()];
    // Knowledge only fades between touches: too little when last touched is too little now.
    if kept.knowledge <= 0.05 || kept.bought.contains(need.offer) {
        return None;
    }
    let bond = world.bond(need.person);
    if bond.knowledge <= 0.05 {
        return None;
    }
    let misled = was_misled(world, need.person);
    let good = need.fit >= FITS && !misled;
    // Those who were told the truth mostly see for themselves that a thing does not fit (a choice).
    let blind = if need.fit >= FITS || misled { 1.0 } else { need.fit };
    let rooms = world.setup.person(need.person).rooms.iter();
    let tired = rooms.map(|room| f64::from(world.tired(need.person, room).level)).fold(0.0, f64::max);
    let a_day = world.setup.profile.buy * hazard(&bond, tired) * blind;
    Some(Chance { need: *need, hazard: a_day * f64::from(EVERY) / f64::from(DAY), good })
}

/// Purchases a day while a need is open (a choice; MODEL B.7).
pub fn hazard(bond: &Bond, tired: f64) -> f64 {
    let pull = -4.0 + 6.0 * (bond.trust - 0.45) + 2.0 * (bond.warmth - 0.1) + 0.8 * bond.mood - tired
        + (bond.knowledge - 0.5);
    0.5 * logistic(pull)
}

/// Whether they read a false claim that nobody set right.
fn was_misled(world: &World, person: PersonId) -> bool {
    world
        .untruths
        .iter()
        .map(|id| world.message(*id))
        .any(|m| m.corrected.is_none() && m.audience.has(person))
}

/// Who buys, given the chances of this hour.
pub fn buy(world: &World, chances: &[Chance]) -> Vec<Proposal> {
    let lucky = chances.iter().filter(|chance| {
        let about = u64::from(chance.need.offer.0);
        world.falls(chance.hazard, Purpose::Trade, chance.need.person, about)
    });
    lucky.flat_map(|chance| bought(world, chance)).collect()
}

fn bought(world: &World, chance: &Chance) -> [Proposal; 2] {
    let Need { person, offer, fit, .. } = chance.need;
    let (goods, good) = (&world.setup.brand.offers[offer.index()], chance.good);
    let gained = if good { goods.gives * fit } else { -goods.gives * 0.5 };
    let informed = |event: &&crate::sim::event::Event| {
        event.changes.iter().any(|c| c.person == person && c.dial == crate::sim::bond::Dial::Knowledge)
    };
    let cause = world.changes_in(person).find(informed).map(|event| event.id);
    let luck = world.luck(Purpose::Later, person, u64::from(offer.0));
    let wait = ARRIVES.0 + (ARRIVES.1 - ARRIVES.0) * luck;
    [
        Proposal::of(cause, What::Bought { person, offer, good, earned: goods.earns, gained }),
        Proposal::later(cause, world.now.plus(wait as u32), Coming::Delivery { person, offer, good }),
    ]
}
