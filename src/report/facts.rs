//! What the published findings came to, as text and as one JSON array; emergent, mixed and input rows are never added up.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::lab::facts::{Found, Kind, Verdict};

/// The array of `lab facts --json`.
pub fn json(verdicts: &[Verdict]) -> Value {
    verdicts.iter().map(one).collect()
}

fn one(verdict: &Verdict) -> Value {
    let row = verdict.row;
    let part = |found: &Found| {
        json!({
            "what": found.what,
            "simulated": number(found.value),
            "band": [found.band.0, found.band.1],
            "pass": found.holds(),
            "events": found.events.map(number),
        })
    };
    let deciding = verdict.deciding();
    json!({
        "row": row.row,
        "kind": row.kind.word(),
        "grade": row.grade,
        "fact": row.fact,
        "published": row.published,
        "simulated": deciding.map(|found| number(found.value)),
        "band": deciding.map(|found| [found.band.0, found.band.1]),
        "pass": verdict.holds(),
        "source": row.source,
        "parts": verdict.found.iter().map(part).collect::<Vec<Value>>(),
    })
}

/// A table for people, with the three totals apart.
pub fn text(verdicts: &[Verdict], seeds: u64) -> String {
    let mut text = String::new();
    for verdict in verdicts {
        let row = verdict.row;
        let word = if verdict.holds() { "holds" } else { "FAILS" };
        put(
            &mut text,
            &format!("{:>2} {word}  {} ({}, grade {})", row.row, row.fact, row.kind.word(), row.grade),
        );
        put(&mut text, &format!("          published: {}", row.published));
        put(&mut text, &format!("          source: {}", row.source));
        for found in &verdict.found {
            let mark = if found.holds() { ' ' } else { '!' };
            let (low, high) = found.band;
            let few = match found.events {
                Some(events) if events < 400.0 => format!("; only {events:.0} events"),
                Some(_) | None => String::new(),
            };
            let line = format!(
                "        {mark} {}: {} (band {} to {}{few})",
                found.what,
                shown(found.value),
                shown(low),
                shown(high)
            );
            put(&mut text, &line);
        }
    }
    put(&mut text, "");
    for kind in [Kind::Emergent, Kind::Mixed, Kind::Input] {
        let of: Vec<&Verdict> = verdicts.iter().filter(|verdict| verdict.row.kind == kind).collect();
        let held = of.iter().filter(|verdict| verdict.holds()).count();
        put(&mut text, &format!("{:<9} {held} of {} rows hold, {seeds} seeds", kind.word(), of.len()));
    }
    text
}

fn put(text: &mut String, line: &str) {
    writeln!(text, "{}", line.trim_end()).expect("a string takes any text");
}

fn shown(x: f64) -> String {
    if x == 0.0 || x.abs() >= 0.1 { format!("{}", libm::round(x * 1e3) / 1e3) } else { format!("{x:.5}") }
}

/// Six decimals are enough; what is no number is null.
fn number(x: f64) -> Value {
    if x.is_finite() { json!(libm::round(x * 1e6) / 1e6) } else { Value::Null }
}
