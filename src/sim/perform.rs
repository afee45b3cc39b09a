//! A deed of the brand reaches the world: what is said, and what it does at once to those it is said to.

use crate::appraisal::Ask;

use super::apply::{apply, one};
use super::bond::Dial;
use super::deed::Deed;
use super::event::{Nudge, Proposal, What};
use super::id::{EventId, MessageId, PersonId, PromiseId, RoomId};
use super::law::utter::Draft;
use super::law::{answer, connect, guest, keep, watch};
use super::message::{Author, Followup, Gist, Message, Said, Words};
use super::promise::{Promise, PromiseState};
use super::reason::{Because, Law, Reason};
use super::world::{RequestState, WaitState, Waiting, World};

/// Performs a deed that was checked before.
pub fn perform(world: &mut World, deed: Deed) {
    match deed {
        Deed::Post { room, said } => {
            let draft = Draft::by(Author::Brand, room, Words::Brand(Box::new(said)));
            utter(world, draft);
        }
        Deed::Reply { to, said } => reply(world, to, &said, None),
        Deed::Private { person, room, about, said } => private(world, (person, room), about, &said),
        Deed::React { to } => nod(world, to),
        Deed::Connect { person, room, said } => {
            let mut draft = Draft::by(Author::Brand, room, Words::Brand(Box::new(said.clone())));
            draft.private = Some(person);
            let (message, event) = utter(world, draft);
            let proposal = connect::reach(world, (person, room), message, &said, event);
            one(world, proposal);
        }
        Deed::Accept { person, room } => settle(world, person, room, true),
        Deed::Decline { person, room } => settle(world, person, room, false),
        Deed::Listen { person } => {
            one(world, Proposal::of(None, What::Listened { person }));
        }
        Deed::Boost { message } => {
            one(world, Proposal::of(world.said_in(message), What::Boosted { message }));
        }
        Deed::Correct { message, said } => correct(world, message, said),
        Deed::Withdraw { message } => withdraw(world, message),
    }
}

fn utter(world: &mut World, draft: Draft) -> (MessageId, EventId) {
    let message = draft.message(world);
    let cause = message.answers.and_then(|answered| world.said_in(answered));
    let event = one(world, Proposal::say(cause, message));
    (MessageId::at(world.messages.len() - 1), event)
}

fn reply(world: &mut World, to: MessageId, said: &Said, private: Option<PersonId>) {
    let room = world.message(to).room;
    let mut draft = Draft::by(Author::Brand, room, Words::Brand(Box::new(said.clone())));
    draft.answers = Some(to);
    draft.private = private;
    draft.topics.clone_from(&said.topics);
    let (reply, event) = utter(world, draft);
    let Some(person) = world.message(to).person().or_else(|| addressed(world, to)) else { return };
    match awaited(world, to, person) {
        Some(waiting) => answered(world, &waiting, reply, said, event),
        None => joined(world, person, reply, said, event),
    }
    promise(world, person, reply, said, event);
}

/// In a thread under a word of the brand, the person last spoken with.
fn addressed(world: &World, to: MessageId) -> Option<PersonId> {
    world.thread(world.message(to).thread).iter().rev().find_map(|message| message.person())
}

/// What this person still waits for, or waited for in vain, in the thread of a message.
fn awaited(world: &World, to: MessageId, person: PersonId) -> Option<Waiting> {
    let thread = world.message(to).thread;
    let fits = |w: &&Waiting| w.person == person && world.message(w.message).thread == thread;
    let exact = world.waiting.iter().find(|w| w.message == to);
    let unsettled = |w: &&Waiting| !matches!(w.state, WaitState::Answered { .. });
    exact.filter(unsettled).or_else(|| world.waiting.iter().filter(fits).find(unsettled)).cloned()
}

fn answered(world: &mut World, waiting: &Waiting, reply: MessageId, said: &Said, event: EventId) {
    let good = answer::quality(world, waiting, said);
    let late = waiting.state == WaitState::RanOut;
    let proposal = answer::answer(world, waiting, reply, said, Some(event));
    let id = one(world, proposal);
    let kept = keep::kept(world, waiting.person, good.result, id);
    apply(world, kept);
    if world.message(reply).private.is_none() {
        let watched = watch::watch(world, reply, waiting.person, &good, id);
        apply(world, watched);
    }
    thank(world, waiting.person, reply, answer::followup(&good, said, late), id);
}

fn joined(world: &mut World, person: PersonId, reply: MessageId, said: &Said, event: EventId) {
    let proposal = guest::join(world, person, reply, said, Some(event));
    let id = one(world, proposal);
    let result = if guest::welcome(said) >= guest::WELCOME { 0.5 } else { 0.0 };
    let kept = keep::kept(world, person, result, id);
    apply(world, kept);
    thank(world, person, reply, guest::followup(said), id);
}

