//! Law of speaking up: who of the crowd asks, complains or praises (MODEL B.6).

use crate::appraisal::Ask;
use crate::sim::bond::{Bond, Dial};
use crate::sim::day::Urge;
use crate::sim::dice::Purpose;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::{EventId, PersonId, RoomId};
use crate::sim::measure::plus;
use crate::sim::message::{Expect, Gist, Words};
use crate::sim::person::Person;
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::setup::Setup;
use crate::sim::world::World;

use super::tell;
use super::utter::{self, Draft};

/// A question a person and 150 days, a failure a customer and 120 days, praise a hundred days (choices of MODEL B.6).
const ASKS_A_DAY: f64 = 1.0 / 150.0;
const FAILURES_A_DAY: f64 = 1.0 / 120.0;
const PRAISES_A_DAY: f64 = 0.01;
/// A need doubles the chance of asking, and so does an invitation.
const EAGER: f64 = 4.0;
/// Nobody speaks up more than so many times as often as usual.
const LOUDEST: f64 = 10.0;

/// Questions a day that a person would ask, needing and invited.
pub fn asks_at_most(setup: &Setup, person: &Person) -> f64 {
    EAGER * setup.profile.ask * ASKS_A_DAY * person.talks.min(LOUDEST)
}

/// Failures a day.
pub const fn failures(setup: &Setup) -> f64 {
    setup.profile.ask * FAILURES_A_DAY
}

/// Praise a day of a person in the best of moods.
pub fn praises_at_most(setup: &Setup, person: &Person) -> f64 {
    setup.profile.praise * PRAISES_A_DAY * person.talks.min(LOUDEST)
}

/// What people of the crowd say to the brand in this step.
pub fn address(world: &World) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for impulse in world.day.impulses(world.now) {
        let person = world.setup.person(impulse.person);
        match impulse.urge {
            Urge::Ask => proposals.extend(ask(world, person)),
            Urge::Fail => proposals.extend(fail(world, person)),
            Urge::Praise => proposals.extend(praise(world, person)),
            Urge::Recommend | Urge::Introduce | Urge::Need(_) => {}
        }
    }
    proposals
}

fn ask(world: &World, person: &Person) -> Option<Proposal> {
    let (room, bond) = (person.home, world.bond(person.id));
    let eager = if bond.needs_until > world.now { 2.0 } else { 1.0 }
        * if bond.invited_until > world.now { 2.0 } else { 1.0 };
    if bond.has_left(room) || !world.falls(eager / EAGER, Purpose::Address, person.id, 0) {
        return None;
    }
    let questions = world.setup.questions.iter().enumerate();
    let fitting: Vec<usize> = questions.filter(|(_, q)| q.rooms.contains(&room)).map(|(i, _)| i).collect();
    let picked = *fitting.get(world.pick(fitting.len(), Purpose::Address, person.id, 10))?;
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
    let failures = world.setup.failures.iter().enumerate();
    let fitting: Vec<usize> =
        failures.filter(|(_, f)| f.rooms.iter().any(|r| person.rooms.contains(*r))).map(|(i, _)| i).collect();
    let Some(&picked) = fitting.get(world.pick(fitting.len(), Purpose::Address, person.id, 11)) else {
        return Vec::new();
    };
    suffer(world, person.id, picked, None)
}

/// A failure happens to somebody: it hurts, and some say so.
pub fn suffer(world: &World, id: PersonId, picked: usize, cause: Option<EventId>) -> Vec<Proposal> {
    let (person, bond) = (world.setup.person(id), world.bond(id));
    let happened =
        Proposal::with(cause, What::Failed { person: id, failure: picked }, failure_nudges(person, &bond));
    let complaint = world
        .falls(bond.voices, Purpose::Address, id, 12)
        .then(|| complain(world, person, &bond, picked, cause))
        .flatten();
    std::iter::once(happened).chain(complaint).collect()
}

fn complain(
    world: &World,
    person: &Person,
    bond: &Bond,
    picked: usize,
    cause: Option<EventId>,
) -> Option<Proposal> {
    let failure = &world.setup.failures[picked];
    let rooms = failure.rooms.iter().copied();
    let room: RoomId =
        rooms.filter(|room| person.rooms.contains(*room)).find(|room| !bond.has_left(*room))?;
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
    Some(Proposal::say(cause, draft.message(world)))
}

fn failure_nudges(person: &Person, bond: &Bond) -> Vec<Nudge> {
    // `Happened` marks the event that carries the nudge; `apply` knows its id.
    let reason = Reason { law: Law::Failure, because: Because::Happened };
    vec![
        Nudge { person: person.id, dial: Dial::Mood, by: -0.6, reason },
        Nudge { person: person.id, dial: Dial::Trust, by: -0.11 * bond.trust, reason },
    ]
}

/// Somebody whom a purchase disappointed says so aloud, or tells a friend (MODEL B.7: a complaint is likely).
pub fn disappointed(world: &World, person: PersonId, cause: Option<EventId>) -> Vec<Proposal> {
    let (home, bond) = (world.setup.person(person).home, world.bond(person));
    let mut proposals: Vec<Proposal> = tell::to_friends(world, person, false, cause).into_iter().collect();
    if !bond.has_left(home) && world.falls(0.5, Purpose::Address, person, 15) {
        let mut draft = Draft::new(person, home, Words::Gist(Gist::Warn));
        draft.topics.clone_from(&world.setup.topics);
        proposals.push(Proposal::say(cause, draft.message(world)));
    }
    proposals
}

fn praise(world: &World, person: &Person) -> Option<Proposal> {
    let (room, bond) = (person.home, world.bond(person.id));
    let glad = plus(bond.mood - 0.3) * bond.warmth;
    if bond.has_left(room) || !world.falls(glad, Purpose::Address, person.id, 13) {
        return None;
    }
    let mut draft = Draft::new(person.id, room, Words::Gist(Gist::Praise));
    draft.to_brand = world.falls(0.6, Purpose::Address, person.id, 14);
    draft.topics.clone_from(&world.setup.topics);
    Some(Proposal::say(None, draft.message(world)))
}
