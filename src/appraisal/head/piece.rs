//! Cuts a text into pieces (words, marks, stand-ins) without making new strings, and hashes what they stand for.

use std::ops::Range;

/// What a piece stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word, apostrophes kept.
    Word,
    /// Digits; stands as `<num>`.
    Number,
    /// `@someone`; stands as `<user>`.
    User,
    /// An address; stands as `<url>`.
    Url,
    /// `#topic`; stands as `<tag>`.
    Tag,
    /// A run of one mark, twice at most: `!`, `!!`, `?`.
    Mark,
    /// Eyes and a mouth, without a nose: `:)`.
    Face,
}

/// One piece of a text.
#[derive(Clone, Debug)]
pub(super) struct Piece<'a> {
    pub(super) kind: Kind,
    /// Byte range in the text.
    pub(super) span: Range<usize>,
    /// The characters of the text.
    pub(super) raw: &'a str,
}

/// Longest run of one letter that is told from a longer one: "soooo" reads as "soo".
const RUN: usize = 2;

/// Endings that make `word.com` an address without `http`.
const ENDINGS: [&str; 14] =
    ["com", "net", "org", "co", "info", "tk", "me", "tv", "ly", "uk", "us", "gl", "biz", "be"];

impl Piece<'_> {
    /// The stand-in or the lowercased characters, one by one.
    pub(super) fn normal(&self, mut take: impl FnMut(char)) {
        let (mut last, mut run) = ('\0', 0);
        let mut push = |c: char| {
            run = if c == last { run + 1 } else { 1 };
            last = c;
            if run <= RUN {
                take(c);
            }
        };
        match self.kind {
            Kind::Word => each_lower(self.raw, &mut push),
            Kind::Mark => self.raw.chars().map(straight).for_each(push),
            Kind::Face => self.raw.chars().next().into_iter().chain(self.raw.chars().last()).for_each(push),
            Kind::Number => "<num>".chars().for_each(take),
            Kind::User => "<user>".chars().for_each(take),
            Kind::Url => "<url>".chars().for_each(take),
            Kind::Tag => "<tag>".chars().for_each(take),
        }
    }

    /// Hash of [`normal`](Self::normal).
    pub(super) fn key(&self) -> u64 {
        let mut key = SEED;
        self.normal(|c| key = fold(key, c));
        key
    }

    /// Hash of the word as it stands, digits and tag words included; what two texts are compared by.
    pub(super) fn word_key(&self) -> u64 {
        let mut key = SEED;
        self.inside(|c| key = fold(key, c));
        key
    }

    /// The lowercased characters as they stand, without the sign of a hashtag.
    pub(super) fn inside(&self, mut take: impl FnMut(char)) {
        each_lower(self.raw.trim_start_matches('#'), &mut take);
    }

    /// Whether it is a word, a number or a hashtag.
    pub(super) const fn is_wordlike(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number | Kind::Tag)
    }
}

/// Where every hash begins.
pub(super) const SEED: u64 = 0xCBF2_9CE4_8422_2325;

/// One more character of a hash.
pub(super) const fn fold(key: u64, c: char) -> u64 {
    (key ^ c as u64).wrapping_mul(0x0100_0000_01B3)
}

/// The hash of characters that are already in their normal form.
pub(super) fn key_of(normal: &str) -> u64 {
    normal.chars().fold(SEED, fold)
}

fn each_lower(raw: &str, push: &mut impl FnMut(char)) {
    for c in raw.chars() {
        if c.is_ascii() {
            push(c.to_ascii_lowercase());
        } else {
            straight(c).to_lowercase().for_each(&mut *push);
        }
    }
}

/// Curly quotes and long dashes as typed on a plain keyboard.
const fn straight(c: char) -> char {
    match c {
        '‘' | '’' | '`' | '´' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        '…' => '.',
        _ => c,
    }
}

/// The pieces of a text, in order.
#[derive(Clone, Debug)]
pub(super) struct Pieces<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Pieces<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn piece(&mut self, kind: Kind, length: usize) -> Piece<'a> {
        let span = self.at..self.at + length;
        self.at = span.end;
        Piece { kind, raw: &self.text[span.clone()], span }
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            let rest = &self.text[self.at..];
            let first = rest.chars().next()?;
            if first.is_whitespace() {
                self.at += first.len_utf8();
            } else if first.is_ascii_alphanumeric() || first.is_alphanumeric() {
                return Some(self.wordlike(rest, first));
            } else if let Some((kind, length)) = stand_in(rest) {
                return Some(self.piece(kind, length));
            } else if let Some(length) = aside(rest) {
                self.at += length;
            } else if let Some(length) = face(rest) {
                return Some(self.piece(Kind::Face, length));
            } else {
                let length = rest.chars().take_while(|&c| straight(c) == straight(first)).map(char::len_utf8);
                let length = length.sum();
                return Some(self.piece(Kind::Mark, length));
            }
        }
    }
}

impl<'a> Pieces<'a> {
    fn wordlike(&mut self, rest: &str, first: char) -> Piece<'a> {
        let length = word_length(rest);
        if let Some(length) = address(rest, length) {
            return self.piece(Kind::Url, length);
        }
        let kind = if first.is_ascii_digit() { Kind::Number } else { Kind::Word };
        self.piece(kind, length)
    }
}

