//! The shape of beats in a scenario file: when something happens, and what.

use serde::{Deserialize, Serialize};

/// Something that happens.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct BeatFile {
    /// Its name.
    pub id: String,
    /// When.
    pub when: WhenFile,
    /// What.
    pub what: WhatFile,
}

/// When a beat comes about.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub enum WhenFile {
    /// At a day and time, as `At("1 09:10")`.
    At(String),
    /// So many minutes after another beat.
    After(String, u32),
    /// So many minutes after the brand answered another beat's message well.
    Answered(String, u32),
    /// When the speaker of another beat was left waiting for too long.
    Ignored(String),
    /// Once a person's trust has risen to so many percent, not before a time.
    Trusts(String, u32, String),
    /// Once a person's warmth has risen to so many percent, not before a time.
    Warms(String, u32, String),
    /// So many minutes after the brand answered another beat's message poorly.
    AnsweredBadly(String, u32),
    /// Once a person's trust has fallen below so many percent, not before a time.
    Distrusts(String, u32, String),
    /// Once a person's warmth has fallen below so many percent, not before a time.
    Cools(String, u32, String),
    /// So many minutes after the brand spoke of any of these topics or words.
    Mentions(Vec<String>, u32),
    /// So many minutes after the brand broke a promise to one of these people; to anybody, when none is named.
    Broke(Vec<String>, u32),
    /// When one of these is there.
    Any(Vec<WhenFile>),
    /// When all of these are there.
    All(Vec<WhenFile>),
}

/// What a beat makes happen.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub enum WhatFile {
    /// A person says something.
    Say(LineFile),
    /// A person asks to connect.
    Request(RequestFile),
    /// Something happens that all in a room hear of.
    News(NewsFile),
}

/// Words written for a person.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LineFile {
    /// Who, by id.
    pub who: String,
    /// Where.
    pub room: String,
    /// What they say.
    pub text: String,
    /// The beat whose message it answers.
    #[serde(default)]
    pub answers: Option<String>,
    /// Whether they speak to the brand.
    #[serde(default)]
    pub to_brand: bool,
    /// What kind of thing it is.
    #[serde(default)]
    pub kind: KindFile,
    /// Whether they wait for an answer; those who ask the brand something or complain to it always do.
    #[serde(default)]
    pub waits: bool,
    /// How many minutes they wait, where the room's usual will not do.
    #[serde(default)]
    pub patience: Option<u32>,
    /// Facts that answer it.
    #[serde(default)]
    pub facts: Vec<String>,
    /// Words that name what it is about.
    #[serde(default)]
    pub about: Vec<String>,
    /// How hot the feeling is, percent.
    #[serde(default)]
    pub heat: u32,
    /// A picture of theirs that comes with it, in words.
    #[serde(default)]
    pub picture: String,
    /// Where its pixels are: the id of a shipped picture, or a PNG or JPEG beside the scenario.
    #[serde(default)]
    pub file: Option<String>,
}

/// Kinds of things people say.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, Default)]
pub enum KindFile {
    /// They want to know something.
    Question,
    /// Something went wrong for them.
    Complaint,
    /// They liked something.
    Praise,
    /// They want something done.
    Request,
    /// Good news of their own.
    GoodNews,
    /// Sad news of their own.
    SadNews,
    /// Talk among people.
    #[default]
    Talk,
}

/// A request to connect.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RequestFile {
    /// Who, by id.
    pub who: String,
    /// Where; a room that knows requests.
    pub room: String,
    /// The words that come with it.
    pub text: String,
}

/// Something that happens.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NewsFile {
    /// Where it is heard of.
    pub room: String,
    /// What, as a sentence.
    pub text: String,
    /// For how many minutes the room is in no mood for selling.
    #[serde(default)]
    pub solemn: u32,
}
