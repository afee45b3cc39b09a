//! The only place where a world changes: proposals become events of the chronicle, and nudges turn dials.

use super::bond::{Dial, Tired};
use super::event::{Change, Event, Nudge, Proposal, Proposed, What};
use super::happen::happen;
use super::id::{EventId, RoomId};
use super::measure::quantise;
use super::reason::{Because, Law};
use super::say::say;
use super::setup::Detail;
use super::world::World;

/// Changes smaller than this are too small for anybody to feel; they would only fill the chronicle.
const FELT: f64 = 0.0005;

/// Performs proposals in order; gives the ids of the new events.
pub fn apply(world: &mut World, proposals: Vec<Proposal>) -> Vec<EventId> {
    proposals.into_iter().map(|proposal| one(world, proposal)).collect()
}

/// Performs one proposal. Gives the id of the event, or of its cause where it was only counted.
pub fn one(world: &mut World, proposal: Proposal) -> EventId {
    let id = EventId::at(world.chronicle.len());
    let what = match proposal.deed {
        Proposed::What(what) => what,
        Proposed::Say(message) => {
            world.said.push(id);
            What::Said(say(world, *message))
        }
        Proposed::Later(at, coming) => {
            world.later.add(at, coming);
            return proposal.cause.unwrap_or(id);
        }
    };
    happen(world, &what);
    if world.setup.detail == Detail::Rare && what.is_common() {
        for nudge in &proposal.nudges {
            turn(world, nudge, id);
        }
        world.tally.untold += 1;
        return proposal.cause.unwrap_or(id);
    }
    let changes = proposal.nudges.iter().filter_map(|nudge| turn(world, nudge, id)).collect();
    world.chronicle.push(Event { id, minute: world.now, cause: proposal.cause, what, changes });
    id
}

fn turn(world: &mut World, nudge: &Nudge, id: EventId) -> Option<Change> {
    let (low, high) = nudge.dial.range();
    let now = world.now;
    let bond = &mut world.bonds[nudge.person.index()];
    if now > bond.touched {
        *bond = bond.at(now);
    }
    let dial = match nudge.dial {
        Dial::Trust => &mut bond.trust,
        Dial::Warmth => &mut bond.warmth,
        Dial::Mood => &mut bond.mood,
        Dial::Familiarity => &mut bond.familiarity,
        Dial::Knowledge => &mut bond.knowledge,
        Dial::Fatigue(room) => return tire(world, nudge, room, id),
    };
    let from = *dial;
    let to = quantise((from + nudge.by).clamp(low, high));
    if (to - from).abs() < FELT {
        return None;
    }
    *dial = to;
    Some(changed(world, nudge, (from, to), id))
}

fn tire(world: &mut World, nudge: &Nudge, room: RoomId, id: EventId) -> Option<Change> {
    let before = world.tired(nudge.person, room);
    let (low, high) = nudge.dial.range();
    let from = f64::from(before.level);
    let to = quantise((from + nudge.by).clamp(low, high));
    if (to - from).abs() < FELT {
        return None;
    }
    let sold = if nudge.reason.law == Law::Selling { before.sold + (to - from) as f32 } else { before.sold };
    let place = world.place(nudge.person, room);
    world.tired[place] = Tired { level: to as f32, sold, touched: world.now };
    Some(changed(world, nudge, (from, to), id))
}

fn changed(world: &mut World, nudge: &Nudge, (from, to): (f64, f64), id: EventId) -> Change {
    let mut reason = nudge.reason;
    if reason.because == Because::Happened {
        reason.because = Because::Event(id);
    }
    world.tally.moved(reason.law, nudge.dial, to - from);
    Change { person: nudge.person, dial: nudge.dial, from, to, reason }
}
