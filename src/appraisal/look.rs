//! What a picture gives the eye, measured on its pixels: colour, contrast, sharpness, clutter and brightness.
//!
//! Each measure is a published one, taken on a copy of at most 160 by 120 pixels so that the size of the file does not
//! matter, and kept as a whole number, so that it is the same on every machine.

/// Widest and highest copy that is measured.
const SIZE: (usize, usize) = (160, 120);
/// Colourfulness from which viewers said "extremely colourful" (Hasler and Suesstrunk 2003, table 2).
const EXTREMELY: f64 = 109.0;
/// Largest standard deviation that brightness 0..=255 can have: half of it black, half white.
const HALVES: f64 = 127.5;
/// Standard deviation of the Laplacian at which sharpness is half of what can be.
const HALF_SHARP: f64 = 40.0;
/// A step of brightness between neighbours, by Sobel's operator, that counts as an edge.
const EDGE: i64 = 120;

/// Clutter from which a picture that puts off is restless rather than dull.
const RESTLESS: u16 = 640;

/// Measures of a picture, each 0..=1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Look {
    /// Colourfulness (Hasler and Suesstrunk 2003); 1000 is "extremely colourful".
    pub colour: u16,
    /// RMS contrast (Peli 1990): the standard deviation of brightness; 1000 is half black, half white.
    pub contrast: u16,
    /// Variance of the Laplacian (Pech-Pacheco et al. 2000), bent so that 500 is an ordinary sharp picture.
    pub sharpness: u16,
    /// Edge density (Mack and Oliva 2004, compared with feature congestion by Rosenholtz et al. 2007): the share of
    /// pixels on an edge.
    pub clutter: u16,
    /// Mean brightness.
    pub brightness: u16,
}

