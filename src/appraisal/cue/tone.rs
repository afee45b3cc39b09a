//! The tone: pleasant or unpleasant words, and how heated they are.

use std::ops::Range;

use crate::appraisal::lexicon::list;
use crate::appraisal::reader::{Notes, Reader, Saturating};
use crate::appraisal::token::Kind;
use crate::appraisal::{Dimension, Why};

/// The most that either side can move valence.
const SIDE: f64 = 0.48;

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    valence(reader, notes);
    arousal(reader, notes);
}

fn valence(reader: &Reader<'_>, notes: &mut Notes) {
    let page = &reader.page;
    // Polite formulas say nothing about the mood.
    let formulas = reader.hits(&list::TEMPLATE);
    let free =
        |run: &Range<usize>| !formulas.iter().any(|other| other.start < run.end && run.start < other.end);
    let mut up = Saturating::new(SIDE, 2.0);
    let mut down = Saturating::new(SIDE, 2.0);
    let pleasant = reader.hits(&list::POSITIVE).into_iter().map(|run| (run, true));
    let unpleasant = reader.hits(&list::NEGATIVE).into_iter().map(|run| (run, false));
    for (run, good) in pleasant.chain(unpleasant).filter(|(run, _)| free(run)) {
        let token = &page.tokens[run.start];
        let strong = run.start > 0 && list::INTENSIFIER.holds(&page.tokens[run.start - 1]);
        let size = if strong { 1.5 } else { 1.0 };
        let (weight, rule, why) = match (good, token.negated) {
            (true, false) => (up.next(size), "pleasant-word", Why::Quotes("is a pleasant word.")),
            (true, true) => (-down.next(size * 0.5), "pleasant-denied", Why::Quotes("is denied here.")),
            (false, false) => (-down.next(size), "unpleasant-word", Why::Quotes("is an unpleasant word.")),
            (false, true) => {
                (up.next(size * 0.5), "unpleasant-denied", Why::Quotes("is denied here, which is a relief."))
            }
        };
        notes.add(Dimension::Valence, rule, weight, page.span(&run), why);
    }
    let mut blame = Saturating::new(0.3, 1.0);
    for run in reader.hits(&list::DEFENSIVE) {
        let why = Why::Quotes("puts the blame on somebody else.");
        notes.add(Dimension::Valence, "blaming", -blame.next(1.0), page.span(&run), why);
    }
}

fn arousal(reader: &Reader<'_>, notes: &mut Notes) {
    let page = &reader.page;
    let mut heat = Saturating::new(1.0, 2.5);
    for run in reader.hits(&list::HEATED) {
        let why = Why::Quotes("is a heated word.");
        notes.add(Dimension::Arousal, "heated-word", heat.next(1.0), page.span(&run), why);
    }
    for token in &page.tokens {
        let raw = &reader.text[token.span.clone()];
        let loud = token.kind == Kind::Word
            && token.capital
            && raw.chars().count() >= 4
            && raw.chars().all(char::is_uppercase);
        if token.kind == Kind::Mark('!') {
            let why = "An exclamation mark raises the voice.";
            notes.add(Dimension::Arousal, "exclamation", heat.next(0.4), token.span.clone(), why);
        } else if loud {
            let why = Why::Quotes("is in capitals.");
            notes.add(Dimension::Arousal, "capitals", heat.next(0.7), token.span.clone(), why);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::sample;

    #[track_caller]
    fn check(text: &str, dimension: Dimension, low: f64, high: f64) {
        sample::check(text, &sample::read_post(text), dimension, low, high);
    }

    #[test]
    fn moods_are_told_apart() {
        check("What a lovely, happy morning.", Dimension::Valence, 0.7, 1.0);
        check("Terrible service, stale bread.", Dimension::Valence, 0.0, 0.3);
        check("It was not good.", Dimension::Valence, 0.35, 0.49);
        check("The shop is on the corner.", Dimension::Valence, 0.5, 0.5);
        check("Thank you for reaching out!", Dimension::Valence, 0.5, 0.5);
        check("It's not our fault, calm down.", Dimension::Valence, 0.2, 0.45);
    }

    #[test]
    fn heat_is_felt() {
        check("This is an OUTRAGE, you idiots!!!", Dimension::Arousal, 0.5, 1.0);
        check("The shop is on the corner.", Dimension::Arousal, 0.0, 0.0);
        check("Wow!", Dimension::Arousal, 0.3, 0.5);
    }
}
