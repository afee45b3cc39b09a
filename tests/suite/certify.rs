//! Certification: the shipped scenario passes, and each way of spoiling it is named.

use std::sync::Arc;

use mingle::lab::certify::{Check, certify};
use mingle::lab::policy::Policy;
use mingle::lab::study::{Plan, Shard, run};
use mingle::report::lab::verdict::{certification, sentence};
use mingle::scenario::{Moment, Scenario};
use mingle::sim::setup::BeatDeed;

use crate::kit::play::opening_week;

fn checks(scenario: Scenario, runs: u64) -> (String, Vec<Check>) {
    let plan = Plan { scenario: Arc::new(scenario), policies: Policy::ALL.to_vec(), runs, seed: 1 };
    let study = run(&plan, Shard::WHOLE, 2, &|_| {});
    let checks = certify(&study);
    (certification(&study, &checks), checks)
}

/// Plays a spoiled scenario; among what fails there has to be a line with each of these parts.
#[track_caller]
fn check(spoil: impl Fn(&mut Scenario), wanted: &[&str]) {
    let mut scenario = (*opening_week()).clone();
    spoil(&mut scenario);
    let (text, checks) = checks(scenario, 4);
    let failed: Vec<String> = checks.iter().filter(|check| !check.holds).map(sentence).collect();
    let found = failed.iter().any(|line| wanted.iter().all(|part| line.contains(part)));
    assert!(found, "no line has {wanted:?}:\n{text}");
    assert!(text.contains("does not teach what it claims"), "{text}");
}

#[test]
fn opening_week_teaches_what_it_claims() {
    let (text, checks) = checks((*opening_week()).clone(), 6);
    assert!(checks.iter().all(|check| check.holds), "{text}");
    assert!(text.contains("It teaches what it claims"), "{text}");
    for line in text.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn without_false_claims_overselling_is_no_lie() {
    check(
        |scenario| scenario.base.brand.sheet.false_claims.clear(),
        &["overseller: its own fault (it was not true)", "it has to be 30 %"],
    );
}

#[test]
fn with_good_and_bad_examples_swapped_the_host_is_no_host() {
    check(
        |scenario| {
            for exemplar in &mut scenario.exemplars {
                exemplar.good = !exemplar.good;
            }
        },
        &["host: bonds", "closer than at the start"],
    );
}

#[test]
fn where_nobody_asks_nothing_is_learnt_about_answering() {
    check(
        |scenario| {
            scenario.base.questions.clear();
            scenario.base.failures.clear();
            for beat in &mut scenario.base.beats {
                if let BeatDeed::Say(line) = &mut beat.deed {
                    line.waits = None;
                }
            }
            // A post that asks brings answers, and those wait too.
            let asks = |text: &str| text.contains('?');
            scenario.exemplars.retain(|e| !(matches!(e.moment, Moment::Post { .. }) && asks(&e.text)));
        },
        &["silent: its own fault (nobody answered in time)"],
    );
}

#[test]
fn where_nobody_needs_anything_there_is_no_good_sale() {
    check(
        |scenario| {
            scenario.base.wants.clear();
            scenario.base.needs.clear();
        },
        &["silent: good sales: the host is ahead by +0.00"],
    );
}

#[test]
fn with_the_manner_of_a_room_turned_round_the_misfit_fits() {
    check(
        |scenario| {
            for room in &mut scenario.base.rooms {
                room.norms.formality = if room.norms.formality > 0.5 { 0.1 } else { 0.9 };
            }
        },
        &["misfit: manners: the host is ahead by"],
    );
}

#[test]
fn with_endless_patience_being_late_costs_nothing() {
    check(
        |scenario| {
            for room in &mut scenario.base.rooms {
                room.patience = 1e6;
            }
            for beat in &mut scenario.base.beats {
                if let BeatDeed::Say(line) = &mut beat.deed {
                    line.waits = line.waits.map(|_| Some(100_000));
                }
            }
        },
        &["late: its own fault (nobody answered in time)"],
    );
}
