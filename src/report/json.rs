//! The standing as one JSON object, in the fields that DESIGN.md fixes for `run --json`.

use serde_json::{Value, json};

use crate::game::Sitting;
use crate::game::goals::{GoalMet, judge};

use super::page::Page;
use super::standing::{Meters, standing};

/// The object of `run --json`.
pub fn run(sitting: &Sitting) -> Value {
    let (world, now) = (sitting.world(), standing(sitting));
    let rooms: serde_json::Map<String, Value> = world
        .setup
        .rooms
        .iter()
        .zip(&now.rooms)
        .map(|(room, room_meters)| (room.name().to_string(), meters(room_meters)))
        .collect();
    let [closer, same, further, left] = now.people;
    json!({
        "scenario": sitting.scenario().name,
        "seed": world.setup.seed,
        "hash": sitting.hash(),
        "minutes": world.now.since(world.setup.start()),
        "meters": meters(&now.all),
        "rooms": rooms,
        "ledger": {
            "brand": round(world.ledger.brand),
            "people": round(world.ledger.people),
            "expected": round(world.ledger.expected),
        },
        "people": { "closer": closer, "same": same, "further": further, "left": left },
        "events": world.chronicle.len(),
        "goals": goals(sitting),
    })
}

/// Each goal of the scenario, whether it is met, and the events that show it by their number.
fn goals(sitting: &Sitting) -> Vec<Value> {
    let one = |goal: &GoalMet| {
        let evidence: Vec<u32> = goal.evidence.iter().map(|event| event.0).collect();
        json!({ "id": goal.id, "title": goal.title, "teaches": format!("{:?}", goal.idea).to_lowercase(),
                "met": goal.met, "evidence": evidence })
    };
    judge(sitting).iter().map(one).collect()
}

/// The debrief as an object: the standing in the fields of `run --json`, and the whole page under `debrief`.
pub fn debrief(sitting: &Sitting, page: &Page) -> Value {
    let mut value = run(sitting);
    value["debrief"] = super::shape::cleaned(page);
    value
}

fn meters(meters: &Meters) -> Value {
    json!({
        "voice": round(meters.voice),
        "manners": round(meters.manners),
        "answering": round(meters.answering),
        "bonds": round(meters.bonds),
        "business": round(meters.business),
    })
}

/// Two decimals: more would pretend to know more.
fn round(x: f64) -> f64 {
    libm::round(x * 100.0) / 100.0
}
