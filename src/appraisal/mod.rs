//! Reads words and pictures: a text and its context in, an `Appraisal` with cues that point at the words out.
//!
//! Invariant: nothing here knows people, dice, clocks or files; the same text in the same context is always
//! read the same way.

mod clean;
mod context;
mod dimension;
mod reading;

pub use clean::Clean;
pub use context::{Ask, BrandSheet, Context, Deed, Fact, FalseClaim, Heard, Norms, Picture};
pub use dimension::Dimension;
pub use reading::{Appraisal, Claim, Cue, Due, Verdict};
