//! The ordinary brand: one message in nine answered, after ten hours; every other post is an advert (MODEL row 29).

use crate::game::{Move, Sitting};

use super::adverts::advert;
use super::pick::Memory;
use super::{host, late};

/// One in so many is answered: 11 %.
const ANSWERED: u32 = 9;

pub(super) fn choose(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    late::answer(sitting, memory, |message| message.0.is_multiple_of(ANSWERED)).or_else(|| {
        let (room, text) = host::post(sitting, memory)?;
        let text = if memory.count().is_multiple_of(2) { advert(sitting, room) } else { text };
        text.post(sitting, room)
    })
}
