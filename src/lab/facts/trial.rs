//! Plays one trial: a room of followers, a brand that posts at its hours and answers as it was told, and nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::appraisal::Ask;
use crate::scenario::SHIPPED_ROOMS;
use crate::scenario::read_room;
use crate::sim::bond::Dial;
use crate::sim::clock::{DAY, Minute, STEP};
use crate::sim::crowd::{Crowd, populate};
use crate::sim::deed::Deed;
use crate::sim::law::{address, tell};
use crate::sim::message::{Gist, Message, Said, Words};
use crate::sim::person::Need;
use crate::sim::room::Room;
use crate::sim::setup::{Detail, Profile};
use crate::sim::ties::Ties;
use crate::sim::{MessageId, PersonId, RoomId, Setup, World, apply, perform, step};

use super::data::{Trial, suite};
use super::texts::{Voice, brand, voice};

/// Hours at which a brand that posts so many times a day does.
const HOURS: [&[u32]; 4] = [&[10], &[10, 18], &[9, 13, 18], &[9, 12, 15, 19]];
/// The brand is at its desk all day long.
const STAFFED: (u32, u32) = (0, DAY);
/// Minutes between further words to a complaint.
const AGAIN: u32 = 30;

/// A finished play.
pub(super) struct Play {
    /// The world at the end.
    pub world: World,
    /// Ties as they were made, whether or not people heard each other along them.
    pub ties: Ties,
    /// Those in need, each noon: trust, warmth, mood, fatigue, knowledge, and whether they bought by the next.
    pub chances: Vec<([f64; 5], bool)>,
    /// Readiness of those who failed and were answered excellently: mood, trust and keenness, before and after.
    pub repaired: Vec<([f64; 3], [f64; 3])>,
}

/// A shipped room by name, with the numbers of the realistic profile.
pub(super) fn room(name: &str) -> Room {
    let found = SHIPPED_ROOMS.iter().find(|(shipped, _)| *shipped == name);
    let (name, source) = found.expect("a test plays every trial's room");
    let mut room = read_room(name, name, source).expect("the shipped rooms are sound").0;
    if let Some(realistic) = suite().rooms.get(*name) {
        room.seen = realistic.seen;
        room.leafs = realistic.leafs;
        room.reaction = realistic.reaction;
    }
    room
}

/// Plays a trial with a seed.
pub(super) fn play(trial: &Trial, seed: u64) -> Play {
    let mut setup = setup(trial, seed);
    let ties = setup.ties.clone();
    if !trial.influence {
        setup.ties = Ties::of_edges(setup.people.len(), Vec::new());
    }
    let voice = voice(&setup.rooms[0]);
    let mut world = World::new(Arc::new(setup));
    let mut desk = Desk { trial, voice, posted: 0, heard: 0, due: BTreeMap::new() };
    let mut chances = Vec::new();
    let mut watched: Vec<(Need, [f64; 5])> = Vec::new();
    while !world.is_over() {
        desk.work(&mut world);
        if world.now.of_day() == DAY / 2 {
            let bought = |need: &Need, w: &World| w.bond(need.person).bought.contains(need.offer);
            chances.extend(watched.drain(..).map(|(need, dials)| (dials, bought(&need, &world))));
            let open = world.needs.iter().filter(|need| need.until.0 > world.now.0 + DAY);
            watched = open
                .filter(|need| need.fit >= 0.5 && !bought(need, &world))
                .map(|need| (*need, dials(&world, need.person)))
                .collect();
        }
        step::pass(&mut world, STEP);
    }
    let repaired = if trial.repair { repair(&mut world, &desk.voice) } else { Vec::new() };
    Play { world, ties, chances, repaired }
}

fn dials(world: &World, person: PersonId) -> [f64; 5] {
    let bond = world.bond(person);
    let tired = world.dial(person, Dial::Fatigue(RoomId(0)));
    [bond.trust, bond.warmth, bond.mood, tired, bond.knowledge]
}

fn setup(trial: &Trial, seed: u64) -> Setup {
    let mut base = brand().base.clone();
    base.rooms = vec![room(&trial.room)];
    base.people.clear();
    base.ties = Ties::default();
    base.needs.clear();
    base.beats.clear();
    base.staffed = STAFFED;
    base.days = trial.days;
    base.profile = if trial.lively { Profile::TRAINING } else { Profile::REALISTIC };
    base.detail = Detail::Every;
    let here = vec![RoomId(0)];
    for question in &mut base.questions {
        question.rooms.clone_from(&here);
    }
    for failure in &mut base.failures {
        failure.rooms.clone_from(&here);
    }
    let crowd = Crowd { size: trial.people, ..brand().crowd.clone() };
    let mut setup = populate(&base, &crowd, if trial.same_people { 0 } else { seed });
    setup.seed = seed;
    if !trial.notice {
        // Felt selling is promo times (.5 + scepticism): at -.5 nobody notices any.
        for person in &mut setup.people {
            person.scepticism = -0.5;
        }
    }
    setup
}

