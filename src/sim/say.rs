//! How a message enters the world: it gets its id and its thread, and whoever waits for an answer begins to wait.

use crate::appraisal::{Ask, Verdict};

use super::dice;
use super::id::MessageId;
use super::law::lift::lift;
use super::message::{Author, Message, Said, Words};
use super::world::{WaitState, Waiting, World};

/// Says a message; gives its id.
pub(super) fn say(world: &mut World, mut message: Message) -> MessageId {
    let id = MessageId::at(world.messages.len());
    message.id = id;
    message.label = label(world, &message);
    message.lift = message.said().map_or(1.0, |said| lift(said, &world.setup.room(message.room).lifts));
    if message.said().is_some_and(is_untrue) {
        world.untruths.push(id);
    }
    world.answers.push(Vec::new());
    if message.thread.0 == u32::MAX {
        message.thread = id;
    } else {
        world.answers[message.thread.index()].push(id);
    }
    if let Words::Beat(beat) = message.words {
        world.fired[beat.index()].message = Some(id);
    }
    match (message.author, &message.expect) {
        (Author::Person(person), Some(expect)) => {
            if expect.ask == Ask::Complaint {
                world.bonds[person.index()].open_trouble = true;
            }
            world.open.push(world.waiting.len());
            world.waiting.push(Waiting {
                person,
                message: id,
                room: message.room,
                since: world.now,
                until: world.now.plus(expect.patience),
                state: WaitState::Open,
            });
        }
        (Author::Brand, _) if message.private.is_none() => talked(world, &message),
        (Author::Brand | Author::Person(_), _) => {}
    }
    let asked = world.requests.iter_mut().rev().find(|request| request.message.0 == u32::MAX);
    if let Some(request) = asked.filter(|request| Author::Person(request.person) == message.author) {
        request.message = id;
    }
    world.messages.push(message);
    id
}

fn is_untrue(said: &Said) -> bool {
    said.appraisal.claims.iter().any(|claim| matches!(claim.verdict, Verdict::Contradicted(_)))
}

/// The name of a message's luck: its place, its minute, its author, and how many they said there in that minute.
fn label(world: &World, message: &Message) -> u64 {
    let author = match message.author {
        Author::Brand => u64::MAX,
        Author::Person(person) => world.setup.person(person).label,
    };
    let now = world.messages.iter().rev().take_while(|other| other.minute == message.minute);
    let nth = now.filter(|other| other.room == message.room && other.author == message.author).count();
    dice::blend([u64::from(message.room.0), u64::from(message.minute.0), author, nth as u64])
}

/// A post takes the room's whole attention, an answer a quarter of it (a choice).
fn talked(world: &mut World, message: &Message) {
    let room = message.room.index();
    if message.is_post() {
        world.shown.push(message.id);
    }
    let (sum, counted) = world.airtime[room];
    let half_life = world.setup.rooms[room].airtime.0;
    let left = sum * libm::exp2(-f64::from(world.now.since(counted)) / half_life);
    world.airtime[room] = (left + if message.is_post() { 1.0 } else { 0.25 }, world.now);
}
