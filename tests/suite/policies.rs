//! What the simulator is to teach: who answers people does better than who broadcasts, and than who is silent.

use mingle::lab::figures::Figures;
use mingle::lab::policy::Policy;
use mingle::lab::study::{Plan, Shard, Study, run};

use crate::kit::play::opening_week;

const SEEDS: u64 = 20;

/// Every policy with every seed.
fn study() -> Study {
    let policies = Policy::ALL.to_vec();
    run(&Plan { scenario: opening_week(), policies, runs: SEEDS, seed: 1 }, Shard::WHOLE, 2, &|_| {})
}

/// Where the host is not ahead of others, one line each.
fn behind(study: &Study, others: &[Policy], value: impl Fn(&Figures) -> f64) -> Vec<String> {
    let place = |policy| Policy::ALL.iter().position(|p| *p == policy).expect("it was played");
    let mut found = Vec::new();
    for &other in others {
        for (ours, theirs) in study.plays(place(Policy::Host)).zip(study.plays(place(other))) {
            assert_eq!(ours.seed, theirs.seed);
            let (host, against) = (value(ours), value(theirs));
            // Not `host <= against`: a meter that is no number is no win either.
            if host.partial_cmp(&against) != Some(std::cmp::Ordering::Greater) {
                found.push(format!("seed {}: host {host:.2}, {} {against:.2}", ours.seed, other.name()));
            }
        }
    }
    found
}

#[test]
fn the_host_is_closer_to_people_than_any_other_policy_with_every_seed_in_every_room() {
    let study = study();
    let others: Vec<Policy> = Policy::ALL.into_iter().filter(|policy| *policy != Policy::Host).collect();
    let mut found = behind(&study, &others, |figures| figures.meters.bonds);
    for (room, name) in study.rooms.iter().enumerate() {
        let here = behind(&study, &others, |figures| figures.rooms[room].bonds);
        found.extend(here.into_iter().map(|line| format!("{name}: {line}")));
    }
    assert!(found.is_empty(), "the host is not ahead:\n{}", found.join("\n"));
    let business = behind(&study, &[Policy::Broadcaster, Policy::Silent], |figures| figures.meters.business);
    assert!(business.is_empty(), "the host does no better business:\n{}", business.join("\n"));
}

#[test]
fn every_policy_is_found_by_its_name() {
    for policy in Policy::ALL {
        assert_eq!(Policy::named(policy.name()), Some(policy));
    }
    assert_eq!(Policy::named("nobody"), None);
}
