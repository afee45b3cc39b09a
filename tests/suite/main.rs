//! One binary of tests.

mod authoring;
mod certify;
mod chronicle;
mod commands;
mod debrief;
mod demo;
mod dice;
mod facts;
mod kit;
mod lab;
mod laws;
mod library;
mod lines;
mod model_d;
mod policies;
mod scenarios;
mod screens;
mod tidy;
mod tricks;
mod voices;
mod whole_plays;
