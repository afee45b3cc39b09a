//! Whether a move is possible now, and the deed it becomes, with its words read once.

use unicode_segmentation::UnicodeSegmentation;

use crate::appraisal::{self, Clean, Shape};
use crate::sim::deed::Deed;
use crate::sim::message::{Message, Said};
use crate::sim::world::RequestState;
use crate::sim::{MessageId, PersonId, PhotoId, RoomId};
use crate::speech::topic;

use super::hear;
use super::moves::Move;
use super::refusal::Refusal;
use super::sitting::Sitting;

/// The deed of a move, `None` for waiting; or why it is not possible now.
pub(super) fn check(sitting: &Sitting, a_move: &Move) -> Result<Option<Deed>, Refusal> {
    let (world, setup) = (sitting.world(), &sitting.world().setup);
    if world.is_over() {
        return Err(Refusal::Over);
    }
    if let Move::Wait { minutes } = a_move {
        return if *minutes == 0 { Err(Refusal::NoTime) } else { Ok(None) };
    }
    if sitting.is_closed() {
        let opens = crate::sim::Minute::on(1, setup.staffed.0).clock();
        return Err(Refusal::Closed { opens });
    }
    speaking(sitting, a_move)
        .or_else(|| gesture(sitting, a_move))
        .expect("every move speaks or is a gesture")
        .map(Some)
}

fn speaking(sitting: &Sitting, a_move: &Move) -> Option<Result<Deed, Refusal>> {
    Some(match a_move {
        Move::Post { room, text, photo } => post(sitting, room, text, photo.as_deref()),
        Move::Reply { to, text, photo } => reply(sitting, *to, text, photo.as_deref()),
        Move::Message { person, text, about } => private(sitting, person, text, *about),
        Move::Connect { person, text } => connect(sitting, person, text),
        Move::Correct { message, text } => correct(sitting, *message, text),
        Move::React { .. }
        | Move::Accept { .. }
        | Move::Decline { .. }
        | Move::Listen { .. }
        | Move::Boost { .. }
        | Move::Withdraw { .. }
        | Move::Wait { .. } => return None,
    })
}

fn gesture(sitting: &Sitting, a_move: &Move) -> Option<Result<Deed, Refusal>> {
    Some(match a_move {
        Move::React { to } => theirs(sitting, *to).map(|message| Deed::React { to: message.id }),
        Move::Accept { person } => {
            request(sitting, person).map(|(person, room)| Deed::Accept { person, room })
        }
        Move::Decline { person } => {
            request(sitting, person).map(|(person, room)| Deed::Decline { person, room })
        }
        Move::Listen { person } => person_named(sitting, person).map(|person| Deed::Listen { person }),
        Move::Boost { message } => ours(sitting, *message).map(|message| Deed::Boost { message: message.id }),
        Move::Withdraw { message } => {
            ours(sitting, *message).map(|message| Deed::Withdraw { message: message.id })
        }
        Move::Post { .. }
        | Move::Reply { .. }
        | Move::Connect { .. }
        | Move::Message { .. }
        | Move::Correct { .. }
        | Move::Wait { .. } => return None,
    })
}

fn post(sitting: &Sitting, room: &str, text: &str, photo: Option<&str>) -> Result<Deed, Refusal> {
    let setup = &sitting.world().setup;
    let room = setup.room_named(room).ok_or_else(|| Refusal::NoRoom {
        name: Clean::line(room).into_string(),
        rooms: setup.rooms.iter().map(|r| r.name().to_string()).collect::<Vec<_>>().join(", "),
    })?;
    let photo = photo.map(|name| photo_named(sitting, name)).transpose()?;
    let text = words(sitting, room, text)?;
    if photo.is_none() && setup.room(room).norms.picture_needed {
        return Err(Refusal::NoPicture { room: setup.room(room).name().to_string() });
    }
    let said = hear::post(sitting, room, &text, photo, appraisal::Deed::Post);
    Ok(Deed::Post { room, said })
}

fn reply(sitting: &Sitting, to: u32, text: &str, photo: Option<&str>) -> Result<Deed, Refusal> {
    let message = existing(sitting, to)?;
    if message.is_brand() && sitting.world().thread(message.thread).iter().all(|m| m.is_brand()) {
        return Err(Refusal::Own);
    }
    let photo = photo.map(|name| photo_named(sitting, name)).transpose()?;
    let text = words(sitting, message.room, text)?;
    let said = hear::reply(sitting, message, &text, photo, appraisal::Deed::Reply);
    match message.private {
        Some(person) => Ok(Deed::Private { person, room: message.room, about: Some(message.id), said }),
        None => Ok(Deed::Reply { to: message.id, said }),
    }
}

