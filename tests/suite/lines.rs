//! Labelled lines: what people would say of a message in each room, for every dimension, easy and hard.

use std::collections::BTreeMap;
use std::fs;

use mingle::appraisal::{
    Ask, BrandSheet, Context, Deed, Dimension, Earlier, Fact, FalseClaim, Heard, Norms, Picture, appraise,
};
use mingle::scenario;
use serde::Deserialize;

use crate::kit::play::home;

/// The rooms, each with a file of labelled lines.
const ROOMS: [&str; 4] = ["klatch", "party", "networking", "albums"];

/// Fewest labels of a dimension, of them either way, and of them in a room.
const FEWEST: usize = 40;
const FEWEST_A_WAY: usize = 14;
const FEWEST_IN_ROOM: usize = 6;

/// Name, what it is, what is true, what is not (words, truth), own words.
type Brand = (String, String, Vec<String>, (String, String), Vec<String>);

/// Kind, from, words, facts that answer, the trouble, what they told already.
type Said = (String, String, String, Vec<usize>, String, Vec<String>);

/// Brand, how, the words, labels.
type Line = (String, String, String, String);

#[derive(Deserialize)]
struct Sheet {
    bands: BTreeMap<String, (f64, f64)>,
    brands: BTreeMap<String, Brand>,
    heard: BTreeMap<String, Said>,
    before: BTreeMap<String, String>,
}

/// One label of one line, and what the reader says.
struct Label {
    room: &'static str,
    dimension: Dimension,
    present: bool,
    deed: Deed,
    score: f64,
    agrees: bool,
    /// The reader is known not to see this (marked `?` in the data).
    blind: bool,
    text: String,
}

fn load<T: for<'a> Deserialize<'a>>(name: &str) -> T {
    let path = home().join("tests/cases/lines").join(name);
    let text = fs::read_to_string(&path).expect("the cases are there");
    ron::from_str(&text).unwrap_or_else(|fault| panic!("{name}: {fault}"))
}

fn norms(name: &str) -> Norms {
    let (_, source) = scenario::SHIPPED_ROOMS.iter().find(|(room, _)| *room == name).expect("the room ships");
    scenario::read_room(name, name, source).expect("a shipped room is sound").0.norms
}

fn brand((name, about, facts, (claim, truth), own_words): &Brand) -> BrandSheet {
    let fact = |text: &String| Fact { text: text.clone(), ..Fact::default() };
    let claim = FalseClaim {
        id: "claim".to_owned(),
        text: claim.clone(),
        keys: vec![claim.clone()],
        truth: truth.clone(),
    };
    BrandSheet {
        name: name.clone(),
        about: about.clone(),
        facts: facts.iter().map(fact).collect(),
        false_claims: vec![claim],
        own_words: own_words.clone(),
        ..BrandSheet::default()
    }
}

fn heard((kind, from, text, answers, trouble, told): &Said) -> Heard {
    let kind = match kind.as_str() {
        "question" => Ask::Question,
        "complaint" => Ask::Complaint,
        "praise" => Ask::Praise,
        "good" => Ask::GoodNews,
        "sad" => Ask::SadNews,
        "talk" => Ask::Talk,
        other => panic!("{other} is no kind of message"),
    };
    Heard {
        from: from.clone(),
        kind: Some(kind),
        text: text.clone(),
        answers: answers.clone(),
        trouble: trouble.split_whitespace().map(str::to_owned).collect(),
        told: told.clone(),
    }
}

fn read_all() -> Vec<Label> {
    let sheet: Sheet = load("sheet.ron");
    let mut all = Vec::new();
    for room in ROOMS {
        let norms = norms(room);
        let lines: Vec<Line> = load(&format!("{room}.ron"));
        for line in &lines {
            labels(&sheet, room, &norms, line, &mut all);
        }
    }
    all
}

