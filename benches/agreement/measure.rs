//! Shares of agreement by kind of pair, and whether confidence is honest.

use super::data::Pair;

/// One thing measured: its name, which pairs it is about, and the bar.
pub(crate) struct Bar {
    pub(crate) name: &'static str,
    pub(crate) of: fn(&Pair) -> bool,
    pub(crate) least: f64,
}

fn has(pair: &Pair, test: &str) -> bool {
    pair.tests.iter().any(|one| one == test)
}

fn in_room(pair: &Pair, room: &str) -> bool {
    !pair.is_swap() && pair.place.norms.room == room
}

/// All bars, in the order in which they are printed.
pub(crate) const BARS: [Bar; 15] = [
    Bar { name: "pairs: all", of: |p| !p.is_swap(), least: 0.93 },
    Bar {
        name: "pairs: replies",
        of: |p| !p.is_swap() && p.place.deed == mingle::appraisal::Deed::Reply,
        least: 0.90,
    },
    Bar { name: "pairs: trick", of: |p| has(p, "trick"), least: 0.90 },
    Bar { name: "pairs: subtle", of: |p| !p.is_swap() && p.margin == "subtle", least: 0.85 },
    Bar { name: "pairs: klatch", of: |p| in_room(p, "klatch"), least: 0.90 },
    Bar { name: "pairs: party", of: |p| in_room(p, "party"), least: 0.90 },
    Bar { name: "pairs: networking", of: |p| in_room(p, "networking"), least: 0.90 },
    Bar { name: "pairs: albums", of: |p| in_room(p, "albums"), least: 0.90 },
    Bar { name: "swaps: same brand, other context", of: |p| has(p, "swap_context_same_brand"), least: 0.85 },
    Bar { name: "swaps: other brand's reply", of: |p| has(p, "swap_context_other_brand"), least: 0.95 },
    Bar { name: "swaps: other brand's post", of: |p| has(p, "swap_brand"), least: 0.95 },
    Bar { name: "swaps: other picture", of: |p| has(p, "swap_photo"), least: 0.95 },
    Bar { name: "swaps: same brand, other room", of: |p| has(p, "swap_room"), least: 0.85 },
    Bar {
        name: "pairs: posts",
        of: |p| !p.is_swap() && p.place.deed == mingle::appraisal::Deed::Post,
        least: 0.0,
    },
    Bar {
        name: "pairs: connect",
        of: |p| !p.is_swap() && p.place.deed == mingle::appraisal::Deed::Connect,
        least: 0.0,
    },
];

/// Lines that say how often the leads point the right way, for each bar and author.
pub(crate) fn table(pairs: &[(&Pair, f64)]) -> Vec<String> {
    let mut lines = Vec::new();
    for bar in &BARS {
        let (mut right, mut all) = ([0.0_f64; 3], [0_usize; 3]);
        for (pair, lead) in pairs.iter().filter(|(pair, _)| (bar.of)(pair)) {
            all[pair.author] += 1;
            right[pair.author] += if *lead > 0.0 { 1.0 } else { 0.5 * f64::from(u8::from(*lead == 0.0)) };
        }
        let count: usize = all.iter().sum();
        let share = right.iter().sum::<f64>() / count.max(1) as f64;
        let each: Vec<String> = (0..3).map(|a| format!("{:.3}", right[a] / all[a].max(1) as f64)).collect();
        let verdict = match () {
            () if bar.least == 0.0 => "",
            () if share + 1e-9 >= bar.least => "ok",
            () => "BELOW",
        };
        lines.push(format!(
            "{:34} {share:.3} of {count:4}   bar {:.2} {verdict:5}  by author {}",
            bar.name,
            bar.least,
            each.join(" ")
        ));
    }
    lines
}

/// The slope that makes leads into honest chances: least logistic loss over these leads.
pub(crate) fn honest(leads: &[f64]) -> f64 {
    let loss = |slope: f64| -> f64 { leads.iter().map(|lead| libm::log1p(libm::exp(-slope * lead))).sum() };
    let mut best = (f64::INFINITY, 1.0);
    for step in 1..=1000 {
        let slope = f64::from(step) * 0.01;
        let now = loss(slope);
        if now < best.0 {
            best = (now, slope);
        }
    }
    best.1
}

/// A table of claimed against found shares; each item is a chance that the favoured side wins, and whether it did.
pub(crate) fn reliability(claims: &[(f64, bool)]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut gap = 0.0;
    for (low, high) in [(0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01)] {
        let bin: Vec<&(f64, bool)> = claims.iter().filter(|(p, _)| (low..high).contains(p)).collect();
        if bin.is_empty() {
            continue;
        }
        let said = bin.iter().map(|(p, _)| p).sum::<f64>() / bin.len() as f64;
        let found = bin.iter().filter(|(_, right)| *right).count() as f64 / bin.len() as f64;
        gap += (said - found).abs() * bin.len() as f64;
        lines.push(format!("  says {said:.2}   is {found:.2}   of {}", bin.len()));
    }
    lines.push(format!("  mean gap {:.3}", gap / claims.len().max(1) as f64));
    lines
}
