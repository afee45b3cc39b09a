//! The broadcaster: the same advert in every room, every hour and a half, whatever anybody says.

use crate::game::{Move, Sitting};

use super::adverts::advert;
use super::pick::Memory;

/// Minutes between two adverts in a room.
const EVERY: u32 = 90;

pub(super) fn choose(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    let room = memory.room_in_turn(sitting, EVERY)?;
    advert(sitting, room).post(sitting, room)
}
