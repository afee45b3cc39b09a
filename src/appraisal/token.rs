//! Cuts a text into words, numbers, tags, links, emoji and sentences, each with its byte span; judges nothing.

use std::ops::Range;

/// What kind of thing a token is.
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
    /// Punctuation: a run of the same character, or a line break.
    Mark,
}

/// One token; `start..end` are bytes in the text, `low` is where its small-letter form lies.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) low: Range<usize>,
    pub(super) sentence: usize,
    /// Whether it begins with a capital, and whether all its letters (two or more) are capitals.
    pub(super) capital: bool,
    pub(super) shouted: bool,
}

/// One sentence as a range of tokens.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub(super) tokens: Range<usize>,
    pub(super) question: bool,
    pub(super) words: usize,
}

/// The tokens of a text with their small-letter forms.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    pub(super) low: String,
    pub(super) list: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
}

const ENDINGS: [&str; 12] = ["com", "org", "net", "uk", "co", "ie", "io", "shop", "info", "eu", "dev", "biz"];

/// Cuts `raw` into tokens.
pub(super) fn tokenize(raw: &str) -> Tokens {
    let mut tokens = Tokens { low: String::with_capacity(raw.len()), ..Tokens::default() };
    let mut open = Sentence { tokens: 0..0, question: false, words: 0 };
    let mut at = 0;
    while let Some(c) = raw[at..].chars().next() {
        if c.is_whitespace() && c != '\n' {
            at += c.len_utf8();
            continue;
        }
        let (kind, len) = next_token(raw, at, c);
        push(&mut tokens, raw, kind, at..at + len);
        at += len;
        match kind {
            Kind::Word | Kind::Number | Kind::Time | Kind::Price => open.words += 1,
            Kind::Mark if ends_sentence(raw, c, at) => {
                open.question |= raw[at - len..at].contains('?');
                close(&mut tokens, &mut open);
            }
            Kind::Hashtag | Kind::Mention | Kind::Link | Kind::Emoji | Kind::Mark => {}
        }
    }
    close(&mut tokens, &mut open);
    tokens
}

/// The kind and byte length of the token that begins at `at` with `c`.
fn next_token(raw: &str, at: usize, c: char) -> (Kind, usize) {
    let rest = &raw[at..];
    let after = rest[c.len_utf8()..].chars().next().unwrap_or(' ');
    match c {
        '#' if after.is_alphanumeric() => (Kind::Hashtag, 1 + run(&rest[1..], is_tag)),
        '@' if after.is_alphanumeric() => (Kind::Mention, 1 + run(&rest[1..], is_tag)),
        '£' | '$' | '€' if after.is_ascii_digit() => {
            (Kind::Price, c.len_utf8() + number(&rest[c.len_utf8()..]))
        }
        _ if c.is_ascii_digit() => {
            let len = number(rest);
            (number_kind(&rest[..len]), len)
        }
        _ if c.is_alphanumeric() => word(rest),
        _ if is_emoji(c) => (Kind::Emoji, emoji(rest)),
        '\n' => (Kind::Mark, 1),
        '!' | '?' | '.' => (Kind::Mark, run(rest, |c| matches!(c, '!' | '?' | '.' | '…'))),
        _ => (Kind::Mark, run(rest, |other| other == c)),
    }
}

fn push(tokens: &mut Tokens, raw: &str, kind: Kind, span: Range<usize>) {
    let from = tokens.low.len();
    let piece = &raw[span.clone()];
    let (mut letters, mut capitals) = (0, 0);
    for c in piece.chars() {
        letters += usize::from(c.is_alphabetic());
        capitals += usize::from(c.is_uppercase());
        if c.is_ascii() {
            tokens.low.push(c.to_ascii_lowercase());
        } else if c == '’' || c == 'ʼ' {
            tokens.low.push('\'');
        } else {
            tokens.low.extend(c.to_lowercase());
        }
    }
    tokens.list.push(Token {
        kind,
        start: span.start,
        end: span.end,
        low: from..tokens.low.len(),
        sentence: tokens.sentences.len(),
        capital: piece.starts_with(char::is_uppercase),
        shouted: letters >= 2 && letters == capitals,
    });
}

