//! The shipped scenarios: each teaches what it claims, has models for its moments, and nobody of its cast says a line twice in a room.

use std::collections::BTreeSet;
use std::sync::Arc;

use mingle::lab::certify::{Check, certify};
use mingle::lab::policy::Policy;
use mingle::lab::study::{Plan, Shard, run};
use mingle::report::lab::verdict::certification;
use mingle::scenario::{Moment, Scenario, load, shipped};
use mingle::sim::setup::BeatDeed;

use crate::kit::play::played;

/// Plays of each policy. So few give wide intervals, so here the means have to be on the right side; `.ci/run` certifies with
/// twenty plays in the release build, by the intervals.
const RUNS: u64 = 5;

fn library() -> Vec<Arc<Scenario>> {
    let sound = |(name, source): &(&str, &str)| Arc::new(load(name, source, None).expect("no faults"));
    shipped().iter().map(sound).collect()
}

#[test]
fn each_shipped_scenario_teaches_what_it_claims_on_the_whole() {
    let mut wrong = String::new();
    for scenario in library() {
        let plan = Plan { scenario, policies: Policy::ALL.to_vec(), runs: RUNS, seed: 1 };
        let study = run(&plan, Shard::WHOLE, 2, &|_| {});
        let checks = certify(&study);
        let is_behind = |check: &Check| !check.holds && check.found <= check.needed;
        if checks.iter().any(is_behind) {
            wrong.push_str(&certification(&study, &checks));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn nobody_of_the_cast_says_a_line_twice_in_a_room() {
    for scenario in library() {
        for (policy, seed) in [(Policy::Host, 3), (Policy::Silent, 4)] {
            let sitting = played(&scenario, policy, seed);
            let world = sitting.world();
            let mut heard = BTreeSet::new();
            for message in &world.messages {
                let Some(person) = message.person() else { continue };
                if person.index() >= scenario.base.people.len() {
                    continue;
                }
                let line = sitting.text(message.id).to_lowercase();
                assert!(!line.is_empty(), "{}: an empty line", scenario.name);
                let anew = heard.insert((message.room, person, line.clone()));
                assert!(anew, "{}: again: {line}", scenario.name);
            }
        }
    }
}

/// A host who has nothing of the scenario's own to say teaches nothing: every beat that speaks to the brand and waits has a good
/// answer, and good posts and bad ones are there for each room that the scenario has.
#[test]
fn there_is_a_model_for_every_moment() {
    let mut missing = Vec::new();
    for scenario in library() {
        let good = |moment: &dyn Fn(&Moment) -> bool| {
            scenario.exemplars.iter().any(|exemplar| exemplar.good && moment(&exemplar.moment))
        };
        for (at, beat) in scenario.base.beats.iter().enumerate() {
            let waits = matches!(&beat.deed, BeatDeed::Say(line) if line.waits.is_some());
            if waits && !good(&|moment| matches!(moment, Moment::Beat(id) if id.index() == at)) {
                missing.push(format!("{}: an answer to {}", scenario.name, beat.name));
            }
        }
        for (at, room) in scenario.base.rooms.iter().enumerate() {
            if !good(&|moment| matches!(moment, Moment::Post { room, .. } if room.index() == at)) {
                missing.push(format!("{}: a post for {}", scenario.name, room.name()));
            }
        }
        let bad = |exemplar: &mingle::scenario::Exemplar| !exemplar.good;
        if scenario.exemplars.iter().filter(|exemplar| bad(exemplar)).count() < 4 {
            missing.push(format!("{}: bad examples", scenario.name));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn each_shipped_scenario_says_what_it_is_for_and_how_long_it_takes() {
    let mut missing = Vec::new();
    for scenario in library() {
        let parts = [
            ("a length", scenario.minutes > 0),
            ("a summary", !scenario.summary.is_empty()),
            ("a briefing of some paragraphs", scenario.briefing.matches("\n\n").count() >= 3),
            ("goals", scenario.goals.len() >= 3),
            ("notes", scenario.notes.len() >= 3),
        ];
        let absent = parts.iter().filter(|(_, there)| !there);
        missing.extend(absent.map(|(part, _)| format!("{}: {part}", scenario.name)));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
