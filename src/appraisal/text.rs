//! A text ready to be read: its tokens, the word lists found in it, and the small questions cues ask of it.

use std::ops::Range;

use super::lexicon::{self, Hit, List};
use super::token::{self, Kind, Sentence, Token, Tokens};

/// A text with everything found in it.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub(super) raw: &'a str,
    tokens: Tokens,
    bits: Vec<u64>,
    hits: Vec<Hit>,
    /// Words and numbers.
    pub(super) words: usize,
}

impl<'a> Text<'a> {
    /// Reads a text once.
    pub(super) fn read(raw: &'a str) -> Self {
        let tokens = token::tokenize(raw);
        let mut words = Vec::with_capacity(tokens.list.len());
        for (at, token) in tokens.list.iter().enumerate() {
            match token.kind {
                Kind::Word | Kind::Number | Kind::Time | Kind::Price => {
                    words.push((&tokens.low[token.low.clone()], at));
                }
                Kind::Hashtag | Kind::Mention | Kind::Link | Kind::Emoji | Kind::Mark => {}
            }
        }
        let mut found = vec![0; words.len()];
        let mut hits = Vec::new();
        lexicon::search(&words, &mut found, &mut hits);
        let mut bits = vec![0; tokens.list.len()];
        for ((_, at), bit) in words.iter().zip(&found) {
            bits[*at] = *bit;
        }
        let words = words.len();
        Self { raw, tokens, bits, hits, words }
    }

    pub(super) fn tokens(&self) -> &[Token] {
        &self.tokens.list
    }

    pub(super) fn sentences(&self) -> &[Sentence] {
        &self.tokens.sentences
    }

    pub(super) fn kind(&self, at: usize) -> Kind {
        self.tokens.list[at].kind
    }

    /// The small-letter form of a token.
    pub(super) fn low(&self, at: usize) -> &str {
        &self.tokens.low[self.tokens.list[at].low.clone()]
    }

    /// Byte range from the first to the last of these tokens.
    pub(super) fn span(&self, first: usize, last: usize) -> Range<usize> {
        self.tokens.list[first].start..self.tokens.list[last].end
    }

    pub(super) fn hit_span(&self, hit: &Hit) -> Range<usize> {
        self.span(hit.first, hit.last)
    }

    /// The words of a hit as written.
    pub(super) fn quote(&self, hit: &Hit) -> &'a str {
        &self.raw[self.hit_span(hit)]
    }

    /// Where one list was found, in order of place.
    pub(super) fn hits(&self, list: List) -> &[Hit] {
        let from = self.hits.partition_point(|hit| hit.list < list);
        let to = self.hits.partition_point(|hit| hit.list <= list);
        &self.hits[from..to]
    }

    /// Whether a token alone stands in a list.
    pub(super) fn is(&self, at: usize, list: List) -> bool {
        self.bits[at] & list.bit() != 0
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Kind::Word
    }

    /// Whether a token is a word that carries matter.
    pub(super) fn is_content(&self, at: usize) -> bool {
        self.is_word(at) && !self.is(at, List::Stop) && self.low(at).len() >= 3
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        matches!(self.kind(at), Kind::Number | Kind::Time | Kind::Price)
    }

    /// The form by which words are held to be the same.
    pub(super) fn stem(&self, at: usize) -> &str {
        stem(self.low(at))
    }

    /// A number as hundredths ("7am", "7.00" and "seven" are all 700), `None` for other tokens.
    pub(super) fn value(&self, at: usize) -> Option<u64> {
        if self.is_number(at) { digits(self.low(at)) } else { number_word(self.low(at)) }
    }

    /// Whether a negator stands within four words before this token, in the same clause.
    pub(super) fn negated(&self, at: usize) -> bool {
        let sentence = self.tokens.list[at].sentence;
        (0..at)
            .rev()
            .take(4)
            .take_while(|i| self.tokens.list[*i].sentence == sentence && !self.breaks_clause(*i))
            .any(|i| self.is(i, List::Negator))
    }

    fn breaks_clause(&self, at: usize) -> bool {
        match self.kind(at) {
            Kind::Mark => !matches!(self.low(at), "-" | "'" | "\"" | "’" | "“" | "”"),
            Kind::Word => matches!(self.low(at), "but" | "so" | "because"),
            Kind::Number
            | Kind::Time
            | Kind::Price
            | Kind::Hashtag
            | Kind::Mention
            | Kind::Link
            | Kind::Emoji => false,
        }
    }

    /// The stems of all content words and the values of all numbers, sorted, each once.
    pub(super) fn bag(&self) -> Bag<'_> {
        let mut stems = Vec::new();
        let mut numbers = Vec::new();
        for at in 0..self.tokens.list.len() {
            if let Some(value) = self.value(at) {
                numbers.push(value);
            } else if self.is_content(at) {
                stems.push(self.stem(at));
            }
        }
        stems.sort_unstable();
        stems.dedup();
        numbers.sort_unstable();
        numbers.dedup();
        Bag { stems, numbers }
    }

    /// Whether a word is a past tense.
    pub(super) fn is_past(&self, at: usize) -> bool {
        self.is_word(at)
            && (self.is(at, List::Past) || (self.low(at).len() > 4 && self.low(at).ends_with("ed")))
    }

    /// Whether a capital in the middle of a sentence makes this token a name.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let token = &self.tokens.list[at];
        token.kind == Kind::Word
            && token.capital
            && !token.shouted
            && !self.is(at, List::Stop)
            && !self.is(at, List::TimeWord)
            && self.low(at).len() >= 3
            && self.previous_word(at).is_some()
    }

    /// The word or number before this one in the same sentence.
    pub(super) fn previous_word(&self, at: usize) -> Option<usize> {
        let sentence = self.tokens.list[at].sentence;
        (0..at)
            .rev()
            .take_while(|i| self.tokens.list[*i].sentence == sentence)
            .find(|i| self.is_word(*i) || self.is_number(*i))
    }
}

