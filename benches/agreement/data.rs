//! Pairs of messages from data files, read in their context.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use mingle::appraisal::{
    Appraisal, Ask, BrandSheet, Context, Deed, Fact, Heard, Norms, Picture, appraise, welcome,
};
use mingle::scenario;
use serde::Deserialize;

/// The authors whose files there are.
pub(crate) const AUTHORS: [&str; 3] = ["a", "c", "d"];

#[derive(Clone, Deserialize)]
struct Line {
    id: String,
    room: String,
    brand: LineBrand,
    #[serde(rename = "move")]
    deed: String,
    context: Option<LineHeard>,
    photo: Option<LinePhoto>,
    a: String,
    b: String,
    better: String,
    margin: String,
    tests: Vec<String>,
}

#[derive(Clone, Deserialize)]
struct LineBrand {
    name: String,
    about: String,
    facts: Vec<String>,
    voice: String,
}

#[derive(Clone, Deserialize)]
struct LineHeard {
    from: String,
    kind: String,
    text: String,
}

#[derive(Clone, Deserialize)]
struct LinePhoto {
    tags: Vec<String>,
    description: String,
}

/// Where a message is said.
pub(crate) struct Place {
    pub(crate) norms: Norms,
    pub(crate) brand: BrandSheet,
    pub(crate) deed: Deed,
    pub(crate) heard: Option<Heard>,
    pub(crate) picture: Option<Picture>,
}

impl Place {
    /// The place as the reader wants it.
    pub(crate) fn context(&self) -> Context<'_> {
        Context {
            norms: &self.norms,
            brand: &self.brand,
            deed: self.deed,
            heard: self.heard.as_ref(),
            picture: self.picture.as_ref(),
            before: &[],
        }
    }

    /// Reads a text here.
    pub(crate) fn read(&self, text: &str) -> Appraisal {
        appraise(text, &self.context())
    }
}

/// One text as the fitting sees it.
#[derive(Clone, Default)]
pub(crate) struct Seen {
    pub(crate) signs: Vec<(usize, f64)>,
    pub(crate) runs: Vec<String>,
}

impl Seen {
    /// Reads a text in a place.
    pub(crate) fn of(text: &str, place: &Place) -> Self {
        let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
        for (sign, value) in welcome::signs(text, &place.context()) {
            *sums.entry(sign).or_default() += value;
        }
        Self { signs: sums.into_iter().collect(), runs: welcome::word_runs(text, &place.context()) }
    }
}

/// Two messages of which people would receive the first better.
pub(crate) struct Pair {
    pub(crate) id: String,
    pub(crate) author: usize,
    pub(crate) place: Place,
    pub(crate) good: String,
    pub(crate) bad: String,
    pub(crate) margin: String,
    pub(crate) tests: Vec<String>,
    pub(crate) seen: (Seen, Seen),
}

impl Pair {
    /// Whether it was made by swapping, and so tells nothing of style.
    pub(crate) fn is_swap(&self) -> bool {
        self.tests.iter().any(|test| test.starts_with("swap_"))
    }
}

/// The shipped rooms' norms, by name.
fn norms() -> Result<BTreeMap<String, Norms>> {
    let mut rooms = BTreeMap::new();
    for (name, source) in &scenario::SHIPPED_ROOMS {
        let Ok((room, _)) = scenario::read_room(name, name, source) else {
            anyhow::bail!("the room {name} cannot be read");
        };
        rooms.insert((*name).to_owned(), room.norms);
    }
    Ok(rooms)
}

/// All pairs and swaps of the data folder, read.
pub(crate) fn load(folder: &Path) -> Result<Vec<Pair>> {
    let rooms = norms()?;
    let mut pairs = Vec::new();
    for (author, name) in AUTHORS.iter().enumerate() {
        for file in [format!("{name}.jsonl"), format!("swaps_{name}.jsonl")] {
            let path = folder.join("pairs").join(&file);
            let text = std::fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
            for line in text.lines().filter(|line| !line.trim().is_empty()) {
                let line: Line = serde_json::from_str(line).with_context(|| file.clone())?;
                pairs.push(pair(line, author, &rooms)?);
            }
        }
    }
    Ok(pairs)
}

fn pair(line: Line, author: usize, rooms: &BTreeMap<String, Norms>) -> Result<Pair> {
    let norms = rooms.get(&line.room).context("a room nobody ships")?.clone();
    let facts = line.brand.facts.iter().enumerate().map(|(at, text)| Fact {
        id: format!("fact {at}"),
        text: text.clone(),
        keys: Vec::new(),
    });
    let brand = BrandSheet {
        name: line.brand.name,
        about: line.brand.about,
        voice: line.brand.voice,
        facts: facts.collect(),
        ..BrandSheet::default()
    };
    let heard = line.context.map(|heard| Heard {
        from: heard.from,
        kind: kind(&heard.kind),
        text: heard.text,
        ..Heard::default()
    });
    let picture = line.photo.map(|photo| Picture {
        tags: photo.tags,
        description: photo.description,
        days_since_shown: None,
        look: None,
    });
    let deed = match line.deed.as_str() {
        "reply" => Deed::Reply,
        "connect" => Deed::Connect,
        _ => Deed::Post,
    };
    let place = Place { norms, brand, deed, heard, picture };
    let (good, bad) = if line.better == "a" { (line.a, line.b) } else { (line.b, line.a) };
    let seen = (Seen::of(&good, &place), Seen::of(&bad, &place));
    Ok(Pair { id: line.id, author, place, good, bad, margin: line.margin, tests: line.tests, seen })
}

fn kind(name: &str) -> Option<Ask> {
    match name {
        "question" => Some(Ask::Question),
        "complaint" | "crisis" => Some(Ask::Complaint),
        "praise" => Some(Ask::Praise),
        "request" => Some(Ask::Request),
        "good_news" => Some(Ask::GoodNews),
        "sad_news" => Some(Ask::SadNews),
        "smalltalk" | "talk" => Some(Ask::Talk),
        _ => None,
    }
}
