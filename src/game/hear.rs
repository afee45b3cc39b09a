//! Gathers what a reader knows before reading the brand's words, and has them read.

use crate::appraisal::{self, Appraisal, Ask, Context, Heard, Picture, appraise};
use crate::sim::clock::DAY;
use crate::sim::message::Words;
use crate::sim::message::{Message, Said};
use crate::sim::setup::BeatDeed;
use crate::sim::{PersonId, PhotoId, RoomId};

use super::check::said;
use super::sitting::Sitting;

/// The reader uses the brand's last so many messages.
const MEMORY: usize = 50;

/// Reads a message of the brand's own.
pub(super) fn post(
    sitting: &Sitting,
    room: RoomId,
    text: &str,
    photo: Option<PhotoId>,
    deed: appraisal::Deed,
) -> Said {
    let picture = photo.map(|photo| picture(sitting, photo));
    said(text, read(sitting, room, text, deed, None, picture.as_ref()), photo)
}

/// Reads an answer to a message.
pub(super) fn reply(
    sitting: &Sitting,
    to: &Message,
    text: &str,
    photo: Option<PhotoId>,
    deed: appraisal::Deed,
) -> Said {
    let (heard, picture) = (heard(sitting, to), photo.map(|photo| picture(sitting, photo)));
    said(text, read(sitting, to.room, text, deed, Some(&heard), picture.as_ref()), photo)
}

/// Reads words that go with a request to connect: what is said is heard against who the person is.
pub(super) fn introduce(sitting: &Sitting, person: PersonId, room: RoomId, text: &str) -> Said {
    let who = sitting.world().setup.person(person);
    let heard = Heard {
        from: who.name.clone(),
        kind: Some(Ask::Talk),
        text: format!("{} {}", who.work, who.about),
        ..Heard::default()
    };
    said(text, read(sitting, room, text, appraisal::Deed::Connect, Some(&heard), None), None)
}

fn heard(sitting: &Sitting, to: &Message) -> Heard {
    let world = sitting.world();
    let person =
        to.person().or_else(|| world.thread(to.thread).iter().rev().find_map(|message| message.person()));
    // What counts is the thing they wait for, even when the answer hangs on a later word of theirs.
    let asks = |message: &&Message| message.person() == person && message.expect.is_some();
    let thread = world.thread(to.thread);
    let asked = if to.expect.is_some() { to } else { thread.into_iter().rfind(asks).unwrap_or(to) };
    let told = world.thread(to.thread).into_iter().filter(|m| m.person() == person && m.id != asked.id);
    let expect = asked.expect.as_ref();
    Heard {
        from: person.map_or_else(String::new, |person| world.setup.person(person).name.clone()),
        kind: expect.map(|expect| expect.ask).or_else(|| Some(written_kind(sitting, asked))),
        text: sitting.text(asked.id).to_string(),
        answers: expect.map_or_else(Vec::new, |expect| expect.facts.clone()),
        trouble: expect.map_or_else(Vec::new, |expect| expect.trouble.clone()),
        told: told.map(|message| sitting.text(message.id).to_string()).collect(),
    }
}

fn written_kind(sitting: &Sitting, message: &Message) -> Ask {
    match message.words {
        Words::Beat(beat) => match &sitting.world().setup.beat(beat).deed {
            BeatDeed::Say(line) => line.ask,
            BeatDeed::Request { .. } | BeatDeed::News { .. } => Ask::Talk,
        },
        Words::Brand(_) | Words::Question(_) | Words::Failure(_) | Words::Gist(_) => Ask::Talk,
    }
}

fn picture(sitting: &Sitting, photo: PhotoId) -> Picture {
    let world = sitting.world();
    let shown = world.messages.iter().rev().find(|m| m.said().is_some_and(|s| s.photo == Some(photo)));
    Picture {
        days_since_shown: shown.map(|message| world.now.since(message.minute) / DAY),
        ..world.setup.brand.photos[photo.index()].picture.clone()
    }
}

fn read(
    sitting: &Sitting,
    room: RoomId,
    text: &str,
    deed: appraisal::Deed,
    heard: Option<&Heard>,
    picture: Option<&Picture>,
) -> Appraisal {
    let world = sitting.world();
    let norms = &world.setup.room(room).norms;
    let brand = &world.setup.brand.sheet;
    appraise(text, &Context { norms, brand, deed, heard, picture, before: sitting.earlier(MEMORY) })
}
