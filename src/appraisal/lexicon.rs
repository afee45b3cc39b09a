//! Word lists read from data files, and how they are found in a text.

use std::ops::Range;

use super::table::{START, Table, hash, more};
use super::token::{Page, Token};

/// One word of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Word(String),
    Prefix(String),
    Number,
}

impl Part {
    fn read(word: &str) -> Self {
        if word == "<n>" {
            Self::Number
        } else if let Some(prefix) = word.strip_suffix('*') {
            Self::Prefix(prefix.to_owned())
        } else {
            Self::Word(word.to_owned())
        }
    }

    fn fits(&self, token: &Token) -> bool {
        token.is_wordlike()
            && match self {
                Self::Word(word) => token.word == *word,
                Self::Prefix(prefix) => token.word.starts_with(prefix.as_str()),
                Self::Number => token.is_figure(),
            }
    }
}

/// A list of words and phrases.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// Phrases that begin with a whole word, by that word.
    whole: Table<Vec<Vec<Part>>>,
    /// Phrases that begin with a stem, by that stem.
    stems: Table<Vec<Vec<Part>>>,
    /// Bytes of the longest stem; nothing where there is none.
    longest: usize,
    /// Phrases that begin with a number.
    numbers: Vec<Vec<Part>>,
    /// Its place among the shipped lists, as a bit.
    bit: Option<u64>,
}

