//! `mingle replay`: plays a journal again, verifies it, and shows what a changed move would change.

use serde_json::json;

use crate::game::Sitting;
use crate::game::journal::read_moves;
use crate::game::replay::{otherwise, replay as verify};
use crate::report::json as as_json;
use crate::report::standing::shift;
use crate::sim::Minute;

use super::args::ReplayArgs;
use super::code::{Code, Failure, Outcome};
use super::{open, out};

/// Differences smaller than this are not worth a line.
const SEEN: f64 = 0.01;

pub(super) fn replay(args: &ReplayArgs) -> Outcome {
    let until = args.until.as_deref().map(|text| {
        Minute::parse(text)
            .ok_or_else(|| Failure::new(Code::Usage, "mingle: --until wants a day and time, as \"1 12:00\""))
    });
    let until = until.transpose()?;
    let (scenario, journal) = open::journal(&args.journal, args.scenario.as_deref(), args.photos.as_deref())?;
    let played = match verify(&scenario, &journal, until) {
        Ok(sitting) => sitting,
        Err(mismatch) => {
            out::talk(&format!("mingle: {}: {mismatch}", args.journal.display()));
            return Ok(Code::No);
        }
    };
    let Some(path) = &args.what_if else {
        return if args.json {
            out::data(&format!("{}\n", as_json::run(&played)))
        } else {
            let (moves, hash) = (journal.records().len(), played.hash());
            out::data(&format!(
                "{moves} moves verified; the story stands at {} with hash {hash}\n",
                played.world().now
            ))
        };
    };
    let bad = |e: String| Failure::new(Code::BadInput, format!("mingle: {}: {e}", path.display()));
    let changes = read_moves(&open::text(path)?).map_err(|e| bad(e.to_string()))?;
    let other = otherwise(&played, &changes);
    for (record, refusal) in &other.fell_away {
        out::talk(&format!("mingle: {} at {} falls away: {refusal}", record.play.verb(), record.at));
    }
    compare(&played, &other.sitting, args.json)
}

fn compare(played: &Sitting, other: &Sitting, as_object: bool) -> Outcome {
    let people = &played.world().setup.people;
    let mut differs: Vec<(f64, f64, &str)> = people
        .iter()
        .map(|p| (shift(played.world(), p.id), shift(other.world(), p.id), p.name.as_str()))
        .filter(|(was, would, _)| (was - would).abs() >= SEEN)
        .collect();
    differs.sort_by(|a, b| (b.0 - b.1).abs().total_cmp(&(a.0 - a.1).abs()));
    if as_object {
        let people: Vec<_> = differs
            .iter()
            .map(|(was, would, name)| json!({ "person": name, "was": was, "would_be": would }))
            .collect();
        let object =
            json!({ "played": as_json::run(played), "what_if": as_json::run(other), "differs": people });
        return out::data(&format!("{object}\n"));
    }
    let mut lines = vec![format!("{} people would stand otherwise:", differs.len())];
    lines.extend(
        differs.iter().map(|(was, would, name)| format!("  {name}: {was:+.2}, would be {would:+.2}")),
    );
    out::data(&format!("{}\n", lines.join("\n")))
}
