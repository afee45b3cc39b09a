//! One binary of tests.

mod kit;
mod scenarios;
mod screens;
