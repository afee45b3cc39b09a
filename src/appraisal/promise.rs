//! Finds what is heard as a promise to come back, and when it falls due.

use std::ops::Range;

use super::Due;
use super::lexicon::list;
use super::reader::{Notes, Reader};
use super::token::{Kind, Page, Token};

/// Words between "I'll" and the act ("I'll quickly go and ask").
const GAP: usize = 4;

pub(super) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let page = &reader.page;
    for sentence in &page.sentences {
        if sentence.question {
            continue;
        }
        let mut index = sentence.tokens.start;
        while index < sentence.tokens.end {
            if let Some(span) = promise_at(page, index, sentence.tokens.end) {
                notes.promises.push((page.span(&span), due(&page.tokens[sentence.tokens.clone()])));
                // One sentence is one promise, however many verbs it strings together.
                break;
            }
            index += 1;
        }
    }
}

/// The token range of a promise that begins here: a will of one's own and an act of coming back.
fn promise_at(page: &Page, index: usize, end: usize) -> Option<Range<usize>> {
    let from = index + will_at(&page.tokens[..end], index)?;
    for at in from..(from + GAP).min(end) {
        if let Some(length) = list::COMEBACK.at(&page.tokens[..end], at) {
            if page.tokens[at].negated {
                return None;
            }
            return Some(index..clause_end(page, at + length, end));
        }
    }
    None
}

/// How many tokens say that the speaker will do something.
fn will_at(tokens: &[Token], index: usize) -> Option<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word.as_str());
    match (word(index), word(index + 1), word(index + 2)) {
        ("i'm" | "we're", "going", "to") => Some(3),
        ("i" | "we", "will" | "shall", _) | ("let", "me" | "us", _) => Some(2),
        ("i'll" | "we'll", _, _) => Some(1),
        ("on", "it", next) if next.is_empty() || !tokens[index + 2].is_wordlike() => Some(0),
        ("looking", "into", "it" | "this" | "that") => Some(0),
        _ => None,
    }
}

/// The promise runs to the end of its sentence, without the closing mark.
fn clause_end(page: &Page, from: usize, end: usize) -> usize {
    (from..end).find(|&at| matches!(page.tokens[at].kind, Kind::Mark('.' | '!' | ';'))).unwrap_or(end)
}

/// When a sentence says it will be done.
pub(super) fn due(tokens: &[Token]) -> Option<Due> {
    for (index, token) in tokens.iter().enumerate() {
        let before = index.checked_sub(1).map_or("", |at| tokens[at].word.as_str());
        let next = tokens.get(index + 1).map_or("", |token| token.word.as_str());
        let found = match token.word.as_str() {
            "tomorrow" => Some(Due::Tomorrow),
            "noon" | "midday" | "lunchtime" | "lunch" => Some(Due::At(12 * 60)),
            "tonight" => Some(Due::At(21 * 60)),
            "afternoon" if before == "this" => Some(Due::At(17 * 60)),
            "evening" if before == "this" => Some(Due::At(21 * 60)),
            "closing" => Some(Due::At(18 * 60)),
            "end" if next == "of" => tokens
                .get(index + 2..)
                .and_then(|rest| {
                    rest.iter().take(2).find(|token| token.word == "day" || token.word == "today")
                })
                .map(|_| Due::At(18 * 60)),
            "hour" => match before {
                "half" => Some(Due::In(30)),
                "an" | "the" | "1" | "one" => Some(Due::In(60)),
                _ => None,
            },
            "an" if before == "half" && next == "hour" => Some(Due::In(30)),
            "minutes" | "mins" | "min" => count(before, tokens, index).map(Due::In),
            "hours" => count(before, tokens, index).map(|hours| Due::In(hours.saturating_mul(60))),
            _ if token.kind == Kind::Time => clock(token).map(Due::At),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    tokens.iter().any(|token| token.word == "today").then_some(Due::At(18 * 60))
}

fn count(before: &str, tokens: &[Token], index: usize) -> Option<u32> {
    let stem = index.checked_sub(1).map(|at| tokens[at].stem.as_str())?;
    let _ = before;
    stem.parse::<u32>().ok().filter(|&number| number > 0 && number <= 10_000)
}

/// The minute of the day of a clock time; small hours without a sign are meant after noon.
fn clock(token: &Token) -> Option<u32> {
    let digits = token.stem.trim_end_matches(|c: char| !c.is_ascii_digit());
    let (hours, minutes) = digits.split_once([':', '.']).unwrap_or((digits, "0"));
    let (mut hours, minutes) = (hours.parse::<u32>().ok()?, minutes.parse::<u32>().ok()?);
    if hours > 24 || minutes > 59 {
        return None;
    }
    let morning = token.word.ends_with("am");
    if (token.word.ends_with("pm") && hours < 12) || (!morning && (1..=7).contains(&hours)) {
        hours += 12;
    }
    Some((hours * 60 + minutes) % 1440)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::{appraise, sample};

    #[track_caller]
    fn check(text: &str, expected: Option<Option<Due>>) {
        let room = sample::klatch();
        let brand = sample::bakery();
        let found = appraise(text, &sample::post(&room, &brand)).promises;
        assert_eq!(found.first().map(|promise| promise.1), expected, "{text}");
    }

    #[test]
    fn promises_to_come_back_are_heard() {
        check("I don't know yet, I'll find out and tell you by noon.", Some(Some(Due::At(720))));
        check("We'll let you know tomorrow.", Some(Some(Due::Tomorrow)));
        check("I'll message you", Some(None));
        check("I will check and write back in 20 minutes.", Some(Some(Due::In(20))));
        check("Let me ask Mabel, I'll tell you by 5.", Some(Some(Due::At(17 * 60))));
        check("I'll get back to you within two hours", Some(Some(Due::In(120))));
        check("I'll look into it within half an hour", Some(Some(Due::In(30))));
        check("Looking into it now.", None.or(Some(None)));
        check("We bake bread at 5.", None);
        check("Should I ask her?", None);
        check("I won't tell you.", None);
        check("I'll keep you a rye.", None);
    }
}
