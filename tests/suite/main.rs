//! One binary of tests.

mod certify;
mod chronicle;
mod commands;
mod debrief;
mod dice;
mod facts;
mod kit;
mod lab;
mod laws;
mod lines;
mod model_d;
mod policies;
mod scenarios;
mod screens;
mod tidy;
mod tricks;
mod whole_plays;
