//! Reads words and pictures: a text and its context in, an `Appraisal` with cues that point at the words out.
//!
//! Invariant: nothing here knows people, dice, clocks or files; the same text in the same context is always
//! read the same way.

mod appraise;
mod claims;
mod clean;
mod context;
mod cue;
mod dimension;
mod ledger;
mod lexicon;
mod promise;
mod reading;
mod scene;
mod text;
mod token;

pub use appraise::appraise;
pub use clean::Clean;
pub use context::{Ask, BrandSheet, Context, Deed, Fact, FalseClaim, Heard, Norms, Picture};
pub use dimension::Dimension;
pub use reading::{Appraisal, Claim, Cue, Due, ReplyParts, Verdict};
