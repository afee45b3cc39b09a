//! The two-sided ledger: what was to be expected beside what came, for the brand and for the people.

use serde::Serialize;

use crate::game::Sitting;
use crate::sim::event::What;

use super::{round, when};

/// Business on both sides.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ledger {
    /// What the brand earned.
    pub earned: f64,
    /// What people gained.
    pub gained: f64,
    /// Sales that were good for both.
    pub good: u32,
    /// Sales that were bad for the person.
    pub bad: u32,
    /// Good sales that were to be expected, without luck.
    pub expected: f64,
    /// Each sale.
    pub sales: Vec<Sale>,
}

/// A sale.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sale {
    /// When.
    pub at: String,
    /// Who bought.
    pub person: String,
    /// What.
    pub offer: String,
    /// Whether it fitted them.
    pub good: bool,
    /// What the brand earned.
    pub earned: f64,
    /// What the person gained; below 0 where it did not fit.
    pub gained: f64,
}

pub(super) fn ledger(sitting: &Sitting) -> Ledger {
    let world = sitting.world();
    let mut sales = Vec::new();
    for event in &world.chronicle {
        if let What::Bought { person, offer, good, earned, gained } = event.what {
            sales.push(Sale {
                at: when(event.minute),
                person: world.setup.person(person).name.clone(),
                offer: world.setup.brand.offers[offer.index()].title.clone(),
                good,
                earned: round(earned),
                gained: round(gained),
            });
        }
    }
    let ledger = world.ledger;
    Ledger {
        earned: round(ledger.brand),
        gained: round(ledger.people),
        good: ledger.good,
        bad: ledger.bad,
        expected: round(ledger.expected),
        sales,
    }
}
