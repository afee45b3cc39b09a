//! The journal: the moves in order as lines of JSON, each sealed with all before it.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::sim::Minute;

use super::moves::Move;
use super::seal::Seal;

/// The format this program writes.
pub const FORMAT: u32 = 1;

/// The first line: what is played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Format of the journal.
    pub mingle_journal: u32,
    /// Name of the scenario.
    pub scenario: String,
    /// Digest of the scenario file.
    pub digest: String,
    /// Seed of the play.
    pub seed: u64,
}

impl Header {
    /// A header for a new play.
    pub fn new(scenario: &str, digest: &str, seed: u64) -> Self {
        Self { mingle_journal: FORMAT, scenario: scenario.into(), digest: digest.into(), seed }
    }
}

/// One move, when it was begun, and the hash of the chronicle after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// When it was begun, as `1 09:30`.
    pub at: String,
    /// The move.
    #[serde(rename = "move")]
    pub play: Move,
    /// Hash of the chronicle after it; empty in a file of moves written by hand.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub world: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed {
    at: String,
    #[serde(rename = "move")]
    play: Move,
    world: String,
    seal: String,
}

/// What can be wrong with a journal.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum JournalError {
    /// There is nothing in it.
    #[error("the journal is empty")]
    Empty,
    /// A line is no record.
    #[error("line {line}: this is no record of a journal ({what})")]
    Unreadable {
        /// Line, from 1.
        line: usize,
        /// What the reader of JSON says.
        what: String,
    },
    /// Made by a newer version.
    #[error("the journal has format {0}; this program reads format 1: it was made by a newer version")]
    Newer(u32),
    /// A line was changed, added or lost.
    #[error("line {line}: the seal does not fit; the journal was changed at or before this line")]
    Broken {
        /// Line, from 1.
        line: usize,
    },
}

/// A journal.
#[derive(Clone, Debug)]
pub struct Journal {
    header: Header,
    records: Vec<Record>,
    lines: Vec<String>,
    seal: Seal,
}

impl Journal {
    /// A journal without moves.
    pub fn new(header: Header) -> Self {
        let line = serde_json::to_string(&header).expect("a header is plain data");
        let mut seal = Seal::new();
        seal.add(&line);
        Self { header, records: Vec::new(), lines: vec![line], seal }
    }

    /// The header.
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// The moves in order.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The lines as they stand in a file, header first.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Adds a move.
    pub fn push(&mut self, record: Record) {
        self.seal.add(&serde_json::to_string(&record).expect("a record is plain data"));
        let Record { at, play, world } = record.clone();
        let sealed = Sealed { at, play, world, seal: self.seal.short() };
        self.lines.push(serde_json::to_string(&sealed).expect("a record is plain data"));
        self.records.push(record);
    }

    /// Reads a journal whole and checks its seals. With `torn` a last line that was cut off in the middle is dropped.
    pub fn read(text: &str, torn: bool) -> Result<Self, JournalError> {
        let text = text.trim_start_matches('\u{feff}');
        let whole = text.ends_with('\n');
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        let first = *lines.first().ok_or(JournalError::Empty)?;
        let unreadable = |line: usize, e: serde_json::Error| JournalError::Unreadable { line, what: e.to_string() };
        let header: Header = serde_json::from_str(first).map_err(|e| unreadable(1, e))?;
        if header.mingle_journal > FORMAT {
            return Err(JournalError::Newer(header.mingle_journal));
        }
        let mut journal = Self::new(header);
        for (index, line) in lines.iter().enumerate().skip(1) {
            let sealed: Sealed = match serde_json::from_str(line) {
                Ok(sealed) => sealed,
                Err(_) if torn && !whole && index + 1 == lines.len() => break,
                Err(e) => return Err(unreadable(index + 1, e)),
            };
            if Minute::parse(&sealed.at).is_none() {
                return Err(JournalError::Unreadable { line: index + 1, what: "\"at\" is no day and time".into() });
            }
            journal.push(Record { at: sealed.at, play: sealed.play, world: sealed.world });
            if journal.lines[index] != *line {
                return Err(JournalError::Broken { line: index + 1 });
            }
        }
        Ok(journal)
    }
}

/// Reads a file of moves written by hand: one `{"at": "1 09:30", "move": {...}}` a line; a journal will do as well.
pub fn read_moves(text: &str) -> Result<Vec<Record>, JournalError> {
    let mut records = Vec::new();
    for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with("//") || (index == 0 && line.contains("\"mingle_journal\"")) {
            continue;
        }
        let unreadable = |what: String| JournalError::Unreadable { line: index + 1, what };
        let mut value: serde_json::Value = serde_json::from_str(line).map_err(|e| unreadable(e.to_string()))?;
        if let Some(object) = value.as_object_mut() {
            object.remove("seal");
        }
        let record: Record = serde_json::from_value(value).map_err(|e| unreadable(e.to_string()))?;
        if Minute::parse(&record.at).is_none() {
            return Err(unreadable("\"at\" is no day and time such as \"1 09:30\"".into()));
        }
        records.push(record);
    }
    Ok(records)
}
