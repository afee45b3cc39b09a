//! Luck, lent by label: the same label gives the same luck, whatever else is drawn, in any order or thread.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, SeedableRng};

use super::clock::Minute;

/// What the luck is for; part of its label, so that two uses never share luck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Purpose {
    /// Making the crowd.
    Make = 1,
    /// Ties between people.
    Tie,
    /// Being in the room at this step.
    Visit,
    /// Coming across a message.
    See,
    /// Liking, commenting, sharing, following a link.
    Act,
    /// Saying something of one's own.
    Talk,
    /// Speaking to the brand.
    Address,
    /// How long somebody waits.
    Patience,
    /// What somebody does when the wait is over.
    Wait,
    /// Seeing how somebody else is treated.
    Watch,
    /// Finding out that a claim was false.
    Truth,
    /// Passing a word on.
    Tell,
    /// Needing something, and buying it.
    Trade,
    /// Leaving.
    Leave,
    /// Answering a request.
    Connect,
    /// Choosing words; never touches an outcome.
    Words,
    /// What a day has in store for a person.
    Day,
    /// When things come about that were set going before.
    Later,
    /// Mingling: who stands with whom.
    Mingle,
}

/// A box of dice for one seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dice {
    seed: u64,
}

impl Dice {
    /// The dice of a seed.
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The dice for one use at one minute: half of a label, mixed once.
    pub const fn throw(&self, purpose: Purpose, minute: Minute) -> Throw {
        let start = mix(self.seed ^ GOLDEN);
        let purposed = mix(start ^ (purpose as u64).wrapping_add(GOLDEN));
        Throw(mix(purposed ^ (minute.0 as u64).wrapping_add(GOLDEN)))
    }

    /// A number in 0..1 for this label: `person` is a person's label, `about` tells apart several draws of one person
    /// at one minute.
    pub fn lend(&self, purpose: Purpose, minute: Minute, person: u64, about: u64) -> f64 {
        self.throw(purpose, minute).lend(person, about)
    }
}

/// Dice for one use at one minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Throw(u64);

impl Throw {
    /// A number in 0..1 for this person's label; `about` tells apart several draws.
    pub fn lend(self, person: u64, about: u64) -> f64 {
        let label = mix(mix(self.0 ^ person.wrapping_add(GOLDEN)) ^ about.wrapping_add(GOLDEN));
        let bits = Xoshiro256PlusPlus::seed_from_u64(label).next_u64();
        // 53 bits fill the mantissa of an f64 exactly.
        (bits >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// A label for whatever has a name but no number.
pub fn label(name: &str) -> u64 {
    name.bytes().fold(GOLDEN, |label, byte| mix(label ^ u64::from(byte)))
}

/// One label of several.
pub fn blend(parts: [u64; 4]) -> u64 {
    parts.into_iter().fold(GOLDEN, |label, part| mix(label ^ part.wrapping_add(GOLDEN)))
}

/// One of `n` things by luck `u`, `n` at least 1.
pub const fn pick(u: f64, n: usize) -> usize {
    let at = (u * n as f64) as usize;
    if at < n { at } else { n.saturating_sub(1) }
}

/// The golden ratio in 64 bits: keeps zeros apart.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// The finisher of the `SplitMix64` generator: spreads a label over all bits.
const fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_keeps_its_luck() {
        let dice = Dice::new(7);
        let first = dice.lend(Purpose::See, Minute(5), 3, 9);
        for other in 0..100_u64 {
            dice.lend(Purpose::See, Minute(5), other, 1);
        }
        assert!((first - dice.lend(Purpose::See, Minute(5), 3, 9)).abs() < f64::EPSILON);
    }

    #[test]
    fn seeds_at_the_edges_differ() {
        let seeds = [0, 1, u64::from(u32::MAX), 1 << 32, u64::MAX];
        let mut drawn: Vec<u64> =
            seeds.iter().map(|&s| Dice::new(s).lend(Purpose::Act, Minute(0), 0, 0).to_bits()).collect();
        drawn.dedup();
        drawn.sort_unstable();
        drawn.dedup();
        assert_eq!(drawn.len(), seeds.len());
    }

    #[test]
    fn luck_is_spread_evenly() {
        let dice = Dice::new(1);
        let mean = (0..10_000).map(|n| dice.lend(Purpose::Act, Minute(0), 0, n)).sum::<f64>() / 10_000.0;
        assert!((mean - 0.5).abs() < 0.02, "{mean}");
    }
}
