//! Specificity: facts, particulars, and the words of the person answered.

use std::ops::Range;

use crate::appraisal::Dimension;
use crate::appraisal::ledger::{Ledger, sat};
use crate::appraisal::lexicon::List;
use crate::appraisal::scene::Scene;
use crate::appraisal::text::Text;
use crate::appraisal::token::Kind;

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    let facts = &scene.claims.confirmed;
    let particulars = particulars(text, facts);
    // Facts of the sheet count in full, other particulars half, and only the first few of each.
    let total = facts.len() as f64 + 0.5 * particulars.len() as f64;
    let top = if scene.heard.is_some() { 0.5 } else { 0.8 };
    if total > 0.0 {
        let share = top * sat(total, 1.5) / total;
        for (_, span) in facts {
            let why = format!("'{}' can be checked.", &text.raw[span.clone()]);
            ledger.add(Dimension::Spec, "fact", share, span.clone(), why);
        }
        for span in particulars {
            let why = format!("'{}' is a particular, not a generality.", &text.raw[span.clone()]);
            ledger.add(Dimension::Spec, "particular", 0.5 * share, span, why);
        }
    }
    let echoes = scene.echo_count() as f64;
    if echoes > 0.0 {
        let why = format!("Takes up their own words: {}.", scene.echo_words());
        ledger.add(Dimension::Spec, "takes-up-words", 0.5 * sat(echoes, 2.0), scene.echo_span(), why);
    }
}

/// Numbers, times and names that are not part of a stated fact; four at most.
fn particulars(text: &Text<'_>, facts: &[(usize, Range<usize>)]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..text.tokens().len() {
        let span = text.span(at, at);
        let in_fact = facts.iter().any(|(_, fact)| fact.start <= span.start && span.end <= fact.end);
        let time = text.is(at, List::TimeWord) && !matches!(text.low(at), "today" | "daily" | "days");
        let number = text.value(at).is_some() && text.kind(at) != Kind::Price;
        if !in_fact && (time || number || text.is_name(at)) && found.len() < 4 {
            found.push(span);
        }
    }
    found
}
