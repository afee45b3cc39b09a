//! What a buyer has to know: what there is, its price, time and place, and whether and how it can be had.

use std::ops::Range;

use crate::appraisal::lexicon::list;
use crate::appraisal::reader::{Notes, Reader};
use crate::appraisal::token::{Kind, Sentence};
use crate::appraisal::{Ask, Dimension, Verdict, Why};

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let page = &reader.page;
    let facts: Vec<Range<usize>> = notes
        .claims
        .iter()
        .filter(|claim| matches!(claim.verdict, Verdict::Confirmed(_)))
        .map(|claim| claim.span.clone())
        .collect();
    let price = page.tokens.iter().position(|token| token.kind == Kind::Price).map(|at| at..at + 1);
    let available = reader.hits(&list::AVAILABLE).into_iter().next();
    // "This morning on the bridge" sets a scene; "open this morning" is news for a buyer.
    let asked = reader.ask == Some(Ask::Question);
    let told = |run: &Range<usize>| {
        let there = |sentence: &&Sentence| sentence.tokens.contains(&run.start);
        page.sentences.iter().find(there).is_some_and(|sentence| {
            let holds = |other: &Option<Range<usize>>| {
                other.as_ref().is_some_and(|other| sentence.tokens.contains(&other.start))
            };
            let fact = |fact: &Range<usize>| fact.start < sentence.span.end && sentence.span.start < fact.end;
            asked || holds(&price) || holds(&available) || facts.iter().any(fact)
        })
    };
    let clock = |at: &usize| page.tokens[*at].kind == Kind::Time;
    let times = (0..page.tokens.len()).filter(clock).map(|at| at..at + 1);
    let time = times.chain(reader.hits(&list::WHEN)).find(&told);
    let place = reader.hits(&list::PLACE).into_iter().find(&told);
    let mut part = |rule, span: Option<Range<usize>>, why: &'static str| {
        if let Some(span) = span {
            notes.add(Dimension::Info, rule, 0.25, span, Why::Quotes(why));
        }
    };
    let at = |run: Option<Range<usize>>| run.map(|run| page.span(&run));
    part("price", at(price), "gives the price.");
    part("time", at(time), "gives the time.");
    part("place", at(place), "gives the place.");
    part("how-to-get-it", at(available), "says whether it can be had, or how.");
    part("what-there-is", facts.into_iter().next(), "tells something of what you have.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::sample;

    #[track_caller]
    fn check(text: &str, expected: f64) {
        sample::check(text, &sample::read_post(text), Dimension::Info, expected, expected);
    }

    #[test]
    fn parts_count_once_each() {
        check("Rye, £4, ready at 7 at the counter on Mill Street.", 1.0);
        check("£4 £5 £6", 0.25);
        check("The oven hums.", 0.0);
        check("See you on Sunday.", 0.0);
        check("Rain on the bridge again this morning.", 0.0);
        check("Ready on Sunday.", 0.5);
    }
}
