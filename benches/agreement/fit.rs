//! Weights fitted on pairs: logistic regression on differences, each weight held towards nothing.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use mingle::appraisal::{Deed, welcome};

use super::data::{Pair, Seen};
use super::descend::{Difference, Row, descend, dot};
use super::rows::belonging_rows;

/// Columns of a sign: for all, by move, by room.
const COLUMNS: usize = 8;

pub(crate) const ROOMS: [&str; 4] = ["klatch", "party", "networking", "albums"];

/// How strongly weights are held towards nothing, and how much the kinds of pairs count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    /// Hold of a weight that counts everywhere, by move, by room, and of a run of words; for the manner.
    pub(crate) all: f64,
    pub(crate) by_move: f64,
    pub(crate) by_room: f64,
    pub(crate) runs: f64,
    /// Pairs that a run of words must turn up in.
    pub(crate) least: usize,
    /// Hold of weights for belonging: of signs of belonging, of the same by move and room, of manner by room.
    pub(crate) belong: f64,
    pub(crate) belong_by: f64,
    pub(crate) register: f64,
    /// How much the rows for belonging count: swaps, further swaps, and further swaps of rooms.
    pub(crate) swap: f64,
    pub(crate) mixed: f64,
    pub(crate) rooms: f64,
    /// Where the manner levels off, below and above the middle.
    pub(crate) cap: f64,
    pub(crate) top: f64,
    /// How much single messages count for what belongs, beside those held against others.
    pub(crate) own: f64,
    /// How much better against worse across pairs counts.
    pub(crate) cross: f64,
    /// How far below the usual a message may be before it stands out, and what it costs to stand out.
    pub(crate) slack: f64,
    pub(crate) price: f64,
    /// The same for the room.
    pub(crate) post_slack: f64,
    pub(crate) post_price: f64,
    pub(crate) room_slack: f64,
    pub(crate) room_price: f64,
    /// Share of messages that belong although nothing in them tells so.
    pub(crate) floor: f64,
    /// Hold of answers to what was asked.
    pub(crate) answers: f64,
    pub(crate) rruns: f64,
    pub(crate) soft: f64,
    pub(crate) couple: f64,
    pub(crate) rother: f64,
    pub(crate) rbad: f64,
    pub(crate) sbad: f64,
    pub(crate) rown: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            all: 2.0,
            by_move: 8.0,
            by_room: 16.0,
            runs: 1.5,
            least: 3,
            belong: 1.0,
            belong_by: 3.0,
            register: 1.0,
            swap: 1.0,
            mixed: 0.2,
            rooms: 0.3,
            cap: 2.4,
            top: 1.6,
            cross: 0.3,
            own: 1.0,
            slack: 0.65,
            price: 1.0,
            post_slack: 0.5,
            post_price: 0.75,
            room_slack: 0.0,
            room_price: 0.5,
            floor: 0.05,
            answers: 2.0,
            rruns: 1e9,
            soft: 0.0,
            couple: 0.0,
            rother: 1.0,
            rbad: 1.0,
            sbad: 0.0,
            rown: 1.0,
        }
    }
}

/// The space of weights: signs by column, then runs.
pub(crate) struct Space {
    signs: usize,
    /// Which signs tell whether a message belongs where it is said.
    belonging: Vec<bool>,
    /// The sign that every message has.
    readable: usize,
    /// Which signs are answers to what was asked.
    answers: Vec<bool>,
    pub(crate) runs: BTreeMap<String, usize>,
}

impl Space {
    /// The space that these pairs span.
    pub(crate) fn of(pairs: &[&Pair], least: usize) -> Self {
        let mut count: BTreeMap<&str, (usize, [bool; 3])> = BTreeMap::new();
        for pair in pairs.iter().filter(|pair| !pair.is_swap()) {
            for run in pair.seen.0.runs.iter().chain(&pair.seen.1.runs) {
                let entry = count.entry(run).or_default();
                entry.0 += 1;
                entry.1[pair.author] = true;
            }
        }
        let kept = count.into_iter().filter(|(_, (pairs, authors))| {
            *pairs >= least && authors.iter().filter(|one| **one).count() >= 2
        });
        let names = welcome::sign_names();
        let signs = names.len();
        let readable = names.iter().position(|name| name == "sure").unwrap_or_default();
        let answers = names.iter().map(|name| name.starts_with("to.")).collect();
        let belonging = names.iter().map(|name| welcome::is_of_belonging(name)).collect();
        let runs = kept.enumerate().map(|(at, (run, _))| (run.to_owned(), signs * COLUMNS + at)).collect();
        Self { signs, belonging, readable, answers, runs }
    }