/// The brand's desk: what it has said and what it still means to answer.
struct Desk<'a> {
    trial: &'a Trial,
    voice: Arc<Voice>,
    posted: usize,
    heard: usize,
    due: BTreeMap<Minute, Vec<(MessageId, u32)>>,
}

impl Desk<'_> {
    fn work(&mut self, world: &mut World) {
        if self.is_hour(world.now) {
            let set = &self.trial.posts[self.posted % self.trial.posts.len()];
            let texts = &self.voice.posts[set.as_str()];
            let said = texts[(self.posted / self.trial.posts.len()) % texts.len()].clone();
            self.posted += 1;
            perform::perform(world, Deed::Post { room: RoomId(0), said });
        }
        for at in self.heard..world.messages.len() {
            let message = &world.messages[at];
            if self.answer(message).is_some() && chosen(message, self.trial.answers.share) {
                let when = message.minute.plus(self.trial.answers.after);
                self.due.entry(when).or_default().push((message.id, 0));
            }
        }
        self.heard = world.messages.len();
        while let Some(entry) = self.due.first_entry().filter(|entry| *entry.key() <= world.now) {
            for (to, turn) in entry.remove() {
                self.say(world, to, turn);
            }
        }
        self.heard = world.messages.len();
    }

    fn say(&mut self, world: &mut World, to: MessageId, turn: u32) {
        let Some(said) = self.answer(world.message(to)).cloned() else { return };
        let (now, answers) = (world.now, &self.trial.answers);
        let complaint = world.message(to).expect.as_ref().is_some_and(|expect| expect.ask == Ask::Complaint);
        if turn > 0 {
            let said = self.voice.more[(turn as usize - 1) % self.voice.more.len()].clone();
            let deed = match world.message(to).person() {
                Some(person) if answers.outside => {
                    Deed::Private { person, room: RoomId(0), about: Some(to), said }
                }
                Some(_) | None => Deed::Reply { to, said },
            };
            perform::perform(world, deed);
        } else {
            perform::perform(world, Deed::Reply { to, said });
        }
        if complaint && turn < answers.more {
            self.due.entry(now.plus(AGAIN)).or_default().push((to, turn + 1));
        }
    }

    /// What would be said to a message; `None` when it calls for no answer.
    fn answer(&self, message: &Message) -> Option<&Said> {
        let voice = &self.voice;
        let fresh = match message.words {
            Words::Question(at) => &voice.questions[at],
            Words::Failure(at) => &voice.failures[at],
            Words::Gist(Gist::Remark(_)) if message.expect.is_some() => &voice.talk,
            Words::Gist(Gist::Praise) if message.to_brand => &voice.praise,
            Words::Brand(_) | Words::Beat(_) | Words::Gist(_) => return None,
        };
        let canned = &voice.canned[message.id.index() % voice.canned.len()];
        Some(if self.trial.answers.canned { canned } else { fresh })
    }

    fn is_hour(&self, now: Minute) -> bool {
        let (day, a_month) = (now.day() - 1, self.trial.a_month);
        if a_month == 0 || !now.of_day().is_multiple_of(60) {
            return false;
        }
        let hour = now.of_day() / 60;
        if a_month < 30 {
            return day % (30 / a_month) == 0 && hour == HOURS[0][0];
        }
        HOURS[(a_month / 30) as usize - 1].contains(&hour)
    }
}

/// Whether a message is among those answered: by its own luck, the same in every arm.
fn chosen(message: &Message, percent: u32) -> bool {
    let mixed = message.label.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33;
    mixed % 100 < u64::from(percent)
}

/// At the end something goes wrong for a hundred people, who say so and are answered excellently at once.
fn repair(world: &mut World, voice: &Voice) -> Vec<([f64; 3], [f64; 3])> {
    let state = |world: &World, person| {
        let bond = world.bond(person);
        [bond.mood, bond.trust, tell::keen(&bond)]
    };
    let mut repaired = Vec::new();
    for at in 0..world.bonds.len().min(100) {
        let (person, picked) = (PersonId::at(at), at % voice.failures.len());
        if world.bonds[at].has_left(RoomId(0)) {
            continue;
        }
        let before = state(world, person);
        world.bonds[at].voices = 1.0;
        let said = world.messages.len();
        let proposals = address::suffer(world, person, picked, None);
        apply::apply(world, proposals);
        if world.messages.len() > said {
            let deed = Deed::Reply { to: MessageId::at(said), said: voice.failures[picked].clone() };
            perform::perform(world, deed);
            repaired.push((before, state(world, person)));
        }
    }
    repaired
}
