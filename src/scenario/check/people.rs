//! The cast of a scenario, their ties and needs, and what the crowd may ask, suffer and want.

use super::super::desk::Desk;
use super::super::format::{CastFile, NeedFile, ScenarioFile, VoiceFile};
use super::{Index, topics};
use crate::sim::dice;
use crate::sim::person::{Need, Person, Voice, Want};
use crate::sim::setup::{Failure, Question};
use crate::sim::ties::{Tie, Ties};
use crate::sim::{Minute, OfferId, PersonId, RoomId};

/// The people the scenario wrote, who hears whom among them, and what they need.
pub(super) fn cast(
    desk: &mut Desk<'_>,
    file: &ScenarioFile,
    index: &Index,
) -> (Vec<Person>, Ties, Vec<Need>) {
    let (mut people, mut needs) = (Vec::new(), Vec::new());
    for (at, someone) in file.cast.iter().enumerate() {
        for (place, file) in someone.needs.iter().enumerate() {
            needs.push(need(desk, &format!("cast[{at}].needs[{place}]"), PersonId::at(at), file, index));
        }
        people.push(person(desk, at, someone, index));
    }
    let ties = ties(desk, file, index, &people);
    (people, ties, needs)
}

fn person(desk: &mut Desk<'_>, at: usize, file: &CastFile, index: &Index) -> Person {
    let path = |field: &str| format!("cast[{at}].{field}");
    desk.some(&path("rooms"), &file.rooms, "room");
    desk.within(&path("patience"), file.patience, (10, 1_000), "percent of usual");
    desk.within(&path("talks"), file.talks, (0, 1_000), "percent of usual");
    let name = desk.line(&path("name"), &file.name);
    let rooms = rooms(desk, &path("rooms"), &file.rooms, index);
    Person {
        id: PersonId::at(at),
        label: dice::label(&name),
        name,
        cast: true,
        about: desk.line(&path("about"), &file.about).into(),
        work: desk.line(&path("work"), &file.work).into(),
        cares: topics(desk, &path("cares"), &file.cares, index).into_iter().collect(),
        want: desk.maybe_text(&path("want"), &file.want).replace('\n', " ").into(),
        voice: voice(file.voice),
        home: rooms.first().copied().unwrap_or_default(),
        rooms: rooms.into_iter().collect(),
        scepticism: desk.percent(&path("sceptic"), file.sceptic),
        reacts: 1.0,
        talks: f64::from(file.talks.min(1_000)) / 100.0,
        visits: 1.0,
        patience: f64::from(file.patience.clamp(10, 1_000)) / 100.0,
        interest: desk.percent(&path("interest"), file.interest),
        first: (
            desk.percent(&path("trust"), file.trust),
            desk.percent(&path("warmth"), file.warmth),
            desk.percent(&path("knows"), file.knows),
        ),
    }
}

const fn voice(file: VoiceFile) -> Voice {
    match file {
        VoiceFile::Plain => Voice::Plain,
        VoiceFile::Chatty => Voice::Chatty,
        VoiceFile::Dry => Voice::Dry,
        VoiceFile::Courteous => Voice::Courteous,
        VoiceFile::Brisk => Voice::Brisk,
        VoiceFile::Terse => Voice::Terse,
        VoiceFile::Formal => Voice::Formal,
        VoiceFile::Teenage => Voice::Teenage,
        VoiceFile::Elderly => Voice::Elderly,
        VoiceFile::NonNative => Voice::NonNative,
        VoiceFile::Anxious => Voice::Anxious,
        VoiceFile::Warm => Voice::Warm,
        VoiceFile::Teasing => Voice::Teasing,
    }
}

fn rooms(desk: &mut Desk<'_>, path: &str, names: &[String], index: &Index) -> Vec<RoomId> {
    desk.find_all(path, names, &index.rooms).into_iter().map(RoomId::at).collect()
}

fn need(desk: &mut Desk<'_>, path: &str, person: PersonId, file: &NeedFile, index: &Index) -> Need {
    let offer = desk.find(&format!("{path}.offer"), &file.offer, &index.offers).unwrap_or(0);
    let from = desk.moment(&format!("{path}.from"), &file.from);
    let until = desk.moment(&format!("{path}.until"), &file.until);
    if Minute::parse(&file.from).is_some() && Minute::parse(&file.until).is_some() && from >= until {
        let message = "This need ends before it begins.".to_owned();
        desk.fault(&format!("{path}.until"), "S025", message, "Write a later day or time.");
    }
    Need {
        person,
        offer: OfferId::at(offer),
        fit: desk.percent(&format!("{path}.fit"), file.fit),
        from,
        until,
    }
}

