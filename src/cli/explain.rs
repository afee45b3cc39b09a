//! How a message reads, as plain lines for people: its words underlined where they did something, and why.

use anstyle::{AnsiColor, Style};

use crate::appraisal::welcome::{Told, told};
use crate::appraisal::{Appraisal, BrandSheet, Context, Deed, appraise};
use crate::sim::room::Room;

/// Reasons told for each message.
const REASONS: usize = 3;

/// A message in one room: the text, the verdict, and the strongest reasons in a sentence each.
pub(super) fn in_room(text: &str, room: &Room, brand: &BrandSheet, colour: bool) -> String {
    let words = read(text, room, brand);
    let told = told(text, &words, REASONS);
    let mut lines = vec![marked(text, &told, colour), format!("  {}", verdict(&words, room, colour))];
    lines.extend(told.iter().map(|one| reason(one, colour)));
    lines.join("\n")
}

/// The same message in several rooms, a line each, with the strongest reason that is not the same everywhere.
pub(super) fn in_rooms(text: &str, rooms: &[&Room], brand: &BrandSheet, colour: bool) -> String {
    let read: Vec<(&Room, Appraisal)> = rooms.iter().map(|room| (*room, read(text, room, brand))).collect();
    let reasons: Vec<Vec<Told>> = read.iter().map(|(_, words)| told(text, words, 2 * REASONS)).collect();
    let everywhere = |one: &Told| reasons.iter().all(|there| there.iter().any(|other| other.why == one.why));
    let chosen: Vec<Option<&Told>> = reasons
        .iter()
        .map(|here| {
            let heavy = |one: &&Told| here.first().is_some_and(|first| 2.0 * one.weight >= first.weight);
            here.iter().filter(heavy).find(|one| !everywhere(one)).or_else(|| here.first())
        })
        .collect();
    let all: Vec<Told> = chosen.iter().copied().flatten().cloned().collect();
    let mut lines = vec![marked(text, &all, colour)];
    for ((room, words), one) in read.iter().zip(chosen) {
        let why = one.map_or(String::new(), |one| format!("  {}", one.why));
        lines.push(format!("  {}{why}", verdict(words, room, colour)));
    }
    lines.join("\n")
}

fn read(text: &str, room: &Room, brand: &BrandSheet) -> Appraisal {
    let norms = &room.norms;
    appraise(text, &Context { norms, brand, deed: Deed::Post, heard: None, picture: None, before: &[] })
}

/// Room, word, number and certainty, in columns.
fn verdict(words: &Appraisal, room: &Room, colour: bool) -> String {
    let (word, style) = match words.welcome {
        _ if words.is_unsure() => ("cannot tell", plain()),
        welcome if welcome > 0.15 => ("welcome", good()),
        welcome if welcome < -0.15 => ("unwelcome", bad()),
        _ => ("so-so", plain()),
    };
    let verdict = painted(&format!("{word:<11}"), style, colour);
    format!(
        "{:<10} {verdict} {:+.2}  {:>3.0} % sure",
        room.name(),
        words.welcome,
        (100.0 * words.confidence).min(99.0)
    )
}

fn reason(one: &Told, colour: bool) -> String {
    let (sign, style) = if one.good { ("+", good()) } else { ("-", bad()) };
    format!("    {} {}", painted(sign, style, colour), one.why)
}

/// The text with the words of the reasons underlined; without colour it stays as it is, as the reasons quote them.
fn marked(text: &str, told: &[Told], colour: bool) -> String {
    let mut spans: Vec<&Told> = told.iter().filter(|one| !one.span.is_empty()).collect();
    spans.sort_by_key(|one| one.span.start);
    let (mut out, mut at) = (String::new(), 0);
    for one in spans {
        let Some(words) = text.get(one.span.clone()).filter(|_| one.span.start >= at) else { continue };
        let style = if one.good { good() } else { bad() }.underline();
        out.push_str(&text[at..one.span.start]);
        out.push_str(&painted(words, style, colour));
        at = one.span.end;
    }
    out + &text[at..]
}

fn painted(text: &str, style: Style, colour: bool) -> String {
    if colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
}

const fn plain() -> Style {
    Style::new()
}

const fn good() -> Style {
    AnsiColor::Green.on_default()
}

const fn bad() -> Style {
    AnsiColor::Red.on_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(good: bool, span: std::ops::Range<usize>) -> Told {
        Told::new(good, span, "why".to_owned())
    }

    #[test]
    fn words_are_underlined_where_they_did_something() {
        let told = [one(false, 4..7), one(true, 0..3), one(true, 5..9), one(false, 0..0)];
        assert_eq!(marked("Buy now, é", &told, false), "Buy now, é");
        let seen = marked("Buy now, é", &told, true);
        assert_eq!(seen.replace("\u{1b}[0m", "|").replace("\u{1b}[4m", "_"), {
            let (green, red) = ("\u{1b}[32m", "\u{1b}[31m");
            format!("_{green}Buy| _{red}now|, é")
        });
    }
}
