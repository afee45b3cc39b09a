//! Attempts to fool the reader: none may read better than the plain honest message beside it.

use std::collections::BTreeMap;
use std::fs;

use mingle::appraisal::{Ask, BrandSheet, Context, Deed, Fact, Heard, Norms, Picture, appraise};
use mingle::scenario;
use serde::Deserialize;

use crate::kit::play::home;

/// Kind, brand, room, what was heard (kind, name, words), the trick, the plain message.
type Trick = (String, String, String, Option<(String, String, String)>, String, String);

#[derive(Deserialize)]
struct File {
    brands: BTreeMap<String, (String, String, Vec<String>)>,
    tricks: Vec<Trick>,
}

/// One trick with what both messages read as.
struct Read {
    kind: String,
    trick: (f64, String),
    plain: (f64, String),
}

fn norms(name: &str) -> Norms {
    let (_, source) = scenario::SHIPPED_ROOMS.iter().find(|(room, _)| *room == name).expect("the room ships");
    scenario::read_room(name, name, source).expect("a shipped room is sound").0.norms
}

fn read_all() -> Vec<Read> {
    let path = home().join("tests/cases/tricks.ron");
    let text = fs::read_to_string(path).expect("the cases are there");
    let file: File = ron::from_str(&text).expect("the cases are sound");
    let mut all = Vec::new();
    for (kind, brand, room, heard, trick, plain) in file.tricks {
        let (name, about, facts) = file.brands.get(&brand).expect("the brand is listed").clone();
        let facts = facts.into_iter().map(|text| Fact { text, ..Fact::default() }).collect();
        let sheet = BrandSheet { name, about, facts, ..BrandSheet::default() };
        let norms = norms(&room);
        let heard =
            heard.map(|(kind, from, text)| Heard { from, kind: Some(ask(&kind)), text, ..Heard::default() });
        let deed = match &heard {
            Some(_) if kind == "pitch" => Deed::Connect,
            Some(_) => Deed::Reply,
            None => Deed::Post,
        };
        let picture = Picture::default();
        let context = Context {
            norms: &norms,
            brand: &sheet,
            deed,
            heard: heard.as_ref(),
            picture: (room == "albums").then_some(&picture),
            before: &[],
        };
        let welcome = |text: String| (appraise(&text, &context).welcome, text);
        all.push(Read { kind, trick: welcome(trick), plain: welcome(plain) });
    }
    all
}

fn ask(kind: &str) -> Ask {
    match kind {
        "question" => Ask::Question,
        "complaint" | "crisis" => Ask::Complaint,
        "praise" => Ask::Praise,
        "request" => Ask::Request,
        "talk" => Ask::Talk,
        other => panic!("{other} is no kind of message"),
    }
}

#[test]
fn no_trick_reads_better_than_plain_words() {
    let all = read_all();
    assert!(all.len() >= 150, "only {} tricks", all.len());
    let fooled: Vec<String> = all
        .iter()
        .filter(|read| read.trick.0 >= read.plain.0)
        .map(|read| {
            let Read { kind, trick, plain } = read;
            format!("{kind}: {:.2} {}\n   over {:.2} {}", trick.0, trick.1, plain.0, plain.1)
        })
        .collect();
    assert!(fooled.is_empty(), "{} of {} fool the reader:\n{}", fooled.len(), all.len(), fooled.join("\n"));
}

#[test]
fn most_tricks_read_clearly_worse() {
    let all = read_all();
    let near: Vec<String> = all
        .iter()
        .filter(|read| read.trick.0 + 0.1 > read.plain.0)
        .map(|read| format!("{}: {:.2} and {:.2} {}", read.kind, read.trick.0, read.plain.0, read.trick.1))
        .collect();
    assert!(near.len() * 10 <= all.len(), "{} of {} are near:\n{}", near.len(), all.len(), near.join("\n"));
}
