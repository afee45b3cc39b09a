//! Whether a reply answers what was asked, does something about it, and asks nothing that was told already.

use std::ops::Range;

use crate::appraisal::ledger::Ledger;
use crate::appraisal::lexicon::{Hit, List};
use crate::appraisal::promise;
use crate::appraisal::scene::{HeardText, Scene, Want};
use crate::appraisal::text::Text;
use crate::appraisal::token::Kind;
use crate::appraisal::{Ask, Dimension};

const THIS: Dimension = Dimension::ToThePoint;

/// What the parts of a good reply are worth for one kind of message: the answer, the act, nothing asked twice.
struct Worth {
    answer: f64,
    act: f64,
    clean: f64,
}

const fn worth(kind: Ask) -> Worth {
    match kind {
        Ask::Question => Worth { answer: 0.7, act: 0.15, clean: 0.15 },
        Ask::Request => Worth { answer: 0.5, act: 0.3, clean: 0.2 },
        Ask::Complaint => Worth { answer: 0.3, act: 0.5, clean: 0.2 },
        Ask::Praise | Ask::GoodNews | Ask::SadNews | Ask::Talk => Worth { answer: 0.7, act: 0.1, clean: 0.2 },
    }
}

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    let Some(heard) = &scene.heard else { return };
    let worth = worth(heard.kind);
    let answered = answer(scene, heard, worth.answer, ledger);
    let acted = act(scene, worth.act, ledger);
    let asked_back = ask_back(scene, ledger);
    if (answered || acted) && !asked_back {
        ledger.add(THIS, "asks-nothing-twice", worth.clean, 0..0, "Asks for nothing they have told already.");
    }
    if let Some(hit) = scene.text.hits(List::Ack).first().filter(|_| !answered && !acted) {
        let why = format!("'{}' says it arrived and nothing more.", scene.text.quote(hit));
        ledger.add(THIS, "only-receipt", 0.1, scene.text.hit_span(hit), why);
    }
    if let Some((_, span)) = scene.claims.contradicted.first() {
        ledger.add(THIS, "false-answer", -0.5, span.clone(), "An answer that is not true is no answer.");
    }
}

/// Books the answer, if there is one.
fn answer(scene: &Scene<'_>, heard: &HeardText<'_>, full: f64, ledger: &mut Ledger) -> bool {
    let text = scene.text;
    let found = match heard.kind {
        Ask::Question | Ask::Request => find_answer(scene, heard),
        Ask::Complaint => complaint_taken_up(scene),
        Ask::Praise | Ask::GoodNews | Ask::SadNews | Ask::Talk => taken_up(scene),
    };
    let Some((share, span, why)) = found else {
        if let Some((span, why)) = honest_gap(scene) {
            ledger.add(THIS, "answer-later", 0.5 * full, span, why);
            return true;
        }
        return false;
    };
    // An answer behind a long preamble is found late.
    let before = text
        .tokens()
        .iter()
        .take_while(|token| token.start < span.start)
        .filter(|token| token.kind == Kind::Word);
    let late = if before.count() > 25 { 0.85 } else { 1.0 };
    ledger.add(THIS, "answer", full * share * late, span, why);
    true
}

type Found = Option<(f64, Range<usize>, String)>;

fn find_answer(scene: &Scene<'_>, heard: &HeardText<'_>) -> Found {
    let text = scene.text;
    let stated = scene.claims.confirmed.iter().find(|(index, _)| heard.answers.contains(index));
    let denied = scene.claims.denied.first().map(|(_, span)| span);
    if let Some(span) = stated.map(|(_, span)| span).or(denied) {
        return Some((1.0, span.clone(), "States what they wanted to know.".to_owned()));
    }
    let wanted = heard.want.words();
    let promised = promise::promises(text);
    let later = |span: &Range<usize>| {
        promised.iter().any(|(promise, _)| promise.start <= span.start && span.end <= promise.end)
    };
    let admits = !text.hits(List::Unknown).is_empty();
    if let Some(span) = fitting(scene, heard.want).filter(|span| !later(span) && !admits) {
        // Where the sheet holds the answer, a thing of the right sort that is not it is only half an answer.
        let share = if heard.answers.is_empty() { 0.9 } else { 0.45 };
        return Some((share, span, format!("They wanted {wanted}, and here is one.")));
    }
    if let Some((_, span)) = scene.claims.confirmed.first() {
        return Some((0.6, span.clone(), "States a fact that bears on it.".to_owned()));
    }
    let echoed = scene.echo_count() >= 2 && text.hits(List::Template).is_empty();
    echoed.then(|| {
        (0.35, scene.echo_span(), format!("Speaks of what they asked, but gives no clear answer ({wanted})."))
    })
}

/// Something of the sort the question wants.
fn fitting(scene: &Scene<'_>, want: Want) -> Option<Range<usize>> {
    let text = scene.text;
    let first = |list: List| text.hits(list).first().map(|hit| text.hit_span(hit));
    let number = || (0..text.tokens().len()).find(|at| text.value(*at).is_some()).map(|at| text.span(at, at));
    let name = || (0..text.tokens().len()).find(|at| text.is_name(*at)).map(|at| text.span(at, at));
    let about = || (scene.echo_count() > 0).then(|| scene.echo_span());
    match want {
        Want::When => first(List::TimeWord).or_else(number),
        Want::Where => first(List::Place).or_else(name),
        Want::HowMuch => number().or_else(|| first(List::Resource)),
        Want::How => first(List::Tip).or_else(|| first(List::Reason)),
        Want::Why => {
            first(List::Reason).filter(|_| scene.echo_count() > 0 || text.hits(List::Template).is_empty())
        }
        Want::Who => name(),
        Want::What => number().or_else(name).or_else(about),
        Want::YesNo => yes_or_no(text),
    }
}

