//! The scenario's goals: which were met, and the events that show it.

use serde::Serialize;

use crate::game::Sitting;
use crate::game::goals::judge;
use crate::report::news;

use super::when;

/// Events told as evidence of one goal.
const TOLD: usize = 4;

/// A goal and how the play stands to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GoalTold {
    /// What was to be managed.
    pub title: String,
    /// Whether it is met.
    pub met: bool,
    /// Why it matters; may be empty.
    pub why: String,
    /// What shows it, newest last.
    pub evidence: Vec<String>,
}

pub(super) fn goals(sitting: &Sitting) -> Vec<GoalTold> {
    let told = judge(sitting).into_iter().map(|goal| {
        let events = goal.evidence.iter().map(|id| sitting.world().event(*id));
        let lines: Vec<String> = events
            .filter_map(|event| Some(format!("{}: {}", when(event.minute), news::news(sitting, event)?.text)))
            .collect();
        let evidence = lines[lines.len().saturating_sub(TOLD)..].to_vec();
        GoalTold { title: goal.title, met: goal.met, why: goal.why, evidence }
    });
    told.collect()
}
