//! The host: answers those who wait, the least patient first; accepts who walks up; joins people's talk; posts what fits.

use crate::game::{Move, Sitting};
use crate::scenario::Moment;
use crate::sim::message::{Message, Words};

use super::pick::{Memory, photo};

pub(super) fn choose(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    let world = sitting.world();
    if let Some(request) = world.open_requests().first() {
        return Some(Move::Accept { person: world.setup.person(request.person).name.clone() });
    }
    answer(sitting, memory).or_else(|| join(sitting, memory)).or_else(|| post(sitting, memory))
}

fn answer(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    let world = sitting.world();
    for waiting in world.open_waiting() {
        let message = world.message(waiting.message);
        if !memory.answered.insert(message.id) {
            continue;
        }
        let text = words(sitting, memory, message);
        return Some(match text {
            Some((text, photo)) => Move::Reply { to: message.id.0, text, photo },
            None => Move::React { to: message.id.0 },
        });
    }
    None
}

/// A model answer; when those are used up, the fact that answers, said to the person.
fn words(sitting: &Sitting, memory: &mut Memory, message: &Message) -> Option<(String, Option<String>)> {
    let exemplars = &sitting.scenario().exemplars;
    let model = match message.words {
        Words::Beat(id) => memory.take(exemplars, true, |m| *m == Moment::Beat(id)),
        Words::Question(index) => memory.take(exemplars, true, |m| *m == Moment::Question(index)),
        Words::Failure(index) => memory.take(exemplars, true, |m| *m == Moment::Failure(index)),
        Words::Brand(_) | Words::Gist(_) => None,
    };
    model.map(|model| (model.text.clone(), photo(sitting, model))).or_else(|| {
        let fact = message.expect.as_ref()?.facts.first()?;
        let setup = &sitting.world().setup;
        let first = setup.person(message.person()?).name.split(' ').next()?.to_string();
        Some((format!("{first}, I can tell you: {}", setup.brand.sheet.facts[*fact].text), None))
    })
}

/// Talk of people for which there is a model answer.
fn join(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    let world = sitting.world();
    let recent = world.messages.iter().rev().take_while(|m| world.now.since(m.minute) < 240);
    for message in recent {
        let Words::Beat(id) = message.words else { continue };
        if message.expect.is_some() || message.private.is_some() || !memory.answered.insert(message.id) {
            continue;
        }
        if let Some(model) = memory.take(&sitting.scenario().exemplars, true, |m| *m == Moment::Beat(id)) {
            let photo = photo(sitting, model);
            return Some(Move::Reply { to: message.id.0, text: model.text.clone(), photo });
        }
    }
    None
}

fn post(sitting: &Sitting, memory: &mut Memory) -> Option<Move> {
    let world = sitting.world();
    let due = |moment: &Moment| match moment {
        Moment::Post { room, at } => {
            at.is_some_and(|at| at <= world.now) && world.solemn[room.index()] <= world.now
        }
        Moment::Beat(_) | Moment::Question(_) | Moment::Failure(_) => false,
    };
    let model = memory.take(&sitting.scenario().exemplars, true, due)?;
    let Moment::Post { room, .. } = model.moment else { return None };
    let photo = photo(sitting, model);
    Some(Move::Post { room: world.setup.room(room).name().to_string(), text: model.text.clone(), photo })
}
