//! Walks over a text and hands out its grams: words, pairs and threes of stems, parts of words.

use std::ops::Range;

use super::piece::{Kind, Piece, Pieces, SEED, fold, key_of};
use super::shape::Counts;
use super::stem::{Follow, Stem, Stress, StressWords};

/// Takes the grams of a text, each with its key, its place, and its name for whoever wants one.
pub(super) trait Sink {
    /// One gram; only stems are stressed; the name is only made when asked for.
    fn gram(&mut self, key: u64, span: Range<usize>, stress: Stress, name: impl Fn() -> String);
}

/// Marks before a name, with what is mixed into its key.
const STEM: (&str, u64) = ("stem~", 0x9E37_79B9_7F4A_7C15);
const HEARD: (&str, u64) = ("heard~", 0x1656_67B1_9E37_79F9);
const PART: (&str, u64) = ("part~", 0x27D4_EB2F_1656_67C5);

/// The edges of a text, as neighbours of its first and last word.
const START: &str = "<s>";
const END: &str = "</s>";

/// Shortest and longest parts of words, in letters, the edges `_` included.
const PARTS: Range<usize> = 3..6;

/// Letters of a word that its parts are taken from.
const LETTERS: usize = 24;

/// The key that a feature of this name has.
pub(super) fn key_of_name(name: &str) -> u64 {
    for (mark, salt) in [STEM, HEARD, PART] {
        if let Some(rest) = name.strip_prefix(mark) {
            return mix(salt, key_of(rest));
        }
    }
    let mut parts = name.split(' ').map(key_of);
    let first = parts.next().unwrap_or(SEED);
    parts.fold(first, mix)
}

const fn mix(left: u64, right: u64) -> u64 {
    (left.rotate_left(23) ^ right).wrapping_mul(0x9FB2_1C65_1E98_DF25)
}

/// A piece that has been passed, kept for the grams that begin with it.
#[derive(Clone)]
struct Passed<'a> {
    key: u64,
    piece: Option<Piece<'a>>,
}

impl Passed<'_> {
    fn name(&self) -> String {
        self.piece.as_ref().map_or_else(|| START.to_owned(), normal)
    }

    fn from(&self, piece: &Piece<'_>) -> Range<usize> {
        self.piece.as_ref().map_or(piece.span.start, |passed| passed.span.start)..piece.span.end
    }
}

fn normal(piece: &Piece<'_>) -> String {
    let mut form = String::with_capacity(piece.raw.len());
    piece.normal(|c| form.push(c));
    form
}

/// Hands the grams of a text to `sink`, and counts its shape. Parts of words only where `parts` says so.
pub(super) fn walk(text: &str, words: &StressWords, parts: bool, sink: &mut impl Sink) -> Counts {
    let mut counts = Counts::default();
    let mut one: Option<Passed<'_>> = None;
    let mut two = Passed { key: key_of(START), piece: None };
    let mut follow = Follow::new(words);
    let plain = Stress::default();
    for piece in Pieces::new(text) {
        let key = piece.key();
        counts.take(&piece);
        sink.gram(key, piece.span.clone(), plain, || normal(&piece));
        sink.gram(mix(two.key, key), two.from(&piece), plain, || {
            format!("{} {}", two.name(), normal(&piece))
        });
        if let Some(one) = &one {
            sink.gram(mix(mix(one.key, two.key), key), one.from(&piece), plain, || {
                format!("{} {} {}", one.name(), two.name(), normal(&piece))
            });
        }
        let stress = follow.next(&piece, key);
        if let Some(stem) = Stem::of(&piece) {
            sink.gram(mix(STEM.1, stem.key()), piece.span.clone(), stress, || {
                format!("{}{}", STEM.0, stem.letters().iter().collect::<String>())
            });
        }
        if parts && piece.kind == Kind::Word {
            walk_parts(&piece, sink);
        }
        one = Some(two);
        two = Passed { key, piece: Some(piece) };
    }
    if let Some(last) = &two.piece {
        sink.gram(mix(two.key, key_of(END)), last.span.clone(), plain, || format!("{} {END}", two.name()));
    }
    counts
}

/// Hands the words of what was said before to `sink`, as heard.
pub(super) fn walk_heard(text: &str, sink: &mut impl Sink) {
    for piece in Pieces::new(text) {
        sink.gram(mix(HEARD.1, piece.key()), 0..0, Stress::default(), || {
            format!("{}{}", HEARD.0, normal(&piece))
        });
    }
}

fn walk_parts(piece: &Piece<'_>, sink: &mut impl Sink) {
    let mut letters = ['_'; LETTERS + 2];
    let mut length = 1;
    piece.normal(|c| {
        if length <= LETTERS {
            letters[length] = c;
            length += 1;
        }
    });
    let letters = &letters[..=length];
    for from in 0..letters.len() {
        let mut key = SEED;
        for to in from..letters.len().min(from + PARTS.end - 1) {
            key = fold(key, letters[to]);
            if to + 1 - from >= PARTS.start {
                let part = &letters[from..=to];
                sink.gram(mix(PART.1, key), piece.span.clone(), Stress::default(), || {
                    format!("{}{}", PART.0, part.iter().collect::<String>())
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    struct Names(Vec<String>);

    impl Sink for Names {
        fn gram(&mut self, key: u64, _: Range<usize>, _: Stress, name: impl Fn() -> String) {
            assert_eq!(key, key_of_name(&name()), "{}", name());
            self.0.push(name());
        }
    }

    fn names(text: &str) -> Vec<String> {
        let mut names = Names(Vec::new());
        walk(text, &StressWords::shipped(), true, &mut names);
        walk_heard(text, &mut names);
        names.0
    }

    #[test]
    fn grams_are_named_as_they_are_hashed() {
        let found = names("I’m not SO happy, @ana #Bread!");
        for wanted in [
            "i'm",
            "<s> i'm",
            "i'm not",
            "i'm not so",
            "not~so",
            "not~happy",
            "part~_hap",
            "<user> <tag>",
            "! </s>",
            "heard~happy",
        ] {
            assert!(found.iter().any(|name| name == wanted), "{wanted} is missing");
        }
        assert!(!found.iter().any(|name| name.contains("ana")), "a handle is never named");
    }

    proptest! {
        #[test]
        fn any_text_is_named_as_it_is_hashed(text in "[ -~é’…😀]{0,60}") {
            let _ = names(&text);
        }
    }
}
