//! What a click does, and where one gets to whatever was looked for.

use crate::sim::{MessageId, PersonId};

use super::desk::Desk;
use super::drawn::Spot;
use super::floor;
use super::keymap::Intent;
use super::theme::Meaning;
use super::update::{enter, open, person};
use super::view::View;

/// A click on something of the sitting: marks it, or opens it when it was marked; whether it has yet to be opened.
pub(crate) fn click(desk: &mut Desk, spot: Spot) -> bool {
    match spot {
        Spot::Room(place) => enter(desk, place),
        Spot::Person(id) => point(desk, id),
        Spot::Request(person) => {
            let at = desk.world().open_requests().iter().position(|request| request.person == person);
            desk.open(View::Requests { at: at.unwrap_or(0), about: Some(person) });
        }
        // The whole screen's business.
        Spot::Press(_) => {}
        Spot::Waiting(at) => desk.open(View::Inbox { at }),
        Spot::Message(id) if desk.target() == Some(id) => open(desk),
        Spot::Message(id) => desk.mark(id),
        Spot::Row(row) => match desk.views.last_mut() {
            Some(
                View::Inbox { at }
                | View::Requests { at, .. }
                | View::Pictures { at }
                | View::Settings { at },
            ) if *at != row => *at = row,
            Some(View::Find(finder)) if finder.at != row => finder.at = row,
            Some(_) => return true,
            None => {}
        },
    }
    false
}

/// A click on somebody on the floor: marks what they said last, or says how they stand; a second one opens their page.
fn point(desk: &mut Desk, id: PersonId) {
    if desk.eyed == Some(id) {
        person(desk);
        return;
    }
    let world = desk.world();
    let mut here =
        world.messages.iter().rev().filter(|message| message.room == desk.room && message.private.is_none());
    let spoke = here.find(|message| message.person() == Some(id)).map(|message| message.id);
    let (name, ring) = (&world.setup.person(id).name, floor::ring(world, id, desk.room));
    let text = format!("{name}: {}. {} opens their page.", floor::RINGS[ring], desk.key(Intent::Person));
    desk.say(Meaning::Quiet, text);
    if let Some(message) = spoke {
        desk.mark(message);
    }
    desk.eyed = Some(id);
}

/// Opens the page of somebody who was looked for.
pub(crate) fn show_person(desk: &mut Desk, id: PersonId) {
    desk.eyed = Some(id);
    while !matches!(desk.view(), View::Feed) && desk.back() {}
    person(desk);
}

/// Opens the thread of a message that was looked for, in its room.
pub(crate) fn show_message(desk: &mut Desk, id: MessageId) {
    let message = desk.world().message(id);
    let (room, root) = (message.room, message.thread);
    desk.back_to_feed();
    desk.room = room;
    desk.mark(id);
    desk.open(View::Thread { root, marked: id });
}
