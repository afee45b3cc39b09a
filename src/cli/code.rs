//! Exit codes, and failures that carry one.

use std::process::ExitCode;

/// How the program ends; see `--help`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    /// Done.
    Done = 0,
    /// It ran, and the answer is no.
    No = 1,
    /// Wrong usage.
    Usage = 2,
    /// A scenario, journal or save that cannot be used.
    BadInput = 65,
    /// No such input.
    NoInput = 66,
    /// Input or output failed.
    InputOutput = 74,
}

impl From<Code> for ExitCode {
    fn from(code: Code) -> Self {
        Self::from(code as u8)
    }
}

/// Why a command could not do what it was asked.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) code: Code,
    pub(super) message: String,
}

impl Failure {
    pub(super) fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    pub(super) fn io(error: &std::io::Error) -> Self {
        Self::new(Code::InputOutput, format!("mingle: {error}"))
    }
}

/// What a command gives back.
pub(super) type Outcome = Result<Code, Failure>;
