//! The player's own habits: who is answered and how soon, words leaned on, how much of the talk is about oneself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::appraisal::Ask;
use crate::game::Sitting;
use crate::sim::clock::span;
use crate::sim::message::{Message, Said};
use crate::sim::world::{WaitState, Waiting};
use crate::sim::{PersonId, World};

/// A word is leaned on when it is in so many messages, and in this share of them.
const LEANED: (usize, f64) = (3, 0.15);
/// So many words are told.
const WORDS: usize = 6;

/// Habits.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Habits {
    /// Messages of the brand.
    pub messages: usize,
    /// Posts of the brand.
    pub posts: usize,
    /// Share of the posts that speak of the brand and of nobody else, 0..1; `None` without posts.
    pub about_self: Option<f64>,
    /// Words leaned on: in how many messages each was.
    pub words: Vec<(String, usize)>,
    /// Who was answered, by how many people hear them.
    pub by_followers: Vec<Bar>,
    /// By room.
    pub by_room: Vec<Bar>,
    /// By the mood in which they spoke.
    pub by_mood: Vec<Bar>,
    /// How often the player read up on somebody, joined people's talk, and nodded.
    pub listened: usize,
    /// Answers to people's own talk.
    pub joined: usize,
    /// Nods.
    pub nods: usize,
}

/// How one kind of people was answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// Which people.
    pub label: String,
    /// How many waited.
    pub asked: usize,
    /// How many were answered in time or late.
    pub answered: usize,
    /// Share answered, 0..1; `None` where nobody asked: absent is not zero.
    pub share: Option<f64>,
    /// Half of the answers came within so many minutes.
    pub delay: Option<u32>,
    /// The same in words.
    pub delay_said: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    small: BTreeSet<String>,
    own: BTreeSet<String>,
    others: BTreeSet<String>,
}

fn lists() -> &'static Lists {
    static LISTS: LazyLock<Lists> = LazyLock::new(|| {
        ron::from_str(include_str!("../../../assets/report/words.ron")).expect("the shipped words are sound")
    });
    &LISTS
}