/// What a text is about, for comparing it with another.
#[derive(Debug, Default)]
pub(super) struct Bag<'a> {
    pub(super) stems: Vec<&'a str>,
    pub(super) numbers: Vec<u64>,
}

impl Bag<'_> {
    pub(super) fn has(&self, stem: &str) -> bool {
        self.stems.binary_search(&stem).is_ok()
    }

    pub(super) fn has_number(&self, value: u64) -> bool {
        self.numbers.binary_search(&value).is_ok()
    }
}

/// A word without its commonest endings: simple and predictable rather than right.
pub(super) fn stem(word: &str) -> &str {
    let mut root = word.strip_suffix("'s").unwrap_or(word);
    for ending in ["ing", "ies", "ed", "es", "s", "y", "e"] {
        if let Some(shorter) = root.strip_suffix(ending)
            && shorter.chars().count() >= 3
            && !(ending == "s" && shorter.ends_with('s'))
        {
            root = shorter;
            break;
        }
    }
    let bytes = root.as_bytes();
    match bytes {
        [.., a, b] if a == b && root.len() > 4 && a.is_ascii_alphabetic() => &root[..root.len() - 1],
        [.., b'i' | b'e'] if root.len() > 4 => &root[..root.len() - 1],
        _ => root,
    }
}

/// The value of a written number in hundredths.
fn digits(low: &str) -> Option<u64> {
    let mut whole: u64 = 0;
    let mut part: Option<(u64, u32)> = None;
    let mut seen = false;
    for c in low.trim_start_matches(['£', '$', '€']).chars() {
        match (c.to_digit(10), &mut part) {
            (Some(digit), Some((value, places))) if *places < 2 => {
                *value = *value * 10 + u64::from(digit);
                *places += 1;
            }
            (Some(_), Some(_)) => {}
            (Some(digit), None) => {
                seen = true;
                whole = whole.saturating_mul(10).saturating_add(u64::from(digit));
            }
            (None, None) if c == '.' || c == ':' => part = Some((0, 0)),
            (None, _) if c == ',' => {}
            (None, _) => break,
        }
    }
    let hundredths = match part {
        Some((value, 1)) => value * 10,
        Some((value, _)) => value,
        None => 0,
    };
    seen.then(|| whole.saturating_mul(100).saturating_add(hundredths))
}

const NUMBER_WORDS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

fn number_word(low: &str) -> Option<u64> {
    match low {
        // "One" is a pronoun more often than a number.
        "one" | "zero" => None,
        "noon" | "midday" => Some(1200),
        "twenty" => Some(2000),
        "thirty" => Some(3000),
        "forty" => Some(4000),
        "fifty" => Some(5000),
        "hundred" => Some(10_000),
        _ => NUMBER_WORDS.iter().position(|word| *word == low).map(|value| value as u64 * 100),
    }
}
