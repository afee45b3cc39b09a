//! One binary of tests.

mod appraisal;
mod kit;
