//! Rooms from their data files: the four that are shipped, and those that lie beside a scenario.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use super::desk::Desk;
use super::fault::{Fault, Lines};
pub use super::room_format::RoomFile;
use super::room_format::{AlikeFile, HostFile, LiftsFile, WebFile};
use super::{disk, schema, suggest, typed};
use crate::appraisal::{Kept, Norms};
use crate::sim::room::{Alike, Host, Lifts, Room, Web};

/// The shipped room files, by name.
pub const SHIPPED: [(&str, &str); 4] = [
    ("klatch", include_str!("../../assets/rooms/klatch.ron")),
    ("party", include_str!("../../assets/rooms/party.ron")),
    ("networking", include_str!("../../assets/rooms/networking.ron")),
    ("albums", include_str!("../../assets/rooms/albums.ron")),
];

/// Reads a room file; `name` is the file's name without `.ron`.
pub fn read_room(file: &str, name: &str, source: &str) -> Result<(Room, RoomFile), Vec<Fault>> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let lines = Lines::new(file, source);
    let mut faults = Vec::new();
    let Some(read) = typed::read::<RoomFile>(&lines, source, &schema::ROOM, &mut faults) else {
        return Err(faults);
    };
    let mut desk = Desk::new(&lines, &read.fit);
    let room = convert(&mut desk, name, &read.content);
    faults.append(&mut desk.faults);
    if faults.is_empty() { Ok((room, read.content)) } else { Err(faults) }
}

/// The rooms a scenario names, as far as they can be had; faults of their files go to `others`.
pub(super) fn of_scenario(
    desk: &mut Desk<'_>,
    names: &[String],
    beside: Option<&Path>,
    others: &mut Vec<Fault>,
    sources: &mut BTreeMap<String, String>,
) -> Vec<Option<Room>> {
    let mut rooms = Vec::new();
    for (place, name) in names.iter().enumerate() {
        let path = format!("rooms[{place}]");
        if names[..place].contains(name) {
            desk.fault(&path, "S031", format!("\"{name}\" is in this list twice."), "Keep one of the two.");
        }
        let read = if let Some((_, source)) = SHIPPED.iter().find(|(shipped, _)| shipped == name) {
            Some(read_room(&format!("{name}.ron"), name, source))
        } else {
            beside_it(desk, &path, name, beside).map(|source| {
                let read = read_room(name, stem(name), &source);
                sources.insert(name.clone(), source);
                read
            })
        };
        rooms.push(match read {
            Some(Ok((room, _))) => Some(room),
            Some(Err(mut faults)) => {
                others.append(&mut faults);
                None
            }
            None => None,
        });
    }
    rooms
}

/// A room to look at the rest of a scenario with, where its own could not be had.
pub(super) fn stand_in() -> Room {
    let (name, source) = SHIPPED[2];
    let (mut room, _) = read_room(name, name, source).expect("shipped rooms are read by a test");
    room.norms.limit = usize::MAX;
    room
}

/// The same room under the name a scenario gave.
pub(super) fn named(room: &Room, name: &str) -> Room {
    let mut room = room.clone();
    let meant = suggest::nearest(name, SHIPPED.iter().map(|(shipped, _)| *shipped));
    meant.unwrap_or(stem(name)).clone_into(&mut room.norms.room);
    room
}

/// `garden` of `garden.ron`.
fn stem(name: &str) -> &str {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    last.strip_suffix(".ron").unwrap_or(last)
}

/// The text of a room file beside the scenario.
fn beside_it(desk: &mut Desk<'_>, path: &str, name: &str, beside: Option<&Path>) -> Option<String> {
    let relative = Path::new(name);
    let named = relative.extension().is_some_and(|ext| ext == "ron");
    if !named {
        let help = suggest::help(name, SHIPPED.iter().map(|(shipped, _)| *shipped));
        desk.fault(path, "S030", format!("There is no room called \"{name}\"."), &help);
        return None;
    }
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
    if !inside || name.contains('\\') {
        let help = "Put the room's file beside the scenario and write its name only.";
        desk.fault(path, "S041", "A room's file has to lie beside the scenario.".to_owned(), help);
        return None;
    }
    let Some(folder) = beside else {
        let message = format!("The room file {name} cannot be looked for here.");
        desk.fault(path, "S041", message, "Only a scenario that lies in a folder can have rooms of its own.");
        return None;
    };
    match disk::beside(folder, relative) {
        Ok(source) => Some(source),
        Err(error) => {
            desk.fault(path, "S041", format!("The room file {name} cannot be read: {error}."), "");
            None
        }
    }
}

