//! The late one: posts like the host, and answers as well as the host, ten hours on.

use crate::game::{Move, Sitting};
use crate::sim::MessageId;
use crate::sim::world::WaitState;

use super::host;
use super::pick::Memory;

/// Minutes until an answer comes (MODEL row 29: some ten hours).
pub(super) const LATE: u32 = 600;

pub(super) fn choose(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    answer(sitting, memory, |_| true)
        .or_else(|| host::post(sitting, memory).and_then(|(room, text)| text.post(sitting, room)))
}

/// An answer to the first who has waited for ten hours, in vain or not, among those it is `meant` for.
pub(super) fn answer(
    sitting: &Sitting,
    memory: &mut Memory,
    meant: impl Fn(MessageId) -> bool,
) -> Option<Move> {
    let world = sitting.world();
    let overdue = world.waiting.iter().filter(|w| w.since.plus(LATE) <= world.now && meant(w.message));
    for waiting in overdue {
        let answered = matches!(waiting.state, WaitState::Answered { .. });
        if answered || !memory.answered.insert(waiting.message) {
            continue;
        }
        let message = world.message(waiting.message);
        if let Some(text) = host::words(sitting, memory, message) {
            return Some(text.reply(sitting, message));
        }
    }
    None
}