/// They say something back, unless they said enough in this thread already.
fn thank(world: &mut World, person: PersonId, reply: MessageId, kind: Followup, cause: EventId) {
    let thread = world.message(reply).thread;
    let said = world
        .thread(thread)
        .iter()
        .filter(|m| m.person() == Some(person) && matches!(m.words, Words::Gist(Gist::Followup(_))))
        .count();
    if said >= 2 {
        return;
    }
    let message = world.message(reply);
    let mut draft = Draft::new(person, message.room, Words::Gist(Gist::Followup(kind)));
    draft.answers = Some(reply);
    draft.private = message.private;
    draft.to_brand = true;
    let message: Message = draft.message(world);
    one(world, Proposal::say(Some(cause), message));
}

fn promise(world: &mut World, to: PersonId, made_in: MessageId, said: &Said, event: EventId) {
    for (span, due) in said.appraisal.promises.iter().take(1) {
        let id = PromiseId::at(world.promises.len());
        let due = keep::due(&world.setup, world.now, *due);
        world.promises.push(Promise {
            id,
            to,
            made_in,
            span: span.clone(),
            made: world.now,
            due,
            state: PromiseState::Open,
        });
        one(world, Proposal::of(Some(event), What::Promised(id)));
    }
}

/// A word alone. Taken outside after a word or two in the room it is well judged; before any word it is evasive,
/// after many the room has long had enough.
fn private(world: &mut World, (person, room): (PersonId, RoomId), about: Option<MessageId>, said: &Said) {
    let Some(about) = about else {
        let mut draft = Draft::by(Author::Brand, room, Words::Brand(Box::new(said.clone())));
        draft.private = Some(person);
        let (message, event) = utter(world, draft);
        joined(world, person, message, said, event);
        promise(world, person, message, said, event);
        return;
    };
    let thread = world.message(about).thread;
    let public = world.thread(thread).iter().filter(|m| m.is_brand() && m.private.is_none()).count() as u32;
    let enough = world.setup.room(room).enough;
    let personal =
        world.message(about).expect.as_ref().is_some_and(|e| e.heat >= 0.3 || e.ask == Ask::SadNews);
    reply(world, about, said, Some(person));
    let bond = world.bond(person);
    let message = MessageId::at(world.messages.len() - 1);
    let reason = Reason { law: Law::Outside, because: Because::Message(message) };
    let by = if (public == 0 && !personal) || guest::welcome(said) < 0.5 * guest::WELCOME {
        // Too early, or nothing that one would want to hear alone either.
        -0.05 * bond.trust
    } else if public > enough {
        0.0
    } else {
        0.05 * (1.0 - bond.trust)
    };
    let what = What::Joined { person, reply: message, welcome: 0.5 + by };
    let cause = world.said_in(message);
    one(world, Proposal::with(cause, what, vec![Nudge { person, dial: Dial::Trust, by, reason }]));
}

fn nod(world: &mut World, to: MessageId) {
    let message = world.message(to);
    let cause = world.said_in(to);
    let nudges = message.person().map_or(Vec::new(), |person| {
        let bond = world.bond(person);
        let reason = Reason { law: Law::Nod, because: Because::Message(to) };
        // A nod is small: a like is a symptom of a relation, it does not make one (MODEL row 46).
        vec![Nudge { person, dial: Dial::Mood, by: 0.03 * (1.0 - bond.mood.abs()), reason }]
    });
    one(world, Proposal::with(cause, What::Nodded { message: to }, nudges));
}

fn settle(world: &mut World, person: PersonId, room: RoomId, accepted: bool) {
    let open =
        |r: &&super::world::Request| r.person == person && r.room == room && r.state == RequestState::Open;
    if let Some(request) = world.requests.iter().find(open).cloned() {
        let proposal = connect::settle(world, &request, accepted);
        one(world, proposal);
    }
}

fn correct(world: &mut World, message: MessageId, said: Said) {
    let room = world.message(message).room;
    let mut draft = Draft::by(Author::Brand, room, Words::Brand(Box::new(said)));
    draft.answers = Some(message);
    let (by, event) = utter(world, draft);
    let reason = Reason { law: Law::Owning, because: Because::Message(by) };
    let nudges = world.message(message).readers().iter().map(|&person| {
        let trust = world.bond(person).trust;
        Nudge { person, dial: Dial::Trust, by: 0.04 * (1.0 - trust), reason }
    });
    let nudges = nudges.collect();
    one(world, Proposal::with(Some(event), What::Corrected { message, by }, nudges));
}

fn withdraw(world: &mut World, message: MessageId) {
    let reason = Reason { law: Law::TakenBack, because: Because::Message(message) };
    let nudges = world.message(message).readers().iter().map(|&person| {
        let trust = world.bond(person).trust;
        Nudge { person, dial: Dial::Trust, by: -0.03 * trust, reason }
    });
    let nudges = nudges.collect();
    one(world, Proposal::with(world.said_in(message), What::Withdrew { message }, nudges));
}
