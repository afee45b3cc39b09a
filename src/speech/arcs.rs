//! Stories that a room tells on from day to day: whose turn it is, and what is still said of them afterwards.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::sim::clock::Minute;
use crate::sim::dice::Purpose;
use crate::sim::message::Message;
use crate::sim::person::Topic;
use crate::sim::{RoomId, World};

use super::topic;

/// Minutes that pass at least between two parts of a story.
const PAUSE: u32 = 75;
/// Parts after which a story is known well enough to be joked about.
const KNOWN: usize = 2;

/// One story in parts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tale {
    /// Topics in whose talk it comes up.
    topics: Vec<String>,
    /// Its parts in order, each with the answers that fit it.
    pub(super) told: Vec<(String, Vec<String>)>,
    /// What people who know it say to anything else.
    pub(super) jokes: Vec<String>,
}

static TALES: LazyLock<Vec<(Vec<Topic>, Tale)>> = LazyLock::new(|| {
    let tales: Vec<Tale> = ron::from_str(include_str!("../../assets/phrases/tales.ron"))
        .expect("the stories are checked by a test");
    let cut = |tale: Tale| (tale.topics.iter().filter_map(|id| topic::index_of(id)).collect(), tale);
    tales.into_iter().map(cut).collect()
});

/// All stories.
pub(super) fn tales() -> impl Iterator<Item = &'static Tale> {
    TALES.iter().map(|(_, tale)| tale)
}

/// The answers that fit a part of a story.
pub(super) fn answers_to(say: &str) -> Option<&'static [String]> {
    let parts = tales().flat_map(|tale| &tale.told);
    parts.filter(|(line, _)| line == say).map(|(_, back)| back.as_slice()).next()
}

/// How far the stories of a world have been told.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// By story: parts told, and when the last was.
    parts: BTreeMap<usize, (usize, Minute)>,
}

impl Told {
    /// The next part of a story that belongs to the room and the topic, if one is due.
    pub(super) fn next(&mut self, world: &World, message: &Message, topic: Topic) -> Option<&'static str> {
        for (at, (topics, tale)) in TALES.iter().enumerate() {
            if !topics.contains(&topic) || home(world, at) != message.room {
                continue;
            }
            let (part, last) = self.parts.get(&at).copied().unwrap_or_default();
            if part > 0 && message.minute.since(last) < PAUSE {
                continue;
            }
            if let Some((say, _)) = tale.told.get(part) {
                self.parts.insert(at, (part + 1, message.minute));
                return Some(say);
            }
        }
        None
    }

    /// What those who know a story of this room may say of it.
    pub(super) fn jokes(&self, world: &World, room: RoomId) -> Vec<&'static str> {
        let known = self.parts.iter().filter(|(at, (part, _))| *part >= KNOWN && home(world, **at) == room);
        known.flat_map(|(at, _)| TALES[*at].1.jokes.iter().map(String::as_str)).collect()
    }
}

/// The room in which a story is told in this world.
fn home(world: &World, tale: usize) -> RoomId {
    let luck = world.dice().lend(Purpose::Words, Minute(0), u64::MAX, tale as u64);
    RoomId::at((luck * world.setup.rooms.len() as f64) as usize)
}
