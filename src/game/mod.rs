//! One sitting: what a player can do and why not.

mod moves;
mod refusal;

pub use moves::Move;
pub use refusal::Refusal;
