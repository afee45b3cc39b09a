//! Law of the silence after words: a post that nobody took up falls flat, and the brand hears of it.

use crate::sim::clock::STEP;
use crate::sim::event::{Proposal, What};
use crate::sim::message::Message;
use crate::sim::world::World;

/// Words that found no echo in three half-lives of the room, or in this many minutes, will find little more (a choice).
const LONG: u32 = 180;

/// Posts of the brand that fall flat in this step.
pub fn flat(world: &World) -> Vec<Proposal> {
    let own = world.shown.iter().map(|id| world.message(*id));
    let silent = own.filter(|post| !post.withdrawn && post.reactions == [0; 3] && is_due(world, post));
    silent.map(|post| Proposal::of(world.said_in(post.id), What::FellFlat { message: post.id })).collect()
}

fn is_due(world: &World, post: &Message) -> bool {
    let wait = ((3.0 * world.setup.room(post.room).fresh) as u32).min(LONG);
    let due = post.minute.plus(wait);
    due <= world.now && world.now < due.plus(STEP)
}
