//! A text cut into words, numbers, tags, links, emoji and sentences, each with its place.

use std::ops::Range;

use compact_str::CompactString;

use super::clean::is_emoji;
pub(super) use super::ending::stem;
use super::lexicon::list;
use super::table::{Keys, hash};
use super::vocabulary::{Marks, Vocabulary};

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Number,
    Time,
    Price,
    Hashtag,
    Mention,
    Link,
    Emoji,
    Mark(char),
}

/// One piece of text.
#[expect(clippy::struct_excessive_bools, reason = "each is worked out once and asked many times")]
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Byte range in the text.
    pub(super) span: Range<usize>,
    /// Lower case, straight apostrophes; number words as digits in `stem` only.
    pub(super) word: CompactString,
    /// The word without its ending, or the number in digits.
    pub(super) stem: CompactString,
    /// The hash of the word.
    pub(super) key: u64,
    /// The hash of the stem.
    pub(super) root: u64,
    /// Bytes of the word before an apostrophe.
    bare: usize,
    /// Which sentence it is in.
    pub(super) sentence: usize,
    /// Whether a word before it in the clause denies it.
    pub(super) negated: bool,
    /// Whether it is written with a capital first letter.
    pub(super) capital: bool,
    /// Whether it is nothing but digits, or a time in digits.
    digits: bool,
    /// Whether it carries a topic: a word that is on no list of small words, or a number.
    pub(super) content: bool,
    /// Whether it is the first on its page to carry its topic.
    pub(super) first: bool,
    /// Whether it is part of the brand's name or of the name of the person answered.
    pub(super) named: bool,
    /// The facts and false claims of the brand that it may speak of.
    pub(super) touches: u64,
    /// The shipped lists it is on.
    pub(super) marks: Marks,
    /// What it is in the room it is said in.
    pub(super) here: u64,
}

impl Token {
    /// Whether it can be part of a phrase.
    pub(super) fn is_wordlike(&self) -> bool {
        match self.kind {
            Kind::Word | Kind::Number | Kind::Time | Kind::Price | Kind::Hashtag => true,
            Kind::Mention | Kind::Link | Kind::Emoji | Kind::Mark(_) => false,
        }
    }

    /// Whether it is nothing but digits, or a time in digits.
    pub(super) const fn is_digits(&self) -> bool {
        self.digits
    }

    /// Whether it is a number, in a phrase with a place for one.
    pub(super) fn is_figure(&self) -> bool {
        self.is_number() || self.stem.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// The word without a trailing `'s` and the like.
    pub(super) fn bare(&self) -> &str {
        &self.word[..self.bare]
    }

    /// Whether it is the same word, or the same but for its ending.
    pub(super) const fn is_like(&self, other: &Self) -> bool {
        self.key == other.key || self.root == other.root
    }

    /// Whether it is a number of some kind.
    pub(super) fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Number | Kind::Time | Kind::Price)
    }
}

/// A run of tokens that ends with a full stop, a question mark or a new line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sentence {
    pub(super) tokens: Range<usize>,
    pub(super) span: Range<usize>,
    pub(super) question: bool,
    /// A bit for the word and the stem of each token; what lacks its bit is not in it.
    pub(super) sketch: u64,
}

/// The bit of a hash in a sketch.
pub(super) const fn sketched(hash: u64) -> u64 {
    1 << (hash >> 58)
}

/// A text and its pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
    /// The shipped lists that some word of it begins a phrase of.
    pub(super) begun: u64,
}

impl Page {
    /// Cuts a text up; linear in its length.
    pub(super) fn new(text: &str) -> Self {
        // Words are some five letters long, with the blank.
        let mut page = Self { tokens: Vec::with_capacity(text.len() / 5 + 4), ..Self::default() };
        let mut at = 0;
        let mut broken = false;
        let mut sentence = 0;
        let mut ended = false;
        while let Some(c) = text[at..].chars().next() {
            if c.is_whitespace() {
                broken |= c == '\n';
                at += c.len_utf8();
                continue;
            }
            // A hyphen inside a word only parts it: "game-changer" is found as two words.
            let inside = |next: Option<char>| next.is_some_and(char::is_alphanumeric);
            if c == '-' && inside(text[..at].chars().next_back()) && inside(text[at + 1..].chars().next()) {
                at += 1;
                continue;
            }
            let (kind, end) = piece(text, at, c);
            let closing = matches!(kind, Kind::Mark('.' | '!' | '?' | '…' | ')' | '"' | '”'));
            if !page.tokens.is_empty() && (broken || (ended && !closing)) {
                sentence += 1;
                ended = false;
            }
            broken = false;
            ended |= matches!(kind, Kind::Mark('.' | '!' | '?' | '…'));
            push(&mut page.tokens, token(text, kind, at..end, sentence));
            at = end;
        }
        page.look_up();
        page.sentences = sentences(&page.tokens);
        super::negation::mark(&mut page.tokens);
        page
    }

