//! From the chronicle to an explanation: the standing, the reasons in plain sentences, and the debrief.

pub mod debrief;
pub mod facts;
pub mod json;
pub mod lab;
pub mod news;
pub mod page;
pub mod tell;
pub mod why;

pub use crate::game::standing;
