//! The overseller: says what is not true of the brand and pushes, to rooms and to whoever asks.

use crate::game::{Move, Sitting};

use super::phrase::{of_brand, phrases, to_person};
use super::pick::{Memory, Text};

/// Minutes between two posts to a room.
const EVERY: u32 = 150;

pub(super) fn choose(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    let world = sitting.world();
    let waiting = world.open_waiting().into_iter().find(|w| !memory.answered.contains(&w.message));
    if let Some(waiting) = waiting {
        memory.answered.insert(waiting.message);
        let message = world.message(waiting.message);
        let text = memory
            .model(sitting, message, false)
            .map_or_else(|| to_person(sitting, &phrases().push, memory.count(), message), |model| model.text);
        return Some(Text::plain(text).reply(sitting, message));
    }
    let room = memory.room_in_turn(sitting, EVERY)?;
    let turn = memory.count();
    Text::plain(of_brand(sitting, &phrases().push, turn)).post(sitting, room)
}
