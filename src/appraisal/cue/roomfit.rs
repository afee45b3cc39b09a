//! Fit for the room: the geometric mean of length, hashtags, picture, vocabulary and selling, told as what each misfit takes.

use std::ops::Range;

use crate::appraisal::lexicon::is_content;
use crate::appraisal::reader::{Notes, Reader};
use crate::appraisal::token::{Kind, Token};
use crate::appraisal::{Deed, Dimension, Why};

use unicode_segmentation::UnicodeSegmentation;

/// What a heap of words can score at most.
const SALAD: f64 = 0.3;

/// How many factors the mean is of.
const FACTORS: f64 = 4.0;

struct Factor {
    rule: &'static str,
    value: f64,
    span: Range<usize>,
    why: Why,
}

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let factors: Vec<Factor> =
        [length(reader), hashtags(reader), picture(reader), vocabulary(reader), selling(reader, notes)]
            .into_iter()
            .flatten()
            .collect();
    let logs: f64 = factors.iter().map(|factor| libm::log(factor.value)).sum();
    let mean = libm::exp(logs / FACTORS);
    for factor in factors {
        // Each misfit is charged its share of what the mean lost.
        let share = libm::log(factor.value) / logs;
        notes.add(Dimension::RoomFit, factor.rule, -(1.0 - mean) * share, factor.span, factor.why);
    }
    if reader.is_salad() && mean > SALAD {
        let why = "Good words without sentences fit no room: say one thing, with a verb in it.";
        notes.add(Dimension::RoomFit, "word-salad", SALAD - mean, 0..reader.text.len(), why);
    }
}

/// How many characters people see in a text.
fn graphemes(text: &str) -> usize {
    // Letters, figures and marks as most people write them are one each; only a line break can be two.
    if text.is_ascii() && !text.contains('\r') {
        return text.len();
    }
    let plain = |c: char| matches!(c, ..'\u{300}' | '\u{2010}'..='\u{2027}' | '€') && c != '\r';
    if text.chars().all(plain) { text.chars().count() } else { text.graphemes(true).count() }
}

fn length(reader: &Reader<'_>) -> Option<Factor> {
    let graphemes = graphemes(reader.text);
    let norms = reader.context.norms;
    let (easy, far) = norms.length;
    let whole = 0..reader.text.len();
    if graphemes > norms.limit {
        let why = format!("{graphemes} characters is more than can be sent here ({}).", norms.limit);
        return Some(Factor { rule: "over-the-limit", value: 0.02, span: whole, why: why.into() });
    }
    if graphemes > easy {
        let room = far.saturating_sub(easy).max(1) as f64;
        let beyond = ((graphemes - easy) as f64 / room).min(1.0);
        let why =
            format!("{graphemes} characters is long for this room; most people stop reading after {easy}.");
        return Some(Factor { rule: "too-long", value: 1.0 - 0.9 * beyond, span: whole, why: why.into() });
    }
    if reader.context.deed == Deed::Post && reader.page.word_count() < 3 {
        let why = "So few words give people nothing to take up.";
        let value = if reader.page.word_count() == 0 { 0.2 } else { 0.4 };
        return Some(Factor { rule: "hardly-anything", value, span: whole, why: why.into() });
    }
    None
}

fn hashtags(reader: &Reader<'_>) -> Option<Factor> {
    let tags: Vec<&Token> = reader.page.tokens.iter().filter(|token| token.kind == Kind::Hashtag).collect();
    let (fewest, most) = reader.context.norms.hashtags;
    if let Some(first) = tags.get(most) {
        let mut value = 1.0_f64;
        for _ in 0..(tags.len() - most).min(8) {
            value *= 0.6;
        }
        let why = format!("{} hashtags; people here use at most {most}.", tags.len());
        return Some(Factor {
            rule: "too-many-hashtags",
            value: value.max(0.05),
            span: first.span.clone(),
            why: why.into(),
        });
    }
    if reader.context.deed == Deed::Post && tags.len() < fewest {
        let why = format!("People here find posts by hashtag; {fewest} or more would help.");
        return Some(Factor { rule: "no-hashtag", value: 0.8, span: 0..0, why: why.into() });
    }
    None
}

