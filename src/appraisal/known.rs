//! What a reader needs to know of a brand and a room, taken apart once and kept with them.

use std::sync::{Arc, OnceLock};

use super::cue::canned::{plain, shingles};
use super::lexicon::{Lexicon, is_content};
use super::table::{Keys, Table, hash};
use super::token::{Page, Token};
use super::vocabulary::{Marks, Vocabulary};
use super::welcome::Subjects;
use super::{BrandSheet, Fact, Norms};

/// Keeps what was taken apart beside the data it came from. A copy starts empty, so that a changed copy is read anew;
/// equality does not see it.
#[derive(Debug)]
pub struct Kept<T>(OnceLock<Arc<T>>);

impl<T> Kept<T> {
    pub(super) fn get(&self, make: impl FnOnce() -> T) -> &T {
        self.0.get_or_init(|| Arc::new(make()))
    }
}

impl<T> Kept<T> {
    /// The same again, for a copy that is known to be no different.
    pub(super) fn shared(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T> PartialEq for Kept<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A fact of the sheet.
#[derive(Debug)]
pub(super) struct KnownFact {
    pub(super) page: Page,
    /// Stems that carry its topic.
    pub(super) topic: Vec<u64>,
    /// Those of them that are numbers.
    pub(super) numbers: Vec<u64>,
    pub(super) has_numbers: bool,
    pub(super) denies: bool,
    pub(super) keys: Vec<Page>,
}

impl KnownFact {
    fn new(fact: &Fact) -> Self {
        let page = Page::new(&fact.text);
        Self {
            topic: topic(&page),
            numbers: roots(page.tokens.iter().filter(|token| token.is_digits())),
            has_numbers: page.tokens.iter().any(Token::is_digits),
            denies: page.tokens.iter().any(|token| token.negated),
            keys: fact.keys.iter().map(|key| Page::new(key)).collect(),
            page,
        }
    }
}

/// A brand sheet, taken apart.
#[derive(Debug)]
pub struct KnownBrand {
    pub(super) facts: Vec<KnownFact>,
    /// The keys of each false claim.
    pub(super) claims: Vec<Vec<Page>>,
    /// Stems that carry the topic of each false claim.
    pub(super) claimed: Vec<Vec<u64>>,
    pub(super) banned: Vec<Page>,
    pub(super) own_words: Lexicon,
    /// The own words in lower case.
    pub(super) own: Keys,
    /// The parts of its name in lower case.
    pub(super) name: Vec<u64>,
    /// Runs of three words of its facts and of what it is.
    pub(super) runs: Keys,
    /// What the brand and each fact are about.
    pub(super) subjects: Subjects,
    /// The words of facts and false claims; a bit each, shared where there are more than 64.
    touching: Table<u64>,
}

impl KnownBrand {
    pub(super) fn new(brand: &BrandSheet) -> Self {
        let pages = |texts: &[String]| texts.iter().map(|text| Page::new(text)).collect();
        let mut sheet: Vec<&str> = brand.facts.iter().map(|fact| fact.text.as_str()).collect();
        sheet.push(&brand.about);
        Self {
            facts: brand.facts.iter().map(KnownFact::new).collect(),
            claims: brand.false_claims.iter().map(|claim| pages(&claim.keys)).collect(),
            claimed: brand.false_claims.iter().map(|claim| topic(&Page::new(&claim.text))).collect(),
            banned: pages(&brand.banned),
            own_words: Lexicon::read(&brand.own_words.join("\n")),
            own: brand.own_words.iter().map(|word| hash(&word.to_lowercase())).collect(),
            name: brand.name.to_lowercase().split_whitespace().map(hash).collect(),
            runs: shingles(&plain(&Page::new(&sheet.join(" ")), &[])).into_iter().collect(),
            subjects: Subjects::of(brand),
            touching: Table::default(),
        }
        .with_touching()
    }

    fn with_touching(mut self) -> Self {
        let of_facts = self.facts.iter().map(|fact| (&fact.page, &fact.keys));
        let none = Page::default();
        let mut touching: Table<u64> = Table::default();
        let of_claims = self.claims.iter().map(|keys| (&none, keys));
        for (place, (page, keys)) in of_facts.chain(of_claims).enumerate() {
            for token in std::iter::once(page).chain(keys).flat_map(telling) {
                *touching.entry(token.key) |= bit(place);
                *touching.entry(token.root) |= bit(place);
            }
        }
        self.touching = touching;
        self
    }

    /// Marks the words of a page with the facts and false claims they may speak of; all of them together, as bits.
    pub(super) fn mark(&self, page: &mut Page) -> u64 {
        page.tokens.iter_mut().fold(0, |all, token| {
            let at = |hash| self.touching.get(hash).copied().unwrap_or_default();
            token.touches = at(token.key) | at(token.root);
            all | token.touches
        })
    }

    /// The bit of a fact; what has it not does not speak of the fact.
    pub(super) const fn fact(fact: usize) -> u64 {
        bit(fact)
    }

    /// The bit of a false claim.
    pub(super) fn claim(&self, claim: usize) -> u64 {
        bit(self.facts.len() + claim)
    }
}

/// Stems that carry the topic of a page, each once.
fn topic(page: &Page) -> Vec<u64> {
    roots(page.tokens.iter().filter(|token| is_content(token)))
}

fn roots<'t>(tokens: impl Iterator<Item = &'t Token>) -> Vec<u64> {
    let mut roots: Vec<u64> = tokens.map(|token| token.root).collect();
    roots.sort_unstable();
    roots.dedup();
    roots
}

/// The words without which a page cannot be said: those that carry its topic, else all of them.
fn telling(page: &Page) -> Vec<&Token> {
    let content: Vec<&Token> = page.tokens.iter().filter(|token| is_content(token)).collect();
    if content.is_empty() { page.tokens.iter().collect() } else { content }
}

const fn bit(place: usize) -> u64 {
    1 << (place % 64)
}

/// A room's words, taken apart.
#[derive(Debug)]
pub struct KnownRoom(Vocabulary);

/// A word that belongs in the room's talk.
const AT_HOME: u64 = 1;
/// A word that is out of place.
const OUT_OF_PLACE: u64 = 2;
/// A word that begins as one does that belongs, however short.
const HOMELY: u64 = 4;
/// A word that belongs, just as the room has it.
const LISTED_HOME: u64 = 8;
/// A word that is out of place, just as the room has it.
const LISTED_OUT: u64 = 16;

impl KnownRoom {
    pub(super) fn new(norms: &Norms) -> Self {
        let mut words = Vec::new();
        for (list, bit, listed) in
            [(&norms.at_home, AT_HOME, LISTED_HOME), (&norms.out_of_place, OUT_OF_PLACE, LISTED_OUT)]
        {
            for word in list {
                words.push((word.clone(), false, listed));
                let word = word.to_lowercase();
                let stem = word.trim_end_matches('*').to_owned();
                if bit == AT_HOME {
                    words.push((word.clone(), true, HOMELY));
                }
                if word.len() >= 4 {
                    words.push((stem, true, bit));
                }
                words.push((word, false, bit));
            }
        }
        Self(Vocabulary::of(
            words.iter().map(|(word, stem, bit)| (word.as_str(), *stem, Marks { longer: 0, holds: *bit })),
        ))
    }

    /// Marks the words of a page with what they are in this room.
    pub(super) fn mark(&self, page: &mut Page) {
        for token in page.tokens.iter_mut().filter(|token| token.is_wordlike()) {
            token.here = self.0.marks(&token.word, token.key).holds;
        }
    }
}

impl Token {
    /// Whether it belongs in the room's talk.
    pub(super) const fn is_at_home(&self) -> bool {
        self.here & AT_HOME != 0
    }

    /// Whether it is out of place in the room.
    pub(super) const fn is_out_of_place(&self) -> bool {
        self.here & OUT_OF_PLACE != 0
    }

    /// Whether the room has just this word among those that belong.
    pub(super) const fn is_listed_home(&self) -> bool {
        self.here & LISTED_HOME != 0
    }

    /// Whether the room has just this word among those that are out of place.
    pub(super) const fn is_listed_out(&self) -> bool {
        self.here & LISTED_OUT != 0
    }

    /// Whether it begins as a word does that belongs in the room's talk.
    pub(super) const fn is_homely(&self) -> bool {
        self.here & HOMELY != 0
    }
}
