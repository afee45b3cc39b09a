//! A study: policies played with many seeds, spread over threads; its parts join to the same whole.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::game::Sitting;
use crate::scenario::Scenario;

use super::figures::Figures;
use super::policy::{Policy, play};

/// The format of parts that this program writes.
pub const FORMAT: u32 = 1;

/// What is to be played.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The policies, each once, in the order of reports.
    pub policies: Vec<Policy>,
    /// Plays of each policy, at least 1.
    pub runs: u64,
    /// Seed of the first play; the others follow.
    pub seed: u64,
}

/// Which part of a study is meant: every `of`-th play, from the `number`-th on, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shard {
    /// Which, from 1.
    pub number: u64,
    /// Of how many, at least 1.
    pub of: u64,
}

impl Shard {
    /// All of it.
    pub const WHOLE: Self = Self { number: 1, of: 1 };
}

/// The figures of a study or of a part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// The format of this document.
    pub mingle_lab: u32,
    /// The version of the program that played.
    pub version: String,
    /// The scenario's name.
    pub scenario: String,
    /// Digest of the scenario.
    pub digest: String,
    /// Its rooms.
    pub rooms: Vec<String>,
    /// The policies by name.
    pub policies: Vec<String>,
    /// Plays of each policy in the whole study.
    pub runs: u64,
    /// Seed of the first play.
    pub seed: u64,
    /// Which part this is.
    pub shard: Shard,
    /// The plays, by policy and seed.
    pub plays: Vec<Play>,
}

/// One play of a study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Play {
    /// Its place in the whole study, from 0: policy by policy, seed by seed.
    pub place: u64,
    /// What it came to.
    pub figures: Figures,
}

/// Why parts make no whole.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unjoined {
    /// There are none.
    #[error("there is no part to join")]
    Nothing,
    /// Another format or version.
    #[error("the parts were written by other versions of the program ({0} and {1}); play them all with one")]
    Version(String, String),
    /// Of another study.
    #[error("the parts are of different studies: {what} is {one} in the first and {other} in part {part}")]
    Other {
        /// What differs.
        what: &'static str,
        /// In the first part.
        one: String,
        /// In the other.
        other: String,
        /// Which part, as the shard says.
        part: u64,
    },
    /// One was given twice.
    #[error("part {0} was given twice")]
    Twice(u64),
    /// Some are missing.
    #[error("of {of} parts these are missing: {missing}")]
    Missing {
        /// Of how many.
        of: u64,
        /// Which.
        missing: String,
    },
    /// A part without all of its plays, or with others.
    #[error("part {0} does not hold the plays it should; it was cut off or changed")]
    Torn(u64),
}

