//! Fits one file: weighs every feature, keeps the strongest, weighs those again.

use mingle::appraisal::head::VALENCE_BEND;

use crate::design::Set;
use crate::recipe::{Loss, Recipe};
use crate::solve::descend;

/// Most steps of one descent.
const STEPS: usize = 120;

/// Fitted weights.
#[derive(Clone, Debug)]
pub(crate) struct Fitted {
    /// Of each head.
    pub(crate) bias: Vec<f64>,
    /// Name, whether it is a value, and the weight of each head.
    pub(crate) weights: Vec<(String, bool, Vec<f64>)>,
}

/// Columns of features that take part, with what they are scaled by.
struct Chosen {
    /// For each feature of the set, its column, if it has one.
    column: Vec<Option<usize>>,
    features: Vec<usize>,
    scale: Vec<f64>,
}

impl Chosen {
    fn new(set: &Set, scaled: Vec<(usize, f64)>) -> Self {
        let mut column = vec![None; set.features.len()];
        for (at, (feature, _)) in scaled.iter().enumerate() {
            column[*feature] = Some(at);
        }
        let (features, scale) = scaled.into_iter().unzip();
        Self { column, features, scale }
    }
}

/// Fits on the rows with these numbers.
pub(crate) fn fit(recipe: &Recipe, set: &Set, rows: &[usize]) -> Fitted {
    let heads = recipe.heads.len();
    let first = Chosen::new(set, candidates(recipe, set, rows));
    let weights = weigh(recipe, set, rows, &first);
    let mut rank: Vec<(f64, usize)> = Vec::new();
    let mut kept: Vec<(usize, f64)> = Vec::new();
    let mass = masses(set, rows);
    for (at, feature) in first.features.iter().enumerate() {
        if set.features[*feature].is_value {
            kept.push((*feature, first.scale[at]));
            continue;
        }
        let strength = (0..heads).map(|head| weights[at * heads + head].abs()).fold(0.0, f64::max);
        rank.push((strength * first.scale[at] * mass[*feature].sqrt(), at));
    }
    rank.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    kept.extend(rank.iter().take(recipe.keep).map(|(_, at)| (first.features[*at], first.scale[*at])));
    let second = Chosen::new(set, kept);
    let weights = weigh(recipe, set, rows, &second);
    let (bias, trust) = weights[second.features.len() * heads..].split_at(heads);
    let named = set.features.iter().enumerate().filter_map(|(at, feature)| {
        if second.column[at].is_none() && mass[at] == 0.0 && !recipe.unseen {
            return None;
        }
        let of_head = |head: usize| {
            let own = second.column[at].map(|column| weights[column * heads + head] * second.scale[column]);
            own.unwrap_or(0.0) + trust[head + if feature.guess > 0.0 { 0 } else { heads }] * feature.guess
        };
        let weights: Vec<f64> = (0..heads).map(of_head).collect();
        weights.iter().any(|weight| *weight != 0.0).then(|| (feature.name.clone(), feature.is_value, weights))
    });
    Fitted { bias: bias.to_vec(), weights: named.collect() }
}

/// Sum of squared amounts of each feature.
fn masses(set: &Set, rows: &[usize]) -> Vec<f64> {
    let mut mass = vec![0.0; set.features.len()];
    for (feature, amount) in rows.iter().flat_map(|row| &set.cells[*row]) {
        mass[*feature] += amount * amount;
    }
    mass
}

/// Features that stand in enough rows, and their tie to the labels.
fn candidates(recipe: &Recipe, set: &Set, rows: &[usize]) -> Vec<(usize, f64)> {
    let heads = recipe.heads.len();
    let whole: f64 = rows.iter().map(|row| set.rows[*row].weight).sum();
    let mut mean = vec![0.0; heads];
    for row in rows.iter().map(|row| &set.rows[*row]) {
        for (mean, target) in mean.iter_mut().zip(&row.target) {
            *mean += target * row.weight / whole;
        }
    }
    let mut deviation = vec![0.0; heads];
    let mut count = vec![0_usize; set.features.len()];
    let mut weight = vec![0.0; set.features.len()];
    let mut above = vec![0.0; set.features.len() * heads];
    for &at in rows {
        let row = &set.rows[at];
        for head in 0..heads {
            let off = row.target[head] - mean[head];
            deviation[head] += off * off * row.weight / whole;
            for (feature, _) in &set.cells[at] {
                above[feature * heads + head] += off * row.weight;
            }
        }
        for (feature, _) in &set.cells[at] {
            count[*feature] += 1;
            weight[*feature] += row.weight;
        }
    }
    let mut chosen = Vec::new();
    for (feature, told) in set.features.iter().enumerate() {
        if count[feature] < recipe.least {
            continue;
        }
        let tie = |head: usize| {
            above[feature * heads + head].abs() / (weight[feature] + 1.0) / deviation[head].sqrt().max(1e-9)
        };
        let tie = (0..heads).map(tie).fold(0.0, f64::max);
        let scale = if told.is_value { 1.0 } else { libm::pow(tie, recipe.tie) };
        if scale > 0.0 {
            chosen.push((feature, scale));
        }
    }
    chosen
}

