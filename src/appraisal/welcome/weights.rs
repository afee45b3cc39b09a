//! The weights of the signs, kept as data, for each move and room.

use std::sync::LazyLock;

use super::asked::{Answer, Asked};
use super::phrases::BOOK;
use super::sign::Sign;
use crate::appraisal::Deed;
use crate::appraisal::table::{Table, hash, pair};

/// The moves and rooms that have weights of their own: post, reply, connect; klatch, party, networking, albums.
const DEEDS: usize = 3;
const ROOMS: [&str; 4] = ["klatch", "party", "networking", ALBUMS];

/// The room where everything hangs on a picture.
const ALBUMS: &str = "albums";

/// How the sums of signs become a reading.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scale {
    /// Added to the manner, by move.
    pub(super) level: [f64; DEEDS],
    /// Added to the whole, by move.
    pub(super) base: [f64; DEEDS],
    /// How steeply the manner of posts and of the rest turns into a chance; one well said is as good as another, so
    /// that fine words do not make up for what does not belong.
    pub(super) steep: [f64; 2],
    /// Added to the belonging, for posts and for the rest.
    pub(super) slack: [f64; 2],
    /// What it costs not to belong, for posts and for the rest.
    pub(super) price: [f64; 2],
    /// What is added for the room and what it costs not to be at home there, posts only.
    pub(super) room: [f64; 2],
    /// What it costs to be words without sentences, to read the sheet out, to say the same again, to say what is not
    /// so, to acknowledge receipt and no more.
    pub(super) guard: [f64; 5],
    /// Share of messages that are well said, that belong, and that are at home, although nothing in them tells so.
    pub(super) floor: [f64; 3],
    /// How steeply the lead of one message turns into the chance that people prefer it.
    pub(super) chance: f64,
    /// How steeply the sum turns into the chance that one message is on the right side of the middle.
    pub(super) side: f64,
    /// How steeply it turns into -1..1.
    pub(super) welcome: f64,
}

/// What a sign counts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Weight {
    /// For how it is said.
    pub(super) manner: f64,
    /// For whether it belongs to its subject.
    pub(super) belonging: f64,
    /// For whether it belongs in its room.
    pub(super) register: f64,
}

/// One part of a weight.
type Part = fn(&mut Weight) -> &mut f64;

/// All weights, ready for each move and room.
#[derive(Debug)]
pub(super) struct Weights {
    /// Names of the signs in their order.
    pub(super) names: Vec<String>,
    /// `[move * 5 + room][sign]`; the fifth room is any other.
    signs: Vec<Vec<Weight>>,
    /// Weights of runs of words.
    pub(super) runs: Table<f64>,
    pub(super) scale: Scale,
}

/// The weights that are shipped.
pub(super) static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    Weights::read(
        include_str!("../../../assets/welcome/manner.txt"),
        include_str!("../../../assets/welcome/belonging.txt"),
        include_str!("../../../assets/welcome/register.txt"),
        include_str!("../../../assets/welcome/words.txt"),
    )
});

/// Names of all signs in their order: signs, phrases, answers to what was asked.
fn names() -> Vec<String> {
    let mut names: Vec<String> = Sign::ALL.iter().map(|sign| sign.name().to_owned()).collect();
    names.extend(BOOK.tags.iter().map(|tag| format!("says.{}", tag.name)));
    for asked in Asked::ALL {
        names.extend(Answer::ALL.iter().map(|answer| format!("to.{}.{}", asked.name(), answer.name())));
    }
    names
}

/// Whether a sign tells if a message belongs where it is said, rather than how it is said.
pub fn is_of_belonging(name: &str) -> bool {
    name.starts_with("to.") || Sign::ALL.iter().any(|sign| sign.name() == name && sign.is_of_belonging())
}

/// The number of a phrase kind among the signs.
pub(super) const fn of_tag(tag: usize) -> usize {
    Sign::ALL.len() + tag
}

/// The number of an answer to something asked.
pub(super) fn of_answer(asked: Asked, answer: Answer) -> usize {
    of_tag(BOOK.tags.len()) + asked as usize * Answer::ALL.len() + answer as usize
}

/// Which weights a move takes.
pub(super) const fn deed(deed: Deed) -> usize {
    match deed {
        Deed::Post => 0,
        Deed::Reply | Deed::Private => 1,
        Deed::Connect => 2,
    }
}

/// Whether a room has weights of its own.
pub(super) const fn is_room(room: usize) -> bool {
    room < ROOMS.len()
}

/// Which weights a room takes.
pub(super) fn room(name: &str) -> usize {
    ROOMS.iter().position(|room| *room == name).unwrap_or(ROOMS.len())
}

