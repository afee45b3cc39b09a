//! Whether every beat can come about: no circles, no conditions that never hold, nothing after the end.

use super::super::desk::Desk;
use crate::sim::room::Room;
use crate::sim::setup::{Beat, BeatDeed, When};
use crate::sim::{BeatId, Minute, Setup};

/// Looks through the beats. Only worth doing when every beat and room was found.
pub(super) fn check(desk: &mut Desk<'_>, setup: &Setup) {
    if desk.lost.contains("beats") || desk.lost.contains("rooms") {
        return;
    }
    for (at, beat) in setup.beats.iter().enumerate() {
        conditions(desk, &format!("beats[{at}]"), beat, setup);
    }
    let earliest = earliest(desk, setup);
    for (at, beat) in setup.beats.iter().enumerate() {
        let Some(minute) = earliest[at] else { continue };
        if minute > setup.end() && Minute(minute.0).day() <= setup.days || too_late(beat, minute, setup) {
            let message =
                format!("This cannot come about before {minute}, and the story ends at {}.", setup.end());
            desk.fault(
                &format!("beats[{at}].when"),
                "S025",
                message,
                "Let it come earlier, or let the story last longer.",
            );
        }
        if let BeatDeed::Say(line) = &beat.deed
            && let Some(first) = line.answers
            && let (When::At(own), When::At(other)) = (&beat.when, &setup.beat(first).when)
            && own <= other
        {
            let message = format!("This answers \"{}\", which comes later.", setup.beat(first).name);
            desk.fault(
                &format!("beats[{at}].when"),
                "S033",
                message,
                "Let the answer come after what it answers.",
            );
        }
    }
}

/// Chains that run past the end; moments of their own are looked at where they are read.
fn too_late(beat: &Beat, minute: Minute, setup: &Setup) -> bool {
    let chained = matches!(beat.when, When::After(..) | When::Answered(..) | When::Ignored(..));
    chained && minute > setup.end()
}

fn conditions(desk: &mut Desk<'_>, path: &str, beat: &Beat, setup: &Setup) {
    let first = format!("{path}.when[0]");
    match &beat.when {
        When::Answered(other, _) => {
            if let BeatDeed::News { .. } = setup.beat(*other).deed {
                let message =
                    format!("Nobody can answer \"{}\": it is news, not a message.", setup.beat(*other).name);
                desk.fault(&first, "S033", message, "Name a beat in which somebody says something.");
            }
        }
        When::Ignored(other) => {
            let waits = match &setup.beat(*other).deed {
                BeatDeed::Say(line) => line.waits.is_some(),
                BeatDeed::Request { .. } => true,
                BeatDeed::News { .. } => false,
            };
            if !waits {
                let message = format!(
                    "Nobody waits for an answer in \"{}\", so it cannot be ignored.",
                    setup.beat(*other).name
                );
                desk.fault(&first, "S033", message, "Add waits: true there, or name another beat.");
            }
        }
        When::At(_) | When::After(..) | When::Reaches(..) => {}
    }
    match &beat.deed {
        BeatDeed::Say(line) => {
            if let Some(other) = line.answers {
                let same = match &setup.beat(other).deed {
                    BeatDeed::Say(first) => first.room == line.room,
                    BeatDeed::Request { .. } | BeatDeed::News { .. } => false,
                };
                if !same {
                    let message = format!("\"{}\" is no message in the same room.", setup.beat(other).name);
                    let help = "An answer stands in the room of the message it answers.";
                    desk.fault(&format!("{path}.what.answers"), "S033", message, help);
                }
            }
        }
        BeatDeed::Request { room, .. } => {
            if setup.rooms.get(room.index()).is_some_and(|room| !room.requests) {
                let message =
                    format!("People do not ask to connect in the room {}.", setup.room(*room).name());
                let knows: Vec<&str> =
                    setup.rooms.iter().filter(|room| room.requests).map(Room::name).collect();
                let help = if knows.is_empty() {
                    "Add the room networking to the scenario.".to_owned()
                } else {
                    format!("Use one of: {}.", knows.join(", "))
                };
                desk.fault(&format!("{path}.what.room"), "S032", message, &help);
            }
        }
        BeatDeed::News { .. } => {}
    }
}

/// The beats another one has to wait for.
fn waits_for(beat: &Beat) -> [Option<(BeatId, u32)>; 2] {
    let when = match beat.when {
        When::After(other, minutes) | When::Answered(other, minutes) => Some((other, minutes)),
        When::Ignored(other) => Some((other, 0)),
        When::At(_) | When::Reaches(..) => None,
    };
    let answers = match &beat.deed {
        BeatDeed::Say(line) => line.answers.map(|other| (other, 0)),
        BeatDeed::Request { .. } | BeatDeed::News { .. } => None,
    };
    [when, answers]
}

/// The earliest minute of each beat; `None` for those in a circle or behind one. Each circle is one fault.
fn earliest(desk: &mut Desk<'_>, setup: &Setup) -> Vec<Option<Minute>> {
    let count = setup.beats.len();
    let mut known: Vec<Option<Minute>> = vec![None; count];
    let mut behind: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut open: Vec<usize> = vec![0; count];
    for (at, beat) in setup.beats.iter().enumerate() {
        for (other, _) in waits_for(beat).into_iter().flatten() {
            behind[other.index()].push(at);
            open[at] += 1;
        }
    }
    let mut ready: Vec<usize> = (0..count).filter(|&at| open[at] == 0).collect();
    while let Some(at) = ready.pop() {
        let beat = &setup.beats[at];
        let own = match beat.when {
            When::At(minute) | When::Reaches(_, _, _, minute) => minute,
            When::After(..) | When::Answered(..) | When::Ignored(_) => Minute(0),
        };
        let others = waits_for(beat).into_iter().flatten();
        let others =
            others.filter_map(|(other, minutes)| known[other.index()].map(|minute| minute.plus(minutes)));
        known[at] = Some(others.fold(own, Minute::max));
        for &next in &behind[at] {
            open[next] -= 1;
            if open[next] == 0 {
                ready.push(next);
            }
        }
    }
    circles(desk, setup, &known);
    known
}

fn circles(desk: &mut Desk<'_>, setup: &Setup, known: &[Option<Minute>]) {
    let mut told = vec![false; known.len()];
    for start in (0..known.len()).filter(|&at| known[at].is_none()) {
        let mut trail: Vec<usize> = Vec::new();
        let mut on_trail = std::collections::BTreeSet::new();
        let mut at = start;
        while !told[at] && on_trail.insert(at) {
            trail.push(at);
            let next = waits_for(&setup.beats[at]).into_iter().flatten().map(|(other, _)| other.index());
            match next.into_iter().find(|&other| known[other].is_none()) {
                Some(other) => at = other,
                None => break,
            }
        }
        if !told[at]
            && let Some(begin) = trail.iter().position(|&other| other == at)
        {
            let names: Vec<&str> =
                trail[begin..].iter().take(8).map(|&other| setup.beats[other].name.as_str()).collect();
            let first = trail[begin..].iter().copied().min().unwrap_or(at);
            let message = format!("These beats wait for each other: {}.", names.join(", "));
            desk.fault(
                &format!("beats[{first}]"),
                "S033",
                message,
                "Give one of them a time of its own: At(\"1 09:30\").",
            );
        }
        for other in trail {
            told[other] = true;
        }
    }
}
