//! What happened in one line, for the line mode and the status line.

use crate::game::Sitting;
use crate::sim::event::{Event, Parting, What};
use crate::sim::setup::BeatDeed;
use crate::sim::PersonId;

/// An event as a line a player should see, or `None` when it is beneath notice.
pub fn line(sitting: &Sitting, event: &Event) -> Option<String> {
    let world = sitting.world();
    let name = |person: PersonId| world.setup.person(person).name.as_str();
    let told = match &event.what {
        What::Said(message) => {
            let message = world.message(*message);
            let who = message.person().map_or(world.setup.brand.sheet.name.as_str(), name);
            let place = if message.private.is_some() { "aside" } else { world.setup.room(message.room).name() };
            let answers = message.answers.map_or(String::new(), |to| format!(" (to #{})", to.0));
            let waits = if message.expect.is_some() { " [waits for you]" } else { "" };
            format!("[{place}] #{} {who}{answers}: {}{waits}", message.id.0, sitting.text(message.id))
        }
        What::Beat(beat) => match &world.setup.beat(*beat).deed {
            BeatDeed::News { room, text, .. } => format!("[{}] {text}", world.setup.room(*room).name()),
            BeatDeed::Say(_) | BeatDeed::Request { .. } => return None,
        },
        What::RanOut { person, message } => {
            format!("{} gave up waiting for an answer to #{}.", name(*person), message.0)
        }
        What::Requested { person, room } => {
            format!("[{}] {} asks to connect.", world.setup.room(*room).name(), name(*person))
        }
        What::Settled { person, accepted: false, .. } => format!("{} was not connected with.", name(*person)),
        What::Settled { person, accepted: true, .. } => format!("You and {} are connected.", name(*person)),
        What::Reached { person, accepted: true, .. } => format!("{} accepts.", name(*person)),
        What::Reached { person, accepted: false, .. } => format!("{} does not take it up.", name(*person)),
        What::Kept(promise) => format!("You kept a promise to {}.", name(world.promises[promise.index()].to)),
        What::Broke(promise) => format!("You broke a promise to {}.", name(world.promises[promise.index()].to)),
        What::Promised(promise) => {
            let promise = &world.promises[promise.index()];
            format!("{} heard a promise, due {}.", name(promise.to), promise.due)
        }
        What::FoundOut { person, message, .. } => {
            format!("{} found out that #{} was not true.", name(*person), message.0)
        }
        What::Bought { person, good: true, .. } => format!("{} bought, and is glad of it.", name(*person)),
        What::Bought { person, good: false, .. } => format!("{} bought, and it was not what they needed.", name(*person)),
        What::Left { person, room, why } => {
            let why = match why {
                Parting::Selling => "too much selling",
                Parting::Irrelevant => "nothing in it for them",
                Parting::Volume => "too much of it",
                Parting::Ignored => "nobody answered them",
            };
            format!("{} stopped following you in the {}: {why}.", name(*person), world.setup.room(*room).name())
        }
        What::Read { .. }
        | What::Liked { .. }
        | What::Shared { .. }
        | What::LookedUp { .. }
        | What::Answered { .. }
        | What::Joined { .. }
        | What::Watched { .. }
        | What::Nodded { .. }
        | What::Listened { .. }
        | What::Corrected { .. }
        | What::Withdrew { .. }
        | What::Boosted { .. }
        | What::Failed { .. }
        | What::Told { .. } => return None,
    };
    Some(format!("{} {told}", event.minute.clock()))
}
