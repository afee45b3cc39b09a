//! Law of the guest: the brand joins people's own talk, and is judged by whose space it is.

use crate::appraisal::Dimension;
use crate::sim::bond::Dial;
use crate::sim::dice::Purpose;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::{EventId, MessageId, PersonId};
use crate::sim::message::{Followup, Gist, Said, Words};
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::world::World;

use super::{circle, talk};

/// So many of those in the room could stand in one circle (a choice; those in other circles do not hear).
const CIRCLE: f64 = 30.0;

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
    // Praise that was not said to the brand: an answer feels like eavesdropping to those who are not close (Demmers,
    // MODEL after the table).
    let answered = world.message(reply).answers.map(|id| world.message(id));
    let aside = answered.is_some_and(|m| matches!(m.words, Words::Gist(Gist::Praise)) && !m.to_brand);
    let warmth = if aside && bond.warmth < 0.5 { -0.05 * bond.warmth } else { warmth };
    let nudges = vec![
        Nudge { person, dial: Dial::Mood, by: 0.5 * step, reason },
        Nudge { person, dial: Dial::Warmth, by: warmth, reason },
        Nudge { person, dial: Dial::Trust, by: trust, reason },
        Nudge { person, dial: Dial::Familiarity, by: 0.08 * (1.0 - bond.familiarity), reason: known },
    ];
    Proposal::with(cause, What::Joined { person, reply, welcome }, nudges)
}

/// Those who stand in the same circle hear what the brand says there, and take it a third as much to heart.
pub fn overheard(
    world: &World,
    person: PersonId,
    reply: MessageId,
    said: &Said,
    cause: EventId,
) -> Vec<Proposal> {
    let message = world.message(reply);
    if world.setup.room(message.room).mingles == 0 || message.private.is_some() {
        return Vec::new();
    }
    let step = (welcome(said) - WELCOME) / 3.0;
    let lead = if step > 0.0 { lead_good(said) } else { lead_bad(said) };
    let reason = Reason { law: Law::Guest, because: Because::Words(reply, lead) };
    let mut there = talk::around(world, message.room, CIRCLE, Purpose::Watch, message.label);
    there.retain(|other| *other != person && circle::together(world, message.room, person, *other));
    let hears = |other: PersonId| {
        let bond = world.bond(other);
        let room = if step > 0.0 { 1.0 - bond.warmth } else { bond.warmth };
        let nudges = vec![
            Nudge { person: other, dial: Dial::Mood, by: 0.5 * step, reason },
            Nudge { person: other, dial: Dial::Warmth, by: 0.20 * step * room, reason },
        ];
        Proposal::with(Some(cause), What::Watched { person: other, reply }, nudges)
    };
    there.into_iter().map(hears).collect()
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