/// What stands out in a measure.
struct Part {
    pull: i32,
    low: (u16, &'static str),
    high: (u16, &'static str),
}

impl Look {
    /// Measures pixels: three bytes each (red, green, blue), row by row. `None` where they are not `width * height`.
    pub fn of(width: usize, height: usize, rgb: &[u8]) -> Option<Self> {
        let (width, height, rgb) = reduced(width, height, rgb, SIZE)?;
        let pixels: Vec<[i64; 3]> = rgb.chunks_exact(3).map(|p| [p[0], p[1], p[2]].map(i64::from)).collect();
        let grey: Vec<i64> =
            pixels.iter().map(|[r, g, b]| (299 * r + 587 * g + 114 * b + 500) / 1000).collect();
        let (mean, deviation) = spread(grey.iter().copied());
        let inner = || (1..height.max(1) - 1).flat_map(move |y| (1..width.max(1) - 1).map(move |x| (x, y)));
        let at = |x: usize, y: usize| grey[y * width + x];
        let (_, laplacian) = spread(
            inner().map(|(x, y)| at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * at(x, y)),
        );
        let edges = inner().filter(|&(x, y)| sobel(&at, x, y) >= EDGE).count();
        Some(Self {
            colour: mille(colourfulness(&pixels) / EXTREMELY),
            contrast: mille(deviation / HALVES),
            sharpness: mille(laplacian / (laplacian + HALF_SHARP)),
            clutter: mille(edges as f64 / (inner().count().max(1)) as f64),
            brightness: mille(mean / 255.0),
        })
    }

    /// How the measures together draw the eye: -1000 (nobody stops for it) to 1000.
    pub fn pull(&self) -> i32 {
        self.parts().iter().map(|part| part.pull).sum::<i32>().clamp(-1000, 1000)
    }

    /// The measures in words, the whole first: `dull: little colour, little contrast`.
    pub fn words(&self) -> String {
        let pull = self.pull();
        let whole = match pull {
            i32::MIN..-250 if self.clutter >= RESTLESS => "restless",
            i32::MIN..-250 => "dull",
            -250..=250 => "plain",
            251.. => "lively",
        };
        let values = [self.colour, self.contrast, self.sharpness, self.clutter, self.brightness];
        let seen = self.parts().into_iter().zip(values).filter_map(|(part, value)| {
            let low = (value < part.low.0).then_some(part.low.1);
            let word = low.or_else(|| (value >= part.high.0).then_some(part.high.1))?;
            // What speaks against the whole is no reason for it.
            (part.pull == 0 || pull.abs() <= 250 || (part.pull > 0) == (pull > 0)).then_some(word)
        });
        let seen: Vec<&str> = seen.collect();
        if seen.is_empty() { whole.to_owned() } else { format!("{whole}: {}", seen.join(", ")) }
    }

    fn parts(&self) -> [Part; 5] {
        // From "little" to "much" in each; the colour marks are "moderately" and "quite" of Hasler and Suesstrunk.
        [
            Part {
                pull: ramp(self.colour, (120, 300, 540), 400),
                low: (250, "little colour"),
                high: (500, "strong colour"),
            },
            Part {
                pull: ramp(self.contrast, (120, 300, 520), 300),
                low: (220, "little contrast"),
                high: (400, "clear contrast"),
            },
            Part {
                pull: ramp(self.sharpness, (60, 260, 460), 300),
                low: (160, "little detail or out of focus"),
                high: (400, "sharp"),
            },
            Part {
                pull: -(ramp(self.clutter, (440, 440, 840), 1600).max(0)),
                low: (0, ""),
                high: (420, "crowded"),
            },
            Part { pull: -ramp_dark(self.brightness), low: (150, "dark"), high: (930, "very bright") },
        ]
    }
}

/// What too little or too much light takes away.
fn ramp_dark(brightness: u16) -> i32 {
    (150 - i32::from(brightness)).clamp(0, 150) * 2
}

/// A straight line from -`most` at `low` by 0 at `middle` to `most` at `high`.
fn ramp(value: u16, (low, middle, high): (u16, u16, u16), most: i32) -> i32 {
    let (value, low, middle, high) = (i32::from(value), i32::from(low), i32::from(middle), i32::from(high));
    let part = if value < middle {
        (value - middle) * most / (middle - low).max(1)
    } else {
        (value - middle) * most / (high - middle)
    };
    part.clamp(-most, most)
}

/// Colourfulness: how far colours lie from grey and from each other on the axes red-green and yellow-blue.
fn colourfulness(pixels: &[[i64; 3]]) -> f64 {
    let (mean_rg, dev_rg) = spread(pixels.iter().map(|[r, g, _]| r - g));
    // Twice the axis, so that it stays whole.
    let (mean_yb, dev_yb) = spread(pixels.iter().map(|[r, g, b]| r + g - 2 * b));
    let (mean_yb, dev_yb) = (mean_yb / 2.0, dev_yb / 2.0);
    (dev_rg * dev_rg + dev_yb * dev_yb).sqrt() + 0.3 * (mean_rg * mean_rg + mean_yb * mean_yb).sqrt()
}

/// Mean and standard deviation, from whole sums.
fn spread(values: impl Iterator<Item = i64>) -> (f64, f64) {
    let (mut count, mut sum, mut squares) = (0_i64, 0_i64, 0_i64);
    for value in values {
        count += 1;
        sum += value;
        squares += value * value;
    }
    if count == 0 {
        return (0.0, 0.0);
    }
    let variance = (count * squares - sum * sum) as f64 / (count * count) as f64;
    (sum as f64 / count as f64, variance.sqrt())
}

/// The steepness at a pixel by Sobel's operator, the two directions added.
fn sobel(at: &impl Fn(usize, usize) -> i64, x: usize, y: usize) -> i64 {
    let across = at(x + 1, y - 1) + 2 * at(x + 1, y) + at(x + 1, y + 1)
        - at(x - 1, y - 1)
        - 2 * at(x - 1, y)
        - at(x - 1, y + 1);
    let down = at(x - 1, y + 1) + 2 * at(x, y + 1) + at(x + 1, y + 1)
        - at(x - 1, y - 1)
        - 2 * at(x, y - 1)
        - at(x + 1, y - 1);
    across.abs() + down.abs()
}

fn mille(share: f64) -> u16 {
    (share * 1000.0).round().clamp(0.0, 1000.0) as u16
}

/// The picture made to fit a size, each pixel the mean of those it stands for; a smaller one stays as it is.
/// `None` where the bytes are not three for each of `width * height` pixels.
pub fn reduced(
    width: usize,
    height: usize,
    rgb: &[u8],
    (most_wide, most_high): (usize, usize),
) -> Option<(usize, usize, Vec<u8>)> {
    let bytes = width.checked_mul(height)?.checked_mul(3)?;
    if bytes == 0 || bytes != rgb.len() || most_wide == 0 || most_high == 0 {
        return None;
    }
    // The side that is further over its bound is made to fit; the other follows.
    let (wide, high) = if width <= most_wide && height <= most_high {
        (width, height)
    } else if width * most_high >= height * most_wide {
        (most_wide, (height * most_wide / width).max(1))
    } else {
        ((width * most_high / height).max(1), most_high)
    };
    let mut out = Vec::with_capacity(wide * high * 3);
    for y in 0..high {
        let (top, bottom) = (y * height / high, ((y + 1) * height / high).max(y * height / high + 1));
        for x in 0..wide {
            let (left, right) = (x * width / wide, ((x + 1) * width / wide).max(x * width / wide + 1));
            let mut sums = [0_u64; 3];
            for row in top..bottom {
                for pixel in rgb[(row * width + left) * 3..(row * width + right) * 3].chunks_exact(3) {
                    for (sum, part) in sums.iter_mut().zip(pixel) {
                        *sum += u64::from(*part);
                    }
                }
            }
            let count = ((bottom - top) * (right - left)) as u64;
            out.extend(sums.map(|sum| ((sum + count / 2) / count) as u8));
        }
    }
    Some((wide, high, out))
}

#[cfg(test)]
mod tests {
    use super::*;

    const W: usize = 160;
    const H: usize = 120;

    /// Blobs of colour on a ramp with a ring: something to look at, drawn by rule.
    fn picture() -> Vec<u8> {
        let mut rgb = Vec::new();
        for y in 0..H {
            for x in 0..W {
                let block = (x / 40 + y / 40) % 4;
                let [r, g, b] = [[170, 80, 60], [60, 110, 160], [220, 190, 90], [40, 80, 50]][block];
                let ring = x.abs_diff(80).pow(2) + y.abs_diff(60).pow(2);
                rgb.extend(if (600..900).contains(&ring) { [250, 250, 245] } else { [r, g, b] });
            }
        }
        rgb
    }

    fn look(rgb: &[u8]) -> Look {
        Look::of(W, H, rgb).unwrap()
    }

    fn greyed(rgb: &[u8], percent: i32) -> Vec<u8> {
        let grey = |p: &[u8]| (299 * i32::from(p[0]) + 587 * i32::from(p[1]) + 114 * i32::from(p[2])) / 1000;
        rgb.chunks_exact(3)
            .flat_map(|p| {
                [p[0], p[1], p[2]].map(|v| (i32::from(v) + (grey(p) - i32::from(v)) * percent / 100) as u8)
            })
            .collect()
    }

    fn flattened(rgb: &[u8], percent: i32) -> Vec<u8> {
        rgb.iter().map(|&v| (128 + (i32::from(v) - 128) * (100 - percent) / 100) as u8).collect()
    }

    fn blurred(rgb: &[u8], radius: i32) -> Vec<u8> {
        let at = |x: i32, y: i32, c: usize| {
            let (x, y) = (
                x.clamp(0, (W as u32).cast_signed() - 1) as usize,
                y.clamp(0, (H as u32).cast_signed() - 1) as usize,
            );
            u32::from(rgb[(y * W + x) * 3 + c])
        };
        let mut out = Vec::new();
        for y in 0..(H as u32).cast_signed() {
            for x in 0..(W as u32).cast_signed() {
                for c in 0..3 {
                    let around = (-radius..=radius).flat_map(|j| (-radius..=radius).map(move |i| (i, j)));
                    let sum: u32 = around.map(|(i, j)| at(x + i, y + j, c)).sum();
                    out.push((sum / ((2 * radius + 1) as u32).pow(2)) as u8);
                }
            }
        }
        out
    }

    fn noisy(rgb: &[u8], percent: u32) -> Vec<u8> {
        let mut state = 12_345_u32;
        let mut rgb = rgb.to_vec();
        for pixel in rgb.chunks_exact_mut(3) {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            if (state >> 16) % 100 < percent {
                pixel.fill(if state >> 31 == 0 { 0 } else { 255 });
            }
        }
        rgb
    }

    /// The worse a picture is made, the lower this falls, and the less it draws.
    #[track_caller]
    fn falls(worse: impl Fn(&[u8], u32) -> Vec<u8>, steps: &[u32], measure: impl Fn(&Look) -> i32) {
        let whole = picture();
        let looks: Vec<Look> = steps.iter().map(|step| look(&worse(&whole, *step))).collect();
        for pair in looks.windows(2) {
            assert!(
                measure(&pair[1]) < measure(&pair[0]),
                "{:?}",
                looks.iter().map(&measure).collect::<Vec<_>>()
            );
        }
        assert!(looks[steps.len() - 1].pull() < looks[0].pull(), "{looks:?}");
    }

    #[test]
    fn each_measure_falls_when_a_picture_is_made_worse() {
        falls(|rgb, by| greyed(rgb, by.cast_signed()), &[0, 25, 50, 75, 100], |look| i32::from(look.colour));
        falls(
            |rgb, by| flattened(rgb, by.cast_signed()),
            &[0, 20, 40, 60, 80],
            |look| i32::from(look.contrast),
        );
        falls(|rgb, by| blurred(rgb, by.cast_signed()), &[0, 1, 2, 4], |look| i32::from(look.sharpness));
        falls(noisy, &[0, 3, 8, 16, 30], |look| -i32::from(look.clutter));
        let dark =
            |rgb: &[u8], by: u32| rgb.iter().map(|&v| (u32::from(v) * (100 - by) / 100) as u8).collect();
        falls(dark, &[0, 30, 60, 90], |look| i32::from(look.brightness));
    }

    #[test]
    fn words_say_what_is_seen() {
        let whole = look(&picture());
        assert!(whole.words().starts_with("lively: strong colour"), "{} {whole:?}", whole.words());
        let grey = look(&flattened(&greyed(&picture(), 100), 80));
        assert!(
            grey.words().starts_with("dull: little colour, little contrast"),
            "{} {grey:?}",
            grey.words()
        );
        let snow = look(&noisy(&picture(), 60));
        assert!(snow.words().starts_with("restless: crowded"), "{} {snow:?}", snow.words());
    }

    #[test]
    fn the_size_of_the_file_does_not_matter() {
        let small = picture();
        let mut large = Vec::new();
        for row in small.chunks_exact(W * 3) {
            let wide: Vec<u8> = row.chunks_exact(3).flat_map(|p| p.repeat(3)).collect();
            large.extend(wide.repeat(3));
        }
        assert_eq!(Look::of(W * 3, H * 3, &large), Some(look(&small)));
    }

    #[test]
    fn odd_sizes_are_measured_or_refused() {
        for (width, height) in [(1, 1), (2, 2), (300, 1), (1, 500), (3, 3)] {
            assert!(Look::of(width, height, &vec![9; width * height * 3]).is_some(), "{width}x{height}");
        }
        assert_eq!(Look::of(0, 5, &[]), None);
        assert_eq!(Look::of(2, 2, &[1; 11]), None);
        assert_eq!(Look::of(usize::MAX, 2, &[1; 12]), None);
    }
}