fn private(sitting: &Sitting, name: &str, text: &str, about: Option<u32>) -> Result<Deed, Refusal> {
    let world = sitting.world();
    let person = person_named(sitting, name)?;
    let spoke = |message: &&Message| message.person() == Some(person) && message.to_brand;
    let about = about.map(|number| existing(sitting, number)).transpose()?;
    let about =
        about.filter(|m| m.person() == Some(person)).or_else(|| world.messages.iter().rev().find(spoke));
    let known = about.is_some() || world.bonds[person.index()].connected;
    if !known {
        return Err(Refusal::Stranger { name: world.setup.person(person).name.clone() });
    }
    let room = about.map_or(world.setup.person(person).home, |message| message.room);
    let text = words(sitting, room, text)?;
    let said = match about {
        Some(message) => hear::reply(sitting, message, &text, None, appraisal::Deed::Private),
        None => hear::post(sitting, room, &text, None, appraisal::Deed::Private),
    };
    Ok(Deed::Private { person, room, about: about.map(|message| message.id), said })
}

fn connect(sitting: &Sitting, name: &str, text: &str) -> Result<Deed, Refusal> {
    let world = sitting.world();
    let person = person_named(sitting, name)?;
    let who = world.setup.person(person);
    let room = who.rooms.iter().find(|room| world.setup.room(*room).requests);
    let room = room.ok_or_else(|| Refusal::CannotConnect { name: who.name.clone() })?;
    if world.bonds[person.index()].connected {
        return Err(Refusal::Done);
    }
    let text = words(sitting, room, text)?;
    let said = hear::introduce(sitting, person, room, &text);
    Ok(Deed::Connect { person, room, said })
}

fn correct(sitting: &Sitting, number: u32, text: &str) -> Result<Deed, Refusal> {
    let message = ours(sitting, number)?;
    if message.corrected.is_some() {
        return Err(Refusal::Done);
    }
    let text = words(sitting, message.room, text)?;
    let said = hear::post(sitting, message.room, &text, None, appraisal::Deed::Reply);
    Ok(Deed::Correct { message: message.id, said })
}

/// Words from outside, cleaned, not empty and not longer than the room takes.
fn words(sitting: &Sitting, room: RoomId, text: &str) -> Result<String, Refusal> {
    let text = Clean::text(text).into_string().trim().to_string();
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    let room = sitting.world().setup.room(room);
    let limit = room.norms.limit;
    // No text has more characters than bytes.
    if text.len() <= limit {
        return Ok(text);
    }
    let length = text.graphemes(true).count();
    if length > limit {
        return Err(Refusal::TooLong { length, limit, room: room.name().to_string() });
    }
    Ok(text)
}

fn existing(sitting: &Sitting, number: u32) -> Result<&Message, Refusal> {
    let message =
        sitting.world().messages.get(MessageId(number).index()).ok_or(Refusal::NoMessage { number })?;
    if message.withdrawn { Err(Refusal::TakenBack) } else { Ok(message) }
}

fn theirs(sitting: &Sitting, number: u32) -> Result<&Message, Refusal> {
    let message = existing(sitting, number)?;
    if message.is_brand() { Err(Refusal::Own) } else { Ok(message) }
}

fn ours(sitting: &Sitting, number: u32) -> Result<&Message, Refusal> {
    let message = existing(sitting, number)?;
    if message.is_brand() { Ok(message) } else { Err(Refusal::NotYours) }
}

fn person_named(sitting: &Sitting, name: &str) -> Result<PersonId, Refusal> {
    let found = sitting.world().setup.person_named(name);
    found.ok_or_else(|| Refusal::NoPerson { name: Clean::line(name).into_string() })
}

fn photo_named(sitting: &Sitting, name: &str) -> Result<PhotoId, Refusal> {
    let photos = &sitting.world().setup.brand.photos;
    photos.iter().position(|photo| photo.name == name).map(PhotoId::at).ok_or_else(|| Refusal::NoPhoto {
        name: Clean::line(name).into_string(),
        photos: photos.iter().map(|photo| photo.name.clone()).collect::<Vec<_>>().join(", "),
    })
}

fn request(sitting: &Sitting, name: &str) -> Result<(PersonId, RoomId), Refusal> {
    let person = person_named(sitting, name)?;
    let open = sitting
        .world()
        .requests
        .iter()
        .find(|request| request.person == person && request.state == RequestState::Open);
    let name = || sitting.world().setup.person(person).name.clone();
    open.map(|request| (person, request.room)).ok_or_else(|| Refusal::NoRequest { name: name() })
}

/// What the brand says, with its topics.
pub(super) fn said(text: &str, appraisal: appraisal::Appraisal, photo: Option<PhotoId>) -> Said {
    let (topics, shape) = (topic::of(text), Shape::of(text));
    Said { text: text.to_string(), appraisal, topics, photo, shape }
}
