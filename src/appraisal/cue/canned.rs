//! Boilerplate: the same words as before, or anybody's words; taking up this person's particulars speaks against it.

use std::ops::Range;

use crate::appraisal::Dimension;
use crate::appraisal::ledger::Ledger;
use crate::appraisal::lexicon::List;
use crate::appraisal::scene::Scene;

/// How many of the brand's earlier messages are remembered.
const MEMORY: usize = 50;
/// Texts with fewer shingles than this repeat others by chance.
const FEW: f64 = 6.0;

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    let (overlap, span, latest) = repeated(scene);
    let phrases: f64 = text.hits(List::Template).iter().map(|hit| hit.weight).sum();
    let cliches = 0.6 * text.hits(List::Cliche).len() as f64;
    let total = (0.25 * (phrases + cliches)).min(1.0);
    if overlap > total {
        let why = format!("Said before in the {latest}: '{}'.", &text.raw[span.clone()]);
        ledger.add(Dimension::Canned, "said-before", overlap, span, why);
    } else if total > 0.0 {
        let share = total / (phrases + cliches);
        for hit in text.hits(List::Template) {
            let why = format!("'{}' is a ready-made phrase.", text.quote(hit));
            ledger.add(Dimension::Canned, "template-phrase", share * hit.weight, text.hit_span(hit), why);
        }
        for hit in text.hits(List::Cliche) {
            let why = format!("'{}' is on everybody's page.", text.quote(hit));
            ledger.add(Dimension::Canned, "cliche", share * 0.6, text.hit_span(hit), why);
        }
    }
    recital(scene, ledger);
    // Two words of theirs at least: one alone is what a form letter fills in.
    let sum = ledger.sum(Dimension::Canned);
    if sum > 0.0 && scene.echo_count() >= 2 {
        let why = format!("But it speaks of this person's own matter: {}.", scene.echo_words());
        ledger.add(Dimension::Canned, "their-particulars", -sum.min(0.3), scene.echo_span(), why);
    }
}

/// The brand's sheet read out: facts word for word, three or more of them.
fn recital(scene: &Scene<'_>, ledger: &mut Ledger) {
    if scene.heard.is_some() || scene.context.brand.facts.len() < 3 || scene.claims.confirmed.len() < 3 {
        return;
    }
    let own = shingles(scene.text.raw);
    let mut sheet: Vec<u64> = scene
        .context
        .brand
        .facts
        .iter()
        .flat_map(|fact| shingles(&fact.text))
        .map(|(hash, _)| hash)
        .collect();
    sheet.sort_unstable();
    let same = own.iter().filter(|(hash, _)| sheet.binary_search(hash).is_ok()).count();
    let share = same as f64 / own.len().max(1) as f64;
    if share > 0.4 {
        let why = "Reads the brand's own sheet aloud.";
        ledger.add(Dimension::Canned, "recites-the-sheet", 0.8 * share, 0..scene.text.raw.len(), why);
    }
}

/// Share of three-word runs said before, the longest such run, and the room it was last said in.
fn repeated(scene: &Scene<'_>) -> (f64, Range<usize>, String) {
    let none = (0.0, 0..0, String::new());
    let before = scene.context.before;
    if before.is_empty() {
        return none;
    }
    let own = shingles(scene.text.raw);
    let mut index: Vec<(u64, usize)> = own.iter().enumerate().map(|(at, (hash, _))| (*hash, at)).collect();
    index.sort_unstable();
    let mut said = vec![false; own.len()];
    let mut latest = None;
    for (at, (_, message)) in before.iter().enumerate().skip(before.len().saturating_sub(MEMORY)) {
        for (hash, _) in shingles(message) {
            let from = index.partition_point(|(other, _)| *other < hash);
            for (_, place) in index[from..].iter().take_while(|(other, _)| *other == hash) {
                said[*place] = true;
                latest = Some(at);
            }
        }
    }
    let Some(latest) = latest else { return none };
    let count = said.iter().filter(|said| **said).count() as f64;
    let overlap = count / own.len() as f64 * (own.len() as f64 / FEW).min(1.0);
    (overlap, longest_run(&own, &said), before[latest].0.clone())
}

fn longest_run(own: &[(u64, Range<usize>)], said: &[bool]) -> Range<usize> {
    let (mut best, mut start) = (0..0, None);
    for (at, said) in said.iter().enumerate() {
        start = if *said { start.or(Some(at)) } else { None };
        if let Some(from) = start {
            let run = own[from].1.start..own[at].1.end;
            if run.len() > best.len() {
                best = run;
            }
        }
    }
    best
}

/// Every run of three words as a hash of its small letters, with its span.
fn shingles(raw: &str) -> Vec<(u64, Range<usize>)> {
    let mut words: Vec<(u64, Range<usize>)> = Vec::new();
    let mut open: Option<(u64, usize)> = None;
    for (at, c) in raw.char_indices().chain([(raw.len(), ' ')]) {
        if c.is_alphanumeric() {
            let (hash, _) = open.get_or_insert((0xCBF2_9CE4_8422_2325, at));
            for small in c.to_lowercase() {
                *hash = (*hash ^ u64::from(small)).wrapping_mul(0x0100_0000_01B3);
            }
        } else if !matches!(c, '\'' | '’')
            && let Some((hash, from)) = open.take()
        {
            words.push((hash, from..at));
        }
    }
    words
        .windows(3)
        .map(|three| {
            let hash =
                three.iter().fold(0_u64, |hash, (word, _)| hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ word);
            (hash, three[0].1.start..three[2].1.end)
        })
        .collect()
}
