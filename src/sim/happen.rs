//! What each event does to the world besides turning dials: the books it is entered in.

use crate::appraisal::{Ask, Dimension};

use super::clock::DAY;
use super::echo;
use super::event::What;
use super::id::{MessageId, PersonId, RoomId};
use super::law::answer;
use super::law::reading::Reading;
use super::message::Words;
use super::promise::PromiseState;
use super::setup::{BeatDeed, Mention};
use super::world::{Ledger, Request, RequestState, WaitState, World};

/// How long somebody waits for an answer to a request, in minutes (a choice: a working day and a night).
const REQUEST_PATIENCE: u32 = 20 * 60;
/// What was pushed on somebody is on their mind for so many minutes (a choice: the half-life of what they know).
const PRESSED: u32 = 5 * DAY;

/// What an event does to the world besides turning dials.
pub(super) fn happen(world: &mut World, what: &What) {
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
        What::Read { person, message, ref reading, .. } => read(world, person, message, reading),
        What::Overheard { person, message, from } => overheard(world, person, message, from),
        What::Liked { person, message } => {
            world.messages[message.index()].reactions[0] += 1;
            echo::taken_up(world, person, message);
        }
        What::Shared { person, message } => {
            world.messages[message.index()].reactions[2] += 1;
            echo::passed_on(world, person, message);
        }
        What::Said(message) => said(world, message),
        What::Answered { person, asked, reply, result, manner, closed } => {
            settle_wait(world, asked, result, manner, closed);
            botched(world, asked, result, manner);
            soothe(world, person, asked, result, manner);
            world.messages[reply.index()].audience.saw(person);
        }
        What::Joined { person, reply, .. } => world.messages[reply.index()].audience.saw(person),
        What::RanOut { message, .. } => {
            if let Some(at) = waiting_for(world, message) {
                world.waiting[at].state = WaitState::RanOut;
                world.open.retain(|open| *open != at);
            }
        }
        What::Requested { person, room } => requested(world, person, room),
        What::Settled { person, room, accepted } => settle_request(world, person, room, accepted),
        What::Reached { person, accepted, .. } => world.bonds[person.index()].connected |= accepted,
        What::Kept(promise) => world.promises[promise.index()].state = PromiseState::Kept,
        What::Broke(promise) => world.promises[promise.index()].state = PromiseState::Broken,
        What::Corrected { message, by } => world.messages[message.index()].corrected = Some(by),
        What::Withdrew { message } => world.messages[message.index()].withdrawn = true,
        What::Boosted { message } => world.messages[message.index()].boost *= 3.0,
        What::Bought { person, offer, good, earned, gained } => {
            let bond = &mut world.bonds[person.index()];
            bond.bought.insert(offer);
            enter(&mut world.ledger, good, earned, gained);
        }
        What::Left { person, room, .. } => world.bonds[person.index()].left.insert(room),
        What::Delivered { person, good, .. } => {
            let bond = &mut world.bonds[person.index()];
            bond.glad_until = if good { now.plus(7 * DAY) } else { bond.glad_until };
        }
        What::LookedUp { .. }
        | What::Introduced { .. }
        | What::FellFlat { .. }
        | What::Watched { .. }
        | What::Nodded { .. }
        | What::Listened { .. }
        | What::Promised(_)
        | What::FoundOut { .. }
        | What::Failed { .. }
        | What::Told { .. } => {}
    }
}

fn read(world: &mut World, person: PersonId, message: MessageId, reading: &Reading) {
    let message = &mut world.messages[message.index()];
    message.audience.saw(person);
    if message.invites() {
        world.bonds[person.index()].invited_until = world.now.plus(DAY);
    }
    if message.said().is_some_and(|said| said.appraisal.score(Dimension::Press) > 0.5) {
        world.bonds[person.index()].pressed_until = world.now.plus(PRESSED);
    }
    world.tally.read(message.room, reading);
}

/// What was passed on by others has gone through their hands.
fn overheard(world: &mut World, person: PersonId, message: MessageId, from: PersonId) {
    let message = &mut world.messages[message.index()];
    message.audience.saw(person);
    if message.person() != Some(from) {
        let hands = message.audience.hands(from).saturating_add(1);
        message.audience.echoes_to(person, Some((from, 1.0, hands)));
    }
}

