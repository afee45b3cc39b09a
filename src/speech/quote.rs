//! Picks the word of a brand's text that somebody would take up.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::appraisal::{Cue, Dimension};
use crate::sim::message::Said;

use super::phrase;

/// Most words and letters of a phrase that is taken up.
const WORDS: usize = 5;
const LETTERS: usize = 42;

static COMMON: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| phrase::slots().common.iter().map(String::as_str).collect());

/// The phrases in which these dimensions were heard, most telling first; `good` says whether they speak for the text.
pub(super) fn heard(said: &Said, brand: &str, dimensions: &[Dimension], good: bool) -> Vec<String> {
    let counts = |cue: &&Cue| {
        let signed = if good { cue.weight > 0.0 } else { cue.weight < 0.0 };
        signed && dimensions.contains(&cue.dimension) && !cue.span.is_empty()
    };
    let mut cues: Vec<&Cue> = said.appraisal.cues.iter().filter(counts).collect();
    cues.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    let phrases = cues.into_iter().filter_map(|cue| around(&said.text, &cue.span));
    best(phrases.collect(), brand)
}

/// A few of the phrases: those of several words and without the brand's own name, where there are such.
fn best(phrases: Vec<String>, brand: &str) -> Vec<String> {
    let brand = brand.to_lowercase();
    let mut found: Vec<String> = Vec::new();
    for phrase in phrases {
        if !found.contains(&phrase) {
            found.push(phrase);
        }
    }
    // "We should have put" is how a sentence begins, and nothing that one takes up.
    let own = |phrase: &str| {
        let first = phrase.split(['\'', '’', ' ']).next().unwrap_or_default();
        matches!(first, "I" | "We" | "we" | "Let" | "let")
    };
    let good =
        |phrase: &String| phrase.contains(' ') && !own(phrase) && !phrase.to_lowercase().contains(&brand);
    if found.iter().any(good) {
        found.retain(good);
    }
    found.truncate(WORTH);
    found
}

/// Phrases about the distinctive words of a text, or those words where they stand alone.
pub(super) fn phrases(text: &str, brand: &str, loud: bool) -> Vec<String> {
    let words = words(text, brand, loud);
    let about = |word: &String| {
        let at = text.find(word.as_str())?;
        around(text, &(at..at + word.len())).filter(|phrase| phrase.contains(' '))
    };
    let found = best(words.iter().filter_map(about).collect(), brand);
    if found.is_empty() { words } else { found }
}

/// The last words of the question a text asks.
pub(super) fn question(text: &str) -> Option<String> {
    let end = text.rfind('?')?;
    let from = text[..end].rfind(['.', '!', '?', ',', ':', ';', '\n']).map_or(0, |at| at + 1);
    let asked = &text[from..end];
    let first = asked.split_whitespace().rev().take(WORDS).last()?;
    let at = asked.rfind(first)?;
    around(text, &(from + at..end))
}

/// Words of a text about a place in it: never past a stop, and not left hanging on a small word.
pub(super) fn around(text: &str, span: &Range<usize>) -> Option<String> {
    let stops = ['.', '!', '?', ',', ':', ';', '\n', '(', ')', '“', '”', '"', '–', '—'];
    text.get(span.clone())?;
    // A stop inside a number or a word, as in 7.30, is none.
    let ends = |at: usize| text[at..].chars().nth(1).is_none_or(|next| !next.is_alphanumeric());
    let breaks: Vec<(usize, usize)> = text
        .match_indices(stops)
        .filter(|(at, stop)| !matches!(*stop, "." | "," | ":") || ends(*at))
        .map(|(at, stop)| (at, at + stop.len()))
        .collect();
    let from = breaks.iter().rev().find(|(_, after)| *after <= span.start).map_or(0, |(_, after)| *after);
    let to = breaks.iter().find(|(at, _)| *at > span.start).map_or(text.len(), |(at, _)| *at);
    let words: Vec<(usize, &str)> = text[from..to]
        .split_whitespace()
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .filter(|(_, word)| word.chars().any(char::is_alphanumeric))
        .collect();
    let inside = |(at, word): &(usize, &str)| *at < span.end.min(to) && at + word.len() > span.start;
    let first = words.iter().position(inside)?;
    let last = words.iter().rposition(inside)?.min(first + WORDS - 1);
    let (mut low, mut high) = (first, last);
    if last > first {
        // More than a word was pointed at: those are the words, as many as one would repeat.
        let cut = words.get(last + 1).is_some_and(inside);
        while cut && high > first && small(words[high].1) {
            high -= 1;
        }
    } else if words.len() <= WORDS {
        (low, high) = (0, words.len() - 1);
    } else {
        while high + 1 - low < WORDS - 1 && (high + 1 < words.len() || low > 0) {
            if high + 1 < words.len() { high += 1 } else { low -= 1 }
        }
        while high > last && small(words[high].1) {
            high -= 1;
        }
        while low < first && small(words[low].1) {
            low += 1;
        }
    }
    let (start, (at, word)) = (words[low].0, words[high]);
    let phrase =
        text[start..at + word.len()].trim_matches(|c: char| !c.is_alphanumeric() && c != '£' && c != '%');
    let linked = phrase.contains("://") || phrase.contains(['@', '\n', '{', '[', '|', '“', '”']);
    let phrase = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = !phrase.contains(' ') && (phrase.len() < 5 || phrase.contains(['\'', '’']));
    (!linked && !bare && phrase.chars().count() <= LETTERS).then_some(phrase)
}

