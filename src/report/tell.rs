//! What happened in one line, for the line mode.

use crate::game::Sitting;
use crate::sim::event::{Event, What};
use crate::sim::message::Message;

use super::news::news;

/// An event as a line a player should see, or `None` when it is beneath notice.
pub fn line(sitting: &Sitting, event: &Event) -> Option<String> {
    let told = if let What::Said(message) = event.what {
        said(sitting, sitting.world().message(message))
    } else {
        news(sitting, event)?.text
    };
    Some(format!("{} {told}", event.minute.clock()))
}

fn said(sitting: &Sitting, message: &Message) -> String {
    let setup = &sitting.world().setup;
    let who = message.person().map_or(&setup.brand.sheet.name, |person| &setup.person(person).name);
    let place = if message.private.is_some() { "aside" } else { setup.room(message.room).name() };
    let answers = message.answers.map_or(String::new(), |to| format!(" (to #{})", to.0));
    let waits = if message.expect.is_some() { " [waits for you]" } else { "" };
    format!("[{place}] #{} {who}{answers}: {}{waits}", message.id.0, sitting.text(message.id))
}
