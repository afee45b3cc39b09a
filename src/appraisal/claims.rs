//! Holds a text against the brand's sheet: which facts it states, and which false claims it makes or denies.

use std::ops::Range;

use super::lexicon::List;
use super::text::Text;
use super::{BrandSheet, Fact, FalseClaim};

/// What a text says of the brand.
#[derive(Debug, Default)]
pub(super) struct Claims {
    /// Facts stated: index in the sheet, place in the text.
    pub(super) confirmed: Vec<(usize, Range<usize>)>,
    /// False claims made: index in the sheet, place.
    pub(super) contradicted: Vec<(usize, Range<usize>)>,
    /// False claims honestly denied: index in the sheet, place.
    pub(super) denied: Vec<(usize, Range<usize>)>,
    /// Facts turned on their head ("we do dry cleaning" where the sheet says no): index, place.
    pub(super) reversed: Vec<(usize, Range<usize>)>,
}

/// Tokens within which the words of a key must stand.
const NEAR: usize = 10;

/// Finds what `text` says of the brand.
pub(super) fn find(text: &Text<'_>, brand: &BrandSheet) -> Claims {
    let mut claims = Claims::default();
    for (index, fact) in brand.facts.iter().enumerate() {
        match fact_in(text, fact) {
            Some((Stated::AsIs, span)) => claims.confirmed.push((index, span)),
            Some((Stated::Reversed, span)) => claims.reversed.push((index, span)),
            None => {}
        }
    }
    for (index, claim) in brand.false_claims.iter().enumerate() {
        match false_claim_in(text, claim) {
            Some((Made::Claimed, span)) => claims.contradicted.push((index, span)),
            Some((Made::Denied, span)) => claims.denied.push((index, span)),
            None => {}
        }
    }
    // What is denied outright is no reversal of a fact as well.
    claims.reversed.retain(|(_, span)| {
        !claims.denied.iter().any(|(_, other)| other.start < span.end && span.start < other.end)
    });
    claims
}

enum Stated {
    AsIs,
    Reversed,
}

/// Whether a claim was made or denied.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Made {
    Claimed,
    Denied,
}

fn fact_in(text: &Text<'_>, fact: &Fact) -> Option<(Stated, Range<usize>)> {
    for key in &fact.keys {
        if let Some(tokens) = key_in(text, key) {
            return Some((Stated::AsIs, text.span(tokens.start, tokens.end)));
        }
    }
    let fact = Text::read(&fact.text);
    let bag = fact.bag();
    let size = bag.stems.len() + bag.numbers.len();
    if size == 0 {
        return None;
    }
    let fact_negated = (0..fact.tokens().len()).any(|at| fact.is(at, List::Negator));
    for sentence in text.sentences() {
        if sentence.question {
            continue;
        }
        let (mut stems, mut numbers): (Vec<&str>, Vec<u64>) = (Vec::new(), Vec::new());
        let (mut first, mut last, mut negated, mut matched) = (usize::MAX, 0, 0, 0);
        for at in sentence.tokens.clone() {
            let value = text.value(at);
            let shared = match value {
                Some(value) => bag.has_number(value),
                None => text.is_content(at) && bag.has(text.stem(at)),
            };
            if shared {
                match value {
                    Some(value) if !numbers.contains(&value) => numbers.push(value),
                    None if !stems.contains(&text.stem(at)) => stems.push(text.stem(at)),
                    Some(_) | None => {}
                }
                first = first.min(at);
                last = last.max(at);
                matched += 1;
                negated += usize::from(text.negated(at));
            }
        }
        let (words, figures) = (stems.len(), numbers.len());
        let share = (words + figures) as f64 / size as f64;
        let stated = (words + figures >= 2 && share >= 0.5)
            || (figures >= 1 && words >= 1)
            || figures >= 2
            || (words >= 3 && share >= 0.4)
            || (size == 1 && words + figures == 1);
        if stated {
            let any_negator = sentence.tokens.clone().any(|at| text.is(at, List::Negator));
            let span = text.span(first, last);
            return if fact_negated {
                let sure = words >= 2 && share >= 0.6;
                if any_negator {
                    Some((Stated::AsIs, span))
                } else {
                    sure.then_some((Stated::Reversed, span))
                }
            } else if negated * 2 > matched {
                None
            } else {
                Some((Stated::AsIs, span))
            };
        }
    }
    None
}

/// Whether and how a text makes a false claim; a denial anywhere is honest and wins only where no claim is made.
pub(super) fn false_claim_in(text: &Text<'_>, claim: &FalseClaim) -> Option<(Made, Range<usize>)> {
    let mut denied = None;
    let from_text = if claim.keys.is_empty() { Some(&claim.text) } else { None };
    for key in claim.keys.iter().chain(from_text) {
        let Some(tokens) = key_in(text, key) else { continue };
        let span = text.span(tokens.start, tokens.end);
        if is_asked(text, tokens.start) {
            continue;
        }
        if is_denied(text, &tokens, key) {
            denied = Some((Made::Denied, span));
        } else {
            return Some((Made::Claimed, span));
        }
    }
    denied
}

fn is_asked(text: &Text<'_>, at: usize) -> bool {
    text.sentences().get(text.tokens()[at].sentence).is_some_and(|sentence| sentence.question)
}

/// Whether a negator that is not itself part of the key stands before or among the key's words.
fn is_denied(text: &Text<'_>, tokens: &Range<usize>, key: &str) -> bool {
    let own = |at: usize| key.split_whitespace().any(|word| word.eq_ignore_ascii_case(text.low(at)));
    let sentence = text.tokens()[tokens.start].sentence;
    let from =
        (0..tokens.start).rev().take_while(|at| text.tokens()[*at].sentence == sentence).take(5).last();
    let within = (from.unwrap_or(tokens.start)..=tokens.end).any(|at| text.is(at, List::Negator) && !own(at));
    within || text.low(tokens.start) == "used" || says_untrue(text, tokens.end, sentence)
}

/// "… is not true", "… that's wrong" right behind.
fn says_untrue(text: &Text<'_>, after: usize, sentence: usize) -> bool {
    (after + 1..text.tokens().len())
        .take_while(|at| text.tokens()[*at].sentence == sentence)
        .take(3)
        .any(|at| text.is(at, List::Negator) && text.low(at) != "no")
}

/// The first place where all words of `key` stand within [`NEAR`] tokens: first and last token.
pub(super) fn key_in(text: &Text<'_>, key: &str) -> Option<Range<usize>> {
    let key = Text::read(key);
    let parts: Vec<usize> =
        (0..key.tokens().len()).filter(|at| key.is_word(*at) || key.is_number(*at)).collect();
    if parts.is_empty() {
        return None;
    }
    let same = |at: usize, part: usize| match key.value(part) {
        Some(value) => text.value(at) == Some(value),
        None => text.is_word(at) && (text.low(at) == key.low(part) || text.stem(at) == key.stem(part)),
    };
    let count = text.tokens().len();
    for from in 0..count {
        if !parts.iter().any(|part| same(from, *part)) {
            continue;
        }
        let to = (from + NEAR).min(count);
        let places: Option<Vec<usize>> =
            parts.iter().map(|part| (from..to).find(|at| same(*at, *part))).collect();
        if let Some(places) = places {
            let last = places.into_iter().max().unwrap_or(from);
            return Some(from..last);
        }
    }
    None
}
