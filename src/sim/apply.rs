//! The only place where a world changes: proposals become events of the chronicle.

use super::bond::Dial;
use super::event::{Change, Event, Nudge, Proposal, Proposed, What};
use super::id::{EventId, MessageId};
use super::measure::quantise;
use super::message::{Author, Message, Words};
use super::promise::PromiseState;
use super::reason::Because;
use super::setup::BeatDeed;
use super::world::{Request, RequestState, WaitState, Waiting, World};

/// How long somebody waits for an answer to a request, in minutes (a choice: a working day and a night).
const REQUEST_PATIENCE: u32 = 20 * 60;
/// Changes smaller than this are too small for anybody to feel; they would only fill the chronicle.
const FELT: f64 = 0.0005;

/// Performs proposals in order; gives the ids of the new events.
pub fn apply(world: &mut World, proposals: Vec<Proposal>) -> Vec<EventId> {
    proposals.into_iter().map(|proposal| one(world, proposal)).collect()
}

/// Performs one proposal.
pub fn one(world: &mut World, proposal: Proposal) -> EventId {
    let id = EventId::at(world.chronicle.len());
    let what = match proposal.deed {
        Proposed::What(what) => what,
        Proposed::Say(message) => {
            world.said.push(id);
            What::Said(say(world, *message))
        }
    };
    perform(world, &what);
    let changes = proposal.nudges.iter().filter_map(|nudge| turn(world, nudge, id)).collect();
    world.chronicle.push(Event { id, minute: world.now, cause: proposal.cause, what, changes });
    id
}

fn turn(world: &mut World, nudge: &Nudge, id: EventId) -> Option<Change> {
    let before = world.bond(nudge.person);
    let (low, high) = nudge.dial.range();
    let from = before.dial(nudge.dial);
    let to = quantise((from + nudge.by).clamp(low, high));
    if (to - from).abs() < FELT {
        return None;
    }
    let bond = &mut world.bonds[nudge.person.index()];
    *bond = before;
    match nudge.dial {
        Dial::Trust => bond.trust = to,
        Dial::Warmth => bond.warmth = to,
        Dial::Mood => bond.mood = to,
        Dial::Familiarity => bond.familiarity = to,
        Dial::Knowledge => bond.knowledge = to,
        Dial::Fatigue(room) => bond.fatigue[room.index()] = to,
    }
    let mut reason = nudge.reason;
    if reason.because == Because::Happened {
        reason.because = Because::Event(id);
    }
    Some(Change { person: nudge.person, dial: nudge.dial, from, to, reason })
}

fn say(world: &mut World, mut message: Message) -> MessageId {
    let id = MessageId::at(world.messages.len());
    message.id = id;
    if message.thread.0 == u32::MAX {
        message.thread = id;
    }
    if let Words::Beat(beat) = message.words {
        world.fired[beat.index()].message = Some(id);
    }
    match (message.author, &message.expect) {
        (Author::Person(person), Some(expect)) => {
            if message.expect.as_ref().is_some_and(|e| e.ask == crate::appraisal::Ask::Complaint) {
                world.bonds[person.index()].open_trouble = true;
            }
            world.waiting.push(Waiting {
                person,
                message: id,
                room: message.room,
                since: world.now,
                until: world.now.plus(expect.patience),
                state: WaitState::Open,
            });
        }
        (Author::Brand, _) if message.private.is_none() => talked(world, &message),
        (Author::Brand | Author::Person(_), _) => {}
    }
    if let (Author::Person(person), Some(request)) = (
        message.author,
        world
            .requests
            .iter_mut()
            .rev()
            .find(|r| r.message.0 == u32::MAX && Author::Person(r.person) == message.author),
    ) {
        debug_assert_eq!(request.person, person, "a request is followed by its own words");
        request.message = id;
    }
    world.messages.push(message);
    id
}

/// A post takes the room's whole attention, an answer a quarter of it (a choice).
fn talked(world: &mut World, message: &Message) {
    let room = message.room.index();
    let (sum, counted) = world.airtime[room];
    let half_life = world.setup.rooms[room].airtime.0;
    let left = sum * libm::exp2(-f64::from(world.now.since(counted)) / half_life);
    world.airtime[room] = (left + if message.is_post() { 1.0 } else { 0.25 }, world.now);
}

