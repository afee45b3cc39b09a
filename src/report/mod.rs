//! From the chronicle to an explanation: the standing, the reasons in plain sentences, and the debrief.

pub mod debrief;
pub mod json;
pub mod news;
pub mod standing;
pub mod tell;
pub mod why;
