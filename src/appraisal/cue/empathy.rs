//! Being with somebody: naming the feeling, naming the trouble, and owning it or thanking for it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::appraisal::lexicon::{Shipped, is_content, list};
use crate::appraisal::reader::{Notes, Reader};
use crate::appraisal::token::Page;
use crate::appraisal::{Ask, Dimension, Why};

/// The most that can be had without naming the trouble.
const UNNAMED: f64 = 0.4;

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let Some(ask) = reader.ask else { return };
    let empty = reader.hits(&list::NONAPOLOGY);
    let outside =
        |run: &Range<usize>| !empty.iter().any(|other| other.start < run.end && run.start < other.end);
    let first = |list: &Shipped| reader.hits(list).into_iter().find(|run| outside(run));
    let mut slot = |rule, weight, found: Option<Range<usize>>, why: &'static str| {
        let there = found.is_some();
        if let Some(run) = found {
            let why = Why::Quotes(why);
            notes.add(Dimension::Empathy, rule, weight, reader.page.span(&run), why);
        }
        there
    };
    slot("names-the-feeling", 0.35, first(&list::FEELING), "names how it feels to them.");
    let named =
        slot("names-the-trouble", 0.35, trouble(reader), "names the very thing that troubles or moves them.");
    let own = match ask {
        Ask::Complaint | Ask::Request | Ask::Question | Ask::SadNews => first(&list::OWNING),
        Ask::Praise | Ask::GoodNews | Ask::Talk => first(&list::OWNING).or_else(|| first(&list::WARMTH)),
    };
    slot("owns-or-thanks", 0.3, own, "owns it, or thanks them for it.");
    for run in empty.iter().take(1) {
        let why = Why::Quotes("is an apology for nothing in particular; it fills no gap.");
        notes.add(Dimension::Empathy, "empty-apology", 0.0, reader.page.span(run), why);
    }
    if let Some(run) = reader.hits(&list::RUDE).into_iter().next() {
        let why = Why::Quotes("puts them down.");
        notes.add(Dimension::Empathy, "puts-down", -0.6, reader.page.span(&run), why);
    }
    if let Some(run) = reader.hits(&list::DEFENSIVE).into_iter().next() {
        let why = Why::Quotes("pushes the trouble back at them.");
        notes.add(Dimension::Empathy, "defensive", -0.3, reader.page.span(&run), why);
    }
    let sum = notes.sum(Dimension::Empathy);
    if !named {
        let over = (sum - UNNAMED).max(0.0);
        let why = "Nothing here shows that you heard what exactly went wrong.";
        if over > 0.0 || ask == Ask::Complaint {
            notes.add(Dimension::Empathy, "trouble-not-named", -over, 0..0, why);
        }
    }
}

/// The first word that names what they spoke of.
fn trouble(reader: &Reader<'_>) -> Option<Range<usize>> {
    let heard = reader.context.heard?;
    let words = Page::new(&heard.trouble.join(" "));
    let mut named: BTreeSet<&str> = words.tokens.iter().map(|token| token.stem.as_str()).collect();
    named.extend(reader.heard_topic().map(|token| token.stem.as_str()));
    let at = reader.page.tokens.iter().position(|token| {
        let tone = list::FEELING.holds(token) || list::POSITIVE.holds(token);
        is_content(token)
            && !token.is_number()
            && !token.named
            && !tone
            && named.contains(token.stem.as_str())
    })?;
    Some(at..at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::sample;

    #[track_caller]
    fn check(text: &str, low: f64, high: f64) {
        sample::check(text, &sample::read_reply(text, &sample::burnt()), Dimension::Empathy, low, high);
    }

    #[test]
    fn three_slots_are_filled_or_empty() {
        check(
            "I'm sorry: a burnt loaf with guests at the table is upsetting, and it was my fault.",
            1.0,
            1.0,
        );
        check("We apologise for any inconvenience.", 0.0, 0.0);
        check("I'm sorry, how frustrating, you must be upset, so annoying.", 0.3, 0.4);
        check("A burnt loaf.", 0.35, 0.35);
        check("It's not our fault, you should have checked.", 0.0, 0.0);
        check("Sorry if you feel that way.", 0.0, 0.0);
    }
}
