//! How word of a message reaches those who listen to somebody who took it up or passed it on.

use super::id::{MessageId, PersonId};
use super::room::Host;
use super::world::World;

/// A tie from here on is close.
pub(super) const CLOSE: f32 = 0.3;

/// Somebody liked or answered a message of the brand: where the host goes by closeness or by matter, those who listen to
/// them are the likelier to come across it.
pub(super) fn taken_up(world: &mut World, person: PersonId, message: MessageId) {
    let World { setup, messages, .. } = world;
    let message = &mut messages[message.index()];
    let least = match setup.room(message.room).host {
        Host::Closeness => CLOSE,
        Host::Matter => 0.0,
        Host::Tempo | Host::Looks => return,
    };
    if !message.is_brand() {
        return;
    }
    for tie in setup.ties.of(person).iter().filter(|tie| tie.room == message.room && tie.strength >= least) {
        message.audience.echoes_to(tie.to, None);
    }
}

/// Somebody passed a message of the brand on: those who listen to them may come across it through them.
pub(super) fn passed_on(world: &mut World, person: PersonId, message: MessageId) {
    let World { setup, messages, .. } = world;
    let message = &mut messages[message.index()];
    let hands = message.audience.hands(person).saturating_add(1);
    for tie in setup.ties.of(person).iter().filter(|tie| tie.room == message.room) {
        message.audience.echoes_to(tie.to, Some((person, tie.strength, hands)));
    }
}
