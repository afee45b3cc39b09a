//! One person's relation to the brand: six dials, and how they fade when nothing happens.

use super::clock::Minute;
use super::id::RoomId;
use super::measure::decay;
use super::set::{Offers, Rooms};

/// A part of a bond that can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dial {
    /// Slow; hard to win, easy to lose; 0..1.
    Trust,
    /// How near the brand is to them; 0..1.
    Warmth,
    /// How they feel about it now; -1..1.
    Mood,
    /// How well they know it; 0..1.
    Familiarity,
    /// How much they know of what it offers; 0..1.
    Knowledge,
    /// Too much of it, in one room; from 0, rarely over 1.5.
    Fatigue(RoomId),
}

impl Dial {
    /// Whether it says something about the words that moved it: being known better and being tired come with any.
    pub const fn teaches(self) -> bool {
        match self {
            Self::Trust | Self::Warmth | Self::Mood => true,
            Self::Familiarity | Self::Knowledge | Self::Fatigue(_) => false,
        }
    }

    /// The lowest and the highest value.
    pub const fn range(self) -> (f64, f64) {
        match self {
            Self::Trust | Self::Warmth | Self::Familiarity | Self::Knowledge => (0.0, 1.0),
            Self::Mood => (-1.0, 1.0),
            Self::Fatigue(_) => (0.0, 4.0),
        }
    }

    /// The word on screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Trust => "trust",
            Self::Warmth => "warmth",
            Self::Mood => "mood",
            Self::Familiarity => "knows you",
            Self::Knowledge => "knows the offer",
            Self::Fatigue(_) => "fatigue",
        }
    }
}

/// Half-lives of the dials in minutes when nothing happens (all choices; MODEL B.3).
mod half_life {
    use crate::sim::clock::DAY;

    pub(super) const MOOD: f64 = 8.0 * 60.0;
    pub(super) const WARMTH: f64 = 45.0 * DAY as f64;
    pub(super) const TRUST: f64 = 75.0 * DAY as f64;
    pub(super) const KNOWLEDGE: f64 = 5.0 * DAY as f64;
    pub(super) const FAMILIARITY: f64 = 60.0 * DAY as f64;
}

/// The dials of one person as they stood when last touched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bond {
    /// See [`Dial::Trust`].
    pub trust: f64,
    /// See [`Dial::Warmth`].
    pub warmth: f64,
    /// See [`Dial::Mood`].
    pub mood: f64,
    /// See [`Dial::Familiarity`].
    pub familiarity: f64,
    /// See [`Dial::Knowledge`].
    pub knowledge: f64,
    /// Trust before the story; where trust drifts to.
    pub trust_at_rest: f64,
    /// When the dials were last touched.
    pub touched: Minute,
    /// Rooms in which they stopped following the brand.
    pub left: Rooms,
    /// Whether they are connected (asked or accepted) in a room with requests.
    pub connected: bool,
    /// How readily they would voice a failure to the brand, 0..1 (default .15: a choice).
    pub voices: f64,
    /// Offers they bought.
    pub bought: Offers,
    /// Until when a good purchase has them recommend more.
    pub glad_until: Minute,
    /// Whether something of theirs is still unsolved.
    pub open_trouble: bool,
    /// Until when a question of the brand invites them to ask something themselves.
    pub invited_until: Minute,
    /// Until when they need something the brand could have.
    pub needs_until: Minute,
}

impl Bond {
    /// A bond before the story: trust, warmth and familiarity given.
    pub fn new((trust, warmth, familiarity): (f64, f64, f64), now: Minute) -> Self {
        Self {
            trust,
            warmth,
            mood: 0.0,
            familiarity,
            knowledge: 0.0,
            trust_at_rest: trust,
            touched: now,
            left: Rooms::default(),
            connected: false,
            voices: 0.15,
            bought: Offers::default(),
            glad_until: Minute(0),
            open_trouble: false,
            invited_until: Minute(0),
            needs_until: Minute(0),
        }
    }

    /// The bond as it stands at a later minute: dials fade towards rest by their half-lives. Nothing is stored: looking
    /// never changes a bond.
    #[must_use]
    pub fn at(&self, now: Minute) -> Self {
        let minutes = now.since(self.touched);
        let mut bond = *self;
        if minutes == 0 {
            return bond;
        }
        bond.trust = decay(self.trust, self.trust_at_rest, minutes, half_life::TRUST);
        bond.warmth = self.warmth_at(now);
        if self.mood != 0.0 {
            bond.mood = decay(self.mood, 0.0, minutes, half_life::MOOD);
        }
        bond.familiarity = decay(self.familiarity, 0.0, minutes, half_life::FAMILIARITY);
        if self.knowledge > 0.0 {
            bond.knowledge = decay(self.knowledge, 0.0, minutes, half_life::KNOWLEDGE);
        }
        bond.touched = now;
        bond
    }

    /// Warmth alone as it stands at a later minute.
    pub fn warmth_at(&self, now: Minute) -> f64 {
        decay(self.warmth, 0.0, now.since(self.touched), half_life::WARMTH)
    }

    /// Whether they stopped following the brand in this room.
    pub fn has_left(&self, room: RoomId) -> bool {
        self.left.contains(room)
    }
}

/// How tired somebody is of the brand in one room, as last touched.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Tired {
    /// How much, from 0, rarely over 1.5.
    pub level: f32,
    /// How much of that came from being sold to.
    pub sold: f32,
    /// When it was last touched.
    pub touched: Minute,
}

impl Tired {
    /// The same at a later minute, in a room where half of it goes in so many minutes.
    #[must_use]
    pub fn at(self, now: Minute, half_life: f64) -> Self {
        if self.level <= 0.0 || now == self.touched {
            return Self { touched: now, ..self };
        }
        let left = decay(1.0, 0.0, now.since(self.touched), half_life) as f32;
        Self { level: self.level * left, sold: self.sold * left, touched: now }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_fades_a_bond_as_the_model_says() {
        let mut bond = Bond::new((0.45, 0.4, 0.3), Minute(0));
        bond.trust = 0.75;
        let later = bond.at(Minute(30 * 24 * 60));
        // MODEL D: thirty silent days cost 37 % of warmth.
        assert!((later.warmth / bond.warmth - 0.63).abs() < 0.005, "{}", later.warmth);
        assert!(later.trust < 0.75 && later.trust > 0.45);
        assert_eq!(bond.at(Minute(0)), bond);
    }
}
