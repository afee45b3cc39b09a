//! A brand by itself, as a small file for `mingle appraise --brand`.

use std::path::Path;

use serde::Deserialize;

use crate::appraisal::{BrandSheet, Clean, Fact};

use super::code::{Code, Failure};
use super::open;

/// What such a file may say.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    name: String,
    about: String,
    voice: String,
    facts: Vec<String>,
    own_words: Vec<String>,
    banned: Vec<String>,
}

/// How such a file is written, told when one cannot be read.
const SHAPE: &str =
    r#"(name: "...", about: "...", voice: "...", facts: ["..."], own_words: ["..."], banned: ["..."])"#;

/// Reads a brand from a file.
pub(super) fn read(path: &Path) -> Result<BrandSheet, Failure> {
    let text = open::text(path)?;
    let file: File = ron::from_str(&text).map_err(|error| {
        let place = error.span.start;
        let told = format!("{}:{}:{}: {}", path.display(), place.line, place.col, error.code);
        Failure::new(
            Code::BadInput,
            format!("mingle: {told}\n  A brand is written {SHAPE}; what is not needed can be left out."),
        )
    })?;
    Ok(BrandSheet {
        name: line(&file.name),
        about: line(&file.about),
        voice: line(&file.voice),
        facts: facts(&file.facts),
        own_words: file.own_words.iter().map(|word| line(word)).collect(),
        banned: file.banned.iter().map(|word| line(word)).collect(),
        ..BrandSheet::default()
    })
}

/// Facts that have no name but their number.
pub(super) fn facts(texts: &[String]) -> Vec<Fact> {
    let named = |(at, text): (usize, &String)| Fact {
        id: format!("fact {}", at + 1),
        text: line(text),
        keys: Vec::new(),
    };
    texts.iter().enumerate().map(named).collect()
}

fn line(text: &str) -> String {
    Clean::line(text).into_string()
}
