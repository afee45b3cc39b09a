//! Law of waiting: at the end of somebody's patience silence counts as an answer (MODEL B.6).

use crate::appraisal::Ask;
use crate::sim::bond::Dial;
use crate::sim::dice::Purpose;
use crate::sim::event::{Nudge, Parting, Proposal, What};
use crate::sim::message::{Gist, Words};
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::world::{Request, RequestState, Waiting, World};

use super::decide::parting;
use super::utter::Draft;

/// Whose patience runs out in this step, and what they do about it.
pub fn wait(world: &World) -> Vec<Proposal> {
    let overdue = world.open.iter().map(|at| &world.waiting[*at]).filter(|w| w.until <= world.now);
    let ignored = world.requests.iter().filter(|r| r.state == RequestState::Open && r.until <= world.now);
    overdue
        .flat_map(|waiting| run_out(world, waiting))
        .chain(ignored.map(|request| rebuffed(world, request)))
        .collect()
}

fn run_out(world: &World, waiting: &Waiting) -> Vec<Proposal> {
    let (person, message) = (waiting.person, waiting.message);
    let asked = world.message(message);
    let Some(expect) = &asked.expect else { return Vec::new() };
    let cause = world.said_in(message);
    // Those who only answered the brand's own question mind less.
    let (weight, tells, leaves) = match expect.ask {
        Ask::Complaint => (1.0, 0.36, 0.15),
        Ask::Question | Ask::Request => (1.0, 0.08, 0.0),
        Ask::Praise | Ask::GoodNews | Ask::SadNews | Ask::Talk => (0.25, 0.0, 0.0),
    };
    let reason =
        Reason { law: Law::Silence, because: Because::Waiting(message, world.now.since(waiting.since)) };
    let trust = world.bond(person).trust;
    let nudges = vec![
        Nudge { person, dial: Dial::Mood, by: -0.4 * weight, reason },
        Nudge { person, dial: Dial::Trust, by: -0.09 * trust * weight, reason },
    ];
    let mut proposals = vec![Proposal::with(cause, What::RanOut { person, message }, nudges)];
    let about = asked.label;
    if world.falls(tells, Purpose::Wait, person, about) {
        let mut draft = Draft::new(person, waiting.room, Words::Gist(Gist::Warn));
        draft.topics.clone_from(&asked.topics);
        proposals.push(Proposal::say(cause, draft.message(world)));
        proposals.extend(super::tell::to_friends(world, person, false, cause));
    }
    if world.falls(leaves, Purpose::Wait, person, about.wrapping_add(1)) {
        proposals.push(parting(cause, person, waiting.room, Parting::Ignored));
    }
    proposals
}

/// Leaving somebody who walked up standing is rude (a choice: the size of one poor answer).
fn rebuffed(world: &World, request: &Request) -> Proposal {
    let (person, room) = (request.person, request.room);
    let waited = world.now.since(request.since);
    let reason = Reason { law: Law::Courtesy, because: Because::Waiting(request.message, waited) };
    let bond = world.bond(person);
    let nudges = vec![
        Nudge { person, dial: Dial::Warmth, by: -0.3 * bond.warmth, reason },
        Nudge { person, dial: Dial::Trust, by: -0.09 * bond.trust, reason },
        Nudge { person, dial: Dial::Mood, by: -0.3, reason },
    ];
    Proposal::with(world.said_in(request.message), What::Settled { person, room, accepted: false }, nudges)
}
