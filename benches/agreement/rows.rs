//! Rows to learn belonging from: messages against such as belong elsewhere.

use mingle::appraisal::Deed;

use super::data::{Pair, Seen};
use super::descend::Row;
use super::fit::{Settings, Space, other_rooms};

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
        // Only good messages tell what belongs: bad ones name the brand too often.
        subject.push(row(&pair.seen.0, &Seen::default(), pair, settings.own));
        if pair.place.deed != Deed::Post {
            continue;
        }
        // The room a message was written for against the others, so that what is usual in all rooms tells nothing.
        for seen in [&pair.seen.0, &pair.seen.1] {
            for room in other_rooms(pair) {
                let mut difference = space.place(seen, Deed::Post, &pair.place.norms.room);
                difference
                    .extend(space.place(seen, Deed::Post, room).into_iter().map(|(at, value)| (at, -value)));
                rooms.push(Row { difference, weight: settings.rooms });
            }
        }
    }
    for (at, pair) in plain.iter().enumerate() {
        if pair.place.deed == Deed::Connect {
            continue;
        }
        for other in others(&plain, at) {
            let strange = Seen::of(&other.good, &pair.place);
            subject.push(row(&Seen::default(), &strange, pair, settings.own * 0.1));
            subject.push(row(&pair.seen.0, &strange, pair, settings.mixed));
        }
    }
    (subject, rooms)
}

/// Messages from elsewhere that each message is held against.
const OTHERS: usize = 10;

/// Good messages of the same author that belong elsewhere in the same room.
fn others<'p>(good: &[&'p &'p Pair], at: usize) -> Vec<&'p Pair> {
    let pair = good[at];
    let all: Vec<&Pair> = good
        .iter()
        .filter(|other| {
            other.id != pair.id
                && other.author == pair.author
                && other.place.deed == pair.place.deed
                && other.place.norms.room == pair.place.norms.room
        })
        .map(|other| **other)
        .collect();
    (0..all.len().min(OTHERS)).map(|step| all[(at * 7 + step * 5 + 3) % all.len()]).collect()
}
