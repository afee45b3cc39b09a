//! One person's week in the first person: what they read, heard, asked and did about the brand, day by day.

use serde::Serialize;

use crate::game::Sitting;
use crate::game::standing::shift;
use crate::report::why::excerpt;
use crate::sim::PersonId;
use crate::sim::clock::span;
use crate::sim::event::{Event, What};
use crate::sim::reason::{Because, Law};
use crate::speech::diary::{Entry, Slots, line};

use super::{round, weigh};

/// Lines of one day.
const LINES: usize = 5;
/// A reading that moved less is not remembered in the evening.
const REMEMBERED: f64 = 0.02;
/// Characters of a quote.
const QUOTE: usize = 90;

/// A diary.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diary {
    /// Whose.
    pub name: String,
    /// Who they are.
    pub about: String,
    /// How they stand in the end: change of trust and warmth together.
    pub by: f64,
    /// The days.
    pub days: Vec<DayTold>,
}

/// A day of a diary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DayTold {
    /// Which, from 1.
    pub day: u32,
    /// What they wrote.
    pub lines: Vec<String>,
}

/// A thing to be written down.
struct Note {
    place: usize,
    day: u32,
    weight: f64,
    entry: Entry,
    slots: Slots,
}

/// The diary of a person.
pub fn diary(sitting: &Sitting, person: PersonId) -> Diary {
    let world = sitting.world();
    let who = world.setup.person(person);
    let mut notes: Vec<Note> = world
        .chronicle
        .iter()
        .enumerate()
        .filter_map(|(place, event)| note(sitting, person, place, event))
        .collect();
    // Of several things of one kind about the same words, one is written down.
    let mut seen: Vec<(Entry, String)> = Vec::new();
    notes.retain(|note| {
        let key = (note.entry, note.slots.words.clone());
        let new = note.slots.words.is_empty() || !seen.contains(&key);
        seen.push(key);
        new
    });
    let last = world.now.day().min(world.setup.days);
    let days = (1..=last).map(|day| {
        let mut today: Vec<&Note> = notes.iter().filter(|note| note.day == day).collect();
        today.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.place.cmp(&b.place)));
        today.truncate(LINES);
        today.sort_by_key(|note| note.place);
        let mut lines: Vec<String> = today
            .iter()
            .enumerate()
            .map(|(turn, note)| line(note.entry, who.voice, &note.slots, turn))
            .collect();
        if lines.is_empty() {
            lines.push(line(Entry::Nothing, who.voice, &slots(sitting), day as usize));
        }
        DayTold { day, lines }
    });
    Diary {
        name: who.name.clone(),
        about: who.about.to_string(),
        by: round(shift(world, person)),
        days: days.collect(),
    }
}

fn slots(sitting: &Sitting) -> Slots {
    Slots { brand: sitting.world().setup.brand.sheet.name.clone(), ..Slots::default() }
}

fn note(sitting: &Sitting, person: PersonId, place: usize, event: &Event) -> Option<Note> {
    let moved: f64 = event
        .changes
        .iter()
        .filter(|change| change.person == person && weigh::counts(change))
        .map(|change| change.to - change.from)
        .sum();
    let (entry, slots, least) =
        deed(sitting, person, event, moved).or_else(|| words(sitting, person, event, moved))?;
    Some(Note { place, day: event.minute.day(), weight: least + moved.abs(), entry, slots })
}

