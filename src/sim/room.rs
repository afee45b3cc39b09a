//! A room: its norms and the numbers by which talk lives and dies in it.

use crate::appraisal::Norms;

/// Who decides which posts a visitor comes across: each room has its own host (MODEL B.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// Those you are close to first.
    Closeness,
    /// What just happened first.
    Tempo,
    /// What is to the point of your work first.
    Matter,
    /// What looks good first.
    Looks,
}

/// By what people flock together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alike {
    /// By what they care about.
    Cares,
    /// By what they do for a living.
    Work,
}

/// How people of a room are tied to each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Web {
    /// By what they flock together.
    pub alike: Alike,
    /// Ties each person makes.
    pub each: u32,
    /// Whether ties go both ways.
    pub mutual: bool,
    /// People of a circle, 0 when there are none.
    pub circle: u32,
    /// How much the well-known are preferred: 1 not at all; Pareto tail a gives 1 / (1 - 1/a).
    pub tail: f64,
    /// Weakest and strongest tie among those alike, 0..1.
    pub near: (f64, f64),
    /// Weakest and strongest tie with others, 0..1.
    pub far: (f64, f64),
}

impl Web {
    /// Nobody knows anybody.
    pub const NONE: Self = Self {
        alike: Alike::Cares,
        each: 0,
        mutual: false,
        circle: 0,
        tail: 1.0,
        near: (0.0, 0.0),
        far: (0.0, 0.0),
    };
}

/// What the outward form of a post does to reactions, as shares of usual: .35 is a third more, -.17 a sixth less.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Lifts {
    /// Texts of at most so many characters, and what that does.
    pub short: (u32, f64),
    /// Up to so many hashtags, what some do, and what more do.
    pub hashtags: (u32, f64, f64),
    /// A picture.
    pub photo: f64,
    /// A face in it, beyond what it gives the eye.
    pub face: f64,
    /// A number.
    pub number: f64,
    /// Somebody quoted.
    pub quote: f64,
}

/// One room, as its data file gives it. Times are minutes unless said otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    /// What fits and what jars; `norms.room` is the room's name.
    pub norms: Norms,
    /// The name on screen, as in "Coffee klatch".
    pub title: String,
    /// What the room is like and why people come, in one or two sentences.
    pub about: String,
    /// Half-life of a post's chance to be seen.
    pub fresh: f64,
    /// Visits of a usual person a day.
    pub sessions: f64,
    /// Chance that a person in the room sees a fresh usual post, before anything else counts.
    pub seen: f64,
    /// Chance that a reader reacts to a usual post.
    pub reaction: f64,
    /// Shares of like, comment and share among reactions; sums to 1.
    pub mix: [f64; 3],
    /// Half-life of the room's memory of how much the brand has talked, and how many posts it bears before tiring.
    pub airtime: (f64, f64),
    /// Half-life of a person's fatigue with the brand here.
    pub fatigue: f64,
    /// Half-life of what a good answer is worth.
    pub reply: f64,
    /// Median patience of somebody who asked.
    pub patience: f64,
    /// Who decides which posts a visitor comes across.
    pub host: Host,
    /// How people are tied to each other here.
    pub web: Web,
    /// How long a circle of conversation stands before people mingle anew, minutes; 0 where there are none.
    pub mingles: u32,
    /// What the outward form of a post does to reactions here.
    pub lifts: Lifts,
    /// Chance that a visitor leafs through what the brand showed before, 0..1.
    pub leafs: f64,
    /// How much closeness decides who sees a post, 0..1.
    pub closeness: f64,
    /// How busy each hour of the day is; mean 1.
    pub hours: [f64; 24],
    /// People's own messages an hour at a usual hour.
    pub talk: f64,
    /// Whether people ask to connect here, and expect an answer.
    pub requests: bool,
    /// Public answers of the brand in one thread after which the room has heard enough.
    pub enough: u32,
}

impl Room {
    /// The name in files and moves, as in `klatch`.
    pub fn name(&self) -> &str {
        &self.norms.room
    }
}
