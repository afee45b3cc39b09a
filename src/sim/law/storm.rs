//! Law of the storm: a complaint said aloud is overheard, passed on, and calmed or fed by how the brand answers (MODEL
//! B.6, rows 32, 37, 41).

use crate::appraisal::{Ask, Dimension};
use crate::sim::bond::Dial;
use crate::sim::clock::{DAY, Minute};
use crate::sim::dice::Purpose;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::{EventId, MessageId, PersonId, RoomId};
use crate::sim::later::Coming;
use crate::sim::message::{Expect, Message, Said};
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::ties::Tie;
use crate::sim::world::World;

use super::decide::DAMPED;
use super::{talk, tell};

/// So many of those in the room within the hour overhear a complaint, on average and at most (a choice).
const EARSHOT: f64 = 25.0;
/// An overheard complaint weighs like a word along a tie of this strength (a choice).
const STRANGER: f32 = 0.2;
/// Each public answer shows the thread again to this share of those who came across it first (MODEL B.6).
const SHOWN_AGAIN: f64 = 0.30;
/// From so many readers on a complaint has gone viral (MODEL row 37).
const VIRAL: usize = 20;
/// Words are passed on after some minutes: a fresh half-life of the room's, at least this.
const SOONEST: f64 = 5.0;

/// Who overhears what was said to the brand in anger since the last step.
pub fn overhear(world: &World) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    for message in &world.messages[world.overheard..] {
        if message.private.is_some() {
            continue;
        }
        if message.is_brand() {
            let root = world.message(message.thread);
            if is_complaint(root) {
                proposals.extend(audience(world, root, SHOWN_AGAIN));
            }
        } else if is_complaint(message) {
            proposals.extend(audience(world, message, 1.0));
        }
    }
    proposals
}

fn is_complaint(message: &Message) -> bool {
    message.expect.as_ref().is_some_and(|expect| expect.ask == Ask::Complaint)
}

/// Strangers in the room and those who listen to the author.
fn audience(world: &World, message: &Message, share: f64) -> Vec<Proposal> {
    let (Some(author), room) = (message.person(), message.room) else { return Vec::new() };
    let mut heard = talk::around(world, room, share * EARSHOT, Purpose::Watch, message.label.wrapping_add(7));
    heard.retain(|person| *person != author && !message.audience.has(*person));
    let cause = world.said_in(message.id);
    let mut proposals: Vec<Proposal> =
        heard.iter().map(|&to| one(world, (author, to), message, STRANGER, cause)).collect();
    for tie in listeners(world, author, room, message, share) {
        if !heard.contains(&tie.to) {
            proposals.push(one(world, (author, tie.to), message, tie.strength, cause));
        }
    }
    proposals
}

/// Those who listen to somebody and come across what they said or passed on.
fn listeners<'a>(
    world: &'a World,
    from: PersonId,
    room: RoomId,
    message: &'a Message,
    share: f64,
) -> impl Iterator<Item = &'a Tie> {
    let place = world.setup.room(room);
    // Visits within the life of a message, each with the odds of a post by a friend.
    let visits = place.sessions / f64::from(DAY) * place.fresh / core::f64::consts::LN_2;
    let odds = visits * place.seen / (1.0 - place.seen) * world.setup.profile.reach;
    let ties = world.setup.ties.of(from).iter().filter(move |tie| tie.room == room);
    ties.filter(move |tie| {
        let odds = share * odds * (1.0 + place.closeness * (f64::from(tie.strength) - 0.3) / 0.3).max(0.2);
        let about = message.label.wrapping_add(8);
        Some(tie.to) != message.person()
            && !message.audience.has(tie.to)
            && world.falls(odds / (1.0 + odds), Purpose::Watch, tie.to, about)
    })
}

