//! Stories among people, written as lines in a row, made into beats that follow each other.

use super::super::desk::Desk;
use super::super::format::{BeatFile, LineFile, ScenarioFile, StoryFile, WhatFile, WhenFile};

/// A beat and where the file says it.
pub(in super::super) struct Placed {
    pub(in super::super) path: String,
    pub(in super::super) beat: BeatFile,
}

/// All beats of a file: those written as beats, then those of its stories.
pub(in super::super) fn all_beats(desk: &mut Desk<'_>, file: &ScenarioFile) -> Vec<Placed> {
    let placed = |(at, beat): (usize, &BeatFile)| Placed { path: format!("beats[{at}]"), beat: beat.clone() };
    let mut beats: Vec<Placed> = file.beats.iter().enumerate().map(placed).collect();
    for (at, story) in file.stories.iter().enumerate() {
        let path = format!("stories[{at}]");
        desk.some(&format!("{path}.lines"), &story.lines, "line");
        for place in 0..story.lines.len() {
            beats.push(line(desk, &format!("{path}.lines[{place}]"), story, place));
        }
    }
    beats
}

fn name(story: &StoryFile, place: usize) -> String {
    format!("{}.{}", story.id, place + 1)
}

fn line(desk: &mut Desk<'_>, path: &str, story: &StoryFile, place: usize) -> Placed {
    let (time, who, text) = &story.lines[place];
    let before = place.checked_sub(1).map(|before| name(story, before));
    let (when, answers) = match (time.trim().strip_prefix('+'), before) {
        (Some(minutes), Some(before)) => {
            let minutes = minutes.trim().parse().unwrap_or_else(|_| {
                let message = format!("\"{}\" is no number of minutes.", super::super::border::clean(time));
                let help = "Write +12 for twelve minutes after the line before, or a day and time.";
                desk.fault(&format!("{path}[0]"), "S020", message, help);
                0
            });
            (WhenFile::After(before.clone(), minutes), Some(before))
        }
        (Some(_), None) => {
            let message = "There is no line before this one to answer.".to_owned();
            desk.fault(
                &format!("{path}[0]"),
                "S020",
                message,
                "Begin a story with a day and time, as in \"1 09:30\".",
            );
            (WhenFile::At("1 00:00".to_owned()), None)
        }
        (None, _) => (WhenFile::At(time.clone()), None),
    };
    let what = WhatFile::Say(LineFile {
        who: who.clone(),
        room: story.room.clone(),
        text: text.clone(),
        kind: if answers.is_none() { story.kind } else { super::super::format::KindFile::Talk },
        answers,
        to_brand: false,
        waits: false,
        patience: None,
        facts: Vec::new(),
        about: Vec::new(),
        heat: 0,
        file: None,
        picture: String::new(),
    });
    Placed { path: path.to_owned(), beat: BeatFile { id: name(story, place), when, what } }
}
