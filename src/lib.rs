//! Mingle: a social-networking simulator; the floors of the house, lowest first.

pub mod appraisal;
pub mod sim;

pub mod speech;

pub mod scenario;

pub mod game;

pub mod lab;

pub mod report;

pub mod tui;

pub mod cli;
