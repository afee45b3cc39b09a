//! Law of speaking up: who of the crowd asks, complains or praises (MODEL B.6).

use crate::appraisal::Ask;
use crate::sim::bond::{Bond, Dial};
use crate::sim::clock::{DAY, STEP};
use crate::sim::dice::Purpose;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::RoomId;
use crate::sim::message::{Expect, Gist, Message, Words};
use crate::sim::person::Person;
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::world::World;

use super::utter::{self, Draft};

/// A question a person and 150 days, a failure a customer and 120 days (choices of MODEL B.6).
const ASKS_A_DAY: f64 = 1.0 / 150.0;
const FAILURES_A_DAY: f64 = 1.0 / 120.0;
const PRAISE_A_DAY: f64 = 0.01;

/// What people of the crowd say to the brand in this step.
pub fn address(world: &World) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for person in world.setup.people.iter().filter(|person| !person.cast) {
        let hour = (world.now.of_day() / 60) as usize;
        let Some(&room) = person.rooms.first() else { continue };
        let busy = world.setup.room(room).hours[hour] * f64::from(STEP) / f64::from(DAY);
        let draws = [ASKS_A_DAY * person.talks.min(10.0), FAILURES_A_DAY, PRAISE_A_DAY * person.talks.min(10.0)];
        let falls = |kind: usize, chance: f64| {
            world.dice().falls(chance, Purpose::Address, world.now, person.id, kind as u64)
        };
        let eager = world.setup.profile.ask * busy;
        if falls(0, draws[0] * eager * if world.needs[person.id.index()].is_empty() { 1.0 } else { 2.0 }) {
            proposals.extend(ask(world, person, room));
        }
        if falls(1, draws[1] * eager) {
            proposals.extend(fail(world, person));
        }
        if falls(2, draws[2] * busy * 4.0) {
            proposals.extend(praise(world, person, &world.bond(person.id), room));
        }
    }
    proposals
}

fn ask(world: &World, person: &Person, room: RoomId) -> Option<Proposal> {
    let fitting: Vec<usize> = world.setup.questions.iter().enumerate().filter(|(_, q)| q.rooms.contains(&room)).map(|(i, _)| i).collect();
    let picked = *fitting.get(world.dice().pick(fitting.len(), Purpose::Address, world.now, person.id, 10))?;
    if fitting.is_empty() || world.bond(person.id).has_left(room) {
        return None;
    }
    let question = &world.setup.questions[picked];
    let mut draft = Draft::new(person.id, room, Words::Question(picked));
    draft.to_brand = true;
    draft.topics.clone_from(&world.setup.topics);
    draft.expect = Some(Expect {
        ask: Ask::Question,
        patience: utter::patience(world, person, room, Ask::Question),
        facts: question.facts.clone(),
        trouble: question.trouble.clone(),
        heat: 0.1,
    });
    Some(Proposal::say(None, draft.message(world)))
}

/// A failure hurts whether or not it is voiced; most complainers never write.
fn fail(world: &World, person: &Person) -> Vec<Proposal> {
    let fitting: Vec<(usize, RoomId)> = world
        .setup
        .failures
        .iter()
        .enumerate()
        .filter_map(|(i, f)| f.rooms.iter().find(|room| person.rooms.contains(room)).map(|room| (i, *room)))
        .collect();
    if fitting.is_empty() {
        return Vec::new();
    }
    let (picked, room) = fitting[world.dice().pick(fitting.len(), Purpose::Address, world.now, person.id, 11)];
    let (failure, bond) = (&world.setup.failures[picked], world.bond(person.id));
    let happened = Proposal::with(
        None,
        What::Failed { person: person.id, failure: picked },
        failure_nudges(person, &bond),
    );
    let voiced = world.dice().falls(bond.voices, Purpose::Address, world.now, person.id, 12) && !bond.has_left(room);
    let complaint = voiced.then(|| {
        let mut draft = Draft::new(person.id, room, Words::Failure(picked));
        draft.to_brand = true;
        draft.topics.clone_from(&world.setup.topics);
        draft.expect = Some(Expect {
            ask: Ask::Complaint,
            patience: utter::patience(world, person, room, Ask::Complaint),
            facts: Vec::new(),
            trouble: failure.trouble.clone(),
            heat: failure.heat,
        });
        Proposal::say(None, draft.message(world))
    });
    std::iter::once(happened).chain(complaint).collect()
}

fn failure_nudges(person: &Person, bond: &Bond) -> Vec<Nudge> {
    // `Happened` marks the event that carries the nudge; `apply` knows its id.
    let reason = Reason { law: Law::Failure, because: Because::Happened };
    vec![
        Nudge { person: person.id, dial: Dial::Mood, by: -0.6, reason },
        Nudge { person: person.id, dial: Dial::Trust, by: -0.11 * bond.trust, reason },
    ]
}

fn praise(world: &World, person: &Person, bond: &Bond, room: RoomId) -> Option<Proposal> {
    let glad = (bond.mood - 0.3).max(0.0) * bond.warmth;
    let falls = world.dice().falls(glad * 4.0, Purpose::Address, world.now, person.id, 13);
    falls.then(|| {
        let mut draft = Draft::new(person.id, room, Words::Gist(Gist::Praise));
        draft.to_brand = world.dice().falls(0.6, Purpose::Address, world.now, person.id, 14);
        draft.topics.clone_from(&world.setup.topics);
        let message: Message = draft.message(world);
        Proposal::say(None, message)
    })
}
