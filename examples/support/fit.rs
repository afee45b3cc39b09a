//! Weights fitted on pairs: logistic regression on differences, each weight held towards nothing.

use std::collections::BTreeMap;

use mingle::appraisal::{Deed, welcome};

use super::data::{Pair, Seen};

/// Columns of a sign: for all, by move, by room.
const COLUMNS: usize = 8;

const ROOMS: [&str; 4] = ["klatch", "party", "networking", "albums"];

/// How strongly weights are held towards nothing, and how much the kinds of pairs count.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub all: f64,
    pub by_move: f64,
    pub by_room: f64,
    pub runs: f64,
    pub swap: f64,
    pub mixed: f64,
    /// Pairs that a run of words must turn up in.
    pub least: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { all: 0.5, by_move: 2.0, by_room: 2.0, runs: 3.0, swap: 0.5, mixed: 0.15, least: 5 }
    }
}

/// A difference between two messages, as places and values.
pub type Difference = Vec<(usize, f64)>;

/// The space of weights: signs by column, then runs.
pub struct Space {
    signs: usize,
    pub runs: BTreeMap<String, usize>,
}

impl Space {
    /// The space that these pairs span.
    pub fn of(pairs: &[&Pair], least: usize) -> Self {
        let mut count: BTreeMap<&str, (usize, [bool; 3])> = BTreeMap::new();
        for pair in pairs.iter().filter(|pair| !pair.is_swap()) {
            for run in pair.seen.0.runs.iter().chain(&pair.seen.1.runs) {
                let entry = count.entry(run).or_default();
                entry.0 += 1;
                entry.1[pair.author] = true;
            }
        }
        let kept = count.into_iter().filter(|(_, (pairs, authors))| {
            *pairs >= least && authors.iter().filter(|one| **one).count() >= 2
        });
        let signs = welcome::sign_names().len();
        let runs = kept.enumerate().map(|(at, (run, _))| (run.to_owned(), signs * COLUMNS + at)).collect();
        Self { signs, runs }
    }

    fn len(&self) -> usize {
        self.signs * COLUMNS + self.runs.len()
    }

    /// Where one text stands, for a move and a room.
    pub fn place(&self, seen: &Seen, deed: Deed, room: &str) -> Difference {
        let deed = move_number(deed);
        let room = ROOMS.iter().position(|name| *name == room);
        let mut place = Vec::new();
        for &(sign, value) in &seen.signs {
            place.push((sign * COLUMNS, value));
            place.push((sign * COLUMNS + 1 + deed, value));
            if let Some(room) = room {
                place.push((sign * COLUMNS + 4 + room, value));
            }
        }
        place.extend(seen.runs.iter().filter_map(|run| self.runs.get(run)).map(|&at| (at, 1.0)));
        place
    }

    /// The difference between two texts said in the same place.
    pub fn difference(&self, good: &Seen, bad: &Seen, deed: Deed, room: &str) -> Difference {
        let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
        for (at, value) in self.place(good, deed, room) {
            *sums.entry(at).or_default() += value;
        }
        for (at, value) in self.place(bad, deed, room) {
            *sums.entry(at).or_default() -= value;
        }
        sums.into_iter().filter(|(_, value)| value.abs() > 1e-12).collect()
    }

    fn hold(&self, settings: &Settings) -> Vec<f64> {
        let mut hold = Vec::with_capacity(self.len());
        for _ in 0..self.signs {
            hold.push(settings.all);
            hold.extend([settings.by_move; 3]);
            hold.extend([settings.by_room; 4]);
        }
        hold.resize(self.len(), settings.runs);
        hold
    }
}

/// Which column a move has.
pub fn move_number(deed: Deed) -> usize {
    match deed {
        Deed::Post => 0,
        Deed::Reply | Deed::Private => 1,
        Deed::Connect => 2,
    }
}

/// Fitted weights with their space.
pub struct Fitted {
    pub space: Space,
    pub weights: Vec<f64>,
}

impl Fitted {
    /// How much better the first text stands than the second.
    pub fn lead(&self, pair: &Pair) -> f64 {
        let difference = self.space.difference(
            &pair.seen.0,
            &pair.seen.1,
            pair.place.deed,
            &pair.place.norms.room,
        );
        dot(&self.weights, &difference)
    }

    /// Where one text stands.
    pub fn sum(&self, seen: &Seen, pair: &Pair) -> f64 {
        dot(&self.weights, &self.space.place(seen, pair.place.deed, &pair.place.norms.room))
    }

    /// The weights file: a line for each sign that has any.
    pub fn signs_file(&self) -> String {
        let mut out = String::new();
        for (sign, name) in welcome::sign_names().iter().enumerate() {
            let columns = &self.weights[sign * COLUMNS..(sign + 1) * COLUMNS];
            if columns.iter().all(|weight| weight.abs() < 0.005) {
                continue;
            }
            let numbers: Vec<String> = columns.iter().map(|weight| format!("{:.2}", weight + 0.0)).collect();
            out.push_str(&format!("{name} {}\n", numbers.join(" ").replace("-0.00", "0.00")));
        }
        out
    }

    /// The file of runs: a line for each that weighs something.
    pub fn runs_file(&self) -> String {
        let kept = self.space.runs.iter().filter(|(_, at)| self.weights[**at].abs() >= 0.01);
        kept.map(|(run, at)| format!("{:.2} {run}\n", self.weights[*at])).collect()
    }
}

