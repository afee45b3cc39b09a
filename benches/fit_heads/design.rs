//! Rows as numbers: which features each row has, and how much of each.

use std::collections::{BTreeMap, HashMap};

use mingle::appraisal::head::describe;

use crate::data::Row;
use crate::recipe::Recipe;

/// Single words and how glad or sore they sound.
const WORDS: &str = include_str!("valence_words.txt");

/// Words that would name an account, a company or a person of the sets, and not a way of speaking.
const NAMES: &str = "citi citigroup citibank citis brk berkshire nestle nestlé danone merck merck's pfizer \
    pfizer's barclays barclayswealth barclay's msd buffett bofa vikram pandit kilimanjaro \
    student psy gangnam katy perry lmfao eminem shakira rihanna bieber obama barack bush clinton";

/// Longest name of a gram that is kept, in bytes.
const LONGEST: usize = 40;

/// One column of the design.
#[derive(Clone, Debug)]
pub(crate) struct Feature {
    pub(crate) name: String,
    /// A value of shape or pair rather than a gram.
    pub(crate) is_value: bool,
    /// The first guess at its weight.
    pub(crate) guess: f64,
}

/// A set of rows as sparse vectors.
pub(crate) struct Set {
    pub(crate) rows: Vec<Row>,
    pub(crate) features: Vec<Feature>,
    /// Of each row: feature and amount, by feature.
    pub(crate) cells: Vec<Vec<(usize, f64)>>,
}

impl Set {
    /// `names` holds words to leave out, sorted.
    pub(crate) fn new(recipe: &Recipe, rows: Vec<Row>, names: &[String]) -> Self {
        let mut features: Vec<Feature> = if recipe.guess { guesses() } else { Vec::new() };
        let mut known: HashMap<String, usize> =
            features.iter().enumerate().map(|(at, feature)| (feature.name.clone(), at)).collect();
        let mut cells = Vec::new();
        for row in &rows {
            let told = describe(&row.text, row.heard.as_deref());
            let shape = |wanted: &str| {
                told.values.iter().find(|(name, _)| name == wanted).map_or(0.0, |found| f64::from(found.1))
            };
            let long = libm::pow(told.pieces.max(1) as f64 + recipe.more, recipe.halves / 2.0);
            let spread = long
                / (1.0 + recipe.exclaimed * shape("shape~exclaims") + recipe.linked * shape("shape~has-url"));
            let mut found: Vec<(usize, f64)> = Vec::new();
            let mut add = |name: String, amount: f64, is_value: bool| {
                let id = *known.entry(name.clone()).or_insert_with(|| {
                    features.push(Feature { name, is_value, guess: 0.0 });
                    features.len() - 1
                });
                found.push((id, amount));
            };
            for (name, stress) in told.grams.into_iter().filter(|(name, _)| wanted(name, names)) {
                let kinds = stress.flags().into_iter().zip(recipe.stress);
                let extra = kinds.filter(|(is, _)| *is).map(|(_, share)| share);
                add(name, (1.0 + extra.sum::<f64>()) / spread, false);
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

/// Stems of the words that a first guess is given of; words of one stem share the mean.
fn guesses() -> Vec<Feature> {
    let mut sums: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
        let Some((score, words)) = line.split_once(": ") else { continue };
        let score: f64 = score.parse().expect("a line of words begins with a score");
        for word in words.split_whitespace() {
            let grams = describe(word, None).grams;
            if let Some((stem, _)) = grams.into_iter().find(|(name, _)| name.starts_with("stem~")) {
                let sum = sums.entry(stem).or_default();
                *sum = (sum.0 + score, sum.1 + 1.0);
            }
        }
    }
    let feature = |(name, (sum, count))| Feature { name, is_value: false, guess: sum / count };
    sums.into_iter().map(feature).collect()
}

fn summed(mut found: Vec<(usize, f64)>) -> Vec<(usize, f64)> {
    found.sort_by_key(|cell| cell.0);
    let mut cells: Vec<(usize, f64)> = Vec::new();
    for (id, amount) in found {
        match cells.last_mut() {
            Some(last) if last.0 == id => last.1 += amount,
            _ => cells.push((id, amount)),
        }
    }
    cells
}

fn wanted(name: &str, names: &[String]) -> bool {
    let named = |word: &str| {
        NAMES.split_whitespace().any(|known| known == word)
            || names.binary_search_by(|known| known.as_str().cmp(word)).is_ok()
    };
    name.len() <= LONGEST && !name.split([' ', '~']).any(named)
}

fn value_wanted(recipe: &Recipe, name: &str) -> bool {
    let of_capitals = ["shape~capitals", "shape~shouted", "shape~titled", "shape~no-capital"].contains(&name);
    recipe.capitals || !of_capitals
}
