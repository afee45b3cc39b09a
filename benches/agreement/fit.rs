//! Weights fitted on pairs: logistic regression on differences, each weight held towards nothing.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use mingle::appraisal::{Deed, welcome};

use super::data::{Pair, Seen};
use super::descend::{Difference, Row, descend, dot};
use super::rows::belonging_rows;

/// Columns of a sign: for all, by move, by room.
const COLUMNS: usize = 8;

const ALBUMS: &str = "albums";

const ROOMS: [&str; 4] = ["klatch", "party", "networking", ALBUMS];

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
    /// How much the rows for belonging count: swaps, further swaps, and a message's own room against other rooms.
    pub(crate) swap: f64,
    pub(crate) mixed: f64,
    pub(crate) rooms: f64,
    /// How steeply the manner of a post and of an answer turns into a chance, and what is added to it before.
    pub(crate) post_steep: f64,
    pub(crate) post_lift: f64,
    pub(crate) steep: f64,
    pub(crate) lift: f64,
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
    /// Share of messages that are well said, belong, and are at home although nothing in them tells so.
    pub(crate) manner_floor: f64,
    pub(crate) floor: f64,
    pub(crate) room_floor: f64,
    /// Hold of answers to what was asked.
    pub(crate) answers: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            all: 2.0,
            by_move: 6.0,
            by_room: 16.0,
            runs: 1.5,
            least: 3,
            belong: 1.0,
            belong_by: 3.0,
            register: 1.0,
            swap: 1.0,
            mixed: 0.2,
            rooms: 1.0,
            post_steep: 0.6,
            post_lift: 0.0,
            steep: 1.5,
            lift: -1.0,
            cross: 0.3,
            own: 1.0,
            slack: 1.5,
            price: 1.0,
            post_slack: 1.0,
            post_price: 0.75,
            room_slack: 1.0,
            room_price: 0.5,
            manner_floor: 0.005,
            floor: 0.01,
            room_floor: 0.05,
            answers: 2.0,
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
        self.signs * COLUMNS + self.runs.len()
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
        place.extend(seen.runs.iter().filter_map(|run| self.runs.get(run)).map(|&at| (at, 1.0)));
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
        hold.resize(self.len(), settings.runs);
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
        let mut hold = Vec::with_capacity(self.len());
        for sign in 0..self.signs {
            if self.belonging[sign] && sign != self.readable {
                hold.extend([NEVER; 8]);
            } else {
                hold.extend([NEVER; 4]);
                hold.extend([settings.register; 4]);
            }
        }
        hold.resize(self.len(), NEVER);
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
    /// What puts the middle between the manner of better and worse messages, by move.
    pub(crate) levels: [f64; 3],
    /// The same for the whole sum.
    pub(crate) bases: [f64; 3],
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
        let (deed, one) = (move_number(pair.place.deed), &self.settings);
        let place = self.space.place(seen, pair.place.deed, &pair.place.norms.room);
        let manner = dot(&self.manner, &place) + self.levels[deed];
        let belongs = dot(&self.belonging, &place);
        let sum = if deed == 0 {
            likely(one.post_steep * manner, one.manner_floor) / one.post_steep
                + one.post_price * likely(belongs + one.post_slack, one.floor)
                + one.room_price * likely(self.at_home(seen, pair, &place) + one.room_slack, one.room_floor)
        } else {
            likely(one.steep * manner, one.manner_floor) / one.steep
                + one.price * likely(belongs + one.slack, one.floor)
        };
        sum + self.bases[deed]
    }

    /// The odds that a post is at home in its room rather than in another that it might have been said in.
    fn at_home(&self, seen: &Seen, pair: &Pair, place: &[(usize, f64)]) -> f64 {
        let elsewhere: Vec<f64> = other_rooms(pair)
            .map(|room| libm::exp(dot(&self.register, &self.space.place(seen, pair.place.deed, room))))
            .collect();
        dot(&self.register, place) - libm::log(elsewhere.iter().sum::<f64>() / elsewhere.len() as f64)
    }

    /// The scale, as the weights file writes it.
    pub(crate) fn scale_file(&self) -> String {
        let one = &self.settings;
        let level: Vec<String> = self.levels.iter().map(|level| format!("{level:.3}")).collect();
        let base: Vec<String> = self.bases.iter().map(|base| format!("{base:.3}")).collect();
        format!(
            "=level {}\n=base {}\n=steep {} {}\n=slack {} {}\n=price {} {}\n=room {} {}\n=floor {} {} {}\n",
            level.join(" "),
            base.join(" "),
            one.post_steep,
            one.steep,
            one.post_slack,
            one.slack,
            one.post_price,
            one.price,
            one.room_slack,
            one.room_price,
            one.manner_floor,
            one.floor,
            one.room_floor
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

/// The rooms a post might have been said in instead; without a picture nobody is at the albums.
pub(crate) fn other_rooms(pair: &Pair) -> impl Iterator<Item = &'static str> {
    let bare = pair.place.picture.is_none();
    let own = pair.place.norms.room.as_str();
    ROOMS.into_iter().filter(move |room| *room != own && !(bare && *room == ALBUMS))
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
    // More is forgiven, or less, before a message counts as badly said.
    levels[0] += settings.post_lift;
    levels[1] += settings.lift;
    levels[2] += settings.lift;
    let bases = [0.0; 3];
    let mut fitted = Fitted { space, manner, belonging, register, levels, bases, settings: *settings };
    fitted.bases = bases_of(&fitted, &plain);
    fitted
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

/// What puts nothing between the sums of better and of worse messages, by move: least logistic loss.
fn bases_of(fitted: &Fitted, pairs: &[&&Pair]) -> [f64; 3] {
    let mut sums: [Vec<(f64, f64)>; 3] = Default::default();
    for pair in pairs {
        sums[move_number(pair.place.deed)]
            .push((fitted.sum(&pair.seen.0, pair), fitted.sum(&pair.seen.1, pair)));
    }
    sums.map(|sums| {
        let loss = |base: f64| -> f64 {
            sums.iter()
                .map(|(good, bad)| libm::log1p(libm::exp(-good - base)) + libm::log1p(libm::exp(bad + base)))
                .sum()
        };
        let bases = (0..=400).map(|step| f64::from(step) * 0.01);
        bases.min_by(|a, b| loss(*a).total_cmp(&loss(*b))).unwrap_or_default()
    })
}
