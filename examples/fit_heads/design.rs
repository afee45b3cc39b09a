//! Rows as numbers: which features each row has, and how much of each.

use std::collections::HashMap;

use mingle::appraisal::head::describe;

use crate::data::Row;
use crate::recipe::Recipe;

/// Words that would name an account, a company or a person of the sets, and not a way of speaking.
const NAMES: &str = "citi citigroup citibank citis brk berkshire nestle nestlé danone merck merck's pfizer \
    pfizer's barclays barclayswealth barclay's msd buffett bofa vikram pandit kilimanjaro \
    student psy gangnam katy perry lmfao eminem shakira rihanna bieber obama barack bush clinton";

/// One column of the design.
#[derive(Clone, Debug)]
pub(crate) struct Feature {
    pub(crate) name: String,
    /// A value of shape or pair rather than a gram.
    pub(crate) is_value: bool,
}

/// A set of rows as sparse vectors.
pub(crate) struct Set {
    pub(crate) rows: Vec<Row>,
    pub(crate) features: Vec<Feature>,
    /// Of each row: feature and amount, by feature.
    pub(crate) cells: Vec<Vec<(usize, f64)>>,
}

impl Set {
    pub(crate) fn new(recipe: &Recipe, rows: Vec<Row>) -> Self {
        let mut features: Vec<Feature> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut cells = Vec::new();
        for row in &rows {
            let told = describe(&row.text, row.heard.as_deref());
            let spread = libm::pow(told.pieces.max(1) as f64, f64::from(recipe.halves) / 2.0);
            let mut found: Vec<(usize, f64)> = Vec::new();
            let mut add = |name: String, amount: f64, is_value: bool| {
                let id = *known.entry(name.clone()).or_insert_with(|| {
                    features.push(Feature { name, is_value });
                    features.len() - 1
                });
                found.push((id, amount));
            };
            for name in told.grams.into_iter().filter(|name| wanted(recipe, name)) {
                add(name, 1.0 / spread, false);
            }
            for (name, value) in told.values.into_iter().filter(|(name, _)| value_wanted(recipe, name)) {
                if value != 0.0 {
                    add(name, f64::from(value), true);
                }
            }
            cells.push(summed(found));
        }
        Self { rows, features, cells }
    }
}

fn summed(mut found: Vec<(usize, f64)>) -> Vec<(usize, f64)> {
    found.sort_by(|a, b| a.0.cmp(&b.0));
    let mut cells: Vec<(usize, f64)> = Vec::new();
    for (id, amount) in found {
        match cells.last_mut() {
            Some(last) if last.0 == id => last.1 += amount,
            _ => cells.push((id, amount)),
        }
    }
    cells
}

fn wanted(recipe: &Recipe, name: &str) -> bool {
    let named = |word: &str| NAMES.split_whitespace().any(|known| known == word);
    if name.contains(['\t', '\n', '\r']) || name.len() > 40 || name.split([' ', '~']).any(named) {
        return false;
    }
    match name.split_once('~') {
        Some(("part", _)) => recipe.parts,
        Some(("heard", _)) => recipe.heard,
        Some(("not", _)) => recipe.denied,
        Some(("tag", _)) => false,
        _ => name.split(' ').count() <= recipe.words,
    }
}

fn value_wanted(recipe: &Recipe, name: &str) -> bool {
    let of_capitals = ["shape~capitals", "shape~shouted", "shape~titled", "shape~no-capital"].contains(&name);
    (recipe.shape || name.starts_with("pair~")) && (recipe.capitals || !of_capitals)
}
