//! The misfit: the host's words, each said in the next room over, answers too.

use crate::game::{Move, Sitting};
use crate::sim::RoomId;

use super::host;
use super::pick::{Memory, Text};

/// Minutes between two answers given to the wrong room.
const EVERY: u32 = 60;

pub(super) fn choose(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    if let Some((room, text)) = host::post(sitting, memory).or_else(|| answer(sitting, memory)) {
        let rooms = sitting.world().setup.rooms.len();
        // Their own picture stays at home too.
        let text = Text::plain(text.text);
        return text.post(sitting, RoomId::at((room.index() + 1) % rooms));
    }
    host::accept(sitting)
}

/// The host's answer to the least patient, and the room that it was for.
fn answer(sitting: &Sitting, memory: &mut Memory) -> Option<(RoomId, Text)> {
    let world = sitting.world();
    if memory.quiet_until > world.now.0 {
        return None;
    }
    for waiting in world.open_waiting() {
        let message = world.message(waiting.message);
        if !memory.answered.insert(message.id) {
            continue;
        }
        if let Some(text) = host::words(sitting, memory, message) {
            memory.quiet_until = world.now.0 + EVERY;
            return Some((message.room, text));
        }
    }
    None
}
