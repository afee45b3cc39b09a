//! How a text is built: its length, whom it speaks of, what it asks, and what the dimensions say of it.

use super::sign::{Sign, Signs, fading};
use crate::appraisal::cue::human::is_past;
use crate::appraisal::lexicon::list;
use crate::appraisal::reader::Reader;
use crate::appraisal::token::Kind;
use crate::appraisal::{Appraisal, Dimension, Verdict};

pub(super) fn read(reader: &Reader<'_>, words: &Appraisal, signs: &mut Signs) {
    dimensions(words, signs);
    length(reader, signs);
    people(reader, signs);
    questions(reader, signs);
    figures(reader, signs);
    rooms(reader, signs);
}

fn dimensions(words: &Appraisal, signs: &mut Signs) {
    for dimension in Dimension::ALL {
        let score = words.score(dimension);
        let (sign, value) = match dimension {
            Dimension::Promo => (Sign::Promo, score),
            Dimension::Press => (Sign::Press, score),
            Dimension::Bait => (Sign::Bait, score),
            Dimension::Human => (Sign::Human, score),
            Dimension::Form => (Sign::Stiff, score - 0.5),
            Dimension::RoomFit => (Sign::RoomFit, score),
            Dimension::Truth => (Sign::Truth, score),
            Dimension::Spec => (Sign::Spec, score),
            Dimension::Useful => (Sign::Useful, score),
            Dimension::Story => (Sign::Story, score),
            Dimension::Invite => (Sign::Invite, score),
            Dimension::Info => (Sign::Info, score),
            Dimension::Empathy => (Sign::Empathy, score),
            Dimension::ToThePoint => (Sign::ToThePoint, score),
            Dimension::Canned => (Sign::Canned, score),
            Dimension::Valence => (Sign::Pleasant, score - 0.5),
            Dimension::Arousal => (Sign::Heated, score),
            Dimension::Visual => (Sign::Visual, score),
        };
        signs.add(sign, value, 0..0);
    }
    let untrue = words
        .claims
        .iter()
        .find(|claim| matches!(claim.verdict, Verdict::Contradicted(_) | Verdict::SaidOtherwise(_)));
    if let Some(claim) = untrue {
        signs.add(Sign::Untrue, 1.0, claim.span.clone());
    }
    signs.add(Sign::WhenReadable, words.sure, 0..0);
}

fn length(reader: &Reader<'_>, signs: &mut Signs) {
    let page = &reader.page;
    let (mut words, mut long, mut letters) = (0_usize, 0_usize, 0_usize);
    for token in page.words() {
        words += 1;
        letters += token.word.len();
        long += usize::from(token.word.len() >= 9);
    }
    let count = words as f64;
    signs.add(Sign::WhenLong, libm::log1p(count) / 4.0, 0..0);
    signs.add(Sign::VeryShort, ((14.0 - count) / 14.0).max(0.0), 0..0);
    signs.add(Sign::Short, ((30.0 - count) / 30.0).max(0.0), 0..0);
    signs.add(Sign::Long, ((count - 40.0) / 40.0).clamp(0.0, 2.0), 0..0);
    if words == 0 {
        return;
    }
    let mean = count / page.sentences.len().max(1) as f64;
    signs.add(Sign::LongSentences, ((mean - 10.0) / 10.0).clamp(-1.0, 2.0), 0..0);
    let heavy = (letters as f64 / count - 4.3) + 4.0 * (long as f64 / count - 0.06);
    signs.add(Sign::LongWords, heavy.clamp(-1.0, 2.0), 0..0);
}

/// Whom the text speaks of.
fn people(reader: &Reader<'_>, signs: &mut Signs) {
    let (mut i, mut we, mut you, mut others, mut past, mut names, mut denied) = (0, 0, 0, 0, 0, 0, 0);
    let tokens = &reader.page.tokens;
    for (at, token) in tokens.iter().enumerate() {
        if token.kind != Kind::Word {
            continue;
        }
        let start = token.bare();
        let mut count = |sign, counter: &mut usize| {
            signs.add(sign, fading(*counter), token.span.clone());
            *counter += 1;
        };
        match start {
            "i" | "me" | "my" | "mine" => count(Sign::SaysI, &mut i),
            "we" | "us" | "our" | "ours" => count(Sign::SaysWe, &mut we),
            "you" | "your" | "yours" | "ye" => count(Sign::SaysYou, &mut you),
            "he" | "she" | "they" | "him" | "her" | "them" | "his" | "their" => others += 1,
            _ => {}
        }
        if list::NEGATOR.holds(token) {
            count(Sign::Denies, &mut denied);
        }
        if is_past(token) {
            count(Sign::Past, &mut past);
        }
        let inside = at > 0 && tokens[at - 1].sentence == token.sentence;
        if inside && token.capital && !list::STOP.has(start) && !token.named {
            count(Sign::NamesSomebody, &mut names);
        }
    }
    if we > 0 {
        let share = we as f64 / (we + i + you + others + names) as f64;
        signs.add(Sign::OnlySelf, share, 0..0);
    }
}

fn questions(reader: &Reader<'_>, signs: &mut Signs) {
    let page = &reader.page;
    let mut asked = 0;
    for sentence in page.sentences.iter().filter(|sentence| sentence.question) {
        if asked == 0 {
            signs.add(Sign::Asks, 1.0, sentence.span.clone());
        }
        asked += 1;
    }
    if let Some(last) = page.sentences.iter().rev().take(2).find(|sentence| sentence.question) {
        signs.add(Sign::AsksLast, 1.0, last.span.clone());
    }
    signs.add(Sign::AsksMuch, f64::from((asked - 1).clamp(0, 3)) / 2.0, 0..0);
}

/// Numbers, prices, times and hashtags.
fn figures(reader: &Reader<'_>, signs: &mut Signs) {
    let (mut prices, mut times, mut numbers, mut tags, mut loud) = (0, 0, 0, 0, 0);
    for token in &reader.page.tokens {
        let mut count = |sign, counter: &mut usize| {
            signs.add(sign, fading(*counter), token.span.clone());
            *counter += 1;
        };
        match token.kind {
            Kind::Price => count(Sign::HasPrice, &mut prices),
            Kind::Time => count(Sign::HasTime, &mut times),
            Kind::Number => count(Sign::HasNumber, &mut numbers),
            Kind::Hashtag => count(Sign::Hashtags, &mut tags),
            Kind::Word => {
                let raw = &reader.text[token.span.clone()];
                let shouted = token.capital
                    && token.word.len() > 3
                    && raw.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
                if shouted {
                    count(Sign::Shouts, &mut loud);
                }
            }
            Kind::Mention | Kind::Link | Kind::Emoji | Kind::Mark(_) => {}
        }
    }
    signs.add(Sign::ManyHashtags, (tags.saturating_sub(2) as f64 / 3.0).min(1.5), 0..0);
}

/// Words the room calls its own, or not.
fn rooms(reader: &Reader<'_>, signs: &mut Signs) {
    let (mut home, mut out) = (0, 0);
    for token in reader.page.words() {
        if token.is_listed_home() {
            signs.add(Sign::RoomHome, fading(home), token.span.clone());
            home += 1;
        }
        if token.is_listed_out() {
            signs.add(Sign::RoomOut, fading(out), token.span.clone());
            out += 1;
        }
    }
}
