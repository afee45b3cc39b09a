//! One person's relation to the brand: six dials, and how they fade when nothing happens.

use super::clock::Minute;
use super::id::{OfferId, RoomId};
use super::measure::decay;

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
#[derive(Clone, Debug, PartialEq)]
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
    /// See [`Dial::Fatigue`], by room.
    pub fatigue: Vec<f64>,
    /// Trust before the story; where trust drifts to.
    pub trust_at_rest: f64,
    /// When the dials were last touched.
    pub touched: Minute,
    /// Rooms in which they stopped following the brand.
    pub left: Vec<RoomId>,
    /// Whether they are connected (asked or accepted) in a room with requests.
    pub connected: bool,
    /// How readily they would voice a failure to the brand, 0..1 (default .15: a choice).
    pub voices: f64,
    /// Offers they bought.
    pub bought: Vec<OfferId>,
    /// Until when a good purchase has them recommend more.
    pub glad_until: Minute,
    /// Whether something of theirs is still unsolved.
    pub open_trouble: bool,
}

impl Bond {
    /// A bond before the story: trust, warmth and familiarity given, in a house of so many rooms.
    pub fn new((trust, warmth, familiarity): (f64, f64, f64), rooms: usize, now: Minute) -> Self {
        Self {
            trust,
            warmth,
            mood: 0.0,
            familiarity,
            knowledge: 0.0,
            fatigue: vec![0.0; rooms],
            trust_at_rest: trust,
            touched: now,
            left: Vec::new(),
            connected: false,
            voices: 0.15,
            bought: Vec::new(),
            glad_until: Minute(0),
            open_trouble: false,
        }
    }

    /// The value of one dial.
    pub fn dial(&self, dial: Dial) -> f64 {
        match dial {
            Dial::Trust => self.trust,
            Dial::Warmth => self.warmth,
            Dial::Mood => self.mood,
            Dial::Familiarity => self.familiarity,
            Dial::Knowledge => self.knowledge,
            Dial::Fatigue(room) => self.fatigue[room.index()],
        }
    }

    /// The bond as it stands at a later minute: dials fade towards rest by their half-lives.
    ///
    /// `fatigue` has the half-life of each room. Nothing is stored: looking never changes a bond.
    #[must_use]
    pub fn at(&self, now: Minute, fatigue: impl Fn(RoomId) -> f64) -> Self {
        let minutes = now.since(self.touched);
        let mut bond = self.clone();
        if minutes == 0 {
            return bond;
        }
        bond.trust = decay(self.trust, self.trust_at_rest, minutes, half_life::TRUST);
        bond.warmth = decay(self.warmth, 0.0, minutes, half_life::WARMTH);
        bond.mood = decay(self.mood, 0.0, minutes, half_life::MOOD);
        bond.familiarity = decay(self.familiarity, 0.0, minutes, half_life::FAMILIARITY);
        bond.knowledge = decay(self.knowledge, 0.0, minutes, half_life::KNOWLEDGE);
        for (room, tired) in bond.fatigue.iter_mut().enumerate() {
            *tired = decay(*tired, 0.0, minutes, fatigue(RoomId::at(room)));
        }
        bond.touched = now;
        bond
    }

    /// Whether they stopped following the brand in this room.
    pub fn has_left(&self, room: RoomId) -> bool {
        self.left.contains(&room)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_fades_a_bond_as_the_model_says() {
        let mut bond = Bond::new((0.45, 0.4, 0.3), 1, Minute(0));
        bond.trust = 0.75;
        let later = bond.at(Minute(30 * 24 * 60), |_| 60.0);
        // MODEL D: thirty silent days cost 37 % of warmth.
        assert!((later.warmth / bond.warmth - 0.63).abs() < 0.005, "{}", later.warmth);
        assert!(later.trust < 0.75 && later.trust > 0.45);
        assert_eq!(bond.at(Minute(0), |_| 60.0), bond);
    }
}
