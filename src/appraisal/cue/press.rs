//! Pressure: urgency, scarcity, guilt, capitals and heaped exclamation marks.

use std::ops::Range;

use crate::appraisal::Dimension;
use crate::appraisal::ledger::{Ledger, sat};
use crate::appraisal::lexicon::List;
use crate::appraisal::scene::Scene;
use crate::appraisal::token::Kind;

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    let mut found = words(scene);
    found.extend(loudness(scene));
    let total: f64 = found.iter().map(|(_, weight, _, _)| weight).sum();
    if total <= 0.0 {
        return;
    }
    let share = sat(total, 1.0) / total;
    for (rule, weight, span, why) in found {
        ledger.add(Dimension::Press, rule, share * weight, span, why);
    }
}

type Found = (&'static str, f64, Range<usize>, String);

fn words(scene: &Scene<'_>) -> Vec<Found> {
    let text = scene.text;
    let mut found = Vec::new();
    for hit in text.hits(List::Urgency) {
        if !text.negated(hit.first) {
            let why = format!("'{}' pushes; people here came to talk, not to buy.", text.quote(hit));
            found.push(("urgency", hit.weight, text.hit_span(hit), why));
        }
    }
    for hit in text.hits(List::Guilt) {
        let why = format!("'{}' makes people feel bad for not doing as you wish.", text.quote(hit));
        found.push(("guilt", hit.weight, text.hit_span(hit), why));
    }
    for hit in text.hits(List::Bait) {
        let why = format!("'{}' tells people what to do for you.", text.quote(hit));
        found.push(("orders-people", 0.4 * hit.weight, text.hit_span(hit), why));
    }
    found
}

fn loudness(scene: &Scene<'_>) -> Vec<Found> {
    let text = scene.text;
    let mut found = Vec::new();
    for at in 0..text.tokens().len() {
        let token = &text.tokens()[at];
        let span = text.span(at, at);
        let written = &text.raw[span.clone()];
        // Two-letter capitals are names (UK, TV); a lone three-letter one often is too.
        if token.kind == Kind::Word && token.shouted && written.chars().count() >= 4 {
            found.push(("capitals", 0.35, span, format!("'{written}' in capitals shouts.")));
        } else if token.kind == Kind::Mark && written.matches('!').count() >= 2 {
            found.push(("exclamation-marks", 0.25, span, format!("'{written}' raises the voice.")));
        }
    }
    found.truncate(6);
    found
}
