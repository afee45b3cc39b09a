//! The stuffer: a salad of words that score, for posts and for answers.

use crate::game::{Move, Sitting};

use super::phrase::{of_brand, phrases};
use super::pick::{Memory, Text};

/// Minutes between two posts to a room.
const EVERY: u32 = 180;

pub(super) fn choose(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    let world = sitting.world();
    let waiting = world.open_waiting().into_iter().find(|w| !memory.answered.contains(&w.message));
    let turn = memory.count();
    let salad = Text::plain(of_brand(sitting, &phrases().salad, turn));
    if let Some(waiting) = waiting {
        memory.answered.insert(waiting.message);
        return Some(salad.reply(sitting, world.message(waiting.message)));
    }
    let room = memory.room_in_turn(sitting, EVERY)?;
    salad.post(sitting, room)
}