fn convert(desk: &mut Desk<'_>, name: &str, file: &RoomFile) -> Room {
    if file.room != name {
        let message = format!("The room is called \"{}\", its file {name}.ron.", file.room);
        desk.fault("room", "S042", message, "Give both the same name.");
    }
    Room {
        norms: norms(desk, file),
        title: desk.line("title", &file.title),
        about: desk.text("about", &file.about),
        fresh: positive(desk, "fresh", file.fresh),
        sessions: positive(desk, "sessions", file.sessions) / 10.0,
        seen: share(desk, "seen", file.seen, 1_000),
        reaction: share(desk, "reaction", file.reaction, 10_000),
        mix: mix(desk, file.mix),
        airtime: (positive(desk, "airtime[0]", file.airtime.0), positive(desk, "airtime[1]", file.airtime.1)),
        fatigue: positive(desk, "fatigue", file.fatigue),
        reply: positive(desk, "reply", file.reply),
        patience: positive(desk, "patience", file.patience),
        closeness: desk.percent("closeness", file.closeness),
        hours: hours(desk, &file.hours),
        talk: f64::from(file.talk),
        requests: file.requests,
        enough: file.enough,
        host: match file.host {
            HostFile::Closeness => Host::Closeness,
            HostFile::Tempo => Host::Tempo,
            HostFile::Matter => Host::Matter,
            HostFile::Looks => Host::Looks,
        },
        web: web(desk, &file.web),
        mingles: file.mingles,
        leafs: share(desk, "leafs", file.leafs, 1_000),
        lifts: lifts(desk, &file.lifts),
    }
}

fn web(desk: &mut Desk<'_>, file: &WebFile) -> Web {
    desk.within("web.each", file.each, (0, 50), "ties");
    desk.within("web.tail", file.tail, (100, 1_000), "percent");
    let mut pair = |name: &str, (low, high): (u32, u32)| {
        (desk.percent(&format!("web.{name}[0]"), low), desk.percent(&format!("web.{name}[1]"), high))
    };
    let (near, far) = (pair("near", file.near), pair("far", file.far));
    Web {
        alike: match file.alike {
            AlikeFile::Cares => Alike::Cares,
            AlikeFile::Work => Alike::Work,
        },
        each: file.each.min(50),
        mutual: file.mutual,
        circle: file.circle,
        tail: f64::from(file.tail.clamp(100, 1_000)) / 100.0,
        near,
        far,
    }
}

fn lifts(desk: &mut Desk<'_>, file: &LiftsFile) -> Lifts {
    let mut lift = |name: &str, percent: u32| {
        desk.within(&format!("lifts.{name}"), percent, (10, 500), "percent of usual");
        f64::from(percent.clamp(10, 500)) / 100.0 - 1.0
    };
    Lifts {
        short: (file.short.0, lift("short[1]", file.short.1)),
        hashtags: (
            file.hashtags.0,
            lift("hashtags[1]", file.hashtags.1),
            lift("hashtags[2]", file.hashtags.2),
        ),
        photo: lift("photo", file.photo),
        face: lift("face", file.face),
        number: lift("number", file.number),
        quote: lift("quote", file.quote),
    }
}

fn norms(desk: &mut Desk<'_>, file: &RoomFile) -> Norms {
    if file.length.0 >= file.length.1 || file.length.1 > file.limit {
        let message =
            "The comfortable length has to be below the far too long one, and that within the limit.";
        desk.fault("length", "S021", message.to_owned(), "Write them from short to long, as in (100, 280).");
    }
    if file.hashtags.0 > file.hashtags.1 {
        let message = "The fewest hashtags are more than the most.".to_owned();
        desk.fault("hashtags", "S021", message, "Write the smaller number first.");
    }
    desk.within("question_lift", file.question_lift, (10, 500), "percent");
    desk.within("limit", file.limit, (20, 4_000), "characters");
    let pair = |(low, high): (u32, u32)| (low as usize, high as usize);
    Norms {
        room: desk.line("room", &file.room),
        formality: desk.percent("formality", file.formality),
        limit: file.limit as usize,
        length: pair(file.length),
        hashtags: pair(file.hashtags),
        picture_needed: file.picture_needed,
        visual_weight: desk.percent("visual_weight", file.visual_weight),
        question_lift: f64::from(file.question_lift) / 100.0,
        selling_tolerance: desk.percent("selling_tolerance", file.selling_tolerance),
        at_home: desk.texts("at_home", &file.at_home),
        out_of_place: desk.texts("out_of_place", &file.out_of_place),
        known: Kept::default(),
    }
}

fn positive(desk: &mut Desk<'_>, path: &str, number: u32) -> f64 {
    desk.within(path, number, (1, 1_000_000), "");
    f64::from(number.max(1))
}

fn share(desk: &mut Desk<'_>, path: &str, number: u32, of: u32) -> f64 {
    desk.within(path, number, (0, of), &format!("in {of}"));
    f64::from(number.min(of)) / f64::from(of)
}

fn mix(desk: &mut Desk<'_>, (like, comment, share): (u32, u32, u32)) -> [f64; 3] {
    let sum = u64::from(like) + u64::from(comment) + u64::from(share);
    if sum != 100 {
        desk.fault("mix", "S021", format!("These shares sum to {sum}."), "They have to sum to 100.");
    }
    [like, comment, share].map(|part| f64::from(part) / 100.0)
}

/// The hours with a mean of 1.
fn hours(desk: &mut Desk<'_>, weights: &[u32]) -> [f64; 24] {
    let sum: f64 = weights.iter().map(|&weight| f64::from(weight)).sum();
    if weights.len() != 24 || sum <= 0.0 {
        let message = format!("A day has 24 hours; here are {} weights.", weights.len());
        desk.fault("hours", "S021", message, "Write 24 numbers from midnight on, not all of them 0.");
        return [1.0; 24];
    }
    std::array::from_fn(|hour| f64::from(weights[hour]) * 24.0 / sum)
}
