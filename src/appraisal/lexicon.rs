//! Word lists read from data files, and how they are found in a text.

use std::ops::Range;
use std::sync::LazyLock;

use super::stems::Stems;
use super::table::{Table, hash};
use super::token::{Page, Token};

/// One word of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// The hash of a word.
    Word(u64),
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
            Self::Word(hash(word))
        }
    }

    fn fits(&self, token: &Token) -> bool {
        token.is_wordlike()
            && match self {
                Self::Word(word) => token.key == *word,
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
    stems: Stems<Vec<Vec<Part>>>,
    /// Phrases that begin with a number.
    numbers: Vec<Vec<Part>>,
}

/// A shipped list; it is opened only where the marks of a word do not tell enough.
pub(super) struct Shipped {
    /// Its place among the lists, as a bit.
    bit: u64,
    lexicon: LazyLock<Lexicon>,
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
                Some(Part::Word(word)) => lexicon.whole.entry(*word).push(parts),
                Some(Part::Prefix(stem)) => lexicon.stems.entry(stem).push(parts),
                Some(Part::Number) => lexicon.numbers.push(parts),
                None => {}
            }
        }
        lexicon
    }

    /// Calls back with each phrase that may begin with this word.
    fn beginning<'s>(&'s self, word: &str, key: u64, mut found: impl FnMut(&'s [Part])) {
        let mut all = |phrases: &'s Vec<Vec<Part>>| phrases.iter().for_each(|parts| found(parts));
        self.stems.each(word, &mut all);
        if let Some(phrases) = self.whole.get(key) {
            all(phrases);
        }
    }

    /// Whether the list holds this one word.
    fn has(&self, word: &str) -> bool {
        let mut has = false;
        self.beginning(word, hash(word), |parts| has |= parts.len() == 1);
        has
    }

    /// How many tokens the longest phrase at this token takes, if there is one.
    fn at(&self, tokens: &[Token], index: usize) -> Option<usize> {
        let first = tokens.get(index).filter(|first| first.is_wordlike())?;
        let mut longest = None;
        let mut look = |parts: &[Part]| {
            if fits(parts, tokens, index) {
                longest = longest.max(Some(parts.len()));
            }
        };
        self.numbers.iter().for_each(|parts| look(parts));
        self.beginning(&first.word, first.key, look);
        longest
    }

    /// All places of the list's phrases as token ranges, from left to right, none over another.
    pub(super) fn hits(&self, page: &Page) -> Vec<Range<usize>> {
        walk(0..page.tokens.len(), |index| self.at(&page.tokens, index))
    }
}

impl Shipped {
    /// Whether the list holds the word of a token.
    pub(super) const fn holds(&self, token: &Token) -> bool {
        token.marks.holds & self.bit != 0
    }

    /// Whether the list holds this one word.
    pub(super) fn has(&self, word: &str) -> bool {
        self.lexicon.has(word)
    }

    /// How many tokens the longest phrase at this token takes, if there is one.
    pub(super) fn at(&self, tokens: &[Token], index: usize) -> Option<usize> {
        let first = tokens.get(index)?;
        if first.marks.longer & self.bit != 0 {
            return self.lexicon.at(tokens, index);
        }
        self.holds(first).then_some(1)
    }

    /// All places of the list's phrases as token ranges, from left to right, none over another.
    pub(super) fn hits(&self, page: &Page) -> Vec<Range<usize>> {
        self.hits_in(page, 0..page.tokens.len())
    }

    /// As [`Self::hits`], within a range of tokens.
    pub(super) fn hits_in(&self, page: &Page, within: Range<usize>) -> Vec<Range<usize>> {
        if page.begun & self.bit == 0 {
            return Vec::new();
        }
        let tokens = &page.tokens[..within.end];
        walk(within, |index| self.at(tokens, index))
    }
}

/// Goes from phrase to phrase.
fn walk(within: Range<usize>, at: impl Fn(usize) -> Option<usize>) -> Vec<Range<usize>> {
    let mut hits = Vec::new();
    let mut index = within.start;
    while index < within.end {
        let length = at(index);
        hits.extend(length.map(|length| index..index + length));
        index += length.unwrap_or(1);
    }
    hits
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

    use super::{Lexicon, Shipped};

    macro_rules! lists {
        ($($name:ident = $file:literal;)*) => {
            /// The texts of the lists, in their order.
            pub(in crate::appraisal) static SOURCES: &[&str] =
                &[$(include_str!(concat!("../../assets/lexicons/", $file, ".txt"))),*];

            #[expect(clippy::upper_case_acronyms, non_camel_case_types, reason = "named as the lists are")]
            #[derive(Clone, Copy)]
            enum Place { $($name),* }

            $(pub(in crate::appraisal) static $name: Shipped = Shipped {
                bit: 1 << Place::$name as usize,
                lexicon: LazyLock::new(|| Lexicon::read(SOURCES[Place::$name as usize])),
            };)*
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
        DONE = "done";
        ELSEWHERE = "elsewhere";
        FEELING = "feeling";
        FORMAL = "formal";
        GUILT = "guilt";
        HEATED = "heated";
        INFORMAL = "informal";
        INTENSIFIER = "intensifier";
        LIMIT = "limit";
        MENDED = "mended";
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
        SAYING = "saying";
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
