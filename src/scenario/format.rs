//! The shape of a scenario file on disk, format 1. Whole numbers only: shares and dials are in percent.

use serde::{Deserialize, Serialize};

pub use super::beats::{BeatFile, KindFile, LineFile, NewsFile, RequestFile, WhatFile, WhenFile};
pub use super::teaching::{
    ConditionFile, DidFile, ExpectedFile, GoalFile, IdeaFile, MeterFile, OccasionFile, PartFile, PointsFile,
    StepFile, StoryFile,
};

/// The format this program reads.
pub const FORMAT: u32 = 1;

/// A whole scenario file, or a part that another includes. What has to be there is said by the schema.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct ScenarioFile {
    /// Always 1.
    pub format: u32,
    /// Other files beside this one, whose content is added.
    pub include: Vec<String>,
    /// Words that stand for `{name}` in texts.
    pub variables: Vec<(String, String)>,
    /// Title on the title screen.
    pub title: String,
    /// One line under the title.
    pub summary: String,
    /// What the player is told before the first minute; paragraphs parted by an empty line.
    pub briefing: String,
    /// How many minutes a play takes a person, as the author reckons; 0 when not stated.
    pub minutes: u32,
    /// What a player should manage.
    pub goals: Vec<GoalFile>,
    /// What a facilitator should know, a paragraph each.
    pub notes: Vec<String>,
    /// The steps of a lesson.
    pub lesson: Vec<StepFile>,
    /// Runs and what must come of them.
    pub expected: Vec<ExpectedFile>,
    /// How many days it lasts, 1..=60.
    pub days: u32,
    /// When the brand is at work, as `("08:00", "18:00")`.
    pub staffed: (String, String),
    /// The brand.
    pub brand: BrandFile,
    /// Rooms by name: shipped ones (`klatch`, `party`, `networking`, `albums`) or a file beside the scenario (`garden.ron`).
    pub rooms: Vec<String>,
    /// The named people.
    pub cast: Vec<CastFile>,
    /// The people around them.
    pub crowd: CrowdFile,
    /// What people of the crowd may ask.
    pub questions: Vec<QuestionFile>,
    /// What may go wrong for people of the crowd.
    pub failures: Vec<FailureFile>,
    /// What happens.
    pub beats: Vec<BeatFile>,
    /// What goes on among people for hours and days.
    pub stories: Vec<StoryFile>,
    /// Model texts, good and bad.
    pub exemplars: Vec<ExemplarFile>,
}

/// The brand.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct BrandFile {
    /// Its name.
    pub name: String,
    /// What it is.
    pub about: String,
    /// How it wants to sound.
    pub voice: String,
    /// Topics it is about, from the list of topics.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Words of its own.
    #[serde(default)]
    pub own_words: Vec<String>,
    /// Words it would never say.
    #[serde(default)]
    pub banned: Vec<String>,
    /// What is true of it.
    pub facts: Vec<FactFile>,
    /// What is not true of it.
    #[serde(default)]
    pub false_claims: Vec<FalseClaimFile>,
    /// Its pictures.
    #[serde(default)]
    pub photos: Vec<PhotoFile>,
    /// What it sells.
    #[serde(default)]
    pub offers: Vec<OfferFile>,
}

/// A fact.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FactFile {
    /// Its name, for `answers`.
    pub id: String,
    /// The fact as a sentence.
    pub text: String,
    /// Other ways a text may state it.
    #[serde(default)]
    pub keys: Vec<String>,
}

/// A false claim.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FalseClaimFile {
    /// Its name.
    pub id: String,
    /// The claim as a sentence.
    pub text: String,
    /// Words by which a text may make it; the words of one key must stand near each other.
    pub keys: Vec<String>,
    /// What is true instead.
    pub truth: String,
}

/// A picture.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PhotoFile {
    /// Its name in moves.
    pub id: String,
    /// What one sees.
    pub description: String,
    /// What is in it: any of `face`, `people`, `place`, `product`, `behind the scenes`, `text only`, `stock`, and words of your own.
    pub tags: Vec<String>,
    /// Where its pixels are: the id of a shipped picture, or a PNG or JPEG beside the scenario.
    #[serde(default)]
    pub file: Option<String>,
}

/// An offer.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct OfferFile {
    /// Its name, for `needs` and `wants`.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it earns the brand, in whole money.
    pub earns: u32,
    /// What it is worth to somebody whom it fits, in whole money.
    pub gives: u32,
}

