//! Makes the crowd around the cast, and the ties between people, from the seed.

use std::sync::Arc;

use super::clock::Minute;
use super::dice::{Dice, Purpose, pick};
use super::id::{PersonId, RoomId};
use super::measure::{lognormal, normal_quantile};
use super::person::{Person, Topic, Voice};
use super::set::{Rooms, Topics};
use super::setup::Setup;
use super::ties::Ties;
use super::web;

/// What a crowd is made of.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Crowd {
    /// How many people.
    pub size: u32,
    /// First names.
    pub first_names: Vec<String>,
    /// Last names.
    pub last_names: Vec<String>,
    /// Work and life, in pairs.
    pub lives: Vec<(Arc<str>, Arc<str>)>,
    /// How many topics there are.
    pub topics: Topic,
}

/// Some of the crowd come to a second room (a choice).
const SECOND_ROOM: f64 = 0.3;

/// The setup of a story: the cast as given, the crowd around it, and everybody's ties.
#[must_use]
pub fn populate(base: &Setup, crowd: &Crowd, seed: u64) -> Setup {
    let mut setup = base.clone();
    setup.seed = seed;
    let dice = Dice::new(seed);
    let nothing: Arc<str> = Arc::from("");
    setup.people.reserve_exact(crowd.size as usize);
    for number in 0..crowd.size {
        let person = make(dice, number, crowd, &setup, &nothing);
        setup.people.push(person);
    }
    let mut edges: Vec<_> = base.ties.edges().collect();
    for (at, room) in setup.rooms.iter().enumerate() {
        web::weave(&setup.people, RoomId::at(at), room, dice, &mut edges);
    }
    setup.ties = Ties::of_edges(setup.people.len(), edges);
    let crowd =
        |room| setup.people.iter().filter(|person| !person.cast && person.rooms.contains(room)).count();
    setup.crowd_in = (0..setup.rooms.len()).map(|room| crowd(RoomId::at(room)) as f64).collect();
    setup
}

fn make(dice: Dice, number: u32, crowd: &Crowd, setup: &Setup, nothing: &Arc<str>) -> Person {
    let (rooms, profile) = (setup.rooms.len(), &setup.profile);
    let label = u64::from(number);
    let throw = dice.throw(Purpose::Make, Minute(0));
    let u = |about: u64| throw.lend(label, about);
    let one_of = |n: usize, about: u64| pick(u(about), n);
    let name = |names: &[String], about| names.get(one_of(names.len(), about)).cloned().unwrap_or_default();
    let (first, last) = (name(&crowd.first_names, 0), name(&crowd.last_names, 1));
    let life = crowd.lives.get(one_of(crowd.lives.len(), 2));
    let (work, about) = life.cloned().unwrap_or_else(|| (Arc::clone(nothing), Arc::clone(nothing)));
    let home = RoomId::at(number as usize % rooms.max(1));
    let mut visits: Rooms = [home].into_iter().collect();
    if rooms > 1 && u(3) < SECOND_ROOM {
        visits.insert(RoomId::at((home.index() + 1 + one_of(rooms - 1, 4)) % rooms));
    }
    let topics = usize::from(crowd.topics);
    let cares: Topics = (0..3).map(|n| one_of(topics, 5 + n) as Topic).collect();
    // Starts of MODEL B.3; Beta draws are taken as the mean of uniforms, which is near enough and portable.
    let mean = |from: u64, n: u64| (0..n).map(|k| u(from + k)).sum::<f64>() / n as f64;
    Person {
        id: PersonId::at(setup.people.len()),
        label,
        name: format!("{first} {last}").trim().to_owned(),
        cast: false,
        about,
        work,
        cares,
        want: Arc::clone(nothing),
        voice: Voice::ALL[one_of(Voice::ALL.len(), 10)],
        rooms: visits,
        home,
        scepticism: (0.4 + 0.35 * (mean(11, 3) - 0.5) * 2.0).clamp(0.0, 1.0),
        reacts: lognormal(u(20), profile.reacts.0, profile.reacts.1),
        talks: lognormal(u(21), profile.talks.0, profile.talks.1),
        // The median that gives a mean of 1.
        visits: lognormal(u(22), 0.726, 0.8).clamp(0.1, 6.0),
        patience: 1.0,
        interest: mean(23, 2),
        first: (
            (0.45 + 0.10 * normal_quantile(u(30))).clamp(0.05, 0.95),
            (0.3 * u(31) * u(32) * 2.0).clamp(0.0, 0.9),
            (0.54 * mean(33, 2)).clamp(0.0, 0.9),
        ),
    }
}
