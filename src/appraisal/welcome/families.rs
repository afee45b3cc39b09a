//! Families of words: loaf and oven, ticket and train; who names one may mean another.

use std::sync::LazyLock;

use crate::appraisal::table::{Table, hash};
use crate::appraisal::token::stem;

/// A set of families as bits.
pub(super) type Kin = [u64; 8];

/// The families and who is in them.
#[derive(Debug, Default)]
pub(super) struct Families {
    names: Vec<String>,
    kin: Table<Kin>,
    /// The families that are trades.
    pub(super) trades: Kin,
    /// The families that are wide enough to tie an answer to what it answers.
    pub(super) ties: Kin,
}

/// The families that are shipped.
pub(super) static FAMILIES: LazyLock<Families> =
    LazyLock::new(|| Families::read(include_str!("../../../assets/lexicons/families.txt")));

impl Families {
    /// Reads one family a line, `[trade |craft ]name: words`.
    pub(super) fn read(text: &str) -> Self {
        let mut families = Self::default();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let Some((name, words)) = line.split_once(':') else { continue };
            let number = families.names.len();
            let (slot, bit) = (number / 64, 1_u64 << (number % 64));
            if slot >= families.trades.len() {
                continue;
            }
            let name = name.trim();
            let craft = name.strip_prefix("craft ");
            let trade = craft.or(name.strip_prefix("trade "));
            if trade.is_some() {
                families.trades[slot] |= bit;
            }
            if craft.is_none() {
                families.ties[slot] |= bit;
            }
            families.names.push(trade.unwrap_or(name).to_owned());
            for word in words.split_whitespace() {
                families.kin.entry(hash(&stem(word)))[slot] |= bit;
            }
        }
        families
    }

    /// The families of a stem, by its hash.
    pub(super) fn at(&self, root: u64) -> Kin {
        self.kin.get(root).copied().unwrap_or_default()
    }
}

/// The families in both sets.
pub(super) fn both(a: Kin, b: Kin) -> Kin {
    std::array::from_fn(|slot| a[slot] & b[slot])
}

/// The families in either set.
pub(super) fn either(a: Kin, b: Kin) -> Kin {
    std::array::from_fn(|slot| a[slot] | b[slot])
}

/// Whether two sets have a family in common.
pub(super) fn meet(a: Kin, b: Kin) -> bool {
    a.iter().zip(b).any(|(a, b)| a & b != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn related_words_share_a_family() {
        let of = |word: &str| FAMILIES.at(hash(&stem(word)));
        let share = |a: &str, b: &str| meet(of(a), of(b));
        for (a, b) in [("loaf", "oven"), ("ticket", "train"), ("vet", "paws"), ("mum", "mother")] {
            assert!(share(a, b), "{a} {b}");
        }
        assert!(!share("loaf", "train") && !share("xyzzy", "xyzzy"));
        assert!(
            FAMILIES.trades.iter().map(|slot| slot.count_ones()).sum::<u32>() > 50
                && FAMILIES.names.len() <= 512
        );
    }
}
