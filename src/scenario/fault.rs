//! What is wrong with a scenario file, where, and what would put it right.

use std::ops::Range;

use super::border::clean;

/// Something wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as it was named.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// How many characters of that line it covers, at least 1.
    pub width: usize,
    /// Its number, as in `S012`; the list is in `docs/scenario-format.md`.
    pub code: &'static str,
    /// What is wrong, for people who are no programmers.
    pub message: String,
    /// What would put it right; may be empty.
    pub help: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}: {} {}", self.file, self.line, self.column, self.code, self.message)?;
        if self.help.is_empty() { Ok(()) } else { write!(f, " {}", self.help) }
    }
}

/// A fault before its place is worked out: bytes instead of line and column.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub(super) span: Range<usize>,
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) help: String,
}

/// A file with the starts of its lines.
pub(super) struct Lines<'a> {
    file: &'a str,
    source: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(file: &'a str, source: &'a str) -> Self {
        let starts = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { file, source, starts }
    }

    /// The byte at a line and column as counted by the parser, from 1.
    pub(super) fn byte_at(&self, line: usize, column: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.source.len());
        let rest = &self.source[start..];
        start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
    }

    /// The fault at a spot.
    pub(super) fn fault(&self, spot: &Spot) -> Fault {
        let start = floor(self.source, spot.span.start);
        let end = floor(self.source, spot.span.end).max(start);
        let line = self.starts.partition_point(|&at| at <= start).max(1);
        let begin = self.starts[line - 1];
        let covered = self.source[start..end].lines().next().unwrap_or("");
        Fault {
            file: clean(self.file),
            line,
            column: self.source[begin..start].chars().count() + 1,
            width: covered.chars().count().max(1),
            code: spot.code,
            message: clean(&spot.message),
            help: clean(&spot.help),
        }
    }
}

/// The nearest place at or before `at` where a character begins.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