    /// Tells each word which lists it is on.
    fn look_up(&mut self) {
        let vocabulary = Vocabulary::shipped();
        let mut seen = Keys::default();
        for token in &mut self.tokens {
            if matches!(token.word.as_str(), "noon" | "midday" | "midnight") {
                token.kind = Kind::Time;
            }
            if !token.is_wordlike() {
                continue;
            }
            token.marks = vocabulary.marks(&token.word, token.key);
            if token.is_number() || is_digits(&token.stem) {
                token.marks.longer |= vocabulary.numbers();
            }
            token.content = is_content(token);
            token.first = token.content && seen.insert(token.root);
            self.begun |= token.marks.longer | token.marks.holds;
        }
    }

    /// Word-like tokens that are words or numbers, without hashtags.
    pub(super) fn words(&self) -> impl Iterator<Item = &Token> {
        self.tokens.iter().filter(|token| token.is_wordlike() && token.kind != Kind::Hashtag)
    }

    /// How many words there are.
    pub(super) fn word_count(&self) -> usize {
        self.words().count()
    }

    /// The byte range of a run of tokens.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Range<usize> {
        match (
            self.tokens.get(tokens.start),
            tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)),
        ) {
            (Some(first), Some(last)) if first.span.start <= last.span.end => first.span.start..last.span.end,
            _ => 0..0,
        }
    }

    /// The tokens of a sentence.
    pub(super) fn of(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens.clone()]
    }
}

fn token(text: &str, kind: Kind, span: Range<usize>, sentence: usize) -> Token {
    let raw = &text[span.clone()];
    let word = plain(raw.trim_start_matches(['#', '@']));
    let stem = stem(&word);
    Token {
        key: hash(&word),
        root: hash(&stem),
        bare: word.find('\'').unwrap_or(word.len()),
        // A full stop is a token too, and is no number.
        digits: stem.starts_with(|c: char| c.is_ascii_digit())
            && stem.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b':')),
        capital: raw.chars().next().is_some_and(char::is_uppercase),
        kind,
        span,
        word,
        stem,
        sentence,
        negated: false,
        content: false,
        first: false,
        named: false,
        touches: 0,
        marks: Marks::default(),
        here: 0,
    }
}

/// In lower case, with straight apostrophes.
fn plain(raw: &str) -> CompactString {
    if raw.is_ascii() {
        let mut word = CompactString::new(raw);
        word.make_ascii_lowercase();
        return word;
    }
    CompactString::from(raw.to_lowercase().replace('’', "'"))
}

fn is_content(token: &Token) -> bool {
    match token.kind {
        Kind::Number | Kind::Time | Kind::Price => true,
        Kind::Word | Kind::Hashtag => token.word.chars().nth(1).is_some() && !list::STOP.holds(token),
        Kind::Mention | Kind::Link | Kind::Emoji | Kind::Mark(_) => false,
    }
}

fn piece(text: &str, at: usize, c: char) -> (Kind, usize) {
    let rest = &text[at..];
    if matches!(c, '#' | '@') {
        let body = run(rest, 1, |c| c.is_alphanumeric() || c == '_');
        if body > 1 {
            return (if c == '#' { Kind::Hashtag } else { Kind::Mention }, at + body);
        }
    }
    if matches!(c, '$' | '€' | '£') {
        let body = run(rest, c.len_utf8(), |c| c.is_ascii_digit() || matches!(c, '.' | ','));
        if body > c.len_utf8() {
            return (Kind::Price, at + rest[..body].trim_end_matches(['.', ',']).len());
        }
    }
    if c.is_ascii_digit() {
        return number(rest, at);
    }
    if c.is_alphabetic() {
        return word(rest, at);
    }
    if is_emoji(c) {
        let body = run(rest, 0, |c| is_emoji(c) || matches!(c, '\u{200D}' | '\u{FE0F}'));
        return (Kind::Emoji, at + body);
    }
    (Kind::Mark(c), at + c.len_utf8())
}

/// Bytes from the start that hold, after the first `from`.
fn run(rest: &str, from: usize, holds: impl Fn(char) -> bool) -> usize {
    rest[from..].find(|c| !holds(c)).map_or(rest.len(), |end| from + end)
}

