//! All shipped word lists at once, so that a word is looked up once and knows every list it is on.

use std::sync::LazyLock;

use super::stems::Stems;
use super::table::{Table, hash};

/// Sets of lists, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Lists in which a phrase of several words begins with the word.
    pub(super) longer: u64,
    /// Lists that hold the word alone.
    pub(super) holds: u64,
}

impl Marks {
    const fn add(&mut self, other: Self) {
        self.longer |= other.longer;
        self.holds |= other.holds;
    }
}

/// What whole words and beginnings of words are marked with.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    whole: Table<Marks>,
    stems: Stems<Marks>,
    /// Lists in which some phrase begins with a number.
    numbers: u64,
}

static SHIPPED: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(super::lexicon::list::SOURCES.iter().copied()));

impl Vocabulary {
    /// The words of the shipped lists, in the order of `lexicon::list`.
    pub(super) fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Words, each whole or as a beginning, with what it marks.
    pub(super) fn of<'a>(words: impl Iterator<Item = (&'a str, bool, Marks)>) -> Self {
        let mut vocabulary = Self::default();
        for (word, stem, marks) in words {
            vocabulary.put(word, stem, marks);
        }
        vocabulary
    }

    fn new<'a>(lists: impl Iterator<Item = &'a str>) -> Self {
        let mut vocabulary = Self::default();
        for (place, text) in lists.enumerate() {
            let bit = 1 << place;
            for phrase in super::lexicon::phrases(&text.to_lowercase()) {
                let alone = !phrase.contains([' ', '-']);
                let marks =
                    if alone { Marks { holds: bit, longer: 0 } } else { Marks { longer: bit, holds: 0 } };
                match phrase.split([' ', '-']).next() {
                    Some("<n>") => vocabulary.numbers |= bit,
                    Some(first) => match first.strip_suffix('*') {
                        Some(stem) => vocabulary.put(stem, true, marks),
                        None => vocabulary.put(first, false, marks),
                    },
                    None => {}
                }
            }
        }
        vocabulary
    }

    fn put(&mut self, word: &str, stem: bool, marks: Marks) {
        let place = if stem { self.stems.entry(word) } else { self.whole.entry(hash(word)) };
        place.add(marks);
    }

    /// The lists a word in lower case with this hash is on, by itself or by its beginning.
    pub(super) fn marks(&self, word: &str, key: u64) -> Marks {
        let mut marks = self.whole.get(key).copied().unwrap_or_default();
        self.stems.each(word, |beginning| marks.add(*beginning));
        marks
    }

    /// The lists with phrases that begin with a number.
    pub(super) const fn numbers(&self) -> u64 {
        self.numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_lists() {
        let words = Vocabulary::new(["apolog*\nonly <n> left", "only\n<n> left\ncafé"].into_iter());
        for (word, longer, holds) in [
            ("apologise", 0, 0b01),
            ("apolog", 0, 0b01),
            ("apolo", 0, 0),
            ("only", 0b01, 0b10),
            ("onlyness", 0, 0),
            ("café", 0, 0b10),
            ("", 0, 0),
        ] {
            assert_eq!(words.marks(word, hash(word)), Marks { longer, holds }, "{word}");
        }
        assert_eq!(words.numbers(), 0b10);
    }
}