    fn len(&self) -> usize {
        self.signs * COLUMNS + self.runs.len() * 5
    }

    /// Where one text stands, for a move and a room.
    pub(crate) fn place(&self, seen: &Seen, deed: Deed, room: &str) -> Difference {
        let deed = move_number(deed);
        let room = ROOMS.iter().position(|name| *name == room);
        let mut place = Vec::new();
        for &(sign, value) in &seen.signs {
            place.push((sign * COLUMNS, value));
            place.push((sign * COLUMNS + 1 + deed, value));
            if let Some(room) = room {
                place.push((sign * COLUMNS + 4 + room, value));
            }
        }
        for &at in seen.runs.iter().filter_map(|run| self.runs.get(run)) {
            place.push((at, 1.0));
            if let Some(room) = room {
                place.push((at + self.runs.len() * (1 + room), 1.0));
            }
        }
        place
    }

    /// The difference between two texts said in the same place.
    pub(crate) fn difference(&self, good: &Seen, bad: &Seen, deed: Deed, room: &str) -> Difference {
        let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
        for (at, value) in self.place(good, deed, room) {
            *sums.entry(at).or_default() += value;
        }
        for (at, value) in self.place(bad, deed, room) {
            *sums.entry(at).or_default() -= value;
        }
        sums.into_iter().filter(|(_, value)| value.abs() > 1e-12).collect()
    }

    fn hold(&self, settings: &Settings) -> Vec<f64> {
        let mut hold = Vec::with_capacity(self.len());
        for _ in 0..self.signs {
            hold.push(settings.all);
            hold.extend([settings.by_move; 3]);
            hold.extend([settings.by_room; 4]);
        }
        hold.resize(self.signs * COLUMNS + self.runs.len(), settings.runs);
        hold.resize(self.len(), NEVER);
        hold
    }

    /// The hold for belonging: signs of belonging count everywhere, signs of manner only by room.
    fn hold_belonging(&self, settings: &Settings) -> Vec<f64> {
        let mut hold = Vec::with_capacity(self.len());
        for sign in 0..self.signs {
            if self.answers[sign] {
                hold.push(settings.answers);
                hold.extend([settings.answers * 4.0; 7]);
            } else if self.belonging[sign] {
                hold.push(settings.belong);
                hold.extend([settings.belong_by; 7]);
            } else {
                hold.extend([NEVER; 8]);
            }
        }
        hold.resize(self.len(), NEVER);
        hold
    }

    /// The hold for the register of a room: signs of manner count, by room only.
    fn hold_register(&self, settings: &Settings) -> Vec<f64> {
        let names = welcome::sign_names();
        let mut hold = Vec::with_capacity(self.len());
        for sign in 0..self.signs {
            if self.belonging[sign] && sign != self.readable {
                hold.extend([NEVER; 8]);
            } else {
                hold.extend([NEVER; 4]);
                let tells = welcome::tells_room(&names[sign]) || sign == self.readable;
                hold.extend([if tells { settings.register } else { settings.rother }; 4]);
            }
        }
        hold.resize(self.signs * COLUMNS + self.runs.len(), NEVER);
        hold.resize(self.len(), settings.rruns);
        hold
    }
}

/// A hold that lets nothing through.
const NEVER: f64 = 1e9;

/// Which column a move has.
pub(crate) fn move_number(deed: Deed) -> usize {
    match deed {
        Deed::Post => 0,
        Deed::Reply | Deed::Private => 1,
        Deed::Connect => 2,
    }
}

