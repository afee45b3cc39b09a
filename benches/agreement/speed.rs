//! How long a reading takes.

use std::time::Instant;

use super::data::Pair;

/// Nanoseconds a message, with full evidence, over short texts (at most 140 bytes) and over all.
pub(crate) fn table(pairs: &[Pair]) -> Vec<String> {
    let short: Vec<&Pair> = pairs.iter().filter(|pair| !pair.is_swap() && pair.good.len() <= 140).collect();
    let all: Vec<&Pair> = pairs.iter().filter(|pair| !pair.is_swap()).collect();
    [("short messages", short), ("all messages", all)]
        .into_iter()
        .map(|(name, chosen)| {
            let start = Instant::now();
            let mut sum = 0.0;
            let mut read = 0_usize;
            while start.elapsed().as_millis() < 500 {
                for pair in &chosen {
                    sum += pair.place.read(&pair.good).welcome;
                    read += 1;
                }
            }
            let nanoseconds = start.elapsed().as_nanos() as f64 / read.max(1) as f64;
            format!(
                "{name:16} {nanoseconds:9.0} ns a message, {:.0} a second (mean {:.2})",
                1e9 / nanoseconds,
                sum / read as f64
            )
        })
        .collect()
}
