//! Plays a journal again and verifies it move by move; with changed moves, plays the same story otherwise.

use std::sync::Arc;

use thiserror::Error;

use crate::scenario::Scenario;
use crate::sim::Minute;

use super::journal::{Journal, Record};
use super::refusal::Refusal;
use super::sitting::Sitting;
use super::story::Story;

/// Why a journal does not verify.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Mismatch {
    /// It is of another scenario.
    #[error(
        "the journal is of \"{0}\", or of another version of it; this scenario is not the one that was played"
    )]
    Scenario(String),
    /// A move is refused now.
    #[error("move {number} at {at}: {refusal}")]
    Refused {
        /// Which move, from 1.
        number: usize,
        /// When.
        at: String,
        /// Why.
        refusal: Refusal,
    },
    /// The story went otherwise.
    #[error("move {number} at {at}: the story goes otherwise than when it was played")]
    Otherwise {
        /// Which move, from 1.
        number: usize,
        /// When.
        at: String,
    },
    /// A move lies before the one before it was done.
    #[error("move {number} at {at} begins before the one before it is done")]
    Order {
        /// Which move, from 1.
        number: usize,
        /// When.
        at: String,
    },
}

/// Plays a journal again up to a minute, checking the hash after each move.
pub fn replay(
    scenario: &Arc<Scenario>,
    journal: &Journal,
    until: Option<Minute>,
) -> Result<Sitting, Mismatch> {
    let header = journal.header();
    if header.digest != scenario.digest {
        return Err(Mismatch::Scenario(header.scenario.clone()));
    }
    play_all(scenario, header.seed, journal.records(), until, true)
}

/// Plays moves in order; `verify` compares the hash that each record carries.
pub fn play_all(
    scenario: &Arc<Scenario>,
    seed: u64,
    records: &[Record],
    until: Option<Minute>,
    verify: bool,
) -> Result<Sitting, Mismatch> {
    let mut sitting = Sitting::new(Arc::clone(scenario), seed);
    for (index, record) in records.iter().enumerate() {
        let (number, at) = (index + 1, record.at.clone());
        let minute = Minute::parse(&record.at).unwrap_or_default();
        // Words land when their minutes have passed, so a move that is still being made then is not there yet.
        let done = minute.plus(record.play.cost()).min(scenario.base.end());
        if until.is_some_and(|until| done > until) {
            break;
        }
        if minute < sitting.world().now {
            return Err(Mismatch::Order { number, at });
        }
        sitting.advance(minute.since(sitting.world().now));
        if let Err(refusal) = sitting.play(record.play.clone()) {
            return Err(Mismatch::Refused { number, at, refusal });
        }
        if verify && !record.world.is_empty() && record.world != sitting.hash() {
            return Err(Mismatch::Otherwise { number, at });
        }
    }
    if let Some(until) = until {
        sitting.advance(until.since(sitting.world().now));
    }
    Ok(sitting)
}

/// The same story with some moves changed.
#[derive(Debug)]
pub struct Otherwise {
    /// How it went.
    pub sitting: Sitting,
    /// Moves that were not possible in it, or spoke to somebody who said nothing there, with why.
    pub fell_away: Vec<(Record, Refusal)>,
}

/// Plays the story of `played` again with changed moves, up to the minute it stands at: a changed move takes the place of
/// the one at the same time, or is added; waiting takes a move out. Everything else is held still: moves that answer a
/// message answer the same message, whatever its number is in the other story.
pub fn otherwise(played: &Sitting, changes: &[Record]) -> Otherwise {
    told(played, &played.scenario_handle(), changes, played.world().now)
}

/// Plays the moves of `played` in another scenario, to the minute the play stands at or the end of the scenario: moves that
/// answer a message answer the one said there by the same person at the same time.
pub fn retold(played: &Sitting, scenario: &Arc<Scenario>) -> Otherwise {
    told(played, scenario, &[], played.world().now.min(scenario.base.end()))
}

fn told(played: &Sitting, scenario: &Arc<Scenario>, changes: &[Record], until: Minute) -> Otherwise {
    let story = Story::of(played);
    let mut sitting = Sitting::new(Arc::clone(scenario), played.journal().header().seed);
    let mut fell_away = Vec::new();
    for record in with_changes(story.records(), changes) {
        let minute = Minute::parse(&record.at).unwrap_or_default();
        sitting.advance(minute.since(sitting.world().now));
        if sitting.world().now >= until {
            break;
        }
        let play = story.same_message(&sitting, &record.play);
        let outcome = play.map_or_else(|| Err(Refusal::Unsaid), |play| sitting.play(play).map(|_| ()));
        if let Err(refusal) = outcome {
            fell_away.push((record, refusal));
        }
    }
    sitting.advance(until.since(sitting.world().now));
    Otherwise { sitting, fell_away }
}

fn with_changes(records: &[Record], changes: &[Record]) -> Vec<Record> {
    let mut all: Vec<Record> = records
        .iter()
        .filter(|record| changes.iter().all(|change| change.at != record.at))
        .chain(changes)
        .cloned()
        .collect();
    all.sort_by_key(|record| Minute::parse(&record.at));
    all
}
