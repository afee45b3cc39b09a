//! From the typed file to the world's parts: every name looked up, every number in its range.

mod beats;
mod brand;
mod exemplars;
mod lint;
mod order;
mod people;
mod stories;
mod teach;

use super::desk::{Desk, Names};
use super::format::{FORMAT, ProfileFile, ScenarioFile};
use super::load::Exemplar;
use stories::Placed;
pub(super) use teach::Teaching;

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
pub(super) fn examine(
    desk: &mut Desk<'_>,
    file: &ScenarioFile,
    rooms: Vec<Room>,
    lints: bool,
) -> (Setup, Vec<Exemplar>, Teaching) {
    if file.format != FORMAT {
        let message = format!("This file is of format {}; this program reads format {FORMAT}.", file.format);
        desk.fault("format", "S040", message, "Write format: 1.");
    }
    desk.within("days", file.days, (1, 60), "days");
    desk.days = file.days.clamp(1, 60);
    let staffed = staffed(desk, file);
    let placed = stories::all_beats(desk, file);
    let index = index(desk, file, &placed, &rooms);
    let brand = brand::brand(desk, &file.brand);
    let topics = topics(desk, "brand.topics", &file.brand.topics, &index);
    let (people, ties, needs) = people::cast(desk, file, &index);
    let (beats, mentions) = beats::beats(desk, file, &placed, &index);
    let setup = Setup {
        seed: 0,
        days: desk.days,
        staffed,
        profile: match file.crowd.profile {
            ProfileFile::Training => Profile::TRAINING,
            ProfileFile::Realistic => Profile::REALISTIC,
        },
        detail: Detail::of(file.crowd.people),
        rooms,
        brand,
        people,
        ties,
        needs,
        beats,
        questions: people::questions(desk, file, &index),
        failures: people::failures(desk, file, &index),
        wants: people::wants(desk, file, &index),
        topics,
        crowd_in: Vec::new(),
        mentions,
        own_lines: teach::own_lines(desk, file),
    };
    order::check(desk, &setup, &placed);
    let exemplars = exemplars::exemplars(desk, file, &index, &setup);
    let mut teaching = teach::teaching(desk, file, &index);
    if lints && desk.faults.is_empty() && desk.lost.is_empty() {
        let (file, placed, setup) = (file, placed.as_slice(), &setup);
        lint::lint(desk, &lint::Look { file, placed, setup, exemplars: &exemplars });
        teaching.lints = std::mem::take(&mut desk.faults);
    }
    (setup, exemplars, teaching)
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

fn index(desk: &mut Desk<'_>, file: &ScenarioFile, placed: &[Placed], rooms: &[Room]) -> Index {
    desk.some("rooms", &file.rooms, "room");
    desk.some("cast", &file.cast, "person");
    for (list, length, most) in [("cast", file.cast.len(), 2_000), ("beats", placed.len(), 20_000)] {
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
        beats: beat_names(desk, file, placed),
    }
}

/// The names of beats, and of the lines of stories after them.
fn beat_names(desk: &mut Desk<'_>, file: &ScenarioFile, placed: &[Placed]) -> Names {
    let mut names = desk.names("beat", "beats", file.beats.iter().map(|beat| &beat.id));
    desk.names("story", "stories", file.stories.iter().map(|story| &story.id));
    names.all.extend(placed[file.beats.len()..].iter().map(|placed| placed.beat.id.clone()));
    names
}

fn topics(desk: &mut Desk<'_>, path: &str, names: &[String], index: &Index) -> Vec<u16> {
    desk.find_all(path, names, &index.topics).into_iter().map(|at| at as u16).collect()
}
