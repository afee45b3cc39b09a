//! The search for the weights that explain rows best, each held towards nothing.

/// A difference between two messages, as places and values.
pub(crate) type Difference = Vec<(usize, f64)>;

/// One row to fit on: a difference, and how much it counts.
pub(crate) struct Row {
    pub(crate) difference: Difference,
    pub(crate) weight: f64,
}

/// What weights make of a difference.
pub(crate) fn dot(weights: &[f64], difference: &[(usize, f64)]) -> f64 {
    difference.iter().map(|&(at, value)| weights[at] * value).sum()
}

/// Least of the logistic loss with the hold, by limited-memory quasi-Newton steps.
pub(crate) fn descend(rows: &[Row], hold: &[f64]) -> Vec<f64> {
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

fn loss_and_slope(rows: &[Row], hold: &[f64], at: &[f64]) -> (f64, Vec<f64>) {
    let mut slope: Vec<f64> = at.iter().zip(hold).map(|(x, h)| x * h).collect();
    let mut loss: f64 = at.iter().zip(hold).map(|(x, h)| 0.5 * h * x * x).sum();
    for row in rows {
        let margin = dot(at, &row.difference);
        let miss = 1.0 / (1.0 + libm::exp(margin));
        loss -= row.weight * libm::log(1.0 - miss + 1e-300);
        for &(place, value) in &row.difference {
            slope[place] -= row.weight * miss * value;
        }
    }
    (loss, slope)
}
