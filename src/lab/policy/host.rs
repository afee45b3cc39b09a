//! The host: answers those who wait, the least patient first; accepts who walks up; keeps promises; joins people's talk;
//! posts what fits.

use crate::appraisal::Ask;
use crate::game::{Move, Sitting};
use crate::scenario::Moment;
use crate::sim::RoomId;
use crate::sim::message::{Message, Words};
use crate::sim::promise::PromiseState;
use crate::sim::world::WaitState;

use super::phrase::{phrases, to_person};
use super::pick::{Memory, Text};

/// People's own talk is joined while it is not older than this, in minutes.
const FRESH: u32 = 240;
/// A promise is kept so many minutes before it falls due, if nothing keeps it earlier.
const IN_TIME: u32 = 60;
/// Minutes between two posts to a room when the scenario does not say when to post.
const PAUSE: u32 = 300;

pub(super) fn choose(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    accept(sitting)
        .or_else(|| answer(sitting, memory))
        .or_else(|| keep(sitting, memory))
        .or_else(|| join(sitting, memory))
        .or_else(|| post(sitting, memory).and_then(|(room, text)| text.post(sitting, room)))
}

/// Accepts whoever walked up first.
pub(super) fn accept(sitting: &Sitting) -> Option<Move> {
    let world = sitting.world();
    let request = world.open_requests().into_iter().next()?;
    Some(Move::Accept { person: world.setup.person(request.person).name.clone() })
}

/// Whoever waits, the least patient first; then those who gave up when nobody was at work.
fn answer(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    let world = sitting.world();
    let missed = world.waiting.iter().filter(|w| w.state == WaitState::RanOut);
    for waiting in world.open_waiting().into_iter().chain(missed) {
        let message = world.message(waiting.message);
        if !memory.answered.insert(message.id) {
            continue;
        }
        return Some(match words(sitting, memory, message) {
            Some(text) => text.reply(sitting, message),
            None => Move::React { to: message.id.0 },
        });
    }
    None
}

/// A model answer; when those are used up, the fact that answers, or a plain word about the trouble, said to the person.
pub(super) fn words(sitting: &Sitting, memory: &mut Memory, message: &Message) -> Option<Text> {
    if let Some(model) = memory.model(sitting, message, true) {
        return Some(model);
    }
    let expect = message.expect.as_ref()?;
    let list = match expect.ask {
        Ask::Complaint => &phrases().sorry,
        Ask::Question | Ask::Request if expect.facts.is_empty() => &phrases().kept,
        Ask::Question | Ask::Request => &phrases().told,
        // The same pleasantry twice is a form letter; a nod will do when they are used up.
        Ask::Praise | Ask::GoodNews | Ask::SadNews | Ask::Talk => {
            let line = phrases().chat.get(memory.chats).filter(|_| !is_clogged(sitting, message))?;
            memory.chats += 1;
            return Some(Text::plain(to_person(sitting, std::slice::from_ref(line), 0, message)));
        }
    };
    Some(Text::plain(to_person(sitting, list, memory.count(), message)))
}

/// Whether another word of the brand's would be too much for the thread.
fn is_clogged(sitting: &Sitting, message: &Message) -> bool {
    let world = sitting.world();
    let ours = world.thread(message.thread).iter().filter(|m| m.is_brand()).count();
    ours >= world.setup.room(message.room).enough as usize
}

/// Comes back to whom something was promised, while there is time.
fn keep(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    let world = sitting.world();
    let due = world.promises.iter().find(|promise| {
        // What falls due at night or at opening has to be kept before closing time.
        let last = promise.due.0.saturating_sub(IN_TIME);
        let closing = world.setup.staffed.1.saturating_sub(2 * IN_TIME);
        let tonight = promise.due.day() > world.now.day() && world.now.of_day() >= closing;
        promise.state == PromiseState::Open && (last <= world.now.0 || tonight)
    })?;
    let made = world.message(due.made_in);
    if !memory.answered.insert(made.id) {
        return None;
    }
    let asked = world.message(made.answers?);
    let text = to_person(sitting, &phrases().kept, memory.count(), asked);
    Some(Text::plain(text).reply(sitting, asked))
}

/// Talk of people for which there is a model answer.
fn join(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    let world = sitting.world();
    let recent = world.messages.iter().rev().take_while(|m| world.now.since(m.minute) < FRESH);
    for message in recent {
        let Words::Beat(_) = message.words else { continue };
        if message.expect.is_some() || message.private.is_some() || !memory.answered.insert(message.id) {
            continue;
        }
        if let Some(text) = memory.model(sitting, message, true) {
            return Some(text.reply(sitting, message));
        }
    }
    None
}

/// The model post that is due and where it belongs; one that names no time, or a fact, now and then.
pub(super) fn post(sitting: &Sitting, memory: &mut Memory) -> Option<(RoomId, Text)> {
    let world = sitting.world();
    let open = |room: RoomId| world.solemn[room.index()] <= world.now;
    let due = |moment: &Moment| match moment {
        Moment::Post { room, at } => at.is_some_and(|at| at <= world.now) && open(*room),
        Moment::Beat(_) | Moment::Question(_) | Moment::Failure(_) => false,
    };
    let exemplars = &sitting.scenario().exemplars;
    if let Some(model) = memory.take(exemplars, true, due) {
        let Moment::Post { room, .. } = model.moment else { return None };
        memory.hold(sitting, room, PAUSE);
        return Some((room, Text::of(model)));
    }
    for room in (0..world.setup.rooms.len()).map(RoomId::at) {
        if !open(room) || !memory.is_free(sitting, room) {
            continue;
        }
        let timeless =
            memory.take(exemplars, true, |moment| *moment == Moment::Post { room, at: None }).map(Text::of);
        if let Some(text) = timeless.or_else(|| fact(sitting, memory, room)) {
            memory.hold(sitting, room, PAUSE);
            return Some((room, text));
        }
    }
    None
}

/// A fact of the brand, for rooms to which the scenario wrote no model post.
fn fact(sitting: &Sitting, memory: &mut Memory, room: RoomId) -> Option<Text> {
    let written = |moment: &Moment| matches!(moment, Moment::Post { room: r, .. } if *r == room);
    if sitting.scenario().exemplars.iter().any(|exemplar| exemplar.good && written(&exemplar.moment)) {
        return None;
    }
    let facts = &sitting.world().setup.brand.sheet.facts;
    let turn = memory.count();
    (!facts.is_empty()).then(|| Text::plain(facts[turn % facts.len()].text.clone()))
}
