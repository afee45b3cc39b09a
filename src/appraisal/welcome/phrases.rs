//! Turns of phrase with what each is a sign of, all found in one walk over a text.

use std::ops::Range;
use std::sync::LazyLock;

use crate::appraisal::stems::Stems;
use crate::appraisal::table::{Table, hash, pair};
use crate::appraisal::token::{Page, Token};

/// One kind of phrase.
#[derive(Debug)]
pub(super) struct Tag {
    /// Its name in the data.
    pub(super) name: String,
    /// What it does, as the end of a sentence that begins with the words.
    pub(super) why: String,
}

/// One word of a phrase.
#[derive(Debug)]
enum Part {
    Word(u64),
    Stem(String),
    Number,
}

#[derive(Debug)]
struct Phrase {
    rest: Vec<Part>,
    tag: usize,
}

/// All kinds of phrases.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) tags: Vec<Tag>,
    /// Phrases by their first word.
    whole: Table<Vec<Phrase>>,
    /// Phrases by their first two words.
    pairs: Table<Vec<Phrase>>,
    stems: Stems<Vec<Phrase>>,
    numbers: Vec<Phrase>,
}

/// The phrases that are shipped.
pub(super) static BOOK: LazyLock<Book> =
    LazyLock::new(|| Book::read(include_str!("../../../assets/welcome/phrases.txt")));

impl Book {
    /// Reads `[tag] why` headings and the phrases under each, parted by commas or lines.
    pub(super) fn read(text: &str) -> Self {
        let mut book = Self::default();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some((name, why)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
                book.tags.push(Tag { name: name.to_owned(), why: format!("{}.", why.trim()) });
                continue;
            }
            let Some(tag) = book.tags.len().checked_sub(1) else { continue };
            for phrase in line.split(',').map(str::trim).filter(|phrase| !phrase.is_empty()) {
                book.add(&phrase.to_lowercase(), tag);
            }
        }
        book
    }

    /// The number of the kind with this name.
    pub(super) fn tag(&self, name: &str) -> Option<usize> {
        self.tags.iter().position(|tag| tag.name == name)
    }

    fn add(&mut self, phrase: &str, tag: usize) {
        let mut words = phrase.split([' ', '-']);
        let Some(first) = words.next() else { return };
        let rest = words
            .map(|word| match word.strip_suffix('*') {
                Some(stem) => Part::Stem(stem.to_owned()),
                None if word == "<n>" => Part::Number,
                None => Part::Word(hash(word)),
            })
            .collect();
        let phrase = Phrase { rest, tag };
        if first == "<n>" {
            self.numbers.push(phrase);
        } else if let Some(stem) = first.strip_suffix('*') {
            self.stems.entry(stem).push(phrase);
        } else if let Some(Part::Word(second)) = phrase.rest.first() {
            self.pairs.entry(pair(hash(first), *second)).push(phrase);
        } else {
            self.whole.entry(hash(first)).push(phrase);
        }
    }

    /// Calls back for every phrase in a text, with its kind and its tokens; each place of the text counts once a
    /// kind, for the longest phrase there.
    pub(super) fn walk(&self, page: &Page, mut found: impl FnMut(usize, Range<usize>)) {
        let mut ends = vec![0_usize; self.tags.len()];
        let mut here: Vec<(usize, usize)> = Vec::new();
        for (at, token) in page.tokens.iter().enumerate() {
            if !token.is_wordlike() {
                continue;
            }
            here.clear();
            self.at(&page.tokens, at, token, |tag, length| {
                match here.iter_mut().find(|(known, _)| *known == tag) {
                    Some((_, longest)) => *longest = length.max(*longest),
                    None => here.push((tag, length)),
                }
            });
            for &(tag, length) in &here {
                if ends[tag] <= at {
                    ends[tag] = at + length;
                    found(tag, at..at + length);
                }
            }
        }
    }

    fn at(&self, tokens: &[Token], at: usize, token: &Token, mut found: impl FnMut(usize, usize)) {
        let mut try_all = |phrases: &[Phrase]| {
            for phrase in phrases {
                if fits(&phrase.rest, tokens, at) {
                    found(phrase.tag, phrase.rest.len() + 1);
                }
            }
        };
        if token.is_figure() {
            try_all(&self.numbers);
        }
        self.stems.each(&token.word, |phrases| try_all(phrases));
        if let Some(phrases) = self.whole.get(token.key) {
            try_all(phrases);
        }
        let next = tokens.get(at + 1);
        if let Some(phrases) = next.and_then(|next| self.pairs.get(pair(token.key, next.key))) {
            try_all(phrases);
        }
    }
}

/// Whether the words after the first are the rest of a phrase, within the sentence.
fn fits(rest: &[Part], tokens: &[Token], at: usize) -> bool {
    rest.iter().enumerate().all(|(index, part)| {
        tokens.get(at + 1 + index).is_some_and(|token| {
            token.is_wordlike()
                && token.sentence == tokens[at].sentence
                && match part {
                    Part::Word(word) => token.key == *word,
                    Part::Stem(stem) => token.word.starts_with(stem.as_str()),
                    Part::Number => token.is_figure(),
                }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_once_a_kind() {
        let book = Book::read("[a] is a\ngame-chang*, only <n> left\n[b] is b\ngame, game changer\n");
        let page = Page::new("A game-changer, only 3 left");
        let mut found = Vec::new();
        book.walk(&page, |tag, run| found.push((tag, run)));
        assert_eq!(found, [(0, 1..3), (1, 1..3), (0, 4..7)]);
    }

    #[test]
    fn the_shipped_phrases_have_reasons() {
        assert!(BOOK.tags.len() > 30);
        for tag in &BOOK.tags {
            assert!(tag.why.len() > 1 && !tag.name.contains(' '), "{tag:?}");
        }
    }
}
