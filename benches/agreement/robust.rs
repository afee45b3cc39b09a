//! How far small changes that mean nothing move a reading.

use super::data::{Pair, Place};

/// A change of a text that means nothing to a reader.
pub(crate) struct Change {
    pub(crate) name: &'static str,
    make: fn(&str, usize) -> String,
}

/// The changes, apart from swapped names, which change the place too.
pub(crate) const CHANGES: [Change; 5] = [
    Change { name: "lower case", make: |text, _| text.to_lowercase() },
    Change { name: "first letters small", make: small_starts },
    Change { name: "a typo", make: typo },
    Change { name: "curly quotes", make: |text, _| text.replace('\'', "’") },
    Change { name: "a trailing emoji", make: |text, _| format!("{text} 🙂") },
];

fn small_starts(text: &str, _: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut start = true;
    for c in text.chars() {
        if start && c.is_alphabetic() {
            out.extend(c.to_lowercase());
            start = false;
        } else {
            out.push(c);
            start |= matches!(c, '.' | '!' | '?');
        }
    }
    out
}

/// Two letters inside one longer word change places.
fn typo(text: &str, seed: usize) -> String {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let inside: Vec<usize> = (1..letters.len().saturating_sub(3))
        .filter(|&at| letters[at - 1..at + 3].iter().all(|(_, c)| c.is_ascii_lowercase()))
        .collect();
    let Some(&at) = inside.get((seed * 31 + 7) % inside.len().max(1)) else { return text.to_owned() };
    let mut chars: Vec<char> = letters.into_iter().map(|(_, c)| c).collect();
    chars.swap(at, at + 1);
    chars.into_iter().collect()
}

/// A first name that is swapped for another, in the text and in what it answers.
fn renamed(pair: &Pair, text: &str) -> Option<f64> {
    let heard = pair.place.heard.as_ref()?;
    let first = heard.from.split_whitespace().next()?;
    if !text.contains(first) || first.starts_with('@') {
        return None;
    }
    let swap = |words: &str| words.replace(first, "Marta");
    let other = Place {
        norms: pair.place.norms.clone(),
        brand: pair.place.brand.clone(),
        deed: pair.place.deed,
        heard: Some(mingle::appraisal::Heard {
            from: swap(&heard.from),
            text: swap(&heard.text),
            ..heard.clone()
        }),
        picture: pair.place.picture.clone(),
    };
    Some((other.read(&swap(text)).welcome - pair.place.read(text).welcome).abs())
}

/// One line a change: share of texts that move by at most .10, and the most.
pub(crate) fn table(pairs: &[Pair]) -> Vec<String> {
    let plain: Vec<&Pair> = pairs.iter().filter(|pair| !pair.is_swap()).collect();
    let mut lines = Vec::new();
    for change in &CHANGES {
        let mut moves = Vec::new();
        for (at, pair) in plain.iter().enumerate() {
            for text in [&pair.good, &pair.bad] {
                let changed = (change.make)(text, at);
                if changed != *text {
                    moves.push((pair.place.read(&changed).welcome - pair.place.read(text).welcome).abs());
                }
            }
        }
        lines.push(line(change.name, &mut moves));
    }
    let mut moves: Vec<f64> = plain
        .iter()
        .flat_map(|pair| [renamed(pair, &pair.good), renamed(pair, &pair.bad)])
        .flatten()
        .collect();
    lines.push(line("a swapped first name", &mut moves));
    lines
}

fn line(name: &str, moves: &mut [f64]) -> String {
    moves.sort_by(f64::total_cmp);
    let within = moves.iter().filter(|moved| **moved <= 0.10).count() as f64 / moves.len().max(1) as f64;
    let most = moves.last().copied().unwrap_or_default();
    let verdict = if within >= 0.95 { "ok" } else { "BELOW" };
    format!(
        "{name:24} {within:.3} of {:4} move by at most .10   bar .95 {verdict:5} (most {most:.2})",
        moves.len()
    )
}
