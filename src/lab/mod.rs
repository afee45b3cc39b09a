//! Ways of playing that play by themselves, through the same moves and the same words as a player; and many plays, counted.
//!
//! Invariant: a study's figures depend on scenario, policies and seeds, never on threads or on how it was parted.

pub mod blame;
pub mod certify;
pub mod coverage;
pub mod facts;
pub mod figures;
pub mod luck;
pub mod policy;
pub mod spread;
pub mod study;
pub mod summary;
