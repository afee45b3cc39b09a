//! The brand: its sheet, its pictures and what it can do for people.

use crate::appraisal::{BrandSheet, Picture};

/// What the player speaks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Brand {
    /// What readers can know of it.
    pub sheet: BrandSheet,
    /// Its pictures, by `PhotoId`.
    pub photos: Vec<Photo>,
    /// What it sells, by `OfferId`.
    pub offers: Vec<Offer>,
}

/// A picture the brand can show.
#[derive(Clone, Debug, PartialEq)]
pub struct Photo {
    /// Its name in moves.
    pub name: String,
    /// What is in it.
    pub picture: Picture,
}

/// Something the brand sells.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Its name in the scenario.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// The need it meets, as persons name theirs.
    pub meets: String,
    /// What the brand earns by one sale, in whole units of money after costs.
    pub earns: f64,
    /// What a person gains when it fits, in the same money.
    pub gives: f64,
}
