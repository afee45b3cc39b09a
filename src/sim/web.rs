//! How people of the crowd come to know each other, room by room: the web of ties (MODEL B.4).

use std::collections::BTreeMap;

use super::clock::Minute;
use super::dice::{Dice, Purpose};
use super::id::{PersonId, RoomId};
use super::person::Person;
use super::room::{Alike, Room};
use super::ties::Tie;

/// A tie stays among those who are alike with this probability (MODEL B.4, homophily; rows 38-40).
const HOMOPHILY: f64 = 0.6;

/// The ties among the people of a room. Each person comes to know those who were there before, so that one person more
/// changes nobody's luck.
pub(super) fn weave(
    people: &[Person],
    room: RoomId,
    place: &Room,
    dice: Dice,
    edges: &mut Vec<(PersonId, Tie)>,
) {
    let mut everybody: Vec<PersonId> = Vec::new();
    let mut groups: BTreeMap<&str, Vec<PersonId>> = BTreeMap::new();
    let mut interests: BTreeMap<u16, Vec<PersonId>> = BTreeMap::new();
    let here = |cast: bool| people.iter().filter(move |p| p.cast == cast && p.rooms.contains(room));
    // The cast is who a story is about: the crowd listens to them, whoever else is written into it.
    for person in here(false).chain(here(true)) {
        let alike = match place.web.alike {
            Alike::Work => groups.entry(&person.work).or_default(),
            Alike::Cares => interests.entry(person.cares.iter().next().unwrap_or_default()).or_default(),
        };
        let knot = Knot { person, room, place, dice };
        for nth in 0..place.web.each {
            knot.tie(nth, alike, &everybody, edges);
        }
        if !person.cast {
            alike.push(person.id);
            everybody.push(person.id);
        }
    }
}

struct Knot<'a> {
    person: &'a Person,
    room: RoomId,
    place: &'a Room,
    dice: Dice,
}

impl Knot<'_> {
    fn luck(&self, nth: u32, about: u64) -> f64 {
        let label = (u64::from(self.room.0) * 64 + u64::from(nth)) * 8 + about;
        self.dice.lend(Purpose::Tie, Minute(0), self.person.label, label)
    }

    fn tie(&self, nth: u32, alike: &[PersonId], everybody: &[PersonId], edges: &mut Vec<(PersonId, Tie)>) {
        let web = &self.place.web;
        let near = self.luck(nth, 0) < HOMOPHILY && !alike.is_empty();
        let pool = if near { alike } else { everybody };
        if pool.is_empty() {
            return;
        }
        // In a circle people know those who sit with them; elsewhere the well-known are known by many.
        let from =
            if near && web.circle > 0 { pool.len() - 1 - (pool.len() - 1) % web.circle as usize } else { 0 };
        let share =
            if near && web.circle > 0 { self.luck(nth, 1) } else { libm::pow(self.luck(nth, 1), web.tail) };
        let there = pool.len() - from;
        let to = pool[from + ((share * there as f64) as usize).min(there - 1)];
        let (low, high) = if near { web.near } else { web.far };
        let strength = (low + (high - low) * self.luck(nth, 2)) as f32;
        // Their words reach this person; where ties are mutual, the other way round as well.
        if !self.person.cast {
            edges.push((to, Tie { to: self.person.id, strength, room: self.room }));
        }
        if web.mutual || self.person.cast {
            edges.push((self.person.id, Tie { to, strength, room: self.room }));
        }
    }
}
