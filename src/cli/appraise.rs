//! `mingle appraise`: reads messages from standard input and says how each would land.

use std::io::BufRead;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::appraisal::{
    Appraisal, Ask, BrandSheet, Clean, Context, Deed, Dimension, Head, Heads, Heard, Picture,
    appraise as read,
};
use crate::scenario;
use crate::sim::room::Room;

use super::args::AppraiseArgs;
use super::code::{Code, Failure, Outcome};
use super::{brand, explain, open, out};

/// Longest line read, in bytes.
const LONGEST: usize = 64 * 1024;

pub(super) fn appraise(args: &AppraiseArgs) -> Outcome {
    let (rooms, brand) = match &args.scenario {
        Some(name) => {
            let scenario = open::scenario(name)?;
            (scenario.base.rooms.clone(), scenario.base.brand.sheet.clone())
        }
        None => (shipped_rooms(), BrandSheet::default()),
    };
    let brand = args.brand.as_deref().map_or(Ok(brand), brand::read)?;
    let room = find(&rooms, &args.room)?;
    let several = several(&rooms, &args.rooms)?;
    let colour = out::is_coloured();
    for (number, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line.map_err(|error| Failure::io(&error))?;
        if line.trim().is_empty() {
            continue;
        }
        if line.len() > LONGEST {
            return Err(Failure::new(
                Code::BadInput,
                format!("mingle: line {}: longer than 64 KiB", number + 1),
            ));
        }
        let told = if args.json {
            let input: Input = serde_json::from_str(&line)
                .map_err(|e| Failure::new(Code::BadInput, format!("mingle: line {}: {e}", number + 1)))?;
            let room = input.room.as_deref().map_or(Ok(room), |name| find(&rooms, name))?;
            let heads = args.heads.then(|| input.heads());
            let mut answer = input.answer(room, &brand);
            if let Some(heads) = heads {
                answer["heads"] = heads;
            }
            answer.to_string()
        } else {
            let text = Clean::line(&line);
            match several.as_slice() {
                [] => explain::in_room(text.as_str(), room, &brand, colour),
                several => explain::in_rooms(text.as_str(), several, &brand, colour),
            }
        };
        if !out::line(&told)? {
            break;
        }
    }
    Ok(Code::Done)
}

/// The rooms to compare, all of them for "all".
fn several<'a>(rooms: &'a [Room], names: &[String]) -> Result<Vec<&'a Room>, Failure> {
    if names.iter().any(|name| name == "all") {
        return Ok(rooms.iter().collect());
    }
    names.iter().map(|name| find(rooms, name)).collect()
}

fn shipped_rooms() -> Vec<Room> {
    let read =
        |(name, source): &(&str, &str)| scenario::read_room(name, name, source).ok().map(|(room, _)| room);
    scenario::SHIPPED_ROOMS.iter().filter_map(read).collect()
}

fn find<'a>(rooms: &'a [Room], name: &str) -> Result<&'a Room, Failure> {
    rooms.iter().find(|room| room.name() == name).ok_or_else(|| {
        let names: Vec<&str> = rooms.iter().map(Room::name).collect();
        let name = Clean::line(name);
        Failure::new(
            Code::Usage,
            format!("mingle: there is no room \"{}\"; there are: {}", name.as_str(), names.join(", ")),
        )
    })
}

#[derive(Deserialize)]
struct Input {
    #[serde(default)]
    id: Value,
    room: Option<String>,
    brand: Option<InputBrand>,
    #[serde(rename = "move")]
    deed: Option<String>,
    context: Option<InputContext>,
    photo: Option<InputPhoto>,
    text: String,
}

#[derive(Deserialize)]
struct InputBrand {
    #[serde(default, deserialize_with = "or_default")]
    name: String,
    #[serde(default, deserialize_with = "or_default")]
    about: String,
    #[serde(default, deserialize_with = "or_default")]
    facts: Vec<String>,
    #[serde(default, deserialize_with = "or_default")]
    voice: String,
}

