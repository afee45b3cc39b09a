//! `mingle run`: plays without a screen and prints the standing.

use crate::game::journal::read_moves;
use crate::game::replay::play_all;
use crate::game::{Sitting, store};
use crate::lab::policy;
use crate::report::{debrief, json};

use super::args::RunArgs;
use super::code::{Code, Failure, Outcome};
use super::{open, out};

pub(super) fn run(args: &RunArgs) -> Outcome {
    let scenario = open::scenario(&args.scenario)?;
    let sitting = match (&args.moves, &args.policy) {
        (Some(path), _) => {
            let bad = |e: String| Failure::new(Code::BadInput, format!("mingle: {}: {e}", path.display()));
            let moves = read_moves(&open::text(path)?).map_err(|e| bad(e.to_string()))?;
            let end = scenario.base.end();
            play_all(&scenario, args.seed, &moves, Some(end), false).map_err(|e| bad(e.to_string()))?
        }
        (None, name) => {
            let name = name.as_deref().unwrap_or("silent");
            let policy = open::policy(name)?;
            let mut sitting = Sitting::new(scenario, args.seed);
            policy::play(policy, &mut sitting);
            sitting
        }
    };
    if let Some(path) = &args.journal {
        let text = sitting.journal().text();
        store::write_whole(path, text.as_bytes()).map_err(|error| Failure::io(&error))?;
    }
    if args.json {
        out::data(&format!("{}\n", json::run(&sitting)))
    } else {
        out::data(&format!("{}\n", debrief::text(&sitting).join("\n")))
    }
}