/// A good answer to a complaint ends the trouble, and makes the next one likelier to be voiced (MODEL row 30).
fn soothe(world: &mut World, person: PersonId, asked: MessageId, result: f64, manner: f64) {
    let complaint = world.message(asked).expect.as_ref().is_some_and(|expect| expect.ask == Ask::Complaint);
    let good = answer::Quality { result, manner, speed: 1.0 }.overall() >= answer::ENOUGH;
    if complaint && good {
        let bond = &mut world.bonds[person.index()];
        bond.open_trouble = false;
        bond.voices += 0.15 * (1.0 - bond.voices);
    }
}

/// Beats may hang on a poor answer to the words of another beat.
fn botched(world: &mut World, asked: MessageId, result: f64, manner: f64) {
    let poor = answer::Quality { result, manner, speed: 1.0 }.overall() < answer::ENOUGH;
    if let (true, Words::Beat(beat)) = (poor, &world.message(asked).words) {
        let (beat, now) = (beat.index(), world.now);
        world.fired[beat].botched.get_or_insert(now);
    }
}

/// Beats may hang on what the brand speaks of.
fn mentioned(world: &mut World, message: MessageId) {
    let Some(said) = world.messages[message.index()].said() else { return };
    let text = words_of(&said.text);
    let speaks_of = |mention: &Mention| {
        mention.topics.iter().any(|topic| said.topics.contains(topic))
            || mention.words.iter().any(|word| text.contains(&words_of(word)))
    };
    let hits: Vec<usize> =
        world.mentioned.iter().enumerate().filter(|(_, at)| at.is_none()).map(|(at, _)| at).collect();
    let hits: Vec<usize> = hits.into_iter().filter(|at| speaks_of(&world.setup.mentions[*at])).collect();
    for at in hits {
        world.mentioned[at] = Some(world.now);
    }
}

/// The words of a text in lower case, each between two blanks.
fn words_of(text: &str) -> String {
    let mut words = String::from(" ");
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words.push_str(&word.to_lowercase());
        words.push(' ');
    }
    words
}

fn said(world: &mut World, message: MessageId) {
    if !world.mentioned.is_empty() {
        mentioned(world, message);
    }
    let message = &world.messages[message.index()];
    let (Some(answered), person) = (message.answers, message.person()) else { return };
    world.messages[answered.index()].reactions[1] += 1;
    if let Some(person) = person {
        echo::taken_up(world, person, answered);
    }
}

fn requested(world: &mut World, person: PersonId, room: RoomId) {
    world.requests.push(Request {
        person,
        room,
        since: world.now,
        until: world.now.plus(REQUEST_PATIENCE),
        message: MessageId(u32::MAX),
        state: RequestState::Open,
    });
}

/// The place of whoever waits, or waited, for an answer to a message.
fn waiting_for(world: &World, message: MessageId) -> Option<usize> {
    let open = world.open.iter().copied().find(|at| world.waiting[*at].message == message);
    open.or_else(|| world.waiting.iter().position(|waiting| waiting.message == message))
}

fn enter(ledger: &mut Ledger, good: bool, earned: f64, gained: f64) {
    ledger.brand += earned;
    ledger.people += gained;
    ledger.good += u32::from(good);
    ledger.bad += u32::from(!good);
}

fn settle_wait(world: &mut World, asked: MessageId, result: f64, manner: f64, closed: bool) {
    let now = world.now;
    let half_life = world.setup.room(world.messages[asked.index()].room).reply;
    let Some(at) = world.waiting.iter().position(|waiting| waiting.message == asked).filter(|_| closed)
    else {
        return;
    };
    let waiting = &mut world.waiting[at];
    let speed = answer::speed(now.since(waiting.since), half_life);
    let worth = answer::Quality { result, manner, speed }.worth();
    waiting.state = WaitState::Answered { at: now, worth };
    world.open.retain(|open| *open != at);
}

fn settle_request(world: &mut World, person: PersonId, room: RoomId, accepted: bool) {
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
