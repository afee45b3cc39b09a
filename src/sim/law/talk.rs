//! Law of people's own talk: they speak of their lives, to each other; the brand is a guest.

use crate::sim::clock::{Minute, STEP};
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
/// In a story people stay about for so many minutes after they looked in.
const ABOUT: u32 = 60;
/// So many of those about could be the next to say something: more than come to a room of a story within the hour.
const CANDIDATES: f64 = 200.0;

/// What people say to each other in this step: at most one thing a room.
pub fn talk(world: &World) -> Vec<Proposal> {
    (0..world.setup.rooms.len()).map(RoomId::at).filter_map(|room| in_room(world, room)).collect()
}

/// About `many` of those who are in a room now, in no order, for a use of this name. In a story whoever looked in within
/// the hour is still about, and each is among them by their own luck, so that one person more takes nobody's place. In a
/// crowd too large to tell each event as many are picked from those who look in just now.
pub fn around(world: &World, room: RoomId, many: f64, purpose: Purpose, about: u64) -> Vec<PersonId> {
    match world.setup.detail {
        Detail::Every => {
            let place = world.setup.room(room);
            let there = world.setup.crowd_in(room) * place.sessions / 24.0 * place.hours[world.hour()];
            let chance = many / there.max(1.0);
            let mut found: Vec<PersonId> =
                within(world, room).filter(|person| world.falls(chance, purpose, *person, about)).collect();
            found.sort_unstable();
            found.dedup();
            found
        }
        Detail::Rare => {
            let visitors = world.day.visitors(room, world.now);
            let throw = world.dice().throw(purpose, world.now);
            let picks =
                (0..many as u64).map(|nth| dice::pick(throw.lend(u64::MAX - nth, about), visitors.len()));
            let mut found: Vec<PersonId> = picks.filter_map(|at| visitors.get(at).copied()).collect();
            found.sort_unstable();
            found.dedup();
            found
        }
    }
}

/// Who looked into a room within the hour, with repeats.
fn within(world: &World, room: RoomId) -> impl Iterator<Item = PersonId> {
    let steps = (ABOUT / STEP).min(world.now.of_day() / STEP);
    (0..=steps).flat_map(move |back| {
        let then = Minute(world.now.0 - back * STEP);
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
    let readiness = |person: &Person| {
        let u = world.luck(Purpose::Talk, person.id, u64::from(room.0) * 16 + 3);
        // The smallest of exponential waits with rate `talks` is a draw in proportion to `talks`.
        -libm::log(1.0 - u) / person.talks.clamp(0.0, 4.0)
    };
    around(world, room, CANDIDATES, Purpose::Talk, u64::from(room.0))
        .into_iter()
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
