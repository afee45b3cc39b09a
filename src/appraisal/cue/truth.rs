//! Agreement with the brand's sheet: facts stated, false claims, empty boasts, words it would never say.

use crate::appraisal::claims::{self, Made};
use crate::appraisal::ledger::{Ledger, sat};
use crate::appraisal::lexicon::List;
use crate::appraisal::scene::Scene;
use crate::appraisal::text::Text;
use crate::appraisal::token::Kind;
use crate::appraisal::{Claim, Dimension, Verdict};

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    let brand = scene.context.brand;
    let claims = &scene.claims;
    let stated = claims.confirmed.len() as f64 + 0.75 * claims.denied.len() as f64;
    let share = if stated > 0.0 { 0.4 * sat(stated, 1.5) / stated } else { 0.0 };
    for (index, span) in &claims.confirmed {
        let why = format!("True, and on the sheet: {}.", trimmed(&brand.facts[*index].text));
        ledger.add(Dimension::Truth, "fact", share, span.clone(), why);
    }
    for (index, span) in &claims.denied {
        let claim = &brand.false_claims[*index];
        let why = if claim.truth.is_empty() {
            "Says openly what is not so.".to_owned()
        } else {
            format!("Says openly what is not so: {}.", trimmed(&claim.truth))
        };
        ledger.add(Dimension::Truth, "honest-no", 0.75 * share, span.clone(), why);
    }
    for (n, (index, span)) in claims.contradicted.iter().enumerate() {
        let claim = &brand.false_claims[*index];
        let truth = if claim.truth.is_empty() { claim.text.as_str() } else { claim.truth.as_str() };
        let why = format!("Not true. In truth: {}.", trimmed(truth));
        ledger.add(Dimension::Truth, "false-claim", if n == 0 { -0.6 } else { -0.1 }, span.clone(), why);
    }
    for (index, span) in &claims.reversed {
        let why = format!("The sheet says otherwise: {}.", trimmed(&brand.facts[*index].text));
        ledger.add(Dimension::Truth, "against-the-sheet", -0.3, span.clone(), why);
    }
    boasts(scene, ledger);
    for at in unknown_prices(text, scene) {
        let why = "A price that is not on the sheet.";
        ledger.add(Dimension::Truth, "unsupported-price", -0.1, text.span(at, at), why);
    }
    own_voice(scene, ledger);
}

fn trimmed(sentence: &str) -> &str {
    sentence.trim().trim_end_matches('.')
}

fn boasts(scene: &Scene<'_>, ledger: &mut Ledger) {
    for span in unsupported(scene) {
        let why =
            format!("'{}' is a boast that nothing on the sheet supports.", &scene.text.raw[span.clone()]);
        ledger.add(Dimension::Truth, "unsupported-superlative", -0.15, span, why);
    }
}

/// Superlatives without support, two at most.
fn unsupported(scene: &Scene<'_>) -> Vec<std::ops::Range<usize>> {
    let text = scene.text;
    let sheet =
        |word: &str| scene.context.brand.facts.iter().any(|fact| fact.text.to_lowercase().contains(word));
    text.hits(List::Superlative)
        .iter()
        .filter(|hit| !text.negated(hit.first) && !sheet(text.low(hit.last)))
        .filter(|hit| !text.sentences()[text.tokens()[hit.first].sentence].question)
        .take(2)
        .map(|hit| text.hit_span(hit))
        .collect()
}

/// Prices the sheet does not know, where it knows some.
fn unknown_prices(text: &Text<'_>, scene: &Scene<'_>) -> Vec<usize> {
    let prices: Vec<usize> = (0..text.tokens().len()).filter(|at| text.kind(*at) == Kind::Price).collect();
    if prices.is_empty() {
        return prices;
    }
    let known: Vec<u64> =
        scene.context.brand.facts.iter().flat_map(|fact| Text::read(&fact.text).bag().numbers).collect();
    let asked = scene.heard.as_ref().map(|heard| heard.text.bag().numbers).unwrap_or_default();
    prices
        .into_iter()
        .filter(|at| text.value(*at).is_some_and(|value| !known.contains(&value) && !asked.contains(&value)))
        .take(2)
        .collect()
}

/// The brand's own words, its banned ones, and phrases anybody could have posted.
fn own_voice(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    let brand = scene.context.brand;
    let mut left = 2;
    for phrase in &brand.banned {
        if let Some(tokens) = claims::key_in(text, phrase).filter(|_| left > 0) {
            left -= 1;
            let span = text.span(tokens.start, tokens.end);
            let why = format!("'{}' is not a word this brand would use.", &text.raw[span.clone()]);
            ledger.add(Dimension::Truth, "banned-word", -0.2, span, why);
        }
    }
    for hit in text.hits(List::Cliche).iter().take(2) {
        let why = format!("'{}' is what everybody says.", text.quote(hit));
        ledger.add(Dimension::Truth, "cliche", -0.05, text.hit_span(hit), why);
    }
    let recent = |word: &str| {
        scene.context.before.iter().rev().take(10).any(|(_, said)| said.to_lowercase().contains(word))
    };
    let mut left = 2;
    for word in &brand.own_words {
        let found = claims::key_in(text, word).filter(|_| left > 0 && !recent(&word.to_lowercase()));
        if let Some(tokens) = found {
            left -= 1;
            let why = format!("'{word}' is this brand's own.");
            ledger.add(Dimension::Truth, "own-word", 0.03, text.span(tokens.start, tokens.end), why);
        }
    }
}

/// The claims as the appraisal reports them.
pub(in crate::appraisal) fn verdicts(scene: &Scene<'_>) -> Vec<Claim> {
    let found = &scene.claims;
    let mut claims = Vec::new();
    let mut push =
        |verdict, span: &std::ops::Range<usize>| claims.push(Claim { verdict, span: span.clone() });
    for (index, span) in &found.confirmed {
        push(Verdict::Confirmed(*index), span);
    }
    for (index, span) in &found.contradicted {
        push(Verdict::Contradicted(*index), span);
        if let Some(earlier) = said_otherwise(scene, *index) {
            push(Verdict::SaidOtherwise(earlier), span);
        }
    }
    for (_, span) in &found.reversed {
        push(Verdict::Unsupported, span);
    }
    for span in unsupported(scene) {
        push(Verdict::Unsupported, &span);
    }
    for at in unknown_prices(scene.text, scene) {
        push(Verdict::Unsupported, &scene.text.span(at, at));
    }
    claims.sort_by_key(|claim| (claim.span.start, claim.span.end));
    claims
}

/// The latest earlier message in which the brand denied what it now claims.
fn said_otherwise(scene: &Scene<'_>, index: usize) -> Option<usize> {
    let before = scene.context.before;
    let claim = &scene.context.brand.false_claims[index];
    (before.len().saturating_sub(50)..before.len()).rev().find(|at| {
        let said = Text::read(&before[*at].1);
        claims::false_claim_in(&said, claim).is_some_and(|(made, _)| made == Made::Denied)
    })
}