/// A named person.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CastFile {
    /// Their name in beats and ties.
    pub id: String,
    /// Their name on screen.
    pub name: String,
    /// Who they are.
    pub about: String,
    /// What a badge says.
    pub work: String,
    /// What they care about, from the list of topics.
    pub cares: Vec<String>,
    /// What they want this week, in their own words.
    #[serde(default)]
    pub want: String,
    /// How they talk.
    pub voice: VoiceFile,
    /// Rooms they come to.
    pub rooms: Vec<String>,
    /// Scepticism towards selling, percent.
    #[serde(default = "default_sceptic")]
    pub sceptic: u32,
    /// Interest in what the brand is about, percent.
    #[serde(default = "default_interest")]
    pub interest: u32,
    /// Trust at the start, percent.
    #[serde(default = "default_trust")]
    pub trust: u32,
    /// Warmth at the start, percent.
    #[serde(default = "default_warmth")]
    pub warmth: u32,
    /// How well they know the brand at the start, percent.
    #[serde(default = "default_knows")]
    pub knows: u32,
    /// Patience, percent of the room's usual.
    #[serde(default = "default_hundred")]
    pub patience: u32,
    /// How readily they speak up, percent of usual.
    #[serde(default = "default_hundred")]
    pub talks: u32,
    /// What they need.
    #[serde(default)]
    pub needs: Vec<NeedFile>,
    /// Whom they know, by id, with the strength of the tie in percent. A tie goes both ways.
    #[serde(default)]
    pub ties: Vec<(String, u32)>,
    /// Lines of their own, each with its moment.
    #[serde(default)]
    pub lines: Vec<(OccasionFile, String)>,
}

const fn default_sceptic() -> u32 {
    40
}
const fn default_interest() -> u32 {
    60
}
const fn default_trust() -> u32 {
    45
}
const fn default_warmth() -> u32 {
    15
}
const fn default_knows() -> u32 {
    30
}
const fn default_hundred() -> u32 {
    100
}

/// How a person talks.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub enum VoiceFile {
    /// Says what there is to say.
    Plain,
    /// Runs on, laughs, uses emoji.
    Chatty,
    /// Understates.
    Dry,
    /// Complete, polite sentences.
    Courteous,
    /// Short and quick.
    Brisk,
}

/// Something a person needs.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NeedFile {
    /// The offer that could meet it.
    pub offer: String,
    /// How well it really fits, percent; from 50 on a purchase is good for them.
    pub fit: u32,
    /// From when, as `"1 09:00"` (day, time).
    pub from: String,
    /// Until when.
    pub until: String,
}

/// The people around the cast.
#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(deny_unknown_fields)]
pub struct CrowdFile {
    /// How many, 0..=1 000 000.
    pub people: u32,
    /// What they may come to need.
    #[serde(default)]
    pub wants: Vec<WantFile>,
    /// How lively people are.
    #[serde(default)]
    pub profile: ProfileFile,
}

/// How lively people are.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
pub enum ProfileFile {
    /// As in a room of some hundred people that has to be fun: reach and reactions many times the published rates.
    #[default]
    Training,
    /// As published: a crowd of many thousands, of whom few react.
    Realistic,
}

/// What people of the crowd may come to need.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct WantFile {
    /// The offer.
    pub offer: String,
    /// How well it really fits, percent.
    pub fit: u32,
    /// Chance that a person comes to need it on a day, percent.
    pub chance: u32,
}

/// A question of the crowd.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionFile {
    /// Ways to put it; several, so that nobody repeats another.
    pub texts: Vec<String>,
    /// Rooms it is asked in.
    pub rooms: Vec<String>,
    /// Facts that answer it; empty when none does and only an honest "I'll find out" will do.
    #[serde(default)]
    pub answers: Vec<String>,
    /// Words that name what it is about.
    #[serde(default)]
    pub about: Vec<String>,
}

/// A failure that may happen to people of the crowd.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FailureFile {
    /// Ways to complain of it.
    pub texts: Vec<String>,
    /// Rooms where one would complain.
    pub rooms: Vec<String>,
    /// Words that name the trouble.
    pub about: Vec<String>,
    /// How hot it is, percent.
    #[serde(default)]
    pub heat: u32,
}

/// A model text for a moment.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ExemplarFile {
    /// The room it is posted in, for a post.
    #[serde(default)]
    pub room: Option<String>,
    /// The beat it answers, for a reply.
    #[serde(default)]
    pub beat: Option<String>,
    /// The place (from 0) in `questions` that it answers, for a reply to the crowd.
    #[serde(default)]
    pub question: Option<usize>,
    /// The place (from 0) in `failures` that it answers, for a reply to the crowd.
    #[serde(default)]
    pub failure: Option<usize>,
    /// The picture that goes with it.
    #[serde(default)]
    pub photo: Option<String>,
    /// When to post it, for a post, as `"1 09:30"`.
    #[serde(default)]
    pub at: Option<String>,
    /// Whether it is a good example.
    pub good: bool,
    /// The text.
    pub text: String,
    /// Why it is good or bad, in a sentence for the player.
    pub why: String,
}
