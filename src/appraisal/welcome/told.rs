//! The strongest reasons for how a message reads, chosen so that each points at words or names what is missing.

use std::ops::Range;

use crate::appraisal::{Appraisal, Cue};

use super::Reason;

/// A reason to be told to people.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Whether it counts for the message.
    pub good: bool,
    /// Byte range in the text; empty where something is missing.
    pub span: Range<usize>,
    /// One plain sentence.
    pub why: String,
    /// How much it counts, above 0.
    pub weight: f64,
}

impl Told {
    /// A reason by hand.
    pub const fn new(good: bool, span: Range<usize>, why: String) -> Self {
        Self { good, span, why, weight: 0.0 }
    }
}

/// What a cue of a dimension, 0..1, counts beside a sign of welcome (a choice: both are then about as often first).
const CUE: f64 = 1.2;

/// Less than this is not worth telling when it speaks the other way.
const WORTH: f64 = 0.2;

/// Rules that say why a text can hardly be read; they weigh nothing.
const UNSURE: &[&str] = &["no-words", "too-short", "not-english", "words-without-sentences"];

/// Signs that can only speak against a message. Where fitting gave one a weight the other way it helped to tell two
/// messages apart, but it is no reason that anybody would give.
const AGAINST: &[&str] = &[
    "canned-thanks",
    "canned-cheer",
    "canned-sorry",
    "put-off",
    "sent-away",
    "asks-details",
    "notice",
    "jargon",
    "brand-proud",
    "hype",
    "sell",
    "urgent",
    "bait",
    "cheap-question",
    "flattery",
    "overfamiliar",
    "cliche",
    "sincere-words",
    "blame",
    "minimise",
    "connect-pitch",
    "name-wrong",
    "pronoun-orphan",
    "person-orphan",
    "other-trade",
    "strange-name",
    "number-unknown",
    "facts-recited",
    "picture-nothing",
    "heard-nothing",
    "brand-nothing",
    "room-out",
    "shouts",
    "untrue",
    "many-hashtags",
    "only-self",
    "asks-much",
    "heap-of-words",
    "sheet-read-out",
    "said-before",
    "empty-receipt",
];

/// Signs that are told although they are no words: something is missing, or it is the whole.
const WHOLE: &[&str] = &[
    "heard-nothing",
    "picture-nothing",
    "facts-recited",
    "only-self",
    "asks-much",
    "many-hashtags",
    "heap-of-words",
    "sheet-read-out",
    "said-before",
    "empty-receipt",
    "untrue",
];

/// Signs that help to weigh others, or point at words without a reason that people would give.
const SILENT: &[&str] = &[
    "words",
    "small-words",
    "has-number",
    "hashtags",
    "own-name",
    "brand-name",
    "asks",
    "denies",
    "other-trade",
];

/// The strongest reasons for how a text was read, at most so many: first those that bear out the welcome, then what speaks against it.
pub fn told(text: &str, words: &Appraisal, most: usize) -> Vec<Told> {
    let mut found: Vec<Told> = words.reasons.iter().filter_map(|reason| of_sign(text, reason)).collect();
    found.extend(words.cues.iter().filter_map(|cue| of_cue(text, cue)));
    let good = words.welcome >= 0.0;
    found.retain(|one| one.good == good || one.weight >= WORTH);
    found.sort_by(|a, b| (b.good == good).cmp(&(a.good == good)).then(b.weight.total_cmp(&a.weight)));
    let mut chosen: Vec<Told> = Vec::new();
    for one in found {
        let known = |other: &Told| {
            let touches = other.span.start < one.span.end && one.span.start < other.span.end;
            other.why == one.why || (touches && other.good == one.good)
        };
        if chosen.len() < most && !chosen.iter().any(known) {
            chosen.push(one);
        }
    }
    chosen
}

fn of_sign(text: &str, reason: &Reason) -> Option<Told> {
    let sign = reason.sign;
    let points = !reason.span.is_empty() || WHOLE.contains(&sign);
    let good = reason.weight > 0.0;
    let makes_sense =
        good != AGAINST.contains(&sign) && !SILENT.contains(&sign) && !sign.starts_with("when-");
    (points && makes_sense).then(|| Told {
        good,
        span: reason.span.clone(),
        why: reason.sentence(text),
        weight: reason.weight.abs(),
    })
}

fn of_cue(text: &str, cue: &Cue) -> Option<Told> {
    let praises = cue.dimension.speaks()?;
    let good = (cue.weight > 0.0) == praises && !UNSURE.contains(&cue.rule);
    let weight = CUE * cue.weight.abs();
    let weight = if UNSURE.contains(&cue.rule) { f64::MAX } else { weight };
    (weight > 0.0).then(|| Told { good, span: cue.span.clone(), why: cue.sentence(text), weight })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::sample;

    #[test]
    fn reasons_bear_out_the_welcome_and_point_at_words() {
        for (text, quoted) in [
            ("Order our delicious artisan bread now!!! Best in town, limited time only!", "limited time"),
            (
                "I burnt the rye this morning and the hens won't even look at it. What did you burn last?",
                "burn",
            ),
            (
                "We are proud to announce our commitment to excellence in everything we do.",
                "proud to announce",
            ),
        ] {
            let words = sample::read_post(text);
            let told = told(text, &words, 3);
            assert!(!told.is_empty(), "{text}");
            assert_eq!(told[0].good, words.welcome >= 0.0, "{text}: {told:?}");
            assert!(told.iter().any(|one| one.why.contains(quoted)), "{text}: {told:?}");
            assert!(told.iter().all(|one| text.get(one.span.clone()).is_some()));
        }
    }

    #[test]
    fn nothing_is_told_twice() {
        let text = "Buy now! Buy now! Buy now! Best bread, best buns, best town!";
        let told = told(text, &sample::read_post(text), 10);
        for (at, one) in told.iter().enumerate() {
            assert!(told[at + 1..].iter().all(|other| other.why != one.why), "{told:?}");
        }
    }
}
