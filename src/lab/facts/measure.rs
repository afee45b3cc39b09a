//! From counted plays to the figure of one part of a row.

use super::counts::Counts;
use super::data::{By, Count, Part, Per};
use super::{Found, Played, law};

/// The figure of a part.
pub(super) fn found(part: &Part, played: &Played, seeds: u64) -> Found {
    let arm = |at: usize| -> &[Counts] {
        part.arms.get(at).and_then(|name| played.get(name.as_str())).map_or(&[], Vec::as_slice)
    };
    let mut events = None;
    let value = match part.by {
        By::Rate(count, per) => {
            events = Some(total(arm(0), count));
            rate(arm(0), count, per)
        }
        By::Ratio(count, per) => {
            events = Some(total(arm(0), count).min(total(arm(1), count)));
            rate(arm(0), count, per) / rate(arm(1), count, per)
        }
        By::Agree(count, per) => {
            let ahead = pairs(arm(0), arm(1), count, per).filter(|(a, b)| a > b).count();
            ahead as f64 / seeds.max(1) as f64
        }
        By::Ahead(count, per) => mean(pairs(arm(0), arm(1), count, per).map(|(a, b)| a - b)),
        By::Concave(count, per) => {
            let level = |at: usize| mean(arm(at).iter().map(|c| one(c, count, per)));
            (level(1) - level(0)) - (level(2) - level(1))
        }
        By::MedianAge => {
            let mut ages: Vec<u32> = arm(0).iter().flat_map(|counts| counts.ages.iter().copied()).collect();
            events = Some(ages.len() as f64);
            ages.sort_unstable();
            ages.get(ages.len() / 2).map_or(f64::NAN, |age| f64::from(*age))
        }
        By::Within(minutes) => {
            let ages = || arm(0).iter().flat_map(|counts| &counts.ages);
            events = Some(ages().count() as f64);
            ages().filter(|age| **age <= minutes).count() as f64 / ages().count() as f64
        }
        By::Ranks(a, per_a, b, per_b) => {
            let arms = 0..part.arms.len();
            let points: Vec<(f64, f64)> =
                arms.map(|at| (rate(arm(at), a, per_a), rate(arm(at), b, per_b))).collect();
            ranks(&points)
        }
        By::Logit => logit(arm(0)),
        By::TopShare(percent) => {
            let talk = arm(0).iter().fold(Vec::new(), |mut talk, counts| {
                talk.resize(counts.talk.len(), 0);
                talk.iter_mut().zip(&counts.talk).for_each(|(all, n)| *all += n);
                talk
            });
            events = Some(talk.iter().map(|n| f64::from(*n)).sum());
            top_share(talk, percent)
        }
        By::Over(a, per_a, b, per_b) => {
            events = Some(total(arm(0), a).min(total(arm(0), b)));
            rate(arm(0), a, per_a) / rate(arm(0), b, per_b)
        }
        By::Contagion => {
            let alike = |at: usize| mean(arm(at).iter().map(|counts| counts.alike));
            1.0 - alike(1) / alike(0)
        }
        By::Law(finding) => law::find(finding),
    };
    Found { what: part.what.clone(), value, band: part.band, events }
}

fn total(arm: &[Counts], count: Count) -> f64 {
    arm.iter().map(|counts| counts.get(count)).sum()
}

fn rate(arm: &[Counts], count: Count, per: Per) -> f64 {
    total(arm, count) / arm.iter().map(|counts| counts.per(per)).sum::<f64>()
}

fn one(counts: &Counts, count: Count, per: Per) -> f64 {
    counts.get(count) / counts.per(per).max(1e-9)
}

fn pairs<'a>(
    first: &'a [Counts],
    second: &'a [Counts],
    count: Count,
    per: Per,
) -> impl Iterator<Item = (f64, f64)> + 'a {
    first.iter().zip(second).map(move |(a, b)| (one(a, count, per), one(b, count, per)))
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (mut n, mut sum) = (0.0, 0.0);
    for value in values {
        n += 1.0;
        sum += value;
    }
    sum / n
}

/// The share of all talk that the most talkative of people do.
fn top_share(mut talk: Vec<u32>, percent: u32) -> f64 {
    talk.sort_unstable_by_key(|n| std::cmp::Reverse(*n));
    let top = talk.len() * percent as usize / 100;
    let sum = |of: &[u32]| of.iter().map(|n| f64::from(*n)).sum::<f64>();
    sum(&talk[..top]) / sum(&talk)
}

/// Spearman's rank correlation.
fn ranks(points: &[(f64, f64)]) -> f64 {
    let rank =
        |value: f64, of: &dyn Fn(&(f64, f64)) -> f64| points.iter().filter(|p| of(p) < value).count() as f64;
    let n = points.len() as f64;
    let squares: f64 = points
        .iter()
        .map(|p| {
            let apart = rank(p.0, &|p| p.0) - rank(p.1, &|p| p.1);
            apart * apart
        })
        .sum();
    1.0 - 6.0 * squares / (n * (n * n - 1.0))
}

/// Coefficients of the usual five in a logistic regression of "bought within the day" on their standardised values, by
/// gradient steps: trust's, less the largest of warmth, mood and (less) fatigue.
fn logit(arm: &[Counts]) -> f64 {
    let all: Vec<&([f64; 5], bool)> = arm.iter().flat_map(|counts| &counts.chances).collect();
    let n = all.len().max(1) as f64;
    let centre: [f64; 5] = std::array::from_fn(|k| all.iter().map(|(x, _)| x[k]).sum::<f64>() / n);
    let spread: [f64; 5] = std::array::from_fn(|k| {
        let squares: f64 = all.iter().map(|(x, _)| (x[k] - centre[k]) * (x[k] - centre[k])).sum();
        libm::sqrt(squares / n).max(1e-9)
    });
    let bought = all.iter().filter(|(_, bought)| *bought).count() as f64 / n;
    let mut base = libm::log(bought.max(1e-9) / (1.0 - bought).max(1e-9));
    let mut weights = [0.0; 5];
    // Near the base rate the curvature is about p(1-p): steps of its inverse converge in some hundred rounds.
    let step = 0.5 / (bought * (1.0 - bought)).max(1e-6);
    for _ in 0..150 {
        let (mut d_base, mut d) = (0.0, [0.0; 5]);
        for (x, did) in &all {
            let z: [f64; 5] = std::array::from_fn(|k| (x[k] - centre[k]) / spread[k]);
            let at = base + z.iter().zip(&weights).map(|(z, w)| z * w).sum::<f64>();
            let miss = f64::from(u8::from(*did)) - 1.0 / (1.0 + libm::exp(-at));
            d_base += miss / n;
            for (d, z) in d.iter_mut().zip(z) {
                *d += miss * z / n;
            }
        }
        base += step * d_base;
        for (w, d) in weights.iter_mut().zip(d) {
            *w += step * d;
        }
    }
    weights[0] - weights[1].max(weights[2]).max(-weights[3])
}
