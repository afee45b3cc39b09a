//! Runs of one and two words, names and numbers masked: the plain words by which people tell tone.

use std::ops::Range;

use crate::appraisal::lexicon::list;
use crate::appraisal::reader::Reader;
use crate::appraisal::table::{hash, pair};
use crate::appraisal::token::{Kind, Token};

/// What stands for a word in a run.
enum Mask {
    None,
    Name,
    Number,
}

/// How a token stands in a run; nothing for what is no word.
fn masked(token: &Token, first: bool) -> Option<Mask> {
    match token.kind {
        Kind::Number | Kind::Time | Kind::Price => Some(Mask::Number),
        Kind::Word => {
            let pronoun = token.bare() == "i";
            let named = token.capital && !first && !pronoun;
            Some(if named || token.named { Mask::Name } else { Mask::None })
        }
        Kind::Hashtag | Kind::Mention | Kind::Link | Kind::Emoji | Kind::Mark(_) => None,
    }
}

/// One run.
pub(super) struct Run<'r> {
    pub(super) hash: u64,
    /// Its words; the second is empty where there is one.
    words: [&'r str; 2],
    /// Whether it is one small word, which tells how a text runs rather than what it says.
    pub(super) small: bool,
    pub(super) span: Range<usize>,
}

impl Run<'_> {
    /// Its words as `assets/welcome/words.txt` writes them.
    pub(super) fn text(&self) -> String {
        self.words.join(" ").trim_end().to_owned()
    }
}

/// Calls back for every run.
pub(super) fn walk<'r>(reader: &'r Reader<'_>, mut found: impl FnMut(Run<'r>)) {
    let (name, number) = (hash("<name>"), hash("<n>"));
    let mut last: Option<(&str, u64, usize)> = None;
    let mut sentence = usize::MAX;
    for token in &reader.page.tokens {
        let first = token.sentence != sentence;
        let Some(mask) = masked(token, first) else { continue };
        if first {
            last = None;
            sentence = token.sentence;
        }
        let (word, alone, small) = match mask {
            Mask::Name => ("<name>", name, true),
            Mask::Number => ("<n>", number, true),
            Mask::None => (token.word.as_str(), token.key, list::STOP.holds(token)),
        };
        found(Run { hash: alone, words: [word, ""], small, span: token.span.clone() });
        if let Some((before, hash, start)) = last {
            let span = start..token.span.end;
            found(Run { hash: pair(hash, alone), words: [before, word], small: false, span });
        }
        last = Some((word, alone, token.span.start));
    }
}
