//! Law of the guest: the brand joins people's own talk, and is judged by whose space it is.

use crate::appraisal::Dimension;
use crate::sim::bond::Dial;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::{EventId, MessageId, PersonId};
use crate::sim::message::{Followup, Said};
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::world::World;

/// From here a guest is welcome.
pub const WELCOME: f64 = 0.40;

/// How welcome the words are to the person whose talk it is, 0..1 (weights are choices: listening first, then a person
/// speaking, nothing sold).
pub fn welcome(said: &Said) -> f64 {
    let score = |dimension| said.appraisal.score(dimension);
    (0.10
        + 0.35 * score(Dimension::Spec)
        + 0.25 * score(Dimension::Human)
        + 0.25 * (1.0 - score(Dimension::Canned))
        + 0.20 * score(Dimension::Empathy)
        + 0.10 * score(Dimension::Story)
        + 0.10 * score(Dimension::Visual)
        - 0.80 * score(Dimension::Promo)
        - 0.50 * score(Dimension::Press))
    .clamp(0.0, 1.0)
}

/// The event of joining, with what it moves in the person answered.
pub fn join(
    world: &World,
    person: PersonId,
    reply: MessageId,
    said: &Said,
    cause: Option<EventId>,
) -> Proposal {
    let (bond, welcome) = (world.bond(person), welcome(said));
    let step = welcome - WELCOME;
    let lead = if step > 0.0 { lead_good(said) } else { lead_bad(said) };
    let reason = Reason { law: Law::Guest, because: Because::Words(reply, lead) };
    let warmth = if step > 0.0 { 0.20 * step * (1.0 - bond.warmth) } else { 0.40 * step * bond.warmth };
    let trust = if step > 0.0 { 0.08 * step * (1.0 - bond.trust) } else { 0.20 * step * bond.trust };
    let known = Reason { law: Law::Acquaintance, because: Because::Message(reply) };
    let nudges = vec![
        Nudge { person, dial: Dial::Mood, by: 0.5 * step, reason },
        Nudge { person, dial: Dial::Warmth, by: warmth, reason },
        Nudge { person, dial: Dial::Trust, by: trust, reason },
        Nudge { person, dial: Dial::Familiarity, by: 0.08 * (1.0 - bond.familiarity), reason: known },
    ];
    Proposal::with(cause, What::Joined { person, reply, welcome }, nudges)
}

/// What the person says to it.
pub fn followup(said: &Said) -> Followup {
    if welcome(said) >= WELCOME { Followup::Welcome } else { Followup::Unwelcome }
}

fn lead_good(said: &Said) -> Dimension {
    let score = |dimension| said.appraisal.score(dimension);
    if score(Dimension::Spec) >= score(Dimension::Human) { Dimension::Spec } else { Dimension::Human }
}

fn lead_bad(said: &Said) -> Dimension {
    let score = |dimension| said.appraisal.score(dimension);
    if score(Dimension::Promo) > 0.2 {
        Dimension::Promo
    } else if score(Dimension::Canned) > 0.3 {
        Dimension::Canned
    } else {
        Dimension::Spec
    }
}
