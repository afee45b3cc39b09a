//! Whether every beat can come about: no circles, no conditions that never hold, nothing after the end.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::desk::Desk;
use super::stories::Placed;
use crate::sim::room::Room;
use crate::sim::setup::{Beat, BeatDeed, When};
use crate::sim::{BeatId, Minute, Setup};

/// Looks through the beats. Only worth doing when every beat and room was found.
pub(super) fn check(desk: &mut Desk<'_>, setup: &Setup, placed: &[Placed]) {
    if desk.lost.contains("beats") || desk.lost.contains("rooms") {
        return;
    }
    for (at, beat) in setup.beats.iter().enumerate() {
        conditions(desk, &placed[at].path, beat, setup);
    }
    let earliest = earliest(setup);
    circles(desk, setup, &earliest, placed);
    for (at, beat) in setup.beats.iter().enumerate() {
        let Some(minute) = earliest[at] else { continue };
        if minute > setup.end() && Minute(minute.0).day() <= setup.days || too_late(beat, minute, setup) {
            let message =
                format!("This cannot come about before {minute}, and the story ends at {}.", setup.end());
            desk.fault(
                &format!("{}.when", placed[at].path),
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
                &format!("{}.when", placed[at].path),
                "S033",
                message,
                "Let the answer come after what it answers.",
            );
        }
    }
}

/// Chains that run past the end; moments of their own are looked at where they are read.
fn too_late(beat: &Beat, minute: Minute, setup: &Setup) -> bool {
    !beat.when.beats().is_empty() && minute > setup.end()
}

fn conditions(desk: &mut Desk<'_>, path: &str, beat: &Beat, setup: &Setup) {
    whens(desk, &format!("{path}.when"), &beat.when, setup);
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

/// Whether what a condition hangs on can come about at all.
fn whens(desk: &mut Desk<'_>, path: &str, when: &When, setup: &Setup) {
    let first = format!("{path}[0]");
    match when {
        When::Answered(other, _) | When::Botched(other, _) => {
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
        When::Any(parts) | When::All(parts) => {
            for (at, part) in parts.iter().enumerate() {
                whens(desk, &format!("{first}[{at}]"), part, setup);
            }
        }
        When::At(_)
        | When::After(..)
        | When::Reaches(..)
        | When::Falls(..)
        | When::Mentions(..)
        | When::Broke(..) => {}
    }
}

/// The beats another one has to wait for, with the minutes after each.
fn waits_for(beat: &Beat) -> Vec<(BeatId, u32)> {
    let mut others = beat.when.beats();
    others.extend(answered(beat).map(|other| (other, 0)));
    others
}

fn answered(beat: &Beat) -> Option<BeatId> {
    match &beat.deed {
        BeatDeed::Say(line) => line.answers,
        BeatDeed::Request { .. } | BeatDeed::News { .. } => None,
    }
}

/// The earliest minute at which a condition can be there, as far as the beats it hangs on are known.
fn soonest(when: &When, known: &[Option<Minute>]) -> Option<Minute> {
    match when {
        When::At(minute) | When::Reaches(_, _, _, minute) | When::Falls(_, _, _, minute) => Some(*minute),
        When::After(other, minutes) | When::Answered(other, minutes) | When::Botched(other, minutes) => {
            known[other.index()].map(|minute| minute.plus(*minutes))
        }
        When::Ignored(other) => known[other.index()],
        When::Mentions(_, minutes) | When::Broke(_, minutes) => Some(Minute(*minutes)),
        When::Any(parts) => parts.iter().filter_map(|part| soonest(part, known)).min(),
        When::All(parts) => {
            parts.iter().try_fold(Minute(0), |latest, part| Some(latest.max(soonest(part, known)?)))
        }
    }
}

/// The earliest minute of each beat; `None` for those in a circle or behind one. The soonest are settled first.
fn earliest(setup: &Setup) -> Vec<Option<Minute>> {
    let count = setup.beats.len();
    let mut known: Vec<Option<Minute>> = vec![None; count];
    let mut behind: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (at, beat) in setup.beats.iter().enumerate() {
        for (other, _) in waits_for(beat) {
            behind[other.index()].push(at);
        }
    }
    let can = |at: usize, known: &[Option<Minute>]| {
        let beat = &setup.beats[at];
        let first = answered(beat).map_or(Some(Minute(0)), |other| known[other.index()]);
        Some(Reverse((first?.max(soonest(&beat.when, known)?), at)))
    };
    let mut next: BinaryHeap<Reverse<(Minute, usize)>> =
        (0..count).filter_map(|at| can(at, &known)).collect();
    while let Some(Reverse((minute, at))) = next.pop() {
        if known[at].is_none() {
            known[at] = Some(minute);
            next.extend(behind[at].iter().filter_map(|&other| can(other, &known)));
        }
    }
    known
}

fn circles(desk: &mut Desk<'_>, setup: &Setup, known: &[Option<Minute>], placed: &[Placed]) {
    let mut told = vec![false; known.len()];
    for start in (0..known.len()).filter(|&at| known[at].is_none()) {
        let mut trail: Vec<usize> = Vec::new();
        let mut on_trail = std::collections::BTreeSet::new();
        let mut at = start;
        while !told[at] && on_trail.insert(at) {
            trail.push(at);
            let next = waits_for(&setup.beats[at]).into_iter().map(|(other, _)| other.index());
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
                &placed[first].path,
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
