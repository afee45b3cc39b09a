//! One sitting: checks a move, lets its minutes pass, performs it, and keeps the journal.
//!
//! Invariant: screen, line mode, headless run, lab and replay all play through `Sitting::play`; nothing here
//! knows a terminal.

mod check;
pub mod deeds;
pub mod drill;
pub mod goals;
mod hear;
pub mod journal;
mod moves;
mod refusal;
pub mod replay;
mod seal;
mod sitting;
pub mod standing;
pub mod store;
mod story;

pub use moves::Move;
pub use refusal::Refusal;
pub use sitting::{Played, Sitting};
pub use story::{Story, Twist};
