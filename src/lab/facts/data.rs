//! The suite as data: rows with their published values and bands, and the trials that are played for them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::law::Finding;

/// The suite.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suite {
    /// Numbers of rooms in which the realistic profile differs from play.
    pub rooms: BTreeMap<String, Realistic>,
    /// Trials by name.
    pub trials: BTreeMap<String, Trial>,
    /// Rows by number.
    pub rows: Vec<Row>,
}

/// Numbers of a room at published absolute rates.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Realistic {
    /// Chance that a person in the room sees a fresh usual post, 0..1.
    pub seen: f64,
    /// Chance that a visitor leafs through older posts, 0..1.
    pub leafs: f64,
    /// Chance that a reader reacts to a usual post, 0..1.
    pub reaction: f64,
}

/// How a row came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Kind {
    /// No default was set from it: only these count as validation.
    Emergent,
    /// A default was adjusted after looking at it.
    Mixed,
    /// A default was set from it: it only guards against breaking.
    Input,
}

impl Kind {
    /// The word in reports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Emergent => "emergent",
            Self::Mixed => "mixed",
            Self::Input => "input",
        }
    }
}

/// One published finding.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Its number in the table of facts.
    pub row: u32,
    /// How it came about.
    pub kind: Kind,
    /// a: meta-analysis or field experiment, b: one reviewed study, c: a vendor.
    pub grade: String,
    /// The finding in a sentence.
    pub fact: String,
    /// What was published.
    pub published: String,
    /// Where.
    pub source: String,
    /// What is measured; the row holds when all parts do.
    pub parts: Vec<Part>,
}

/// One figure of a row.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// What is measured, in words.
    pub what: String,
    /// How.
    pub by: By,
    /// The trials it is measured in; none for a law that is looked at by itself.
    #[serde(default)]
    pub arms: Vec<String>,
    /// Lowest and highest value that agrees with what was published.
    pub band: (f64, f64),
}

/// How a figure is had from trials.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub enum By {
    /// A count per something, all seeds pooled.
    Rate(Count, Per),
    /// That of the first arm over that of the second.
    Ratio(Count, Per),
    /// The share of seeds in which the first arm has more of it than the second.
    Agree(Count, Per),
    /// The mean difference of the first arm from the second.
    Ahead(Count, Per),
    /// The gain from the first arm to the second, less the gain from the second to the third.
    Concave(Count, Per),
    /// The median age of reactions in minutes.
    MedianAge,
    /// The share of reactions not older than so many minutes.
    Within(u32),
    /// Rank correlation of the first with the second over the arms, each per thing.
    Ranks(Count, Per, Count, Per),
    /// The weight of trust less the largest of warmth, mood and fatigue in buying, in standard deviations.
    Logit,
    /// Share of all talk that the most talkative so many percent do.
    TopShare(u32),
    /// The first count per its unit over the second per its own, in one arm.
    Over(Count, Per, Count, Per),
    /// How much less neighbours buy alike in the second arm than in the first, as a share.
    Contagion,
    /// A law looked at by itself.
    Law(Finding),
}

/// What is counted in a trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Count {
    /// Likes, comments and shares of the brand's posts.
    Engagement,
    Comments,
    Shares,
    Reads,
    Clicks,
    /// Sales to be expected.
    Sales,
    Trust,
    Warmth,
    /// Mean authenticity over readings.
    Authentic,
    Recommended,
    Warned,
    /// People who did anything in a week.
    Actors,
    LeftSelling,
    LeftIrrelevant,
    LeftVolume,
    LeftIgnored,
    /// Trust of those who complained.
    ComplainerTrust,
    /// How readily those who complained would speak up again.
    ComplainerVoice,
    /// What watching and overhearing did to trust, over all.
    ObserverTrust,
    /// Readers of complaints.
    ComplaintReaders,
    /// Posts that nobody passed on.
    Alone,
    /// Posts passed on by nobody but those who had them from the brand.
    Shallow,
    /// Shares by those who had it from the brand itself.
    FirstHand,
    /// Shares by those who had it over a strong tie, and from such.
    StrongShares,
    StrongReads,
    WeakShares,
    WeakReads,
    /// Failures that were followed by an excellent answer: mood, trust and readiness to recommend, against before.
    RepairedMood,
    RepairedTrust,
    RepairedKeen,
}

/// Per what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Per {
    One,
    Post,
    Follower,
    /// Followers times posts.
    Offer,
    Read,
    /// Every reading of a post or an answer.
    Taken,
    Share,
    StrongRead,
    WeakRead,
    /// Shares by those who had it through somebody.
    PassedShare,
    Warning,
    /// Those who left as nothing was in it for them.
    Bored,
    /// Those who left as it was too much.
    Swamped,
}

/// One way of running a room for some weeks.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trial {
    /// The room.
    pub room: String,
    /// Followers.
    pub people: u32,
    /// Days.
    pub days: u32,
    /// Sets of texts, in turn.
    pub posts: Vec<String>,
    /// Posts in thirty days.
    pub a_month: u32,
    /// How messages are answered.
    #[serde(default)]
    pub answers: Answers,
    /// Whether readers notice that they are sold to.
    #[serde(default = "yes")]
    pub notice: bool,
    /// Whether people hear each other.
    #[serde(default = "yes")]
    pub influence: bool,
    /// Whether all seeds are luck of the same people.
    #[serde(default)]
    pub same_people: bool,
    /// Whether reach and reactions are those of a training room: for ratios among events too rare at the published rates.
    #[serde(default)]
    pub lively: bool,
    /// Whether at the end a hundred people are failed and answered excellently at once.
    #[serde(default)]
    pub repair: bool,
}

/// How messages to the brand are answered.
#[derive(Clone, Debug, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Answers {
    /// Percent of messages answered.
    pub share: u32,
    /// After so many minutes.
    pub after: u32,
    /// Whether each gets the same template.
    pub canned: bool,
    /// Public words more to each complaint, half an hour apart.
    pub more: u32,
    /// Whether the thread is taken outside after the first word.
    pub outside: bool,
}

const fn yes() -> bool {
    true
}

/// The suite that comes with the program.
pub fn suite() -> &'static Suite {
    static SUITE: LazyLock<Suite> = LazyLock::new(|| {
        ron::from_str(include_str!("../../../assets/facts/rows.ron")).expect("a test reads the shipped rows")
    });
    &SUITE
}