/// The phrases of a list's text: one a line, `#` for remarks.
pub(super) fn phrases(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

impl Lexicon {
    /// Reads a list: one word or phrase a line, `apolog*` for a stem, `<n>` for a number, `#` for remarks.
    pub(super) fn read(text: &str) -> Self {
        let mut lexicon = Self::default();
        for line in phrases(text) {
            let parts: Vec<Part> = line.to_lowercase().split([' ', '-']).map(Part::read).collect();
            match parts.first() {
                Some(Part::Word(word)) => lexicon.whole.entry(hash(word)).push(parts),
                Some(Part::Prefix(stem)) => {
                    lexicon.longest = lexicon.longest.max(stem.len());
                    lexicon.stems.entry(hash(stem)).push(parts);
                }
                Some(Part::Number) => lexicon.numbers.push(parts),
                None => {}
            }
        }
        lexicon
    }

    fn shipped(place: usize, text: &str) -> Self {
        Self { bit: Some(1 << place), ..Self::read(text) }
    }

    /// Whether the list holds the word of a token.
    pub(super) fn holds(&self, token: &Token) -> bool {
        self.bit.map_or_else(|| self.has(&token.word), |bit| token.marks.holds & bit != 0)
    }

    /// Calls back with the phrases that may begin with this word, until one call says that it is enough.
    fn beginning(&self, word: &str, mut enough: impl FnMut(&[Vec<Part>]) -> bool) -> bool {
        let mut so_far = START;
        for (index, &byte) in word.as_bytes().iter().enumerate() {
            so_far = more(so_far, &[byte]);
            if (2..=self.longest).contains(&(index + 1))
                && self.stems.get(so_far).is_some_and(|phrases| enough(phrases))
            {
                return true;
            }
        }
        self.whole.get(so_far).is_some_and(|phrases| enough(phrases))
    }

    /// Whether the list holds this one word.
    pub(super) fn has(&self, word: &str) -> bool {
        self.beginning(word, |phrases| phrases.iter().any(|parts| parts.len() == 1))
    }

    /// How many tokens the longest phrase at this token takes, if there is one.
    pub(super) fn at(&self, tokens: &[Token], index: usize) -> Option<usize> {
        let first = tokens.get(index)?;
        if !first.is_wordlike() || self.bit.is_some_and(|bit| first.marks.begins & bit == 0) {
            return None;
        }
        let mut longest = None;
        let mut look = |phrases: &[Vec<Part>]| {
            let fitting = phrases.iter().filter(|parts| fits(parts, tokens, index)).map(Vec::len).max();
            longest = longest.max(fitting);
            false
        };
        look(&self.numbers);
        self.beginning(&first.word, look);
        longest
    }

    /// All places of the list's phrases as token ranges, from left to right, none over another.
    pub(super) fn hits(&self, page: &Page) -> Vec<Range<usize>> {
        self.hits_in(page, 0..page.tokens.len())
    }

    /// As [`Self::hits`], within a range of tokens.
    pub(super) fn hits_in(&self, page: &Page, within: Range<usize>) -> Vec<Range<usize>> {
        let mut hits = Vec::new();
        if self.bit.is_some_and(|bit| page.begun & bit == 0) {
            return hits;
        }
        let mut index = within.start;
        while index < within.end {
            if let Some(length) = self.at(&page.tokens[..within.end], index) {
                hits.push(index..index + length);
                index += length;
            } else {
                index += 1;
            }
        }
        hits
    }
}

fn fits(parts: &[Part], tokens: &[Token], index: usize) -> bool {
    tokens.get(index..index + parts.len()).is_some_and(|run| {
        run.iter().zip(parts).all(|(token, part)| part.fits(token))
            && run[0].sentence == run[run.len() - 1].sentence
    })
}

/// Whether a token carries a topic: a word that is on no list of small words, or a number.
pub(super) const fn is_content(token: &Token) -> bool {
    token.content
}

/// The lists, each read once from its file.
pub(super) mod list {
    use std::sync::LazyLock;

    use super::Lexicon;

    macro_rules! lists {
        ($($name:ident = $file:literal;)*) => {
            /// The texts of the lists, in their order.
            pub(in crate::appraisal) static SOURCES: &[&str] =
                &[$(include_str!(concat!("../../assets/lexicons/", $file, ".txt"))),*];

            #[expect(clippy::upper_case_acronyms, non_camel_case_types, reason = "named as the lists are")]
            #[derive(Clone, Copy)]
            enum Place { $($name),* }

            $(pub(in crate::appraisal) static $name: LazyLock<Lexicon> = LazyLock::new(|| {
                Lexicon::shipped(Place::$name as usize, SOURCES[Place::$name as usize])
            });)*
        };
    }

    lists! {
        ACT = "act";
        AFFIRM = "affirm";
        AVAILABLE = "available";
        BAIT = "bait";
        CLICHE = "cliche";
        COMEBACK = "comeback";
        DEFENSIVE = "defensive";
        ELSEWHERE = "elsewhere";
        FEELING = "feeling";
        FORMAL = "formal";
        GUILT = "guilt";
        HEATED = "heated";
        INFORMAL = "informal";
        INTENSIFIER = "intensifier";
        LIMIT = "limit";
        NEGATIVE = "negative";
        NEGATOR = "negator";
        NONAPOLOGY = "nonapology";
        OFFER = "offer";
        OUTCOME = "outcome";
        OWNING = "owning";
        PASTVERB = "pastverb";
        PLACE = "place";
        POSITIVE = "positive";
        RHETORICAL = "rhetorical";
        RUDE = "rude";
        SALUTE = "salute";
        SEQUENCE = "sequence";
        STOP = "stop";
        SUPERLATIVE = "superlative";
        SUPERLATIVE_PLAIN = "superlative_plain";
        TEMPLATE = "template";
        TIP = "tip";
        URGENCY = "urgency";
        VERB = "verb";
        WARMTH = "warmth";
        WHEN = "when";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_stems_and_numbers_are_found() {
        let lexicon = Lexicon::read("# remark\napolog*\nonly <n> left\ngame-chang*\n");
        let page = Page::new("Apologies! Only 3 left of this game-changer, only three left.");
        let found: Vec<usize> = lexicon.hits(&page).iter().map(Range::len).collect();
        assert_eq!(found, [1, 3, 2, 3]);
        assert!(lexicon.has("apologise") && !lexicon.has("only"));
    }
}
