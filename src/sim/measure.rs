//! Arithmetic that is the same on every machine: dials kept on a grid, and curves from a pure-Rust library.

/// Dials are kept on this grid, so that a replay is byte for byte the same.
const GRID: f64 = 65_536.0;

/// The nearest grid point.
pub fn quantise(x: f64) -> f64 {
    libm::round(x * GRID) / GRID
}

/// `x` where positive, else 0; the `[x]+` of the equations.
pub const fn plus(x: f64) -> f64 {
    if x > 0.0 { x } else { 0.0 }
}

/// What is left of a distance after `minutes`, when half of it goes in `half_life` minutes.
pub fn decay(x: f64, rest: f64, minutes: u32, half_life: f64) -> f64 {
    rest + (x - rest) * libm::exp2(-f64::from(minutes) / half_life)
}

/// The logistic curve.
pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}

/// The point of the normal curve below which a share `u` of it lies (Acklam's rational approximation, error < 2e-9
/// relative); turns lent luck into normal and lognormal draws.
pub fn normal_quantile(u: f64) -> f64 {
    const A: [f64; 6] = [
        -39.696_830_286_653_76,
        220.946_098_424_520_5,
        -275.928_510_446_968_7,
        138.357_751_867_269,
        -30.664_798_066_147_16,
        2.506_628_277_459_239,
    ];
    const B: [f64; 5] = [
        -54.476_098_798_224_06,
        161.585_836_858_040_9,
        -155.698_979_859_886_6,
        66.801_311_887_719_72,
        -13.280_681_552_885_72,
    ];
    const C: [f64; 6] = [
        -0.007_784_894_002_430_293,
        -0.322_396_458_041_136_5,
        -2.400_758_277_161_838,
        -2.549_732_539_343_734,
        4.374_664_141_464_968,
        2.938_163_982_698_783,
    ];
    const D: [f64; 4] =
        [0.007_784_695_709_041_462, 0.322_467_129_070_039_8, 2.445_134_137_142_996, 3.754_408_661_907_416];
    let tail = |q: f64| {
        (((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5])
            / ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1.0)
    };
    let u = u.clamp(1e-12, 1.0 - 1e-12);
    if u < 0.024_25 {
        tail(libm::sqrt(-2.0 * libm::log(u)))
    } else if u > 1.0 - 0.024_25 {
        -tail(libm::sqrt(-2.0 * libm::log(1.0 - u)))
    } else {
        let q = u - 0.5;
        let r = q * q;
        (((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]) * q
            / (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1.0)
    }
}

/// A lognormal draw with this median and spread from lent luck `u`.
pub fn lognormal(u: f64, median: f64, sigma: f64) -> f64 {
    median * libm::exp(sigma * normal_quantile(u))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-6, "{a} is not {b}");
    }

    #[test]
    fn half_goes_in_a_half_life() {
        close(decay(1.0, 0.0, 60, 60.0), 0.5);
        close(decay(0.9, 0.5, 60, 60.0), 0.7);
    }

    #[test]
    fn the_normal_curve_is_where_tables_put_it() {
        close(normal_quantile(0.5), 0.0);
        assert!((normal_quantile(0.975) - 1.959_964).abs() < 1e-5);
        assert!((normal_quantile(0.001) + 3.090_232).abs() < 1e-5);
    }
}
