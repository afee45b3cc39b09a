//! The weights of all heads in one table: read from readable files, found by the key of a gram.

use super::Head;
use super::gram::key_of_name;
use super::pair::PAIR;
use super::shape::{Counts, SHAPE};
use super::stem::STRESSES;

/// What is wrong with a file of weights.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct WeightsFault {
    /// Line in the file, from 1; 0 where no single line is at fault.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

/// Weights of one gram or value for each head.
pub(super) type Row = [i8; Head::COUNT];

/// What a head adds to its weights.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Terms {
    /// Where the head begins before any word.
    pub(super) bias: f64,
    /// What one step of a gram's weight is worth.
    pub(super) gram: f64,
    /// What one step of a value's weight is worth.
    pub(super) value: f64,
    /// Grams count 1 / (pieces + more)^(halves / 2).
    pub(super) halves: f64,
    pub(super) more: f64,
    /// What four exclamation marks add to all grams, in shares.
    pub(super) exclaimed: f64,
    /// What a link adds to all grams, in shares.
    pub(super) linked: f64,
    /// What each kind of stress adds to a stem, in shares of its weight.
    pub(super) stress: [f64; STRESSES],
}

impl Terms {
    /// What the sum of grams is divided by in a text of this shape.
    pub(super) fn spread(&self, counts: &Counts) -> f64 {
        let pieces = counts.pieces().max(1) as f64 + self.more;
        let share = 1.0 + self.exclaimed * counts.exclaims() + self.linked * counts.links();
        libm::pow(pieces, self.halves / 2.0) / share
    }
}

/// One file of weights.
#[derive(Debug, Default)]
struct File<'a> {
    heads: Vec<Head>,
    terms: Vec<Terms>,
    lines: Vec<(&'a str, Vec<i8>)>,
}

/// All weights.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// One more than the row of a key, at the key's slot or after it; 0 where there is none.
    slots: Vec<u32>,
    keys: Vec<u64>,
    rows: Vec<Row>,
    /// All names in one string, and where each ends.
    names: String,
    ends: Vec<usize>,
    /// Weights of the values of shape and pair.
    pub(super) shape: Vec<Row>,
    pub(super) pair: Vec<Row>,
    pub(super) terms: [Terms; Head::COUNT],
}

impl Table {
    /// Reads files of weights; each head may stand in one of them.
    pub(super) fn read(files: &[&str]) -> Result<Self, WeightsFault> {
        let mut table = Self {
            shape: vec![Row::default(); SHAPE.len()],
            pair: vec![Row::default(); PAIR.len()],
            ..Self::default()
        };
        let mut grams: Vec<(u64, &str, Head, i8)> = Vec::new();
        for text in files {
            let file = File::read(text)?;
            for (head, terms) in file.heads.iter().zip(&file.terms) {
                table.terms[*head as usize] = *terms;
            }
            for (name, weights) in &file.lines {
                let weights = file.heads.iter().copied().zip(weights.iter().copied());
                match table.value_row(name) {
                    Some(row) => weights.for_each(|(head, weight)| row[head as usize] = weight),
                    None => {
                        grams.extend(weights.map(|(head, weight)| (key_of_name(name), *name, head, weight)));
                    }
                }
            }
        }
        grams.sort_unstable();
        // Of one name the heads differ; another name would have to share its key by accident.
        if let Some(pair) = grams
            .windows(2)
            .find(|pair| pair[0].0 == pair[1].0 && (pair[0].1 != pair[1].1 || pair[0].2 == pair[1].2))
        {
            let what = format!("\"{}\" and \"{}\" stand for the same", pair[0].1, pair[1].1);
            return Err(WeightsFault { line: 0, what });
        }
        table.fill(&grams);
        Ok(table)
    }

    fn value_row(&mut self, name: &str) -> Option<&mut Row> {
        let at = |names: &[&str], name: &str| names.iter().position(|known| *known == name);
        if let Some(name) = name.strip_prefix("shape~") {
            return self.shape.get_mut(at(&SHAPE, name)?);
        }
        self.pair.get_mut(at(&PAIR, name.strip_prefix("pair~")?)?)
    }

    fn fill(&mut self, grams: &[(u64, &str, Head, i8)]) {
        for (key, name, head, weight) in grams {
            if self.keys.last() != Some(key) {
                self.keys.push(*key);
                self.rows.push(Row::default());
                self.names.push_str(name);
                self.ends.push(self.names.len());
            }
            if let Some(row) = self.rows.last_mut() {
                row[*head as usize] = *weight;
            }
        }
        self.slots = vec![0; (self.keys.len() * 2).next_power_of_two().max(2)];
        for (row, key) in self.keys.iter().enumerate() {
            let mut at = slot(*key, self.slots.len());
            while self.slots[at] != 0 {
                at = (at + 1) % self.slots.len();
            }
            self.slots[at] = row as u32 + 1;
        }
    }

