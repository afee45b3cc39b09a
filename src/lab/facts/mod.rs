//! The published findings as experiments: each row of `assets/facts/rows.ron` is played, measured and held against its band.

mod counts;
pub mod data;
mod law;
mod measure;
mod texts;
mod trial;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub use data::{Kind, Part, Row, Suite, suite};

use counts::Counts;

/// What one part of a row came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What was measured, in words.
    pub what: String,
    /// The figure.
    pub value: f64,
    /// Lowest and highest value that agrees with what was published.
    pub band: (f64, f64),
    /// Events in the smaller arm, for figures that pool events.
    pub events: Option<f64>,
}

impl Found {
    /// Whether the figure lies in its band.
    pub fn holds(&self) -> bool {
        self.value >= self.band.0 && self.value <= self.band.1
    }
}

/// What a row came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The row.
    pub row: &'static Row,
    /// Its parts, in the order of the data file.
    pub found: Vec<Found>,
}

impl Verdict {
    /// Whether all parts hold.
    pub fn holds(&self) -> bool {
        self.found.iter().all(Found::holds)
    }

    /// The part that decides: the first that fails, else the first.
    pub fn deciding(&self) -> Option<&Found> {
        self.found.iter().find(|found| !found.holds()).or_else(|| self.found.first())
    }
}

/// Plays of each trial that these rows need.
pub fn plays(rows: &[&'static Row], seeds: u64) -> usize {
    names(rows).len() * seeds as usize
}

/// Runs these rows with so many seeds on so many threads; the figures are the same for any number of threads. `done`
/// hears how many plays are over.
pub fn run(rows: &[&'static Row], seeds: u64, threads: usize, done: &(dyn Fn(usize) + Sync)) -> Vec<Verdict> {
    let played = play(&names(rows), seeds, threads, done);
    rows.iter()
        .map(|row| {
            let found = row.parts.iter().map(|part| measure::found(part, &played, seeds)).collect();
            Verdict { row, found }
        })
        .collect()
}

/// The names of all trials that these rows need.
fn names(rows: &[&'static Row]) -> BTreeSet<&'static str> {
    rows.iter().flat_map(|row| &row.parts).flat_map(|part| &part.arms).map(String::as_str).collect()
}

/// Trials by name, with what was counted for each seed in order.
type Played = BTreeMap<&'static str, Vec<Counts>>;

fn play(names: &BTreeSet<&'static str>, seeds: u64, threads: usize, done: &(dyn Fn(usize) + Sync)) -> Played {
    let jobs: Vec<(&'static str, u64)> =
        names.iter().flat_map(|name| (1..=seeds).map(move |seed| (*name, seed))).collect();
    let (next, over) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let results = Mutex::new(BTreeMap::new());
    let work = || {
        while let Some(&(name, seed)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let trial = &suite().trials[name];
            let counts = Counts::of(&trial::play(trial, seed), trial);
            results.lock().expect("no thread stops while it keeps results").insert((name, seed), counts);
            done(over.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.min(jobs.len()) {
            scope.spawn(work);
        }
        work();
    });
    let results = results.into_inner().expect("no thread stops while it keeps results");
    let mut played = Played::new();
    for ((name, _), counts) in results {
        played.entry(name).or_default().push(counts);
    }
    played
}
