//! Law of the answer: what a reply is worth to the person who waited for it (MODEL B.6).

use crate::appraisal::{Ask, Dimension};
use crate::sim::bond::Dial;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::{EventId, MessageId};
use crate::sim::measure::plus;
use crate::sim::message::{Followup, Said};
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::world::{WaitState, Waiting, World};

use super::feel::LOSS;

/// Below this an answer counts as a bad one.
pub const ENOUGH: f64 = 0.35;
/// What is left of a good answer's worth however late it comes (MODEL B.6).
const FLOOR: f64 = 0.10;

/// How good an answer was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quality {
    /// What it did, 0..1.
    pub result: f64,
    /// How it was said, 0..1.
    pub manner: f64,
    /// Speed, 0..1.
    pub speed: f64,
}

impl Quality {
    /// For mood and satisfaction.
    pub fn overall(&self) -> f64 {
        0.55 * self.result + 0.45 * self.manner
    }

    /// For trust and warmth, where manner counts more (MODEL row 34).
    pub fn lasting(&self) -> f64 {
        0.46 * self.result + 0.54 * self.manner
    }

    /// Quality times speed, 0..1, as the trainee's Answering meter counts it.
    pub fn worth(&self) -> f64 {
        self.speed * plus(self.overall() - ENOUGH) / (1.0 - ENOUGH)
    }
}

/// What a good answer is worth after a wait of so many minutes.
pub fn speed(minutes: u32, half_life: f64) -> f64 {
    FLOOR + (1.0 - FLOOR) * libm::exp2(-f64::from(minutes) / half_life)
}

/// How good a reply is for somebody who waited.
pub fn quality(world: &World, waiting: &Waiting, said: &Said) -> Quality {
    let complaint = ask_of(world, waiting.message) == Ask::Complaint;
    let parts = said.appraisal.reply_parts(complaint);
    let half_life = world.setup.room(waiting.room).reply;
    Quality { result: parts.result, manner: parts.manner, speed: speed(world.now.since(waiting.since), half_life) }
}

fn ask_of(world: &World, message: MessageId) -> Ask {
    world.message(message).expect.as_ref().map_or(Ask::Talk, |expect| expect.ask)
}

/// The event of an answer with what it moves in the person who waited.
pub fn answer(world: &World, waiting: &Waiting, reply: MessageId, said: &Said, cause: Option<EventId>) -> Proposal {
    let (person, good) = (waiting.person, quality(world, waiting, said));
    let bond = world.bond(person);
    let (q, lasting) = (good.overall(), good.lasting());
    let failed = ask_of(world, waiting.message) == Ask::Complaint || waiting.state == WaitState::RanOut;
    // A failure answered badly hurts twice (double deviation, Bitner 1990, from memory).
    let twice = if failed { 1.5 } else { 1.0 };
    let mood = 1.4 * (plus(q - ENOUGH) * good.speed - plus(ENOUGH - q));
    let trust = 0.18
        * (plus(lasting - ENOUGH) * good.speed * (1.0 - bond.trust)
            - LOSS * twice * plus(ENOUGH - lasting) * bond.trust);
    let warmth =
        0.25 * (plus(q - ENOUGH) * good.speed * (1.0 - bond.warmth) - plus(ENOUGH - q) * bond.warmth);
    let lead = lead(said, &good, q >= ENOUGH);
    let reason = Reason { law: Law::Answer, because: Because::Words(reply, lead) };
    let mut nudges: Vec<Nudge> = [(Dial::Mood, mood), (Dial::Trust, trust), (Dial::Warmth, warmth)]
        .into_iter()
        .map(|(dial, by)| Nudge { person, dial, by, reason })
        .collect();
    let knows = plus(said.appraisal.score(Dimension::Info) - bond.knowledge);
    let informed = Reason { law: Law::Information, because: Because::Words(reply, Dimension::Info) };
    nudges.push(Nudge { person, dial: Dial::Knowledge, by: knows, reason: informed });
    let known = Reason { law: Law::Acquaintance, because: Because::Message(reply) };
    nudges.push(Nudge { person, dial: Dial::Familiarity, by: 0.10 * (1.0 - bond.familiarity), reason: known });
    // A poor answer that promises nothing leaves them waiting.
    let closed = q >= ENOUGH || !said.appraisal.promises.is_empty();
    let what = What::Answered {
        person,
        asked: waiting.message,
        reply,
        result: good.result,
        manner: good.manner,
        closed,
    };
    Proposal::with(cause, what, nudges)
}

fn lead(said: &Said, good: &Quality, well: bool) -> Dimension {
    let canned = said.appraisal.score(Dimension::Canned);
    match (well, good.result >= good.manner) {
        (true, true) => Dimension::ToThePoint,
        (true, false) => Dimension::Empathy,
        (false, _) if canned > 0.4 => Dimension::Canned,
        (false, true) => Dimension::Empathy,
        (false, false) => Dimension::ToThePoint,
    }
}

/// What the person says to it.
pub fn followup(good: &Quality, said: &Said, late: bool) -> Followup {
    let q = good.overall();
    if q < ENOUGH && said.appraisal.score(Dimension::Canned) > 0.4 {
        Followup::Canned
    } else if !said.appraisal.promises.is_empty() && good.result < 0.6 {
        Followup::Promised
    } else if q < ENOUGH {
        Followup::Missed
    } else if late {
        Followup::Late
    } else if good.manner > good.result {
        Followup::Touched
    } else {
        Followup::Helped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speed_is_worth_money_and_fades_within_the_hour() {
        // MODEL row 26 at the party: 1 : .57 : .11 at 3, 22 and 180 minutes.
        let at = |minutes| speed(minutes, 20.0) / speed(3, 20.0);
        assert!((at(22) - 0.57).abs() < 0.03, "{}", at(22));
        assert!((at(180) - 0.11).abs() < 0.02, "{}", at(180));
    }

    #[test]
    fn a_bad_answer_is_worth_nothing_however_fast() {
        let bad = Quality { result: 0.2, manner: 0.2, speed: 1.0 };
        assert!(bad.worth() < f64::EPSILON);
        let good = Quality { result: 0.9, manner: 0.9, speed: 0.5 };
        assert!(good.worth() > 0.4);
    }
}
