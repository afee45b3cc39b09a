//! The lines that would fit a message: what its author could say, before one of them is picked.

use crate::appraisal::{Ask, Dimension};
use crate::sim::World;
use crate::sim::message::{Followup, Gist, Message, Remark, Said, Words};
use crate::sim::person::{Topic, Voice};
use crate::sim::setup::BeatDeed;

use super::arcs;
use super::lines::Lines;
use super::manner;
use super::phrase;
use super::quote;

/// Slots for a quote and for the speaker's work, which not every line can fill.
pub(super) const QUOTE: &str = "{word}";
/// See [`QUOTE`].
pub(super) const WORK: &str = "{work}";

/// What could be said.
pub(super) struct Pool {
    /// Lines to choose from.
    pub(super) lines: Vec<&'static str>,
    /// Lines to fall back on once all of those have been heard in the room.
    pub(super) more: Vec<&'static str>,
    /// Words of the brand that can be taken up, best first.
    pub(super) quotes: Vec<String>,
    /// Whether laughing would be out of place.
    pub(super) quiet: bool,
}

impl Pool {
    fn of(lines: &'static [String], quiet: bool) -> Self {
        Self { lines: borrow(lines), more: Vec::new(), quotes: Vec::new(), quiet }
    }
}

/// What the author of a message could say, where the words are not given by the scenario or the player.
pub(super) fn of(gist: Gist, message: &Message, voice: Voice, world: &World, lines: &Lines) -> Pool {
    let general = phrase::general();
    match gist {
        Gist::Life(topic) => {
            let says = phrase::talk(topic).lives.iter().map(|(say, _)| say.as_str()).collect();
            Pool { lines: says, more: Vec::new(), quotes: Vec::new(), quiet: false }
        }
        Gist::Snapshot(topic) => Pool::of(&phrase::talk(topic).snapshots, false),
        Gist::Chime => chime(message, voice, world, lines),
        Gist::Praise => Pool::of(general.praise.of(voice), false),
        Gist::Recommend => Pool::of(general.recommend.of(voice), false),
        Gist::Warn => Pool::of(general.warn.of(voice), true),
        Gist::Introduction => Pool::of(general.introduction.of(voice), false),
        Gist::Remark(kind) => remarks(kind, voice, message, world),
        Gist::Followup(kind) => {
            let quiet =
                matches!(kind, Followup::Missed | Followup::Canned | Followup::Touched | Followup::Unwelcome);
            let mut pool = Pool::of(phrase::followup(kind).of(voice), quiet);
            for sheet in [manner::of(voice), Some(manner::any())].into_iter().flatten() {
                pool.lines.extend(borrow(sheet.followup(kind)));
            }
            Pool { quotes: heard(kind, message, world, lines), ..pool }
        }
    }
}

/// The line of life that a text came from, with its own answers.
pub(super) fn answers_to(topic: Topic, say: &str) -> Vec<&'static str> {
    if let Some(back) = arcs::answers_to(say) {
        return borrow(back);
    }
    let lives = &phrase::talk(topic).lives;
    lives.iter().find(|(line, _)| line == say).map(|(_, back)| borrow(back)).unwrap_or_default()
}

/// What could be remarked on a message of the brand: the words that did it are quoted.
fn remarks(kind: Remark, voice: Voice, message: &Message, world: &World) -> Pool {
    let mut pool = Pool::of(phrase::remark(kind).of(voice), matches!(kind, Remark::Tactless));
    for sheet in [manner::of(voice), Some(manner::any())].into_iter().flatten() {
        pool.lines.extend(borrow(sheet.remark(kind)));
    }
    let Some(said) = answered(message, world).and_then(Message::said) else {
        return pool;
    };
    let brand = world.setup.brand.sheet.name.as_str();
    pool.quotes = match kind {
        Remark::Advert => {
            quote::heard(said, brand, &[Dimension::Promo, Dimension::Press, Dimension::Bait], true)
        }
        Remark::Pushed => quote::heard(said, brand, &[Dimension::Press, Dimension::Bait], true),
        Remark::Again => quote::heard(said, brand, &[Dimension::Canned], true),
        Remark::Misplaced => quote::heard(said, brand, &[Dimension::RoomFit], false),
        Remark::Doubt => {
            said.appraisal.claims.iter().filter_map(|claim| quote::around(&said.text, &claim.span)).collect()
        }
        Remark::Tactless => quote::heard(said, brand, &[Dimension::Promo], true),
        Remark::Useful => {
            quote::heard(said, brand, &[Dimension::Useful, Dimension::Info, Dimension::Spec], true)
        }
        Remark::Liked | Remark::Story => {
            quote::heard(said, brand, &[Dimension::Story, Dimension::Human], true)
        }
        Remark::Answer => quote::question(&said.text).into_iter().collect(),
        Remark::Puzzled => Vec::new(),
    };
    if pool.quotes.is_empty() {
        let loud = matches!(kind, Remark::Advert | Remark::Pushed | Remark::Misplaced);
        pool.quotes = quote::phrases(&said.text, brand, loud);
    }
    let stock = said.appraisal.cues.iter().any(|cue| cue.rule == "stock");
    if stock && matches!(kind, Remark::Misplaced | Remark::Advert | Remark::Again | Remark::Puzzled) {
        pool.lines = borrow(&manner::any().picture);
    } else if kind == Remark::Answer {
        answering(&mut pool, said);
    }
    pool
}