fn picture(reader: &Reader<'_>) -> Option<Factor> {
    let missing = reader.context.deed == Deed::Post
        && reader.context.norms.picture_needed
        && reader.context.picture.is_none();
    missing.then(|| Factor {
        rule: "no-picture",
        value: 0.05,
        span: 0..0,
        why: "People come here to look at pictures, and there is none.".into(),
    })
}

/// More selling than the room bears.
fn selling(reader: &Reader<'_>, notes: &Notes) -> Option<Factor> {
    let beyond = notes.sum(Dimension::Promo).min(1.0) - reader.context.norms.selling_tolerance;
    let first = notes.cues.iter().find(|cue| cue.dimension == Dimension::Promo && cue.weight > 0.0)?;
    (beyond > 0.0).then(|| Factor {
        rule: "sells-too-much-for-here",
        value: (1.0 - beyond).max(0.3),
        span: first.span.clone(),
        why: Why::Quotes("and the like: that is more selling than people here put up with."),
    })
}

fn vocabulary(reader: &Reader<'_>) -> Option<Factor> {
    let mut odd = reader.page.words().filter(|token| token.is_out_of_place());
    if let Some(first) = odd.next() {
        let mut value = 0.4_f64;
        for _ in odd.take(4) {
            value *= 0.6;
        }
        let why = Why::Quotes("sounds like another room; nobody here talks like that.");
        return Some(Factor { rule: "out-of-place", value, span: first.span.clone(), why });
    }
    let home = reader.page.words().filter(|token| token.is_at_home()).count();
    let content = reader.page.words().filter(|token| is_content(token)).count();
    if reader.context.deed == Deed::Post && home == 0 && content >= 6 {
        let why = "None of this touches what people in this room talk about.";
        return Some(Factor { rule: "not-this-rooms-talk", value: 0.75, span: 0..0, why: why.into() });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::{appraise, sample};

    #[track_caller]
    fn check(text: &str, low: f64, high: f64) {
        sample::check(text, &sample::read_post(text), Dimension::RoomFit, low, high);
    }

    #[test]
    fn what_jars_is_charged() {
        check("The oven is on and the first loaf is out, neighbours.", 1.0, 1.0);
        check("Our bread drives synergy for every stakeholder.", 0.5, 0.75);
        check("Bread is out #a #b #c #d #e #f", 0.4, 0.6);
        check(&"The bread is good. ".repeat(30), 0.5, 0.8);
        check(&"The bread is good. ".repeat(90), 0.0, 0.4);
        check("Hello", 0.7, 0.85);
    }

    #[test]
    fn a_heap_of_good_words_fits_nowhere() {
        let heap = "Warm honest neighbour bread morning love craft crust family starter delicious friendly street lovely";
        check(heap, 0.0, 0.3);
        assert!(sample::read_post(heap).is_unsure());
    }

    #[test]
    fn albums_want_a_picture() {
        let (room, brand) = (sample::albums(), sample::bakery());
        let text = "The light in the oven this morning. #light";
        let read = appraise(text, &sample::post(&room, &brand));
        sample::check(text, &read, Dimension::RoomFit, 0.4, 0.6);
        assert!(read.cues_of(Dimension::RoomFit)[0].rule == "no-picture");
    }

    #[test]
    fn the_same_words_fit_one_room_and_not_another() {
        let (klatch, networking, brand) = (sample::klatch(), sample::networking(), sample::bakery());
        let text = "lol the party was a lot of bread, everybody.";
        let here = appraise(text, &sample::post(&klatch, &brand)).score(Dimension::RoomFit);
        let there = appraise(text, &sample::post(&networking, &brand)).score(Dimension::RoomFit);
        assert!(here > there + 0.1, "{here} {there}");
    }
}
