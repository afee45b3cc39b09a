//! Answers what was asked: the answer itself, an act with an actor and a time, and nothing asked that was told.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::appraisal::ask::{Wanted, wanted};
use crate::appraisal::lexicon::{is_content, list};
use crate::appraisal::reader::{Notes, Reader};
use crate::appraisal::token::{Kind, Page};
use crate::appraisal::{Ask, Dimension, Heard, Verdict, Why};

use super::remedy::{Act, act};

const POINT: Dimension = Dimension::ToThePoint;

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let (Some(heard), Some(ask)) = (reader.context.heard, reader.ask) else { return };
    match ask {
        Ask::Question => question(reader, notes, heard),
        Ask::Complaint => remedy(reader, notes, 0.4, 0.25),
        Ask::Request => request(reader, notes, heard),
        Ask::Praise | Ask::GoodNews | Ask::SadNews | Ask::Talk => taking_up(reader, notes),
    }
    let asks_back = asks_back(reader, notes, heard);
    if !asks_back && notes.sum(POINT) >= 0.3 {
        let why = "Nothing is asked of them that they already said.";
        notes.add(POINT, "asks-nothing-back", 0.15, 0..0, why);
    }
    if let Some(run) = reader.hits(&list::ELSEWHERE).into_iter().next() {
        let why = Why::Quotes("sends them away to ask again.");
        notes.add(POINT, "sends-away", -0.2, reader.page.span(&run), why);
    }
}

fn question(reader: &Reader<'_>, notes: &mut Notes, heard: &Heard) {
    if let Some(span) = answer(reader, notes, heard) {
        let first = reader.page.sentences.iter().take(2).any(|sentence| span.start < sentence.span.end);
        if first {
            let why = "The answer comes first, before anything else.";
            notes.add(POINT, "answer-first", 0.1, span, why);
        }
        remedy(reader, notes, 0.1, 0.05);
    } else {
        not_yet(notes);
    }
}

/// The answer, by fact or by kind; where it stands.
fn answer(reader: &Reader<'_>, notes: &mut Notes, heard: &Heard) -> Option<Range<usize>> {
    let by_fact = notes.claims.iter().find_map(|claim| match claim.verdict {
        Verdict::Confirmed(fact) if heard.answers.contains(&fact) => Some(claim.span.clone()),
        Verdict::Confirmed(_)
        | Verdict::Contradicted(_)
        | Verdict::SaidOtherwise(_)
        | Verdict::Unsupported => None,
    });
    if let Some(span) = by_fact {
        let why = Why::Quotes("is the answer they asked for.");
        notes.add(POINT, "answers-with-fact", 0.6, span.clone(), why);
        return Some(span);
    }
    let wrong = notes.claims.iter().any(|claim| matches!(claim.verdict, Verdict::Contradicted(_)));
    if wrong || !notes.promises.is_empty() {
        return None;
    }
    let run = shape(reader)?;
    let span = reader.page.span(&run);
    let (weight, why) = if heard.answers.is_empty() {
        (0.5, Why::Quotes("is the kind of answer they asked for."))
    } else {
        (0.25, Why::Quotes("looks like an answer, but not the one your own sheet gives."))
    };
    notes.add(POINT, "answers-in-kind", weight, span.clone(), why);
    Some(span)
}

/// Words of the kind that the question wants.
fn shape(reader: &Reader<'_>) -> Option<Range<usize>> {
    let page = &reader.page;
    let kind = |kind: Kind| page.tokens.iter().position(|token| token.kind == kind).map(|at| at..at + 1);
    let word = |words: &[&str]| {
        page.tokens.iter().position(|token| words.contains(&token.word.as_str())).map(|at| at..at + 1)
    };
    let first = |list| reader.hits(list).into_iter().next();
    match wanted(&reader.heard) {
        Wanted::Time => kind(Kind::Time).or_else(|| first(&list::WHEN)).or_else(|| kind(Kind::Number)),
        Wanted::Place => first(&list::PLACE),
        Wanted::Price => kind(Kind::Price).or_else(|| word(&["free"])),
        Wanted::YesOrNo => {
            word(&["yes", "no", "yep", "yeah", "nope", "indeed", "afraid"]).or_else(|| echo(reader))
        }
        Wanted::Steps => first(&list::TIP).or_else(|| echo(reader)),
        Wanted::Reason => word(&["because", "since", "so"]),
        Wanted::Matter => echo(reader),
    }
}

