//! The template: posts like the host, and answers everyone at once with the same boilerplate.

use crate::game::{Move, Sitting};

use super::host;
use super::phrase::{of_brand, phrases};
use super::pick::{Memory, Text};

pub(super) fn choose(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    let world = sitting.world();
    let waiting = world.open_waiting().into_iter().find(|w| !memory.answered.contains(&w.message));
    if let Some(waiting) = waiting {
        memory.answered.insert(waiting.message);
        let text = Text::plain(of_brand(sitting, &phrases().boilerplate, 0));
        return Some(text.reply(sitting, world.message(waiting.message)));
    }
    host::accept(sitting)
        .or_else(|| host::post(sitting, memory).and_then(|(room, text)| text.post(sitting, room)))
}
