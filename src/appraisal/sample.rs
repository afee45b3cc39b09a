//! Rooms, a bakery and messages for the tests of this floor.

use super::{
    Appraisal, BrandSheet, Context, Deed, Dimension, Fact, FalseClaim, Heard, Kept, Norms, appraise,
};

fn words(list: &str) -> Vec<String> {
    list.split_whitespace().map(str::to_owned).collect()
}

fn norms(
    room: &str,
    formality: f64,
    picture_needed: bool,
    hashtags: (usize, usize),
    home: &str,
    out: &str,
) -> Norms {
    Norms {
        room: room.to_owned(),
        formality,
        limit: 1_000,
        length: (280, 700),
        hashtags,
        picture_needed,
        visual_weight: if picture_needed { 1.0 } else { 0.4 },
        question_lift: 1.0,
        selling_tolerance: 0.3,
        at_home: words(home),
        out_of_place: words(out),
        known: Kept::default(),
    }
}

pub(super) fn klatch() -> Norms {
    norms(
        "klatch",
        0.3,
        false,
        (0, 1),
        "neighbour bread morning street coffee oven loaf bake",
        "synergy stakeholder roi",
    )
}

pub(super) fn party() -> Norms {
    norms("party", 0.15, false, (0, 2), "song dance tonight fun", "invoice quarterly")
}

pub(super) fn networking() -> Norms {
    norms("networking", 0.7, false, (0, 3), "hiring team work trade craft", "lol party")
}

pub(super) fn albums() -> Norms {
    norms("albums", 0.3, true, (1, 5), "photo light picture oven", "invoice")
}

fn fact(id: &str, text: &str, keys: &[&str]) -> Fact {
    Fact { id: id.to_owned(), text: text.to_owned(), keys: keys.iter().map(|&key| key.to_owned()).collect() }
}

pub(super) fn bakery() -> BrandSheet {
    BrandSheet {
        name: "Mabel's".to_owned(),
        about: "A bakery on Mill Street.".to_owned(),
        voice: "plain and warm".to_owned(),
        facts: vec![
            fact("hours", "We open at seven every day, on Sunday too.", &["open 7", "open seven"]),
            fact("rye", "The rye costs £4.", &["rye £4", "rye 4"]),
            fact("starter", "Our sourdough starter is 31 years old.", &["starter 31"]),
            fact("place", "The shop is on Mill Street, next to the bridge.", &["mill street"]),
        ],
        false_claims: vec![FalseClaim {
            id: "gluten".to_owned(),
            text: "We have gluten-free bread.".to_owned(),
            keys: vec!["gluten free".to_owned()],
            truth: "All our bread has wheat or rye in it.".to_owned(),
        }],
        own_words: words("Mabel proving starter crust"),
        banned: words("artisanal"),
        known: Kept::default(),
    }
}

pub(super) fn heard(kind: super::Ask, text: &str, answers: &[usize], trouble: &str) -> Heard {
    Heard {
        from: "Ruth".to_owned(),
        kind: Some(kind),
        text: text.to_owned(),
        answers: answers.to_vec(),
        trouble: words(trouble),
        told: Vec::new(),
    }
}

pub(super) fn sunday() -> Heard {
    heard(super::Ask::Question, "Are you open on Sunday? I'd love a rye.", &[0], "")
}

pub(super) fn burnt() -> Heard {
    heard(
        super::Ask::Complaint,
        "My loaf was burnt black and I had guests. So disappointed.",
        &[],
        "burnt loaf guests",
    )
}

pub(super) fn post<'a>(norms: &'a Norms, brand: &'a BrandSheet) -> Context<'a> {
    Context { norms, brand, deed: Deed::Post, heard: None, picture: None, before: &[] }
}

/// A post at the klatch, read.
pub(super) fn read_post(text: &str) -> Appraisal {
    let (room, brand) = (klatch(), bakery());
    appraise(text, &post(&room, &brand))
}

/// A reply at the klatch, read.
pub(super) fn read_reply(text: &str, heard: &Heard) -> Appraisal {
    let (room, brand) = (klatch(), bakery());
    appraise(text, &Context { deed: Deed::Reply, heard: Some(heard), ..post(&room, &brand) })
}

/// Whether a score lies in a range, with the cues in the message when it does not.
#[track_caller]
pub(super) fn check(text: &str, read: &Appraisal, dimension: Dimension, low: f64, high: f64) {
    let score = read.score(dimension);
    let cues = read.cues_of(dimension);
    assert!(
        (low - 1e-9..=high + 1e-9).contains(&score),
        "{}: {score} not in {low}..={high} for {text:?}: {cues:#?}",
        dimension.name()
    );
}
