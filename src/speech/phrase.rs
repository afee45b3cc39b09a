//! The phrase data: what people say, loaded once from `assets/phrases`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::sim::message::{Followup, Remark};
use crate::sim::person::{Topic, Voice};

use super::topic;

/// Lines for each voice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ByVoice {
    plain: Vec<String>,
    chatty: Vec<String>,
    dry: Vec<String>,
    courteous: Vec<String>,
    brisk: Vec<String>,
}

impl ByVoice {
    /// The lines of a voice; a voice with a file of its own falls back on those of its kin.
    pub(super) fn of(&self, voice: Voice) -> &[String] {
        match voice {
            Voice::Plain | Voice::NonNative | Voice::Anxious | Voice::Warm => &self.plain,
            Voice::Chatty | Voice::Teenage => &self.chatty,
            Voice::Dry | Voice::Teasing => &self.dry,
            Voice::Courteous | Voice::Formal | Voice::Elderly => &self.courteous,
            Voice::Brisk | Voice::Terse => &self.brisk,
        }
    }
}

/// What people say of one topic.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Talk {
    /// A line and the answers that fit it.
    pub(super) lives: Vec<(String, Vec<String>)>,
    /// Answers that fit any talk of the topic.
    pub(super) chimes: Vec<String>,
    /// Captions of pictures.
    pub(super) snapshots: Vec<String>,
}

/// How a voice leads in and rounds off, and how often.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manner {
    /// Short sentences that can stand before any line.
    pub(super) openers: Vec<String>,
    /// Short sentences, or emoji, that can stand after any line.
    pub(super) tails: Vec<String>,
    /// Chance of an opener, 0..1.
    pub(super) opens: f64,
    /// Chance of a tail, 0..1.
    pub(super) ends: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manners {
    plain: Manner,
    chatty: Manner,
    dry: Manner,
    courteous: Manner,
    brisk: Manner,
    terse: Manner,
    formal: Manner,
    teenage: Manner,
    elderly: Manner,
    non_native: Manner,
    anxious: Manner,
    warm: Manner,
    teasing: Manner,
    quiet: Manner,
    last: String,
    /// Before an answer, on who answered earlier: `{before}`.
    taking_up: Vec<String>,
    /// Sentences that may come after any talk of one's own life.
    codas: Vec<String>,
    /// Greetings before noon, in the day, and in the evening.
    morning: Vec<String>,
    daytime: Vec<String>,
    evening: Vec<String>,
}

/// Lists that fill slots, and lists of words by which a quote is picked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slots {
    pub(super) day: Vec<String>,
    pub(super) street: Vec<String>,
    pub(super) name: Vec<String>,
    pub(super) number: Vec<String>,
    pub(super) thing: Vec<String>,
    /// Words too common to quote.
    pub(super) common: Vec<String>,
    /// Words that sell, quoted first by those who heard an advert.
    pub(super) loud: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Remarks {
    liked: ByVoice,
    story: ByVoice,
    answer: ByVoice,
    useful: ByVoice,
    advert: ByVoice,
    pushed: ByVoice,
    again: ByVoice,
    misplaced: ByVoice,
    doubt: ByVoice,
    puzzled: ByVoice,
    tactless: ByVoice,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Followups {
    helped: ByVoice,
    touched: ByVoice,
    missed: ByVoice,
    canned: ByVoice,
    late: ByVoice,
    promised: ByVoice,
    welcome: ByVoice,
    unwelcome: ByVoice,
}

/// Words about the brand or to it, and answers that fit any talk.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct General {
    pub(super) praise: ByVoice,
    pub(super) recommend: ByVoice,
    pub(super) warn: ByVoice,
    pub(super) introduction: ByVoice,
    pub(super) chime: ByVoice,
    /// Answers to good news.
    pub(super) glad: ByVoice,
    /// Answers to sad news.
    pub(super) sorry: ByVoice,
}

macro_rules! data {
    ($name:ident: $type:ty = $file:literal) => {
        static $name: LazyLock<$type> = LazyLock::new(|| {
            ron::from_str(include_str!(concat!("../../assets/phrases/", $file)))
                .expect("the phrase data is checked by a test")
        });
    };
}

