//! Runs of one and two words, names and numbers masked: the plain words by which people tell tone.

use std::ops::Range;

use crate::appraisal::lexicon::list;
use crate::appraisal::reader::Reader;
use crate::appraisal::table::{START, more};
use crate::appraisal::token::{Kind, Token};

/// How a token stands in a run; nothing for what is no word.
fn masked(token: &Token, first: bool) -> Option<&str> {
    match token.kind {
        Kind::Number | Kind::Time | Kind::Price => Some("<n>"),
        Kind::Word => {
            let pronoun = token.bare() == "i";
            let named = token.capital && !first && !pronoun;
            Some(if named || token.named { "<name>" } else { token.word.as_str() })
        }
        Kind::Hashtag | Kind::Mention | Kind::Link | Kind::Emoji | Kind::Mark(_) => None,
    }
}

/// Whether a run is one small word, which tells how a text runs rather than what it says.
pub(super) fn is_small(run: &[&str]) -> bool {
    matches!(run, [word] if list::STOP.has(word) || word.starts_with('<'))
}

/// Calls back for every run: its hash, its words and its place.
pub(super) fn walk<'r>(reader: &'r Reader<'_>, mut found: impl FnMut(u64, &[&'r str], Range<usize>)) {
    let mut last: Option<(&str, u64, usize, usize)> = None;
    let mut sentence = usize::MAX;
    for token in &reader.page.tokens {
        let first = token.sentence != sentence;
        let Some(word) = masked(token, first) else { continue };
        if first {
            last = None;
            sentence = token.sentence;
        }
        let alone = more(START, word.as_bytes());
        found(alone, &[word], token.span.clone());
        if let Some((before, hash, start, _)) = last {
            let two = more(more(hash, b" "), word.as_bytes());
            found(two, &[before, word], start..token.span.end);
        }
        last = Some((word, alone, token.span.start, token.span.end));
    }
}
