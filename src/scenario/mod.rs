//! RON to a checked `Scenario`, or every fault at once with its place and a suggestion.

pub mod format;
