//! Law of watching: customer care is a spectator sport (MODEL B.6, rows 31 and 32).

use crate::appraisal::Ask;
use crate::sim::bond::Dial;
use crate::sim::dice::Purpose;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::{EventId, MessageId, PersonId, RoomId};
use crate::sim::measure::plus;
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::world::World;

use super::answer::{ENOUGH, Quality};
use super::feel::LOSS;
use super::talk;

/// So many people watch one public answer on average (MODEL B.6).
const WATCHERS: f64 = 12.0;
/// They feel a third of what the person answered feels.
const SHARE: f64 = 1.0 / 3.0;

/// Who watches a public answer, and what it does to them.
pub fn watch(
    world: &World,
    reply: MessageId,
    answered: PersonId,
    good: &Quality,
    cause: EventId,
) -> Vec<Proposal> {
    let message = world.message(reply);
    let room = world.setup.room(message.room);
    let said_here = world.thread(message.thread).iter().filter(|m| m.is_brand()).count() as u32;
    let clogged = said_here > room.enough;
    let mut proposals: Vec<Proposal> = watchers(world, reply, answered)
        .into_iter()
        .map(|person| one(world, person, reply, good, clogged, cause))
        .collect();
    proposals.extend(overlooked(world, message.room, reply, answered, cause));
    proposals
}

/// Those who are in the room, and as many of those who came across the thread.
fn watchers(world: &World, reply: MessageId, answered: PersonId) -> Vec<PersonId> {
    let message = world.message(reply);
    let room = message.room;
    let mut there = talk::around(world, room, WATCHERS, Purpose::Watch, message.label);
    there.extend(world.message(message.thread).readers().iter().take(WATCHERS as usize));
    there.retain(|person| *person != answered && !world.bonds[person.index()].has_left(room));
    there.sort_unstable();
    there.dedup();
    there
}

fn one(
    world: &World,
    person: PersonId,
    reply: MessageId,
    good: &Quality,
    clogged: bool,
    cause: EventId,
) -> Proposal {
    let bond = world.bond(person);
    let lasting = good.lasting();
    let trust = 0.18
        * SHARE
        * (plus(lasting - ENOUGH) * good.speed * (1.0 - bond.trust)
            - LOSS * plus(ENOUGH - lasting) * bond.trust);
    let reason = Reason { law: Law::Watching, because: Because::Message(reply) };
    let mut nudges = vec![Nudge { person, dial: Dial::Trust, by: trust, reason }];
    if clogged {
        let reason = Reason { law: Law::Clogging, because: Because::Message(reply) };
        nudges.push(Nudge { person, dial: Dial::Trust, by: -0.02 * bond.trust, reason });
    }
    Proposal::with(Some(cause), What::Watched { person, reply }, nudges)
}

/// Those in the room whose own complaint still stands resent it (MODEL row 31).
fn overlooked(
    world: &World,
    room: RoomId,
    reply: MessageId,
    answered: PersonId,
    cause: EventId,
) -> Vec<Proposal> {
    let reason = Reason { law: Law::Overlooked, because: Because::Message(reply) };
    let open = world.open.iter().map(|at| &world.waiting[*at]);
    open.filter(|w| w.room == room && w.person != answered)
        .filter(|w| world.message(w.message).expect.as_ref().is_some_and(|e| e.ask == Ask::Complaint))
        .map(|w| {
            let nudge = Nudge { person: w.person, dial: Dial::Mood, by: -0.1, reason };
            Proposal::with(Some(cause), What::Watched { person: w.person, reply }, vec![nudge])
        })
        .collect()
}
