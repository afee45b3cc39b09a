//! `mingle` and `mingle play`: begins a play or goes on with one, on the screen or line by line.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;

use etcetera::BaseStrategy;

use crate::game::journal::Journal;
use crate::game::replay;
use crate::game::store::Keeper;
use crate::game::Sitting;
use crate::scenario::Scenario;

use super::args::PlayArgs;
use super::code::{Code, Failure, Outcome};
use super::{open, out, plain};

pub(super) fn play(args: &PlayArgs) -> Outcome {
    let scenario = open::scenario(&args.scenario)?;
    let sitting = begin(&scenario, args)?;
    let keeper = keeper(&sitting);
    plain::play(sitting, keeper)
}

/// The play left unfinished, or a new one.
fn begin(scenario: &Arc<Scenario>, args: &PlayArgs) -> Result<Sitting, Failure> {
    let new = || Sitting::new(Arc::clone(scenario), args.seed);
    let Some(path) = save_path(&scenario.name, args.seed).filter(|path| path.exists() && !args.anew) else {
        return Ok(new());
    };
    let bad = |what: String| {
        let message = format!("mingle: the play kept in {} cannot go on: {what}. Use --anew to begin again.", path.display());
        Failure::new(Code::BadInput, message)
    };
    let journal = Journal::read(&open::text(&path)?, true).map_err(|e| bad(e.to_string()))?;
    let sitting = replay::replay(scenario, &journal, None).map_err(|e| bad(e.to_string()))?;
    if !journal.records().is_empty() {
        out::talk(&format!("Going on where you left off, day {} {}.", sitting.world().now.day(), sitting.world().now.clock()));
    }
    Ok(sitting)
}

/// Keeps the play on disk; that it cannot be kept is said once and stops nobody from playing.
fn keeper(sitting: &Sitting) -> Option<Keeper> {
    let path = save_path(&sitting.scenario().name, sitting.world().setup.seed)?;
    match Keeper::begin(&path, sitting.journal()) {
        Ok(keeper) => Some(keeper),
        Err(error) => {
            out::talk(&format!("mingle: this play cannot be kept in {}: {error}", path.display()));
            None
        }
    }
}

fn save_path(scenario: &str, seed: u64) -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    let folder = base.state_dir().unwrap_or_else(|| base.data_dir()).join("mingle");
    Some(folder.join(format!("{scenario}-{seed}.jsonl")))
}

pub(super) fn title() -> Outcome {
    if !(std::io::stdin().is_terminal() && std::io::stdout().is_terminal()) {
        let message = "mingle: this is no terminal to draw on. Use: mingle play --plain, or mingle --help";
        return Err(Failure::new(Code::Usage, message));
    }
    play(&PlayArgs::usual())
}
