//! Law of reading: one message through the eyes of one reader (MODEL B.5).

use crate::appraisal::Dimension;

/// How a message read to one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Authenticity, 0..1.
    pub authenticity: f64,
    /// What it gave them, -1..1.
    pub value: f64,
    /// What was in it for them, 0..1.
    pub relevance: f64,
    /// The selling they felt, 0..1.5.
    pub selling: f64,
    /// Fit for room and acquaintance, 0..1.
    pub fit: f64,
    /// The three dimensions that weighed most, signed, heaviest first.
    pub parts: [(Dimension, f64); 3],
}
