//! `mingle replay`: plays journals again and verifies them; shows what a changed move, or a changed scenario, would change.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::game::Sitting;
use crate::game::journal::{Journal, read_moves};
use crate::game::replay::{otherwise, replay as verify, retold};
use crate::report::offers::offers;
use crate::report::page::turn::{Kind, turns};
use crate::report::{differ, json as as_json, why};
use crate::scenario::Scenario;
use crate::sim::{MessageId, Minute};

use super::args_after::ReplayArgs;
use super::code::{Code, Failure, Outcome};
use super::{open, out};

/// Threads for what-ifs.
const THREADS: usize = 2;

pub(super) fn replay(args: &ReplayArgs) -> Outcome {
    let until = args.until.as_deref().map(|text| {
        Minute::parse(text)
            .ok_or_else(|| Failure::new(Code::Usage, "mingle: --until wants a day and time, as \"1 12:00\""))
    });
    let until = until.transpose()?;
    let mut worst = Code::Done;
    let mut objects = Vec::new();
    for path in &args.journals {
        let (scenario, journal) = open::journal(path, args.scenario.as_deref(), args.photos.as_deref())?;
        if args.scenario.is_some() && journal.header().digest != scenario.digest {
            let changed = under(args, path, &scenario, &journal)?;
            if args.json {
                objects.push(changed);
            } else {
                out::data(&told(path, &changed))?;
            }
            continue;
        }
        if args.journals.len() > 1 && (args.what_if.is_some() || args.offer.is_some()) {
            return Err(Failure::new(Code::Usage, "mingle: --what-if and --offer take one journal"));
        }
        match verify(&scenario, &journal, until) {
            Ok(played) => after(args, &journal, &played)?,
            Err(mismatch) => {
                out::talk(&format!("mingle: {}: {mismatch}", path.display()));
                worst = Code::No;
                continue;
            }
        };
    }
    if !objects.is_empty() {
        out::data(&format!("{}\n", Value::Array(objects)))?;
    }
    Ok(worst)
}

/// What is asked for of a play that verified.
fn after(args: &ReplayArgs, journal: &Journal, played: &Sitting) -> Outcome {
    if let Some(number) = args.offer {
        return offered(args, played, MessageId(number));
    }
    let Some(path) = &args.what_if else {
        return if args.json {
            out::data(&format!("{}\n", as_json::run(played)))
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
    let other = otherwise(played, &changes);
    for (record, refusal) in &other.fell_away {
        out::talk(&format!("mingle: {} at {} falls away: {refusal}", record.play.verb(), record.at));
    }
    let difference = differ::between(played, &other.sitting);
    if args.json {
        let object = json!({
            "played": as_json::run(played),
            "what_if": as_json::run(&other.sitting),
            "differs": difference.people.iter().map(|one| json!({
                "person": one.name, "was": one.was, "would_be": one.would_be, "side": one.side,
                "other_side": one.other_side, "why": one.why,
            })).collect::<Vec<Value>>(),
            "ledger": { "earned": difference.earned, "gained": difference.gained, "expected": difference.expected },
        });
        return out::data(&format!("{object}\n"));
    }
    out::data(&differ::text(&difference))
}

/// What else could have been done at a message.
fn offered(args: &ReplayArgs, played: &Sitting, message: MessageId) -> Outcome {
    let offers = offers(played, message, THREADS);
    if offers.is_empty() {
        out::talk(&format!("mingle: there is nothing to change about message {}", message.0));
        return Ok(Code::No);
    }
    if args.json {
        return out::data(&format!("{}\n", serde_json::to_string(&offers).expect("offers are plain data")));
    }
    let mut text = format!("\"{}\"\n", why::excerpt(played.text(message), 70));
    for offer in offers {
        let line = serde_json::to_string(&offer.record).expect("a record is plain data");
        let _ = writeln!(text, "{:+.1} points: {}\n  {line}", offer.points, offer.what);
    }
    text.push_str("A line of these in a file, given with --what-if, shows who would stand otherwise.\n");
    out::data(&text)
}

/// A recorded play under a changed scenario.
fn under(
    args: &ReplayArgs,
    path: &Path,
    scenario: &Arc<Scenario>,
    journal: &Journal,
) -> Result<Value, Failure> {
    let name = args.was.as_deref().unwrap_or(&journal.header().scenario);
    let wanted = |e: String| {
        let message =
            format!("{e}\nmingle: {}: give the scenario that was played with --was", path.display());
        Failure::new(Code::BadInput, message)
    };
    let played = open::scenario(name).map_err(|e| wanted(e.message))?;
    let was =
        verify(&played, journal, None).map_err(|e| wanted(format!("mingle: {}: {e}", path.display())))?;
    let other = retold(&was, scenario);
    let difference = differ::between(&was, &other.sitting);
    let flipped: Vec<Value> = difference
        .people
        .iter()
        .filter(|one| one.side != one.other_side)
        .map(|one| json!({ "person": one.name, "was": one.side, "would_be": one.other_side, "why": one.why }))
        .collect();
    let points = |sitting: &Sitting| -> Vec<String> {
        let all = turns(sitting, THREADS).into_iter().filter(|turn| turn.kind != Kind::Carried);
        all.map(|turn| format!("{}, {}: {}", turn.at, turn.who, why::excerpt(&turn.text, 60))).collect()
    };
    let (before, after) = (points(&was), points(&other.sitting));
    Ok(json!({
        "journal": path.display().to_string(),
        "ends_well": { "was": difference.ends_well[0], "would_be": difference.ends_well[1] },
        "meters": difference.meters,
        "people": flipped,
        "turning_points": {
            "gone": before.iter().filter(|one| !after.contains(one)).collect::<Vec<_>>(),
            "new": after.iter().filter(|one| !before.contains(one)).collect::<Vec<_>>(),
        },
        "fell_away": other.fell_away.len(),
    }))
}

fn told(path: &Path, changed: &Value) -> String {
    let well = |key: &str| changed["ends_well"][key].as_bool() == Some(true);
    let said = |well: bool| if well { "ended well" } else { "did not end well" };
    let verdict = match (well("was"), well("would_be")) {
        (was, would) if was == would => format!("the verdict stays: it {}", said(was)),
        (was, would) => {
            format!("the verdict flips: it {}, and with the change it {}", said(was), said(would))
        }
    };
    let mut text = format!("{}: {verdict}\n", path.display());
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    for one in list(&changed["people"]) {
        let (person, was, would) = (word(&one["person"]), word(&one["was"]), word(&one["would_be"]));
        let _ = writeln!(text, "  {person}: {was}, now {would}");
    }
    for (key, label) in [("gone", "no turning point any more"), ("new", "a turning point now")] {
        for one in list(&changed["turning_points"][key]) {
            let _ = writeln!(text, "  {label}: {}", word(&one));
        }
    }
    if let Some(moves) = changed["fell_away"].as_u64().filter(|moves| *moves > 0) {
        let _ = writeln!(text, "  {moves} moves were not possible any more");
    }
    text
}