data!(MANNERS: Manners = "manners.ron");
data!(SLOTS: Slots = "slots.ron");
data!(REMARKS: Remarks = "remarks.ron");
data!(FOLLOWUPS: Followups = "followups.ron");
data!(GENERAL: General = "general.ron");

macro_rules! talks {
    ($($id:literal),* $(,)?) => {
        [$(($id, include_str!(concat!("../../assets/phrases/topics/", $id, ".ron")))),*]
    };
}

/// What people say of each topic, in the order of the topic list.
static TALKS: LazyLock<Vec<Talk>> = LazyLock::new(|| {
    let files = talks![
        "bread",
        "food",
        "coffee",
        "dogs",
        "children",
        "garden",
        "town",
        "weather",
        "football",
        "music",
        "books",
        "work",
        "business",
        "travel",
        "health",
        "photography",
    ];
    topic::ids()
        .into_iter()
        .filter_map(|id| files.iter().find(|(name, _)| *name == id))
        .map(|(_, text)| ron::from_str(text).expect("the talk of each topic is checked by a test"))
        .collect()
});

/// What people say of a topic.
pub(super) fn talk(topic: Topic) -> &'static Talk {
    &TALKS[usize::from(topic) % TALKS.len()]
}

/// How a voice leads in and rounds off.
pub(super) fn manner(voice: Voice) -> &'static Manner {
    match voice {
        Voice::Plain => &MANNERS.plain,
        Voice::Chatty => &MANNERS.chatty,
        Voice::Dry => &MANNERS.dry,
        Voice::Courteous => &MANNERS.courteous,
        Voice::Brisk => &MANNERS.brisk,
        Voice::Terse => &MANNERS.terse,
        Voice::Formal => &MANNERS.formal,
        Voice::Teenage => &MANNERS.teenage,
        Voice::Elderly => &MANNERS.elderly,
        Voice::NonNative => &MANNERS.non_native,
        Voice::Anxious => &MANNERS.anxious,
        Voice::Warm => &MANNERS.warm,
        Voice::Teasing => &MANNERS.teasing,
    }
}

/// What stands before an answer, on who answered earlier.
pub(super) fn taking_up() -> &'static [String] {
    &MANNERS.taking_up
}

/// What may come after any talk of one's own life.
pub(super) fn codas() -> &'static [String] {
    &MANNERS.codas
}

/// Greetings for a minute of the day.
pub(super) fn greetings(minute: u32) -> &'static [String] {
    match minute / 60 {
        4..=10 => &MANNERS.morning,
        11..=16 => &MANNERS.daytime,
        _ => &MANNERS.evening,
    }
}

/// The manner of anybody when there is nothing to laugh about.
pub(super) fn quiet() -> &'static Manner {
    &MANNERS.quiet
}

/// A sentence with a number, for when everything else has been said.
pub(super) fn last_resort() -> &'static str {
    &MANNERS.last
}

/// The slot lists.
pub(super) fn slots() -> &'static Slots {
    &SLOTS
}

/// Words about the brand or to it.
pub(super) fn general() -> &'static General {
    &GENERAL
}

/// Remarks on a message of the brand.
pub(super) fn remark(kind: Remark) -> &'static ByVoice {
    let all: &'static Remarks = &REMARKS;
    match kind {
        Remark::Liked => &all.liked,
        Remark::Story => &all.story,
        Remark::Answer => &all.answer,
        Remark::Useful => &all.useful,
        Remark::Advert => &all.advert,
        Remark::Pushed => &all.pushed,
        Remark::Again => &all.again,
        Remark::Misplaced => &all.misplaced,
        Remark::Doubt => &all.doubt,
        Remark::Puzzled => &all.puzzled,
        Remark::Tactless => &all.tactless,
    }
}

/// Answers to an answer of the brand.
pub(super) fn followup(kind: Followup) -> &'static ByVoice {
    let all: &'static Followups = &FOLLOWUPS;
    match kind {
        Followup::Helped => &all.helped,
        Followup::Touched => &all.touched,
        Followup::Missed => &all.missed,
        Followup::Canned => &all.canned,
        Followup::Late => &all.late,
        Followup::Promised => &all.promised,
        Followup::Welcome => &all.welcome,
        Followup::Unwelcome => &all.unwelcome,
    }
}
