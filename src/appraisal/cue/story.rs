//! Something that happened: somebody in it, one thing after another, and how it came out.

use std::ops::Range;

use super::human::is_past;
use crate::appraisal::lexicon::list;
use crate::appraisal::reader::{Notes, Reader};
use crate::appraisal::token::Kind;
use crate::appraisal::{Dimension, Why};

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let page = &reader.page;
    let Some(actor) = actor(reader) else { return };
    let mut part = |rule, weight, run: Option<Range<usize>>, why: &'static str| {
        if let Some(run) = run {
            notes.add(Dimension::Story, rule, weight, page.span(&run), Why::Quotes(why));
        }
    };
    part("somebody-did-something", 0.35, Some(actor), "is somebody doing something.");
    let acts: Vec<usize> = (0..page.tokens.len()).filter(|&at| is_past(&page.tokens[at])).collect();
    let more = acts.get(2).map(|&third| third..third + 1);
    part("goes-on", 0.15, more, "keeps the tale moving.");
    part("sequence", 0.2, reader.hits(&list::SEQUENCE).into_iter().next(), "says what came before or after.");
    let end = reader
        .hits(&list::OUTCOME)
        .into_iter()
        .next()
        .or_else(|| reader.hits(&list::FEELING).into_iter().next());
    part("how-it-came-out", 0.3, end, "tells how it came out, or how it felt.");
}

/// A person followed closely by a past form.
fn actor(reader: &Reader<'_>) -> Option<Range<usize>> {
    let page = &reader.page;
    page.sentences.iter().filter(|sentence| !sentence.question).find_map(|sentence| {
        let tokens = page.of(sentence);
        (0..tokens.len()).find_map(|at| {
            let token = &tokens[at];
            let pronoun = matches!(token.word.as_str(), "i" | "we" | "he" | "she" | "they" | "who");
            // In a text all in capitals a capital names nobody.
            let small = || reader.text[token.span.clone()].chars().any(char::is_lowercase);
            let named = token.kind == Kind::Word && token.capital && at > 0 && small();
            let kin = matches!(
                token.word.as_str(),
                "grandmother"
                    | "gran"
                    | "mother"
                    | "father"
                    | "neighbour"
                    | "neighbours"
                    | "somebody"
                    | "baker"
                    | "boy"
                    | "girl"
                    | "woman"
                    | "man"
                    | "mum"
                    | "dad"
                    | "customer"
                    | "apprentice"
            );
            if !(pronoun || named || kin || token.named) {
                return None;
            }
            let past = tokens[at + 1..].iter().take(3).position(is_past)?;
            let from = sentence.tokens.start + at;
            Some(from..from + past + 2)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::sample;

    #[track_caller]
    fn check(text: &str, low: f64, high: f64) {
        sample::check(text, &sample::read_post(text), Dimension::Story, low, high);
    }

    #[test]
    fn a_tale_has_somebody_in_it() {
        check(
            "Yesterday the oven died, so I carried the dough to the church hall and baked it there. It turned out fine.",
            0.8,
            1.0,
        );
        check("A boy came in this morning and paid with buttons.", 0.5, 0.8);
        check("Fresh bread daily.", 0.0, 0.0);
        check("We are open.", 0.0, 0.0);
        check("Then after before until finally because.", 0.0, 0.0);
    }
}
