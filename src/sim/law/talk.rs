//! Law of people's own talk: they speak of their lives, to each other; the brand is a guest.

use crate::sim::clock::STEP;
use crate::sim::dice::{self, Purpose};
use crate::sim::event::Proposal;
use crate::sim::id::{PersonId, RoomId};
use crate::sim::message::{Gist, Message, Words};
use crate::sim::person::{Person, Topic};
use crate::sim::setup::Detail;
use crate::sim::world::World;

use super::circle;
use super::utter::Draft;

/// A talk among people takes at most so many answers, within so many minutes.
const CHIMES: usize = 4;
const FRESH: u32 = 180;
/// Share of talk that answers somebody.
const ANSWERING: f64 = 0.55;
/// People stay about for so many minutes after they looked in, as talkers; in very large rooms a step is enough.
const ABOUT: u32 = 60;

/// What people say to each other in this step: at most one thing a room.
pub fn talk(world: &World) -> Vec<Proposal> {
    (0..world.setup.rooms.len()).map(RoomId::at).filter_map(|room| in_room(world, room)).collect()
}

/// Who looked into a room within so many minutes, with repeats.
pub fn about(world: &World, room: RoomId, minutes: u32) -> impl Iterator<Item = PersonId> {
    let steps = (minutes / STEP).min(world.now.of_day() / STEP);
    (0..=steps).flat_map(move |back| {
        let then = crate::sim::Minute(world.now.0 - back * STEP);
        world.day.visitors(room, then).iter().copied()
    })
}

fn in_room(world: &World, room: RoomId) -> Option<Proposal> {
    let place = world.setup.room(room);
    // The luck of a room's talk belongs to the room: it is lent under a label nobody has.
    let luck = |about: u64| {
        let label = dice::blend([u64::MAX, u64::from(room.0), 0, 0]);
        world.dice().lend(Purpose::Talk, world.now, label, about)
    };
    let chance = place.talk * place.hours[(world.now.of_day() / 60) as usize] * f64::from(STEP) / 60.0;
    if luck(0) >= chance {
        return None;
    }
    let speaker = speaker(world, room)?;
    if luck(1) < ANSWERING
        && let Some(heard) = open_talk(world, room, speaker.id)
    {
        let mut draft = Draft::new(speaker.id, room, Words::Gist(Gist::Chime));
        draft.answers = Some(heard.id);
        draft.topics.clone_from(&heard.topics);
        return Some(Proposal::say(world.said_in(heard.id), draft.message(world)));
    }
    let cares: Vec<Topic> = speaker.cares.iter().collect();
    let topic = *cares.get(world.pick(cares.len().max(1), Purpose::Talk, speaker.id, 2))?;
    let gist = if place.norms.picture_needed { Gist::Snapshot(topic) } else { Gist::Life(topic) };
    let mut draft = Draft::new(speaker.id, room, Words::Gist(gist));
    draft.topics = vec![topic];
    Some(Proposal::say(None, draft.message(world)))
}

/// Whoever of those about is readiest to talk just now.
fn speaker(world: &World, room: RoomId) -> Option<&Person> {
    let window = match world.setup.detail {
        Detail::Every => ABOUT,
        Detail::Rare => 0,
    };
    let readiness = |person: &Person| {
        let u = world.luck(Purpose::Talk, person.id, u64::from(room.0) * 16 + 3);
        // The smallest of exponential waits with rate `talks` is a draw in proportion to `talks`.
        -libm::log(1.0 - u) / person.talks.clamp(0.0, 4.0)
    };
    about(world, room, window)
        .map(|id| world.setup.person(id))
        .filter(|person| person.talks > 0.0)
        .min_by(|a, b| readiness(a).total_cmp(&readiness(b)).then(a.id.cmp(&b.id)))
}

/// The latest talk among people that can still be answered by this person; where people stand in circles, of their own.
fn open_talk(world: &World, room: RoomId, speaker: PersonId) -> Option<&Message> {
    let recent = world.messages.iter().rev().take_while(|m| world.now.since(m.minute) <= FRESH);
    let mut posts = recent
        .filter(|m| m.room == room && m.private.is_none() && m.is_post() && !m.is_brand() && !m.to_brand);
    posts.find(|post| {
        let near = post.person().is_none_or(|author| circle::together(world, room, author, speaker));
        let thread = world.thread(post.id);
        near && thread.len() <= CHIMES && thread.iter().all(|message| message.person() != Some(speaker))
    })
}
