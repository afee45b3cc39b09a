//! Self-promotion: offer words, prices nobody asked for, and talk of oneself; relative to what was asked.

use crate::appraisal::ledger::{Ledger, sat};
use crate::appraisal::lexicon::{Hit, List};
use crate::appraisal::scene::{Scene, Want};
use crate::appraisal::token::Kind;
use crate::appraisal::{Ask, Dimension};

/// Most that selling words, and talk of oneself, can add.
const SELLING: f64 = 0.7;
const ONESELF: f64 = 0.3;

pub(super) fn read(scene: &Scene<'_>, ledger: &mut Ledger) {
    selling(scene, ledger);
    oneself(scene, ledger);
}

fn selling(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    let offers: Vec<&Hit> = text
        .hits(List::Offer)
        .iter()
        .filter(|hit| !text.negated(hit.first) && !asked_for(scene, hit))
        .collect();
    let prices: Vec<usize> = if price_was_asked(scene) {
        Vec::new()
    } else {
        (0..text.tokens().len()).filter(|at| text.kind(*at) == Kind::Price).collect()
    };
    let links: Vec<usize> = (0..text.tokens().len())
        .filter(|at| text.kind(*at) == Kind::Link && (!offers.is_empty() || !prices.is_empty()))
        .collect();
    let total: f64 = offers.iter().map(|hit| hit.weight).sum::<f64>()
        + 0.8 * prices.len() as f64
        + 0.7 * links.len() as f64;
    if total <= 0.0 {
        return;
    }
    let share = SELLING * sat(total, 2.0) / total;
    for hit in offers {
        let why = format!("'{}' sells.", text.quote(hit));
        ledger.add(Dimension::Promo, "offer-word", share * hit.weight, text.hit_span(hit), why);
    }
    for at in prices {
        let span = text.span(at, at);
        let why = format!("A price, {}, that nobody asked for.", &text.raw[span.clone()]);
        ledger.add(Dimension::Promo, "price-unasked", share * 0.8, span, why);
    }
    for at in links {
        ledger.add(
            Dimension::Promo,
            "shop-link",
            share * 0.7,
            text.span(at, at),
            "A link to where it is sold.",
        );
    }
}

/// Whether an offer word only takes up what the other person brought up.
fn asked_for(scene: &Scene<'_>, hit: &Hit) -> bool {
    let asked = matches!(scene.kind(), Some(Ask::Question | Ask::Request | Ask::Complaint));
    asked
        && (price_was_asked(scene) && hit.weight <= 1.0
            || scene.echoes.iter().any(|at| (hit.first..=hit.last).contains(at)))
}

fn price_was_asked(scene: &Scene<'_>) -> bool {
    scene.heard.as_ref().is_some_and(|heard| {
        let asked = matches!(heard.kind, Ask::Question | Ask::Request);
        asked
            && (heard.want == Want::HowMuch
                || !heard.text.hits(List::Acquire).is_empty()
                || !heard.text.hits(List::Offer).is_empty())
    })
}

/// The share of "we", "our" and the brand's name among everybody the text speaks of.
fn oneself(scene: &Scene<'_>, ledger: &mut Ledger) {
    let text = scene.text;
    let (mut own, mut all, mut first) = (0.0, 0.0, None);
    let mut book = |at: usize| {
        own += 1.0;
        first = first.or(Some(at));
    };
    for at in 0..text.tokens().len() {
        match text.low(at) {
            "we" | "our" | "ours" | "us" | "we're" | "we've" | "we'll" | "we'd" => {
                book(at);
                all += 1.0;
            }
            "i" | "my" | "me" | "i'm" | "i've" | "i'll" | "i'd" | "you" | "your" | "you're" | "you've"
            | "you'll" | "he" | "she" | "they" | "him" | "her" | "them" | "his" | "their" | "who"
            | "whoever" | "someone" | "somebody" | "everyone" | "anyone" => all += 1.0,
            _ if text.is_name(at) => all += 1.0,
            _ => {}
        }
    }
    for span in brand_names(scene) {
        book(span);
        all += 1.0;
    }
    let Some(first) = first else { return };
    // One "we" in a short text says little; the share counts in full from three people on.
    let share = own / f64::max(all, 3.0);
    let weight = ONESELF * share * if scene.is_post() { 1.0 } else { 0.5 };
    let why = format!("{own} of the {all} people this speaks of are the brand itself.");
    ledger.add(Dimension::Promo, "talks-of-itself", weight, text.span(first, first), why);
}

/// Tokens at which the brand's full name begins.
fn brand_names(scene: &Scene<'_>) -> Vec<usize> {
    let text = scene.text;
    let name = scene.context.brand.name.to_lowercase();
    let parts: Vec<&str> = name.split_whitespace().collect();
    if parts.is_empty() {
        return Vec::new();
    }
    (0..text.tokens().len())
        .filter(|at| {
            parts
                .iter()
                .enumerate()
                .all(|(n, part)| at + n < text.tokens().len() && text.low(at + n) == *part)
        })
        .collect()
}
