//! Rows of a set of labelled texts.

use std::path::Path;

use crate::Fault;

/// One labelled text.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Which set it is from.
    pub(crate) set: &'static str,
    pub(crate) text: String,
    /// What was said before.
    pub(crate) heard: Option<String>,
    /// What each head of the recipe should read.
    pub(crate) target: Vec<f64>,
    /// How much it counts in fitting.
    pub(crate) weight: f64,
    /// Near-repeats share a group.
    pub(crate) group: String,
    /// Who wrote it, where that is told.
    pub(crate) account: String,
    /// Whether it is measured on, or only fitted on.
    pub(crate) counts: bool,
    /// The label, for measuring.
    pub(crate) label: f64,
}

/// One line of a set, by column name.
pub(crate) struct Line<'a> {
    names: &'a [String],
    cells: Vec<&'a str>,
}

impl Line<'_> {
    pub(crate) fn get(&self, name: &str) -> &str {
        let at = self.names.iter().position(|known| known == name);
        at.and_then(|at| self.cells.get(at)).copied().unwrap_or("")
    }

    pub(crate) fn number(&self, name: &str) -> f64 {
        self.get(name).parse().unwrap_or(0.0)
    }
}

/// Reads a set and makes rows of those lines that `make` wants.
pub(crate) fn read(
    folder: &Path,
    set: &str,
    mut make: impl FnMut(&Line<'_>) -> Option<Row>,
) -> Result<Vec<Row>, Fault> {
    let path = folder.join(set).join("train.tsv");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut lines = text.lines();
    let names: Vec<String> = lines.next().unwrap_or("").split('\t').map(str::to_owned).collect();
    Ok(lines.filter_map(|line| make(&Line { names: &names, cells: line.split('\t').collect() })).collect())
}
