//! Law of feeling: how a reading moves the dials of the reader (MODEL B.5).

use crate::appraisal::{Appraisal, Dimension};
use crate::sim::bond::{Bond, Dial, Tired};
use crate::sim::event::Nudge;
use crate::sim::id::{MessageId, PersonId, RoomId};
use crate::sim::measure::plus;
use crate::sim::reason::{Because, Law, Reason};

use super::reading::Reading;

/// Loss aversion: bad weighs so much more than good (median of Tversky and Kahneman 1992, from memory).
pub const LOSS: f64 = 2.25;

/// From here on a reader feels sold to, 0..1.5.
pub const SOLD: f64 = 0.2;

/// Who reads what, and how they stand to the brand.
#[derive(Clone, Copy, Debug)]
pub struct Feeler<'a> {
    /// Who reads.
    pub person: PersonId,
    /// What.
    pub message: MessageId,
    /// Where.
    pub room: RoomId,
    /// Their bond as it stands now.
    pub bond: &'a Bond,
    /// How tired they are of the brand there.
    pub tired: Tired,
}

impl Feeler<'_> {
    fn nudge(&self, dial: Dial, by: f64, law: Law, because: Because) -> Nudge {
        Nudge { person: self.person, dial, by, reason: Reason { law, because } }
    }

    /// The nudges of one reading.
    pub fn feel(&self, reading: &Reading, words: &Appraisal, solemn: bool) -> Vec<Nudge> {
        let (bond, message) = (self.bond, self.message);
        let because = |up| Because::Words(message, reading.lead(up));
        let (above, value) = (reading.authenticity - 0.5, reading.value);
        let trust = 0.12 * (plus(above) * (1.0 - bond.trust) - LOSS * plus(-above) * bond.trust);
        let warmth = 0.12 * (plus(value) * (1.0 - bond.warmth) - plus(-value) * bond.warmth);
        let mood = 0.30 * value * (1.0 - bond.mood.abs());
        let mut nudges = Vec::with_capacity(9);
        nudges.push(self.nudge(Dial::Trust, trust, Law::Authentic, because(trust > 0.0)));
        nudges.push(self.nudge(Dial::Warmth, warmth, Law::Value, because(value > 0.0)));
        nudges.push(self.nudge(Dial::Mood, mood, Law::Value, because(value > 0.0)));
        let knows = plus(words.score(Dimension::Info) - bond.knowledge);
        if knows > 0.0 {
            let told = Because::Words(message, Dimension::Info);
            nudges.push(self.nudge(Dial::Knowledge, knows, Law::Information, told));
        }
        if solemn && words.score(Dimension::Promo) > 0.3 {
            let because = Because::Words(message, Dimension::Promo);
            nudges.push(self.nudge(Dial::Mood, -0.4, Law::Tactless, because));
            nudges.push(self.nudge(Dial::Trust, -0.15 * bond.trust, Law::Tactless, because));
        }
        nudges.extend(self.glance(reading));
        nudges
    }

    /// What any look does, bought or not: the brand is better known, and a little too much of it.
    pub fn glance(&self, reading: &Reading) -> [Nudge; 2] {
        let (message, room) = (self.message, self.room);
        let known = 0.05 * (1.0 - self.bond.familiarity);
        let by = 0.40 * (0.5 + 1.2 * reading.selling) * (1.3 - reading.relevance);
        let (law, because) = if reading.selling > SOLD {
            (Law::Selling, Because::Words(message, Dimension::Promo))
        } else {
            (Law::Fatigue, Because::Message(message))
        };
        [
            self.nudge(Dial::Familiarity, known, Law::Acquaintance, Because::Message(message)),
            self.nudge(Dial::Fatigue(room), by, law, because),
        ]
    }
}
