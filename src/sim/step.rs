//! Lets time pass: every five minutes the laws run, in the order written here.

use std::sync::Arc;

use super::apply::{apply, one};
use super::clock::{DAY, STEP};
use super::day::{Day, Urge};
use super::event::Proposal;
use super::law::{
    address, beat, coming, decide, feed, flat, introduce, keep, storm, talk, tell, trade, wait,
};
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
    if world.day.number != world.now.day() {
        world.day = Arc::new(Day::draw(&world.setup, world.now.day()));
    }
    arise(world);
    law(world, beat::beats);
    law(world, talk::talk);
    for due in world.later.due(world.now) {
        let proposals = coming::comes(world, due);
        respond(world, proposals);
    }
    let glances = feed::feed(world);
    world.tally.exposures += glances.exposures;
    respond(world, glances.proposals);
    let leafed = feed::leaf(world);
    respond(world, leafed);
    law(world, flat::flat);
    forget(world);
    law(world, address::address);
    law(world, wait::wait);
    law(world, keep::broken);
    law(world, tell::recommend);
    law(world, introduce::introduce);
    let overheard = storm::overhear(world);
    world.overheard = world.messages.len();
    respond(world, overheard);
    if world.now.0.is_multiple_of(trade::EVERY) {
        trade(world);
    }
}

/// Posts that nobody comes across any more are taken off the list of those shown, once an hour.
fn forget(world: &mut World) {
    if world.now.0.is_multiple_of(60) {
        let mut shown = std::mem::take(&mut world.shown);
        shown.retain(|id| feed::is_fresh(world, world.message(*id)));
        world.shown = shown;
    }
}

fn law(world: &mut World, law: fn(&World) -> Vec<Proposal>) {
    let proposals = law(world);
    apply(world, proposals);
}

/// Performs proposals; whoever read or overheard something thereby decides what to do about it.
fn respond(world: &mut World, proposals: Vec<Proposal>) {
    for proposal in proposals {
        let what = proposal.what().cloned();
        let id = one(world, proposal);
        if let Some(what) = what {
            let decisions = decide::decide(world, id, &what);
            apply(world, decisions);
            let passing = storm::pass_on(world, id, &what);
            apply(world, passing.into_iter().collect());
        }
    }
}

/// Needs of the crowd arise (no dial moves by that).
fn arise(world: &mut World) {
    let day = Arc::clone(&world.day);
    for impulse in day.impulses(world.now) {
        let Urge::Need(which) = impulse.urge else { continue };
        let (want, person) = (world.setup.wants[which], impulse.person);
        let bond = &mut world.bonds[person.index()];
        // A need stands for a week (MODEL B.3).
        if bond.needs_until <= world.now {
            let (from, until) = (world.now, world.now.plus(7 * DAY));
            bond.needs_until = until;
            world.needs.push(Need { person, offer: want.offer, fit: want.fit, from, until });
        }
    }
}

/// Those in need think of buying.
fn trade(world: &mut World) {
    let now = world.now;
    world.needs.retain(|need| need.until > now);
    let chances = trade::chances(world);
    for chance in &chances {
        let (worth, good) =
            if chance.good { (chance.hazard, chance.hazard) } else { (-2.0 * chance.hazard, 0.0) };
        world.expected[chance.need.person.index()] += worth;
        world.ledger.expected += good;
    }
    let proposals = trade::buy(world, &chances);
    apply(world, proposals);
}