fn perform(world: &mut World, what: &What) {
    let now = world.now;
    match *what {
        What::Beat(beat) => {
            world.fired[beat.index()].at = Some(now);
            if let BeatDeed::News { room, solemn, .. } = world.setup.beats[beat.index()].deed
                && solemn > 0
            {
                world.solemn[room.index()] = now.plus(solemn);
            }
        }
        What::Read { person, message, .. } => world.messages[message.index()].readers.push(person),
        What::Liked { message, .. } => world.messages[message.index()].reactions[0] += 1,
        What::Shared { message, .. } => world.messages[message.index()].reactions[2] += 1,
        What::Said(message) => {
            let answered = world.messages[message.index()].answers;
            if let Some(answered) = answered {
                world.messages[answered.index()].reactions[1] += 1;
            }
        }
        What::Answered { person, asked, result, manner, closed, .. } => {
            settle_wait(world, asked, result, manner, closed);
            if closed {
                world.bonds[person.index()].open_trouble = false;
                world.bonds[person.index()].voices += 0.15 * (1.0 - world.bonds[person.index()].voices);
            }
        }
        What::RanOut { message, .. } => {
            if let Some(waiting) = world.waiting.iter_mut().find(|w| w.message == message) {
                waiting.state = WaitState::RanOut;
            }
        }
        What::Requested { person, room } => world.requests.push(Request {
            person,
            room,
            since: now,
            until: now.plus(REQUEST_PATIENCE),
            message: MessageId(u32::MAX),
            state: RequestState::Open,
        }),
        What::Settled { person, room, accepted } => settle_request(world, person, room, accepted),
        What::Reached { person, accepted, .. } => world.bonds[person.index()].connected |= accepted,
        What::Kept(promise) => world.promises[promise.index()].state = PromiseState::Kept,
        What::Broke(promise) => world.promises[promise.index()].state = PromiseState::Broken,
        What::Corrected { message, by } => world.messages[message.index()].corrected = Some(by),
        What::Withdrew { message } => world.messages[message.index()].withdrawn = true,
        What::Boosted { message } => world.messages[message.index()].boost *= 3.0,
        What::Bought { person, offer, good, earned, gained } => {
            let bond = &mut world.bonds[person.index()];
            bond.bought.push(offer);
            bond.glad_until = if good { now.plus(7 * super::clock::DAY) } else { bond.glad_until };
            enter(&mut world.ledger, good, earned, gained);
        }
        What::Left { person, room, .. } => {
            let bond = &mut world.bonds[person.index()];
            if !bond.has_left(room) {
                bond.left.push(room);
            }
        }
        What::LookedUp { .. }
        | What::FellFlat { .. }
        | What::Joined { .. }
        | What::Watched { .. }
        | What::Nodded { .. }
        | What::Listened { .. }
        | What::Promised(_)
        | What::FoundOut { .. }
        | What::Failed { .. }
        | What::Told { .. } => {}
    }
}

fn enter(ledger: &mut super::world::Ledger, good: bool, earned: f64, gained: f64) {
    ledger.brand += earned;
    ledger.people += gained;
    ledger.good += u32::from(good);
    ledger.bad += u32::from(!good);
}

fn settle_wait(world: &mut World, asked: MessageId, result: f64, manner: f64, closed: bool) {
    let now = world.now;
    let half_life = world.setup.room(world.messages[asked.index()].room).reply;
    if let Some(waiting) = world.waiting.iter_mut().find(|waiting| waiting.message == asked)
        && closed
    {
        let speed = super::law::answer::speed(now.since(waiting.since), half_life);
        let worth = super::law::answer::Quality { result, manner, speed }.worth();
        waiting.state = WaitState::Answered { at: now, worth };
    }
}

fn settle_request(world: &mut World, person: super::PersonId, room: super::RoomId, accepted: bool) {
    let now = world.now;
    if let Some(request) = world
        .requests
        .iter_mut()
        .find(|r| r.person == person && r.room == room && r.state == RequestState::Open)
    {
        request.state = match (accepted, request.until <= now) {
            (true, _) => RequestState::Accepted,
            (false, true) => RequestState::Ignored,
            (false, false) => RequestState::Declined,
        };
    }
    world.bonds[person.index()].connected |= accepted;
}
