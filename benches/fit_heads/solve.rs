//! Finds the lowest point of a smooth function: the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno.

/// Steps that are remembered.
const MEMORY: usize = 8;

/// A step and the change of slope along it.
struct Step {
    moved: Vec<f64>,
    turned: Vec<f64>,
    product: f64,
}

/// Goes down from `start`; `slope` fills in the gradient and returns the value.
pub(crate) fn descend(
    start: Vec<f64>,
    most: usize,
    slope: &mut dyn FnMut(&[f64], &mut [f64]) -> f64,
) -> Vec<f64> {
    let mut here = start;
    let mut gradient = vec![0.0; here.len()];
    let mut value = slope(&here, &mut gradient);
    let mut steps: Vec<Step> = Vec::new();
    for _ in 0..most {
        let way = direction(&gradient, &steps);
        let fall = dot(&way, &gradient);
        if fall > -1e-12 {
            break;
        }
        let mut length = if steps.is_empty() { 1.0 / dot(&gradient, &gradient).sqrt().max(1.0) } else { 1.0 };
        let mut next_gradient = vec![0.0; here.len()];
        let mut settled = None;
        for _ in 0..30 {
            let next: Vec<f64> = here.iter().zip(&way).map(|(at, by)| at + length * by).collect();
            let next_value = slope(&next, &mut next_gradient);
            if next_value <= value + 1e-4 * length * fall {
                settled = Some((next, next_value));
                break;
            }
            length *= 0.5;
        }
        let Some((next, next_value)) = settled else { break };
        let moved: Vec<f64> = next.iter().zip(&here).map(|(a, b)| a - b).collect();
        let turned: Vec<f64> = next_gradient.iter().zip(&gradient).map(|(a, b)| a - b).collect();
        let product = dot(&moved, &turned);
        if product > 1e-12 {
            steps.push(Step { moved, turned, product });
            if steps.len() > MEMORY {
                steps.remove(0);
            }
        }
        let gain = value - next_value;
        (here, gradient, value) = (next, next_gradient, next_value);
        if gain < 1e-7 * value.abs().max(1e-9) {
            break;
        }
    }
    here
}

fn direction(gradient: &[f64], steps: &[Step]) -> Vec<f64> {
    let mut way: Vec<f64> = gradient.iter().map(|g| -g).collect();
    let mut shares = Vec::new();
    for step in steps.iter().rev() {
        let share = dot(&step.moved, &way) / step.product;
        shift(&mut way, &step.turned, -share);
        shares.push(share);
    }
    if let Some(last) = steps.last() {
        let scale = last.product / dot(&last.turned, &last.turned);
        for value in &mut way {
            *value *= scale;
        }
    }
    for (step, share) in steps.iter().zip(shares.into_iter().rev()) {
        let back = dot(&step.turned, &way) / step.product;
        shift(&mut way, &step.moved, share - back);
    }
    way
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn shift(to: &mut [f64], by: &[f64], times: f64) {
    for (to, by) in to.iter_mut().zip(by) {
        *to += times * by;
    }
}
