//! One binary of tests.

mod scenarios;
