//! The five meters, what they mean, and the heaviest reasons behind each.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::game::Sitting;
use crate::game::standing::{Meters, Standing};
use crate::report::why;
use crate::sim::event::Change;
use crate::sim::message::Author;
use crate::sim::reason::{Because, Law};
use crate::sim::world::WaitState;
use crate::sim::{MessageId, World};

use super::{many, round, weigh};

/// A meter of the play.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Meter {
    /// Its name, as in `voice`.
    pub name: String,
    /// Its value in all, 0..100; `None` where there was nothing to judge by.
    pub value: Option<f64>,
    /// What it means, in a sentence.
    pub meaning: String,
    /// What moved it up and down most.
    pub reasons: Vec<MeterReason>,
    /// Its value by room.
    pub rooms: Vec<(String, Option<f64>)>,
}

/// A reason behind a meter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeterReason {
    /// Whether it moved people towards the brand.
    pub up: bool,
    /// The words, the waiting or the event, and the rule.
    pub why: String,
    /// Whom it moved, and with what words.
    pub whom: String,
}

/// Changes by one law that point at one message, added up.
struct Pile<'a> {
    moved: f64,
    people: usize,
    largest: &'a Change,
}

/// The meters in order.
pub(super) fn meters(sitting: &Sitting, standing: &Standing) -> Vec<Meter> {
    let world = sitting.world();
    let piles = piles(world);
    (0..Meters::NAMES.len())
        .map(|place| {
            // Nobody reads as exactly nothing: there was nothing to judge by.
            let judged = |meters: &Meters| {
                let value = meters.values()[place];
                (place > 1 || value > 0.0).then(|| round(value))
            };
            let rooms = world.setup.rooms.iter().zip(&standing.rooms);
            Meter {
                name: Meters::NAMES[place].to_owned(),
                value: judged(&standing.all),
                meaning: meaning(world, standing, place),
                reasons: [true, false].iter().filter_map(|up| reason(sitting, &piles, place, *up)).collect(),
                rooms: rooms.map(|(room, meters)| (room.title.clone(), judged(meters))).collect(),
            }
        })
        .collect()
}

fn meaning(world: &World, standing: &Standing, place: usize) -> String {
    match place {
        0 => "How true to you your words read to those who saw them.".to_owned(),
        1 => "How well you fitted each room, as a guest and as a host.".to_owned(),
        2 => {
            let of = |wanted: fn(&WaitState) -> bool| world.waiting.iter().filter(|w| wanted(&w.state)).count();
            let answered = of(|state| matches!(state, WaitState::Answered { .. }));
            let vain = of(|state| *state == WaitState::RanOut);
            format!(
                "Who was answered, how fast, how well: {} waited for you, {answered} got an answer, {vain} waited in vain.",
                many(world.waiting.len(), "person", "people")
            )
        }
        3 => {
            let [closer, same, further, left] = standing.people;
            format!(
                "Who stands closer: {} closer, {same} as before, {further} further, {left} left a room. 50 is as it was.",
                many(closer, "person", "people")
            )
        }
        _ => "Sales that were good for both sides and were to be expected, less twice the bad ones; luck is left out."
            .to_owned(),
    }
}

/// Whether a law speaks for a meter.
const fn speaks_for(law: Law, place: usize) -> bool {
    match place {
        0 => matches!(law, Law::Authentic | Law::FoundOut | Law::Owning | Law::Promise | Law::Value),
        1 => matches!(
            law,
            Law::Guest
                | Law::Outside
                | Law::Clogging
                | Law::Courtesy
                | Law::Listening
                | Law::Nod
                | Law::Tactless
                | Law::TakenBack
        ),
        2 => matches!(law, Law::Answer | Law::Silence | Law::Watching | Law::Overlooked),
        3 => !matches!(law, Law::Acquaintance | Law::Information | Law::Fatigue),
        _ => matches!(law, Law::Delivery | Law::Failure | Law::WordOfMouth),
    }
}

fn piles(world: &World) -> BTreeMap<(Law, Option<MessageId>, bool), Pile<'_>> {
    let mut piles: BTreeMap<(Law, Option<MessageId>, bool), Pile<'_>> = BTreeMap::new();
    for change in
        world.chronicle.iter().flat_map(|event| &event.changes).filter(|change| weigh::counts(change))
    {
        let message = match change.reason.because {
            Because::Words(message, _) | Because::Message(message) | Because::Waiting(message, _) => {
                Some(message)
            }
            Because::Told(_) | Because::Event(_) | Because::Happened => None,
        };
        let by = change.to - change.from;
        let key = (change.reason.law, message, by > 0.0);
        let pile = piles.entry(key).or_insert_with(|| Pile { moved: 0.0, people: 0, largest: change });
        pile.moved += by;
        pile.people += 1;
        if by.abs() > (pile.largest.to - pile.largest.from).abs() {
            pile.largest = change;
        }
    }
    piles
}

fn reason(
    sitting: &Sitting,
    piles: &BTreeMap<(Law, Option<MessageId>, bool), Pile<'_>>,
    place: usize,
    up: bool,
) -> Option<MeterReason> {
    let mine = piles.iter().filter(|((law, _, way), _)| speaks_for(*law, place) && *way == up);
    let ((_, message, _), pile) = mine.max_by(|a, b| a.1.moved.abs().total_cmp(&b.1.moved.abs()))?;
    let world = sitting.world();
    let name = &world.setup.person(pile.largest.person).name;
    let with = message.map(|id| {
        let whose = match world.message(id).author {
            Author::Brand => "your",
            Author::Person(_) => "their",
        };
        format!(", with {whose} \"{}\"", why::excerpt(sitting.text(id), 48))
    });
    Some(MeterReason {
        up,
        why: super::sentence(&why::reason(sitting, &pile.largest.reason, up)),
        whom: format!(
            "It moved {}, {name} most{}.",
            many(pile.people, "person", "people"),
            with.unwrap_or_default()
        ),
    })
}
