//! The misfit: the host's words, answers too, each said to the room whose manner is furthest from the room they are for.

use crate::game::{Move, Sitting};
use crate::sim::RoomId;

use super::host;
use super::pick::{Memory, Text};

/// Minutes between two answers given to the wrong room.
const EVERY: u32 = 120;

pub(super) fn choose(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    if let Some((room, text)) = host::post(sitting, memory).or_else(|| answer(sitting, memory)) {
        // The picture that belongs to the words stays at home.
        return Text::plain(text.text).post(sitting, elsewhere(sitting, room));
    }
    host::accept(sitting)
}

/// The other room whose formality is furthest from this one's; the room itself where there is no other.
fn elsewhere(sitting: &Sitting, home: RoomId) -> RoomId {
    let setup = &sitting.world().setup;
    let formality = |room: RoomId| setup.room(room).norms.formality;
    let others = (0..setup.rooms.len()).map(RoomId::at).filter(|room| *room != home);
    let far = |room: &RoomId| (formality(*room) - formality(home)).abs();
    others.max_by(|a, b| far(a).total_cmp(&far(b))).unwrap_or(home)
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
