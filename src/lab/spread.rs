//! How figures spread over plays, and how two ways of playing differ on the same luck.

/// How a figure spreads over plays.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Spread {
    /// Arithmetic mean.
    pub mean: f64,
    /// Standard deviation of a sample; 0 for one play.
    pub sd: f64,
    /// A tenth of the plays lie below; between two plays by straight line.
    pub p10: f64,
    /// Half of the plays lie below.
    pub p50: f64,
    /// Nine tenths of the plays lie below.
    pub p90: f64,
}

impl Spread {
    /// The spread of some figures; all 0 for none. The order of the figures counts for nothing but rounding.
    pub fn of(figures: &[f64]) -> Self {
        let mut sorted = figures.to_vec();
        sorted.sort_by(f64::total_cmp);
        Self {
            mean: mean(figures),
            sd: deviation(figures),
            p10: percentile(&sorted, 0.1),
            p50: percentile(&sorted, 0.5),
            p90: percentile(&sorted, 0.9),
        }
    }
}

/// The difference between two ways of playing, seed by seed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Mean of the differences.
    pub mean: f64,
    /// From where to where the true mean lies with 95 % confidence (Student's t); `None` for fewer than two plays.
    pub interval: Option<(f64, f64)>,
    /// On how many seeds the first was ahead, and of how many.
    pub ahead: (usize, usize),
}

impl Difference {
    /// How much the first figures exceed the second, pair by pair. Both are of the same seeds in the same order.
    pub fn between(first: &[f64], second: &[f64]) -> Self {
        let gaps: Vec<f64> = first.iter().zip(second).map(|(a, b)| a - b).collect();
        let (middle, n) = (mean(&gaps), gaps.len());
        let interval = (n > 1).then(|| {
            let reach = t95(n - 1) * deviation(&gaps) / libm::sqrt(n as f64);
            (middle - reach, middle + reach)
        });
        Self { mean: middle, interval, ahead: (gaps.iter().filter(|gap| **gap > 0.0).count(), n) }
    }

    /// The least difference that the plays bear out: the lower end of the interval, or the one difference there is.
    pub fn least(&self) -> f64 {
        self.interval.map_or(self.mean, |(low, _)| low)
    }
}

/// The mean; 0 of nothing.
pub fn mean(figures: &[f64]) -> f64 {
    if figures.is_empty() { 0.0 } else { figures.iter().sum::<f64>() / figures.len() as f64 }
}

fn deviation(figures: &[f64]) -> f64 {
    if figures.len() < 2 {
        return 0.0;
    }
    let middle = mean(figures);
    let squares: f64 = figures.iter().map(|x| (x - middle) * (x - middle)).sum();
    libm::sqrt(squares / (figures.len() - 1) as f64)
}

fn percentile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    let at = share * last as f64;
    let (below, part) = (at as usize, at - libm::floor(at));
    let above = (below + 1).min(last);
    sorted[below] + part * (sorted[above] - sorted[below])
}

/// The two-sided 95 % point of Student's t: exact for one and two degrees of freedom, else by the series of Fisher and
/// Cornish (Abramowitz and Stegun 26.7.5), right to two decimals.
fn t95(freedom: usize) -> f64 {
    match freedom {
        0 | 1 => return 12.706_205,
        2 => return 4.302_653,
        _ => {}
    }
    let (z, v) = (1.959_964_f64, freedom as f64);
    let (z2, z3) = (z * z, z * z * z);
    let (z5, z7) = (z3 * z2, z3 * z2 * z2);
    let z9 = z7 * z2;
    z + (z3 + z) / (4.0 * v)
        + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * v * v)
        + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * v * v * v)
        + (79.0 * z9 + 776.0 * z7 + 1482.0 * z5 - 1920.0 * z3 - 945.0 * z) / (92160.0 * v * v * v * v)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64, by: f64) {
        assert!((a - b).abs() < by, "{a} is not {b}");
    }

    #[test]
    fn points_of_t_are_those_of_the_tables() {
        for (freedom, wanted) in [
            (1, 12.706),
            (2, 4.303),
            (3, 3.182),
            (4, 2.776),
            (9, 2.262),
            (19, 2.093),
            (99, 1.984),
            (999, 1.962),
        ] {
            near(t95(freedom), wanted, 0.005);
        }
    }

    #[test]
    fn a_spread_is_what_it_says() {
        let spread = Spread::of(&[4.0, 1.0, 3.0, 2.0, 5.0]);
        near(spread.mean, 3.0, 1e-12);
        near(spread.sd, 1.581_139, 1e-6);
        near(spread.p10, 1.4, 1e-12);
        near(spread.p50, 3.0, 1e-12);
        near(spread.p90, 4.6, 1e-12);
        assert_eq!(Spread::of(&[]), Spread::default());
        near(Spread::of(&[7.0]).p90, 7.0, 1e-12);
    }

    #[test]
    fn differences_are_paired() {
        let gap = Difference::between(&[5.0, 6.0, 9.0], &[1.0, 3.0, 4.0]);
        near(gap.mean, 4.0, 1e-12);
        let (low, high) = gap.interval.unwrap();
        near(low, 4.0 - 4.302_653 / 3.0_f64.sqrt(), 1e-6);
        near(high, 4.0 + 4.302_653 / 3.0_f64.sqrt(), 1e-6);
        assert_eq!(gap.ahead, (3, 3));
        assert_eq!(Difference::between(&[1.0], &[2.0]).interval, None);
    }
}
