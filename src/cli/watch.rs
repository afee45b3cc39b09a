//! `mingle play --watch`: when the scenario's files are saved, the play goes on in the new version with the moves so far.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use crate::game::Sitting;
use crate::scenario::{self, Unusable};
use crate::sim::Minute;

use super::open;

/// Keeps an eye on a scenario's file and those beside it that it is made of.
pub(super) struct Watch {
    path: PathBuf,
    stamps: Vec<Option<SystemTime>>,
    beside: Vec<String>,
}

impl Watch {
    pub(super) fn new(path: PathBuf, sitting: &Sitting) -> Self {
        let beside = sitting.scenario().beside.clone();
        let stamps = stamps(&path, &beside);
        Self { path, stamps, beside }
    }

    /// What is to be said after a save; the sitting is the new one when its file has no faults. `None` when nothing was saved.
    pub(super) fn look(&mut self, sitting: &mut Sitting) -> Option<String> {
        let stamps = stamps(&self.path, &self.beside);
        if stamps == self.stamps {
            return None;
        }
        self.stamps = stamps;
        let scenario = match scenario::read_scenario(&self.path) {
            Ok(scenario) => scenario,
            Err(unusable) => return Some(first(&unusable)),
        };
        if scenario.digest == sitting.scenario().digest {
            return None;
        }
        self.beside.clone_from(&scenario.beside);
        self.stamps = self::stamps(&self.path, &self.beside);
        let (new, fell) = again(sitting, Arc::new(scenario));
        *sitting = new;
        let mut told = format!(
            "The scenario was saved; the story stands at day {} {} in its new version.",
            sitting.world().now.day(),
            sitting.world().now.clock()
        );
        for line in fell {
            told.push_str("\n  no longer fits: ");
            told.push_str(&line);
        }
        Some(told)
    }
}

fn stamps(path: &std::path::Path, beside: &[String]) -> Vec<Option<SystemTime>> {
    let of = |path: PathBuf| std::fs::metadata(path).and_then(|about| about.modified()).ok();
    let own = std::iter::once(path.to_path_buf());
    own.chain(beside.iter().map(|name| path.with_file_name(name))).map(of).collect()
}

/// The first fault; the old story goes on.
fn first(unusable: &Unusable) -> String {
    let told = match unusable {
        Unusable::Unread(_) => open::told(unusable),
        Unusable::Faulty { faults, sources } => {
            scenario::render(&faults[..faults.len().min(1)], sources, false)
        }
    };
    format!("{told}\nThe scenario was saved with a fault; the old story goes on until it is mended.")
}

/// The moves so far in another version, up to the same minute, and those that fell away.
fn again(old: &Sitting, scenario: Arc<scenario::Scenario>) -> (Sitting, Vec<String>) {
    let mut sitting = Sitting::new(scenario, old.world().setup.seed);
    let mut fell = Vec::new();
    for record in old.journal().records() {
        let at = Minute::parse(&record.at).unwrap_or_default();
        sitting.advance(at.since(sitting.world().now));
        if let Err(refusal) = sitting.play(record.play.clone()) {
            fell.push(format!("{} at {}: {refusal}", record.play.verb(), record.at));
        }
    }
    sitting.advance(old.world().now.since(sitting.world().now));
    (sitting, fell)
}
