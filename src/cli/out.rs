//! Data to standard output, talk to standard error; a reader who closed the pipe early is no failure.

use std::io::{self, ErrorKind, IsTerminal, Write};

use super::code::{Code, Failure, Outcome};

/// Writes data.
pub(super) fn data(text: &str) -> Outcome {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Ok(()) => Ok(Code::Done),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Code::Done),
        Err(error) => Err(Failure::io(&error)),
    }
}

/// Writes a line of data; gives whether anybody still reads.
pub(super) fn line(text: &str) -> Result<bool, Failure> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::io(&error)),
    }
}

/// Whether what is written can be coloured: a terminal reads it, and nobody asked for none.
pub(super) fn is_coloured() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && !set("NO_COLOR") && !dumb
}

/// Says something to the person at the terminal; that nobody hears it is no failure.
pub(super) fn talk(text: &str) {
    let _unheard = writeln!(io::stderr().lock(), "{text}");
}
