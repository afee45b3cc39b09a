//! A line that says how far the work is, on a terminal only.

use std::io::{self, IsTerminal, Write};
use std::sync::Mutex;

/// Columns of the bar.
const BAR: usize = 40;

/// How far some work is; any thread may say so.
#[derive(Debug)]
pub(super) struct Progress {
    what: &'static str,
    all: usize,
    /// Thousandths last shown; `None` where no terminal would show them.
    shown: Option<Mutex<usize>>,
}

impl Progress {
    /// Of so many `what`.
    pub(super) fn new(what: &'static str, all: usize) -> Self {
        let shown = io::stderr().is_terminal().then(|| Mutex::new(0));
        Self { what, all, shown }
    }

    /// So many are done.
    pub(super) fn show(&self, done: usize) {
        let Some(shown) = &self.shown else { return };
        let thousandths = 1000 * done / self.all.max(1);
        let mut shown = shown.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if thousandths <= *shown {
            return;
        }
        *shown = thousandths;
        let full = BAR * done / self.all.max(1);
        let bar = format!("{}{}", "#".repeat(full), ".".repeat(BAR - full.min(BAR)));
        let _unseen = write!(io::stderr().lock(), "\r[{bar}] {done} of {} {}", self.all, self.what);
    }

    /// Takes the line away.
    pub(super) fn clear(&self) {
        if self.shown.is_some() {
            let _unseen = write!(io::stderr().lock(), "\r\x1b[K");
        }
    }
}
