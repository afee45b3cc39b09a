//! How many plays of the shipped scenario the lab does in a second, on one thread and on two.
//!
//! `cargo bench --bench lab` plays 200 on each; `cargo bench --bench lab -- 1000 broadcaster` plays as many of another policy.

#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]

use std::sync::Arc;
use std::time::Instant;

use mingle::lab::policy::Policy;
use mingle::lab::study::{Plan, Shard, run};
use mingle::scenario::{load, shipped};

fn main() {
    let mut args = std::env::args().skip(1).filter(|arg| !arg.starts_with("--"));
    let runs: u64 =
        args.next().map_or(200, |arg| arg.parse().expect("the first argument is a number of plays"));
    let policy =
        args.next().map_or(Policy::Host, |name| Policy::named(&name).expect("there is such a policy"));
    let (name, source) = shipped()[0];
    let scenario = Arc::new(load(name, source, None).expect("a shipped scenario has no faults"));
    let plan = Plan { scenario, policies: vec![policy], runs, seed: 1 };
    // Once beforehand, so that lists and phrases are read.
    run(&Plan { runs: 4, ..plan.clone() }, Shard::WHOLE, 1, &|_| {});
    let rate = |threads: usize| {
        let begun = Instant::now();
        run(&plan, Shard::WHOLE, threads, &|_| {});
        runs as f64 / begun.elapsed().as_secs_f64()
    };
    let (one, two) = (rate(1), rate(2));
    println!(
        "{name}, {}: {one:.0} plays a second on 1 thread, {two:.0} on 2: {:.2} times",
        policy.name(),
        two / one
    );
}
