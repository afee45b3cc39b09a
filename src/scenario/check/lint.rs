//! What is legal in a scenario but unwise: beats that never happen, people nobody meets, questions without an answer, and more.

use std::collections::BTreeMap;

use super::super::desk::Desk;
use super::super::format::ScenarioFile;
use super::super::load::{Exemplar, Moment};
use super::stories::Placed;
use crate::appraisal::{Ask, Context, Deed, Heard, appraise};
use crate::sim::setup::{BeatDeed, When};
use crate::sim::{BeatId, OfferId, PersonId, Setup};

/// A good model text must not read worse than this, of -1..1; what the reader cannot tell is not held against it.
const UNWELCOME: f64 = -0.15;

/// Everything the checked parts of a scenario show.
pub(super) struct Look<'a> {
    pub(super) file: &'a ScenarioFile,
    pub(super) placed: &'a [Placed],
    pub(super) setup: &'a Setup,
    pub(super) exemplars: &'a [Exemplar],
}

/// Looks for what is unwise. Only worth doing in a scenario without faults.
pub(super) fn lint(desk: &mut Desk<'_>, look: &Look<'_>) {
    never(desk, look);
    unanswered(desk, look);
    unmet(desk, look);
    wants(desk, look);
    models(desk, look);
    doubles(desk, look);
}

/// Beats whose condition cannot come about, and those that wait for them.
fn never(desk: &mut Desk<'_>, look: &Look<'_>) {
    let beats = &look.setup.beats;
    let mut possible = vec![true; beats.len()];
    loop {
        let before = possible.clone();
        for (at, beat) in beats.iter().enumerate() {
            possible[at] &= can(&beat.when, look.setup, &before);
        }
        if before == possible {
            break;
        }
    }
    for (at, _) in possible.iter().enumerate().filter(|(_, possible)| !**possible) {
        let message = format!("The beat \"{}\" can never happen.", beats[at].name);
        let help = "Somebody has to wait for what is to be answered (waits: true), and a dial moves between 0 and 100.";
        desk.fault(&format!("{}.when", look.placed[at].path), "W101", message, help);
    }
}

fn can(when: &When, setup: &Setup, possible: &[bool]) -> bool {
    let waits = |beat: BeatId| match &setup.beat(beat).deed {
        BeatDeed::Say(line) => line.waits.is_some(),
        BeatDeed::Request { .. } | BeatDeed::News { .. } => false,
    };
    match when {
        When::Answered(other, _) | When::Botched(other, _) => possible[other.index()] && waits(*other),
        // Who asks to connect is ignored or not, but it is no waiting that a beat can see.
        When::Ignored(other) => possible[other.index()] && waits(*other),
        When::After(other, _) => possible[other.index()],
        When::Reaches(_, _, value, _) => *value < 1.0,
        When::Falls(_, _, value, _) => *value > 0.0,
        When::At(_) | When::Mentions(..) | When::Broke(..) => true,
        When::Any(parts) => parts.iter().any(|part| can(part, setup, possible)),
        When::All(parts) => parts.iter().all(|part| can(part, setup, possible)),
    }
}

/// Questions that no fact answers, and for which no model text shows what to do then.
fn unanswered(desk: &mut Desk<'_>, look: &Look<'_>) {
    let shown = |moment: Moment| look.exemplars.iter().any(|one| one.good && one.moment == moment);
    let help = "Name a fact that answers it, or add a good exemplar that shows what to say without one.";
    for (at, question) in look.setup.questions.iter().enumerate() {
        if question.facts.is_empty() && !shown(Moment::Question(at)) {
            let message = "No fact answers this question.".to_owned();
            desk.fault(&format!("questions[{at}]"), "W102", message, help);
        }
    }
    for (at, beat) in look.setup.beats.iter().enumerate() {
        if let BeatDeed::Say(line) = &beat.deed
            && line.to_brand
            && line.ask == Ask::Question
            && line.facts.is_empty()
            && !shown(Moment::Beat(BeatId::at(at)))
        {
            let message = format!("No fact answers the question of the beat \"{}\".", beat.name);
            desk.fault(&format!("{}.what", look.placed[at].path), "W102", message, help);
        }
    }
}

