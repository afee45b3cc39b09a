//! How fast crowds of a thousand to a million live through a day, beside a bare loop that only sees and decides.
//!
//! `cargo bench --bench crowd` measures 1 000 to 1 000 000 people; `cargo bench --bench crowd -- 10000` one size.

#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]

mod bare;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use mingle::appraisal::{Context, Deed as Kind, Picture, Shape, appraise};
use mingle::scenario::{Moment, Scenario, load, shipped};
use mingle::sim::crowd::populate;
use mingle::sim::deed::Deed;
use mingle::sim::message::Said;
use mingle::sim::setup::{Detail, Profile};
use mingle::sim::{RoomId, World, perform, step};
use mingle::speech::topic;

/// The brand posts once an hour in each room, from the first hour on.
const EVERY: u32 = 60;

fn main() {
    let only: Option<u32> =
        std::env::args().skip(1).find(|arg| !arg.starts_with("--")).and_then(|arg| arg.parse().ok());
    let sizes = only.map_or(vec![1_000, 10_000, 100_000, 1_000_000], |size| vec![size]);
    let (name, source) = shipped()[0];
    let scenario = load(name, source, None).expect("a shipped scenario has no faults");
    println!(
        "people      people+ties  exposures    seen      a day, s  exposures/s  bare loop/s  ratio  peak, MiB"
    );
    let mut costs = Vec::new();
    for size in sizes {
        costs.push(measure(&scenario, size));
    }
    if costs.len() > 1 {
        println!("cost of a day grows with people and ties to the power of {:.2}", slope(&costs));
        in_play(&scenario);
    }
}

/// Steps of a play with 500 people, every event told, while a host plays: the screen waits for nothing longer.
fn in_play(scenario: &Scenario) {
    let mut scenario = scenario.clone();
    scenario.crowd.size = 500;
    let posts = posts(&scenario);
    let mut world = World::new(Arc::new(populate(&scenario.base, &scenario.crowd, 1)));
    let mut steps = Vec::new();
    for hour in 0..30 {
        for (room, texts) in posts.iter().enumerate() {
            let said = texts[hour % texts.len()].clone();
            perform::perform(&mut world, Deed::Post { room: RoomId::at(room), said });
        }
        for _ in 0..12 {
            let begun = Instant::now();
            step::pass(&mut world, 5);
            steps.push(begun.elapsed().as_secs_f64() * 1e3);
        }
    }
    steps.sort_by(f64::total_cmp);
    let (median, worst) = (steps[steps.len() / 2], steps[steps.len() - 1]);
    println!("a step in play with 500 people: median {median:.3} ms, worst {worst:.3} ms");
}

/// A day of so many people; prints a line and gives people and ties, and seconds.
fn measure(scenario: &Scenario, size: u32) -> (f64, f64) {
    let mut base = scenario.base.clone();
    base.people.clear();
    base.beats.clear();
    base.needs.clear();
    base.ties = mingle::sim::ties::Ties::default();
    base.profile = Profile::REALISTIC;
    base.detail = Detail::Rare;
    base.staffed = (0, 1_440);
    base.days = 3;
    let crowd = mingle::sim::crowd::Crowd { size, ..scenario.crowd.clone() };
    let setup = Arc::new(populate(&base, &crowd, 1));
    let size_of_web = (setup.people.len() + setup.ties.len()) as f64;
    let posts = posts(scenario);
    // Small crowds live several days, so that there is something to measure.
    let rounds = (200_000 / size).clamp(1, 40);
    let (mut seconds, mut exposures, mut seen, mut world) = (0.0, 0, 0, World::new(Arc::clone(&setup)));
    for _ in 0..rounds {
        world = World::new(Arc::clone(&setup));
        let begun = Instant::now();
        live(&mut world, &posts);
        seconds += begun.elapsed().as_secs_f64();
        exposures += world.tally.exposures;
        seen += world.tally.reads;
    }
    let begun = Instant::now();
    let mut offered = 0;
    for _ in 0..rounds {
        offered += black_box(bare::day(&world, &posts, EVERY));
    }
    let bare = offered as f64 / begun.elapsed().as_secs_f64();
    let rate = exposures as f64 / seconds;
    let a_day = seconds / f64::from(rounds);
    println!(
        "{size:<11} {size_of_web:<12} {:<12} {:<9} {a_day:<9.3} {:<12} {:<12} {:<6.2} {:.0}",
        exposures / u64::from(rounds),
        seen / u64::from(rounds),
        millions(rate),
        millions(bare),
        bare / rate,
        peak()
    );
    (size_of_web, a_day)
}

/// One day in which the brand posts in every room.
fn live(world: &mut World, posts: &[Vec<Said>]) {
    for hour in 0..24 {
        for (room, texts) in posts.iter().enumerate() {
            let said = texts[hour % texts.len()].clone();
            perform::perform(world, Deed::Post { room: RoomId::at(room), said });
        }
        step::pass(world, EVERY);
    }
}

/// The scenario's good posts, read once for their room.
fn posts(scenario: &Scenario) -> Vec<Vec<Said>> {
    let setup = &scenario.base;
    let mut posts: Vec<Vec<Said>> = vec![Vec::new(); setup.rooms.len()];
    for exemplar in scenario.exemplars.iter().filter(|exemplar| exemplar.good) {
        let Moment::Post { room, .. } = exemplar.moment else { continue };
        let picture: Option<&Picture> =
            exemplar.photo.map(|photo| &setup.brand.photos[photo.index()].picture);
        let context = Context {
            norms: &setup.room(room).norms,
            brand: &setup.brand.sheet,
            deed: Kind::Post,
            heard: None,
            picture,
            before: &[],
        };
        posts[room.index()].push(Said {
            text: exemplar.text.clone(),
            appraisal: appraise(&exemplar.text, &context),
            topics: topic::of(&exemplar.text),
            photo: exemplar.photo,
            shape: Shape::of(&exemplar.text),
        });
    }
    posts
}

/// The slope of a straight line through the logarithms.
fn slope(costs: &[(f64, f64)]) -> f64 {
    let n = costs.len() as f64;
    let logs: Vec<(f64, f64)> =
        costs.iter().map(|(size, cost)| (libm::log(*size), libm::log(*cost))).collect();
    let (x, y) = (logs.iter().map(|l| l.0).sum::<f64>() / n, logs.iter().map(|l| l.1).sum::<f64>() / n);
    let (mut above, mut below) = (0.0, 0.0);
    for (a, b) in logs {
        above += (a - x) * (b - y);
        below += (a - x) * (a - x);
    }
    above / below
}

fn millions(rate: f64) -> String {
    format!("{:.2} M", rate / 1e6)
}

/// The most memory this program ever held, in MiB, where the system tells.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kib.map_or(f64::NAN, |kib| kib / 1024.0)
}