/// Two of their own topic words, or one with a number, in a sentence that is no question.
fn echo(reader: &Reader<'_>) -> Option<Range<usize>> {
    let topic: BTreeSet<&str> = reader.heard_topic().map(|token| token.stem.as_str()).collect();
    let page = &reader.page;
    page.sentences.iter().filter(|sentence| !sentence.question).find_map(|sentence| {
        let tokens = page.of(sentence);
        let shared: Vec<usize> = (0..tokens.len())
            .filter(|&at| is_content(&tokens[at]) && topic.contains(tokens[at].stem.as_str()))
            .collect();
        let said = tokens.iter().filter(|token| is_content(token)).count();
        let enough = shared.len() >= 2 || (shared.len() == 1 && said >= 2);
        enough
            .then(|| sentence.tokens.start + shared[0]..sentence.tokens.start + shared[shared.len() - 1] + 1)
    })
}

/// "I don't know yet" with a promise is worth something; less without a time.
fn not_yet(notes: &mut Notes) {
    let Some((span, due)) = notes.promises.first().cloned() else { return };
    let (weight, why) = match due {
        Some(_) => (0.4, Why::Quotes("is no answer yet, but an honest promise with a time: keep it.")),
        None => (0.2, Why::Quotes("is no answer yet, and it does not say when there will be one.")),
    };
    notes.add(POINT, "promise-to-answer", weight, span, why);
}

/// An act by somebody, and when.
fn remedy(reader: &Reader<'_>, notes: &mut Notes, for_act: f64, for_time: f64) {
    let page = &reader.page;
    let Some(Act { run, timed }) = act(reader) else {
        if reader.ask == Some(Ask::Complaint) {
            let why = "Nobody says what they will do about it.";
            notes.add(POINT, "no-act", 0.0, 0..0, why);
        }
        return;
    };
    let why = Why::Quotes("says what is done about it, and by whom.");
    notes.add(POINT, "act-with-actor", for_act, page.span(&run), why);
    if timed {
        let why = Why::Quotes("comes with a time, so they know when to look for it.");
        notes.add(POINT, "act-with-time", for_time, page.span(&run), why);
    }
    if reader.ask == Some(Ask::Complaint) && echo(reader).is_some() {
        let why = "It is about the very thing they complained of.";
        notes.add(POINT, "meets-the-complaint", 0.2, page.span(&run), why);
    }
}

fn request(reader: &Reader<'_>, notes: &mut Notes, heard: &Heard) {
    remedy(reader, notes, 0.5, 0.25);
    if notes.sum(POINT) < 0.5 {
        question(reader, notes, heard);
    }
}

/// For talk, praise and news: taking up what they said, warmly, and not turning it into a sale.
fn taking_up(reader: &Reader<'_>, notes: &mut Notes) {
    let topic: BTreeSet<&str> = reader.heard_topic().map(|token| token.stem.as_str()).collect();
    let page = &reader.page;
    let taken = page.tokens.iter().position(|token| is_content(token) && topic.contains(token.stem.as_str()));
    if let Some(at) = taken {
        let why = Why::Quotes("takes up what they spoke of.");
        notes.add(POINT, "takes-it-up", 0.5, page.tokens[at].span.clone(), why);
    }
    let templates = reader.hits(&list::TEMPLATE);
    let warm = reader
        .hits(&list::WARMTH)
        .into_iter()
        .find(|run| !templates.iter().any(|other| other.start < run.end && run.start < other.end));
    if let Some(run) = warm {
        let why = Why::Quotes("is meant for them.");
        notes.add(POINT, "warm-word", 0.3, page.span(&run), why);
    }
}