    /// The row of a key.
    pub(super) fn find(&self, key: u64) -> Option<usize> {
        let mut at = slot(key, self.slots.len());
        loop {
            let row = self.slots[at].checked_sub(1)? as usize;
            if self.keys[row] == key {
                return Some(row);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// The weights of a row.
    pub(super) fn row(&self, row: usize) -> Row {
        self.rows[row]
    }

    /// The name of a row's gram.
    pub(super) fn name(&self, row: usize) -> &str {
        let from = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.names[from..self.ends[row]]
    }
}

/// Where a key is looked for first; the number of slots is a power of two.
const fn slot(key: u64, slots: usize) -> usize {
    let mixed = key ^ (key >> 32);
    ((mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15)) >> 40) as usize & (slots - 1)
}

impl<'a> File<'a> {
    /// `head` names the columns; `bias`, `gram`, `value`, `halves` and the kinds of stress are the terms; every other line is a
    /// name and its weights, between tabs. Lines that begin with `# ` are remarks.
    fn read(text: &'a str) -> Result<Self, WeightsFault> {
        let mut file = Self::default();
        for (index, line) in text.lines().enumerate() {
            if !line.is_empty() && !line.starts_with("# ") {
                file.take(line).map_err(|what| WeightsFault { line: index + 1, what })?;
            }
        }
        Ok(file)
    }

    fn take(&mut self, line: &'a str) -> Result<(), String> {
        let mut cells = line.split('\t');
        let name = cells.next().filter(|name| !name.is_empty()).ok_or("there is no name")?;
        let cells: Vec<&str> = cells.collect();
        if name == "head:" {
            let find = |cell: &&str| Head::from_name(cell).ok_or(format!("there is no head \"{cell}\""));
            self.heads = cells.iter().map(find).collect::<Result<_, _>>()?;
            self.terms = vec![Terms::default(); self.heads.len()];
            return Ok(());
        }
        if self.heads.is_empty() || cells.len() != self.heads.len() {
            return Err(format!("{} weights for {} heads", cells.len(), self.heads.len()));
        }
        let field: Option<fn(&mut Terms, f64)> = match name {
            "bias:" => Some(|terms, value| terms.bias = value),
            "gram:" => Some(|terms, value| terms.gram = value),
            "value:" => Some(|terms, value| terms.value = value),
            "halves:" => Some(|terms, value| terms.halves = value),
            "more:" => Some(|terms, value| terms.more = value),
            "exclaimed:" => Some(|terms, value| terms.exclaimed = value),
            "linked:" => Some(|terms, value| terms.linked = value),
            "denied:" => Some(|terms, value| terms.stress[0] = value),
            "boosted:" => Some(|terms, value| terms.stress[1] = value),
            "loud:" => Some(|terms, value| terms.stress[2] = value),
            "stretched:" => Some(|terms, value| terms.stress[3] = value),
            _ => None,
        };
        if let Some(field) = field {
            for (terms, cell) in self.terms.iter_mut().zip(&cells) {
                let value: f64 = cell.parse().map_err(|_| format!("\"{cell}\" is not a number"))?;
                field(terms, Some(value).filter(|value| value.is_finite()).ok_or("a number is not finite")?);
            }
            return Ok(());
        }
        let known =
            |mark: &str, names: &[&str]| name.strip_prefix(mark).is_none_or(|rest| names.contains(&rest));
        if !known("shape~", &SHAPE) || !known("pair~", &PAIR) {
            return Err(format!("there is no value \"{name}\""));
        }
        let weight = |cell: &&str| match cell {
            &"" => Ok(0),
            cell => cell.parse::<i8>().map_err(|_| format!("\"{cell}\" is not a weight of -128..127")),
        };
        self.lines.push((name, cells.iter().map(weight).collect::<Result<_, _>>()?));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "# A remark.\nhead:\tcourtesy\tvalence\nbias:\t0.5\t-1\ngram:\t0.1\t0.2\nvalue:\t0.1\t0.2\n\
                        halves:\t1\t0\nthanks\t9\t\nthank you\t7\t-3\nshape~exclaims\t1\t2\n";

    #[test]
    fn a_file_is_found_by_key_and_name() {
        let table = Table::read(&[GOOD]).unwrap();
        let row = table.find(key_of_name("thank you")).expect("the gram is there");
        assert_eq!(table.name(row), "thank you");
        assert_eq!(table.row(row)[Head::Courtesy as usize], 7);
        assert_eq!(table.row(row)[Head::Valence as usize], -3);
        assert_eq!(table.find(key_of_name("you thank")), None);
        assert!((table.terms[Head::Courtesy as usize].halves - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_malformed_line_is_caught() {
        for (line, what) in [
            ("thanks\t9", "1 weights for 2 heads"),
            ("thanks\t9\t8\t7", "3 weights"),
            ("thanks\t9\t900", "not a weight"),
            ("thanks\tx\t1", "not a weight"),
            ("bias:\tx\t1", "not a number"),
            ("gram:\tinf\t1", "not finite"),
            ("shape~size\t1\t1", "no value"),
            ("pair~shape\t1\t1", "no value"),
            ("head:\tjoy\t1", "no head"),
            ("\t1\t1", "no name"),
        ] {
            let fault = Table::read(&[&format!("{GOOD}{line}\n")]).expect_err(line);
            assert!(fault.what.contains(what) && fault.line == 10, "{line}: {fault}");
        }
        let fault = Table::read(&[&format!("{GOOD}thanks\t1\t1\n")]).expect_err("a name stands twice");
        assert!(fault.what.contains("stand for the same"), "{fault}");
    }
}
