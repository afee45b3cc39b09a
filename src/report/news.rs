//! What just happened, in a line for the player; most of what happens in the chronicle is nobody's news.

use crate::game::Sitting;
use crate::sim::clock::span;
use crate::sim::event::{Event, Parting, What};
use crate::sim::setup::BeatDeed;
use crate::sim::{MessageId, Minute, PersonId, RoomId, World};

use super::why;

/// What a piece of news is to the brand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Neither good nor bad.
    Plain,
    /// Good for somebody.
    Good,
    /// Somebody's patience wears thin.
    Warning,
    /// It went wrong.
    Bad,
    /// Something to be known.
    News,
}

/// A line of news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// How much it matters: of the news of one moment the status line shows the one with the most.
    pub weight: u8,
    /// What it means for the brand.
    pub tone: Tone,
    /// The line.
    pub text: String,
}

/// The news in an event, if it is any.
pub fn news(sitting: &Sitting, event: &Event) -> Option<News> {
    let world = sitting.world();
    let name = |person: PersonId| first_name(&world.setup.person(person).name);
    let room = |room: RoomId| world.setup.room(room).title.as_str();
    let (weight, tone, text) = match &event.what {
        What::Beat(beat) => match &world.setup.beat(*beat).deed {
            BeatDeed::News { text, .. } => (9, Tone::News, text.clone()),
            BeatDeed::Say(_) | BeatDeed::Request { .. } => return None,
        },
        What::Said(message) => return said(sitting, *message),
        What::Shared { person, message } if !world.message(*message).is_brand() => {
            (6, Tone::Bad, format!("{} passes a complaint about you on.", name(*person)))
        }
        What::Shared { person, message } if world.message(*message).is_brand() => {
            (3, Tone::Good, format!("{} passed your words on.", name(*person)))
        }
        What::LookedUp { person, .. } => {
            (3, Tone::Good, format!("{} looked up what you offer.", name(*person)))
        }
        What::FellFlat { message } => (6, Tone::Warning, why::flat(sitting, *message)),
        What::Answered { person, closed, .. } => return Some(answered(name(*person), *closed)),
        What::Joined { person, welcome, .. } if *welcome >= 0.5 => {
            (4, Tone::Good, format!("{} was glad you joined in.", name(*person)))
        }
        What::Joined { person, .. } => (4, Tone::Warning, format!("{} had not asked you in.", name(*person))),
        What::RanOut { person, message } => return Some(ran_out(world, event.minute, *person, *message)),
        What::Requested { person, room: at } => {
            (7, Tone::News, format!("{} asks to connect ({}).", name(*person), room(*at)))
        }
        What::Settled { person, accepted, .. } => settled(name(*person), *accepted),
        What::Reached { person, accepted, .. } => reached(name(*person), *accepted),
        What::Promised(promise) => {
            let promise = &world.promises[promise.index()];
            let due = format!("day {} {}", promise.due.day(), promise.due.clock());
            (5, Tone::News, format!("{} takes that as a promise, by {due}.", name(promise.to)))
        }
        What::Kept(promise) => {
            (6, Tone::Good, format!("You kept your promise to {}.", name(world.promises[promise.index()].to)))
        }
        What::Broke(promise) => (
            8,
            Tone::Bad,
            format!("Your promise to {} was not kept.", name(world.promises[promise.index()].to)),
        ),
        What::FoundOut { person, .. } => {
            (8, Tone::Bad, format!("{} found out that something you said is not true.", name(*person)))
        }
        What::Told { from, to, good } => told(name(*from), name(*to), *good),
        What::Bought { person, good, .. } => bought(name(*person), *good),
        What::Introduced { from, to, .. } => {
            (6, Tone::Good, format!("{} introduced you to {}.", name(*from), name(*to)))
        }
        What::Delivered { person, good: false, .. } => disappointed(name(*person)),
        What::Left { person, room: at, why } => {
            (8, Tone::Bad, format!("{} drifted off ({}): {}.", name(*person), room(*at), parting(*why)))
        }
        What::Shared { .. }
        | What::Read { .. }
        | What::Overheard { .. }
        | What::Delivered { .. }
        | What::Liked { .. }
        | What::Watched { .. }
        | What::Nodded { .. }
        | What::Listened { .. }
        | What::Corrected { .. }
        | What::Withdrew { .. }
        | What::Boosted { .. }
        | What::Failed { .. } => return None,
    };
    Some(News { weight, tone, text })
}

fn said(sitting: &Sitting, id: MessageId) -> Option<News> {
    let world = sitting.world();
    let message = world.message(id);
    let person = message.person()?;
    let answers_us = message.answers.is_some_and(|answered| world.message(answered).is_brand());
    if !(message.to_brand || message.expect.is_some() || answers_us || message.private.is_some()) {
        return None;
    }
    let name = first_name(&world.setup.person(person).name);
    let room = &world.setup.room(message.room).title;
    let place = if message.private.is_some() { "alone" } else { room };
    let (weight, tone) = if message.expect.is_some() { (7, Tone::Warning) } else { (6, Tone::News) };
    Some(News { weight, tone, text: format!("{name} ({place}): \"{}\"", sitting.text(id)) })
}

fn settled(name: &str, accepted: bool) -> (u8, Tone, String) {
    if accepted {
        (4, Tone::Good, format!("{name} and you are connected."))
    } else {
        (4, Tone::Plain, format!("{name}'s request is settled: not connected."))
    }
}

fn reached(name: &str, accepted: bool) -> (u8, Tone, String) {
    if accepted {
        (6, Tone::Good, format!("{name} accepted: you are connected."))
    } else {
        (6, Tone::Warning, format!("{name} did not take up your request."))
    }
}

fn told(from: &str, to: &str, good: bool) -> (u8, Tone, String) {
    if good {
        (5, Tone::Good, format!("{from} recommended you to {to}."))
    } else {
        (6, Tone::Bad, format!("{from} told {to} to stay away from you."))
    }
}

fn bought(name: &str, good: bool) -> (u8, Tone, String) {
    if good {
        (7, Tone::Good, format!("{name} bought something that fits."))
    } else {
        (7, Tone::Warning, format!("{name} bought something that does not really fit."))
    }
}

fn disappointed(name: &str) -> (u8, Tone, String) {
    (7, Tone::Bad, format!("{name} is disappointed by what they bought."))
}

fn answered(name: &str, closed: bool) -> News {
    let (tone, text) = if closed {
        (Tone::Good, format!("{name} has what they needed."))
    } else {
        (Tone::Plain, format!("{name} heard you, but that does not settle it."))
    };
    News { weight: 5, tone, text }
}

fn ran_out(world: &World, at: Minute, person: PersonId, message: MessageId) -> News {
    let name = first_name(&world.setup.person(person).name);
    let waited = at.since(world.message(message).minute);
    News {
        weight: 8,
        tone: Tone::Bad,
        text: format!("{name} gave up waiting for an answer after {}.", span(waited)),
    }
}

/// The first name of somebody, by which friends speak of them.
pub fn first_name(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

pub(crate) const fn parting(why: Parting) -> &'static str {
    match why {
        Parting::Selling => "too much selling",
        Parting::Irrelevant => "nothing in it for them",
        Parting::Volume => "too much of you",
        Parting::Ignored => "they were not answered",
    }
}
