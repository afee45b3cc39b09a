//! The text of every message in a world; no line that speech composes is ever heard twice in a room.

use std::collections::{BTreeMap, BTreeSet};

use crate::sim::message::{Gist, Message, Words};
use crate::sim::person::Topic;
use crate::sim::setup::BeatDeed;
use crate::sim::{BeatId, MessageId, RoomId, World};

use super::arcs::Told;
use super::compose::{self, Speaker};
use super::own;
use super::pool::{self, Pool, QUOTE};

/// Most characters of a composed line in rooms of quick talk.
pub const QUICK: usize = 200;
/// Rooms whose longest message is no longer than this are rooms of quick talk.
const QUICK_ROOM: usize = 280;
/// How often a word of the brand is taken up where there is one.
const QUOTES: f64 = 0.7;
/// How often a story of the room goes on where it could, and how often one is remembered.
const TALES: f64 = 0.75;
const JOKES: f64 = 0.12;
/// Rounds of looking for new words before length is no longer minded.
const PATIENCE: u64 = 10_000;

/// The text of every message in a world so far, by id.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// Texts by id; `None` for those that nobody asked for yet.
    texts: Vec<Option<String>>,
    /// Messages before this place have their words.
    worded: usize,
    /// What the scenario or the brand said in each room, in lower case; a line composed here is not minded.
    given: BTreeSet<(RoomId, u64)>,
    /// What the scenario wrote for any room and any time, in lower case; no line composed here repeats it.
    kept_free: BTreeSet<u64>,
    /// The line of life a message came from.
    lives: BTreeMap<MessageId, (Topic, &'static str)>,
    /// What was heard in each room, in lower case.
    heard: BTreeSet<(RoomId, u64)>,
    /// How often a line was used in a room, and anywhere.
    worn: BTreeMap<(RoomId, &'static str), u32>,
    worn_anywhere: BTreeMap<&'static str, u32>,
    /// The stories of the rooms.
    told: Told,
    /// The line that each message was made from, before its slots were filled.
    from: BTreeMap<MessageId, &'static str>,
}

impl Lines {
    /// Words all messages of the world that have no words yet, in order. The world must be the same one, or a
    /// later state of it, at every call.
    pub fn keep_up(&mut self, world: &World) {
        self.keep_up_with_given(world);
        for message in world.messages.iter().skip(self.worded) {
            let at = message.id.index();
            let text = self.texts[at].take().unwrap_or_else(|| self.word(world, message));
            self.heard.insert((message.room, print_of(&text)));
            self.texts[at] = Some(text);
            self.worded = at + 1;
        }
    }

    /// Words only what the scenario or the brand wrote, which costs little; every text is the same as by
    /// [`Lines::keep_up`], which may be called later for the rest.
    pub fn keep_up_with_given(&mut self, world: &World) {
        if self.texts.is_empty() {
            self.reserve(world);
        }
        for message in world.messages.iter().skip(self.texts.len()) {
            let text = self.as_given(world, message);
            if let Some(text) = &text {
                self.given.insert((message.room, print_of(text)));
            }
            self.texts.push(text);
        }
    }

    /// The text of a message; empty when neither [`Lines::keep_up`] nor [`Lines::keep_up_with_given`] came to it yet.
    pub fn text(&self, message: MessageId) -> &str {
        self.found(message).unwrap_or_default()
    }

    /// The text of a message, if it has one yet.
    pub fn found(&self, message: MessageId) -> Option<&str> {
        self.texts.get(message.index())?.as_deref()
    }

    /// The line of the phrase material that a message was made from; `None` for words of the scenario or the brand.
    pub fn line(&self, message: MessageId) -> Option<&'static str> {
        self.from.get(&message).copied()
    }

    /// The line of life that a message came from, if it did.
    pub(super) fn life(&self, message: MessageId) -> Option<(Topic, &'static str)> {
        self.lives.get(&message).copied()
    }

    /// Keeps the words the scenario wrote free for their moment.
    fn reserve(&mut self, world: &World) {
        let setup = &world.setup;
        for beat in &setup.beats {
            let (room, text) = match &beat.deed {
                BeatDeed::Say(line) => (line.room, &line.text),
                BeatDeed::Request { room, text, .. } => (*room, text),
                BeatDeed::News { .. } => continue,
            };
            self.heard.insert((room, print_of(text)));
            self.given.insert((room, print_of(text)));
        }
        let questions = setup.questions.iter().flat_map(|question| &question.texts);
        let failures = setup.failures.iter().flat_map(|failure| &failure.texts);
        self.kept_free = questions.chain(failures).map(|text| print_of(text)).collect();
    }

    /// The text of a message whose words are written; `None` where they have to be found.
    fn as_given(&self, world: &World, message: &Message) -> Option<String> {
        let (texts, quiet) = match &message.words {
            Words::Brand(said) => return Some(said.text.clone()),
            Words::Beat(beat) => return Some(written(world, *beat).to_owned()),
            Words::Question(at) => (world.setup.questions.get(*at).map(|q| &q.texts)?, false),
            Words::Failure(at) => (world.setup.failures.get(*at).map(|f| &f.texts)?, true),
            Words::Gist(_) => return None,
        };
        // One of the texts the scenario offers, as it stands while there is one unheard.
        let speaker = Speaker::new(world, message, Vec::new(), quiet);
        let mut order = shuffled(texts.len(), &speaker).into_iter().map(|at| &texts[at]);
        order.find(|text| !self.given.contains(&(message.room, print_of(text)))).cloned()
    }

    fn word(&mut self, world: &World, message: &Message) -> String {
        match &message.words {
            Words::Brand(said) => said.text.clone(),
            Words::Beat(beat) => written(world, *beat).to_owned(),
            Words::Question(at) => {
                let texts = world.setup.questions.get(*at).map(|q| q.texts.as_slice());
                self.ask(world, message, texts.unwrap_or_default(), false)
            }
            Words::Failure(at) => {
                let texts = world.setup.failures.get(*at).map(|f| f.texts.as_slice());
                self.ask(world, message, texts.unwrap_or_default(), true)
            }
            Words::Gist(gist) => self.compose(world, message, *gist),
        }
    }

    /// One of the texts the scenario offers, in new dress: as they stand they were all heard.
    fn ask(&self, world: &World, message: &Message, texts: &[String], quiet: bool) -> String {
        let speaker = Speaker::new(world, message, Vec::new(), quiet);
        let order = shuffled(texts.len(), &speaker);
        let lines: Vec<&str> = order.iter().map(|&at| texts[at].as_str()).collect();
        self.search(world, message, &speaker, &lines).map(|(text, _)| text).unwrap_or_default()
    }

    fn compose(&mut self, world: &World, message: &Message, gist: Gist) -> String {
        if let Some(own) = own::lines(world, message, gist).find(|line| self.is_new(message.room, line)) {
            return own.to_owned();
        }
        let Pool { lines, more, quotes, quiet } =
            pool::of(gist, message, compose::voice(world, message), world, self);
        let speaker = Speaker::new(world, message, quotes, quiet).in_own_words(gist);
        let mut lines = lines;
        self.tell(world, message, gist, &speaker, &mut lines);
        let fresh = lines.iter().any(|line| !self.worn.contains_key(&(message.room, *line)));
        if !fresh {
            lines.extend(more);
        }
        lines.retain(|line| speaker.can_say(line));
        let quoting = speaker.luck(2) < QUOTES && lines.iter().any(|line| line.contains(QUOTE));
        let mut ordered: Vec<&'static str> =
            shuffled(lines.len(), &speaker).into_iter().map(|at| lines[at]).collect();
        ordered.sort_by_cached_key(|line| {
            let here = self.worn.get(&(message.room, *line)).copied().unwrap_or(0);
            let anywhere = self.worn_anywhere.get(line).copied().unwrap_or(0);
            (here, anywhere, quoting && !line.contains(QUOTE))
        });
        let Some((text, at)) = self.search(world, message, &speaker, &ordered) else {
            return String::new();
        };
        let line = ordered[at];
        *self.worn.entry((message.room, line)).or_default() += 1;
        *self.worn_anywhere.entry(line).or_default() += 1;
        self.from.insert(message.id, line);
        if let Gist::Life(topic) = gist {
            self.lives.insert(message.id, (topic, line));
        }
        text
    }

    /// Puts the next part of a story, or a word on one that all know, in place of the lines.
    fn tell(
        &mut self,
        world: &World,
        message: &Message,
        gist: Gist,
        speaker: &Speaker<'_>,
        lines: &mut Vec<&'static str>,
    ) {
        match gist {
            Gist::Life(topic) if speaker.luck(3) < TALES => {
                if let Some(part) = self.told.next(world, message, topic) {
                    *lines = vec![part];
                }
            }
            Gist::Chime if !speaker.is_quiet() && speaker.luck(4) < JOKES => {
                let known = self.told.jokes(world, message.room);
                if let Some(joke) = known.into_iter().find(|joke| !self.worn_anywhere.contains_key(joke)) {
                    *lines = vec![joke];
                }
            }
            Gist::Life(_)
            | Gist::Chime
            | Gist::Remark(_)
            | Gist::Followup(_)
            | Gist::Praise
            | Gist::Recommend
            | Gist::Warn
            | Gist::Snapshot(_)
            | Gist::Introduction => {}
        }
    }

    /// The first wording of the lines, in order, that the room has not heard; `None` without lines.
    fn search(
        &self,
        world: &World,
        message: &Message,
        speaker: &Speaker<'_>,
        lines: &[&str],
    ) -> Option<(String, usize)> {
        let limit = world.setup.room(message.room).norms.limit;
        let limit = if limit <= QUICK_ROOM { limit.min(QUICK) } else { limit };
        if lines.is_empty() {
            return None;
        }
        for round in 0_u64.. {
            for (at, line) in lines.iter().enumerate() {
                let text = speaker.say(line, round);
                let fits = round >= PATIENCE || text.chars().count() <= limit;
                if fits && self.is_new(message.room, &text) {
                    return Some((text, at));
                }
            }
        }
        None
    }

    fn is_new(&self, room: RoomId, text: &str) -> bool {
        let print = print_of(text);
        !self.kept_free.contains(&print) && !self.heard.contains(&(room, print))
    }
}

fn written(world: &World, beat: BeatId) -> &str {
    match &world.setup.beat(beat).deed {
        BeatDeed::Say(line) => &line.text,
        BeatDeed::Request { text, .. } | BeatDeed::News { text, .. } => text,
    }
}

/// The numbers below `n` in an order of the speaker's own: one draw of luck, spun on.
fn shuffled(n: usize, speaker: &Speaker<'_>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    let mut spun = speaker.luck(10_000).to_bits();
    for at in (1..n).rev() {
        spun = spun.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(at, (spun >> 33) as usize % (at + 1));
    }
    order
}

/// A number for a text whatever its case; two texts that share one are merely never both said.
fn print_of(text: &str) -> u64 {
    let small = text.chars().flat_map(char::to_lowercase);
    small.fold(0xcbf2_9ce4_8422_2325, |print, c| {
        (print ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
    })
}
