//! What policies say where a scenario has no model text: phrases with gaps, filled from the scenario.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::game::Sitting;
use crate::sim::message::Message;

/// The phrases by use; each list holds at least one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrases {
    pub(super) told: Vec<String>,
    pub(super) sorry: Vec<String>,
    pub(super) chat: Vec<String>,
    pub(super) kept: Vec<String>,
    pub(super) adverts: Vec<String>,
    pub(super) boilerplate: Vec<String>,
    pub(super) salad: Vec<String>,
    pub(super) push: Vec<String>,
}

/// The shipped phrases.
pub(super) fn phrases() -> &'static Phrases {
    static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
        ron::from_str(include_str!("../../../assets/policies.ron")).expect("the shipped phrases are sound")
    });
    &PHRASES
}

/// The phrase for the `turn`-th use, with what is the brand's filled in: its name, an offer, a claim, words of its facts.
pub(super) fn of_brand(sitting: &Sitting, list: &[String], turn: usize) -> String {
    let brand = &sitting.world().setup.brand;
    let around = |n: usize| if n == 0 { 0 } else { turn % n };
    let offer = brand.offers.get(around(brand.offers.len())).map_or("what we make", |offer| &offer.title);
    let claims = &brand.sheet.false_claims;
    let claim = claims.get(around(claims.len())).map_or("Everything here is perfect.", |claim| &claim.text);
    let mut text = list[around(list.len())].replace("{brand}", &brand.sheet.name);
    text = text.replace("{offer}", &lower(offer)).replace("{claim}", claim);
    let words = words_of(sitting);
    let mut at = turn * 7;
    while text.contains("{word}") {
        let word = words.get(at % words.len().max(1)).map_or("thing", String::as_str);
        text = text.replacen("{word}", word, 1);
        at += 1;
    }
    text
}

/// The phrase for the `turn`-th use, said to the author of a message about it.
pub(super) fn to_person(sitting: &Sitting, list: &[String], turn: usize, message: &Message) -> String {
    let person = message.person().map(|person| sitting.world().setup.person(person));
    let first = person.and_then(|person| person.name.split(' ').next()).unwrap_or("you");
    let trouble = message.expect.as_ref().and_then(|expect| expect.trouble.first());
    let fact = message.expect.as_ref().and_then(|expect| expect.facts.first());
    let fact = fact.map_or("", |fact| &sitting.world().setup.brand.sheet.facts[*fact].text);
    of_brand(sitting, list, turn)
        .replace("{quote}", &opening(sitting.text(message.id)))
        .replace("{name}", first)
        .replace("{trouble}", trouble.map_or("matter", String::as_str))
        .replace("{fact}", fact)
}

/// The first words of a text, without the mark they end with.
fn opening(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(5).collect();
    words.join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_string()
}

/// The words that facts and the brand itself are recognised by.
fn words_of(sitting: &Sitting) -> Vec<String> {
    let sheet = &sitting.world().setup.brand.sheet;
    let keys = sheet.facts.iter().flat_map(|fact| fact.keys.iter().take(2));
    sheet.own_words.iter().chain(keys).cloned().collect()
}

/// A title as it stands within a sentence.
fn lower(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
