//! Law of feeling: how a reading moves the dials of the reader (MODEL B.5).

use crate::appraisal::{Appraisal, Dimension};
use crate::sim::bond::{Bond, Dial};
use crate::sim::event::Nudge;
use crate::sim::id::{MessageId, PersonId, RoomId};
use crate::sim::measure::plus;
use crate::sim::reason::{Because, Law, Reason};

use super::reading::Reading;

/// Loss aversion: bad weighs so much more than good (median of Tversky and Kahneman 1992, from memory).
pub const LOSS: f64 = 2.25;

/// The nudges of one reading.
pub fn feel(
    reading: &Reading,
    words: &Appraisal,
    (person, message, room): (PersonId, MessageId, RoomId),
    bond: &Bond,
    solemn: bool,
) -> Vec<Nudge> {
    let because = |up| Because::Words(message, reading.lead(up));
    let nudge = |dial, by, law, because| Nudge { person, dial, by, reason: Reason { law, because } };
    let (above, value) = (reading.authenticity - 0.5, reading.value);
    let trust = 0.12 * (plus(above) * (1.0 - bond.trust) - LOSS * plus(-above) * bond.trust);
    let warmth = 0.12 * (plus(value) * (1.0 - bond.warmth) - plus(-value) * bond.warmth);
    let mood = 0.30 * value * (1.0 - bond.mood.abs());
    let tired = 0.40 * (0.5 + 1.2 * reading.selling) * (1.3 - reading.relevance);
    let knows = plus(words.score(Dimension::Info) - bond.knowledge);
    let mut nudges = vec![
        nudge(Dial::Trust, trust, Law::Authentic, because(trust > 0.0)),
        nudge(Dial::Warmth, warmth, Law::Value, because(value > 0.0)),
        nudge(Dial::Mood, mood, Law::Value, because(value > 0.0)),
        nudge(
            Dial::Familiarity,
            0.05 * (1.0 - bond.familiarity),
            Law::Acquaintance,
            Because::Message(message),
        ),
        nudge(Dial::Knowledge, knows, Law::Information, Because::Words(message, Dimension::Info)),
        nudge(Dial::Fatigue(room), tired, Law::Fatigue, Because::Words(message, Dimension::Promo)),
    ];
    if solemn && words.score(Dimension::Promo) > 0.3 {
        let because = Because::Words(message, Dimension::Promo);
        nudges.push(nudge(Dial::Mood, -0.4, Law::Tactless, because));
        nudges.push(nudge(Dial::Trust, -0.15 * bond.trust, Law::Tactless, because));
    }
    nudges
}