fn labels(sheet: &Sheet, room: &'static str, norms: &Norms, line: &Line, all: &mut Vec<Label>) {
    let (speaker, how, text, labels) = line;
    let brand = brand(sheet.brands.get(speaker).unwrap_or_else(|| panic!("no brand {speaker}")));
    let (mut deed, mut said, mut picture, mut before) = (Deed::Post, None, None, Vec::new());
    for part in how.split(' ') {
        let (word, value) = part.split_once(':').unwrap_or((part, ""));
        match word {
            "post" => {}
            "connect" => deed = Deed::Connect,
            "reply" => {
                deed = Deed::Reply;
                said = Some(heard(sheet.heard.get(value).unwrap_or_else(|| panic!("nobody said {value}"))));
            }
            "pic" => {
                let tags = value.split('+').map(|tag| tag.replace('_', " ")).collect();
                picture = Some(Picture { tags, ..Picture::default() });
            }
            "before" => before.push(Earlier::new("klatch", &sheet.before[value])),
            other => panic!("{other}: {text}"),
        }
    }
    let context = Context {
        norms,
        brand: &brand,
        deed,
        heard: said.as_ref(),
        picture: picture.as_ref(),
        before: &before,
    };
    let read = appraise(text, &context);
    for label in labels.split(' ') {
        let (label, blind) = label.strip_suffix('?').map_or((label, false), |label| (label, true));
        let (name, sign) = label.split_at(label.len() - 1);
        let dimension = Dimension::ALL.into_iter().find(|one| one.name() == name);
        let dimension = dimension.unwrap_or_else(|| panic!("no dimension {name}: {text}"));
        let (most, least) = sheet.bands[name];
        let score = read.score(dimension);
        let present = sign == "+";
        let agrees = if present { score >= least - 1e-9 } else { score <= most + 1e-9 };
        let text = format!("[{room}, {speaker}, {how}] {text}");
        all.push(Label { room, dimension, present, deed, score, agrees, blind, text });
    }
}

#[test]
fn labelled_lines_read_as_people_label_them() {
    let all = read_all();
    let wrong: Vec<String> = all
        .iter()
        .filter(|label| label.agrees == label.blind)
        .map(|label| {
            let sign = if label.present { "+" } else { "-" };
            let seen = if label.blind { " is seen now; take away its '?'" } else { "" };
            format!("{}{sign} {:.2}{seen} {}", label.dimension.name(), label.score, label.text)
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} labels:\n{}", wrong.len(), all.len(), wrong.join("\n"));
}

#[test]
fn every_dimension_is_labelled_both_ways_in_each_room() {
    let all = read_all();
    let mut short = Vec::new();
    for dimension in Dimension::ALL {
        let of: Vec<&Label> = all.iter().filter(|label| label.dimension == dimension).collect();
        let count = |is: &dyn Fn(&Label) -> bool| of.iter().filter(|label| is(label)).count();
        let (present, absent) = (count(&|label| label.present), count(&|label| !label.present));
        let replies = count(&|label| label.deed == Deed::Reply);
        let name = dimension.name();
        if of.len() < FEWEST || present < FEWEST_A_WAY || absent < FEWEST_A_WAY {
            short.push(format!("{name}: {present} present, {absent} absent"));
        }
        let answers = matches!(dimension, Dimension::Empathy | Dimension::ToThePoint);
        let neither =
            matches!(dimension, Dimension::Form | Dimension::Story | Dimension::Bait | Dimension::Arousal);
        if !neither && (replies < 3 || !answers && of.len() - replies < 3) {
            short.push(format!("{name}: {replies} of {} in replies", of.len()));
        }
        for room in ROOMS {
            let (present, absent) = (
                count(&|label| label.room == room && label.present),
                count(&|label| label.room == room && !label.present),
            );
            if present + absent < FEWEST_IN_ROOM || present < 2 || absent < 2 {
                short.push(format!("{name} in the {room}: {present} present, {absent} absent"));
            }
        }
    }
    assert!(short.is_empty(), "{}", short.join("\n"));
}

#[test]
fn the_reader_is_blind_to_few() {
    let all = read_all();
    let blind = all.iter().filter(|label| label.blind).count();
    assert!(blind * 10 <= all.len(), "{blind} of {} labels are marked as not seen", all.len());
}