/// Plays a part of a plan on so many threads. The figures are the same for any number of threads; `done` hears after each
/// play how many are over.
pub fn run(plan: &Plan, shard: Shard, threads: usize, done: &(dyn Fn(usize) + Sync)) -> Study {
    let places = places(plan.policies.len() as u64 * plan.runs, shard);
    let (next, over) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let plays = Mutex::new(Vec::with_capacity(places.len()));
    let work = || {
        while let Some(&place) = places.get(next.fetch_add(1, Ordering::Relaxed)) {
            let play = Play { place, figures: one(plan, place) };
            plays.lock().expect("no thread stops while it keeps the plays").push(play);
            done(over.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.min(places.len()) {
            scope.spawn(work);
        }
        work();
    });
    let mut plays = plays.into_inner().expect("no thread stops while it keeps the plays");
    plays.sort_by_key(|play| play.place);
    Study {
        mingle_lab: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_string(),
        scenario: plan.scenario.name.clone(),
        digest: plan.scenario.digest.clone(),
        rooms: plan.scenario.base.rooms.iter().map(|room| room.name().to_string()).collect(),
        policies: plan.policies.iter().map(|policy| policy.name().to_string()).collect(),
        runs: plan.runs,
        seed: plan.seed,
        shard,
        plays,
    }
}

/// How many plays a part of a plan has.
pub fn plays_of(plan: &Plan, shard: Shard) -> usize {
    places(plan.policies.len() as u64 * plan.runs, shard).len()
}

fn places(all: u64, shard: Shard) -> Vec<u64> {
    (shard.number - 1..all).step_by(usize::try_from(shard.of).unwrap_or(usize::MAX)).collect()
}

fn one(plan: &Plan, place: u64) -> Figures {
    let policy = plan.policies[(place / plan.runs) as usize];
    let seed = plan.seed.wrapping_add(place % plan.runs);
    let mut sitting = Sitting::quiet(Arc::clone(&plan.scenario), seed);
    play(policy, &mut sitting);
    Figures::of(&sitting)
}

/// Joins all parts of a study to the whole, whatever their order.
pub fn join(parts: Vec<Study>) -> Result<Study, Unjoined> {
    let mut parts = parts.into_iter();
    let mut whole = parts.next().ok_or(Unjoined::Nothing)?;
    let of = whole.shard.of;
    let mut seen = BTreeSet::from([whole.shard.number]);
    whole.check()?;
    for part in parts {
        whole.must_match(&part)?;
        part.check()?;
        if !seen.insert(part.shard.number) {
            return Err(Unjoined::Twice(part.shard.number));
        }
        whole.plays.extend(part.plays);
    }
    let missing: Vec<String> =
        (1..=of).filter(|number| !seen.contains(number)).take(20).map(|number| number.to_string()).collect();
    if !missing.is_empty() {
        return Err(Unjoined::Missing { of, missing: missing.join(", ") });
    }
    whole.plays.sort_by_key(|play| play.place);
    whole.shard = Shard::WHOLE;
    Ok(whole)
}

impl Study {
    /// The plays of a policy by name, in the order of seeds.
    pub fn plays(&self, policy: usize) -> impl Iterator<Item = &Figures> {
        let (from, to) = (policy as u64 * self.runs, (policy as u64 + 1) * self.runs);
        self.plays.iter().filter(move |play| (from..to).contains(&play.place)).map(|play| &play.figures)
    }

    /// Whether it holds the plays that its head promises.
    fn check(&self) -> Result<(), Unjoined> {
        let sound = self.shard.of >= 1 && (1..=self.shard.of).contains(&self.shard.number) && self.runs >= 1;
        // A study of more plays than the document could hold is not worth counting out.
        let all = (self.policies.len() as u64).checked_mul(self.runs).filter(|_| sound);
        let wanted = all.filter(|all| all / self.shard.of <= self.plays.len() as u64);
        let held = wanted.is_some_and(|all| {
            places(all, self.shard).into_iter().eq(self.plays.iter().map(|play| play.place))
                && self.plays.iter().all(|play| {
                    play.figures.rooms.len() == self.rooms.len()
                        && play.figures.seed == self.seed.wrapping_add(play.place % self.runs)
                })
        });
        if held { Ok(()) } else { Err(Unjoined::Torn(self.shard.number)) }
    }

    fn must_match(&self, other: &Self) -> Result<(), Unjoined> {
        let version = |study: &Self| format!("{} format {}", study.version, study.mingle_lab);
        if version(self) != version(other) {
            return Err(Unjoined::Version(version(self), version(other)));
        }
        let head = |study: &Self| {
            [
                ("the scenario", study.scenario.clone()),
                ("the digest of the scenario", study.digest.clone()),
                ("the list of policies", study.policies.join(",")),
                ("the number of runs", study.runs.to_string()),
                ("the first seed", study.seed.to_string()),
                ("the number of parts", study.shard.of.to_string()),
                ("the list of rooms", study.rooms.join(",")),
            ]
        };
        for ((what, one), (_, other_one)) in head(self).into_iter().zip(head(other)) {
            if one != other_one {
                return Err(Unjoined::Other { what, one, other: other_one, part: other.shard.number });
            }
        }
        Ok(())
    }
}
