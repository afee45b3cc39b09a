//! Begging for reactions: "tag a friend", "like if", "comment YES".

use crate::appraisal::Dimension;
use crate::appraisal::ledger::{Ledger, sat};
use crate::appraisal::lexicon::{Hit, List};
use crate::appraisal::scene::Scene;

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    let hits: Vec<&Hit> = text.hits(List::Bait).iter().filter(|hit| !text.negated(hit.first)).collect();
    let total: f64 = hits.iter().map(|hit| hit.weight).sum();
    if total <= 0.0 {
        return;
    }
    let share = sat(total, 0.5) / total;
    for hit in hits {
        let why =
            format!("'{}' begs for a reaction; rooms show such posts to fewer people.", text.quote(hit));
        ledger.add(Dimension::Bait, "begs-reaction", share * hit.weight, text.hit_span(hit), why);
    }
}
