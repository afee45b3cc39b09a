//! The model texts of a scenario, each for exactly one moment.

use super::super::desk::Desk;
use super::super::format::{ExemplarFile, ScenarioFile};
use super::super::load::{Exemplar, Moment};
use super::Index;
use crate::sim::setup::BeatDeed;
use crate::sim::{BeatId, Minute, PhotoId, RoomId, Setup};

pub(super) fn exemplars(
    desk: &mut Desk<'_>,
    file: &ScenarioFile,
    index: &Index,
    setup: &Setup,
) -> Vec<Exemplar> {
    let mut exemplars = Vec::new();
    for (at, exemplar) in file.exemplars.iter().enumerate() {
        exemplars.push(self::exemplar(desk, &format!("exemplars[{at}]"), exemplar, index, setup));
    }
    exemplars
}

fn exemplar(desk: &mut Desk<'_>, path: &str, file: &ExemplarFile, index: &Index, setup: &Setup) -> Exemplar {
    let moment = moment(desk, path, file, index, setup);
    let photo = file
        .photo
        .as_ref()
        .map(|name| PhotoId::at(desk.find(&format!("{path}.photo"), name, &index.photos).unwrap_or(0)));
    let text = desk.text(&format!("{path}.text"), &file.text);
    let why = desk.text(&format!("{path}.why"), &file.why);
    if let Some(limit) = limit(moment, setup) {
        desk.fits_room(&format!("{path}.text"), &text, limit);
    }
    if let Moment::Post { room, .. } = moment
        && file.good
        && photo.is_none()
        && setup.rooms.get(room.index()).is_some_and(|room| room.norms.picture_needed)
    {
        let message = format!("A good post in {} needs a picture.", setup.room(room).name());
        desk.fault(path, "S037", message, "Add photo: with one of the brand's pictures.");
    }
    Exemplar { moment, photo, good: file.good, text, why }
}

/// The one moment of an exemplar; a post in the first room where there is a fault.
fn moment(desk: &mut Desk<'_>, path: &str, file: &ExemplarFile, index: &Index, setup: &Setup) -> Moment {
    let given = [file.room.is_some(), file.beat.is_some(), file.question.is_some(), file.failure.is_some()];
    let count = given.into_iter().filter(|&given| given).count();
    if count != 1
        && !["room", "beat", "question", "failure"]
            .iter()
            .any(|field| desk.is_spoilt(&format!("{path}.{field}")))
    {
        let message = match count {
            0 => "This exemplar has no moment.".to_owned(),
            more => format!("This exemplar has {more} moments."),
        };
        desk.fault(path, "S036", message, "Write exactly one of room:, beat:, question: or failure:.");
    }
    let at = file.at.as_ref().map(|time| at(desk, &format!("{path}.at"), time, file.room.is_some(), setup));
    if let Some(name) = &file.room {
        let room = desk.find(&format!("{path}.room"), name, &index.rooms).unwrap_or(0);
        return Moment::Post { room: RoomId::at(room), at };
    }
    if let Some(name) = &file.beat {
        let beat = desk.find(&format!("{path}.beat"), name, &index.beats);
        if let Some(beat) = beat
            && let BeatDeed::News { .. } = setup.beats[beat].deed
        {
            let message = format!("Nobody can answer \"{name}\": it is news, not a message.");
            desk.fault(&format!("{path}.beat"), "S036", message, "Write a post with room: and at: instead.");
        }
        return Moment::Beat(BeatId::at(beat.unwrap_or(0)));
    }
    if let Some(place) = file.question {
        counted(desk, &format!("{path}.question"), place, setup.questions.len(), "question");
        return Moment::Question(place);
    }
    if let Some(place) = file.failure {
        counted(desk, &format!("{path}.failure"), place, setup.failures.len(), "failure");
        return Moment::Failure(place);
    }
    Moment::Post { room: RoomId(0), at }
}

fn at(desk: &mut Desk<'_>, path: &str, time: &str, post: bool, setup: &Setup) -> Minute {
    let minute = desk.moment(path, time);
    if !post {
        let message = "Only a post has a time; an answer comes when it is asked for.".to_owned();
        desk.fault(path, "S036", message, "Take at: out.");
    } else if Minute::parse(time).is_some() && minute.day() <= setup.days && !setup.is_staffed(minute) {
        let message = format!("The brand is not at work at {}.", minute.clock());
        let help =
            format!("It is from {} to {}.", Minute(setup.staffed.0).clock(), Minute(setup.staffed.1).clock());
        desk.fault(path, "S025", message, &help);
    }
    minute
}

fn counted(desk: &mut Desk<'_>, path: &str, place: usize, count: usize, what: &str) {
    if place >= count {
        let message = format!("There is no {what} number {place}.");
        let help = match count {
            0 => format!("There is no {what} in this scenario."),
            count => format!("They are counted from 0 to {}.", count - 1),
        };
        desk.fault(path, "S030", message, &help);
    }
}

/// The most characters a text for this moment can have.
fn limit(moment: Moment, setup: &Setup) -> Option<usize> {
    let of = |room: &RoomId| setup.rooms.get(room.index()).map(|room| room.norms.limit);
    match moment {
        Moment::Post { room, .. } => of(&room),
        Moment::Beat(beat) => match &setup.beats.get(beat.index())?.deed {
            BeatDeed::Say(line) => of(&line.room),
            BeatDeed::Request { room, .. } | BeatDeed::News { room, .. } => of(room),
        },
        Moment::Question(at) => setup.questions.get(at)?.rooms.iter().filter_map(of).min(),
        Moment::Failure(at) => setup.failures.get(at)?.rooms.iter().filter_map(of).min(),
    }
}
