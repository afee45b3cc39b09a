//! What people say in a play, and what finding their words costs.
//!
//! `cargo bench --bench talk` plays the host with 20 seeds and gives figures; `cargo bench --bench talk -- 3 broadcaster show`
//! prints what was said in three plays of the broadcaster, room by room.

#![expect(clippy::print_stdout, reason = "a bench tells what it measured")]

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

use mingle::game::Sitting;
use mingle::lab::policy::{Policy, play};
use mingle::scenario::{load, shipped};
use mingle::sim::RoomId;
use mingle::sim::message::Author;
use mingle::speech::Lines;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let runs: u64 =
        args.first().map_or(20, |arg| arg.parse().expect("the first argument is a number of plays"));
    let policy =
        args.get(1).map_or(Policy::Host, |name| Policy::named(name).expect("there is such a policy"));
    let (name, source) = shipped()[0];
    let scenario = Arc::new(load(name, source, None).expect("a shipped scenario has no faults"));
    let mut sentences = BTreeSet::new();
    let (mut composed, mut again, mut spent) = (0_usize, 0_usize, 0.0);
    for seed in 1..=runs {
        let mut sitting = Sitting::new(Arc::clone(&scenario), seed);
        play(policy, &mut sitting);
        let world = sitting.world();
        let begun = Instant::now();
        Lines::default().keep_up(world);
        spent += begun.elapsed().as_secs_f64();
        let mut heard = BTreeSet::new();
        for message in &world.messages {
            if let Some(phrase) = sitting.phrase(message.id) {
                composed += 1;
                again += usize::from(!heard.insert((message.room, phrase)));
                sentences.insert(sitting.text(message.id).to_owned());
            }
        }
        if args.iter().any(|arg| arg == "show") {
            (0..world.setup.rooms.len()).for_each(|room| show(&sitting, RoomId::at(room)));
        }
    }
    println!(
        "{name}, {}: {runs} plays, {composed} lines, {} different, {again} from a phrase the room had heard, {:.1} us a line",
        policy.name(),
        sentences.len(),
        spent * 1e6 / composed.max(1) as f64
    );
}

fn show(sitting: &Sitting, room: RoomId) {
    let world = sitting.world();
    println!("== {}", world.setup.room(room).name());
    for message in world.messages.iter().filter(|message| message.room == room) {
        let who = match message.author {
            Author::Brand => "BRAND",
            Author::Person(person) => world.setup.person(person).name.as_str(),
        };
        let mark = if message.answers.is_some() { "    > " } else { "" };
        println!("{mark}{} {who}: {}", message.minute, sitting.text(message.id));
    }
}
