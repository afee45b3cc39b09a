//! Hears promises to come back ("I'll find out and tell you by noon") and when they fall due.

use std::ops::Range;

use super::Due;
use super::lexicon::List;
use super::text::Text;
use super::token::Sentence;

/// Words between "I'll" and what is promised.
const REACH: usize = 8;

/// Every promise in the text, at most one a sentence.
pub(super) fn promises(text: &Text<'_>) -> Vec<(Range<usize>, Option<Due>)> {
    text.sentences().iter().filter_map(|sentence| in_sentence(text, sentence)).collect()
}

fn in_sentence(text: &Text<'_>, sentence: &Sentence) -> Option<(Range<usize>, Option<Due>)> {
    if sentence.question {
        return None;
    }
    let inside = |at: usize| sentence.tokens.contains(&at);
    let back = text.hits(List::Comeback).iter().filter(|hit| inside(hit.first));
    for back in back {
        // "Back to you by noon" needs no "I'll"; everything else does.
        let bare = matches!(text.low(back.first), "back" | "hear" | "you'll") && back.first != back.last;
        let start = text
            .hits(List::Promise)
            .iter()
            .filter(|hit| inside(hit.first) && hit.last < back.first && back.first - hit.last <= REACH)
            .map(|hit| hit.first)
            .next_back();
        let start = match start {
            Some(start) => start,
            None if bare => back.first,
            None => continue,
        };
        if (start..=back.last).any(|at| text.is(at, List::Negator)) {
            continue;
        }
        let due = due(text, sentence.tokens.clone());
        let end = due.map_or(back.last, |(_, last)| last.max(back.last));
        return Some((text.span(start, end), due.map(|(due, _)| due)));
    }
    None
}

/// When something is due, and the last token that says so.
pub(super) fn due(text: &Text<'_>, tokens: Range<usize>) -> Option<(Due, usize)> {
    tokens.clone().find_map(|at| {
        let due = due_at(text, at, tokens.clone())?;
        Some((due, at))
    })
}

fn due_at(text: &Text<'_>, at: usize, tokens: Range<usize>) -> Option<Due> {
    let before = |n: usize| if at >= tokens.start + n { text.low(at - n) } else { "" };
    let due = match text.low(at) {
        "noon" | "midday" => Due::At(720),
        "lunchtime" | "lunch" => Due::At(780),
        "tonight" => Due::At(1260),
        "evening" if before(1) == "this" => Due::At(1200),
        "afternoon" if before(1) == "this" => Due::At(1020),
        "morning" if before(1) == "this" => Due::At(720),
        "today" | "teatime" => Due::At(1080),
        "day" if before(1) == "the" && before(2) == "of" => Due::At(1080),
        "closing" | "close" if matches!(before(1), "by" | "before" | "we") => Due::At(1080),
        "midnight" => Due::At(1439),
        "tomorrow" => Due::Tomorrow,
        "hour" | "hours" | "hr" | "hrs" | "minute" | "minutes" | "min" | "mins" | "day" | "days" => {
            return span_of_time(text, at, tokens);
        }
        _ => return clock(text, at, &tokens, before(1)),
    };
    Some(due)
}

/// "in an hour", "within the hour", "in half an hour", "in 20 minutes", "in two days".
fn span_of_time(text: &Text<'_>, at: usize, tokens: Range<usize>) -> Option<Due> {
    let unit = match text.low(at) {
        "minute" | "minutes" | "min" | "mins" => 1,
        "day" | "days" => 1440,
        _ => 60,
    };
    let before = |n: usize| if at >= tokens.start + n { text.low(at - n) } else { "" };
    let led = |from: usize| (from..from + 3).any(|n| matches!(before(n), "in" | "within" | "inside"));
    if !led(2) {
        return None;
    }
    if before(2) == "half" && before(1) == "an" {
        return Some(Due::In(30));
    }
    let count = match before(1) {
        "a" | "an" | "the" | "one" => 1,
        "of" if before(2) == "couple" => 2,
        "few" => 3,
        _ => u32::try_from(text.value(at.checked_sub(1)?)? / 100).ok()?,
    };
    Some(Due::In(count.min(60 * 24 * 60).saturating_mul(unit)))
}

/// "by 3pm", "at 9:30", "before 15:00", "by three".
fn clock(text: &Text<'_>, at: usize, tokens: &Range<usize>, before: &str) -> Option<Due> {
    if !matches!(before, "by" | "before" | "at" | "around" | "about") {
        return None;
    }
    let value = u32::try_from(text.value(at)?).ok()?;
    let (hours, minutes) = (value / 100, value % 100);
    if hours > 24 || minutes > 59 {
        return None;
    }
    let low = text.low(at);
    let next = if tokens.contains(&(at + 1)) { text.low(at + 1) } else { "" };
    if matches!(next, "minutes" | "hours" | "days" | "weeks" | "people") {
        return None;
    }
    let hours = match hours {
        12 if low.ends_with("am") || next == "am" => 0,
        _ if low.ends_with("am") || next == "am" => hours,
        1..=11 if low.ends_with("pm") || next == "pm" => hours + 12,
        // "By three" is said of an afternoon.
        1..=6 => hours + 12,
        _ => hours,
    };
    Some(Due::At((hours * 60 + minutes).min(1439)))
}