/// Asking what they already said.
fn asks_back(reader: &Reader<'_>, notes: &mut Notes, heard: &Heard) -> bool {
    let told = Page::new(&heard.told.join(". "));
    let known: BTreeSet<&str> =
        told.tokens.iter().filter(|token| is_content(token)).map(|token| token.stem.as_str()).collect();
    let said: BTreeSet<&str> = reader.heard_topic().map(|token| token.stem.as_str()).collect();
    let page = &reader.page;
    for sentence in page.sentences.iter().filter(|sentence| sentence.question) {
        let asked: Vec<&str> = page
            .of(sentence)
            .iter()
            .filter(|token| is_content(token))
            .map(|token| token.stem.as_str())
            .collect();
        let old = asked.iter().filter(|stem| known.contains(*stem)).count();
        let echo = asked.iter().filter(|stem| said.contains(*stem)).count();
        if old > 0 || (asked.len() >= 2 && echo == asked.len()) {
            let why = Why::Quotes("asks what they already told you.");
            notes.add(POINT, "asks-what-was-told", -0.3, sentence.span.clone(), why);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::sample;

    #[track_caller]
    fn check(text: &str, heard: &Heard, low: f64, high: f64) {
        sample::check(text, &sample::read_reply(text, heard), POINT, low, high);
    }

    #[test]
    fn questions_want_their_answer() {
        let sunday = sample::sunday();
        check("Hi Ruth, yes: we open at 7 on Sunday too. I'll keep you a rye.", &sunday, 0.7, 1.0);
        check("We open at 7 on Sunday.", &sunday, 0.7, 1.0);
        check("I don't know yet, I'll find out and tell you by noon.", &sunday, 0.3, 0.6);
        check("I'll find out.", &sunday, 0.1, 0.3);
        check("Thank you for reaching out! We value your feedback.", &sunday, 0.0, 0.15);
        check("Please contact our support team.", &sunday, 0.0, 0.0);
        check("Received, thanks.", &sunday, 0.0, 0.15);
    }

    #[test]
    fn complaints_want_an_act() {
        let burnt = sample::burnt();
        check("I'm sorry about the burnt loaf. I'll bring you a new one today by 5.", &burnt, 0.8, 1.0);
        check("I'll bring you a new one.", &burnt, 0.4, 0.7);
        check("Come by tomorrow and I'll have a fresh loaf ready for you.", &burnt, 0.8, 1.0);
        check("I have no idea about your loaf.", &burnt, 0.0, 0.1);
        check("We're so sorry to hear that.", &burnt, 0.0, 0.1);
        check("Was the loaf burnt?", &burnt, 0.0, 0.0);
        check("I have put a new loaf by for you, the burnt one is on us.", &burnt, 0.7, 1.0);
        check("We've mended the oven and I kept a loaf back for you.", &burnt, 0.5, 1.0);
        check("The oven is fixed since noon, no more burnt loaves.", &burnt, 0.5, 1.0);
        check("Tom has swapped it for you this morning.", &burnt, 0.7, 1.0);
        check("I have not mended the oven.", &burnt, 0.0, 0.1);
        check("We asked you to read the terms.", &burnt, 0.0, 0.1);
        check("Your feedback has been passed on to the relevant team.", &burnt, 0.0, 0.1);
    }

    #[test]
    fn asking_back_costs() {
        let mut burnt = sample::burnt();
        burnt.told = vec!["My order number is 12".to_owned()];
        check("What is your order number? I'll bring you a new one.", &burnt, 0.0, 0.2);
    }

    #[test]
    fn talk_wants_taking_up() {
        let praise = sample::heard(Ask::GoodNews, "My daughter passed her exam today!", &[], "");
        check("Congratulations to your daughter!", &praise, 0.8, 1.0);
        check("Our buns are on sale.", &praise, 0.0, 0.1);
    }
}
