//! Exit codes, and failures that carry one.

use std::process::ExitCode;

/// How the program ends; see `--help`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    /// Done.
    Done,
    /// It ran, and the answer is no.
    No,
    /// Wrong usage.
    Usage,
    /// A scenario, journal or save that cannot be used.
    BadInput,
    /// No such input.
    NoInput,
    /// Input or output failed.
    InputOutput,
    /// A signal of this number ended it.
    Killed(u8),
}

impl From<Code> for ExitCode {
    fn from(code: Code) -> Self {
        Self::from(match code {
            Code::Done => 0,
            Code::No => 1,
            Code::Usage => 2,
            Code::BadInput => 65,
            Code::NoInput => 66,
            Code::InputOutput => 74,
            Code::Killed(signal) => 128_u8.saturating_add(signal),
        })
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
