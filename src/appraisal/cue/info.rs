//! What a buyer has to know: price, time, place, and whether and how it can be had.

use std::ops::Range;

use crate::appraisal::lexicon::list;
use crate::appraisal::reader::{Notes, Reader};
use crate::appraisal::token::Kind;
use crate::appraisal::{Dimension, Why};

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let page = &reader.page;
    let of_kind = |kind: Kind| page.tokens.iter().position(|token| token.kind == kind).map(|at| at..at + 1);
    let first = |list| reader.hits(list).into_iter().next();
    let mut part = |rule, found: Option<Range<usize>>, why: &'static str| {
        if let Some(run) = found {
            notes.add(Dimension::Info, rule, 0.25, page.span(&run), Why::Quotes(why));
        }
    };
    part("price", of_kind(Kind::Price), "gives the price.");
    part("time", of_kind(Kind::Time).or_else(|| first(&list::WHEN)), "gives the time.");
    part("place", first(&list::PLACE), "gives the place.");
    part("how-to-get-it", first(&list::AVAILABLE), "says whether it can be had, or how.");
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
        check("See you on Sunday.", 0.25);
        check("Ready on Sunday.", 0.5);
    }
}
