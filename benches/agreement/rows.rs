//! Rows to learn belonging from: messages against such as belong elsewhere.

use mingle::appraisal::Deed;

use super::data::{Pair, Seen};
use super::descend::Row;
use super::fit::{Settings, Space};

/// Rows that tell what belongs to its subject, and rows that tell what belongs in its room.
pub(crate) fn belonging_rows(pairs: &[&Pair], space: &Space, settings: &Settings) -> (Vec<Row>, Vec<Row>) {
    let row = |own: &Seen, strange: &Seen, pair: &Pair, weight: f64| {
        let difference = space.difference(own, strange, pair.place.deed, &pair.place.norms.room);
        Row { difference, weight }
    };
    let (mut subject, mut rooms) = (Vec::new(), Vec::new());
    for pair in pairs.iter().filter(|pair| pair.is_swap()) {
        let of_room = pair.tests.iter().any(|test| test == "swap_room");
        let rows = if of_room { &mut rooms } else { &mut subject };
        rows.push(row(&Seen::default(), &pair.seen.1, pair, settings.own * 0.5));
        let one = row(&pair.seen.0, &pair.seen.1, pair, settings.swap);
        let of_room = pair.tests.iter().any(|test| test == "swap_room");
        (if of_room { &mut rooms } else { &mut subject }).push(one);
    }
    let plain: Vec<&&Pair> = pairs.iter().filter(|pair| !pair.is_swap()).collect();
    for pair in &plain {
        for (seen, bad) in [(&pair.seen.0, false), (&pair.seen.1, true)] {
            subject.push(row(seen, &Seen::default(), pair, settings.own * if bad { settings.sbad } else { 1.0 }));
            if pair.place.deed == Deed::Post {
                rooms.push(row(seen, &Seen::default(), pair, settings.own * settings.rown * if bad { settings.rbad } else { 1.0 }));
            }
        }
    }
    if settings.couple > 0.0 {
        for pair in plain.iter().filter(|pair| pair.place.deed == Deed::Post) {
            for (seen, less) in [(&pair.seen.0, 1.0), (&pair.seen.1, settings.rbad)] {
                for room in super::fit::ROOMS.iter().filter(|room| **room != pair.place.norms.room) {
                    if *room == "albums" && pair.place.picture.is_none() && settings.soft == 2.0 {
                        continue;
                    }
                    let mut difference = space.place(seen, Deed::Post, &pair.place.norms.room);
                    difference.extend(space.place(seen, Deed::Post, room).into_iter().map(|(at, value)| (at, -value)));
                    if less > 0.0 {
                        rooms.push(Row { difference, weight: settings.couple * less });
                    }
                }
            }
        }
    }
    for (at, pair) in plain.iter().enumerate() {
        if pair.place.deed == Deed::Connect {
            continue;
        }
        for (other, same_room) in others(&plain, at) {
            let weight = if same_room { settings.mixed } else { settings.rooms };
            for (own, text, bad) in [(&pair.seen.0, &other.good, false), (&pair.seen.1, &other.bad, true)] {
                let less = if bad { if same_room { settings.sbad } else { settings.rbad } } else { 1.0 };
                if less == 0.0 {
                    continue;
                }
                let weight = weight * less;
                let one = row(own, &Seen::of(text, &pair.place), pair, weight);
                let rows = if same_room { &mut subject } else { &mut rooms };
                rows.push(row(&Seen::default(), &Seen::of(text, &pair.place), pair, settings.own * 0.1 * less));
                (if same_room { &mut subject } else { &mut rooms }).push(one);
            }
        }
    }
    (subject, rooms)
}

/// Messages from elsewhere that each message is held against.
const OTHERS: usize = 10;

/// Good messages of the same author that belong elsewhere, and whether they are of the same room.
fn others<'p>(good: &[&'p &'p Pair], at: usize) -> Vec<(&'p Pair, bool)> {
    let pair = good[at];
    let mut found = Vec::new();
    for same_room in [true, false] {
        let all: Vec<&Pair> = good
            .iter()
            .filter(|other| {
                other.id != pair.id
                    && other.author == pair.author
                    && other.place.deed == pair.place.deed
                    && (other.place.norms.room == pair.place.norms.room) == same_room
                    && (same_room || pair.place.deed == Deed::Post)
            })
            .map(|other| **other)
            .collect();
        for step in 0..all.len().min(OTHERS) {
            found.push((all[(at * 7 + step * 5 + 3) % all.len()], same_room));
        }
    }
    found
}
