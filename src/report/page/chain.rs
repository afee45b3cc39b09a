//! A turning point told as a chain: what was said, who noticed, which words and which rule, what they did, whom they told.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::game::Sitting;
use crate::report::{news, why};
use crate::sim::event::{Event, What};
use crate::sim::{EventId, MessageId, PersonId};

use super::weigh;

/// Steps of a chain that are told at most.
const STEPS: usize = 9;
/// People named in one step.
const NAMED: usize = 4;

/// A step of a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// When.
    pub at: String,
    /// What happened.
    pub what: String,
}

/// What came of a message.
pub(super) fn chain(sitting: &Sitting, message: MessageId) -> Vec<Link> {
    let events = descent(sitting, message);
    let Some(first) = events.first() else { return Vec::new() };
    let mut links = vec![noticed(sitting, message, &events, first)];
    links.extend(felt(sitting, &events));
    links.extend(did(sitting, message, &events));
    links.truncate(STEPS);
    links
}

/// The events that a message led to, itself first, in order.
fn descent(sitting: &Sitting, message: MessageId) -> Vec<&Event> {
    let world = sitting.world();
    let mut inside: BTreeSet<EventId> = world.said_in(message).into_iter().collect();
    let mut events = Vec::new();
    for event in &world.chronicle {
        let told = event.cause.is_some_and(|cause| inside.contains(&cause));
        let silence = matches!(event.what, What::RanOut { message: of, .. } if of == message);
        if told || silence || inside.contains(&event.id) {
            // What the brand said next is a turning point of its own.
            let ours = matches!(event.what, What::Said(other) if other != message && world.message(other).is_brand());
            if !ours {
                inside.insert(event.id);
                events.push(event);
            }
        }
    }
    events
}

fn link(event: &Event, what: String) -> Link {
    Link { at: super::when(event.minute), what }
}

fn noticed(sitting: &Sitting, message: MessageId, events: &[&Event], first: &Event) -> Link {
    let mut readers: Vec<PersonId> = Vec::new();
    for event in events {
        if let What::Read { person, .. }
        | What::Answered { person, .. }
        | What::Joined { person, .. }
        | What::Watched { person, .. }
        | What::Overheard { person, .. } = event.what
            && !readers.contains(&person)
        {
            readers.push(person);
        }
    }
    let whose = if sitting.world().message(message).is_brand() { "It" } else { "The silence after it" };
    let what = match readers.len() {
        0 if whose == "It" => "Nobody in particular noticed it.".to_owned(),
        0 => "They waited.".to_owned(),
        _ => format!("{whose} was noticed by {}.", named(sitting, &readers)),
    };
    link(first, what)
}

/// The names of some people, the cast first, and how many more.
fn named(sitting: &Sitting, people: &[PersonId]) -> String {
    let setup = &sitting.world().setup;
    let mut people = people.to_vec();
    people.sort_by_key(|person| (!setup.person(*person).cast, *person));
    let names: Vec<&str> =
        people.iter().take(NAMED).map(|person| setup.person(*person).name.as_str()).collect();
    let more = people.len() - names.len();
    match more {
        0 => super::list(&names),
        1 => format!("{} and one more", names.join(", ")),
        _ => format!("{} and {more} more", names.join(", ")),
    }
}

/// The two heaviest changes, of different people: who, what moved, which words or which waiting, and the rule.
fn felt(sitting: &Sitting, events: &[&Event]) -> Vec<Link> {
    let changes = events.iter().flat_map(|event| event.changes.iter().map(move |change| (*event, change)));
    let mut heaviest: Vec<_> = changes.filter(|(_, change)| weigh::counts(change)).collect();
    let size = |change: &crate::sim::event::Change| (change.to - change.from).abs();
    heaviest.sort_by(|a, b| size(b.1).total_cmp(&size(a.1)));
    let mut seen = BTreeSet::new();
    heaviest.retain(|(_, change)| seen.insert(change.person));
    let name = |person: PersonId| &sitting.world().setup.person(person).name;
    heaviest
        .into_iter()
        .take(2)
        .map(|(event, change)| {
            link(event, format!("{}: {}", name(change.person), why::sentence(sitting, change)))
        })
        .collect()
}

/// What people did about it and whom they told, each kind of thing once or twice.
fn did(sitting: &Sitting, message: MessageId, events: &[&Event]) -> Vec<Link> {
    let mut told: Vec<(u8, usize, Link)> = Vec::new();
    let mut kinds: Vec<std::mem::Discriminant<What>> = Vec::new();
    let own = |event: &Event| matches!(event.what, What::Said(said) if said == message);
    for (place, event) in events.iter().enumerate().filter(|(_, event)| !own(event)) {
        let Some(said) = news::news(sitting, event) else { continue };
        let kind = std::mem::discriminant(&event.what);
        let before = kinds.iter().filter(|other| **other == kind).count();
        kinds.push(kind);
        if before < 2 {
            told.push((said.weight, place, link(event, said.text)));
        }
    }
    told.sort_by_key(|(weight, place, _)| (std::cmp::Reverse(*weight), *place));
    told.truncate(STEPS - 3);
    told.sort_by_key(|(_, place, _)| *place);
    told.into_iter().map(|(_, _, link)| link).collect()
}
