//! One binary of tests.

mod certify;
mod chronicle;
mod commands;
mod dice;
mod kit;
mod lab;
mod laws;
mod policies;
mod scenarios;
mod screens;
mod tidy;
mod tricks;
