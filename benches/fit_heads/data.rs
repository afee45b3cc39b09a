//! Rows of a set of labelled texts.

use std::collections::BTreeMap;
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

/// Every set that may lie in the folder.
const SETS: [&str; 9] = [
    "clickbait",
    "corporate_messaging",
    "goemotions",
    "politeness_se",
    "politeness_wiki",
    "sms_spam",
    "uptake",
    "vader_tweets",
    "youtube_spam",
];

/// Words that hardly ever begin with a small letter in all sets together: names of people, places and makers,
/// which say what a text is about and not how it is said. Sorted.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>, Fault> {
    let mut seen: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for set in SETS {
        read(folder, set, |line| {
            for word in line.get("text").split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’') {
                let count = seen.entry(word.to_lowercase().replace('’', "'")).or_default();
                count.0 += usize::from(word.starts_with(char::is_uppercase));
                count.1 += usize::from(word.starts_with(char::is_lowercase));
            }
            None
        })?;
    }
    let is_name = |(_, (large, small)): &(String, (usize, usize))| *large > 10 * *small;
    Ok(seen.into_iter().filter(is_name).map(|(word, _)| word).collect())
}