/// Words that a phrase should not end with, nor begin with where it was widened.
fn small(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    bare.len() <= 3 || COMMON.contains(bare.as_str())
}

/// How many of the most distinctive words are worth quoting.
const WORTH: usize = 4;

/// Distinctive words of a text, best first, as the text wrote them; `loud` puts words that sell first.
pub(super) fn words(text: &str, brand: &str, loud: bool) -> Vec<String> {
    let lists = phrase::slots();
    let brand: Vec<String> = super::topic::words(brand);
    let mut found: Vec<Found<'_>> = Vec::new();
    for token in text.split_whitespace().filter(|token| !token.contains("://") && !token.contains('@')) {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        let length = word.chars().count();
        let odd = word.chars().any(|c| !(c.is_alphabetic() || matches!(c, '-' | '\'' | '’')));
        if odd || !(3..=16).contains(&length) {
            continue;
        }
        let lower = word.to_lowercase();
        let stem = lower.trim_end_matches("'s").trim_end_matches("’s");
        let known = found.iter().any(|earlier| earlier.lower == lower);
        if known || brand.iter().any(|part| part == stem) || COMMON.contains(lower.as_str()) {
            continue;
        }
        let topical = is_topical(word);
        if topical || length > 3 {
            let sells = loud && lists.loud.contains(&lower);
            found.push(Found { sells, topical, length, word, lower });
        }
    }
    if found.iter().any(|found| found.sells) {
        found.retain(|found| found.sells);
    }
    // Words that are about something people talk of; a long word may still be an empty one.
    if found.iter().any(|found| found.topical) {
        found.retain(|found| found.topical);
    }
    found.sort_by_key(|found| std::cmp::Reverse(found.length));
    found.into_iter().take(WORTH).map(|found| found.word.to_owned()).collect()
}

/// A word that could be taken up.
struct Found<'a> {
    sells: bool,
    topical: bool,
    length: usize,
    word: &'a str,
    lower: String,
}

fn is_topical(word: &str) -> bool {
    super::topic::touches(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_hangs_on_no_small_word() {
        let text = "Our starter isn't ready. We should have put a card up.";
        let at = text.find("We").expect("it is there");
        assert_eq!(around(text, &(at..text.len() - 1)), None);
        let found = best(vec!["We should have".to_owned(), "the mill bakery".to_owned()], "Halfpenny");
        assert_eq!(found, ["the mill bakery"]);
    }

    #[test]
    fn what_is_quoted_was_written_and_matters() {
        let cases: [(&str, bool, &[&str]); 6] = [
            ("The sourdough is out of the oven", false, &["sourdough", "oven"]),
            ("Walter, the sourdough will be ready in about three weeks", false, &["sourdough"]),
            ("A great DISCOUNT on sourdough!", true, &["DISCOUNT"]),
            ("Bellamy's sourdough", false, &["sourdough"]),
            ("see https://example.org/sourdough", false, &[]),
            ("it is to be", false, &[]),
        ];
        for (text, loud, expected) in cases {
            assert_eq!(words(text, "Bellamy & Sons", loud), expected, "{text}");
        }
    }
}
