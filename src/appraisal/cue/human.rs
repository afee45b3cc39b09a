//! A person speaking: five signs, each present or absent, so that heaping them gains nothing.

use std::ops::Range;

use crate::appraisal::Dimension;
use crate::appraisal::ledger::Ledger;
use crate::appraisal::lexicon::List;
use crate::appraisal::scene::Scene;
use crate::appraisal::text::Text;

/// Worth of each of the five signs.
const SIGN: f64 = 0.2;

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    speaker(text, ledger);
    name(scene, ledger);
    lived(text, ledger);
    contraction(text, ledger);
    if let Some(hit) = text.hits(List::Admit).first() {
        let why = format!("'{}' admits a limit or a mistake, as people do.", text.quote(hit));
        ledger.add(Dimension::Human, "admits-limit", SIGN, text.hit_span(hit), why);
    }
}

fn find(text: &Text<'_>, words: &[&str]) -> Option<usize> {
    (0..text.tokens().len()).find(|at| words.contains(&text.low(*at)))
}

fn speaker(text: &Text<'_>, ledger: &mut Ledger) {
    if let Some(at) = find(text, &["i", "i'm", "i've", "i'll", "i'd", "me", "my", "mine", "myself"]) {
        let why = "Somebody speaks as 'I'.";
        ledger.add(Dimension::Human, "i-speaks", SIGN, text.span(at, at), why);
    } else if let Some(at) = find(text, &["we", "we're", "we've", "we'll", "we'd", "us", "our"]) {
        let why = "'We' speaks: half as near as 'I'.";
        ledger.add(Dimension::Human, "we-speaks", SIGN / 2.0, text.span(at, at), why);
    }
}

/// A person of the brand or another one is named; calling the answered person by name is worth half.
fn name(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    let brand = scene.context.brand.name.to_lowercase();
    let from = scene.addressee().unwrap_or_default();
    let sheet: Vec<&str> = scene
        .context
        .brand
        .facts
        .iter()
        .flat_map(|fact| fact.text.split_whitespace().skip(1))
        .chain(scene.context.brand.own_words.iter().map(String::as_str))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.starts_with(char::is_uppercase))
        .collect();
    let ours = |at: usize| brand.split(' ').any(|part| part == text.low(at));
    let theirs = |at: usize| from.split(' ').any(|part| part == text.low(at));
    let named = |at: &usize| {
        text.is_word(*at)
            && !ours(*at)
            && !theirs(*at)
            && !text.is(*at, List::Stop)
            && !text.is(*at, List::TimeWord)
            && (text.is_name(*at) || sheet.contains(&&text.raw[text.span(*at, *at)]))
    };
    if let Some(at) = (0..text.tokens().len()).find(named) {
        let span = text.span(at, at);
        let why = format!("'{}' is somebody or something with a name.", &text.raw[span.clone()]);
        ledger.add(Dimension::Human, "name", SIGN, span, why);
    } else if let Some(at) = (0..text.tokens().len()).find(|at| text.is_word(*at) && theirs(*at)) {
        let why = "Calls them by name: courteous, but any form letter can.";
        ledger.add(Dimension::Human, "calls-by-name", SIGN / 2.0, text.span(at, at), why);
    }
}

/// Somebody did something to a thing: a past verb, a doer before it, a concrete word near it.
fn lived(text: &Text<'_>, ledger: &mut Ledger) {
    for sentence in text.sentences() {
        if let Some(span) = lived_in(text, sentence.tokens.clone()) {
            let why = format!("'{}' happened to somebody.", &text.raw[span.clone()]);
            ledger.add(Dimension::Human, "lived-particular", SIGN, span, why);
            return;
        }
    }
}

fn lived_in(text: &Text<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    for verb in tokens.clone().filter(|at| text.is_past(*at)) {
        let doer = (tokens.start..verb).rev().take(4).find(|at| is_doer(text, *at));
        let thing = (verb + 1..tokens.end.min(verb + 7))
            .find(|at| (text.is_content(*at) && !text.is_past(*at)) || text.value(*at).is_some());
        if let (Some(doer), Some(thing)) = (doer, thing) {
            return Some(text.span(doer, thing));
        }
    }
    None
}

/// Whether a token can be the one who did it.
pub(super) fn is_doer(text: &Text<'_>, at: usize) -> bool {
    let person = matches!(
        text.low(at),
        "i" | "we"
            | "he"
            | "she"
            | "they"
            | "who"
            | "someone"
            | "somebody"
            | "whoever"
            | "i'd"
            | "we'd"
            | "my"
            | "our"
    );
    let token = &text.tokens()[at];
    let capital = token.capital && !token.shouted && text.is_word(at) && !text.is(at, List::Stop);
    person || (capital && !text.is(at, List::TimeWord))
}

fn contraction(text: &Text<'_>, ledger: &mut Ledger) {
    let found = (0..text.tokens().len()).find(|at| {
        let low = text.low(*at);
        let sold = [List::Urgency, List::Offer]
            .iter()
            .any(|list| text.hits(*list).iter().any(|hit| (hit.first..=hit.last).contains(at)));
        text.is_word(*at)
            && !sold
            && (low.ends_with("n't")
                || ["'m", "'re", "'ve", "'ll", "'d"].iter().any(|tail| low.ends_with(tail))
                || matches!(
                    low,
                    "it's"
                        | "that's"
                        | "there's"
                        | "here's"
                        | "what's"
                        | "who's"
                        | "he's"
                        | "she's"
                        | "let's"
                ))
    });
    if let Some(at) = found {
        let span = text.span(at, at);
        let why = format!("'{}' is how people talk.", &text.raw[span.clone()]);
        ledger.add(Dimension::Human, "contraction", SIGN, span, why);
    }
}
