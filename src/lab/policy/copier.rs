//! The copier: one decent text, pasted in every room, and again three hours later.

use crate::game::{Move, Sitting};
use crate::scenario::Moment;

use super::pick::{Memory, Text};

/// Minutes between two pastings in a room.
const EVERY: u32 = 180;

pub(super) fn choose(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    let room = memory.room_in_turn(sitting, EVERY)?;
    text(sitting)?.post(sitting, room)
}

/// The scenario's first good post, or its first fact.
fn text(sitting: &Sitting) -> Option<Text> {
    let posts = |moment: &Moment| matches!(moment, Moment::Post { .. });
    let model = sitting.scenario().exemplars.iter().find(|e| e.good && posts(&e.moment));
    let fact = || sitting.world().setup.brand.sheet.facts.first();
    model.map(Text::of).or_else(|| fact().map(|fact| Text::plain(fact.text.clone())))
}
