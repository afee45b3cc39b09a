//! One binary of tests.

mod chronicle;
mod commands;
mod kit;
mod laws;
mod lines;
mod policies;
mod scenarios;
mod screens;
mod tidy;
mod tricks;
