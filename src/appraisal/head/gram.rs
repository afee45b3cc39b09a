//! Walks over a text and hands out its grams: words, pairs of neighbours, and stems with their stress.

use std::ops::Range;

use super::piece::{Piece, Pieces, SEED, key_of};
use super::shape::Counts;
use super::stem::{Follow, Stem, Stress, StressWords};

/// Takes the grams of a text, each with its key, its place, and its name for whoever wants one.
pub(super) trait Sink {
    /// One gram; only stems are stressed; the name is only made when asked for.
    fn gram(&mut self, key: u64, span: Range<usize>, stress: Stress, name: impl Fn() -> String);
}

/// What stands before the name of a stem, and what is mixed into its key.
const STEM: (&str, u64) = ("stem~", 0x9E37_79B9_7F4A_7C15);

/// The edges of a text, as neighbours of its first and last word.
const START: &str = "<s>";
const END: &str = "</s>";

/// The key that a feature of this name has.
pub(super) fn key_of_name(name: &str) -> u64 {
    if let Some(stem) = name.strip_prefix(STEM.0) {
        return mix(STEM.1, key_of(stem));
    }
    let mut parts = name.split(' ').map(key_of);
    let first = parts.next().unwrap_or(SEED);
    parts.fold(first, mix)
}

const fn mix(left: u64, right: u64) -> u64 {
    (left.rotate_left(23) ^ right).wrapping_mul(0x9FB2_1C65_1E98_DF25)
}

fn normal(piece: &Piece<'_>) -> String {
    let mut form = String::with_capacity(piece.raw.len());
    piece.normal(|c| form.push(c));
    form
}

/// Hands the grams of a text to `sink`, and counts its shape.
pub(super) fn walk(text: &str, words: &StressWords, sink: &mut impl Sink) -> Counts {
    let mut counts = Counts::default();
    let mut last: Option<(u64, Piece<'_>)> = None;
    let mut follow = Follow::new(words);
    let plain = Stress::default();
    for piece in Pieces::new(text) {
        let key = piece.key();
        counts.take(&piece);
        sink.gram(key, piece.span.clone(), plain, || normal(&piece));
        match &last {
            Some((before, left)) => {
                let span = left.span.start..piece.span.end;
                let name = || format!("{} {}", normal(left), normal(&piece));
                sink.gram(mix(*before, key), span, plain, name);
            }
            None => sink.gram(mix(key_of(START), key), piece.span.clone(), plain, || {
                format!("{START} {}", normal(&piece))
            }),
        }
        let stress = follow.next(&piece, key);
        if let Some(stem) = Stem::of(&piece) {
            sink.gram(mix(STEM.1, stem.key()), piece.span.clone(), stress, || {
                format!("{}{}", STEM.0, stem.letters().iter().collect::<String>())
            });
        }
        last = Some((key, piece));
    }
    if let Some((key, piece)) = &last {
        sink.gram(mix(*key, key_of(END)), piece.span.clone(), plain, || format!("{} {END}", normal(piece)));
    }
    counts
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
        walk(text, &StressWords::shipped(), &mut names);
        names.0
    }

    #[test]
    fn grams_are_named_as_they_are_hashed() {
        let found = names("I’m not SO happy, @ana #Bread!");
        for wanted in ["i'm", "<s> i'm", "i'm not", "stem~happi", "<user> <tag>", "stem~bread", "! </s>"] {
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
