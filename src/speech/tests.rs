//! Tests of the speech floor on small worlds built by hand.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::appraisal::{Appraisal, Ask, BrandSheet, Kept, Norms, Shape};
use crate::sim::audience::Audience;
use crate::sim::brand::Brand;
use crate::sim::message::{Author, Followup, Gist, Message, Remark, Said, Words};
use crate::sim::person::{Person, Voice};
use crate::sim::room::{Host, Lifts, Room, Web};
use crate::sim::setup::{Beat, BeatDeed, Detail, Failure, Line, Profile, Question, When};
use crate::sim::ties::Ties;
use crate::sim::{BeatId, MessageId, Minute, PersonId, RoomId, Setup, World};

use super::lines::QUICK;
use super::{Lines, phrase, topic};

const REMARKS: [Remark; 11] = [
    Remark::Liked,
    Remark::Story,
    Remark::Answer,
    Remark::Useful,
    Remark::Advert,
    Remark::Pushed,
    Remark::Again,
    Remark::Misplaced,
    Remark::Doubt,
    Remark::Puzzled,
    Remark::Tactless,
];

const FOLLOWUPS: [Followup; 8] = [
    Followup::Helped,
    Followup::Touched,
    Followup::Missed,
    Followup::Canned,
    Followup::Late,
    Followup::Promised,
    Followup::Welcome,
    Followup::Unwelcome,
];

const KLATCH: RoomId = RoomId(0);
const PARTY: RoomId = RoomId(1);

fn room(name: &str, limit: usize) -> Room {
    let norms = Norms {
        room: name.to_owned(),
        formality: 0.3,
        limit,
        length: (100, 300),
        hashtags: (0, 2),
        picture_needed: false,
        visual_weight: 0.2,
        question_lift: 1.0,
        selling_tolerance: 0.2,
        at_home: Vec::new(),
        out_of_place: Vec::new(),
        known: Kept::default(),
    };
    Room {
        norms,
        title: name.to_owned(),
        about: String::new(),
        fresh: 60.0,
        sessions: 3.0,
        seen: 0.3,
        reaction: 0.1,
        mix: [0.7, 0.2, 0.1],
        airtime: (120.0, 3.0),
        fatigue: 600.0,
        reply: 30.0,
        patience: 60.0,
        closeness: 0.5,
        hours: [1.0; 24],
        talk: 4.0,
        requests: false,
        enough: 3,
        host: Host::Closeness,
        web: Web::NONE,
        mingles: 0,
        leafs: 0.0,
        lifts: Lifts::default(),
    }
}

fn person(at: usize, voice: Voice) -> Person {
    Person {
        id: PersonId::at(at),
        label: at as u64,
        name: format!("Person{at} Smith"),
        cast: false,
        about: "".into(),
        work: if at.is_multiple_of(2) { "clockmaker".into() } else { "".into() },
        cares: [0].into_iter().collect(),
        want: "".into(),
        voice,
        rooms: [KLATCH, PARTY].into_iter().collect(),
        home: KLATCH,
        scepticism: 0.5,
        reacts: 1.0,
        talks: 1.0,
        visits: 1.0,
        patience: 1.0,
        interest: 0.5,
        first: (0.3, 0.3, 0.1),
    }
}

fn sad_beat() -> Beat {
    let line = Line {
        who: PersonId(0),
        room: KLATCH,
        text: "Old Rusty died last night.".to_owned(),
        answers: None,
        to_brand: false,
        ask: Ask::SadNews,
        waits: None,
        facts: Vec::new(),
        trouble: Vec::new(),
        heat: 0.2,
        topics: vec![3],
        picture: String::new(),
    };
    Beat { name: "rusty".to_owned(), when: When::At(Minute(500)), deed: BeatDeed::Say(line) }
}

/// A world with two people of each voice, a roomy klatch and a party of 280 characters.
fn world(seed: u64) -> World {
    let people: Vec<Person> = (0..10).map(|at| person(at, Voice::ALL[at % 5])).collect();
    let sheet = BrandSheet { name: "Bellamy's".to_owned(), ..BrandSheet::default() };
    let texts = vec!["Do you open on Sunday?".to_owned(), "Are you open Sundays?".to_owned()];
    let question = Question { texts, rooms: vec![KLATCH], facts: Vec::new(), trouble: Vec::new() };
    let failure = Failure {
        texts: vec!["My order never came.".to_owned()],
        rooms: vec![KLATCH],
        trouble: Vec::new(),
        heat: 0.5,
    };
    World::new(Arc::new(Setup {
        seed,
        days: 3,
        staffed: (480, 1080),
        profile: Profile::TRAINING,
        rooms: vec![room("klatch", 2000), room("party", 280)],
        brand: Brand { sheet, photos: Vec::new(), offers: Vec::new() },
        detail: Detail::Every,
        ties: Ties::default(),
        needs: Vec::new(),
        crowd_in: Vec::new(),
        mentions: Vec::new(),
        own_lines: Vec::new(),
        people,
        beats: vec![sad_beat()],
        questions: vec![question],
        failures: vec![failure],
        wants: Vec::new(),
        topics: vec![0],
    }))
}

