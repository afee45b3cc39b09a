//! What a buyer has to know: price, when, where, and how to get it.

use crate::appraisal::Dimension;
use crate::appraisal::ledger::Ledger;
use crate::appraisal::lexicon::List;
use crate::appraisal::scene::Scene;
use crate::appraisal::token::Kind;

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    if let Some(at) = (0..text.tokens().len()).find(|at| text.kind(*at) == Kind::Price) {
        ledger.add(Dimension::Info, "price", 0.3, text.span(at, at), "Says what it costs.");
    }
    let clock = (0..text.tokens().len()).find(|at| text.kind(*at) == Kind::Time);
    if let Some(at) = clock {
        ledger.add(Dimension::Info, "when", 0.3, text.span(at, at), "Says when.");
    } else if let Some(hit) = text.hits(List::TimeWord).first() {
        ledger.add(Dimension::Info, "when", 0.2, text.hit_span(hit), "Says when.");
    }
    if let Some(hit) = text.hits(List::Place).first() {
        let why = format!("Says where: '{}'.", text.quote(hit));
        ledger.add(Dimension::Info, "where", 0.2, text.hit_span(hit), why);
    }
    if let Some(hit) = text.hits(List::Acquire).iter().find(|hit| !text.negated(hit.first)) {
        let why = format!("Says how to get it: '{}'.", text.quote(hit));
        ledger.add(Dimension::Info, "how-to-get-it", 0.3, text.hit_span(hit), why);
    }
}
