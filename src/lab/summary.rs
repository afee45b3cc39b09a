//! What a study says of each policy: how its figures spread, how far it is behind the host, and what was held against it.

use std::collections::BTreeMap;

use super::blame::Blame;
use super::figures::{Figures, Meter};
use super::spread::{Difference, Spread, mean};
use super::study::Study;

/// What a study says of one policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Its name.
    pub policy: String,
    /// Each meter in all, in the order of [`Meter::ALL`].
    pub meters: Vec<(Meter, Spread)>,
    /// Means of the ledger.
    pub ledger: LedgerMeans,
    /// How far the host is ahead on the same seeds: meters, and good sales to be expected. Empty for the host itself, and
    /// where the host does not play.
    pub behind: Vec<(Measure, Difference)>,
    /// What was held against it, the heaviest first, with its share of all that was; the shares add up to 1.
    pub blame: Vec<(Blame, f64)>,
}

/// Means of the ledger over plays.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct LedgerMeans {
    /// What the brand earned.
    pub brand: f64,
    /// What people gained.
    pub people: f64,
    /// Good sales that were to be expected, without luck.
    pub expected: f64,
    /// Good sales.
    pub good: f64,
    /// Bad sales.
    pub bad: f64,
}

/// Something that a play is measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// A meter in all.
    Meter(Meter),
    /// Good sales to be expected.
    GoodSales,
}

impl Measure {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Meter(meter) => meter.name(),
            Self::GoodSales => "good sales",
        }
    }

    /// Its value in a play.
    pub const fn of(self, figures: &Figures) -> f64 {
        match self {
            Self::Meter(meter) => meter.of(&figures.meters),
            Self::GoodSales => figures.ledger.expected,
        }
    }
}

/// What policies are compared by.
pub const COMPARED: [Measure; 3] =
    [Measure::Meter(Meter::Bonds), Measure::Meter(Meter::Answering), Measure::GoodSales];

/// What a whole study says of each of its policies, in its order.
pub fn summaries(study: &Study) -> Vec<Summary> {
    let host = study.policies.iter().position(|name| name == "host");
    (0..study.policies.len()).map(|policy| one(study, policy, host)).collect()
}

fn one(study: &Study, policy: usize, host: Option<usize>) -> Summary {
    let plays: Vec<&Figures> = study.plays(policy).collect();
    let all = |of: &dyn Fn(&Figures) -> f64| plays.iter().map(|play| of(play)).collect::<Vec<f64>>();
    let behind = host.filter(|host| *host != policy).map(|host| {
        let gap = |measure: Measure| {
            let ours: Vec<f64> = study.plays(host).map(|play| measure.of(play)).collect();
            (measure, Difference::between(&ours, &all(&|play| measure.of(play))))
        };
        COMPARED.map(gap).to_vec()
    });
    Summary {
        policy: study.policies[policy].clone(),
        meters: Meter::ALL.map(|meter| (meter, Spread::of(&all(&|play| meter.of(&play.meters))))).to_vec(),
        ledger: LedgerMeans {
            brand: mean(&all(&|play| play.ledger.brand)),
            people: mean(&all(&|play| play.ledger.people)),
            expected: mean(&all(&|play| play.ledger.expected)),
            good: mean(&all(&|play| f64::from(play.ledger.good))),
            bad: mean(&all(&|play| f64::from(play.ledger.bad))),
        },
        behind: behind.unwrap_or_default(),
        blame: shares(&plays),
    }
}

/// What was held against a policy over its plays, as shares of all that was.
pub fn shares(plays: &[&Figures]) -> Vec<(Blame, f64)> {
    let mut lost: BTreeMap<Blame, f64> = BTreeMap::new();
    for (blame, weight) in plays.iter().flat_map(|play| &play.blame) {
        *lost.entry(*blame).or_default() += weight;
    }
    let sum: f64 = lost.values().sum();
    let mut shares: Vec<(Blame, f64)> = lost
        .into_iter()
        .filter(|(_, weight)| *weight > 0.0)
        .map(|(blame, weight)| (blame, weight / sum))
        .collect();
    shares.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    shares
}
