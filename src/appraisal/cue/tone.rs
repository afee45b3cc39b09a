//! Pleasant or unpleasant, calm or heated: a lexicon with negation and strengthening words.

use crate::appraisal::Dimension;
use crate::appraisal::ledger::{Ledger, sat};
use crate::appraisal::lexicon::{Hit, List};
use crate::appraisal::scene::Scene;
use crate::appraisal::text::Text;

/// Sum of weights at which a text is seven tenths of the way to wholly pleasant.
const SOFTEN: f64 = 15.0;

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    valence(scene.text, ledger);
    arousal(scene.text, ledger);
}

fn valence(text: &Text<'_>, ledger: &mut Ledger) {
    let found: Vec<(&Hit, f64)> = text.hits(List::Valence).iter().map(|hit| (hit, felt(text, hit))).collect();
    let sum: f64 = found.iter().map(|(_, weight)| weight).sum();
    if sum.abs() < 1e-9 {
        return;
    }
    let score = sum / libm::sqrt(sum * sum + SOFTEN);
    let share = 0.5 * score / sum;
    for (hit, weight) in found {
        let sort = if weight > 0.0 { "pleasant" } else { "unpleasant" };
        let why = format!("'{}' is {sort} here.", text.quote(hit));
        ledger.add(Dimension::Valence, sort, share * weight, text.hit_span(hit), why);
    }
}

/// The weight of a word where it stands: turned and weakened by "not", stronger behind "very".
fn felt(text: &Text<'_>, hit: &Hit) -> f64 {
    let turned = if text.negated(hit.first) { -0.6 } else { 1.0 };
    let stronger = text.previous_word(hit.first).map_or(1.0, |before| {
        text.hits(List::Intensifier).iter().find(|word| word.first == before).map_or(1.0, |word| word.weight)
    });
    hit.weight * turned * stronger
}

fn arousal(text: &Text<'_>, ledger: &mut Ledger) {
    let hits: Vec<&Hit> = text.hits(List::Arousal).iter().filter(|hit| !text.negated(hit.first)).collect();
    let count = hits.len() as f64;
    for hit in hits {
        let why = format!("'{}' is heated.", text.quote(hit));
        ledger.add(Dimension::Arousal, "heated-word", sat(count, 1.5) / count, text.hit_span(hit), why);
    }
}
