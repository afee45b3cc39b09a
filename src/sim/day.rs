//! What a day has in store: who looks into which room when, and who feels like speaking up; drawn once a day from labelled
//! dice, so that a step costs only those who do something in it.

use super::clock::{DAY, Minute, STEP};
use super::dice::{Dice, Purpose};
use super::id::{PersonId, RoomId};
use super::law::{address, introduce, tell};
use super::person::Person;
use super::setup::Setup;

/// Steps in a day.
const STEPS: usize = (DAY / STEP) as usize;

/// The visits and impulses of one day.
#[derive(Clone, Debug, Default)]
pub struct Day {
    /// Which day, counted from 1; 0 before the first.
    pub number: u32,
    /// Where the visitors of each step and room begin.
    starts: Vec<u32>,
    visitors: Vec<PersonId>,
    /// Impulses by step.
    impulses: Vec<(u32, Impulse)>,
    rooms: usize,
}

/// Something a person feels like doing at some time of the day; whether they do is decided then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Impulse {
    /// Who.
    pub person: PersonId,
    /// What.
    pub urge: Urge,
}

/// What people feel like doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urge {
    /// Asking the brand something.
    Ask,
    /// Something goes wrong for them.
    Fail,
    /// Praising the brand.
    Praise,
    /// Recommending it.
    Recommend,
    /// Introducing it to somebody.
    Introduce,
    /// Coming to need something, by place among the wants.
    Need(usize),
}

impl Day {
    /// Draws a day for everybody.
    pub fn draw(setup: &Setup, number: u32) -> Self {
        let (dice, rooms) = (Dice::new(setup.seed), setup.rooms.len());
        let morning = Minute::on(number, 0);
        let mut visits: Vec<(u32, PersonId)> = Vec::new();
        let mut impulses = Vec::new();
        let hours: Vec<Hours> = setup.rooms.iter().map(|room| Hours::of(&room.hours)).collect();
        let (coming, feeling) = (dice.throw(Purpose::Visit, morning), dice.throw(Purpose::Day, morning));
        for person in &setup.people {
            for room in person.rooms.iter() {
                let label = u64::from(room.0) << 32;
                let mean = setup.room(room).sessions * person.visits;
                let first = visits.len();
                for nth in 0..poisson(coming.lend(person.label, label), mean) {
                    let step =
                        hours[room.index()].step(coming.lend(person.label, label + 1 + u64::from(nth)));
                    visits.push((slot(step, rooms, room), person.id));
                }
                // Who looks in twice within a step is there once.
                visits[first..].sort_unstable();
                let mut kept = first;
                for at in first..visits.len() {
                    if kept == first || visits[kept - 1] != visits[at] {
                        visits[kept] = visits[at];
                        kept += 1;
                    }
                }
                visits.truncate(kept);
            }
            let mut feel = |urge, which: u64, a_day: f64| {
                // The waiting time for something that comes a_day times a day is exponential.
                if a_day > 0.0 && feeling.lend(person.label, which * 2) < 1.0 - libm::exp(-a_day) {
                    let step = hours[person.home.index()].step(feeling.lend(person.label, which * 2 + 1));
                    impulses.push((step, Impulse { person: person.id, urge }));
                }
            };
            urges(setup, person, &mut feel);
        }
        impulses.sort_unstable();
        let (starts, visitors) = sorted(&visits, STEPS * rooms);
        Self { number, starts, visitors, impulses, rooms }
    }

    /// Who looks into a room in the step of this minute, in order of their ids.
    pub fn visitors(&self, room: RoomId, now: Minute) -> &[PersonId] {
        let slot = slot(now.of_day() / STEP, self.rooms, room) as usize;
        match self.starts.get(slot..slot + 2) {
            Some(&[from, to]) => &self.visitors[from as usize..to as usize],
            Some(_) | None => &[],
        }
    }

