//! What is done about it: an act by somebody, done or announced, and when.

use std::ops::Range;

use crate::appraisal::lexicon::list;
use crate::appraisal::promise::due;
use crate::appraisal::reader::Reader;
use crate::appraisal::token::Token;

/// Words between "I'll" or "I've" and the act.
const GAP: usize = 5;
/// Words between "put" or "set" and what makes it an act: "put six buns by".
const HELD: usize = 5;

/// An act, and whether it comes with a time.
pub(super) struct Act {
    /// From who acts to the act.
    pub run: Range<usize>,
    pub timed: bool,
}

/// The first act that a text announces or reports, outside questions.
pub(super) fn act(reader: &Reader<'_>) -> Option<Act> {
    let page = &reader.page;
    page.sentences.iter().filter(|sentence| !sentence.question).find_map(|sentence| {
        let tokens = &page.tokens[..sentence.tokens.end];
        let run = sentence.tokens.clone().find_map(|at| {
            let end = done(tokens, at).or_else(|| announced(tokens, at)).or_else(|| put_right(tokens, at));
            end.map(|end| at..end)
        })?;
        let sentence = sentence.tokens.clone();
        let timed =
            due(&page.tokens[sentence.clone()]).is_some() || !list::WHEN.hits_in(page, sentence).is_empty();
        Some(Act { run, timed })
    })
}

fn word(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| token.word.as_str())
}

/// "I'll bring", "we can swap", "Mabel will": where the act ends.
fn announced(tokens: &[Token], at: usize) -> Option<usize> {
    let next = word(tokens, at + 1);
    let from = at
        + match word(tokens, at) {
            "i'll" | "we'll" | "let" => 1,
            "i'm" | "we're" if next == "going" => 2,
            "i" | "we" if matches!(next, "will" | "shall" | "can" | "just") => 2,
            _ if tokens[at].capital && next == "will" => 2,
            _ => return None,
        };
    first_of(tokens, from, |act| list::ACT.at(tokens, act))
}

/// "I've put six by", "we have doubled the tray", "Tom has mended it": where the act ends.
fn done(tokens: &[Token], at: usize) -> Option<usize> {
    let next = word(tokens, at + 1);
    let acted = |act: usize| list::DONE.at(tokens, act).or_else(|| held(tokens, act));
    let have = match word(tokens, at) {
        "i've" | "we've" => 1,
        "i" | "we" if next == "have" => 2,
        _ if tokens[at].capital && next == "has" => 2,
        // "I mended it" is an act; "we asked you to read it" is none.
        "i" | "we" => {
            let end = first_of(&tokens[..(at + 1 + HELD + 2).min(tokens.len())], at + 1, acted)?;
            return (word(tokens, end) != "you").then_some(end);
        }
        _ => return None,
    };
    first_of(tokens, at + have, acted)
}

/// "Put it by", "set a loaf aside": how many words.
fn held(tokens: &[Token], at: usize) -> Option<usize> {
    if !matches!(word(tokens, at), "put" | "set" | "kept" | "keep") {
        return None;
    }
    let particle = |near: &usize| matches!(word(tokens, at + near), "by" | "aside" | "back" | "right" | "up");
    (1..=HELD).find(particle).map(|near| near + 1)
}

fn first_of(tokens: &[Token], from: usize, length: impl Fn(usize) -> Option<usize>) -> Option<usize> {
    let upto = (from + GAP).min(tokens.len());
    let at = (from..upto).find(|&act| length(act).is_some() && !tokens[act].negated)?;
    Some(at + length(at)?)
}

/// "The card machine is fixed", "your money has been returned": where it ends.
fn put_right(tokens: &[Token], at: usize) -> Option<usize> {
    if !matches!(word(tokens, at), "is" | "are" | "was" | "were" | "been" | "it's" | "that's") {
        return None;
    }
    // Not "your feedback has been passed on": only what mends a thing counts without somebody who did it.
    let upto = (at + 3).min(tokens.len());
    let mended = (at + 1..upto).find(|&to| list::MENDED.at(tokens, to).is_some() && !tokens[to].negated)?;
    Some(mended + list::MENDED.at(tokens, mended)?)
}
