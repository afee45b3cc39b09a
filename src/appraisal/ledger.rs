//! Collects cues while a text is read; the only way a score can change.

use std::ops::Range;

use super::{Cue, Dimension};

/// The cues found so far.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    pub(super) cues: Vec<Cue>,
}

impl Ledger {
    /// Books one cue. A weight of nothing is not booked.
    pub(super) fn add(
        &mut self,
        dimension: Dimension,
        rule: &'static str,
        weight: f64,
        span: Range<usize>,
        why: impl Into<String>,
    ) {
        if weight.abs() > 1e-9 {
            self.cues.push(Cue { dimension, rule, weight, span, why: why.into() });
        }
    }

    /// What the cues of one dimension add up to so far, without its base.
    pub(super) fn sum(&self, dimension: Dimension) -> f64 {
        self.cues.iter().filter(|cue| cue.dimension == dimension).map(|cue| cue.weight).sum()
    }

    /// Whether a rule has been booked.
    pub(super) fn has(&self, rule: &str) -> bool {
        self.cues.iter().any(|cue| cue.rule == rule)
    }
}

/// `n / (n + k)`: the more there is, the less one more adds.
pub(super) fn sat(n: f64, k: f64) -> f64 {
    if n <= 0.0 { 0.0 } else { n / (n + k) }
}
