//! What the simulator is to teach: who answers people does better than who broadcasts, and than who is silent.

use std::ops::RangeInclusive;
use std::sync::Arc;
use std::thread;

use mingle::lab::policy::Policy;
use mingle::report::standing::{Meters, standing};
use mingle::scenario::Scenario;

use crate::kit::play::{opening_week, played};

const SEEDS: u64 = 20;

fn meters(scenario: &Arc<Scenario>, policy: Policy, seed: u64) -> Meters {
    standing(&played(scenario, policy, seed)).all
}

/// Where the host is not ahead of the others on a meter, one line each.
fn behind(scenario: &Arc<Scenario>, seed: u64, meter: fn(&Meters) -> f64) -> Vec<String> {
    let ours = meter(&meters(scenario, Policy::Host, seed));
    let mut found = Vec::new();
    for policy in [Policy::Broadcaster, Policy::Silent] {
        let theirs = meter(&meters(scenario, policy, seed));
        // Not `ours <= theirs`: a meter that is no number is no win either.
        if ours.partial_cmp(&theirs) != Some(std::cmp::Ordering::Greater) {
            found.push(format!("seed {seed}: host {ours:.2}, {} {theirs:.2}", policy.name()));
        }
    }
    found
}

/// Plays every seed, half of them on each of two threads.
fn check(meter: fn(&Meters) -> f64) {
    let scenario = opening_week();
    let half = |seeds: RangeInclusive<u64>| {
        let scenario = Arc::clone(&scenario);
        thread::spawn(move || seeds.flat_map(|seed| behind(&scenario, seed, meter)).collect::<Vec<_>>())
    };
    let halves = [half(1..=SEEDS / 2), half(SEEDS / 2 + 1..=SEEDS)];
    let found: Vec<String> =
        halves.into_iter().flat_map(|half| half.join().expect("no play panics")).collect();
    assert!(found.is_empty(), "the host is not ahead:\n{}", found.join("\n"));
}

#[test]
fn the_host_is_closer_to_people_with_every_seed() {
    check(|meters| meters.bonds);
}

#[test]
fn the_host_does_better_business_with_every_seed() {
    check(|meters| meters.business);
}

#[test]
fn every_policy_is_found_by_its_name() {
    for policy in Policy::ALL {
        assert_eq!(Policy::named(policy.name()), Some(policy));
    }
    assert_eq!(Policy::named("nobody"), None);
}
