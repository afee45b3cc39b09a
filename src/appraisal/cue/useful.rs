//! Help somebody can use: an answer, a way to do it, something given.

use crate::appraisal::ledger::Ledger;
use crate::appraisal::lexicon::{Hit, List};
use crate::appraisal::scene::Scene;
use crate::appraisal::{Ask, Dimension};

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    if ledger.has("answer") && matches!(scene.kind(), Some(Ask::Question | Ask::Request)) {
        ledger.add(Dimension::Useful, "answers", 0.4, 0..0, "Answers what somebody wanted to know.");
    }
    // What sells is not what helps, so words inside an offer do not count.
    let plain = |hit: &&Hit| {
        !text.hits(List::Offer).iter().any(|offer| offer.first <= hit.last && hit.first <= offer.last)
    };
    let tips: Vec<&Hit> = text.hits(List::Tip).iter().filter(plain).collect();
    for (hit, weight) in tips.iter().zip([0.3, 0.15]) {
        let why = format!("'{}' is something to go by.", text.quote(hit));
        ledger.add(Dimension::Useful, "tip", weight * hit.weight, text.hit_span(hit), why);
    }
    if let Some(hit) = text.hits(List::Resource).iter().find(|hit| plain(hit) && !text.negated(hit.first)) {
        let why = format!("'{}' gives something away.", text.quote(hit));
        ledger.add(Dimension::Useful, "gives", 0.2, text.hit_span(hit), why);
    }
    let firm = (0..text.tokens().len()).find(|at| text.is(*at, List::TimeWord) || text.value(*at).is_some());
    if let Some(at) = firm.filter(|_| !tips.is_empty() || !scene.claims.confirmed.is_empty()) {
        ledger.add(Dimension::Useful, "firm-detail", 0.15, text.span(at, at), "A time or number to plan by.");
    }
}
