//! From the typed file to the world's parts: every name looked up, every number in its range.

mod beats;
mod brand;
mod exemplars;
mod order;
mod people;

use super::desk::{Desk, Names};
use super::format::{FORMAT, ScenarioFile};
use super::load::Exemplar;
use crate::sim::Setup;
use crate::sim::clock::DAY;
use crate::sim::room::Room;
use crate::sim::setup::{Detail, Profile};

/// Everything in a scenario that has a name.
struct Index {
    rooms: Names,
    /// Most characters that can be said in each room.
    limits: Vec<usize>,
    cast: Names,
    topics: Names,
    facts: Names,
    offers: Names,
    photos: Names,
    beats: Names,
}

/// The parts of a scenario. They are only worth keeping when the desk has no faults.
pub(super) fn examine(desk: &mut Desk<'_>, file: &ScenarioFile, rooms: Vec<Room>) -> (Setup, Vec<Exemplar>) {
    if file.format != FORMAT {
        let message = format!("This file is of format {}; this program reads format {FORMAT}.", file.format);
        desk.fault("format", "S040", message, "Write format: 1.");
    }
    desk.within("days", file.days, (1, 60), "days");
    desk.days = file.days.clamp(1, 60);
    let staffed = staffed(desk, file);
    let index = index(desk, file, &rooms);
    let brand = brand::brand(desk, &file.brand);
    let topics = topics(desk, "brand.topics", &file.brand.topics, &index);
    let (people, ties, needs) = people::cast(desk, file, &index);
    let setup = Setup {
        seed: 0,
        days: desk.days,
        staffed,
        profile: Profile::TRAINING,
        detail: Detail::of(file.crowd.people),
        rooms,
        brand,
        people,
        ties,
        needs,
        beats: beats::beats(desk, file, &index),
        questions: people::questions(desk, file, &index),
        failures: people::failures(desk, file, &index),
        wants: people::wants(desk, file, &index),
        topics,
        crowd_in: Vec::new(),
    };
    order::check(desk, &setup);
    let exemplars = exemplars::exemplars(desk, file, &index, &setup);
    (setup, exemplars)
}

fn staffed(desk: &mut Desk<'_>, file: &ScenarioFile) -> (u32, u32) {
    let from = desk.clock("staffed[0]", &file.staffed.0);
    let until = desk.clock("staffed[1]", &file.staffed.1);
    let readable = |text: &str| crate::sim::clock::parse_clock(text).is_some();
    if !readable(&file.staffed.0) || !readable(&file.staffed.1) {
        return (0, DAY);
    }
    if from >= until {
        let message = "The brand closes before it opens.".to_owned();
        desk.fault("staffed", "S025", message, "Write the opening time first, as in (\"08:00\", \"18:00\").");
        return (0, DAY);
    }
    (from, until)
}

fn index(desk: &mut Desk<'_>, file: &ScenarioFile, rooms: &[Room]) -> Index {
    desk.some("rooms", &file.rooms, "room");
    desk.some("cast", &file.cast, "person");
    for (list, length, most) in [("cast", file.cast.len(), 2_000), ("beats", file.beats.len(), 20_000)] {
        if length > most {
            desk.fault(list, "S024", format!("There are {length} in this list; the most is {most}."), "");
        }
    }
    let topics = crate::speech::topic::ids().into_iter().map(str::to_owned).collect();
    Index {
        limits: rooms.iter().map(|room| room.norms.limit).collect(),
        rooms: Names {
            kind: "room in this scenario",
            list: "rooms",
            all: rooms.iter().map(|room| room.name().to_owned()).collect(),
        },
        cast: desk.names("person", "cast", file.cast.iter().map(|person| &person.id)),
        topics: Names { kind: "topic", list: "topics", all: topics },
        facts: desk.names("fact", "brand.facts", file.brand.facts.iter().map(|fact| &fact.id)),
        offers: desk.names("offer", "brand.offers", file.brand.offers.iter().map(|offer| &offer.id)),
        photos: desk.names("picture", "brand.photos", file.brand.photos.iter().map(|photo| &photo.id)),
        beats: desk.names("beat", "beats", file.beats.iter().map(|beat| &beat.id)),
    }
}

fn topics(desk: &mut Desk<'_>, path: &str, names: &[String], index: &Index) -> Vec<u16> {
    desk.find_all(path, names, &index.topics).into_iter().map(|at| at as u16).collect()
}