impl Weights {
    /// Reads three files of `name all post reply connect klatch party networking albums`, one sign a line, `= name numbers` for the
    /// scale, and `weight run of words` for the runs.
    pub(super) fn read(manner: &str, belonging: &str, register: &str, runs: &str) -> Self {
        let names = names();
        let index: std::collections::BTreeMap<&str, usize> =
            names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
        let mut weights = Self {
            signs: vec![vec![Weight::default(); names.len()]; DEEDS * (ROOMS.len() + 1)],
            runs: Table::default(),
            scale: Scale::default(),
            names: Vec::new(),
        };
        let files: [(&str, Part); 3] = [
            (manner, |weight| &mut weight.manner),
            (belonging, |weight| &mut weight.belonging),
            (register, |weight| &mut weight.register),
        ];
        for (text, which) in files {
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                let mut fields = line.split_whitespace();
                let Some(name) = fields.next() else { continue };
                let numbers: Vec<f64> = fields.filter_map(|field| field.parse().ok()).collect();
                if let Some(scale) = name.strip_prefix('=') {
                    weights.scale.set(scale, &numbers);
                } else if let Some(&at) = index.get(name) {
                    weights.set(at, which, &numbers);
                }
            }
        }
        drop(index);
        weights.names = names;
        for line in runs.lines().filter(|line| !line.starts_with('#')) {
            if let Some((number, run)) = line.split_once(' ') {
                let run = run.split(' ').map(hash).reduce(pair).unwrap_or_default();
                *weights.runs.entry(run) = number.parse().unwrap_or(0.0);
            }
        }
        weights
    }

    fn set(&mut self, sign: usize, which: Part, numbers: &[f64]) {
        let number = |at: usize| numbers.get(at).copied().unwrap_or(0.0);
        for deed in 0..DEEDS {
            for room in 0..=ROOMS.len() {
                let of_room = if room < ROOMS.len() { number(1 + DEEDS + room) } else { 0.0 };
                let weight = number(0) + number(1 + deed) + of_room;
                *which(&mut self.signs[deed * (ROOMS.len() + 1) + room][sign]) = weight;
            }
        }
    }

    /// The weights for the rooms in which a post might have been said instead; without a picture nobody is at the albums.
    pub(super) fn elsewhere(&self, deed: usize, room: usize, picture: bool) -> Vec<&[Weight]> {
        let others = (0..ROOMS.len()).filter(|&other| other != room && (picture || ROOMS[other] != ALBUMS));
        others.map(|other| self.of(deed, other)).collect()
    }

    /// The weights of all signs for a move in a room.
    pub(super) fn of(&self, deed: usize, room: usize) -> &[Weight] {
        &self.signs[deed * (ROOMS.len() + 1) + room]
    }
}

impl Scale {
    fn set(&mut self, name: &str, numbers: &[f64]) {
        let number = |at: usize| numbers.get(at).copied().unwrap_or(0.0);
        match name {
            "level" => self.level = [number(0), number(1), number(2)],
            "base" => self.base = [number(0), number(1), number(2)],
            "steep" => self.steep = [number(0), number(1)],
            "slack" => self.slack = [number(0), number(1)],
            "price" => self.price = [number(0), number(1)],
            "room" => self.room = [number(0), number(1)],
            "guard" => self.guard = [number(0), number(1), number(2), number(3), number(4)],
            "floor" => self.floor = [number(0), number(1), number(2)],
            "chance" => self.chance = number(0),
            "side" => self.side = number(0),
            "welcome" => self.welcome = number(0),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_add_up_by_move_and_room() {
        let read = Weights::read(
            "# remark\n=level 1 2 3\npromo -1 .5 0 0 0 -.25 0 0\nnobody 1\n",
            "promo 2\n",
            "promo 3\n",
            "0.5 we're <n>\n",
        );
        assert!((read.of(0, 1)[0].manner + 0.75).abs() < 1e-12);
        assert!((read.of(1, 4)[0].manner + 1.0).abs() < 1e-12);
        assert!((read.of(1, 4)[0].belonging - 2.0).abs() < 1e-12);
        assert_eq!(read.runs.get(pair(hash("we're"), hash("<n>"))), Some(&0.5));
        assert!((read.scale.level[2] - 3.0).abs() < 1e-12);
    }

    #[test]
    fn every_shipped_weight_has_its_sign() {
        let names = names();
        let files = [
            include_str!("../../../assets/welcome/manner.txt"),
            include_str!("../../../assets/welcome/belonging.txt"),
            include_str!("../../../assets/welcome/register.txt"),
        ];
        for line in files.iter().flat_map(|file| file.lines()) {
            let name = line.split_whitespace().next().unwrap_or("#");
            let known = name.starts_with(['#', '=']) || names.iter().any(|one| one == name);
            assert!(known, "{line}");
        }
    }
}