fn number(rest: &str, at: usize) -> (Kind, usize) {
    let body = run(rest, 0, |c| c.is_ascii_digit() || matches!(c, '.' | ',' | ':'));
    let body = rest[..body].trim_end_matches(['.', ',', ':']).len();
    let tail = &rest[body..];
    let lower: String = tail.chars().take(3).flat_map(char::to_lowercase).collect();
    let ends = |length: usize| !tail[length..].starts_with(char::is_alphanumeric);
    if (lower.starts_with("am") || lower.starts_with("pm")) && ends(2) {
        return (Kind::Time, at + body + 2);
    }
    if tail.starts_with(['€', '$', '£']) {
        let width = tail.chars().next().map_or(0, char::len_utf8);
        return (Kind::Price, at + body + width);
    }
    if rest[..body].contains(':') {
        return (Kind::Time, at + body);
    }
    let letters = run(rest, body, char::is_alphanumeric);
    (Kind::Number, at + letters)
}

fn word(rest: &str, at: usize) -> (Kind, usize) {
    if rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.") {
        return (Kind::Link, at + run(rest, 0, |c| !c.is_whitespace()));
    }
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((index, c)) = chars.next() {
        let width = c.len_utf8();
        let next = chars.peek().map(|&(_, next)| next);
        let inside = matches!(c, '\'' | '’') && next.is_some_and(char::is_alphabetic) && index > 0;
        // Three letters, a dot and more letters at once: a web address.
        if c == '.' && index >= 3 && next.is_some_and(char::is_alphabetic) {
            return (Kind::Link, at + run(rest, 0, |c| c.is_alphanumeric() || "./-_?=&%#".contains(c)));
        }
        let mark = ('\u{300}'..='\u{36F}').contains(&c);
        if !(c.is_alphanumeric() || inside || mark) {
            break;
        }
        end = index + width;
    }
    (Kind::Word, at + end)
}

/// Puts a token behind the others; joins "7 am" and "5 dollars", and tells times and prices by the word before.
fn push(tokens: &mut Vec<Token>, mut token: Token) {
    if let Some(last) = tokens.last_mut().filter(|last| last.sentence == token.sentence) {
        let unit = match token.word.as_str() {
            "am" | "pm" | "o'clock" => Some(Kind::Time),
            "dollars" | "euros" | "pounds" | "cents" | "bucks" | "quid" => Some(Kind::Price),
            _ => (token.kind == Kind::Mark('%')).then_some(Kind::Number),
        };
        if let Some(kind) = unit.filter(|_| last.is_number() || is_digits(&last.stem)) {
            last.kind = kind;
            last.span.end = token.span.end;
            return;
        }
        let hour = is_digits(&token.stem) && token.stem.len() <= 2;
        let lead = |word| matches!(word, "at" | "by" | "until" | "till" | "past" | "around" | "from" | "to");
        if hour && matches!(token.kind, Kind::Number | Kind::Word) && lead(last.word.as_str()) {
            token.kind = Kind::Time;
        }
    }
    tokens.push(token);
}

fn is_digits(stem: &str) -> bool {
    !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_digit())
}

fn sentences(tokens: &[Token]) -> Vec<Sentence> {
    let mut out: Vec<Sentence> = Vec::new();
    let mut start = 0;
    for (index, token) in tokens.iter().enumerate() {
        let last = tokens.get(index + 1).is_none_or(|next| next.sentence != token.sentence);
        if last {
            let run = &tokens[start..=index];
            let question = run.iter().any(|token| token.kind == Kind::Mark('?'));
            let sketch = run.iter().fold(0, |bits, token| bits | sketched(token.key) | sketched(token.root));
            let span = tokens[start].span.start..token.span.end;
            out.push(Sentence { tokens: start..index + 1, span, question, sketch });
            start = index + 1;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_told_apart() {
        let page = Page::new("Open at 7, £4.50 a loaf! #rye https://x.org/a 🍞 See mabel.shop/now 7 am");
        let kinds: Vec<Kind> = page.tokens.iter().map(|token| token.kind).collect();
        assert!(kinds.contains(&Kind::Time));
        assert!(kinds.contains(&Kind::Price));
        assert!(kinds.contains(&Kind::Hashtag));
        assert!(kinds.contains(&Kind::Emoji));
        assert_eq!(kinds.iter().filter(|&&kind| kind == Kind::Link).count(), 2);
        assert_eq!(page.sentences.len(), 2);
    }

    #[test]
    fn endings_fall_away() {
        for (left, right) in [
            ("open", "opening"),
            ("baked", "bake"),
            ("seven", "7am"),
            ("loaves", "loaves"),
            ("stopped", "stop"),
            ("closed", "close"),
            ("7:00", "seven"),
            ("£4", "4"),
        ] {
            assert_eq!(stem(left), stem(right), "{left} {right}");
        }
    }
}
