//! The shape of a room file: whole numbers only, units as said at each field.

use serde::{Deserialize, Serialize};

/// The shape of a room file: whole numbers only, units as said at each field.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RoomFile {
    /// Its name in scenarios; the name of the file without `.ron`.
    pub room: String,
    /// Name on screen.
    pub title: String,
    /// What it is like.
    pub about: String,
    /// Expected formality, percent.
    pub formality: u32,
    /// Most characters that can be sent.
    pub limit: u32,
    /// Characters up to which a post is comfortable, and from which it is far too long.
    pub length: (u32, u32),
    /// Fewest and most hashtags that fit.
    pub hashtags: (u32, u32),
    /// Whether a post needs a picture.
    pub picture_needed: bool,
    /// How much a picture counts, percent.
    pub visual_weight: u32,
    /// What a question does to comments, percent of usual.
    pub question_lift: u32,
    /// How much selling the room bears, percent.
    pub selling_tolerance: u32,
    /// Words that belong here.
    pub at_home: Vec<String>,
    /// Words that are out of place here.
    pub out_of_place: Vec<String>,
    /// Half-life of a post, minutes.
    pub fresh: u32,
    /// Visits of a usual person in ten days.
    pub sessions: u32,
    /// Chance that a person in the room sees a fresh post, in 1 000.
    pub seen: u32,
    /// Chance that a reader reacts, in 10 000.
    pub reaction: u32,
    /// Likes, comments and shares among reactions, percent; sums to 100.
    pub mix: (u32, u32, u32),
    /// Half-life of the room's memory of the brand's talk in minutes, and how many posts it bears.
    pub airtime: (u32, u32),
    /// Half-life of a person's fatigue, minutes.
    pub fatigue: u32,
    /// Half-life of what an answer is worth, minutes.
    pub reply: u32,
    /// Median patience of somebody who asked, minutes.
    pub patience: u32,
    /// How much closeness decides who sees a post, percent.
    pub closeness: u32,
    /// How busy each of the 24 hours is, in any unit.
    pub hours: Vec<u32>,
    /// People's own messages an hour at a usual hour.
    pub talk: u32,
    /// Whether people ask to connect here.
    pub requests: bool,
    /// Public answers in one thread after which the room has heard enough.
    pub enough: u32,
    /// Who decides which posts a visitor comes across.
    #[serde(default)]
    pub host: HostFile,
    /// How people are tied to each other.
    #[serde(default)]
    pub web: WebFile,
    /// How long a circle of conversation stands, minutes; 0 where there are none.
    #[serde(default)]
    pub mingles: u32,
    /// Chance that a visitor leafs through older posts, in 1 000.
    #[serde(default)]
    pub leafs: u32,
    /// What the outward form of a post does to reactions.
    #[serde(default)]
    pub lifts: LiftsFile,
    /// Example lines that fit.
    pub fits: Vec<String>,
    /// Example lines that jar.
    pub jars: Vec<String>,
}

/// Who decides which posts a visitor comes across.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
pub enum HostFile {
    /// Those you are close to first.
    #[default]
    Closeness,
    /// What just happened first.
    Tempo,
    /// What is to the point of your work first.
    Matter,
    /// What looks good first.
    Looks,
}

/// How people of a room are tied to each other.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct WebFile {
    /// By what they flock together.
    pub alike: AlikeFile,
    /// Ties each person makes.
    pub each: u32,
    /// Whether ties go both ways.
    pub mutual: bool,
    /// People of a circle; 0 where there are none.
    pub circle: u32,
    /// How much the well-known are preferred, percent: 100 not at all.
    pub tail: u32,
    /// Weakest and strongest tie among those alike, percent.
    pub near: (u32, u32),
    /// Weakest and strongest tie with others, percent.
    pub far: (u32, u32),
}

impl Default for WebFile {
    fn default() -> Self {
        Self {
            alike: AlikeFile::Cares,
            each: 4,
            mutual: true,
            circle: 15,
            tail: 100,
            near: (10, 70),
            far: (5, 40),
        }
    }
}

/// By what people flock together.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub enum AlikeFile {
    /// By what they care about.
    Cares,
    /// By what they do for a living.
    Work,
}

/// What the outward form of a post does to reactions, percent of usual; what takes away is written as less than 100.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct LiftsFile {
    /// Texts of at most so many characters, and their reactions.
    pub short: (u32, u32),
    /// Up to so many hashtags, reactions with some, and with more.
    pub hashtags: (u32, u32, u32),
    /// With a picture.
    pub photo: u32,
    /// With a face in it.
    pub face: u32,
    /// With a number.
    pub number: u32,
    /// With somebody quoted.
    pub quote: u32,
}

impl Default for LiftsFile {
    fn default() -> Self {
        Self { short: (1, 100), hashtags: (1, 100, 100), photo: 100, face: 100, number: 100, quote: 100 }
    }
}