/// Fitted weights with their space.
pub(crate) struct Fitted {
    pub(crate) space: Space,
    pub(crate) manner: Vec<f64>,
    pub(crate) belonging: Vec<f64>,
    /// What puts the middle between better and worse messages, by move.
    pub(crate) levels: [f64; 3],
    /// Weights for the register of the room; posts only.
    pub(crate) register: Vec<f64>,
    pub(crate) settings: Settings,
}

impl Fitted {
    /// How much better the first text stands than the second.
    pub(crate) fn lead(&self, pair: &Pair) -> f64 {
        self.sum(&pair.seen.0, pair) - self.sum(&pair.seen.1, pair)
    }

    /// Where one text stands.
    pub(crate) fn sum(&self, seen: &Seen, pair: &Pair) -> f64 {
        let deed = pair.place.deed;
        let place = self.space.place(seen, deed, &pair.place.norms.room);
        let manner = dot(&self.manner, &place) + self.levels[move_number(deed)];
        let settings = &self.settings;
        let (slack, price) = if deed == Deed::Post {
            (settings.post_slack, settings.post_price)
        } else {
            (settings.slack, settings.price)
        };
        let belongs = dot(&self.belonging, &place) + slack;
        let at_home = dot(&self.register, &place) + settings.room_slack;
        levelled(manner, settings)
            + price * likely(belongs, settings.floor)
            + if deed == Deed::Post { settings.room_price * likely(at_home, settings.floor) } else { 0.0 }
    }

    /// The odds that a text is at home in its room rather than in another.
    fn home(&self, seen: &Seen, pair: &Pair, place: &[(usize, f64)]) -> f64 {
        let own = dot(&self.register, place);
        if self.settings.soft == 0.0 {
            return own;
        }
        let mut sum = 0.0;
        let mut n = 0.0;
        for room in ROOMS.iter().filter(|room| **room != pair.place.norms.room) {
            if *room == "albums" && pair.place.picture.is_none() && self.settings.soft == 2.0 {
                continue;
            }
            sum += libm::exp(dot(&self.register, &self.space.place(seen, pair.place.deed, room)));
            n += 1.0;
        }
        own - libm::log(sum / n)
    }

    pub(crate) fn parts(&self, seen: &Seen, pair: &Pair) -> [f64; 3] {
        let place = self.space.place(seen, pair.place.deed, &pair.place.norms.room);
        [
            dot(&self.manner, &place) + self.levels[move_number(pair.place.deed)],
            dot(&self.belonging, &place),
            self.home(seen, pair, &place),
        ]
    }

    /// The scale, as the weights file writes it.
    pub(crate) fn scale_file(&self) -> String {
        let one = &self.settings;
        let level: Vec<String> = self.levels.iter().map(|level| format!("{level:.3}")).collect();
        format!(
            "=level {}\n=cap {} {}\n=slack {} {}\n=price {} {}\n=room {} {}\n=floor {}\n",
            level.join(" "),
            one.cap,
            one.top,
            one.post_slack,
            one.slack,
            one.post_price,
            one.price,
            one.room_slack,
            one.room_price,
            one.floor
        )
    }

    /// The file of runs: a line for each that weighs something.
    pub(crate) fn runs_file(&self) -> String {
        let mut out = String::new();
        for (run, at) in self.space.runs.iter().filter(|(_, at)| self.manner[**at].abs() >= 0.04) {
            let _ = writeln!(out, "{:.2} {run}", self.manner[*at]);
        }
        out
    }
}

/// A weights file: a line for each sign that has any.
pub(crate) fn signs_file(weights: &[f64]) -> String {
    let mut out = String::new();
    for (sign, name) in welcome::sign_names().iter().enumerate() {
        let columns = &weights[sign * COLUMNS..(sign + 1) * COLUMNS];
        if columns.iter().all(|weight| weight.abs() < 0.005) {
            continue;
        }
        let numbers: Vec<String> = columns.iter().map(|weight| format!("{weight:.2}")).collect();
        let _ = writeln!(out, "{name} {}", numbers.join(" ").replace("-0.00", "0.00"));
    }
    out
}

