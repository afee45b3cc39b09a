//! How much each message moved people by the chronicle, itself and through all that came of it.

use std::collections::BTreeMap;

use crate::sim::bond::Dial;
use crate::sim::event::{Change, Event, What};
use crate::sim::reason::Because;
use crate::sim::{MessageId, World};

/// Trust and warmth that a message moved, added up over people.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(super) struct Weight {
    /// Whichever way.
    pub(super) all: f64,
    /// Up less down.
    pub(super) signed: f64,
}

/// The weight of each message of the brand, and of each that waited for it in vain.
pub(super) fn weights(world: &World) -> BTreeMap<MessageId, Weight> {
    let mut weights: BTreeMap<MessageId, Weight> = BTreeMap::new();
    let mut owners: Vec<Option<MessageId>> = Vec::with_capacity(world.chronicle.len());
    for event in &world.chronicle {
        let above = event.cause.and_then(|cause| owners.get(cause.index()).copied().flatten());
        let owner = owner(world, event).or(above);
        owners.push(owner);
        for change in event.changes.iter().filter(|change| counts(change)) {
            let by = change.to - change.from;
            if let Some(message) = pointed(world, change).or(owner) {
                let weight = weights.entry(message).or_default();
                weight.all += by.abs();
                weight.signed += by;
            }
        }
    }
    weights
}

/// Whether a change is of how people stand to the brand.
pub(super) const fn counts(change: &Change) -> bool {
    matches!(change.dial, Dial::Trust | Dial::Warmth)
}

/// The message that an event is about, where it is one of the brand's or one that went unanswered.
fn owner(world: &World, event: &Event) -> Option<MessageId> {
    if let What::Said(message) = event.what {
        return world.message(message).is_brand().then_some(message);
    }
    if let What::RanOut { message, .. } | What::Read { message, .. } | What::FoundOut { message, .. } =
        event.what
    {
        return Some(message);
    }
    if let What::Answered { reply, .. } | What::Joined { reply, .. } | What::Watched { reply, .. } =
        event.what
    {
        return Some(reply);
    }
    None
}

/// The message of the brand, or the one left waiting, that the reason of a change points at.
fn pointed(world: &World, change: &Change) -> Option<MessageId> {
    match change.reason.because {
        Because::Words(message, _) | Because::Message(message) if world.message(message).is_brand() => {
            Some(message)
        }
        Because::Waiting(message, _) => Some(message),
        Because::Words(..)
        | Because::Message(_)
        | Because::Told(_)
        | Because::Event(_)
        | Because::Happened => None,
    }
}
