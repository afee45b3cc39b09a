//! Ways of playing that play by themselves, through the same moves and the same words as a player.

pub mod policy;
