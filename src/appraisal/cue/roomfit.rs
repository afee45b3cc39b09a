//! Fit for the room: a geometric mean of factors, so that one glaring misfit cannot be bought back.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::appraisal::ledger::Ledger;
use crate::appraisal::lexicon::List;
use crate::appraisal::scene::Scene;
use crate::appraisal::text::{Text, stem};
use crate::appraisal::token::Kind;
use crate::appraisal::{Ask, Deed, Dimension};

/// How well one side of the text fits, 0..1, and why it falls short.
struct Factor {
    rule: &'static str,
    fit: f64,
    span: Range<usize>,
    why: String,
}

/// The score is `(product of fits)^(1/ROOTS)`: four sides are judged, any number of misfits may turn up.
const ROOTS: f64 = 2.0;
/// Most that a heap of words without sentences can score.
const SALAD: f64 = 0.2;

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    let mut factors = Vec::new();
    length(scene, &mut factors);
    hashtags(scene, &mut factors);
    picture(scene, &mut factors);
    vocabulary(scene, &mut factors);
    selling(scene, ledger, &mut factors);
    tact(scene, &mut factors);
    if scene.salad {
        factors.push(Factor {
            rule: "word-salad",
            fit: SALAD * SALAD,
            span: 0..scene.text.raw.len(),
            why: "These are words without sentences; nobody can tell what is meant.".to_owned(),
        });
    }
    factors.retain(|factor| factor.fit < 0.999);
    let logs: f64 = factors.iter().map(|factor| -libm::log(factor.fit.max(0.01))).sum();
    if logs <= 0.0 {
        return;
    }
    let lost = 1.0 - libm::exp(-logs / ROOTS);
    for factor in factors {
        let weight = -lost * -libm::log(factor.fit.max(0.01)) / logs;
        ledger.add(Dimension::RoomFit, factor.rule, weight, factor.span, factor.why);
    }
}

fn length(scene: &Scene<'_>, factors: &mut Vec<Factor>) {
    let norms = scene.context.norms;
    let count = scene.text.raw.graphemes(true).count();
    let (easy, long) = norms.length;
    // An answer may take more room than a remark nobody asked for.
    let room = if scene.heard.is_some() { 1.6 } else { 1.0 };
    let (easy, long) = (easy as f64 * room, long as f64 * room);
    let size = count as f64;
    let push = |factors: &mut Vec<Factor>, rule, fit, why| {
        factors.push(Factor { rule, fit, span: 0..scene.text.raw.len(), why });
    };
    if count > norms.limit {
        let why = format!("{count} characters; the {} takes at most {}.", norms.room, norms.limit);
        push(factors, "over-the-limit", 0.1, why);
    } else if size > easy && long > easy {
        let fit = (1.0 - 0.7 * (size - easy) / (long - easy)).max(0.2);
        push(
            factors,
            "long-for-the-room",
            fit,
            format!("{count} characters are long for the {}.", norms.room),
        );
    } else if scene.text.words == 0 {
        push(factors, "no-words", 0.3, "There are no words to read.".to_owned());
    }
}

fn hashtags(scene: &Scene<'_>, factors: &mut Vec<Factor>) {
    let text = scene.text;
    let tags: Vec<usize> = (0..text.tokens().len()).filter(|at| text.kind(*at) == Kind::Hashtag).collect();
    let (fewest, most) = scene.context.norms.hashtags;
    let room = &scene.context.norms.room;
    if let Some(extra) = tags.len().checked_sub(most).filter(|extra| *extra > 0) {
        let fit = (1.0 - 0.25 * extra as f64).max(0.15);
        let why = format!("{} hashtags; the {room} bears {most}.", tags.len());
        let span = text.span(tags[most], tags[tags.len() - 1]);
        factors.push(Factor { rule: "too-many-hashtags", fit, span, why });
    } else if scene.is_post() && tags.len() < fewest {
        let fit = (1.0 - 0.08 * (fewest - tags.len()) as f64).max(0.75);
        let why = format!("People find things in the {room} by hashtags; {fewest} or more are usual.");
        factors.push(Factor { rule: "few-hashtags", fit, span: 0..0, why });
    }
}

