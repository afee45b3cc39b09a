//! Luck, lent by label: the same label gives the same luck, whatever else is drawn, in any order or thread.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, SeedableRng};

use super::clock::Minute;
use super::id::PersonId;

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

    /// A number in 0..1 for this label; `about` tells apart several draws of one person at one minute.
    pub fn lend(&self, purpose: Purpose, minute: Minute, person: PersonId, about: u64) -> f64 {
        let mut label = mix(self.seed ^ 0x9e37_79b9_7f4a_7c15);
        for part in [purpose as u64, u64::from(minute.0), u64::from(person.0), about] {
            label = mix(label ^ part.wrapping_add(0x9e37_79b9_7f4a_7c15));
        }
        let bits = Xoshiro256PlusPlus::seed_from_u64(label).next_u64();
        // 53 bits fill the mantissa of an f64 exactly.
        (bits >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Whether something with this probability happens.
    pub fn falls(
        &self,
        probability: f64,
        purpose: Purpose,
        minute: Minute,
        person: PersonId,
        about: u64,
    ) -> bool {
        self.lend(purpose, minute, person, about) < probability
    }

    /// One of `n` things, `n` at least 1.
    pub fn pick(&self, n: usize, purpose: Purpose, minute: Minute, person: PersonId, about: u64) -> usize {
        ((self.lend(purpose, minute, person, about) * n as f64) as usize).min(n.saturating_sub(1))
    }
}

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
        let first = dice.lend(Purpose::See, Minute(5), PersonId(3), 9);
        for other in 0..100 {
            dice.lend(Purpose::See, Minute(5), PersonId(other), 1);
        }
        assert!((first - dice.lend(Purpose::See, Minute(5), PersonId(3), 9)).abs() < f64::EPSILON);
    }

    #[test]
    fn seeds_at_the_edges_differ() {
        let seeds = [0, 1, u64::from(u32::MAX), 1 << 32, u64::MAX];
        let mut drawn: Vec<u64> = seeds
            .iter()
            .map(|&s| Dice::new(s).lend(Purpose::Act, Minute(0), PersonId(0), 0).to_bits())
            .collect();
        drawn.dedup();
        drawn.sort_unstable();
        drawn.dedup();
        assert_eq!(drawn.len(), seeds.len());
    }

    #[test]
    fn luck_is_spread_evenly() {
        let dice = Dice::new(1);
        let mean =
            (0..10_000).map(|n| dice.lend(Purpose::Act, Minute(0), PersonId(0), n)).sum::<f64>() / 10_000.0;
        assert!((mean - 0.5).abs() < 0.02, "{mean}");
    }
}
