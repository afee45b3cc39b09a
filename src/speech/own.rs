//! Lines that the scenario wrote for a person, for moments that may come or not.

use crate::sim::World;
use crate::sim::message::{Followup, Gist, Message, Remark};
use crate::sim::setup::Occasion;

/// The lines of a message's author that would do for it, in the scenario's order.
pub(super) fn lines<'a>(world: &'a World, message: &Message, gist: Gist) -> impl Iterator<Item = &'a str> {
    let who = message.person();
    let when = occasion(gist);
    let own = world.setup.own_lines.iter();
    own.filter(move |line| Some(line.who) == who && Some(line.when) == when).map(|line| line.text.as_str())
}

const fn occasion(gist: Gist) -> Option<Occasion> {
    Some(match gist {
        Gist::Life(_) => Occasion::Life,
        Gist::Chime => Occasion::Chat,
        Gist::Snapshot(_) => Occasion::Picture,
        Gist::Remark(Remark::Liked | Remark::Useful) => Occasion::Liked,
        Gist::Remark(
            Remark::Advert | Remark::Pushed | Remark::Again | Remark::Misplaced | Remark::Tactless,
        ) => Occasion::Annoyed,
        Gist::Followup(Followup::Helped | Followup::Touched) => Occasion::Helped,
        Gist::Followup(Followup::Missed | Followup::Canned) => Occasion::LetDown,
        Gist::Praise | Gist::Recommend => Occasion::Praise,
        Gist::Warn => Occasion::Warn,
        Gist::Remark(Remark::Story | Remark::Answer | Remark::Doubt | Remark::Puzzled)
        | Gist::Followup(Followup::Late | Followup::Promised | Followup::Welcome | Followup::Unwelcome)
        | Gist::Introduction => return None,
    })
}
