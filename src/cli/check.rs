//! `mingle check`: faults of scenario files, what is unwise in them, and what of them is never seen.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::game::Sitting;
use crate::game::journal::read_moves;
use crate::game::replay::play_all;
use crate::lab::coverage;
use crate::lab::policy;
use crate::scenario::goal::{Expected, Player};
use crate::scenario::{self, Checked, Fault, Scenario, Unusable};

use super::args::CheckArgs;
use super::code::{Code, Failure, Outcome};
use super::{open, out};

pub(super) fn check(args: &CheckArgs) -> Outcome {
    let (mut objects, mut clean) = (Vec::new(), true);
    for path in &args.files {
        let name = path.display().to_string();
        if !path.exists() {
            return Err(Failure::new(Code::NoInput, format!("mingle: there is no file \"{name}\"")));
        }
        match scenario::check_scenario(path) {
            Ok(checked) => {
                clean &= checked.lints.is_empty() || !args.strict;
                objects.extend(checked.lints.iter().map(object));
                if !args.json {
                    sound(&name, &checked)?;
                }
                if args.coverage {
                    clean &= seen(path, checked.scenario, args)?;
                }
            }
            Err(Unusable::Unread(unread)) => {
                return Err(Failure::new(Code::BadInput, format!("mingle: {unread}")));
            }
            Err(unusable @ Unusable::Faulty { .. }) => {
                clean = false;
                if !args.json {
                    out::line(&open::told(&unusable))?;
                }
                objects.extend(faults(&unusable));
            }
        }
    }
    if args.json {
        out::line(&serde_json::Value::Array(objects).to_string())?;
    }
    Ok(if clean { Code::Done } else { Code::No })
}

/// A scenario without faults, and what is unwise in it.
fn sound(name: &str, checked: &Checked) -> Result<(), Failure> {
    if !checked.lints.is_empty() {
        out::line(&format!("{}\n", scenario::render(&checked.lints, &checked.sources, false)))?;
    }
    let unwise = match checked.lints.len() {
        0 => String::new(),
        1 => ", one thing to think about".to_owned(),
        many => format!(", {many} things to think about"),
    };
    let (title, beats) = (&checked.scenario.title, checked.scenario.base.beats.len());
    out::line(&format!("{name}: no faults{unwise}; \"{title}\", {beats} beats"))?;
    Ok(())
}

/// Plays it and says what was never seen, and which expected runs went otherwise; gives whether all went as expected.
fn seen(path: &Path, scenario: Scenario, args: &CheckArgs) -> Result<bool, Failure> {
    let scenario = Arc::new(scenario);
    let found = coverage::coverage(&scenario, args.seeds);
    let mut lines = vec![format!("Played {} times, by every policy with {} seeds.", found.plays, args.seeds)];
    lines.extend(found.beats.iter().map(|(_, name)| format!("  never happened: the beat \"{name}\"")));
    lines.extend(found.texts.iter().map(|(place, text)| format!("  never said: {place} \"{text}\"")));
    lines.extend(found.silent.iter().map(|name| format!("  never spoke: {name}")));
    if lines.len() == 1 {
        lines.push("  Everything in it was seen.".to_owned());
    }
    let mut as_expected = true;
    for (at, run) in scenario.expected.iter().enumerate() {
        let sitting = expected(path, &scenario, run)?;
        let misses = coverage::misses(&sitting, run);
        as_expected &= misses.is_empty();
        let who = match &run.player {
            Player::Policy(name) | Player::Moves(name) => name,
        };
        lines.push(match misses.as_slice() {
            [] => format!("Expected run {} ({who}): as expected.", at + 1),
            misses => {
                let misses: Vec<String> = misses.iter().map(|miss| format!("must[{miss}]")).collect();
                format!("Expected run {} ({who}): not so: {}", at + 1, misses.join(", "))
            }
        });
    }
    if args.json {
        lines.iter().for_each(|line| out::talk(line))
    } else {
        out::line(&lines.join("\n")).map(|_| ())?
    }
    Ok(as_expected)
}

fn expected(path: &Path, scenario: &Arc<Scenario>, run: &Expected) -> Result<Sitting, Failure> {
    match &run.player {
        Player::Policy(name) => {
            let mut sitting = Sitting::quiet(Arc::clone(scenario), run.seed);
            policy::play(open::policy(name)?, &mut sitting);
            Ok(sitting)
        }
        Player::Moves(name) => {
            let file = path.with_file_name(Path::new(name).file_name().unwrap_or_default());
            let bad = |e: String| Failure::new(Code::BadInput, format!("mingle: {}: {e}", file.display()));
            let moves = read_moves(&open::text(&file)?).map_err(|e| bad(e.to_string()))?;
            play_all(scenario, run.seed, &moves, Some(scenario.base.end()), false)
                .map_err(|e| bad(e.to_string()))
        }
    }
}

fn faults(unusable: &Unusable) -> Vec<Value> {
    let Unusable::Faulty { faults, .. } = unusable else { return Vec::new() };
    faults.iter().map(object).collect()
}

fn object(fault: &Fault) -> Value {
    json!({ "file": fault.file, "line": fault.line, "column": fault.column,
            "code": fault.code, "message": fault.message, "help": fault.help })
}