fn picture(scene: &Scene<'_>, factors: &mut Vec<Factor>) {
    let norms = scene.context.norms;
    if !scene.is_post() || !norms.picture_needed {
        return;
    }
    let (fit, why) = match scene.context.picture {
        None => (0.1, format!("No picture, and the {} is all pictures.", norms.room)),
        Some(picture) => match picture.tags.iter().find(|tag| is_poor(tag)) {
            Some(tag) => (0.4, format!("A {tag} picture is not from anybody's day.")),
            None => return,
        },
    };
    factors.push(Factor { rule: "picture-missing-or-poor", fit, span: 0..0, why });
}

fn is_poor(tag: &str) -> bool {
    matches!(
        tag.to_lowercase().as_str(),
        "stock" | "text only" | "text-only" | "logo" | "graphic" | "flyer" | "poster"
    )
}

fn vocabulary(scene: &Scene<'_>, factors: &mut Vec<Factor>) {
    let text = scene.text;
    let norms = scene.context.norms;
    let mut push = |fit: f64, span: Range<usize>| {
        let why = format!("'{}' is out of place in the {}.", &text.raw[span.clone()], norms.room);
        factors.push(Factor { rule: "out-of-place-word", fit, span, why });
    };
    let mut left = 3;
    for phrase in &norms.out_of_place {
        if let Some(span) = phrase_in(text, phrase).filter(|_| left > 0) {
            push(0.6, span);
            left -= 1;
        }
    }
    // Office talk jars where people chat, and jars a little everywhere.
    let office = 1.0 - 0.6 * (1.0 - norms.formality);
    for hit in text.hits(List::Jargon).iter().take(left) {
        push(office, text.hit_span(hit));
    }
    for hit in text.hits(List::Cliche).iter().take(2) {
        let why = format!("'{}' could stand on anybody's page.", text.quote(hit));
        factors.push(Factor { rule: "cliche", fit: 0.8, span: text.hit_span(hit), why });
    }
}

/// Where a phrase (or a stem such as `hir*`) of the room's list stands.
fn phrase_in(text: &Text<'_>, phrase: &str) -> Option<Range<usize>> {
    let phrase = phrase.to_lowercase();
    let parts: Vec<&str> = phrase.split_whitespace().collect();
    let fits = |at: usize, part: &str| match part.strip_suffix('*') {
        Some(head) => text.low(at).starts_with(head),
        None => text.low(at) == part || text.stem(at) == stem(part),
    };
    let last = text.tokens().len().checked_sub(parts.len())?;
    if parts.is_empty() {
        return None;
    }
    (0..=last)
        .find(|at| parts.iter().enumerate().all(|(n, part)| text.is_word(at + n) && fits(at + n, part)))
        .map(|at| text.span(at, at + parts.len() - 1))
}

fn selling(scene: &Scene<'_>, ledger: &Ledger, factors: &mut Vec<Factor>) {
    let norms = scene.context.norms;
    let promo = ledger.sum(Dimension::Promo) + 0.5 * ledger.sum(Dimension::Press);
    let first_contact = scene.context.deed == Deed::Connect;
    let bears = if first_contact { 0.1 } else { norms.selling_tolerance };
    if promo > bears + 0.1 {
        let fit = (1.0 - 1.2 * (promo - bears - 0.1)).max(0.25);
        let why = if first_contact {
            "Selling to somebody one has not met yet.".to_owned()
        } else {
            format!("More selling than the {} bears.", norms.room)
        };
        factors.push(Factor { rule: "sells-too-much-here", fit, span: 0..0, why });
    }
}

/// Bright words, or selling, to somebody who is hurt.
fn tact(scene: &Scene<'_>, factors: &mut Vec<Factor>) {
    if !scene.is_sore() {
        return;
    }
    let text = scene.text;
    if let Some(hit) = text.hits(List::Cheer).iter().find(|hit| !text.negated(hit.first)) {
        let sad = scene.kind() == Some(Ask::SadNews);
        let fit = if sad { 0.4 } else { 0.7 };
        let why = format!("'{}' is too bright for what they told you.", text.quote(hit));
        factors.push(Factor { rule: "tone-deaf", fit, span: text.hit_span(hit), why });
    }
    if let Some(hit) = text.hits(List::Defensive).first() {
        let why = format!("'{}' defends itself instead of listening.", text.quote(hit));
        factors.push(Factor { rule: "defensive", fit: 0.6, span: text.hit_span(hit), why });
    }
}
