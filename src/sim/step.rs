//! Lets time pass: every five minutes the laws run, in the order written here.

use super::apply::apply;
use super::clock::{DAY, STEP};
use super::dice::Purpose;
use super::law::{address, beat, decide, feed, flat, keep, talk, tell, trade, truth, wait};
use super::person::Need;
use super::world::World;

/// Lets so many minutes pass, or fewer when the story ends before.
pub fn pass(world: &mut World, minutes: u32) {
    for _ in 0..minutes {
        if world.is_over() {
            return;
        }
        world.now = world.now.plus(1);
        if world.now.0.is_multiple_of(STEP) {
            step(world);
        }
    }
}

/// One step of the world.
fn step(world: &mut World) {
    arise(world);
    let proposals = beat::beats(world);
    apply(world, proposals);
    let proposals = talk::talk(world);
    apply(world, proposals);
    let proposals = feed::feed(world);
    for id in apply(world, proposals) {
        let decisions = decide::decide(world, &world.chronicle[id.index()]);
        apply(world, decisions);
    }
    let proposals = flat::flat(world);
    apply(world, proposals);
    let proposals = address::address(world);
    apply(world, proposals);
    let proposals = wait::wait(world);
    apply(world, proposals);
    let proposals = keep::broken(world);
    apply(world, proposals);
    let proposals = truth::find_out(world);
    apply(world, proposals);
    let proposals = tell::recommend(world);
    apply(world, proposals);
    let chances = trade::chances(world);
    for chance in &chances {
        let (worth, good) =
            if chance.good { (chance.hazard, chance.hazard) } else { (-2.0 * chance.hazard, 0.0) };
        world.expected[chance.person.index()] += worth;
        world.ledger.expected += good;
    }
    let proposals = trade::buy(world, &chances);
    apply(world, proposals);
}

/// Needs of the crowd arise (no dial moves by that).
fn arise(world: &mut World) {
    if !world.now.0.is_multiple_of(60) {
        return;
    }
    for person in 0..world.setup.people.len() {
        let id = super::PersonId::at(person);
        if world.setup.people[person].cast {
            continue;
        }
        for (which, (need, a_day)) in world.setup.wants.iter().enumerate() {
            let has = world.needs[person].iter().any(|n| n.offer == need.offer && n.until > world.now);
            let u = world.dice().lend(Purpose::Trade, world.now, id, 1000 + which as u64);
            if !has && u < a_day / 24.0 {
                let (from, until) = (world.now, world.now.plus(7 * DAY));
                world.needs[person].push(Need { from, until, ..*need });
            }
        }
    }
}
