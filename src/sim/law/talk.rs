//! Law of people's own talk: they speak of their lives, to each other; the brand is a guest.

use crate::sim::clock::STEP;
use crate::sim::dice::Purpose;
use crate::sim::event::Proposal;
use crate::sim::id::{PersonId, RoomId};
use crate::sim::message::{Gist, Message, Words};
use crate::sim::person::Person;
use crate::sim::world::World;

use super::utter::Draft;

/// A talk among people takes at most so many answers, within so many minutes.
const CHIMES: usize = 4;
const FRESH: u32 = 180;
/// Share of talk that answers somebody.
const ANSWERING: f64 = 0.55;

/// What people say to each other in this step: at most one thing a room.
pub fn talk(world: &World) -> Vec<Proposal> {
    (0..world.setup.rooms.len()).map(RoomId::at).filter_map(|room| in_room(world, room)).collect()
}

fn in_room(world: &World, room: RoomId) -> Option<Proposal> {
    let (place, dice, now) = (world.setup.room(room), world.dice(), world.now);
    let label = u64::from(room.0) * 16;
    // The luck of a room's talk belongs to the room: it is lent under a person nobody is.
    let nobody = PersonId(u32::MAX);
    let chance = place.talk * place.hours[(now.of_day() / 60) as usize] * f64::from(STEP) / 60.0;
    if !dice.falls(chance, Purpose::Talk, now, nobody, label) {
        return None;
    }
    let speaker = speaker(world, room)?;
    if dice.falls(ANSWERING, Purpose::Talk, now, nobody, label + 1)
        && let Some(heard) = open_talk(world, room, speaker.id)
    {
        let mut draft = Draft::new(speaker.id, room, Words::Gist(Gist::Chime));
        draft.answers = Some(heard.id);
        draft.topics.clone_from(&heard.topics);
        return Some(Proposal::say(world.said_in(heard.id), draft.message(world)));
    }
    let topic = *speaker.cares.get(dice.pick(speaker.cares.len().max(1), Purpose::Talk, now, speaker.id, label + 2))?;
    let gist = if place.norms.picture_needed { Gist::Snapshot(topic) } else { Gist::Life(topic) };
    let mut draft = Draft::new(speaker.id, room, Words::Gist(gist));
    draft.topics = vec![topic];
    Some(Proposal::say(None, draft.message(world)))
}

/// Whoever of the room is readiest to talk just now.
fn speaker(world: &World, room: RoomId) -> Option<&Person> {
    let (dice, now) = (world.dice(), world.now);
    let readiness = |person: &Person| {
        let u = dice.lend(Purpose::Talk, now, person.id, u64::from(room.0) * 16 + 3);
        // The smallest of exponential waits with rate `talks` is a draw in proportion to `talks`.
        -libm::log(1.0 - u) / person.talks.clamp(0.2, 4.0)
    };
    world
        .setup
        .people
        .iter()
        .filter(|person| person.rooms.contains(&room))
        .min_by(|a, b| readiness(a).total_cmp(&readiness(b)))
}

/// The latest talk among people that can still be answered by this person.
fn open_talk(world: &World, room: RoomId, speaker: PersonId) -> Option<&Message> {
    let recent = world.messages.iter().rev().take_while(|m| world.now.since(m.minute) <= FRESH);
    let posts = recent.filter(|m| m.room == room && m.private.is_none() && m.is_post() && !m.is_brand() && !m.to_brand);
    posts.into_iter().find(|post| {
        let thread = world.thread(post.id);
        thread.len() <= CHIMES && thread.iter().all(|message| message.person() != Some(speaker))
    })
}