#[derive(Deserialize)]
struct InputContext {
    #[serde(default, deserialize_with = "or_default")]
    from: String,
    #[serde(default, deserialize_with = "or_default")]
    kind: String,
    #[serde(default, deserialize_with = "or_default")]
    text: String,
}

#[derive(Deserialize)]
struct InputPhoto {
    #[serde(default, deserialize_with = "or_default")]
    tags: Vec<String>,
    #[serde(default, deserialize_with = "or_default")]
    description: String,
}

/// What is null is as good as left out.
fn or_default<'de, T, D>(from: D) -> Result<T, D::Error>
where
    T: Default + Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    Ok(Option::<T>::deserialize(from)?.unwrap_or_default())
}

impl Input {
    /// What each head reads; uptake is of the message answered, and 0 without one.
    fn heads(&self) -> Value {
        let heard = self.context.as_ref().map(|heard| heard.text.as_str()).filter(|text| !text.is_empty());
        let reading = Heads::shipped().read(&self.text, heard);
        Head::ALL.iter().map(|head| (head.name().to_owned(), json!(reading.get(*head)))).collect()
    }

    fn answer(self, room: &Room, given: &BrandSheet) -> Value {
        let brand = self.brand.as_ref().map_or_else(|| given.clone(), InputBrand::sheet);
        let heard = self.context.as_ref().map(InputContext::heard);
        let picture = self.photo.map(|photo| Picture {
            tags: photo.tags,
            description: photo.description,
            days_since_shown: None,
            look: None,
        });
        let deed = match self.deed.as_deref() {
            Some("reply") => Deed::Reply,
            Some("connect") => Deed::Connect,
            _ => Deed::Post,
        };
        let context = Context {
            norms: &room.norms,
            brand: &brand,
            deed,
            heard: heard.as_ref(),
            picture: picture.as_ref(),
            before: &[],
        };
        let words = read(&self.text, &context);
        object(&self.id, &self.text, &words)
    }
}

fn object(id: &Value, text: &str, words: &Appraisal) -> Value {
    let dimensions: serde_json::Map<String, Value> =
        Dimension::ALL.iter().map(|d| (d.name().to_string(), json!(words.score(*d)))).collect();
    let cues: Vec<Value> = words
        .cues
        .iter()
        .map(|cue| {
            json!({ "rule": cue.rule, "dimension": cue.dimension.name(), "weight": cue.weight,
                    "start": cue.span.start, "end": cue.span.end,
                    "text": text.get(cue.span.clone()).unwrap_or(""), "why": cue.sentence(text) })
        })
        .collect();
    let reasons: Vec<Value> = words
        .reasons
        .iter()
        .map(|reason| {
            json!({ "sign": reason.sign, "weight": reason.weight,
                    "start": reason.span.start, "end": reason.span.end,
                    "text": text.get(reason.span.clone()).unwrap_or(""), "why": reason.sentence(text) })
        })
        .collect();
    json!({ "id": id, "welcome": words.welcome, "confidence": words.confidence, "leaning": words.leaning,
            "dimensions": dimensions, "cues": cues, "reasons": reasons })
}

impl InputBrand {
    fn sheet(&self) -> BrandSheet {
        BrandSheet {
            name: self.name.clone(),
            about: self.about.clone(),
            voice: self.voice.clone(),
            facts: brand::facts(&self.facts),
            ..BrandSheet::default()
        }
    }
}

impl InputContext {
    fn heard(&self) -> Heard {
        let kind = match self.kind.as_str() {
            "question" => Some(Ask::Question),
            "complaint" | "crisis" => Some(Ask::Complaint),
            "praise" => Some(Ask::Praise),
            "request" => Some(Ask::Request),
            "good_news" => Some(Ask::GoodNews),
            "sad_news" => Some(Ask::SadNews),
            "talk" | "smalltalk" => Some(Ask::Talk),
            _ => None,
        };
        Heard { from: self.from.clone(), kind, text: self.text.clone(), ..Heard::default() }
    }
}
