//! All features of a text by name, known to the heads or not: what the heads are fitted on.

use std::ops::Range;

use super::gram::{self, Sink};
use super::pair::{self, PAIR};
use super::shape::SHAPE;
use super::stem::{Stress, StressWords};
use super::stop_keys;

/// The features of one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Description {
    /// How many words and marks it has.
    pub pieces: usize,
    /// Every gram with its stress, as often as it stands there.
    pub grams: Vec<(String, Stress)>,
    /// Values of shape, and of the pair where something was said before, each 0..1.
    pub values: Vec<(String, f32)>,
}

/// Describes a text for fitting; `heard` is what was said before.
pub fn describe(text: &str, heard: Option<&str>) -> Description {
    let mut names = Names(Vec::new());
    let counts = gram::walk(text, &StressWords::shipped(), &mut names);
    let mut values = Vec::new();
    let mut take = |mark: &str, names: &[&str], found: &[f32]| {
        values.extend(names.iter().zip(found).map(|(name, value)| (format!("{mark}{name}"), *value)));
    };
    take("shape~", &SHAPE, &counts.values());
    if let Some(heard) = heard {
        take("pair~", &PAIR, &pair::values(text, heard, &stop_keys()));
    }
    Description { pieces: counts.pieces(), grams: names.0, values }
}

struct Names(Vec<(String, Stress)>);

impl Sink for Names {
    fn gram(&mut self, _: u64, _: Range<usize>, stress: Stress, name: impl Fn() -> String) {
        self.0.push((name(), stress));
    }
}
