//! The coach: one hint at a time, after the fact; what moved people in your last words, else who is about to give up.

use std::collections::{BTreeMap, BTreeSet};

use crate::sim::bond::Dial;
use crate::sim::clock::span;
use crate::sim::event::{Change, Event};
use crate::sim::message::Message;
use crate::sim::{MessageId, PersonId, World};

use super::borrowed::{self, Sitting};
use super::theme::Meaning;
use super::words::{self, Patience};

/// Minutes after which nobody has to be told about their words any more: who waits is news again.
const OLD: u32 = 30;
/// Changes smaller than this are no lesson.
const SMALL: f64 = 0.01;

/// What weighs on one side of the scales: how much in all, and in whom.
#[derive(Debug, Default)]
struct Weight {
    sum: f64,
    people: BTreeSet<PersonId>,
}

/// The hint of this moment, if there is one. Who is writing is not told who waits.
pub(crate) fn hint(sitting: &Sitting, writes: bool) -> Option<(Meaning, String)> {
    if sitting.is_over() {
        return None;
    }
    about_words(sitting).or_else(|| if writes { None } else { about_waiting(sitting) })
}

/// The largest reason from the last thing of the brand's that people read.
fn about_words(sitting: &Sitting) -> Option<(Meaning, String)> {
    let world = sitting.world();
    let recent = |message: &&Message| world.now.since(message.minute) <= OLD;
    let ours = world.messages.iter().rev().take_while(recent).filter(|message| message.is_brand());
    ours.into_iter().find_map(|message| lesson(sitting, message.id))
}

fn lesson(sitting: &Sitting, id: MessageId) -> Option<(Meaning, String)> {
    let world = sitting.world();
    let mut weights: BTreeMap<(Dial, String), Weight> = BTreeMap::new();
    for change in readings(world, id).flat_map(|event| &event.changes).filter(|change| teaches(change)) {
        let weight = weights.entry((change.dial, borrowed::why(sitting, change))).or_default();
        weight.sum += change.to - change.from;
        weight.people.insert(change.person);
    }
    let heaviest = weights.into_iter().max_by(|a, b| a.1.sum.abs().total_cmp(&b.1.sum.abs()));
    let ((dial, why), Weight { sum, people }) = heaviest?;
    let each = sum * 100.0 / people.len() as f64;
    let who = match people.first() {
        Some(person) if people.len() == 1 => words::first_name(&world.setup.person(*person).name).to_owned(),
        Some(_) | None => format!("{} people", people.len()),
    };
    let meaning = if sum < 0.0 { Meaning::Warning } else { Meaning::Good };
    Some((meaning, format!("{} ({who}, {} {each:+.0})", why.trim_end_matches('.'), dial.word())))
}

/// Who of those who wait gives up first.
fn about_waiting(sitting: &Sitting) -> Option<(Meaning, String)> {
    let world = sitting.world();
    let waiting = *world.open_waiting().first()?;
    let Patience { does, meaning, .. } = words::patience(world.now, waiting);
    let name = &world.setup.person(waiting.person).name;
    let room = world.setup.room(waiting.room).name();
    let left = span(waiting.until.since(world.now));
    let text = sitting.text(waiting.message);
    Some((meaning, format!("{name} ({room}) {does}, {left} left: \"{text}\"")))
}

/// Events in which people took in a message, newest first.
fn readings(world: &World, id: MessageId) -> impl Iterator<Item = &Event> {
    let said = world.message(id).minute;
    let since = world.chronicle.iter().rev().take_while(move |event| event.minute >= said);
    since.filter(move |event| event.what.is_reading_of(id))
}

/// Whether a change says something about the words: being known better and being tired come with any.
fn teaches(change: &Change) -> bool {
    change.dial.teaches() && (change.to - change.from).abs() >= SMALL
}
