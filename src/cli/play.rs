//! `mingle` and `mingle play`: begins a play or goes on with one, on the screen or line by line.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;

use etcetera::BaseStrategy;

use crate::game::Sitting;
use crate::game::journal::Journal;
use crate::game::replay;
use crate::game::store::Keeper;
use crate::report::debrief;
use crate::scenario::{self, Scenario};
use crate::tui;

use super::args::{PaceArg, PlayArgs};
use super::code::{Code, Failure, Outcome};
use super::watch::Watch;
use super::{open, out, plain};

pub(super) fn play(args: &PlayArgs) -> Outcome {
    let scenario = open::with_photos(open::scenario(&args.scenario)?, args.photos.as_deref())?;
    if args.watch {
        // A play that changes under the player's hands is tried out and not kept.
        let path = PathBuf::from(&args.scenario);
        if !path.is_file() {
            let message =
                "mingle: --watch wants a scenario of your own, as: mingle play my-scenario.ron --watch";
            return Err(Failure::new(Code::Usage, message));
        }
        let sitting = Sitting::new(scenario, args.seed);
        let watch = Watch::new(path, &sitting);
        return plain::play(sitting, None, Some(watch));
    }
    if !args.plain {
        needs_terminal()?;
    }
    let sitting = begin(&scenario, args)?;
    let keeper = keeper(&sitting);
    if args.plain { plain::play(sitting, keeper, None) } else { on_screen(sitting, keeper, args) }
}

/// Plays on the screen; what was left is kept, what is over is told once more as text and forgotten.
fn on_screen(sitting: Sitting, keeper: Option<Keeper>, args: &PlayArgs) -> Outcome {
    let shown =
        tui::run(tui::Start::Play(Box::new(sitting), keeper), options(args)).map_err(|e| failed(&e))?;
    match shown {
        tui::Outcome::Quit | tui::Outcome::Chosen(_) => Ok(Code::Done),
        tui::Outcome::Killed(signal) => Ok(Code::Killed(signal as u8)),
        tui::Outcome::Finished(sitting, keeper) => finish(&sitting, keeper),
    }
}

fn finish(sitting: &Sitting, keeper: Option<Keeper>) -> Outcome {
    if !sitting.is_over() {
        out::talk("Your play is kept; the same command goes on with it.");
        return Ok(Code::Done);
    }
    if let Some(keeper) = keeper {
        keeper.forget().map_err(|error| Failure::io(&error))?;
    }
    out::data(&format!("{}\n", debrief::text(sitting).join("\n")))
}

fn options(args: &PlayArgs) -> tui::Options {
    tui::Options {
        pace: match args.pace {
            PaceArg::Calm => tui::Pace::Calm,
            PaceArg::Steady => tui::Pace::Steady,
            PaceArg::Brisk => tui::Pace::Brisk,
        },
        mouse: !args.no_mouse,
        coach: args.coach,
        pictures: args.pictures.mode(),
        no_color: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
        ..tui::Options::default()
    }
}

fn failed(error: &anyhow::Error) -> Failure {
    Failure::new(Code::InputOutput, format!("mingle: {error:#}"))
}

fn needs_terminal() -> Result<(), Failure> {
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
        return Ok(());
    }
    Err(Failure::new(
        Code::Usage,
        "mingle: this is no terminal to draw on. Use: mingle play --plain, or mingle --help",
    ))
}

/// The play left unfinished, or a new one.
fn begin(scenario: &Arc<Scenario>, args: &PlayArgs) -> Result<Sitting, Failure> {
    let new = || Sitting::new(Arc::clone(scenario), args.seed);
    let Some(path) = save_path(&scenario.name, args.seed).filter(|path| path.exists() && !args.anew) else {
        return Ok(new());
    };
    let bad = |what: String| {
        let message = format!(
            "mingle: the play kept in {} cannot go on: {what}. Use --anew to begin again.",
            path.display()
        );
        Failure::new(Code::BadInput, message)
    };
    let journal = Journal::read(&open::text(&path)?, true).map_err(|e| bad(e.to_string()))?;
    let sitting = replay::replay(scenario, &journal, None).map_err(|e| bad(e.to_string()))?;
    if !journal.records().is_empty() {
        out::talk(&format!(
            "Going on where you left off, day {} {}.",
            sitting.world().now.day(),
            sitting.world().now.clock()
        ));
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

/// Where plays and results are kept.
pub(super) fn state_folder() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.state_dir().unwrap_or_else(|| base.data_dir()).join("mingle"))
}

fn save_path(scenario: &str, seed: u64) -> Option<PathBuf> {
    Some(state_folder()?.join(format!("{scenario}-{seed}.jsonl")))
}

/// The title screen: what can be played, and what was left unfinished.
pub(super) fn title() -> Outcome {
    needs_terminal()?;
    let usual = PlayArgs::usual();
    let mut entries = Vec::new();
    for (name, _) in scenario::shipped() {
        let shipped = open::scenario(name)?;
        let is_kept = save_path(name, usual.seed).is_some_and(|path| path.exists());
        let entry = |resume: bool| tui::TitleEntry {
            title: shipped.title.clone(),
            summary: if is_kept && !resume {
                "Begins anew; what you left is forgotten.".to_owned()
            } else {
                shipped.summary.clone()
            },
            name: (*name).to_string(),
            resume,
        };
        if is_kept {
            entries.push(entry(true));
        }
        entries.push(entry(false));
    }
    match tui::run(tui::Start::Title(entries.clone()), options(&usual)).map_err(|e| failed(&e))? {
        tui::Outcome::Chosen(place) => {
            let Some(chosen) = entries.get(place) else { return Ok(Code::Done) };
            play(&PlayArgs { scenario: chosen.name.clone(), anew: !chosen.resume, ..usual })
        }
        tui::Outcome::Killed(signal) => Ok(Code::Killed(signal as u8)),
        tui::Outcome::Quit | tui::Outcome::Finished(..) => Ok(Code::Done),
    }
}