/// What was done, by them or to them.
fn deed(sitting: &Sitting, person: PersonId, event: &Event, moved: f64) -> Option<(Entry, Slots, f64)> {
    let world = sitting.world();
    let base = slots(sitting);
    let name = |who: PersonId| world.setup.person(who).name.clone();
    let either = |good: bool, yes: Entry, no: Entry| if good { yes } else { no };
    if let What::Kept(promise) | What::Broke(promise) = event.what
        && world.promises[promise.index()].to == person
    {
        return Some((either(matches!(event.what, What::Kept(_)), Entry::Kept, Entry::Broke), base, 1.0));
    }
    if let What::Told { from, to, good } = event.what {
        let (who, entry) = if from == person {
            (to, either(good, Entry::ToldGood, Entry::ToldBad))
        } else {
            (from, either(good, Entry::HeardGood, Entry::HeardBad))
        };
        return (from == person || to == person).then(|| (entry, Slots { who: name(who), ..base }, 0.5));
    }
    if let What::Bought { person: who, offer, .. } = event.what
        && who == person
    {
        let thing = world.setup.brand.offers[offer.index()].title.to_lowercase();
        return Some((Entry::Bought, Slots { thing, ..base }, 1.0));
    }
    if let What::RanOut { person: who, message } = event.what
        && who == person
    {
        let waited = event.minute.since(world.message(message).minute);
        return Some((Entry::Ignored, Slots { span: span(waited), ..base }, 0.9));
    }
    let (who, entry) = if let What::Delivered { person, good, .. } = event.what {
        (person, either(good, Entry::DeliveredGood, Entry::DeliveredBad))
    } else if let What::Settled { person, accepted, .. } = event.what {
        (person, either(accepted, Entry::Accepted, Entry::Refused))
    } else if let What::Left { person, .. } = event.what {
        (person, Entry::Left)
    } else {
        return manners(sitting, person, event, moved);
    };
    (who == person).then_some((entry, base, 1.0))
}

/// What came of a request that nobody took up.
fn manners(sitting: &Sitting, person: PersonId, event: &Event, moved: f64) -> Option<(Entry, Slots, f64)> {
    let refused = |change: &crate::sim::event::Change| {
        change.person == person
            && change.reason.law == Law::Courtesy
            && matches!(change.reason.because, Because::Waiting(..))
    };
    (moved < 0.0 && event.changes.iter().any(refused)).then(|| (Entry::Refused, slots(sitting), 0.8))
}

/// What was said.
fn words(sitting: &Sitting, person: PersonId, event: &Event, moved: f64) -> Option<(Entry, Slots, f64)> {
    let world = sitting.world();
    let either = |good: bool, yes: Entry, no: Entry| if good { yes } else { no };
    let (who, message, entry, weight) = match event.what {
        What::Said(id) => {
            let message = world.message(id);
            let asks = message.expect.is_some() && message.to_brand;
            (message.person().filter(|_| asks)?, id, Entry::Asked, 0.3)
        }
        What::Answered { person, reply, closed, .. } => {
            (person, reply, either(closed && moved >= 0.0, Entry::Helped, Entry::Fobbed), 0.9)
        }
        What::Joined { person, reply, welcome } => {
            (person, reply, either(welcome >= 0.5, Entry::Welcome, Entry::Unwelcome), 0.5)
        }
        What::FoundOut { person, message, .. } => (person, message, Entry::FoundOut, 1.0),
        What::Watched { person, reply } if moved.abs() >= REMEMBERED / 2.0 => {
            (person, reply, either(moved > 0.0, Entry::SawGood, Entry::SawBad), 0.1)
        }
        What::Read { person, message, .. } if moved.abs() >= REMEMBERED => {
            (person, message, either(moved > 0.0, Entry::Pleased, Entry::PutOff), 0.0)
        }
        What::Beat(_)
        | What::Read { .. }
        | What::Watched { .. }
        | What::Overheard { .. }
        | What::Liked { .. }
        | What::Shared { .. }
        | What::FellFlat { .. }
        | What::LookedUp { .. }
        | What::RanOut { .. }
        | What::Requested { .. }
        | What::Settled { .. }
        | What::Reached { .. }
        | What::Nodded { .. }
        | What::Listened { .. }
        | What::Promised(_)
        | What::Kept(_)
        | What::Broke(_)
        | What::Corrected { .. }
        | What::Withdrew { .. }
        | What::Boosted { .. }
        | What::Failed { .. }
        | What::Told { .. }
        | What::Bought { .. }
        | What::Delivered { .. }
        | What::Introduced { .. }
        | What::Left { .. } => return None,
    };
    let words = quote(sitting.text(message));
    (who == person).then(|| (entry, Slots { words, ..slots(sitting) }, weight))
}

/// Words as they stand in a diary: short, and with an end.
fn quote(text: &str) -> String {
    let short = excerpt(text, QUOTE);
    let ends = short.ends_with(['.', '!', '?', '…']);
    if ends { short } else { format!("{short}.") }
}
