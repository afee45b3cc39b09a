//! Three slots: the feeling named, the trouble named, and owning it or thanking for it.

use crate::appraisal::ledger::Ledger;
use crate::appraisal::lexicon::{Hit, List};
use crate::appraisal::scene::Scene;
use crate::appraisal::{Ask, Dimension};

/// Most that can be had without naming what it is about.
const WITHOUT_TROUBLE: f64 = 0.4;

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    let Some(kind) = scene.kind() else { return };
    let empty = text.hits(List::Empty);
    let filled = |hit: &&Hit| !empty.iter().any(|other| other.first <= hit.last && hit.first <= other.last);
    if let Some(hit) = empty.first() {
        // Worth nothing either way: booked below only when it stands alone.
        let alone = text.hits(List::Own).iter().filter(|own| filled(own)).count() == 0;
        if alone && scene.is_sore() {
            let why = format!("'{}' names nothing that happened.", text.quote(hit));
            ledger.add(Dimension::Empathy, "empty-apology", -0.05, text.hit_span(hit), why);
        }
    }
    let lists: &[List] = match kind {
        Ask::Complaint | Ask::SadNews => &[List::HardFeeling],
        Ask::Praise | Ask::GoodNews => &[List::GladFeeling],
        Ask::Question | Ask::Request | Ask::Talk => &[List::HardFeeling, List::GladFeeling],
    };
    let feeling = lists.iter().find_map(|list| text.hits(*list).iter().find(filled));
    if let Some(hit) = feeling {
        let why = format!("'{}' names the feeling.", text.quote(hit));
        ledger.add(Dimension::Empathy, "names-feeling", 0.35, text.hit_span(hit), why);
    }
    let trouble = scene.echo_count();
    if trouble > 0 {
        let weight = if trouble > 1 { 0.35 } else { 0.2 };
        let why = format!("Names what it is about: {}.", scene.echo_words());
        ledger.add(Dimension::Empathy, "names-trouble", weight, scene.echo_span(), why);
    }
    let best = text.hits(List::Own).iter().filter(filled).max_by(|a, b| a.weight.total_cmp(&b.weight));
    if let Some(hit) = best {
        let why = format!("'{}' owns it, or thanks for being told.", text.quote(hit));
        ledger.add(Dimension::Empathy, "owns-or-thanks", 0.3 * hit.weight, text.hit_span(hit), why);
    }
    let sum = ledger.sum(Dimension::Empathy);
    if trouble == 0 && sum > WITHOUT_TROUBLE {
        let why = "Kind words, but about what? The trouble is not named.";
        ledger.add(Dimension::Empathy, "trouble-not-named", WITHOUT_TROUBLE - sum, 0..0, why);
    }
    if scene.is_sore()
        && let Some(hit) = text.hits(List::Defensive).first()
    {
        let why = format!("'{}' defends itself.", text.quote(hit));
        ledger.add(Dimension::Empathy, "defensive", -0.3, text.hit_span(hit), why);
    }
}
