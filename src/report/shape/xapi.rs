//! The debrief as xAPI statements, one a line, as a learning record store takes them: stable ids, a pseudonym for the actor.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::appraisal::Clean;
use crate::game::{Move, Sitting};
use crate::report::page::Page;
use crate::sim::Minute;

/// Where our own activity and extension names begin. Nothing has to be found there: they are names.
const HOME: &str = "https://mingle.example/xapi";
/// Verbs of the vocabulary that learning record stores know.
const VERBS: &str = "http://adlnet.gov/expapi/verbs";

/// The statements of a play: begun, each move that said or settled something, and how it ended. `actor` is a pseudonym.
pub fn statements(sitting: &Sitting, page: &Page, actor: &str) -> String {
    let mut lines = Lines { run: page.run.clone(), actor: actor_of(actor), number: 0, text: String::new() };
    let story = activity(
        &format!("scenario/{}", iri(&page.scenario)),
        &page.title,
        "http://adlnet.gov/expapi/activities/simulation",
    );
    lines.push("initialized", "began", &story, None, 0);
    let start = sitting.world().setup.start();
    for record in sitting.journal().records() {
        let Some((verb, said, name, text)) = told(&record.play) else { continue };
        let minute = Minute::parse(&record.at).unwrap_or(start);
        let part = lines.number + 1;
        let object = activity(
            &format!("scenario/{}/move/{part}", iri(&page.scenario)),
            &name,
            "http://adlnet.gov/expapi/activities/interaction",
        );
        let result = text.map(|text| json!({ "response": Clean::text(text).into_string() }));
        lines.push(verb, said, &object, result, minute.since(start));
    }
    for turn in page.turning_points.iter().filter(|turn| turn.kind != crate::report::page::Kind::Carried) {
        let object = activity(
            &format!("scenario/{}/moment/{}", iri(&page.scenario), turn.message),
            &format!("{}, {}: {}", turn.at, turn.room, turn.who),
            "http://adlnet.gov/expapi/activities/performance",
        );
        let result = json!({ "success": false, "score": { "scaled": scaled(-turn.points / 100.0) } });
        lines.push("interacted", "could have gone better at", &object, Some(result), 0);
    }
    let minutes = sitting.world().now.since(start);
    lines.push("completed", "came to an end of", &story, Some(result(page, minutes)), minutes);
    lines.push("terminated", "left", &story, None, minutes);
    lines.text
}

/// Lines in the making.
struct Lines {
    run: String,
    actor: Value,
    /// Statements so far.
    number: usize,
    text: String,
}

impl Lines {
    fn push(&mut self, verb: &str, said: &str, object: &Value, result: Option<Value>, minute: u32) {
        let mut statement = json!({
            "id": id(&self.run, self.number),
            "actor": self.actor,
            "verb": { "id": format!("{VERBS}/{verb}"), "display": { "en-GB": said } },
            "object": object,
            "context": {
                "registration": id(&self.run, usize::MAX),
                "platform": "Mingle",
                "language": "en-GB",
                "extensions": { format!("{HOME}/ext/minute"): minute },
            },
            "version": "1.0.3",
        });
        if let Some(result) = result {
            statement["result"] = result;
        }
        self.number += 1;
        self.text.push_str(&statement.to_string());
        self.text.push('\n');
    }
}

fn result(page: &Page, minutes: u32) -> Value {
    let mut meters = Map::new();
    let mut sum = 0.0;
    for meter in &page.meters {
        sum += meter.value.unwrap_or(0.0);
        if let Some(value) = meter.value {
            meters.insert(format!("{HOME}/ext/meter/{}", meter.name), json!(value));
        }
    }
    let mut result = json!({
        "completion": page.over,
        "score": { "scaled": scaled(sum / 500.0), "raw": crate::report::page::round(sum / 5.0), "min": 0, "max": 100 },
        "duration": format!("PT{minutes}M"),
        "extensions": meters,
    });
    if let Some(well) = page.ends_well {
        result["success"] = json!(well);
    }
    result
}

/// The verb, what was done in words, the name of the move and what was said.
fn told(play: &Move) -> Option<(&'static str, &'static str, String, Option<&str>)> {
    Some(match play {
        Move::Post { room, text, .. } => ("shared", "posted", format!("A post in {room}"), Some(text)),
        Move::Reply { to, text, .. } => {
            ("responded", "answered", format!("An answer to message {to}"), Some(text))
        }
        Move::Message { text, .. } => {
            ("responded", "wrote privately", "A private word".to_owned(), Some(text))
        }
        Move::Connect { text, .. } => {
            ("interacted", "asked to connect", "A request to connect".to_owned(), Some(text))
        }
        Move::Correct { message, text } => {
            ("responded", "corrected", format!("A correction of message {message}"), Some(text))
        }
        Move::Accept { .. } => ("interacted", "accepted", "A request accepted".to_owned(), None),
        Move::Decline { .. } => ("interacted", "declined", "A request declined".to_owned(), None),
        Move::Withdraw { message } => {
            ("interacted", "withdrew", format!("Message {message} taken back"), None)
        }
        Move::Listen { .. } => ("experienced", "read", "A person's page".to_owned(), None),
        Move::React { .. } | Move::Boost { .. } | Move::Wait { .. } => return None,
    })
}

fn activity(path: &str, name: &str, kind: &str) -> Value {
    json!({
        "objectType": "Activity",
        "id": format!("{HOME}/{path}"),
        "definition": { "name": { "en-GB": Clean::line(name).into_string() }, "type": kind },
    })
}

fn actor_of(name: &str) -> Value {
    let name = Clean::line(name).into_string();
    json!({ "objectType": "Agent", "account": { "homePage": "https://mingle.example", "name": name } })
}

/// A name as it may stand in an IRI.
fn iri(name: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' || c == '_' { c } else { '-' };
    name.chars().map(safe).collect()
}

fn scaled(x: f64) -> f64 {
    crate::report::page::round(x.clamp(-1.0, 1.0))
}

/// An id shaped as a UUID, made of the run and a number, so that the same play exported again has the same ids.
fn id(run: &str, number: usize) -> String {
    let mut hash = Sha256::new();
    hash.update(b"mingle xapi ");
    hash.update(run.as_bytes());
    hash.update(number.to_string().as_bytes());
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    // Named by a hash, in the variant of RFC 4122.
    bytes[6] = (bytes[6] & 0x0f) | 0x50;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let digits: String = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(hex).collect();
    let parts = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
    parts.join("-")
}

fn hex(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap_or('0')
}
