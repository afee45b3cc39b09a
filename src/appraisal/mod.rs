//! Reads words and pictures: a text and its context in, an `Appraisal` with cues that point at the words out.
//!
//! Invariant: nothing here knows people, dice, clocks or files; the same text in the same context is always
//! read the same way.

mod appraise;
mod ask;
mod clean;
mod context;
mod cue;
mod dimension;
mod ending;
mod english;
pub mod head;
mod known;
mod lexicon;
mod look;
mod negation;
mod promise;
mod reader;
mod reading;
mod reply;
#[cfg(test)]
mod sample;
mod shape;
mod stems;
mod table;
mod token;
mod vocabulary;
pub mod welcome;
mod why;

pub use appraise::{appraise, appraise_cues, base};
pub use clean::Clean;
pub use context::{Ask, BrandSheet, Context, Deed, Earlier, Fact, FalseClaim, Heard, Norms, Picture};
pub use dimension::Dimension;
pub use head::{Contribution, Head, Heads, HeadsReading};
pub use known::Kept;
pub use look::{Look, reduced};
pub use reading::{Appraisal, Claim, Cue, Due, Verdict};
pub use reply::ReplyParts;
pub use shape::Shape;
pub use why::Why;
