//! The beats of a scenario: who says what, where and when.

use super::super::desk::Desk;
use super::super::format::{KindFile, LineFile, ScenarioFile, WhatFile, WhenFile};
use super::Index;
use super::stories::Placed;
use crate::appraisal::Ask;
use crate::sim::bond::Dial;
use crate::sim::setup::{Beat, BeatDeed, Line, Mention, When};
use crate::sim::{BeatId, Minute, PersonId, RoomId};

/// Longest wait in minutes that a scenario can ask for: the longest story.
const LONGEST: u32 = 60 * 24 * 60;

pub(super) fn beats(
    desk: &mut Desk<'_>,
    file: &ScenarioFile,
    placed: &[Placed],
    index: &Index,
) -> (Vec<Beat>, Vec<Mention>) {
    let (mut beats, mut mentions) = (Vec::new(), Vec::new());
    for Placed { path, beat } in placed {
        beats.push(Beat {
            name: beat.id.clone(),
            when: when(desk, &format!("{path}.when"), &beat.when, index, &mut mentions),
            deed: deed(desk, &format!("{path}.what"), &beat.what, file, index),
        });
    }
    (beats, mentions)
}

fn when(
    desk: &mut Desk<'_>,
    path: &str,
    file: &WhenFile,
    index: &Index,
    mentions: &mut Vec<Mention>,
) -> When {
    let beat = |desk: &mut Desk<'_>, name: &str| {
        BeatId::at(desk.find(&format!("{path}[0]"), name, &index.beats).unwrap_or(0))
    };
    let delay = |desk: &mut Desk<'_>, minutes: u32| {
        desk.within(&format!("{path}[1]"), minutes, (0, LONGEST), "minutes");
        minutes
    };
    let above = |desk: &mut Desk<'_>, who: &str, dial: Dial, rest: (u32, &str)| {
        let (who, share, from) = reaches(desk, path, who, rest, index);
        When::Reaches(who, dial, share, from)
    };
    let below = |desk: &mut Desk<'_>, who: &str, dial: Dial, rest: (u32, &str)| {
        let (who, share, from) = reaches(desk, path, who, rest, index);
        When::Falls(who, dial, share, from)
    };
    match file {
        WhenFile::At(time) => When::At(desk.moment(&format!("{path}[0]"), time)),
        WhenFile::After(name, minutes) => When::After(beat(desk, name), delay(desk, *minutes)),
        WhenFile::Answered(name, minutes) => When::Answered(beat(desk, name), delay(desk, *minutes)),
        WhenFile::AnsweredBadly(name, minutes) => When::Botched(beat(desk, name), delay(desk, *minutes)),
        WhenFile::Ignored(name) => When::Ignored(beat(desk, name)),
        WhenFile::Trusts(who, percent, time) => above(desk, who, Dial::Trust, (*percent, time)),
        WhenFile::Warms(who, percent, time) => above(desk, who, Dial::Warmth, (*percent, time)),
        WhenFile::Distrusts(who, percent, time) => below(desk, who, Dial::Trust, (*percent, time)),
        WhenFile::Cools(who, percent, time) => below(desk, who, Dial::Warmth, (*percent, time)),
        WhenFile::Mentions(words, minutes) => {
            desk.some(&format!("{path}[0]"), words, "word");
            let words = desk.texts(&format!("{path}[0]"), words);
            let (topics, words): (Vec<String>, Vec<String>) =
                words.into_iter().partition(|word| crate::speech::topic::index_of(word).is_some());
            let topics = topics.iter().filter_map(|topic| crate::speech::topic::index_of(topic)).collect();
            mentions.push(Mention { topics, words: words.iter().map(|word| word.to_lowercase()).collect() });
            When::Mentions(mentions.len() - 1, delay(desk, *minutes))
        }
        WhenFile::Broke(names, minutes) => {
            let people = desk.find_all(&format!("{path}[0]"), names, &index.cast);
            When::Broke(people.into_iter().map(PersonId::at).collect(), delay(desk, *minutes))
        }
        WhenFile::Any(parts) => When::Any(several(desk, path, parts, index, mentions)),
        WhenFile::All(parts) => When::All(several(desk, path, parts, index, mentions)),
    }
}

fn several(
    desk: &mut Desk<'_>,
    path: &str,
    parts: &[WhenFile],
    index: &Index,
    mentions: &mut Vec<Mention>,
) -> Vec<When> {
    let path = format!("{path}[0]");
    desk.some(&path, parts, "condition");
    let each = |(at, part)| when(desk, &format!("{path}[{at}]"), part, index, mentions);
    parts.iter().enumerate().map(each).collect()
}

/// Whose dial, at which share, not before when.
fn reaches(
    desk: &mut Desk<'_>,
    path: &str,
    who: &str,
    (percent, time): (u32, &str),
    index: &Index,
) -> (PersonId, f64, Minute) {
    let who = PersonId::at(desk.find(&format!("{path}[0]"), who, &index.cast).unwrap_or(0));
    let share = desk.percent(&format!("{path}[1]"), percent);
    (who, share, desk.moment(&format!("{path}[2]"), time))
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