fn close(tokens: &mut Tokens, open: &mut Sentence) {
    let end = tokens.list.len();
    let from = open.tokens.start;
    if from == end {
        return;
    }
    if open.words == 0
        && let Some(last) = tokens.sentences.last_mut()
    {
        last.tokens.end = end;
        let number = tokens.sentences.len() - 1;
        for token in &mut tokens.list[from..] {
            token.sentence = number;
        }
    } else {
        tokens.sentences.push(Sentence { tokens: from..end, question: open.question, words: open.words });
    }
    *open = Sentence { tokens: end..end, question: false, words: 0 };
}

fn ends_sentence(raw: &str, c: char, at: usize) -> bool {
    match c {
        '\n' => true,
        '.' | '!' | '?' | '…' => raw[at..].chars().next().is_none_or(|next| !next.is_alphanumeric()),
        _ => false,
    }
}

fn run(rest: &str, belongs: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !belongs(c)).unwrap_or(rest.len())
}

fn is_tag(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Bytes of a number such as `7`, `7.45pm`, `1,200`, `9:30`, `50%`, `2kg`.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while digit(at) || (bytes.get(at).is_some_and(|b| b".,:".contains(b)) && digit(at + 1)) {
        at += 1;
    }
    at += run(&rest[at..], |c| c.is_ascii_alphabetic());
    at + usize::from(rest[at..].starts_with('%'))
}

fn number_kind(piece: &str) -> Kind {
    let ends = |tail: &str| {
        piece.len() > tail.len()
            && piece.is_ascii()
            && piece[piece.len() - tail.len()..].eq_ignore_ascii_case(tail)
    };
    if ends("am") || ends("pm") || piece.contains(':') { Kind::Time } else { Kind::Number }
}

/// A word, or a link or address that begins like one.
fn word(rest: &str) -> (Kind, usize) {
    let starts = |head: &str| rest.get(..head.len()).is_some_and(|s| s.eq_ignore_ascii_case(head));
    if starts("http://") || starts("https://") || starts("www.") {
        return (Kind::Link, run(rest, |c| !c.is_whitespace()));
    }
    let len = word_len(rest);
    let tail = &rest[len..];
    if tail.starts_with('@') && tail[1..].starts_with(char::is_alphanumeric) {
        return (Kind::Link, run(rest, |c| !c.is_whitespace()));
    }
    if let Some(tail) = tail.strip_prefix('.') {
        let ending = &tail[..run(tail, |c| c.is_ascii_alphabetic())];
        let next = tail[ending.len()..].chars().next().unwrap_or(' ');
        if ENDINGS.contains(&ending) && !next.is_alphanumeric() {
            return (Kind::Link, run(rest, |c| !c.is_whitespace() && !matches!(c, ',' | ')' | '!' | '?')));
        }
    }
    (Kind::Word, len)
}

fn word_len(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let apostrophe = matches!(c, '\'' | '’' | 'ʼ');
        let joined = apostrophe && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !(c.is_alphanumeric() || joined || matches!(c, '\u{300}'..='\u{36F}')) {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// Whether a character is drawn as an emoji.
pub(super) fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}' | '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}'
        | '\u{2B50}' | '\u{2B55}' | '\u{2B06}' | '\u{231A}' | '\u{231B}' | '\u{23E9}'..='\u{23FA}')
}

/// Bytes of one emoji with its joiners, tones and variation marks.
fn emoji(rest: &str) -> usize {
    let mut end = 0;
    let mut joined = true;
    for (at, c) in rest.char_indices() {
        let extends = matches!(c, '\u{200D}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}');
        if !(extends || (joined && is_emoji(c))) {
            break;
        }
        joined = c == '\u{200D}';
        end = at + c.len_utf8();
    }
    end
}
