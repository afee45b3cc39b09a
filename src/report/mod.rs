//! From the chronicle to an explanation: the standing, the reasons in plain sentences, and the debrief.

pub mod compare;
pub mod debrief;
pub mod differ;
pub mod facts;
pub mod fortune;
pub mod idea;
pub mod json;
pub mod lab;
pub mod news;
pub mod offers;
pub mod page;
pub mod shape;
pub mod tell;
pub mod why;

pub use crate::game::standing;
