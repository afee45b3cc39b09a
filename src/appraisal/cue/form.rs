//! Formality: stiff words against chummy ones; neither end is good in itself.

use std::ops::Range;

use crate::appraisal::lexicon::list;
use crate::appraisal::reader::{Notes, Reader};
use crate::appraisal::token::Kind;
use crate::appraisal::{Dimension, Why};

/// Signs counted on each side.
const MOST: usize = 8;

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let words = reader.page.word_count();
    let step = 0.08 / libm::sqrt(words.max(5) as f64 / 10.0);
    let (stiff, chummy) = signs(reader, words);
    for (rule, run) in stiff.into_iter().take(MOST) {
        let why = if rule == "no-contractions" {
            Why::from("Not one contraction in all these words; it reads like a letter.")
        } else {
            Why::Quotes("sounds stiff.")
        };
        notes.add(Dimension::Form, rule, step, reader.page.span(&run), why);
    }
    for (rule, run) in chummy.into_iter().take(MOST) {
        let why = Why::Quotes("sounds easy and familiar.");
        notes.add(Dimension::Form, rule, -step, reader.page.span(&run), why);
    }
}

type Signs = Vec<(&'static str, Range<usize>)>;

fn signs(reader: &Reader<'_>, words: usize) -> (Signs, Signs) {
    let mut stiff: Signs = reader.hits(&list::FORMAL).into_iter().map(|run| ("formal-word", run)).collect();
    let mut chummy: Signs =
        reader.hits(&list::INFORMAL).into_iter().map(|run| ("informal-word", run)).collect();
    let mut contracted = false;
    for (index, token) in reader.page.tokens.iter().enumerate() {
        let run = index..index + 1;
        match token.kind {
            Kind::Word => {
                if token.word.contains('\'') && !token.word.ends_with("'s") {
                    contracted = true;
                    chummy.push(("contraction", run));
                } else if is_latinate(&token.word) {
                    stiff.push(("long-word", run));
                }
            }
            Kind::Emoji => chummy.push(("emoji", run)),
            Kind::Mark('!') => chummy.push(("exclamation", run)),
            Kind::Number
            | Kind::Time
            | Kind::Price
            | Kind::Hashtag
            | Kind::Mention
            | Kind::Link
            | Kind::Mark(_) => {}
        }
    }
    if !contracted && words >= 15 {
        stiff.push(("no-contractions", 0..reader.page.tokens.len().min(6)));
    }
    (stiff, chummy)
}

fn is_latinate(word: &str) -> bool {
    word.len() >= 9
        && ["tion", "tions", "ment", "ments", "ance", "ence", "ity", "ively", "ability"]
            .iter()
            .any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::sample;

    #[track_caller]
    fn check(text: &str, low: f64, high: f64) {
        sample::check(text, &sample::read_post(text), Dimension::Form, low, high);
    }

    #[test]
    fn stiff_and_chummy_are_told_apart() {
        check("Dear Madam, we regret the cancellation of your reservation. Kind regards", 0.7, 1.0);
        check("hey folks, we're gonna bake loads of stuff, yum! 🍞", 0.0, 0.25);
        check("The shop opens at seven.", 0.5, 0.5);
        check("", 0.5, 0.5);
        check("!!!!!!!!!!!!!!!!!!!!!!", 0.0, 0.2);
    }
}
