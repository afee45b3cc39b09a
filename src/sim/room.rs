//! A room: its norms and the numbers by which talk lives and dies in it.

use crate::appraisal::Norms;

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
