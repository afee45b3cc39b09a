//! Law of reading: one message through the eyes of one reader (MODEL B.5).

use crate::appraisal::{Appraisal, Dimension};
use crate::sim::bond::Bond;
use crate::sim::measure::plus;
use crate::sim::person::Person;
use crate::sim::room::Room;

/// How a message read to one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Authenticity, 0..1.
    pub authenticity: f64,
    /// What it gave them, -1..1.
    pub value: f64,
    /// What was in it for them, 0..1.
    pub relevance: f64,
    /// The selling they felt, 0..1.5.
    pub selling: f64,
    /// Fit for room and acquaintance, 0..1.
    pub fit: f64,
    /// The three dimensions that weighed most, signed, heaviest first.
    pub parts: [(Dimension, f64); 3],
}

/// What of a reader counts in reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reader {
    /// Trust, 0..1.
    pub trust: f64,
    /// How well they know the brand, 0..1.
    pub familiarity: f64,
    /// Scepticism towards selling, 0..1.
    pub scepticism: f64,
    /// Interest in the matter, 0..1.
    pub interest: f64,
    /// Whether something of theirs is unsolved.
    pub troubled: bool,
    /// Complaints left unanswered that they can see.
    pub unanswered: u32,
}

impl Reader {
    /// Somebody in the middle of all dials, for readings outside a story.
    pub const USUAL: Self = Self {
        trust: 0.45,
        familiarity: 0.3,
        scepticism: 0.4,
        interest: 0.6,
        troubled: false,
        unanswered: 0,
    };

    /// A person with their bond as it stands; `shared` says that the message touches what they care about.
    pub fn of(person: &Person, bond: &Bond, shared: bool, unanswered: u32) -> Self {
        Self {
            trust: bond.trust,
            familiarity: bond.familiarity,
            scepticism: person.scepticism,
            interest: (person.interest + if shared { 0.25 } else { 0.0 }).min(1.0),
            troubled: bond.open_trouble,
            unanswered,
        }
    }
}

/// Reads a message through the eyes of a reader.
pub fn read(words: &Appraisal, reader: &Reader, room: &Room) -> Reading {
    let score = |dimension| words.score(dimension);
    let (promo, press, canned) = (score(Dimension::Promo), score(Dimension::Press), score(Dimension::Canned));
    let selling = promo * (0.5 + reader.scepticism) * (1.0 - 0.5 * reader.trust);
    let human = if reader.troubled {
        0.0
    } else {
        score(Dimension::Human) / (1.0 + 0.5 * f64::from(reader.unanswered))
    };
    let norm = room.norms.formality + 0.30 * (1.0 - reader.familiarity) - 0.05;
    let form = score(Dimension::Form);
    let distance = if form > norm { form - norm } else { norm - form };
    let fit = score(Dimension::RoomFit) * plus(1.0 - distance / 0.5);
    let chum = 0.25 * canned * plus(0.55 - form) / 0.55;
    let (truth, spec) = (score(Dimension::Truth), score(Dimension::Spec));
    // An unsure reader moves little: the reading is pulled to the middle.
    let sure = if words.is_unsure() { words.sure / 0.35 } else { 1.0 };
    let raw = 0.05 + 0.30 * truth + 0.20 * human + 0.20 * fit + 0.15 * spec + 0.15 * (1.0 - canned)
        - 0.30 * selling
        - chum;
    let authenticity = (0.5 + (raw - 0.5) * sure).clamp(0.0, 1.0);
    let relevance = reader.interest * score(Dimension::Useful).max(score(Dimension::Story));
    let looks = room.norms.visual_weight * (score(Dimension::Visual) - 0.3);
    let value =
        ((authenticity - 0.5) + 0.8 * (relevance - 0.25) + looks - 0.5 * press).clamp(-1.0, 1.0) * sure;
    // Contributions against a middling message, so that the reasons add up to what set this one apart.
    let parts = heaviest(&[
        (Dimension::Truth, 0.30 * (truth - 0.6)),
        (Dimension::Human, 0.20 * (human - 0.4)),
        (Dimension::RoomFit, 0.20 * (fit - 0.6)),
        (Dimension::Spec, 0.15 * (spec - 0.3)),
        (Dimension::Canned, -0.15 * (canned - 0.1) - chum),
        (Dimension::Promo, -0.30 * (selling - 0.1)),
        (Dimension::Press, -0.5 * press),
        (Dimension::Useful, 0.4 * reader.interest * (score(Dimension::Useful) - 0.25)),
        (Dimension::Story, 0.4 * reader.interest * (score(Dimension::Story) - 0.25)),
        (Dimension::Visual, looks),
    ]);
    Reading { authenticity, value, relevance, selling, fit, parts }
}

impl Reading {
    /// The dimension that weighed most in this direction; the heaviest of all when none points there.
    pub fn lead(&self, up: bool) -> Dimension {
        self.parts.iter().find(|(_, weight)| (*weight > 0.0) == up).unwrap_or(&self.parts[0]).0
    }

    /// Overall welcome, -1..1: half authenticity, half value.
    pub fn welcome(&self) -> f64 {
        ((self.authenticity - 0.5) + 0.5 * self.value).clamp(-0.5, 0.5) * 2.0
    }
}

/// The three heaviest, heaviest first; of equals the first in the list.
fn heaviest(all: &[(Dimension, f64)]) -> [(Dimension, f64); 3] {
    let mut top = [all[0]; 3];
    let mut filled = 0;
    for &part in all {
        let place = top[..filled].iter().position(|held| part.1.abs() > held.1.abs()).unwrap_or(filled);
        if place < 3 {
            filled = (filled + 1).min(3);
            top[place..filled].rotate_right(1);
            top[place] = part;
        }
    }
    top
}
