//! Gives people's messages their words: what they say, in their own voice, about the thing at hand.
//!
//! Invariant: speech decides nothing. It reads the world and luck lent for [`Purpose::Words`] only, so that
//! wording never changes an outcome and the same world always has the same words.
//!
//! [`Purpose::Words`]: crate::sim::dice::Purpose::Words

pub mod diary;
pub mod lines;
pub mod topic;

mod arcs;
mod compose;
mod manner;
mod own;
mod phrase;
mod pool;
mod quote;
#[cfg(test)]
mod tests;

pub use lines::Lines;