/// An answer names what was asked about, as far as that can be known.
fn answering(pool: &mut Pool, said: &Said) {
    pool.lines.retain(|line| line.contains(QUOTE));
    let answers = said.topics.iter().flat_map(|topic| manner::answers(*topic)).map(String::as_str);
    let fitting: Vec<&'static str> = answers.collect();
    if !fitting.is_empty() {
        pool.more = std::mem::replace(&mut pool.lines, fitting);
    }
}

/// The words of an answer that somebody would take up: those that did something for them, or that missed.
fn heard(kind: Followup, message: &Message, world: &World, lines: &Lines) -> Vec<String> {
    let Some((reply, said)) = answered(message, world).and_then(|reply| Some((reply, reply.said()?))) else {
        return Vec::new();
    };
    let brand = world.setup.brand.sheet.name.as_str();
    match kind {
        Followup::Missed => {
            let asked =
                answered(reply, world).map_or(String::new(), |asked| lines.text(asked.id).to_lowercase());
            let strange = |word: &String| !asked.contains(&word.to_lowercase());
            quote::phrases(&said.text, brand, false).into_iter().filter(strange).collect()
        }
        Followup::Helped | Followup::Late => {
            quote::heard(said, brand, &[Dimension::ToThePoint, Dimension::Truth, Dimension::Spec], true)
        }
        Followup::Promised => {
            let promises = said.appraisal.promises.iter();
            promises.filter_map(|(span, _)| quote::around(&said.text, span)).collect()
        }
        Followup::Canned => or_words(quote::heard(said, brand, &[Dimension::Canned], true), said, brand),
        Followup::Touched => {
            or_words(quote::heard(said, brand, &[Dimension::Empathy, Dimension::Human], true), said, brand)
        }
        Followup::Welcome | Followup::Unwelcome => quote::phrases(&said.text, brand, false),
    }
}

fn or_words(found: Vec<String>, said: &Said, brand: &str) -> Vec<String> {
    if found.is_empty() { quote::phrases(&said.text, brand, false) } else { found }
}

fn answered<'a>(message: &Message, world: &'a World) -> Option<&'a Message> {
    message.answers.and_then(|id| world.messages.get(id.index()))
}

fn chime(message: &Message, voice: Voice, world: &World, lines: &Lines) -> Pool {
    let general = phrase::general();
    let Some(heard) = answered(message, world) else {
        return Pool::of(general.chime.of(voice), false);
    };
    if let Some((topic, say)) = lines.life(heard.id) {
        let more = on_topic(Some(topic), voice);
        return Pool { lines: answers_to(topic, say), more, quotes: Vec::new(), quiet: false };
    }
    match kind(heard, world) {
        Some(Ask::SadNews) => Pool::of(general.sorry.of(voice), true),
        Some(Ask::GoodNews) => Pool::of(general.glad.of(voice), false),
        Some(Ask::Question | Ask::Complaint | Ask::Praise | Ask::Request) => {
            Pool::of(general.chime.of(voice), false)
        }
        Some(Ask::Talk) | None => {
            let topic = heard.topics.first().or_else(|| message.topics.first()).copied();
            Pool { lines: on_topic(topic, voice), more: Vec::new(), quotes: Vec::new(), quiet: false }
        }
    }
}

/// What kind of thing was said, followed up through answers to the message that began it.
fn kind(heard: &Message, world: &World) -> Option<Ask> {
    let root = world.messages.get(heard.thread.index()).unwrap_or(heard);
    [heard, root].into_iter().find_map(|message| match message.words {
        Words::Beat(beat) => match &world.setup.beat(beat).deed {
            BeatDeed::Say(line) => Some(line.ask),
            BeatDeed::Request { .. } | BeatDeed::News { .. } => None,
        },
        Words::Question(_) => Some(Ask::Question),
        Words::Failure(_) => Some(Ask::Complaint),
        Words::Brand(_) | Words::Gist(_) => None,
    })
}

fn on_topic(topic: Option<Topic>, voice: Voice) -> Vec<&'static str> {
    let mut lines = topic.map(|topic| borrow(&phrase::talk(topic).chimes)).unwrap_or_default();
    for sheet in [manner::of(voice), Some(manner::any())].into_iter().flatten() {
        lines.extend(borrow(&sheet.chime));
    }
    lines.extend(borrow(phrase::general().chime.of(voice)));
    lines
}

fn borrow(lines: &'static [String]) -> Vec<&'static str> {
    lines.iter().map(String::as_str).collect()
}
