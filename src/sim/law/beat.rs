//! Law of beats: what the scenario makes happen comes about when its time or condition is there.

use crate::sim::clock::Minute;
use crate::sim::event::{Proposal, What};
use crate::sim::id::BeatId;
use crate::sim::message::{Expect, Words};
use crate::sim::person::Person;
use crate::sim::promise::PromiseState;
use crate::sim::setup::{Beat, BeatDeed, Line, When};
use crate::sim::world::{WaitState, World};

use super::utter::{self, Draft};

/// Beats whose moment has come.
pub fn beats(world: &World) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for (index, beat) in world.setup.beats.iter().enumerate() {
        let id = BeatId::at(index);
        if world.fired[index].at.is_some() || !is_due(world, beat) {
            continue;
        }
        proposals.push(Proposal::of(cause(world, beat), What::Beat(id)));
        match &beat.deed {
            BeatDeed::Say(line) => proposals.extend(say(world, id, line)),
            BeatDeed::Request { who, room, .. } => {
                proposals.push(Proposal::of(None, What::Requested { person: *who, room: *room }));
                let mut draft = Draft::new(*who, *room, Words::Beat(id));
                draft.to_brand = true;
                draft.private = Some(*who);
                proposals.push(Proposal::say(None, draft.message(world)));
            }
            BeatDeed::News { .. } => {}
        }
    }
    proposals
}

fn is_due(world: &World, beat: &Beat) -> bool {
    holds(world, &beat.when)
}

/// Whether a condition is there now.
fn holds(world: &World, when: &When) -> bool {
    let fired = |id: BeatId| world.fired[id.index()];
    let wait_of = |id: BeatId| {
        let message = fired(id).message?;
        world.waiting.iter().find(|waiting| waiting.message == message).map(|waiting| waiting.state)
    };
    let over = |at: Option<Minute>, minutes: u32| at.is_some_and(|at| world.now >= at.plus(minutes));
    match when {
        When::At(minute) => world.now >= *minute,
        When::After(other, minutes) => over(fired(*other).at, *minutes),
        When::Answered(other, minutes) => match wait_of(*other) {
            Some(WaitState::Answered { at, .. }) => over(Some(at), *minutes),
            Some(WaitState::Open | WaitState::RanOut) | None => false,
        },
        When::Botched(other, minutes) => over(fired(*other).botched, *minutes),
        When::Ignored(other) => matches!(wait_of(*other), Some(WaitState::RanOut)),
        When::Reaches(person, dial, value, from) => {
            world.now >= *from && world.dial(*person, *dial) >= *value
        }
        When::Falls(person, dial, value, from) => world.now >= *from && world.dial(*person, *dial) < *value,
        When::Mentions(place, minutes) => over(world.mentioned[*place], *minutes),
        When::Broke(people, minutes) => world.promises.iter().any(|promise| {
            let meant = people.is_empty() || people.contains(&promise.to);
            meant && promise.state == PromiseState::Broken && over(Some(promise.due), *minutes)
        }),
        When::Any(parts) => parts.iter().any(|part| holds(world, part)),
        When::All(parts) => parts.iter().all(|part| holds(world, part)),
    }
}

/// The message in which the first beat that this one hangs on was said.
fn cause(world: &World, beat: &Beat) -> Option<crate::sim::EventId> {
    let mut others = beat.when.beats().into_iter();
    others.find_map(|(other, _)| world.said_in(world.fired[other.index()].message?))
}

fn say(world: &World, id: BeatId, line: &Line) -> Option<Proposal> {
    let who: &Person = world.setup.person(line.who);
    if line.to_brand && world.bond(line.who).has_left(line.room) {
        return None; // somebody who has left does not speak to the brand any more
    }
    let mut draft = Draft::new(line.who, line.room, Words::Beat(id));
    draft.answers = line.answers.and_then(|beat| world.fired[beat.index()].message);
    draft.to_brand = line.to_brand;
    draft.topics.clone_from(&line.topics);
    draft.expect = line.waits.map(|patience| Expect {
        ask: line.ask,
        patience: patience.unwrap_or_else(|| utter::patience(world, who, line.room, line.ask)),
        facts: line.facts.clone(),
        trouble: line.trouble.clone(),
        heat: line.heat,
    });
    Some(Proposal::say(None, draft.message(world)))
}
