//! Specificity: facts of the brand, its own words, and the words of the person answered.

use std::collections::BTreeSet;

use crate::appraisal::lexicon::{is_content, list};
use crate::appraisal::reader::{Notes, Reader, Saturating};
use crate::appraisal::token::Page;
use crate::appraisal::{Dimension, Verdict, Why};

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let mut facts = Saturating::new(0.5, 1.5);
    let confirmed: Vec<_> = notes
        .claims
        .iter()
        .filter(|claim| matches!(claim.verdict, Verdict::Confirmed(_)))
        .map(|claim| claim.span.clone())
        .collect();
    for span in confirmed {
        let why = Why::Quotes("is something people can hold you to.");
        notes.add(Dimension::Spec, "fact", facts.next(1.0), span, why);
    }
    own_words(reader, notes, &mut facts);
    echoes(reader, notes);
    for run in reader.hits(&list::CLICHE).into_iter().take(2) {
        let why = Why::Quotes("could stand under anybody's name.");
        notes.add(Dimension::Spec, "cliche", -0.1, reader.page.span(&run), why);
    }
}

/// The brand's own words, unless it used them in its last ten messages.
fn own_words(reader: &Reader<'_>, notes: &mut Notes, sum: &mut Saturating) {
    let before = reader.context.before;
    let last = &before[before.len().saturating_sub(10)..];
    let recent: BTreeSet<_> =
        last.iter().flat_map(|said| &said.page().tokens).map(|token| &token.word).collect();
    let own = &reader.context.brand.known().own_words;
    let mut seen = BTreeSet::new();
    for run in own.hits(&reader.page) {
        let word = &reader.page.tokens[run.start].word;
        if recent.contains(word) || !seen.insert(word) || seen.len() > 3 {
            continue;
        }
        let why = Why::Quotes("is one of your own words; nobody else would say it.");
        notes.add(Dimension::Spec, "own-word", sum.next(0.5), reader.page.span(&run), why);
    }
}

/// Words of the message answered that come back in the answer.
fn echoes(reader: &Reader<'_>, notes: &mut Notes) {
    let Some(heard) = reader.context.heard else { return };
    let trouble = Page::new(&heard.trouble.join(" "));
    let mut open: BTreeSet<&str> = reader.heard_topic().map(|token| token.stem.as_str()).collect();
    open.extend(trouble.tokens.iter().map(|token| token.stem.as_str()));
    let mut sum = Saturating::new(0.5, 2.0);
    for token in reader.page.words().filter(|token| is_content(token)) {
        if open.remove(token.stem.as_str()) {
            let why = Why::Quotes("takes up their own word.");
            notes.add(Dimension::Spec, "echo", sum.next(1.0), token.span.clone(), why);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::sample;

    #[track_caller]
    fn check(text: &str, low: f64, high: f64) {
        sample::check(text, &sample::read_reply(text, &sample::sunday()), Dimension::Spec, low, high);
    }

    #[test]
    fn the_particular_counts_and_the_general_does_not() {
        check("Yes, we open at 7 on Sunday and I'll keep you a rye.", 0.4, 0.8);
        check("Thank you for your message!", 0.0, 0.0);
        check("Sunday is fine.", 0.1, 0.3);
        check("We are thrilled to announce a game-changing Sunday.", 0.0, 0.1);
        check("Mabel is proving the starter.", 0.2, 0.35);
    }
}