/// A plain yes or no near the beginning.
fn yes_or_no(text: &Text<'_>) -> Option<Range<usize>> {
    let hit: &Hit = text.hits(List::AnswerWord).first()?;
    let words = (0..hit.first).filter(|at| text.is_word(*at)).count();
    (words <= 18).then(|| text.hit_span(hit))
}

fn complaint_taken_up(scene: &Scene<'_>) -> Found {
    let text = scene.text;
    let empty = text.hits(List::Empty);
    let own = text.hits(List::Own).iter().find(|hit| {
        hit.weight >= 1.0 && !empty.iter().any(|other| other.first <= hit.last && hit.first <= other.last)
    });
    let cause = text.hits(List::Reason).first().filter(|_| scene.echo_count() > 0);
    if scene.echo_count() >= 2 || (scene.echo_count() > 0 && own.is_some()) {
        return Some((1.0, scene.echo_span(), format!("Goes into what went wrong: {}.", scene.echo_words())));
    }
    if let Some((_, span)) = scene.claims.confirmed.first() {
        return Some((0.7, span.clone(), "Goes into it with a fact.".to_owned()));
    }
    own.or(cause).map(|hit| (0.5, text.hit_span(hit), "Takes the complaint as its own.".to_owned()))
}

fn taken_up(scene: &Scene<'_>) -> Found {
    let count = scene.echo_count();
    if count == 0 {
        let fact = scene.claims.confirmed.first().filter(|_| scene.text.hits(List::Template).is_empty());
        return fact.map(|(_, span)| (0.4, span.clone(), "Adds something to the talk.".to_owned()));
    }
    let share = if count > 1 { 1.0 } else { 0.7 };
    Some((share, scene.echo_span(), format!("Takes up what they said: {}.", scene.echo_words())))
}

/// An honest "I don't know yet" that says when they will.
fn honest_gap(scene: &Scene<'_>) -> Option<(Range<usize>, String)> {
    let text = scene.text;
    let (span, due) = promise::promises(text).into_iter().next()?;
    let owned = !text.hits(List::Unknown).is_empty();
    let why = match (owned, due.is_some()) {
        (_, true) => "No answer yet, but it says when there will be one.",
        (true, false) => "Owns that it does not know yet, and promises to find out.",
        (false, false) => return None,
    };
    Some((span, why.to_owned()))
}

/// Somebody who does something, and when.
fn act(scene: &Scene<'_>, full: f64, ledger: &mut Ledger) -> bool {
    let text = scene.text;
    for hit in text.hits(List::Act) {
        let sentence = text.tokens()[hit.first].sentence;
        let tokens = text.sentences()[sentence].tokens.clone();
        if text.sentences()[sentence].question || text.negated(hit.first) {
            continue;
        }
        let actor = (tokens.start..hit.first).rev().take(6).find(|at| is_actor(scene, *at));
        let Some(actor) = actor else { continue };
        if text.hits(List::Template).iter().any(|other| other.first <= hit.last && hit.first <= other.last) {
            continue;
        }
        let time = tokens.clone().any(|at| text.is(at, List::TimeWord) || text.kind(at) == Kind::Time)
            || text.hits(List::TimeWord).iter().any(|when| tokens.contains(&when.first));
        let span = text.span(actor, hit.last);
        let done = &text.raw[span.clone()];
        if time {
            ledger.add(
                THIS,
                "act-with-time",
                full,
                span,
                format!("Somebody does something, and when: '{done}'."),
            );
        } else {
            ledger.add(THIS, "act", 0.65 * full, span, format!("Somebody does something: '{done}'."));
        }
        return true;
    }
    false
}

fn is_actor(scene: &Scene<'_>, at: usize) -> bool {
    let text = scene.text;
    let speaker = matches!(
        text.low(at),
        "i" | "i'll"
            | "i've"
            | "i'm"
            | "i'd"
            | "we"
            | "we'll"
            | "we've"
            | "we're"
            | "we'd"
            | "she"
            | "he"
            | "she'll"
            | "he'll"
    );
    let theirs = scene.addressee().is_some_and(|from| from.split(' ').any(|part| part == text.low(at)));
    let token = &text.tokens()[at];
    let name = text.is_word(at)
        && token.capital
        && !token.shouted
        && !text.is(at, List::Stop)
        && !text.is(at, List::TimeWord);
    speaker || (name && !theirs)
}

/// Asking for what they have told, or sending them elsewhere to tell it again.
fn ask_back(scene: &Scene<'_>, ledger: &mut Ledger) -> bool {
    let text = scene.text;
    let Some(hit) = text.hits(List::AskBack).first() else { return false };
    let told = scene.context.heard.is_some_and(|heard| {
        let bag = heard.told.iter().flat_map(|said| said.split_whitespace()).any(|word| {
            let word = crate::appraisal::text::stem(&word.to_lowercase()).to_owned();
            (0..text.tokens().len()).any(|at| text.is_content(at) && text.stem(at) == word)
        });
        bag || !heard.told.is_empty()
    });
    let weight = if told { -0.3 } else { -0.15 };
    let why = if told {
        format!("'{}': they have told you that already.", text.quote(hit))
    } else {
        format!("'{}' gives them more to do before anything is done.", text.quote(hit))
    };
    ledger.add(THIS, "asks-back", weight, text.hit_span(hit), why);
    true
}
