//! The debrief as text: the meters with their meaning, the three turning points, and who moved.

use std::collections::BTreeMap;

use crate::game::Sitting;
use crate::game::goals::judge;
use crate::sim::bond::Dial;
use crate::sim::event::Change;
use crate::sim::reason::Because;
use crate::sim::world::WaitState;
use crate::sim::{MessageId, World};

use super::standing::{MOVED, Meters, Standing, shift, standing};
use super::why;

/// A message that mattered.
#[derive(Clone, Debug, PartialEq)]
pub struct TurningPoint {
    /// The message, of the brand or one it answered or left.
    pub message: MessageId,
    /// Trust and warmth it moved, added up over people.
    pub moved: f64,
    /// How many people it moved.
    pub people: usize,
    /// The largest change it made.
    pub largest: Change,
}

/// The messages that moved people most, at most three.
pub fn turning_points(world: &World) -> Vec<TurningPoint> {
    let mut points: BTreeMap<MessageId, TurningPoint> = BTreeMap::new();
    for change in world.chronicle.iter().flat_map(|event| &event.changes) {
        let message = match change.reason.because {
            Because::Words(message, _) | Because::Message(message) | Because::Waiting(message, _) => message,
            Because::Told(_) | Because::Event(_) | Because::Happened => continue,
        };
        if !matches!(change.dial, Dial::Trust | Dial::Warmth) {
            continue;
        }
        let by = change.to - change.from;
        let point = points.entry(message).or_insert_with(|| TurningPoint {
            message,
            moved: 0.0,
            people: 0,
            largest: *change,
        });
        point.moved += by;
        point.people += 1;
        if by.abs() > (point.largest.to - point.largest.from).abs() {
            point.largest = *change;
        }
    }
    let mut points: Vec<TurningPoint> = points.into_values().collect();
    points.sort_by(|a, b| b.moved.abs().total_cmp(&a.moved.abs()).then(a.message.cmp(&b.message)));
    points.truncate(3);
    points
}

/// The debrief, line by line.
pub fn text(sitting: &Sitting) -> Vec<String> {
    let (world, now) = (sitting.world(), standing(sitting));
    let mut lines = vec![format!("Debrief: {} ({})", sitting.scenario().title, world.now), String::new()];
    lines.push(format!(
        "{:<12} {:>6} {:>8} {:>10} {:>6} {:>9}",
        "", "voice", "manners", "answering", "bonds", "business"
    ));
    for (room, meters) in world.setup.rooms.iter().zip(&now.rooms) {
        lines.push(row(room.name(), meters));
    }
    lines.push(row("in all", &now.all));
    lines.push(String::new());
    lines.extend(meanings(world, &now));
    lines.push(String::new());
    lines.extend(goals(sitting));
    lines.extend(turns(sitting));
    lines.push(String::new());
    lines.extend(closest(world));
    lines
}

fn row(name: &str, meters: &Meters) -> String {
    // Nobody reads as exactly nothing: there was nothing to judge by.
    let judged = |value: f64| if value > 0.0 { format!("{value:.0}") } else { "-".to_owned() };
    format!(
        "{name:<12} {:>6} {:>8} {:>10.0} {:>6.0} {:>9.0}",
        judged(meters.voice),
        judged(meters.manners),
        meters.answering,
        meters.bonds,
        meters.business
    )
}

fn meanings(world: &World, standing: &Standing) -> Vec<String> {
    let answered = world.waiting.iter().filter(|w| matches!(w.state, WaitState::Answered { .. })).count();
    let ran_out = world.waiting.iter().filter(|w| w.state == WaitState::RanOut).count();
    let [closer, same, further, left] = standing.people;
    let ledger = &world.ledger;
    vec![
        "Voice: how true to you your posts read to those who saw them (-: nobody saw any).".to_string(),
        "Manners: how well you fitted each room, as a guest and as a host.".to_string(),
        format!(
            "Answering: {} waited for you; {answered} got an answer, {ran_out} waited in vain, {} still waiting.",
            many(world.waiting.len(), "person", "people"),
            world.waiting.len() - answered - ran_out
        ),
        format!(
            "Bonds: {} closer, {same} as before, {further} further, {left} left a room. 50 is as it was.",
            many(closer, "person", "people")
        ),
        format!(
            "Business: {} ({:.1} to be expected), {} bad; you earned {:.0}, people gained {:.0}.",
            many(ledger.good as usize, "good sale", "good sales"),
            ledger.expected,
            ledger.bad,
            ledger.brand,
            ledger.people
        ),
    ]
}

/// A count with its noun.
fn many(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// The scenario's goals, met or not, each with the moment that shows it; nothing where it has none.
fn goals(sitting: &Sitting) -> Vec<String> {
    let mut lines = Vec::new();
    for goal in judge(sitting) {
        let met = if goal.met { "met" } else { "not met" };
        lines.push(
            format!("Goal, {met}: {}. {}", goal.title.trim_end_matches('.'), goal.why).trim_end().to_owned(),
        );
        if let Some(last) = goal.evidence.last() {
            let world = sitting.world();
            let (minute, count) = (world.event(*last).minute, goal.evidence.len());
            lines.push(format!("   {} show it, the last at {minute}.", many(count, "event", "events")));
        }
    }
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

fn turns(sitting: &Sitting) -> Vec<String> {
    let world = sitting.world();
    let points = turning_points(world);
    if points.is_empty() {
        return vec!["Nothing you did, or left, moved anybody yet.".to_string()];
    }
    let mut lines = vec!["Turning points:".to_string()];
    for (number, point) in points.iter().enumerate() {
        let message = world.message(point.message);
        let text = why::excerpt(sitting.text(point.message), 60);
        let whose = message.person().map_or("You", |person| &world.setup.person(person).name);
        let way = if point.moved > 0.0 { "brought nearer" } else { "drove off" };
        lines.push(format!("{}. {} {whose}: \"{}\"", number + 1, message.minute, text));
        let mostly = why::sentence(sitting, &point.largest);
        lines.push(format!(
            "   It {way} {}, {:+.2} in all. Mostly {mostly}",
            many(point.people, "person", "people"),
            point.moved
        ));
    }
    lines
}

fn closest(world: &World) -> Vec<String> {
    let mut moved: Vec<(f64, &str)> = world
        .setup
        .people
        .iter()
        .filter(|p| p.cast)
        .map(|p| (shift(world, p.id), p.name.as_str()))
        .filter(|(by, _)| by.abs() >= MOVED)
        .collect();
    moved.sort_by(|a, b| b.0.total_cmp(&a.0));
    let name = |(by, name): &(f64, &str)| format!("{name} ({by:+.2})");
    let (near, far): (Vec<_>, Vec<_>) = moved.iter().partition(|(by, _)| *by > 0.0);
    let list = |people: &[&(f64, &str)]| people.iter().map(|p| name(p)).collect::<Vec<_>>().join(", ");
    let near: Vec<_> = near.into_iter().take(4).collect();
    let far: Vec<_> = far.into_iter().rev().take(4).collect();
    let say = |word: &str, people: &[&(f64, &str)]| {
        if people.is_empty() {
            format!("{word}: nobody you know by name.")
        } else {
            format!("{word}: {}.", list(people))
        }
    };
    vec![say("Closer", &near), say("Further", &far)]
}