/// Weights of the chosen features by head, then the biases, then how far first guesses of glad and of sore words are trusted.
fn weigh(recipe: &Recipe, set: &Set, rows: &[usize], chosen: &Chosen) -> Vec<f64> {
    let heads = recipe.heads.len();
    let cells: Vec<Vec<(usize, f64)>> = rows
        .iter()
        .map(|row| {
            let column = |(feature, amount): &(usize, f64)| {
                chosen.column[*feature].map(|column| (column, amount * chosen.scale[column]))
            };
            set.cells[*row].iter().filter_map(column).collect()
        })
        .collect();
    let size = chosen.features.len() * heads;
    let ridge: Vec<f64> = chosen
        .features
        .iter()
        .map(|feature| if set.features[*feature].is_value { recipe.value_ridge } else { recipe.ridge })
        .collect();
    let guess = |row: &usize| {
        let guesses = || set.cells[*row].iter().map(|(at, amount)| (set.features[*at].guess, amount));
        let of = |glad: bool| {
            guesses().filter(|(guess, _)| (*guess > 0.0) == glad).map(|(guess, by)| guess * by).sum()
        };
        [of(true), of(false)]
    };
    let guesses: Vec<[f64; 2]> = rows.iter().map(guess).collect();
    let mut raw = vec![0.0; heads];
    descend(vec![0.0; size + 3 * heads], STEPS, &mut |at, gradient| {
        gradient.fill(0.0);
        let mut value = 0.0;
        for ((cells, row), guess) in cells.iter().zip(rows).zip(&guesses) {
            let row = &set.rows[*row];
            for head in 0..heads {
                let [glad, sore] = [at[size + heads + head], at[size + 2 * heads + head]];
                raw[head] = at[size + head] + glad * guess[0] + sore * guess[1];
            }
            for (column, amount) in cells {
                for head in 0..heads {
                    raw[head] += at[column * heads + head] * amount;
                }
            }
            value += row.weight * loss(recipe.loss, &mut raw, &row.target);
            for head in 0..heads {
                let pull = raw[head] * row.weight;
                gradient[size + head] += pull;
                gradient[size + heads + head] += pull * guess[0];
                gradient[size + 2 * heads + head] += pull * guess[1];
                for (column, amount) in cells {
                    gradient[column * heads + head] += pull * amount;
                }
            }
        }
        for (column, ridge) in ridge.iter().enumerate() {
            for place in column * heads..(column + 1) * heads {
                value += 0.5 * ridge * at[place] * at[place];
                gradient[place] += ridge * at[place];
            }
        }
        value
    })
}

/// The loss of one row; leaves its slope in `raw`.
fn loss(kind: Loss, raw: &mut [f64], target: &[f64]) -> f64 {
    match kind {
        Loss::Squares => {
            let under = libm::sqrt(1.0 + raw[0] * raw[0] / VALENCE_BEND);
            let off = raw[0] / under - target[0];
            raw[0] = off / (under * under * under);
            0.5 * off * off
        }
        Loss::Odds => {
            let (value, wanted) = (raw[0], target[0]);
            raw[0] = 1.0 / (1.0 + libm::exp(-value)) - wanted;
            libm::log1p(libm::exp(-value.abs())) + value.max(0.0) - wanted * value
        }
        Loss::Classes => {
            let top = raw.iter().copied().fold(f64::MIN, f64::max);
            let whole: f64 = raw.iter().map(|value| libm::exp(value - top)).sum();
            let mut sum = 0.0;
            for (value, wanted) in raw.iter_mut().zip(target) {
                let log = *value - top - libm::log(whole);
                sum -= wanted * log;
                *value = libm::exp(log) - wanted;
            }
            sum
        }
    }
}
