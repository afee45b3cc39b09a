//! The lab: figures that do not depend on threads or parts, and shapes that do not break.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use mingle::lab::policy::Policy;
use mingle::lab::study::{Plan, Shard, Study, Unjoined, join, run};
use mingle::lab::summary::summaries;
use mingle::report::lab::{csv, json, table};

use crate::kit::play::opening_week;

fn plan(policies: &[Policy], runs: u64) -> Plan {
    Plan { scenario: opening_week(), policies: policies.to_vec(), runs, seed: 3 }
}

fn small() -> Plan {
    plan(&[Policy::Host, Policy::Silent, Policy::Overseller], 3)
}

fn played(plan: &Plan, shard: Shard, threads: usize) -> Study {
    run(plan, shard, threads, &|_| {})
}

fn part(plan: &Plan, number: u64, of: u64) -> Study {
    let written = serde_json::to_string(&played(plan, Shard { number, of }, 2)).expect("it is plain data");
    serde_json::from_str(&written).expect("it was just written")
}

#[test]
fn figures_do_not_depend_on_threads() {
    let plan = small();
    let one = played(&plan, Shard::WHOLE, 1);
    for threads in [2, 5, 64] {
        assert_eq!(played(&plan, Shard::WHOLE, threads), one, "{threads} threads");
    }
}

#[test]
fn every_play_is_told_of_once() {
    let (calls, told) = (AtomicUsize::new(0), Mutex::new(BTreeSet::new()));
    run(&plan(&[Policy::Silent], 5), Shard::WHOLE, 2, &|done| {
        calls.fetch_add(1, Ordering::Relaxed);
        told.lock().unwrap().insert(done);
    });
    assert_eq!(calls.into_inner(), 5);
    assert_eq!(told.into_inner().unwrap(), BTreeSet::from([1, 2, 3, 4, 5]));
}

#[test]
fn parts_join_to_the_very_whole_in_any_order() {
    let plan = small();
    let whole = played(&plan, Shard::WHOLE, 2);
    for of in [2, 4] {
        let parts: Vec<Study> = (1..=of).rev().map(|number| part(&plan, number, of)).collect();
        let joined = join(parts).unwrap();
        assert_eq!(joined, whole);
        assert_eq!(json::study(&joined).to_string(), json::study(&whole).to_string());
        assert_eq!(csv::study(&joined), csv::study(&whole));
        assert_eq!(table::study(&joined), table::study(&whole));
    }
    // More parts than plays leaves some empty, and they join all the same.
    let many: Vec<Study> = (1..=11).map(|number| part(&plan, number, 11)).collect();
    assert_eq!(join(many).unwrap(), whole);
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let plan = plan(&[Policy::Silent], 3);
    let (first, second) = (part(&plan, 1, 2), part(&plan, 2, 2));
    let check = |parts: Vec<Study>, wanted: &str| {
        let refused = join(parts).unwrap_err().to_string();
        assert!(refused.contains(wanted), "{refused} / {wanted}");
    };
    check(vec![], "no part");
    check(vec![first.clone()], "missing: 2");
    check(vec![first.clone(), first.clone()], "twice");
    let other = |change: &dyn Fn(&mut Study)| {
        let mut other = second.clone();
        change(&mut other);
        vec![first.clone(), other]
    };
    check(other(&|part| part.seed = 9), "the first seed is 3 in the first and 9 in part 2");
    check(other(&|part| part.runs = 4), "the number of runs");
    check(other(&|part| part.digest = "x".into()), "the digest");
    check(other(&|part| part.version = "0.0.0".into()), "other versions");
    check(other(&|part| part.shard.of = 3), "the number of parts");
    check(other(&|part| drop(part.plays.pop())), "cut off");
    check(other(&|part| part.plays[0].figures.seed = 77), "changed");
    let mut absurd = first.clone();
    (absurd.shard, absurd.runs) = (Shard { number: 5, of: 2 }, u64::MAX);
    assert_eq!(join(vec![absurd]), Err(Unjoined::Torn(5)));
}

#[test]
fn the_object_has_the_fields_that_were_promised() {
    let study = played(&small(), Shard::WHOLE, 2);
    let value = json::study(&study);
    let keys = |value: &serde_json::Value| {
        value.as_object().unwrap().keys().cloned().collect::<Vec<String>>().join(" ")
    };
    assert_eq!(keys(&value), "policies runs scenario");
    assert_eq!(keys(&value["policies"]), "host overseller silent");
    for policy in ["host", "overseller", "silent"] {
        let policy = &value["policies"][policy];
        assert_eq!(keys(policy), "ledger meters reasons");
        assert_eq!(keys(&policy["meters"]), "answering bonds business manners voice");
        for meter in policy["meters"].as_object().unwrap().values() {
            assert_eq!(keys(meter), "mean p10 p50 p90 sd");
            let at = |name: &str| meter[name].as_f64().unwrap();
            assert!(at("p10") <= at("p50") && at("p50") <= at("p90"), "{meter}");
        }
        let shares = policy["reasons"].as_array().unwrap().iter().map(|one| one["share"].as_f64().unwrap());
        assert!((shares.sum::<f64>() - 1.0).abs() < 0.01);
    }
}

#[test]
fn no_line_of_the_table_is_wider_than_eighty_columns() {
    let study = played(&plan(&Policy::ALL, 2), Shard::WHOLE, 2);
    let text = table::study(&study);
    for line in text.lines() {
        assert!(line.chars().count() <= 80, "{} columns: {line}", line.chars().count());
    }
    for policy in Policy::ALL {
        assert!(text.contains(policy.name()), "{} is missing", policy.name());
    }
    let rows = csv::study(&study);
    let columns = rows.lines().map(|line| line.split(',').count()).collect::<BTreeSet<usize>>();
    assert_eq!(columns, BTreeSet::from([6]), "every row has six fields");
    let single = table::study(&played(&plan(&[Policy::Silent], 1), Shard::WHOLE, 1));
    assert!(single.contains("1 play of each policy") && !single.contains("How far the host"), "{single}");
}

#[test]
fn differences_are_of_the_same_seeds() {
    let study = played(&small(), Shard::WHOLE, 2);
    for summary in summaries(&study) {
        assert_eq!(summary.behind.is_empty(), summary.policy == "host");
        for (measure, gap) in summary.behind {
            assert_eq!(gap.ahead, (3, 3), "{} {}", summary.policy, measure.name());
        }
    }
}