/// Manner levelled off: sooner above the middle, where one good message is as good as another.
fn levelled(manner: f64, settings: &Settings) -> f64 {
    let cap = if manner > 0.0 { settings.top } else { settings.cap };
    cap * libm::tanh(manner / cap)
}

/// The logarithm of the chance that a message belongs, never below the floor's.
fn likely(odds: f64, floor: f64) -> f64 {
    libm::log(floor + (1.0 - floor) / (1.0 + libm::exp(-odds)))
}

/// Fits weights: the manner on pairs; what belongs on messages against such as belong elsewhere, good and bad alike.
pub(crate) fn fit(pairs: &[&Pair], settings: &Settings) -> Fitted {
    let space = Space::of(pairs, settings.least);
    let plain: Vec<&&Pair> = pairs.iter().filter(|pair| !pair.is_swap()).collect();
    let (mut manner, mut levels) = fit_manner(&plain, &space, settings);
    // Held weights are too modest; unseen pairs tell by how much.
    let modest = modesty(&plain, &space, settings);
    manner.iter_mut().chain(&mut levels).for_each(|weight| *weight *= modest);
    let (subject, room) = belonging_rows(pairs, &space, settings);
    let belonging = descend(&subject, &space.hold_belonging(settings));
    let register = descend(&room, &space.hold_register(settings));
    Fitted { space, manner, belonging, register, levels, settings: *settings }
}

/// Worse messages of other pairs that each better one is held against.
const CROSSED: usize = 8;

fn fit_manner(plain: &[&&Pair], space: &Space, settings: &Settings) -> (Vec<f64>, [f64; 3]) {
    let mut rows = Vec::new();
    for (at, pair) in plain.iter().enumerate() {
        let (deed, room) = (pair.place.deed, &pair.place.norms.room);
        let difference = space.difference(&pair.seen.0, &pair.seen.1, deed, room);
        rows.push(Row { difference, weight: 1.0 });
        // Better ones against worse ones of other pairs, so that one middle holds for all.
        let alike: Vec<&&&Pair> = plain
            .iter()
            .filter(|other| {
                other.id != pair.id && other.place.deed == deed && other.place.norms.room == *room
            })
            .collect();
        for step in 0..alike.len().min(CROSSED) {
            let other = alike[(at * 5 + step * 7 + 1) % alike.len()];
            let difference = space.difference(&pair.seen.0, &other.seen.1, deed, room);
            rows.push(Row { difference, weight: settings.cross });
        }
    }
    let manner = descend(&rows, &space.hold(settings));
    let levels = levels(plain, space, &manner);
    (manner, levels)
}

/// Parts the pairs are dealt into, so that each can be judged by weights that have not seen it.
const FOLDS: usize = 5;

/// The factor that makes leads on unseen pairs honest.
fn modesty(plain: &[&&Pair], space: &Space, settings: &Settings) -> f64 {
    let mut leads = Vec::new();
    for held in 0..FOLDS {
        let part = |inside: bool| {
            plain
                .iter()
                .enumerate()
                .filter(move |(at, _)| (at % FOLDS == held) == inside)
                .map(|(_, pair)| *pair)
        };
        let rest: Vec<&&Pair> = part(false).collect();
        let (manner, _) = fit_manner(&rest, space, settings);
        leads.extend(part(true).map(|pair| {
            let room = &pair.place.norms.room;
            dot(&manner, &space.difference(&pair.seen.0, &pair.seen.1, pair.place.deed, room))
        }));
    }
    super::measure::honest(&leads)
}

/// The middle of better and worse messages, by move.
fn levels(pairs: &[&&Pair], space: &Space, manner: &[f64]) -> [f64; 3] {
    let mut sums = [(0.0, 0.0); 3];
    for pair in pairs {
        let sum = &mut sums[move_number(pair.place.deed)];
        for seen in [&pair.seen.0, &pair.seen.1] {
            let place = space.place(seen, pair.place.deed, &pair.place.norms.room);
            sum.0 -= 0.5 * dot(manner, &place);
        }
        sum.1 += 1.0;
    }
    sums.map(|(sum, count)| sum / f64::max(count, 1.0))
}