/// Ties in both directions, each in the first of the scenario's rooms that both come to; the stronger of two wins.
fn ties(desk: &mut Desk<'_>, file: &ScenarioFile, index: &Index, people: &[Person]) -> Ties {
    let mut ties: Vec<Vec<Tie>> = vec![Vec::new(); people.len()];
    for (at, someone) in file.cast.iter().enumerate() {
        for (place, (name, strength)) in someone.ties.iter().enumerate() {
            let path = format!("cast[{at}].ties[{place}]");
            let strength = desk.percent(&format!("{path}[1]"), *strength);
            let Some(other) = desk.find(&format!("{path}[0]"), name, &index.cast) else { continue };
            if other == at {
                let message = "Nobody has a tie with themselves.".to_owned();
                desk.fault(&path, "S034", message, "Name somebody else.");
                continue;
            }
            let shared = people[at].rooms.iter().find(|room| people[other].rooms.contains(*room));
            let Some(room) = shared else {
                let message =
                    format!("{} and {} have no room in common.", people[at].name, people[other].name);
                desk.fault(&path, "S034", message, "Let both come to one room, or take the tie out.");
                continue;
            };
            tie(&mut ties[at], PersonId::at(other), strength as f32, room);
            tie(&mut ties[other], PersonId::at(at), strength as f32, room);
        }
    }
    let from =
        |(person, ties): (usize, Vec<Tie>)| ties.into_iter().map(move |tie| (PersonId::at(person), tie));
    Ties::of_edges(people.len(), ties.into_iter().enumerate().flat_map(from).collect())
}

fn tie(ties: &mut Vec<Tie>, to: PersonId, strength: f32, room: RoomId) {
    match ties.binary_search_by_key(&to, |tie| tie.to) {
        Ok(at) => ties[at].strength = ties[at].strength.max(strength),
        Err(at) => ties.insert(at, Tie { to, strength, room }),
    }
}

pub(super) fn questions(desk: &mut Desk<'_>, file: &ScenarioFile, index: &Index) -> Vec<Question> {
    let mut questions = Vec::new();
    for (at, question) in file.questions.iter().enumerate() {
        let path = |field: &str| format!("questions[{at}].{field}");
        desk.some(&path("texts"), &question.texts, "text");
        desk.some(&path("rooms"), &question.rooms, "room");
        questions.push(Question {
            texts: desk.texts(&path("texts"), &question.texts),
            rooms: rooms(desk, &path("rooms"), &question.rooms, index),
            facts: desk.find_all(&path("answers"), &question.answers, &index.facts),
            trouble: desk.texts(&path("about"), &question.about),
        });
    }
    questions
}

pub(super) fn failures(desk: &mut Desk<'_>, file: &ScenarioFile, index: &Index) -> Vec<Failure> {
    let mut failures = Vec::new();
    for (at, failure) in file.failures.iter().enumerate() {
        let path = |field: &str| format!("failures[{at}].{field}");
        desk.some(&path("texts"), &failure.texts, "text");
        desk.some(&path("rooms"), &failure.rooms, "room");
        failures.push(Failure {
            texts: desk.texts(&path("texts"), &failure.texts),
            rooms: rooms(desk, &path("rooms"), &failure.rooms, index),
            trouble: desk.texts(&path("about"), &failure.about),
            heat: desk.percent(&path("heat"), failure.heat),
        });
    }
    failures
}

pub(super) fn wants(desk: &mut Desk<'_>, file: &ScenarioFile, index: &Index) -> Vec<Want> {
    desk.within("crowd.people", file.crowd.people, (0, 1_000_000), "people");
    let mut wants = Vec::new();
    for (at, want) in file.crowd.wants.iter().enumerate() {
        let path = |field: &str| format!("crowd.wants[{at}].{field}");
        let offer = desk.find(&path("offer"), &want.offer, &index.offers).unwrap_or(0);
        wants.push(Want {
            offer: OfferId::at(offer),
            fit: desk.percent(&path("fit"), want.fit),
            a_day: desk.percent(&path("chance"), want.chance),
        });
    }
    wants
}
