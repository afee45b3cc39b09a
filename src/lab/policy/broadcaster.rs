//! The broadcaster: the same advert in every room, every hour and a half, whatever anybody says.

use crate::game::{Move, Sitting};
use crate::scenario::Moment;
use crate::sim::RoomId;

use super::pick::{Memory, photo};

/// Minutes between two adverts in a room.
const EVERY: u32 = 90;

pub(super) fn choose(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    let world = sitting.world();
    let room = (0..world.setup.rooms.len())
        .find(|room| memory.next.get(room).copied().unwrap_or(0) <= world.now.0)?;
    memory.next.insert(room, world.now.0 + EVERY);
    let advert = sitting.scenario().exemplars.iter().find(|exemplar| {
        !exemplar.good && matches!(exemplar.moment, Moment::Post { room: r, .. } if r == RoomId::at(room))
    })?;
    let photo = photo(sitting, advert);
    let room = world.setup.rooms[room].name().to_string();
    Some(Move::Post { room, text: advert.text.clone(), photo })
}