fn say(
    world: &mut World,
    room: RoomId,
    author: Author,
    words: Words,
    answers: Option<MessageId>,
) -> MessageId {
    let id = MessageId::at(world.messages.len());
    let thread = answers.map_or(id, |to| world.messages[to.index()].thread);
    world.answers.push(Vec::new());
    if thread != id {
        world.answers[thread.index()].push(id);
    }
    world.messages.push(Message {
        id,
        room,
        private: None,
        author,
        minute: Minute(480 + id.0 * 3),
        answers,
        thread,
        words,
        topics: Vec::new(),
        expect: None,
        to_brand: false,
        withdrawn: false,
        corrected: None,
        boost: 1.0,
        audience: Audience::default(),
        reactions: [0; 3],
        lift: 1.0,
        label: u64::from(id.0),
    });
    id
}

fn brand_says(world: &mut World, room: RoomId, text: &str) -> MessageId {
    let said = Said {
        text: text.to_owned(),
        appraisal: Appraisal::default(),
        topics: Vec::new(),
        photo: None,
        shape: Shape::default(),
    };
    say(world, room, Author::Brand, Words::Brand(Box::new(said)), None)
}

/// Every gist there is, on topics in turn.
fn gists(turn: usize) -> Vec<Gist> {
    let topic = (turn % topic::ids().len()) as u16;
    let mut all = vec![
        Gist::Life(topic),
        Gist::Chime,
        Gist::Praise,
        Gist::Recommend,
        Gist::Warn,
        Gist::Snapshot(topic),
        Gist::Introduction,
    ];
    all.extend(REMARKS.map(Gist::Remark));
    all.extend(FOLLOWUPS.map(Gist::Followup));
    all
}

/// Fills a room with `n` messages of all gists by all voices, about one advert.
fn crowded(world: &mut World, room: RoomId, n: usize) {
    let brand =
        brand_says(world, room, "Treat yourself to a UNIQUE sourdough experience, now with a voucher!");
    let mut life = brand;
    for turn in 0..n {
        let all = gists(turn / 7);
        let gist = all[turn % all.len()];
        let answers = match gist {
            Gist::Chime => Some(life),
            Gist::Remark(_) | Gist::Followup(_) => Some(brand),
            Gist::Life(_)
            | Gist::Praise
            | Gist::Recommend
            | Gist::Warn
            | Gist::Snapshot(_)
            | Gist::Introduction => None,
        };
        let author = Author::Person(PersonId::at((turn * 3) % 10));
        let id = say(world, room, author, Words::Gist(gist), answers);
        if matches!(gist, Gist::Life(_)) {
            life = id;
        }
    }
}

fn worded(world: &World) -> Vec<String> {
    let mut lines = Lines::default();
    lines.keep_up(world);
    world.messages.iter().map(|message| lines.text(message.id).to_owned()).collect()
}

fn check_new(texts: &[String]) {
    let mut heard = BTreeSet::new();
    for text in texts {
        assert!(!text.trim().is_empty());
        assert!(!text.contains(['{', '}']), "{text}");
        assert!(heard.insert(text.to_lowercase()), "said twice: {text}");
    }
}

#[test]
fn eight_hundred_messages_and_no_line_twice() {
    for room in [KLATCH, PARTY] {
        let mut world = world(7);
        crowded(&mut world, room, 900);
        check_new(&worded(&world));
    }
}

#[test]
fn one_gist_by_one_person_never_repeats() {
    for gist in [Gist::Remark(Remark::Advert), Gist::Followup(Followup::Canned), Gist::Life(2), Gist::Warn] {
        let mut world = world(3);
        for _ in 0..800 {
            say(&mut world, PARTY, Author::Person(PersonId(4)), Words::Gist(gist), None);
        }
        check_new(&worded(&world));
    }
}

#[test]
fn questions_and_failures_come_as_written_and_then_in_new_dress() {
    for words in [Words::Question(0), Words::Failure(0)] {
        let mut world = world(5);
        for turn in 0..60 {
            say(&mut world, KLATCH, Author::Person(PersonId::at(turn % 10)), words.clone(), None);
        }
        let texts = worded(&world);
        check_new(&texts);
        let written = world.setup.questions[0].texts.iter().chain(&world.setup.failures[0].texts);
        let core: Vec<&String> = written.collect();
        assert!(core.contains(&&texts[0]));
        assert!(texts.iter().all(|text| core.iter().any(|core| text.contains(core.as_str()))));
    }
}

