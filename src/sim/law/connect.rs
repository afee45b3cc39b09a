//! Law of connecting: accepting most who ask is good manners; asking is judged by the words that go with it.

use crate::sim::bond::Dial;
use crate::sim::dice::Purpose;
use crate::sim::event::{Nudge, Proposal, What};
use crate::sim::id::{EventId, MessageId, PersonId, RoomId};
use crate::sim::message::Said;
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::world::{Request, World};

/// A request answered by the brand.
pub fn settle(world: &World, request: &Request, accepted: bool) -> Proposal {
    let (person, room) = (request.person, request.room);
    let reason = Reason { law: Law::Courtesy, because: Because::Message(request.message) };
    let bond = world.bond(person);
    let nudges = if accepted {
        vec![
            Nudge { person, dial: Dial::Warmth, by: 0.08 * (1.0 - bond.warmth), reason },
            Nudge { person, dial: Dial::Trust, by: 0.03 * (1.0 - bond.trust), reason },
            Nudge { person, dial: Dial::Mood, by: 0.15, reason },
        ]
    } else {
        vec![
            Nudge { person, dial: Dial::Warmth, by: -0.15 * bond.warmth, reason },
            Nudge { person, dial: Dial::Mood, by: -0.15, reason },
        ]
    };
    Proposal::with(world.said_in(request.message), What::Settled { person, room, accepted }, nudges)
}

/// The brand asks somebody to connect: words that know the person are welcome, a pitch on first contact is not.
pub fn reach(
    world: &World,
    (person, room): (PersonId, RoomId),
    message: MessageId,
    said: &Said,
    cause: EventId,
) -> Proposal {
    let (bond, welcome) = (world.bond(person), super::guest::welcome(said));
    let chance = (0.2 + 0.6 * welcome + 0.4 * bond.warmth).clamp(0.02, 0.98);
    let accepted = world.falls(chance, Purpose::Connect, person, world.message(message).label);
    let reason = Reason { law: Law::Courtesy, because: Because::Message(message) };
    let step = welcome - super::guest::WELCOME;
    let mut nudges = vec![
        Nudge { person, dial: Dial::Mood, by: 0.4 * step, reason },
        Nudge { person, dial: Dial::Warmth, by: 0.12 * step, reason },
    ];
    // Who asked who somebody is before walking up shows it; a pitch is none the better for it.
    let listened = world.chronicle.iter().find(|event| event.what == What::Listened { person });
    if let Some(event) = listened.filter(|_| step > 0.0) {
        let reason = Reason { law: Law::Listening, because: Because::Event(event.id) };
        nudges.push(Nudge { person, dial: Dial::Warmth, by: 0.03 * (1.0 - bond.warmth), reason });
    }
    Proposal::with(Some(cause), What::Reached { person, room, accepted }, nudges)
}
