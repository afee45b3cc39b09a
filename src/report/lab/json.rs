//! A study as one JSON object, in the fields that DESIGN.md fixes for `lab --json`.

use serde_json::{Map, Value, json};

use crate::lab::spread::Spread;
use crate::lab::study::Study;
use crate::lab::summary::{Summary, summaries};

/// The object of `lab --json`.
pub fn study(study: &Study) -> Value {
    let policies: Map<String, Value> =
        summaries(study).iter().map(|summary| (summary.policy.clone(), policy(summary))).collect();
    json!({ "scenario": study.scenario, "runs": study.runs, "policies": policies })
}

fn policy(summary: &Summary) -> Value {
    let meters: Map<String, Value> =
        summary.meters.iter().map(|(meter, figures)| (meter.name().to_string(), spread(figures))).collect();
    let reasons: Vec<Value> = summary
        .blame
        .iter()
        .map(|(blame, share)| json!({ "reason": blame.words(), "share": round(*share, 1e3) }))
        .collect();
    let ledger = summary.ledger;
    json!({
        "meters": meters,
        "ledger": {
            "brand": round(ledger.brand, 1e2),
            "people": round(ledger.people, 1e2),
            "expected": round(ledger.expected, 1e3),
            "good": round(ledger.good, 1e3),
            "bad": round(ledger.bad, 1e3),
        },
        "reasons": reasons,
    })
}

fn spread(spread: &Spread) -> Value {
    json!({
        "mean": round(spread.mean, 1e2),
        "sd": round(spread.sd, 1e2),
        "p10": round(spread.p10, 1e2),
        "p50": round(spread.p50, 1e2),
        "p90": round(spread.p90, 1e2),
    })
}

/// More decimals would pretend to know more.
fn round(x: f64, scale: f64) -> f64 {
    libm::round(x * scale) / scale
}
