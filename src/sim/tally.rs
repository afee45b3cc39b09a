//! Counts of what happened, for crowds too large to tell each event.

use super::bond::Dial;
use super::reason::Law;

/// How much one law moved one dial in all.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Moved {
    /// How many times.
    pub times: u64,
    /// By how much upwards.
    pub up: f64,
    /// By how much downwards, as a positive number.
    pub down: f64,
}

/// Counts over all people.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// How many times a visitor was offered a post of the brand, seen or not.
    pub exposures: u64,
    /// How many of those were seen.
    pub reads: u64,
    /// Events that were counted instead of told.
    pub untold: u64,
    moved: Vec<[Moved; DIALS]>,
}

/// Kinds of dials.
const DIALS: usize = 6;

impl Default for Tally {
    fn default() -> Self {
        Self { exposures: 0, reads: 0, untold: 0, moved: vec![[Moved::default(); DIALS]; Law::ALL.len()] }
    }
}

impl Tally {
    /// A law moved a dial by so much.
    pub fn moved(&mut self, law: Law, dial: Dial, by: f64) {
        let moved = &mut self.moved[law as usize][place(dial)];
        moved.times += 1;
        if by > 0.0 { moved.up += by } else { moved.down -= by }
    }

    /// How much a law moved a dial in all.
    pub fn of(&self, law: Law, dial: Dial) -> Moved {
        self.moved[law as usize][place(dial)]
    }
}

const fn place(dial: Dial) -> usize {
    match dial {
        Dial::Trust => 0,
        Dial::Warmth => 1,
        Dial::Mood => 2,
        Dial::Familiarity => 3,
        Dial::Knowledge => 4,
        Dial::Fatigue(_) => 5,
    }
}