/// People whom nothing brings into the story.
fn unmet(desk: &mut Desk<'_>, look: &Look<'_>) {
    let speaks = |person: PersonId| {
        look.setup.beats.iter().any(|beat| match &beat.deed {
            BeatDeed::Say(line) => line.who == person,
            BeatDeed::Request { who, .. } => *who == person,
            BeatDeed::News { .. } => false,
        })
    };
    for (at, person) in look.setup.people.iter().enumerate() {
        let tied = !look.setup.ties.of(person.id).is_empty();
        if !speaks(person.id) && !tied && person.talks <= 0.0 {
            let message = format!("Nobody ever meets {}.", person.name);
            let help =
                "Give them a beat, a line in a story or a tie to somebody; talks: 0 keeps them silent.";
            desk.fault(&format!("cast[{at}]"), "W103", message, help);
        } else if !speaks(person.id) && !tied {
            let message = format!("{} has no line and knows nobody.", person.name);
            let help = "Give them a beat, a line in a story or a tie to somebody.";
            desk.fault(&format!("cast[{at}]"), "W103", message, help);
        }
    }
}

/// Wants that no offer meets, and offers that nobody wants.
fn wants(desk: &mut Desk<'_>, look: &Look<'_>) {
    for (at, person) in look.file.cast.iter().enumerate() {
        for (place, need) in person.needs.iter().enumerate().filter(|(_, need)| need.fit == 0) {
            let message =
                format!("{} wants something that \"{}\" cannot meet at all.", person.name, need.offer);
            let help = "Write how well it fits in percent; from 50 on a purchase is good for them.";
            desk.fault(&format!("cast[{at}].needs[{place}].fit"), "W104", message, help);
        }
    }
    for (at, want) in
        look.file.crowd.wants.iter().enumerate().filter(|(_, want)| want.fit == 0 || want.chance == 0)
    {
        let message = if want.fit == 0 {
            format!("The crowd wants something that \"{}\" cannot meet at all.", want.offer)
        } else {
            "This want never comes up: its chance is 0.".to_owned()
        };
        desk.fault(
            &format!("crowd.wants[{at}]"),
            "W104",
            message,
            "Write fit and chance in percent, above 0.",
        );
    }
    for (at, offer) in look.setup.brand.offers.iter().enumerate() {
        let id = OfferId::at(at);
        let needed = look.setup.needs.iter().any(|need| need.offer == id);
        if !needed && !look.setup.wants.iter().any(|want| want.offer == id) {
            let message = format!("Nobody wants \"{}\".", offer.title);
            let help = "Give somebody a need of it, or the crowd a want.";
            desk.fault(&format!("brand.offers[{at}]"), "W105", message, help);
        }
    }
}

/// Model texts that the reader of words takes otherwise than the author means them.
fn models(desk: &mut Desk<'_>, look: &Look<'_>) {
    let read: Vec<Option<f64>> = look.exemplars.iter().map(|one| welcome(one, look.setup)).collect();
    for (at, one) in look.exemplars.iter().enumerate() {
        let Some(own) = read[at] else { continue };
        let path = format!("exemplars[{at}].text");
        if one.good && own < UNWELCOME {
            let message = format!("This good text reads badly: {own:+.2} of -1 to 1.");
            let help = "See why with: mingle appraise --room ROOM, and mend it, or say good: false.";
            desk.fault(&path, "W106", message, help);
        } else if !one.good {
            let alike =
                |place: &usize| look.exemplars[*place].good && look.exemplars[*place].moment == one.moment;
            let worst = (0..read.len()).filter(alike).filter_map(|place| read[place]).reduce(f64::min);
            if worst.is_some_and(|worst| own > worst) {
                let message =
                    format!("This bad text reads better ({own:+.2}) than a good one for the same moment.");
                desk.fault(&path, "W106", message, "Make what is bad about it plain, or mend the good one.");
            }
        }
    }
}

