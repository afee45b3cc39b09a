//! Help somebody can use: an answer, a tip, steps, or where and when to find a thing.

use crate::appraisal::lexicon::list;
use crate::appraisal::reader::{Notes, Reader};
use crate::appraisal::token::Kind;
use crate::appraisal::{Dimension, Verdict, Why};

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let page = &reader.page;
    // "A tip: ..." gives one; "the tip of my tongue" does not.
    let given = |run: &std::ops::Range<usize>| {
        let bare = matches!(page.tokens[run.start].word.as_str(), "tip" | "tips");
        !bare || page.tokens.get(run.end).is_some_and(|next| matches!(next.kind, Kind::Mark(_)))
    };
    let free = |run: &std::ops::Range<usize>| !page.tokens[run.start].negated && given(run);
    // "If you really cared" and "like if you agree" help nobody.
    let begs = notes.cues.iter().any(|cue| matches!(cue.rule, "guilt" | "bait"));
    let tip = reader.hits(&list::TIP).into_iter().find(free).filter(|_| !begs);
    let mut part = |rule, weight, run: Option<std::ops::Range<usize>>, why: &'static str| {
        if let Some(run) = run {
            notes.add(Dimension::Useful, rule, weight, page.span(&run), Why::Quotes(why));
        }
    };
    part("tip", 0.35, tip, "gives people something they can do themselves.");
    part("steps", 0.25, steps(reader), "puts one step after another.");
    let when = reader
        .hits(&list::WHEN)
        .into_iter()
        .next()
        .or_else(|| page.tokens.iter().position(|token| token.kind == Kind::Time).map(|at| at..at + 1));
    part("says-when", 0.15, when, "says when.");
    part("says-where", 0.15, reader.hits(&list::PLACE).into_iter().next(), "says where.");
    answer(reader, notes);
}

fn steps(reader: &Reader<'_>) -> Option<std::ops::Range<usize>> {
    let tokens = &reader.page.tokens;
    let at = |words: &[&str]| tokens.iter().position(|token| words.contains(&token.word.as_str()));
    let first = at(&["first", "start", "1", "step"])?;
    let then = at(&["then", "next", "2", "after", "finally"])?;
    (first < then).then_some(first..then + 1)
}

fn answer(reader: &Reader<'_>, notes: &mut Notes) {
    let Some(heard) = reader.context.heard else { return };
    let span = notes.claims.iter().find_map(|claim| match claim.verdict {
        Verdict::Confirmed(fact) if heard.answers.contains(&fact) => Some(claim.span.clone()),
        Verdict::Confirmed(_)
        | Verdict::Contradicted(_)
        | Verdict::SaidOtherwise(_)
        | Verdict::Unsupported => None,
    });
    if let Some(span) = span {
        let why = Why::Quotes("is what they needed to know.");
        notes.add(Dimension::Useful, "answers", 0.5, span, why);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::sample;

    #[track_caller]
    fn check(text: &str, low: f64, high: f64) {
        sample::check(text, &sample::read_post(text), Dimension::Useful, low, high);
    }

    #[test]
    fn help_is_seen() {
        check("A tip: wrap it in a cloth. First cool it, then slice it.", 0.55, 1.0);
        check("How to keep rye: cut side down on a board until Sunday.", 0.3, 0.7);
        check("We are the best.", 0.0, 0.0);
        check("Lovely day.", 0.0, 0.0);
        check("Open today next to the bridge.", 0.25, 0.5);
    }

    #[test]
    fn an_answer_helps() {
        let text = "We open at 7 on Sunday.";
        sample::check(text, &sample::read_reply(text, &sample::sunday()), Dimension::Useful, 0.5, 1.0);
    }
}
