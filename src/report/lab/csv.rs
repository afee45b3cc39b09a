//! A study as CSV in the long form: one row for each play, room and measure.

use std::fmt::Write as _;

use crate::game::standing::Meters;
use crate::lab::figures::{Figures, Meter};
use crate::lab::study::Study;

/// The rows with a head; the room is `all` for figures of the whole play. Lines end with a line feed.
pub fn study(study: &Study) -> String {
    let mut text = "scenario,policy,seed,room,measure,value\n".to_string();
    for (number, policy) in study.policies.iter().enumerate() {
        for play in study.plays(number) {
            let head = format!("{},{},{}", quoted(&study.scenario), policy, play.seed);
            rows(&mut text, &head, study, play);
        }
    }
    text
}

fn rows(text: &mut String, head: &str, study: &Study, play: &Figures) {
    meters(text, head, "all", &play.meters);
    for (room, figures) in study.rooms.iter().zip(&play.rooms) {
        meters(text, head, &quoted(room), figures);
    }
    let ledger = play.ledger;
    let [closer, same, further, left] = play.people;
    let mut row = |measure: &str, value: f64| line(text, head, "all", measure, value);
    row("earned", ledger.brand);
    row("gained", ledger.people);
    row("expected good sales", ledger.expected);
    row("good sales", f64::from(ledger.good));
    row("bad sales", f64::from(ledger.bad));
    for (measure, people) in [("closer", closer), ("same", same), ("further", further), ("left", left)] {
        row(measure, people as f64);
    }
    for (blame, lost) in &play.blame {
        row(&format!("lost: {}", blame.words()), *lost);
    }
}

fn meters(text: &mut String, head: &str, room: &str, meters: &Meters) {
    for meter in Meter::ALL {
        line(text, head, room, meter.name(), meter.of(meters));
    }
}

fn line(text: &mut String, head: &str, room: &str, measure: &str, value: f64) {
    let _ = writeln!(text, "{head},{room},{measure},{value}");
}

/// A field that may hold anything, as RFC 4180 wants it.
fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_string()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fields_with_commas_and_quotes_are_quoted() {
        for (field, wanted) in [("plain", "plain"), ("a,b", "\"a,b\""), ("a \"b\"", "\"a \"\"b\"\"\"")] {
            assert_eq!(super::quoted(field), wanted);
        }
    }
}
