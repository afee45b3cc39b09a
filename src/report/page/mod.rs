//! The debrief of one play as data: one model, filled from chronicle and journal, from which every format is written.

mod chain;
pub mod diary;
mod goals;
mod habits;
mod ledger;
mod meters;
mod missed;
mod people;
mod promises;
mod tips;
pub mod turn;
mod weigh;

use serde::Serialize;

use crate::game::Sitting;
use crate::game::standing::standing;
use crate::sim::clock::DAY;
use crate::sim::{Minute, PersonId};

pub use chain::Link;
pub use diary::Diary;
pub use goals::GoalTold;
pub use habits::{Bar, Habits};
pub use ledger::{Ledger, Sale};
pub use meters::Meter;
pub use missed::Missed;
pub use people::{Moved, People};
pub use promises::PromiseTold;
pub use tips::Tips;
pub use turn::{Kind, Turn};

/// What a debrief should tell, beyond what every one tells.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Whose diary is told; when empty, those of the people who moved most.
    pub diaries: Vec<PersonId>,
    /// Threads for the what-ifs.
    pub threads: usize,
    /// The player's own notes, kept beside the journal.
    pub notes: Vec<String>,
}

impl Default for Wish {
    fn default() -> Self {
        Self { diaries: Vec::new(), threads: 2, notes: Vec::new() }
    }
}

/// The debrief of one play.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Page {
    /// Title of the scenario.
    pub title: String,
    /// Name of the scenario.
    pub scenario: String,
    /// Digest of the scenario.
    pub digest: String,
    /// The brand.
    pub brand: String,
    /// Seed of the play.
    pub seed: u64,
    /// Hash of the chronicle, which names the run.
    pub run: String,
    /// Where the story stands, as `day 2, 18:00`.
    pub until: String,
    /// Whether the story is over.
    pub over: bool,
    /// Moves made.
    pub moves: usize,
    /// Whether it ended well; `None` while it is not over.
    pub ends_well: Option<bool>,
    /// The scenario's goals with their evidence; none where it has none.
    pub goals: Vec<GoalTold>,
    /// The meters with their reasons.
    pub meters: Vec<Meter>,
    /// Who came closer, who left.
    pub people: People,
    /// Turning points: what would have gone better first, the largest difference first; then what carried the play.
    pub turning_points: Vec<Turn>,
    /// Promises, in order.
    pub promises: Vec<PromiseTold>,
    /// The two-sided ledger.
    pub ledger: Ledger,
    /// The player's own habits.
    pub habits: Habits,
    /// What was missed.
    pub missed: Missed,
    /// Things to try.
    pub tips: Tips,
    /// Diaries of some people.
    pub diaries: Vec<Diary>,
    /// The player's own notes.
    pub notes: Vec<String>,
}

impl Page {
    /// The debrief of a play as it stands.
    pub fn of(sitting: &Sitting, wish: &Wish) -> Self {
        let (world, now) = (sitting.world(), standing(sitting));
        let turning_points = turn::turns(sitting, wish.threads);
        let habits = habits::habits(sitting);
        let missed = missed::missed(sitting);
        let promises = promises::promises(sitting);
        let ledger = ledger::ledger(sitting);
        let tips = tips::tips(
            sitting,
            &tips::Seen {
                turns: &turning_points,
                habits: &habits,
                missed: &missed,
                promises: &promises,
                ledger: &ledger,
                standing: &now,
            },
        );
        let picked = if wish.diaries.is_empty() { people::most_moved(world) } else { wish.diaries.clone() };
        Self {
            title: sitting.scenario().title.clone(),
            scenario: sitting.scenario().name.clone(),
            digest: sitting.scenario().digest.clone(),
            brand: world.setup.brand.sheet.name.clone(),
            seed: world.setup.seed,
            run: sitting.hash(),
            until: when(world.now),
            over: sitting.is_over(),
            moves: sitting.journal().records().len(),
            ends_well: sitting.is_over().then(|| now.ends_well()),
            goals: goals::goals(sitting),
            meters: meters::meters(sitting, &now),
            people: people::people(sitting, &now),
            turning_points,
            promises,
            ledger,
            habits,
            missed,
            tips,
            diaries: picked.into_iter().map(|person| diary::diary(sitting, person)).collect(),
            notes: wish.notes.clone(),
        }
    }
}

/// A moment as it is told: `day 1, 09:25`.
pub(crate) fn when(minute: Minute) -> String {
    format!("day {}, {}", minute.0 / DAY + 1, minute.clock())
}

/// Names in a row: `Ann, Bo and Cy`.
pub(crate) fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A count with its noun.
pub(crate) fn many(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// A clause as a sentence: a capital before it and a stop after it.
pub(crate) fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().collect::<String>()).unwrap_or_default();
    let stop = if clause.is_empty() || clause.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    format!("{first}{}{stop}", letters.as_str())
}

/// Two decimals: more would pretend to know more.
pub(crate) fn round(x: f64) -> f64 {
    let rounded = libm::round(x * 100.0) / 100.0;
    // No minus before nothing.
    if rounded == 0.0 { 0.0 } else { rounded }
}
