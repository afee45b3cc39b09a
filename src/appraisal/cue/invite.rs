//! An invitation to talk: one genuine question that a reader can answer.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::appraisal::lexicon::{is_content, list};
use crate::appraisal::reader::{Notes, Reader};
use crate::appraisal::token::{Kind, Sentence, Token};
use crate::appraisal::{Dimension, Why};

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let page = &reader.page;
    let asked: Vec<&Sentence> = page.sentences.iter().filter(|sentence| sentence.question).collect();
    let (open, idle): (Vec<&Sentence>, Vec<&Sentence>) =
        asked.into_iter().partition(|one| genuine(reader, one));
    if let Some(first) = idle.first() {
        let why = Why::Quotes("asks for no answer.");
        notes.add(Dimension::Invite, "asks-nothing", 0.0, first.span.clone(), why);
    }
    let Some(first) = open.first() else { return };
    let why = Why::Quotes("is a question people can answer; be there when they do.");
    notes.add(Dimension::Invite, "question", 1.0, first.span.clone(), why);
    // The hump: a second question takes, and a third takes as much again.
    for (nth, one) in open.iter().enumerate().skip(1).take(2) {
        let why = format!(
            "{} is question number {}; one at a time gets better answers.",
            reader.quote_span(&one.span),
            nth + 1
        );
        notes.add(Dimension::Invite, "too-many-questions", -0.4, one.span.clone(), why);
    }
    let left = notes.sum(Dimension::Invite);
    let like = likeness(reader, first);
    if like > 0.3 {
        let why = Why::Quotes("is much like a question you asked lately.");
        notes.add(Dimension::Invite, "asked-before", -left * like, first.span.clone(), why);
    }
}

fn genuine(reader: &Reader<'_>, sentence: &Sentence) -> bool {
    let page = &reader.page;
    let tokens = page.of(sentence);
    let words = tokens.iter().filter(|token| token.kind == Kind::Word).count();
    let topic = tokens.iter().any(|token| is_content(token) && !token.named);
    let form = tokens.iter().any(|token| {
        matches!(
            token.word.as_str(),
            "what"
                | "what's"
                | "which"
                | "who"
                | "who's"
                | "where"
                | "when"
                | "how"
                | "why"
                | "whose"
                | "do"
                | "does"
                | "did"
                | "are"
                | "is"
                | "can"
                | "could"
                | "would"
                | "will"
                | "have"
                | "has"
                | "should"
                | "any"
                | "anyone"
                | "anybody"
                | "shall"
        )
    });
    // "..., right?" asks nothing; "right now" is no such tag.
    let tag = |run: &Range<usize>| {
        page.tokens[run.start].word != "right"
            || page.tokens.get(run.end).is_some_and(|next| next.kind == Kind::Mark('?'))
    };
    let idle = list::RHETORICAL.hits_in(page, sentence.tokens.clone()).iter().any(tag);
    let begs = !list::BAIT.hits_in(page, sentence.tokens.clone()).is_empty();
    let sells = !list::URGENCY.hits_in(page, sentence.tokens.clone()).is_empty();
    let about_one = tokens.iter().any(|token| matches!(token.word.as_str(), "he" | "she"))
        && !tokens.iter().any(|token| token.word.starts_with("you"));
    words >= 3 && topic && form && !about_one && !calls_by_name(tokens) && !idle && !begs && !sells
}

/// "..., Ruth?" asks one person, not the room.
fn calls_by_name(tokens: &[Token]) -> bool {
    let last = tokens.iter().rposition(|token| token.kind == Kind::Word);
    last.is_some_and(|at| at > 1 && tokens[at].capital && tokens[at - 1].kind == Kind::Mark(','))
}

/// How much of the question's topic the brand's recent questions had, 0..1.
fn likeness(reader: &Reader<'_>, sentence: &Sentence) -> f64 {
    let topic: BTreeSet<&str> = reader
        .page
        .of(sentence)
        .iter()
        .filter(|token| is_content(token))
        .map(|token| token.stem.as_str())
        .collect();
    let before = reader.context.before;
    let mut most = 0.0_f64;
    for earlier in &before[before.len().saturating_sub(20)..] {
        if !earlier.text.contains('?') {
            continue;
        }
        let page = earlier.page();
        for old in page.sentences.iter().filter(|old| old.question) {
            let then: BTreeSet<&str> = page
                .of(old)
                .iter()
                .filter(|token| is_content(token))
                .map(|token| token.stem.as_str())
                .collect();
            let all = topic.union(&then).count().max(1);
            most = most.max(topic.intersection(&then).count() as f64 / all as f64);
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::{Context, Earlier, appraise, sample};

    #[track_caller]
    fn check(text: &str, low: f64, high: f64) {
        sample::check(text, &sample::read_post(text), Dimension::Invite, low, high);
    }

    #[test]
    fn one_question_is_best() {
        check("What did your grandmother bake on Sundays?", 1.0, 1.0);
        check("What do you bake? Which flour do you like?", 0.6, 0.6);
        check(
            "What do you bake? Which flour do you like? Who taught you? How long does the dough rest? Do you use salt?",
            0.19,
            0.21,
        );
        check("?????", 0.0, 0.0);
        check("Who doesn't love bread?", 0.0, 0.0);
        check("Bread is out.", 0.0, 0.0);
        check("Is he home from the vet yet?", 0.0, 0.0);
        check("Is Biscuit home from the vet, Ruth?", 0.0, 0.0);
    }

    #[test]
    fn a_question_wears_out() {
        let (room, brand) = (sample::klatch(), sample::bakery());
        let text = "What did your grandmother bake on Sundays?";
        let before = [Earlier::new("klatch", text)];
        let read = appraise(text, &Context { before: &before, ..sample::post(&room, &brand) });
        sample::check(text, &read, Dimension::Invite, 0.0, 0.05);
    }
}
