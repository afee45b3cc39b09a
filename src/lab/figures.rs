//! The figures of one play: meters, ledger, people, and what was held against it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::game::Sitting;
use crate::game::standing::{Meters, standing};

use super::blame::{Blame, blames};

/// What one play came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Its seed.
    pub seed: u64,
    /// The meters in all, 0..100.
    pub meters: Meters,
    /// The meters of each room, in the order of the scenario.
    pub rooms: Vec<Meters>,
    /// The two-sided ledger.
    pub ledger: LedgerFigures,
    /// People closer, as before, further, gone.
    pub people: [usize; 4],
    /// Trust and warmth lost, by what was to blame.
    pub blame: BTreeMap<Blame, f64>,
}

/// The ledger of one play.
#[derive(Clone, Copy, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerFigures {
    /// What the brand earned, in the scenario's money.
    pub brand: f64,
    /// What people gained, in the same money.
    pub people: f64,
    /// Good sales that were to be expected, without luck.
    pub expected: f64,
    /// Good sales.
    pub good: u32,
    /// Bad sales.
    pub bad: u32,
}

impl Figures {
    /// The figures of a play as it stands.
    pub fn of(sitting: &Sitting) -> Self {
        let (world, now) = (sitting.world(), standing(sitting));
        let ledger = world.ledger;
        Self {
            seed: world.setup.seed,
            meters: coarse(now.all),
            rooms: now.rooms.into_iter().map(coarse).collect(),
            ledger: LedgerFigures {
                brand: round(ledger.brand),
                people: round(ledger.people),
                expected: round(ledger.expected),
                good: ledger.good,
                bad: ledger.bad,
            },
            people: now.people,
            blame: blames(sitting).into_iter().map(|(blame, lost)| (blame, round(lost))).collect(),
        }
    }
}

/// One of the five meters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meter {
    /// Authentic and true.
    Voice,
    /// Fit for the room.
    Manners,
    /// Who was answered, how fast, how well.
    Answering,
    /// Who is closer.
    Bonds,
    /// Good sales to be expected, less twice the bad ones.
    Business,
}

impl Meter {
    /// All of them, in the order of reports.
    pub const ALL: [Self; 5] = [Self::Voice, Self::Manners, Self::Answering, Self::Bonds, Self::Business];

    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Voice => "voice",
            Self::Manners => "manners",
            Self::Answering => "answering",
            Self::Bonds => "bonds",
            Self::Business => "business",
        }
    }

    /// Its value, 0..100.
    pub const fn of(self, meters: &Meters) -> f64 {
        match self {
            Self::Voice => meters.voice,
            Self::Manners => meters.manners,
            Self::Answering => meters.answering,
            Self::Bonds => meters.bonds,
            Self::Business => meters.business,
        }
    }
}

fn coarse(meters: Meters) -> Meters {
    Meters {
        voice: round(meters.voice),
        manners: round(meters.manners),
        answering: round(meters.answering),
        bonds: round(meters.bonds),
        business: round(meters.business),
    }
}

/// Six decimals: as many as are written and read again without loss, so that parts of a study join to the same figures.
fn round(x: f64) -> f64 {
    libm::round(x * 1e6) / 1e6
}