#[test]
fn the_same_world_has_the_same_words_at_once_or_bit_by_bit() {
    let mut whole = world(11);
    crowded(&mut whole, KLATCH, 200);
    let mut part = world(11);
    let mut lines = Lines::default();
    for message in &whole.messages {
        part.messages.push(message.clone());
        lines.keep_up(&part);
    }
    let bits: Vec<&str> = whole.messages.iter().map(|message| lines.text(message.id)).collect();
    assert_eq!(bits, worded(&whole));
    let mut other = world(12);
    crowded(&mut other, KLATCH, 200);
    assert_ne!(worded(&other), worded(&whole));
}

#[test]
fn the_party_is_short() {
    let mut world = world(9);
    crowded(&mut world, PARTY, 600);
    for text in worded(&world) {
        assert!(text.chars().count() <= QUICK, "{text}");
    }
}

#[test]
fn remarks_take_up_words_of_the_brand() {
    let mut world = world(2);
    let brand = brand_says(&mut world, KLATCH, "A unique voucher for you");
    for turn in 0..20 {
        let author = Author::Person(PersonId::at(turn % 10));
        say(&mut world, KLATCH, author, Words::Gist(Gist::Remark(Remark::Advert)), Some(brand));
    }
    let quoting = worded(&world).iter().filter(|t| t.contains("“unique”") || t.contains("“voucher”")).count();
    assert!(quoting >= 5, "{quoting}");
}

#[test]
fn a_chime_answers_what_was_said() {
    let mut world = world(4);
    let life = say(&mut world, KLATCH, Author::Person(PersonId(0)), Words::Gist(Gist::Life(0)), None);
    let chime = say(&mut world, KLATCH, Author::Person(PersonId(5)), Words::Gist(Gist::Chime), Some(life));
    let sad = say(&mut world, KLATCH, Author::Person(PersonId(0)), Words::Beat(BeatId(0)), None);
    let sorry = say(&mut world, KLATCH, Author::Person(PersonId(2)), Words::Gist(Gist::Chime), Some(sad));
    let mut lines = Lines::default();
    lines.keep_up(&world);
    let (subject, spoken) = lines.life(life).unwrap();
    let own = super::pool::answers_to(subject, spoken);
    let stem = |line: &str| line.split('{').next().unwrap_or_default().to_owned();
    assert!(own.iter().any(|line| lines.text(chime).contains(&stem(line))), "{}", lines.text(chime));
    assert_eq!(lines.text(sad), "Old Rusty died last night.");
    let comfort = phrase::general().sorry.of(Voice::Dry);
    assert!(comfort.iter().any(|line| line == lines.text(sorry)), "{}", lines.text(sorry));
}

#[test]
fn every_voice_has_words_for_everything() {
    let plain = |lines: &[String]| lines.iter().filter(|line| !line.contains("{word}")).count();
    for voice in Voice::ALL {
        for lines in REMARKS.map(|kind| phrase::remark(kind).of(voice)) {
            assert!(lines.len() >= 5 && plain(lines) >= 2, "{voice:?} {lines:?}");
        }
        for lines in FOLLOWUPS.map(|kind| phrase::followup(kind).of(voice)) {
            assert!(lines.len() >= 5 && plain(lines) >= 2, "{voice:?} {lines:?}");
        }
        let general = phrase::general();
        for all in [&general.praise, &general.recommend, &general.warn, &general.chime, &general.glad] {
            assert!(all.of(voice).len() >= 6);
        }
        assert!(general.introduction.of(voice).iter().any(|line| !line.contains("{work}")));
        assert!(phrase::manner(voice).openers.len() >= 10 && phrase::manner(voice).tails.len() >= 10);
    }
}

#[test]
fn every_topic_has_its_talk() {
    let mut heard = BTreeSet::new();
    for (at, id) in topic::ids().into_iter().enumerate() {
        let talk = phrase::talk(at as u16);
        assert!(talk.lives.len() >= 14 && talk.chimes.len() >= 10 && talk.snapshots.len() >= 5, "{id}");
        for (say, back) in &talk.lives {
            assert!(heard.insert(say), "{say}");
            assert!(back.len() >= 3, "{say}");
            assert!(say.chars().count() <= 170, "{} {say}", say.chars().count());
        }
    }
    let bread = &phrase::talk(topic::index_of("bread").unwrap()).lives[0].0;
    assert!(bread.contains("sourdough"), "the talk of topics follows the order of the topic list: {bread}");
}
