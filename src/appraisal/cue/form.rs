//! Formality, from chummy to stiff; neither end is good in itself.

use std::ops::Range;

use crate::appraisal::Dimension;
use crate::appraisal::ledger::{Ledger, sat};
use crate::appraisal::lexicon::List;
use crate::appraisal::scene::Scene;
use crate::appraisal::text::Text;
use crate::appraisal::token::Kind;

/// Furthest that all signs of one side can move the score from the middle.
const REACH: f64 = 0.45;

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    let per_sign = 0.08 / libm::sqrt((text.words as f64 / 10.0).max(0.5));
    let stiff = stiff(text);
    let chummy = chummy(text);
    book(ledger, text, "stiff-word", per_sign, &stiff);
    book(ledger, text, "chummy-word", -per_sign, &chummy);
}

fn book(
    ledger: &mut Ledger,
    text: &Text<'_>,
    rule: &'static str,
    per_sign: f64,
    found: &[(f64, Range<usize>)],
) {
    let total: f64 = found.iter().map(|(weight, _)| weight).sum();
    if total <= 0.0 {
        return;
    }
    // Nearly straight for a few signs, bending towards the reach for many.
    let sum = REACH * 1.6 * sat(total * per_sign.abs(), REACH * 1.6);
    let share = sum.min(REACH) / total * per_sign.signum();
    for (weight, span) in found {
        let word = &text.raw[span.clone()];
        let why = if per_sign > 0.0 { format!("'{word}' is stiff.") } else { format!("'{word}' is chummy.") };
        ledger.add(Dimension::Form, rule, share * weight, span.clone(), why);
    }
}

fn stiff(text: &Text<'_>) -> Vec<(f64, Range<usize>)> {
    let mut found: Vec<(f64, Range<usize>)> =
        text.hits(List::Formal).iter().map(|hit| (hit.weight, text.hit_span(hit))).collect();
    for at in 0..text.tokens().len() {
        let low = text.low(at);
        let learned = low.len() >= 10
            && [
                "tion", "tions", "ment", "ments", "ance", "ence", "ity", "ities", "ise", "ize", "ical",
                "tive", "sional",
            ]
            .iter()
            .any(|tail| low.ends_with(tail));
        if text.is_word(at) && learned && !text.is(at, List::Formal) {
            found.push((1.0, text.span(at, at)));
        }
    }
    found
}

fn chummy(text: &Text<'_>) -> Vec<(f64, Range<usize>)> {
    let mut found: Vec<(f64, Range<usize>)> =
        text.hits(List::Informal).iter().map(|hit| (hit.weight, text.hit_span(hit))).collect();
    for at in 0..text.tokens().len() {
        let span = text.span(at, at);
        let sign = match text.kind(at) {
            Kind::Emoji => true,
            Kind::Mark => text.raw[span.clone()].contains('!'),
            Kind::Word => {
                let low = text.low(at);
                low.contains('\'') && !low.ends_with("'s")
                    || matches!(low, "it's" | "that's" | "there's" | "let's")
            }
            Kind::Number | Kind::Time | Kind::Price | Kind::Hashtag | Kind::Mention | Kind::Link => false,
        };
        if sign {
            found.push((0.8, span));
        }
    }
    found
}