fn one(
    world: &World,
    (from, person): (PersonId, PersonId),
    message: &Message,
    strength: f32,
    cause: Option<EventId>,
) -> Proposal {
    let bond = world.bond(person);
    let reason = Reason { law: Law::Overhearing, because: Because::Message(message.id) };
    let by = tell::word(f64::from(strength), false, &bond);
    let nudges = vec![Nudge { person, dial: Dial::Trust, by, reason }];
    Proposal::with(cause, What::Overheard { person, message: message.id, from }, nudges)
}

/// Whether somebody who overheard a complaint passes it on, and when.
pub fn pass_on(world: &World, event: EventId, what: &What) -> Option<Proposal> {
    let What::Overheard { person, message, .. } = *what else { return None };
    let said = world.message(message);
    let place = world.setup.room(said.room);
    let (who, profile) = (world.setup.person(person), &world.setup.profile);
    let through = libm::pow(DAMPED, f64::from(said.audience.hands(person)));
    // An answer may feed a storm, when the word is taken up; what it takes away is decided when it is passed on.
    let fed = calm(world, said, world.now).max(1.0);
    let chance = profile.act
        * profile.like
        * place.reaction
        * place.mix[2]
        * who.talks
        * through
        * heat(said.expect.as_ref())
        * fed;
    if !world.falls(chance, Purpose::Act, person, said.label.wrapping_add(5)) {
        return None;
    }
    let wait = SOONEST.max(place.fresh * world.luck(Purpose::Later, person, said.label));
    Some(Proposal::later(Some(event), world.now.plus(wait as u32), Coming::Passing { person, message }))
}

/// Anger travels further than annoyance, within limits (MODEL row 41, contested: at most 1.6 times).
fn heat(expect: Option<&Expect>) -> f64 {
    expect.map_or(1.0, |expect| 1.0 + 0.6 * (expect.heat - 0.3).clamp(0.0, 0.7) / 0.7)
}

/// Somebody passes a complaint on, unless the brand's answer took the wind out of it.
pub fn passes(world: &World, person: PersonId, message: MessageId) -> Vec<Proposal> {
    let said = world.message(message);
    let calmed = calm(world, said, world.now).min(1.0);
    if world.falls(1.0 - calmed, Purpose::Later, person, said.label.wrapping_add(1)) {
        return Vec::new();
    }
    let cause = world.said_in(message);
    let told = listeners(world, person, said.room, said, 1.0);
    std::iter::once(Proposal::of(cause, What::Shared { person, message }))
        .chain(told.map(|tie| one(world, (person, tie.to), said, tie.strength, cause)))
        .collect()
}

/// What the brand's public answers leave of a complaint's spreading, around 1 (Herhausen 2019; MODEL B.6).
pub fn calm(world: &World, complaint: &Message, now: Minute) -> f64 {
    let Some(expect) = &complaint.expect else { return 1.0 };
    let early = complaint.minute.plus(expect.patience);
    let mut factor: f64 = 1.0;
    for answer in world.thread(complaint.thread) {
        let Some(said) = answer.said().filter(|_| answer.minute <= now) else { continue };
        let late = answer.minute > early && complaint.readers().len() > VIRAL;
        let effect = eases(said, late, expect.heat, answer.private.is_some());
        factor = if (effect - 1.0).abs() > (factor - 1.0).abs() { effect } else { factor };
    }
    factor
}

/// What one answer leaves of the spreading of a complaint of this heat: before it went viral, or after.
pub fn eases(said: &Said, late: bool, heat: f64, private: bool) -> f64 {
    let acts = said.appraisal.score(Dimension::ToThePoint) > 0.5;
    let redress = said.shape.redress;
    if late {
        return if redress {
            0.96
        } else if acts {
            0.93
        } else {
            1.0
        };
    }
    if redress {
        1.06
    } else if acts && heat > 0.6 {
        0.89
    } else if acts || said.appraisal.score(Dimension::Empathy) > 0.4 {
        0.93
    } else if private {
        0.95
    } else {
        1.0
    }
}