/// Letters, digits and inner apostrophes; digits take inner points and commas: `1,000`, `4.50`.
fn word_length(rest: &str) -> usize {
    let mut length = 0;
    let mut chars = rest.char_indices().peekable();
    let number = rest.starts_with(|c: char| c.is_ascii_digit());
    while let Some((at, c)) = chars.next() {
        let inner = matches!(straight(c), '\'') || (number && matches!(c, '.' | ','));
        let joins = inner && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !(c.is_alphanumeric() || c == '_' || is_joined(c) || joins) {
            break;
        }
        length = at + c.len_utf8();
    }
    length
}

/// Marks that sit on a letter and belong to its word.
const fn is_joined(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200D}' | '\u{FE0F}')
}

/// How long an address is that begins with this word, if it is one.
fn address(rest: &str, word: usize) -> Option<usize> {
    let after = &rest[word..];
    let named =
        after.starts_with("://") || (rest[..word].eq_ignore_ascii_case("www") && after.starts_with('.'));
    let ending = after.strip_prefix('.').is_some_and(|tail| {
        let end = tail.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(tail.len());
        ENDINGS.iter().any(|known| tail[..end].eq_ignore_ascii_case(known))
    });
    (named || ending).then(|| {
        let end = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | ')'))
            .unwrap_or(rest.len());
        rest[..end].trim_end_matches(['.', ',', '!', '?', ';', ':']).len().max(word)
    })
}

/// `@someone`, `#topic`, and the stand-ins `<url>`, `<user>`, `<num>` and `<#>` as such.
fn stand_in(rest: &str) -> Option<(Kind, usize)> {
    let mut chars = rest.chars();
    let (first, second) = (chars.next()?, chars.next()?);
    let named = |c: char| c.is_alphanumeric() || c == '_';
    let run = || 1 + rest[1..].find(|c| !named(c)).unwrap_or(rest.len() - 1);
    match first {
        '@' if named(second) => Some((Kind::User, run())),
        '#' if named(second) => Some((Kind::Tag, run())),
        '<' => [("<url>", Kind::Url), ("<user>", Kind::User), ("<num>", Kind::Number), ("<#>", Kind::Number)]
            .into_iter()
            .find_map(|(form, kind)| rest.starts_with(form).then_some((kind, form.len()))),
        _ => None,
    }
}

/// Mark-up that says nothing: `<br />`.
fn aside(rest: &str) -> Option<usize> {
    ["<br />", "<br/>", "<br>"].iter().find(|form| rest.starts_with(**form)).map(|form| form.len())
}

/// Eyes, perhaps a nose, and a mouth, once or more; or the same mirrored; or a heart.
fn face(rest: &str) -> Option<usize> {
    if rest.starts_with("<3") {
        return Some(2);
    }
    let bytes = rest.as_bytes();
    if matches!(bytes, [b'(' | b')', b':' | b'=' | b';', after @ ..] if !after.first().copied().is_some_and(is_open))
    {
        return Some(2);
    }
    let nose = usize::from(matches!(bytes.get(1), Some(b'-' | b'\'' | b'o')));
    let mouth = *bytes.get(1 + nose)?;
    let end = 1 + nose + bytes[1 + nose..].iter().take_while(|byte| **byte == mouth).count();
    let lettered = matches!(mouth, b'D' | b'P' | b'p' | b'O' | b'o' | b'S' | b's' | b'3' | b'x' | b'X')
        && !bytes.get(end).copied().is_some_and(is_open);
    let fits = matches!(bytes[0], b':' | b';' | b'=')
        && (lettered
            || matches!(mouth, b')' | b'(' | b'[' | b']' | b'/' | b'\\' | b'|' | b'*' | b'}' | b'{'));
    fits.then_some(end)
}

const fn is_open(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn normal(text: &str) -> Vec<String> {
        let form = |piece: Piece<'_>| {
            let mut form = String::new();
            piece.normal(|c| form.push(c));
            form
        };
        Pieces::new(text).map(form).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(normal(text).join(" "), expected, "{text:?}");
    }

    #[test]
    fn a_text_falls_into_pieces() {
        let cases = [
            ("Thanks, Ana!!!", "thanks , ana !!"),
            ("I don’t know…", "i don't know ."),
            ("sooooo goood :-) <3", "soo good :) <3"),
            ("no =((( yes (: :DDD", "no =( yes (: :D"),
            ("@ana see http://x.yz/a?b=1, ok", "<user> see <url> , ok"),
            ("Visit MONEY.COM now", "visit <url> now"),
            ("www.bread.example.", "<url> ."),
            ("#Bread at 7.30 for $1,200", "<tag> at <num> for $ <num>"),
            ("fine<br />then <url>", "fine then <url>"),
            ("a: b :D c:D", "a : b :D c :D"),
            ("café Ünder", "café ünder"),
            ("", ""),
        ];
        for (text, expected) in cases {
            check(text, expected);
        }
    }

    proptest! {
        #[test]
        fn pieces_follow_each_other_inside_the_text(text in ".{0,80}") {
            let mut last = 0;
            for piece in Pieces::new(&text) {
                prop_assert!(piece.span.start >= last && !piece.span.is_empty());
                prop_assert_eq!(text.get(piece.span.clone()), Some(piece.raw));
                last = piece.span.end;
            }
        }

        #[test]
        fn the_hash_is_of_the_normal_form(text in ".{0,40}") {
            for piece in Pieces::new(&text) {
                let mut form = String::new();
                piece.normal(|c| form.push(c));
                prop_assert_eq!(piece.key(), key_of(&form));
            }
        }
    }
}
