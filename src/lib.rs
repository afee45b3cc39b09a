//! Mingle: a social-networking simulator; the floors of the house, lowest first.

pub mod appraisal;
pub mod sim;

pub mod scenario;

pub mod game;

pub mod tui;