fn dot(weights: &[f64], difference: &[(usize, f64)]) -> f64 {
    difference.iter().map(|&(at, value)| weights[at] * value).sum()
}

/// Fits weights on pairs.
pub fn fit(pairs: &[&Pair], settings: &Settings) -> Fitted {
    let space = Space::of(pairs, settings.least);
    let mut rows: Vec<(Difference, f64)> = pairs
        .iter()
        .map(|pair| {
            let row =
                space.difference(&pair.seen.0, &pair.seen.1, pair.place.deed, &pair.place.norms.room);
            (row, if pair.is_swap() { settings.swap } else { 1.0 })
        })
        .collect();
    rows.extend(mixed(pairs, &space).into_iter().map(|row| (row, settings.mixed)));
    let hold = space.hold(settings);
    let weights = descend(&rows, &hold);
    Fitted { space, weights }
}

/// Further swaps among the pairs themselves: a good answer or post against one that belongs elsewhere.
fn mixed(pairs: &[&Pair], space: &Space) -> Vec<Difference> {
    let good: Vec<&&Pair> = pairs.iter().filter(|pair| !pair.is_swap()).collect();
    let mut rows = Vec::new();
    for (at, pair) in good.iter().enumerate() {
        if pair.place.deed == Deed::Connect {
            continue;
        }
        let fits = |other: &&&&Pair| {
            other.id != pair.id
                && other.author == pair.author
                && other.place.deed == pair.place.deed
                && other.place.norms.room == pair.place.norms.room
        };
        let others: Vec<&&&Pair> = good.iter().filter(fits).collect();
        for step in 0..others.len().min(6) {
            let other = others[(at * 7 + step * 5 + 3) % others.len()];
            let strange = Seen::of(&other.good, &pair.place);
            rows.push(space.difference(&pair.seen.0, &strange, pair.place.deed, &pair.place.norms.room));
        }
    }
    rows
}

/// Least of the logistic loss with the hold, by limited-memory quasi-Newton steps.
fn descend(rows: &[(Difference, f64)], hold: &[f64]) -> Vec<f64> {
    let size = hold.len();
    let mut at = vec![0.0; size];
    let (mut loss, mut slope) = loss_and_slope(rows, hold, &at);
    let mut memory: Vec<(Vec<f64>, Vec<f64>, f64)> = Vec::new();
    for _ in 0..200 {
        let direction = direction(&memory, &slope, hold);
        let descent: f64 = direction.iter().zip(&slope).map(|(d, s)| d * s).sum();
        if descent > -1e-9 {
            break;
        }
        let mut step = 1.0;
        let next = loop {
            let next: Vec<f64> = at.iter().zip(&direction).map(|(x, d)| x + step * d).collect();
            let (new, new_slope) = loss_and_slope(rows, hold, &next);
            if new <= loss + 1e-4 * step * descent || step < 1e-6 {
                break (next, new, new_slope);
            }
            step *= 0.5;
        };
        let moved: Vec<f64> = next.0.iter().zip(&at).map(|(a, b)| a - b).collect();
        let turned: Vec<f64> = next.2.iter().zip(&slope).map(|(a, b)| a - b).collect();
        let curve: f64 = moved.iter().zip(&turned).map(|(a, b)| a * b).sum();
        if curve > 1e-12 {
            memory.push((moved, turned, curve));
            if memory.len() > 8 {
                memory.remove(0);
            }
        }
        let gained = loss - next.1;
        (at, loss, slope) = next;
        if gained < 1e-7 * loss {
            break;
        }
    }
    at
}

fn direction(memory: &[(Vec<f64>, Vec<f64>, f64)], slope: &[f64], hold: &[f64]) -> Vec<f64> {
    let mut q: Vec<f64> = slope.to_vec();
    let mut alphas = Vec::new();
    for (moved, turned, curve) in memory.iter().rev() {
        let alpha = moved.iter().zip(&q).map(|(a, b)| a * b).sum::<f64>() / curve;
        for (q, turned) in q.iter_mut().zip(turned) {
            *q -= alpha * turned;
        }
        alphas.push(alpha);
    }
    for (q, hold) in q.iter_mut().zip(hold) {
        *q /= hold + 5.0;
    }
    for ((moved, turned, curve), alpha) in memory.iter().zip(alphas.into_iter().rev()) {
        let beta = turned.iter().zip(&q).map(|(a, b)| a * b).sum::<f64>() / curve;
        for (q, moved) in q.iter_mut().zip(moved) {
            *q += (alpha - beta) * moved;
        }
    }
    q.iter().map(|q| -q).collect()
}

fn loss_and_slope(rows: &[(Difference, f64)], hold: &[f64], at: &[f64]) -> (f64, Vec<f64>) {
    let mut slope: Vec<f64> = at.iter().zip(hold).map(|(x, h)| x * h).collect();
    let mut loss: f64 = at.iter().zip(hold).map(|(x, h)| 0.5 * h * x * x).sum();
    for (row, weight) in rows {
        let margin = dot(at, row);
        let miss = 1.0 / (1.0 + libm::exp(margin));
        loss -= weight * libm::log(1.0 - miss + 1e-300);
        for &(place, value) in row {
            slope[place] -= weight * miss * value;
        }
    }
    (loss, slope)
}
