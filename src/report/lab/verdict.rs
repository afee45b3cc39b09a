//! A certification in words: how far the host is ahead of each policy, and every check that does not hold.

use std::fmt::Write as _;

use crate::lab::certify::{Check, Measured};
use crate::lab::figures::Meter;
use crate::lab::policy::Policy;
use crate::lab::study::Study;
use crate::lab::summary::Measure;

/// The table, then what does not hold, one line each; a line feed at the end.
pub fn certification(study: &Study, checks: &[Check]) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}: {} plays of each policy; the host is ahead by", study.scenario, study.runs);
    let _ = writeln!(
        text,
        "\n{:<12}{:>9}{:>23}{:>11}{:>12}  of its own",
        "", "bonds", "least in", "answering", "good sales"
    );
    for policy in Policy::ALL.into_iter().filter(|policy| *policy != Policy::Host) {
        row(&mut text, policy, checks);
    }
    let failed: Vec<&Check> = checks.iter().filter(|check| !check.holds).collect();
    if failed.is_empty() {
        let _ = writeln!(text, "\nIt teaches what it claims: all {} checks hold.", checks.len());
    } else {
        let _ = writeln!(
            text,
            "\nIt does not teach what it claims. Of {} checks {} fail:",
            checks.len(),
            failed.len()
        );
        for check in failed {
            let _ = writeln!(text, "  {}", sentence(check));
        }
    }
    text
}

fn row(text: &mut String, policy: Policy, checks: &[Check]) {
    let mine = || checks.iter().filter(|check| check.policy == policy);
    let ahead = |measure: Measure| {
        mine().find(|c| c.room.is_none() && c.measured == Measured::Ahead(measure)).map_or(0.0, |c| c.found)
    };
    let in_rooms = mine().filter(|check| check.room.is_some());
    let least = in_rooms.min_by(|a, b| a.found.total_cmp(&b.found));
    let least = least
        .map_or_else(String::new, |c| format!("{:+.1} {}", c.found, c.room.as_deref().unwrap_or_default()));
    let own = mine().next_back().map_or_else(String::new, |check| match check.measured {
        Measured::Share(_) => format!("{:.0} %", 100.0 * check.found),
        Measured::Ahead(_) | Measured::Closeness => format!("{:+.1}", check.found),
    });
    let _ = writeln!(
        text,
        "{:<12}{:>+9.1}{least:>23}{:>+11.1}{:>+12.2}{own:>12}",
        policy.name(),
        ahead(Measure::Meter(Meter::Bonds)),
        ahead(Measure::Meter(Meter::Answering)),
        ahead(Measure::GoodSales),
    );
}

/// One check that does not hold, with policy, measure, room and margin.
pub fn sentence(check: &Check) -> String {
    let policy = check.policy.name();
    let room = check.room.as_deref().map_or_else(String::new, |room| format!(" in the {room}"));
    let range = check.interval.map_or_else(String::new, |(low, high)| format!(" ({low:.2} to {high:.2})"));
    match check.measured {
        Measured::Closeness => format!(
            "{policy}: bonds{room}: {:.2}{range}; people have to be closer than at the start, at {:.0}",
            check.found, check.needed
        ),
        Measured::Ahead(measure) => format!(
            "{policy}: {}{room}: the host is ahead by {:+.2}{range}; it has to be more than {:.0} for sure",
            measure.name(),
            check.found,
            check.needed
        ),
        Measured::Share(blames) => {
            let names: Vec<&str> = blames.iter().map(|blame| blame.words()).collect();
            format!(
                "{policy}: its own fault ({}): {:.0} % of what is held against it; it has to be {:.0} %",
                names.join(", or "),
                100.0 * check.found,
                100.0 * check.needed
            )
        }
    }
}