pub(super) fn habits(sitting: &Sitting) -> Habits {
    use crate::sim::event::What;
    let world = sitting.world();
    let ours: Vec<&Said> = world.messages.iter().filter_map(Message::said).collect();
    let posts: Vec<&Said> = world
        .messages
        .iter()
        .filter(|m| m.is_post() && m.private.is_none())
        .filter_map(Message::said)
        .collect();
    let selfish = posts.iter().filter(|said| is_about_self(world, said)).count();
    let times =
        |wanted: fn(&What) -> bool| world.chronicle.iter().filter(|event| wanted(&event.what)).count();
    Habits {
        messages: ours.len(),
        posts: posts.len(),
        about_self: (!posts.is_empty()).then(|| selfish as f64 / posts.len() as f64),
        words: leaned(world, &ours),
        by_followers: by_followers(world),
        by_room: by_room(world),
        by_mood: by_mood(world),
        listened: times(|what| matches!(what, What::Listened { .. })),
        joined: times(|what| matches!(what, What::Joined { .. })),
        nods: times(|what| matches!(what, What::Nodded { .. })),
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let text = text.replace('\u{2019}', "'").to_lowercase();
    let parts: Vec<String> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .map(|word| word.trim_matches('\'').to_owned())
        .filter(|word| !word.is_empty())
        .collect();
    parts.into_iter()
}

fn is_about_self(world: &World, said: &Said) -> bool {
    let (lists, mut own, mut others) = (lists(), 0, 0);
    let names: BTreeSet<String> =
        world.setup.people.iter().filter(|p| p.cast).flat_map(|p| words(&p.name)).collect();
    for word in words(&said.text) {
        own += usize::from(lists.own.contains(&word));
        others += usize::from(lists.others.contains(&word) || names.contains(&word));
    }
    let named = said.text.to_lowercase().contains(&world.setup.brand.sheet.name.to_lowercase());
    others == 0 && (own > 0 || named)
}

fn leaned(world: &World, ours: &[&Said]) -> Vec<(String, usize)> {
    let names: BTreeSet<String> = world
        .setup
        .people
        .iter()
        .filter(|p| p.cast)
        .flat_map(|p| words(&p.name))
        .chain(words(&world.setup.brand.sheet.name))
        .collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for said in ours {
        let mine: BTreeSet<String> = words(&said.text).collect();
        let heavy = mine.into_iter().filter(|word| {
            word.chars().count() > 2 && !lists().small.contains(word) && !names.contains(word)
        });
        for word in heavy {
            *counts.entry(word).or_default() += 1;
        }
    }
    let often = |count: usize| count >= LEANED.0 && count as f64 >= LEANED.1 * ours.len() as f64;
    let mut found: Vec<(String, usize)> = counts.into_iter().filter(|(_, count)| often(*count)).collect();
    found.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    found.truncate(WORDS);
    found
}

fn bar(label: &str, waiting: &[&Waiting]) -> Bar {
    let mut delays: Vec<u32> = waiting
        .iter()
        .filter_map(|w| match w.state {
            WaitState::Answered { at, .. } => Some(at.since(w.since)),
            WaitState::Open | WaitState::RanOut => None,
        })
        .collect();
    delays.sort_unstable();
    let delay = delays.get(delays.len() / 2).copied();
    Bar {
        label: label.to_owned(),
        asked: waiting.len(),
        answered: delays.len(),
        share: (!waiting.is_empty()).then(|| delays.len() as f64 / waiting.len() as f64),
        delay,
        delay_said: delay.map_or_else(String::new, span),
    }
}

/// Thirds of all people by how many hear what they say.
fn by_followers(world: &World) -> Vec<Bar> {
    let heard = |person: PersonId| {
        let mut by: Vec<PersonId> = world.setup.ties.of(person).iter().map(|tie| tie.to).collect();
        by.sort_unstable();
        by.dedup();
        by.len()
    };
    let mut all: Vec<usize> = world.setup.people.iter().map(|person| heard(person.id)).collect();
    all.sort_unstable();
    let third = |n: usize| all.get(n * all.len() / 3).copied().unwrap_or(0);
    let (few, many) = (third(1), third(2));
    let of = |from: usize, to: usize| -> Vec<&Waiting> {
        world.waiting.iter().filter(|w| (from..to).contains(&heard(w.person))).collect()
    };
    vec![
        bar(&format!("heard by few (under {few})"), &of(0, few)),
        bar(&format!("heard by some ({few} to {})", many.saturating_sub(1).max(few)), &of(few, many)),
        bar(&format!("heard by many ({many} or more)"), &of(many, usize::MAX)),
    ]
}

fn by_room(world: &World) -> Vec<Bar> {
    let rooms = world.setup.rooms.iter().enumerate();
    rooms
        .map(|(place, room)| {
            let here: Vec<&Waiting> = world.waiting.iter().filter(|w| w.room.index() == place).collect();
            bar(&room.title, &here)
        })
        .collect()
}

fn by_mood(world: &World) -> Vec<Bar> {
    let ask = |w: &Waiting| world.message(w.message).expect.as_ref().map(|expect| expect.ask);
    let of = |wanted: fn(Ask) -> bool| -> Vec<&Waiting> {
        world.waiting.iter().filter(|w| ask(w).is_some_and(wanted)).collect()
    };
    vec![
        bar("cross or let down", &of(|ask| matches!(ask, Ask::Complaint))),
        bar("wanting to know or have something", &of(|ask| matches!(ask, Ask::Question | Ask::Request))),
        bar("pleased or chatting", &of(|ask| matches!(ask, Ask::Praise | Ask::GoodNews | Ask::Talk))),
        bar("sad", &of(|ask| matches!(ask, Ask::SadNews))),
    ]
}