    /// Who feels like something of this kind in the step of this minute.
    pub fn impulses(&self, now: Minute) -> impl Iterator<Item = Impulse> {
        let step = now.of_day() / STEP;
        let from = self.impulses.partition_point(|(at, _)| *at < step);
        self.impulses[from..].iter().take_while(move |(at, _)| *at == step).map(|(_, impulse)| *impulse)
    }
}

/// The most that each urge can come to; the law that follows it thins it out by how things stand.
fn urges(setup: &Setup, person: &Person, feel: &mut impl FnMut(Urge, u64, f64)) {
    if setup.room(person.home).requests {
        feel(Urge::Introduce, 4, introduce::most_a_day(setup, person));
    }
    feel(Urge::Recommend, 3, tell::most_a_day(person));
    if person.cast {
        return;
    }
    feel(Urge::Ask, 0, address::asks_at_most(setup, person));
    feel(Urge::Fail, 1, address::failures(setup));
    feel(Urge::Praise, 2, address::praises_at_most(setup, person));
    for (which, want) in setup.wants.iter().enumerate() {
        feel(Urge::Need(which), 5 + which as u64, want.a_day);
    }
}

const fn slot(step: u32, rooms: usize, room: RoomId) -> u32 {
    step * rooms as u32 + room.0
}

/// Visits in order of slots; within one in order of people, each once.
fn sorted(visits: &[(u32, PersonId)], slots: usize) -> (Vec<u32>, Vec<PersonId>) {
    let mut starts = vec![0_u32; slots + 1];
    for (slot, _) in visits {
        starts[*slot as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let (mut next, mut people) = (starts.clone(), vec![PersonId::default(); visits.len()]);
    for (slot, person) in visits {
        let at = &mut next[*slot as usize];
        people[*at as usize] = *person;
        *at += 1;
    }
    (starts, people)
}

/// The hours of a room, added up.
struct Hours([f64; 25]);

impl Hours {
    fn of(hours: &[f64; 24]) -> Self {
        let mut sums = [0.0; 25];
        for hour in 0..24 {
            sums[hour + 1] = sums[hour] + hours[hour] / 24.0;
        }
        Self(sums)
    }

    /// The step of the day before which a share `u` of the day's coming and going lies.
    fn step(&self, u: f64) -> u32 {
        let hour = self.0[1..24].partition_point(|sum| *sum <= u);
        let (from, to) = (self.0[hour], self.0[hour + 1]);
        let share = if to > from { (u - from) / (to - from) } else { 0.0 };
        let step = (hour as f64 + share.clamp(0.0, 0.999_999)) * f64::from(60 / STEP);
        (step as u32).min(STEPS as u32 - 1)
    }
}

/// How many times something happens that happens `mean` times on average, by luck `u`.
fn poisson(u: f64, mean: f64) -> u32 {
    let mut chance = libm::exp(-mean);
    let mut below = chance;
    let mut times = 0;
    while u >= below && times < 200 {
        times += 1;
        chance *= mean / f64::from(times);
        below += chance;
    }
    times
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn visits_are_as_many_as_on_average() {
        let mean = |mean: f64| {
            let n = 2_000;
            (0..n).map(|k| poisson((f64::from(k) + 0.5) / f64::from(n), mean)).map(f64::from).sum::<f64>()
                / f64::from(n)
        };
        for expected in [0.3, 5.0, 28.0] {
            assert!((mean(expected) - expected).abs() < 0.02 * expected, "{}", mean(expected));
        }
    }

    #[test]
    fn people_come_at_the_hours_of_the_room() {
        let mut hours = [0.0; 24];
        hours[9] = 18.0;
        hours[20] = 6.0;
        let hours = Hours::of(&hours);
        assert_eq!(hours.step(0.0), 9 * 12);
        assert_eq!(hours.step(0.375), 9 * 12 + 6);
        assert_eq!(hours.step(0.999_999_9), 21 * 12 - 1);
    }
}
