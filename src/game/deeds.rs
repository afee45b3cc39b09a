//! Which moves of a kind the brand has made, told from the chronicle, and where a lesson stands.

use crate::scenario::goal::{Did, Step};
use crate::sim::event::{Event, What};
use crate::sim::{EventId, World};

use super::{Move, Sitting, goals};

/// The events in which the brand made moves of a kind.
pub fn made(world: &World, did: Did) -> Vec<EventId> {
    world.chronicle.iter().filter(|event| is(world, event, did)).map(|event| event.id).collect()
}

fn is(world: &World, event: &Event, did: Did) -> bool {
    match (&event.what, did) {
        (What::Said(message), Did::Post | Did::Reply | Did::Message) => {
            let message = world.message(*message);
            let kind = match (message.private.is_some(), message.is_post()) {
                (true, _) => Did::Message,
                (false, true) => Did::Post,
                (false, false) => Did::Reply,
            };
            message.is_brand() && kind == did
        }
        (What::Nodded { .. }, Did::React)
        | (What::Reached { .. }, Did::Connect)
        | (What::Settled { accepted: true, .. }, Did::Accept)
        | (What::Listened { .. }, Did::Listen)
        | (What::Boosted { .. }, Did::Boost)
        | (What::Corrected { .. }, Did::Correct)
        | (What::Withdrew { .. }, Did::Withdraw) => true,
        (What::Settled { person, accepted: false, .. }, Did::Decline) => {
            world.requests.iter().any(|request| {
                request.person == *person && request.state == crate::sim::world::RequestState::Declined
            })
        }
        _ => false,
    }
}

/// The step of the lesson that a play is at, counted from 0; `None` without a lesson, or when it is through.
pub fn step(sitting: &Sitting) -> Option<(usize, &Step)> {
    let at = sitting.lesson_at();
    sitting.scenario().lesson.get(at).map(|step| (at, step))
}

/// Whether the step of a lesson is done as the play stands.
pub(super) fn is_done(sitting: &Sitting, step: &Step) -> bool {
    step.until.as_ref().is_some_and(|until| goals::holds(sitting, until))
}

/// Whether the lesson has this move open by now; a face offers no other. What has no kind, as waiting, always is.
pub fn is_open(sitting: &Sitting, a_move: &Move) -> bool {
    let (Some((at, _)), Some(did)) = (step(sitting), kind(a_move)) else { return true };
    let so_far = &sitting.scenario().lesson[..=at];
    // An empty list opens all, for this step and those after it.
    so_far.iter().any(|step| step.unlocks.is_empty() || step.unlocks.contains(&did))
}

const fn kind(a_move: &Move) -> Option<Did> {
    Some(match a_move {
        Move::Post { .. } => Did::Post,
        Move::Reply { .. } => Did::Reply,
        Move::React { .. } => Did::React,
        Move::Connect { .. } => Did::Connect,
        Move::Accept { .. } => Did::Accept,
        Move::Decline { .. } => Did::Decline,
        Move::Message { .. } => Did::Message,
        Move::Listen { .. } => Did::Listen,
        Move::Boost { .. } => Did::Boost,
        Move::Correct { .. } => Did::Correct,
        Move::Withdraw { .. } => Did::Withdraw,
        Move::Wait { .. } => return None,
    })
}
