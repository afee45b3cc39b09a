//! What a text is about: its words without endings, their families, names and numbers.

use std::sync::LazyLock;

use super::families::{FAMILIES, Kin, both, either};
use crate::appraisal::lexicon::{is_content, list};
use crate::appraisal::table::{Keys, Table, hash};
use crate::appraisal::token::{Kind, Page, Token, stem};
use crate::appraisal::{BrandSheet, Fact};

/// Words that tell little.
static COMMON: LazyLock<Table<bool>> = LazyLock::new(|| {
    let mut table = Table::default();
    let text = include_str!("../../../assets/welcome/common.txt");
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        for word in line.split_whitespace() {
            *table.entry(hash(&stem(word))) = true;
        }
    }
    table
});

/// What a brand's sheet is about, as a whole and fact by fact.
#[derive(Debug)]
pub(in crate::appraisal) struct Subjects {
    pub(super) brand: Subject,
    pub(super) facts: Vec<Subject>,
}

impl Subjects {
    /// Takes a sheet apart.
    pub(in crate::appraisal) fn of(sheet: &BrandSheet) -> Self {
        let whole = [&sheet.name, &sheet.about, &sheet.own_words.join(", ")].map(|text| Page::new(text));
        let fact = |fact: &Fact| Page::new(&format!("{}. {}", fact.text, fact.keys.join(". ")));
        let facts: Vec<Page> = sheet.facts.iter().map(fact).collect();
        Self {
            brand: Subject::of(whole.iter().chain(&facts)),
            facts: facts.iter().map(|page| Subject::of([page])).collect(),
        }
    }
}

/// What a sheet, a picture or a message is about.
#[derive(Debug, Default)]
pub(super) struct Subject {
    stems: Keys,
    /// Families of all its words.
    pub(super) kin: Kin,
    /// Families that two of its words tell of.
    pub(super) firm: Kin,
    names: Keys,
    numbers: Keys,
}

impl Subject {
    /// What these pages are about.
    pub(super) fn of<'p>(pages: impl IntoIterator<Item = &'p Page>) -> Self {
        let mut subject = Self::default();
        for page in pages {
            for (at, token) in page.tokens.iter().enumerate() {
                if token.is_number() {
                    subject.numbers.insert(token.root);
                }
                if !is_content(token) {
                    continue;
                }
                if subject.stems.insert(token.root) {
                    let kin = FAMILIES.at(token.root);
                    subject.firm = either(subject.firm, both(subject.kin, kin));
                    subject.kin = either(subject.kin, kin);
                }
                if token.capital && (at > 0 && page.tokens[at - 1].sentence == token.sentence) {
                    subject.names.insert(hash(token.bare()));
                }
            }
        }
        subject
    }

    /// Whether there is nothing in it.
    pub(super) const fn is_empty(&self) -> bool {
        self.stems.len() == 0
    }

    /// How many words it has.
    pub(super) const fn len(&self) -> usize {
        self.stems.len()
    }

    /// Whether it has this word in some form.
    pub(super) fn has(&self, token: &Token) -> bool {
        self.stems.has(token.root)
    }

    /// Whether it names this.
    pub(super) fn names(&self, token: &Token) -> bool {
        self.names.has(hash(token.bare()))
    }

    /// Whether it has this number.
    pub(super) fn counts(&self, token: &Token) -> bool {
        self.numbers.has(token.root) || self.stems.has(token.root)
    }
}

/// How much sharing a word tells: little for common ones.
pub(super) fn weight(token: &Token) -> f64 {
    if token.is_number() {
        return 0.7;
    }
    if COMMON.get(token.root).is_some() { 0.25 } else { 1.0 }
}

/// Whether a token is written as a name inside a sentence.
pub(super) fn is_named(page: &Page, at: usize) -> bool {
    let token = &page.tokens[at];
    token.kind == Kind::Word
        && token.capital
        && at > 0
        && page.tokens[at - 1].sentence == token.sentence
        && !list::STOP.has(token.bare())
        && token.word.len() > 1
}
