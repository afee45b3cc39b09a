//! Two tellings of one story side by side: person by person who stands otherwise and why, the meters, the ledger, the verdict.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::game::Sitting;
use crate::game::standing::{MOVED, shift, standing};
use crate::sim::event::Change;
use crate::sim::reason::{Because, Law};
use crate::sim::{PersonId, World};

use super::page::round;
use super::why;

/// A person whose trust and warmth differ by less does not differ.
const SEEN: f64 = 0.01;

/// What differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// Points of each meter, more with the other telling.
    pub meters: [f64; 5],
    /// Whether each ended well: the first and the other.
    pub ends_well: [bool; 2],
    /// What the brand earned, more.
    pub earned: f64,
    /// What people gained, more.
    pub gained: f64,
    /// Good sales to be expected, more.
    pub expected: f64,
    /// Who stands otherwise, those who differ most first.
    pub people: Vec<Differs>,
}

/// Somebody who stands otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Differs {
    /// Who.
    pub name: String,
    /// Change of trust and warmth in the first telling.
    pub was: f64,
    /// And in the other.
    pub would_be: f64,
    /// `closer`, `same`, `further` or `left`, in the first telling.
    pub side: &'static str,
    /// And in the other.
    pub other_side: &'static str,
    /// The reason that weighs most in the one telling and is not in the other.
    pub why: String,
}

/// What differs between a telling and another of the same people.
pub fn between(first: &Sitting, other: &Sitting) -> Difference {
    let (was, would) = (standing(first), standing(other));
    let (one, two) = (first.world().ledger, other.world().ledger);
    let mut people: Vec<Differs> = first
        .world()
        .setup
        .people
        .iter()
        .filter_map(|person| {
            let same = other.world().setup.people.iter().find(|who| who.label == person.label)?;
            let (was, would_be) = (shift(first.world(), person.id), shift(other.world(), same.id));
            let (side, other_side) = (side(first.world(), person.id), side(other.world(), same.id));
            ((was - would_be).abs() >= SEEN || side != other_side).then(|| Differs {
                name: person.name.clone(),
                was: round(was),
                would_be: round(would_be),
                side,
                other_side,
                why: reason((first, person.id), (other, same.id), would_be > was),
            })
        })
        .collect();
    people.sort_by(|a, b| {
        let gap = |one: &Differs| (one.was - one.would_be).abs();
        gap(b).total_cmp(&gap(a)).then_with(|| a.name.cmp(&b.name))
    });
    Difference {
        meters: was.all.gain(&would.all),
        ends_well: [was.ends_well(), would.ends_well()],
        earned: round(two.brand - one.brand),
        gained: round(two.people - one.people),
        expected: round(two.expected - one.expected),
        people,
    }
}

/// On which side of the brand somebody ended.
pub fn side(world: &World, person: PersonId) -> &'static str {
    let by = shift(world, person);
    if !world.bonds[person.index()].left.is_empty() {
        "left"
    } else if by > MOVED {
        "closer"
    } else if by < -MOVED {
        "further"
    } else {
        "same"
    }
}

/// The heaviest change towards the other telling that only it has; else the heaviest the other way that only the first has.
fn reason(first: (&Sitting, PersonId), other: (&Sitting, PersonId), up: bool) -> String {
    if let Some(said) = only_in(other, first, up) {
        return format!("would be: {said}");
    }
    only_in(first, other, !up).map_or_else(String::new, |said| format!("as it went: {said}"))
}

fn only_in(here: (&Sitting, PersonId), there: (&Sitting, PersonId), up: bool) -> Option<String> {
    let known: BTreeSet<(Law, String, i64)> = changes(there).map(|change| key(there.0, change)).collect();
    let size = |change: &Change| (change.to - change.from).abs();
    let new = changes(here).filter(|change| (change.to > change.from) == up);
    let heaviest = new
        .filter(|change| !known.contains(&key(here.0, change)))
        .max_by(|a, b| size(a).total_cmp(&size(b)))?;
    Some(why::reason(here.0, &heaviest.reason, up))
}

fn changes((sitting, person): (&Sitting, PersonId)) -> impl Iterator<Item = &Change> {
    use crate::sim::bond::Dial;
    let all = sitting.world().chronicle.iter().flat_map(|event| &event.changes);
    all.filter(move |change| change.person == person && matches!(change.dial, Dial::Trust | Dial::Warmth))
}

/// A change as it is known in both tellings: the law, what was said, and by how much it moved, in thousandths.
fn key(sitting: &Sitting, change: &Change) -> (Law, String, i64) {
    let said = match change.reason.because {
        Because::Words(message, _) | Because::Message(message) | Because::Waiting(message, _) => {
            sitting.text(message).to_owned()
        }
        Because::Told(_) | Because::Event(_) | Because::Happened => String::new(),
    };
    (change.reason.law, said, libm::round(1000.0 * (change.to - change.from)) as i64)
}

/// In lines for people.
pub fn text(difference: &Difference) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    let count = difference.people.len();
    let people = if count == 1 { "person" } else { "people" };
    let _ = writeln!(text, "{count} {people} would stand otherwise:");
    for one in &difference.people {
        let _ = write!(text, "  {}: {:+.2}, would be {:+.2}", one.name, one.was, one.would_be);
        if one.side != one.other_side {
            let _ = write!(text, " ({}, would be {})", one.side, one.other_side);
        }
        let _ =
            writeln!(text, "{}", if one.why.is_empty() { String::new() } else { format!("; {}", one.why) });
    }
    let meters = crate::game::standing::Meters::NAMES.iter().zip(difference.meters);
    let meters: Vec<String> = meters.map(|(name, points)| format!("{name} {points:+.1}")).collect();
    let _ = writeln!(text, "Meters: {}.", meters.join(", "));
    let _ = writeln!(
        text,
        "Ledger: {:+.2} good sales to be expected; you would have earned {:+.0}, people would have gained {:+.0}.",
        difference.expected, difference.earned, difference.gained
    );
    let said = |well: bool| if well { "ended well" } else { "did not end well" };
    let [was, would] = difference.ends_well;
    if was != would {
        let _ = writeln!(
            text,
            "It {}; it would have {}.",
            said(was),
            if would { "ended well" } else { "not ended well" }
        );
    }
    text
}