/// How a model text reads in its moment, -1..1; `None` for answers to news, and where the reader cannot tell.
fn welcome(one: &Exemplar, setup: &Setup) -> Option<f64> {
    let (room, heard) = match one.moment {
        Moment::Post { room, .. } => (room, None),
        Moment::Beat(beat) => match &setup.beat(beat).deed {
            BeatDeed::Say(line) => {
                (line.room, Some(heard(setup, line.who, line.ask, &line.text, &line.facts, &line.trouble)))
            }
            BeatDeed::Request { who, room, text } => {
                (*room, Some(heard(setup, *who, Ask::Talk, text, &[], &[])))
            }
            BeatDeed::News { .. } => return None,
        },
        Moment::Question(at) => {
            let question = &setup.questions[at];
            let text = question.texts.first()?;
            let heard = Heard {
                kind: Some(Ask::Question),
                text: text.clone(),
                answers: question.facts.clone(),
                trouble: question.trouble.clone(),
                ..Heard::default()
            };
            (*question.rooms.first()?, Some(heard))
        }
        Moment::Failure(at) => {
            let failure = &setup.failures[at];
            let text = failure.texts.first()?;
            let trouble = failure.trouble.clone();
            let heard = Heard { kind: Some(Ask::Complaint), text: text.clone(), trouble, ..Heard::default() };
            (*failure.rooms.first()?, Some(heard))
        }
    };
    let picture = one.photo.map(|photo| &setup.brand.photos[photo.index()].picture);
    let context = Context {
        norms: &setup.room(room).norms,
        brand: &setup.brand.sheet,
        deed: if heard.is_some() { Deed::Reply } else { Deed::Post },
        heard: heard.as_ref(),
        picture,
        before: &[],
    };
    let read = appraise(&one.text, &context);
    (!read.is_unsure()).then_some(read.welcome)
}

fn heard(setup: &Setup, who: PersonId, ask: Ask, text: &str, facts: &[usize], trouble: &[String]) -> Heard {
    Heard {
        from: setup.person(who).name.clone(),
        kind: Some(ask),
        text: text.to_owned(),
        answers: facts.to_vec(),
        trouble: trouble.to_vec(),
        told: Vec::new(),
    }
}

/// The same words written twice for one room.
fn doubles(desk: &mut Desk<'_>, look: &Look<'_>) {
    let mut heard: BTreeMap<(usize, String), String> = BTreeMap::new();
    for (at, beat) in look.setup.beats.iter().enumerate() {
        let (room, text) = match &beat.deed {
            BeatDeed::Say(line) => (line.room, &line.text),
            BeatDeed::Request { room, text, .. } | BeatDeed::News { room, text, .. } => (*room, text),
        };
        if let Some(first) = heard.insert((room.index(), text.to_lowercase()), beat.name.clone()) {
            let message =
                format!("\"{}\" says word for word what \"{first}\" says in the same room.", beat.name);
            desk.fault(&format!("{}.what", look.placed[at].path), "W107", message, "Put it in other words.");
        }
    }
    let lists = look.setup.questions.iter().map(|question| &question.texts).enumerate();
    let lists = lists.map(|(at, texts)| (format!("questions[{at}].texts"), texts));
    let others = look.setup.failures.iter().map(|failure| &failure.texts).enumerate();
    for (path, texts) in lists.chain(others.map(|(at, texts)| (format!("failures[{at}].texts"), texts))) {
        for (place, text) in texts.iter().enumerate() {
            if texts[..place].iter().any(|other| other.to_lowercase() == text.to_lowercase()) {
                let message = "This list has the same words twice.".to_owned();
                desk.fault(&format!("{path}[{place}]"), "W107", message, "Put it in other words.");
            }
        }
    }
}
