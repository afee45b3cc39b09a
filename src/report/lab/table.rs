//! A study as an aligned table for people, no line wider than eighty columns.

use std::fmt::Write as _;

use crate::lab::figures::Meter;
use crate::lab::spread::Spread;
use crate::lab::study::Study;
use crate::lab::summary::{COMPARED, Measure, Summary, summaries};

/// Columns of the names of policies.
const NAME: usize = 12;
/// Columns of a meter, and of a difference.
const METER: usize = 12;
const GAP: usize = 22;
/// No line is wider.
const WIDTH: usize = 80;
/// So many reasons of each policy are shown.
const REASONS: usize = 3;

/// The table, with a line feed at the end.
pub fn study(study: &Study) -> String {
    let (all, mut text) = (summaries(study), String::new());
    let plays = if study.runs == 1 { "play" } else { "plays" };
    let last = study.seed.wrapping_add(study.runs - 1);
    let _ = writeln!(
        text,
        "{}: {} {plays} of each policy, seeds {} to {last}",
        study.scenario, study.runs, study.seed
    );
    meters(&mut text, "Meters, mean and standard deviation", &all, |spread| {
        format!("{:.1} ±{:.1}", spread.mean, spread.sd)
    });
    meters(
        &mut text,
        "Meters, from the tenth by the fiftieth to the ninetieth of a hundred",
        &all,
        |spread| format!("{:.0} {:.0} {:.0}", spread.p10, spread.p50, spread.p90),
    );
    ledger(&mut text, &all);
    behind(&mut text, &all);
    reasons(&mut text, &all);
    text
}

fn head(text: &mut String, title: &str, columns: &[&str], width: usize) {
    let _ = writeln!(text, "\n{title}");
    row(text, "", columns.iter().map(|column| (*column).to_string()), width);
}

fn row(text: &mut String, name: &str, cells: impl Iterator<Item = String>, width: usize) {
    let mut line = format!("{name:<NAME$}");
    for cell in cells {
        let _ = write!(line, "{cell:>width$}");
    }
    let _ = writeln!(text, "{}", line.trim_end());
}

fn meters(text: &mut String, title: &str, all: &[Summary], cell: impl Fn(&Spread) -> String) {
    head(text, title, &Meter::ALL.map(Meter::name), METER);
    for summary in all {
        row(text, &summary.policy, summary.meters.iter().map(|(_, spread)| cell(spread)), METER);
    }
}

fn ledger(text: &mut String, all: &[Summary]) {
    head(
        text,
        "Ledger, means of a play",
        &["expected", "good sales", "bad sales", "earned", "gained"],
        METER,
    );
    for summary in all {
        let ledger = summary.ledger;
        let cells = [
            format!("{:.2}", ledger.expected),
            format!("{:.2}", ledger.good),
            format!("{:.2}", ledger.bad),
            format!("{:.1}", ledger.brand),
            format!("{:.1}", ledger.people),
        ];
        row(text, &summary.policy, cells.into_iter(), METER);
    }
}

fn behind(text: &mut String, all: &[Summary]) {
    if all.iter().all(|summary| summary.behind.is_empty()) {
        return;
    }
    let title = "How far the host is ahead on the same seeds, and the 95 % interval of it";
    head(text, title, &COMPARED.map(Measure::name), GAP);
    for summary in all.iter().filter(|summary| !summary.behind.is_empty()) {
        let cells = summary.behind.iter().map(|(measure, gap)| {
            // A sale is a hundredth of what a meter can be.
            let places = match measure {
                Measure::Meter(_) => 1,
                Measure::GoodSales => 2,
            };
            match gap.interval {
                Some((low, high)) => {
                    format!("{:+.places$} ({low:.places$} to {high:.places$})", gap.mean)
                }
                None => format!("{:+.places$}", gap.mean),
            }
        });
        row(text, &summary.policy, cells, GAP);
    }
}

fn reasons(text: &mut String, all: &[Summary]) {
    let _ = writeln!(text, "\nWhat people held against it, as shares of the trust and warmth lost");
    for summary in all {
        let mut line = format!("{:<NAME$}", summary.policy);
        let mut reasons: Vec<String> = summary
            .blame
            .iter()
            .take(REASONS)
            .map(|(blame, share)| format!("{} {:.0} %", blame.words(), 100.0 * share))
            .collect();
        if reasons.is_empty() {
            reasons.push("nothing".to_string());
        }
        for (number, reason) in reasons.iter().enumerate() {
            let part = if number == 0 { reason.clone() } else { format!(", {reason}") };
            if line.chars().count() + part.chars().count() > WIDTH {
                let _ = writeln!(text, "{},", line.trim_end());
                line = format!("{:<NAME$}{reason}", "");
            } else {
                line.push_str(&part);
            }
        }
        let _ = writeln!(text, "{line}");
    }
}
