//! The beats of a scenario: who says what, where and when.

use super::super::desk::Desk;
use super::super::format::{KindFile, LineFile, ScenarioFile, WhatFile, WhenFile};
use super::Index;
use crate::appraisal::Ask;
use crate::sim::bond::Dial;
use crate::sim::setup::{Beat, BeatDeed, Line, When};
use crate::sim::{BeatId, PersonId, RoomId};

/// Longest wait in minutes that a scenario can ask for: the longest story.
const LONGEST: u32 = 60 * 24 * 60;

pub(super) fn beats(desk: &mut Desk<'_>, file: &ScenarioFile, index: &Index) -> Vec<Beat> {
    let mut beats = Vec::new();
    for (at, beat) in file.beats.iter().enumerate() {
        let path = format!("beats[{at}]");
        beats.push(Beat {
            name: beat.id.clone(),
            when: when(desk, &format!("{path}.when"), &beat.when, index),
            deed: deed(desk, &format!("{path}.what"), &beat.what, file, index),
        });
    }
    beats
}

fn when(desk: &mut Desk<'_>, path: &str, file: &WhenFile, index: &Index) -> When {
    let beat = |desk: &mut Desk<'_>, name: &str| {
        BeatId::at(desk.find(&format!("{path}[0]"), name, &index.beats).unwrap_or(0))
    };
    let delay = |desk: &mut Desk<'_>, minutes: u32| {
        desk.within(&format!("{path}[1]"), minutes, (0, LONGEST), "minutes");
        minutes
    };
    match file {
        WhenFile::At(time) => When::At(desk.moment(&format!("{path}[0]"), time)),
        WhenFile::After(name, minutes) => When::After(beat(desk, name), delay(desk, *minutes)),
        WhenFile::Answered(name, minutes) => When::Answered(beat(desk, name), delay(desk, *minutes)),
        WhenFile::Ignored(name) => When::Ignored(beat(desk, name)),
        WhenFile::Trusts(who, percent, time) => {
            reaches(desk, path, (who, Dial::Trust), (*percent, time), index)
        }
        WhenFile::Warms(who, percent, time) => {
            reaches(desk, path, (who, Dial::Warmth), (*percent, time), index)
        }
    }
}

fn reaches(
    desk: &mut Desk<'_>,
    path: &str,
    (who, dial): (&str, Dial),
    (percent, time): (u32, &str),
    index: &Index,
) -> When {
    let who = PersonId::at(desk.find(&format!("{path}[0]"), who, &index.cast).unwrap_or(0));
    let share = desk.percent(&format!("{path}[1]"), percent);
    When::Reaches(who, dial, share, desk.moment(&format!("{path}[2]"), time))
}

fn deed(desk: &mut Desk<'_>, path: &str, file: &WhatFile, all: &ScenarioFile, index: &Index) -> BeatDeed {
    match file {
        WhatFile::Say(line) => BeatDeed::Say(self::line(desk, path, line, all, index)),
        WhatFile::Request(request) => {
            let (who, room) = place(desk, path, (&request.who, &request.room), all, index);
            BeatDeed::Request { who, room, text: desk.text(&format!("{path}.text"), &request.text) }
        }
        WhatFile::News(news) => {
            desk.within(&format!("{path}.solemn"), news.solemn, (0, LONGEST), "minutes");
            let room = desk.find(&format!("{path}.room"), &news.room, &index.rooms).unwrap_or(0);
            let text = desk.text(&format!("{path}.text"), &news.text);
            BeatDeed::News { room: RoomId::at(room), text, solemn: news.solemn }
        }
    }
}

/// Who speaks and where; they have to come to that room.
fn place(
    desk: &mut Desk<'_>,
    path: &str,
    (who, room): (&str, &str),
    all: &ScenarioFile,
    index: &Index,
) -> (PersonId, RoomId) {
    let person = desk.find(&format!("{path}.who"), who, &index.cast);
    let place = desk.find(&format!("{path}.room"), room, &index.rooms);
    if let (Some(person), Some(_)) = (person, place) {
        let someone = &all.cast[person];
        if !someone.rooms.iter().any(|name| name == room) {
            let message = format!("{} does not come to the room {room}.", someone.name);
            let help = if someone.rooms.is_empty() {
                format!("Add \"{room}\" to their rooms.")
            } else {
                format!("Add \"{room}\" to their rooms, or use one of: {}.", someone.rooms.join(", "))
            };
            desk.fault(&format!("{path}.room"), "S032", message, &help);
        }
    }
    (PersonId::at(person.unwrap_or(0)), RoomId::at(place.unwrap_or(0)))
}

fn line(desk: &mut Desk<'_>, path: &str, file: &LineFile, all: &ScenarioFile, index: &Index) -> Line {
    let (who, room) = place(desk, path, (&file.who, &file.room), all, index);
    let at = |field: &str| format!("{path}.{field}");
    let asks = matches!(file.kind, KindFile::Question | KindFile::Complaint | KindFile::Request);
    let waits = file.waits || (file.to_brand && asks);
    if let Some(patience) = file.patience {
        desk.within(&at("patience"), patience, (1, LONGEST), "minutes");
        if !waits {
            let message = "This person does not wait for an answer, so patience means nothing.".to_owned();
            desk.fault(&at("patience"), "S035", message, "Add waits: true, or take patience out.");
        }
    }
    let text = desk.text(&at("text"), &file.text);
    desk.fits_room(&at("text"), &text, index.limits.get(room.index()).copied().unwrap_or(usize::MAX));
    let picture = desk.maybe_text(&at("picture"), &file.picture).replace('\n', " ");
    Line {
        who,
        room,
        answers: file
            .answers
            .as_ref()
            .map(|name| BeatId::at(desk.find(&at("answers"), name, &index.beats).unwrap_or(0))),
        to_brand: file.to_brand,
        ask: ask(file.kind),
        waits: waits.then_some(file.patience),
        facts: desk.find_all(&at("facts"), &file.facts, &index.facts),
        trouble: desk.texts(&at("about"), &file.about),
        heat: desk.percent(&at("heat"), file.heat),
        topics: crate::speech::topic::of(&text),
        text,
        picture,
    }
}

const fn ask(file: KindFile) -> Ask {
    match file {
        KindFile::Question => Ask::Question,
        KindFile::Complaint => Ask::Complaint,
        KindFile::Praise => Ask::Praise,
        KindFile::Request => Ask::Request,
        KindFile::GoodNews => Ask::GoodNews,
        KindFile::SadNews => Ask::SadNews,
        KindFile::Talk => Ask::Talk,
    }
}
