//! Makes the crowd around the cast, and the ties between people, from the seed.

use super::clock::Minute;
use super::dice::{Dice, Purpose};
use super::id::{PersonId, RoomId};
use super::measure::{lognormal, normal_quantile};
use super::person::{Person, Tie, Topic, Voice};
use super::setup::Setup;

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
    pub lives: Vec<(String, String)>,
    /// How many topics there are.
    pub topics: Topic,
}

/// People sit in circles of about so many (MODEL B.4).
const CIRCLE: u32 = 15;

/// The setup of a story: the cast as given, the crowd around it, and everybody's ties.
#[must_use]
pub fn populate(base: &Setup, crowd: &Crowd, seed: u64) -> Setup {
    let mut setup = base.clone();
    setup.seed = seed;
    let dice = Dice::new(seed);
    let first = setup.people.len() as u32;
    for number in 0..crowd.size {
        let person = make(dice, PersonId(first + number), crowd, &setup);
        setup.people.push(person);
    }
    setup.ties.resize(setup.people.len(), Vec::new());
    for person in 0..setup.people.len() {
        befriend(&mut setup, dice, person);
    }
    for ties in &mut setup.ties {
        ties.sort_by_key(|tie| (tie.to, tie.room));
        ties.dedup_by_key(|tie| (tie.to, tie.room));
    }
    setup
}

fn make(dice: Dice, id: PersonId, crowd: &Crowd, setup: &Setup) -> Person {
    let (rooms, talks) = (setup.rooms.len(), setup.profile.talks);
    let u = |about: u64| dice.lend(Purpose::Make, Minute(0), id, about);
    let pick = |n: usize, about: u64| dice.pick(n, Purpose::Make, Minute(0), id, about);
    let first = crowd.first_names.get(pick(crowd.first_names.len(), 0)).cloned().unwrap_or_default();
    let last = crowd.last_names.get(pick(crowd.last_names.len(), 1)).cloned().unwrap_or_default();
    let (work, about) = crowd.lives.get(pick(crowd.lives.len(), 2)).cloned().unwrap_or_default();
    let home = RoomId::at(id.index() % rooms.max(1));
    let mut visits = vec![home];
    if rooms > 1 && u(3) < 0.3 {
        let other = RoomId::at((home.index() + 1 + pick(rooms - 1, 4)) % rooms);
        visits.push(other);
    }
    let topics = usize::from(crowd.topics);
    let mut cares: Vec<Topic> = (0..3).map(|n| pick(topics, 5 + n) as Topic).collect();
    cares.sort_unstable();
    cares.dedup();
    // Starts of MODEL B.3; Beta draws are taken as the mean of uniforms, which is near enough and portable.
    let mean = |from: u64, n: u64| (0..n).map(|k| u(from + k)).sum::<f64>() / n as f64;
    Person {
        id,
        name: format!("{first} {last}").trim().to_string(),
        cast: false,
        about,
        work,
        cares,
        want: String::new(),
        voice: Voice::ALL[pick(Voice::ALL.len(), 10)],
        rooms: visits,
        scepticism: (0.4 + 0.35 * (mean(11, 3) - 0.5) * 2.0).clamp(0.0, 1.0),
        reacts: lognormal(u(20), 0.43, 1.3).clamp(0.05, 6.0),
        talks: lognormal(u(21), talks.0, talks.1).clamp(0.05, 10.0),
        visits: lognormal(u(22), 1.0, 0.8).clamp(0.2, 4.0),
        patience: 1.0,
        interest: mean(23, 2),
        first: (
            (0.45 + 0.10 * normal_quantile(u(30))).clamp(0.05, 0.95),
            (0.3 * u(31) * u(32) * 2.0).clamp(0.0, 0.9),
            (0.54 * mean(33, 2)).clamp(0.0, 0.9),
        ),
        needs: Vec::new(),
    }
}

/// Ties within one's circle, a strong few, and a bridge now and then; they go both ways.
fn befriend(setup: &mut Setup, dice: Dice, person: usize) {
    let id = PersonId::at(person);
    let Some(&room) = setup.people[person].rooms.first() else { return };
    let people = setup.people.len() as u32;
    let rooms = setup.rooms.len() as u32;
    for k in 0..4_u64 {
        let u = |about: u64| dice.lend(Purpose::Tie, Minute(0), id, k * 8 + about);
        // Homophily: a tie stays in the circle with probability .6 (MODEL B.4).
        let reach = if u(0) < 0.6 { CIRCLE } else { people };
        let step = ((u(1) * f64::from(reach)) as u32 + 1) * rooms.max(1);
        let to = PersonId((id.0 + step) % people.max(1));
        if to == id {
            continue;
        }
        let strength = 0.1 + 0.8 * u(2) * u(3);
        setup.ties[person].push(Tie { to, strength, room });
        setup.ties[to.index()].push(Tie { to: id, strength, room });
    }
}
