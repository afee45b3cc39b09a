//! The shape of what a scenario teaches with: goals, conditions, expected runs, lesson steps, stories, lines of one's own.

use serde::{Deserialize, Serialize};

use super::beats::KindFile;

/// Something a player should manage, and what it teaches.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct GoalFile {
    /// Its name.
    pub id: String,
    /// What is to be managed, in a few words.
    pub title: String,
    /// The idea it teaches.
    pub teaches: IdeaFile,
    /// Why it matters, in a sentence for the player.
    #[serde(default)]
    pub why: String,
    /// When it is managed, judged at the end.
    pub when: ConditionFile,
}

/// The ideas that can be taught.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdeaFile {
    /// Say what is true to you, in your own voice.
    Authentic,
    /// Answer people, soon and to the point.
    Responsive,
    /// Behave as the room expects.
    Fits,
    /// Business follows where both sides gain.
    Mutual,
    /// Say nothing that is not so, and own up.
    Truth,
}

/// Something that can be told from how a play went.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub enum ConditionFile {
    /// A meter stands at so much or more.
    Meter(MeterFile, u32),
    /// A meter of one room stands at so much or more.
    MeterIn(String, MeterFile, u32),
    /// A person's trust is at so many percent or more.
    Trust(String, u32),
    /// A person's warmth is at so many percent or more.
    Warmth(String, u32),
    /// Each of these beats' messages got a good answer.
    Answered(Vec<String>),
    /// So many percent or more of all who waited got a good answer.
    Answers(u32),
    /// So many percent or more of all people are closer than at the start.
    Closer(u32),
    /// No more than so many people left.
    Lost(u32),
    /// So many promises or more were kept, and none was broken.
    Kept(u32),
    /// So many good sales or more.
    Sales(u32),
    /// No more than so many sales that were bad for those who bought.
    BadSales(u32),
    /// No more than so many messages with a false claim that were not set right.
    Untruths(u32),
    /// So many people or more are connected.
    Connected(u32),
    /// The brand made moves of a kind so many times or more.
    Did(DidFile, u32),
    /// A beat came about.
    Happened(String),
    /// It is this day and time, or later.
    Time(String),
    /// Another goal is managed.
    Goal(String),
    /// This is not so.
    Not(Box<ConditionFile>),
    /// One of these is so.
    Any(Vec<ConditionFile>),
    /// All of these are so.
    All(Vec<ConditionFile>),
}

/// The meters by name.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
pub enum MeterFile {
    /// Authentic and true.
    Voice,
    /// Fit for the room.
    Manners,
    /// Who was answered, how fast, how well.
    Answering,
    /// Who is closer; 50 is as it was.
    Bonds,
    /// Good sales to be expected.
    Business,
}

/// Kinds of moves.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
pub enum DidFile {
    /// Said something to a room.
    Post,
    /// Answered a message.
    Reply,
    /// Nodded to a message.
    React,
    /// Asked somebody to connect.
    Connect,
    /// Accepted a request.
    Accept,
    /// Declined a request.
    Decline,
    /// Said something to a person alone.
    Message,
    /// Read a person's page.
    Listen,
    /// Paid for reach.
    Boost,
    /// Set a message right in the open.
    Correct,
    /// Took a message back.
    Withdraw,
}

/// A run and what must come of it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedFile {
    /// The policy that plays; or `moves`.
    #[serde(default)]
    pub policy: Option<String>,
    /// A file of moves beside the scenario; or `policy`.
    #[serde(default)]
    pub moves: Option<String>,
    /// The seed.
    #[serde(default = "first_seed")]
    pub seed: u32,
    /// What must be so at the end.
    pub must: Vec<ConditionFile>,
}

const fn first_seed() -> u32 {
    1
}

/// A step of a lesson.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StepFile {
    /// Its part of the arc.
    pub part: PartFile,
    /// What the player is told.
    pub text: String,
    /// What is pointed at.
    #[serde(default)]
    pub points: PointsFile,
    /// Moves that are open from here on; an empty list opens all.
    #[serde(default)]
    pub unlocks: Vec<DidFile>,
    /// When the step is done; the last may do without.
    #[serde(default)]
    pub until: Option<ConditionFile>,
}

/// The parts of a lesson's arc, in order.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartFile {
    /// Shown step by step.
    Tutorial,
    /// With hints.
    Guided,
    /// Alone.
    Free,
    /// Looking back.
    Reflect,
}

/// What a step points at.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub enum PointsFile {
    /// Nothing.
    #[default]
    Nothing,
    /// A room.
    Room(String),
    /// A person.
    Person(String),
    /// The message of a beat.
    Beat(String),
    /// The page for writing.
    Writing,
    /// The meters.
    Meters,
    /// The clock.
    Clock,
    /// The reasons behind a reaction.
    Reasons,
}

/// A story among people that goes on over hours and days.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StoryFile {
    /// Its name; its lines are beats called `name.1`, `name.2` and so on.
    pub id: String,
    /// Where it is told.
    pub room: String,
    /// What kind of thing the lines with a day and time are.
    #[serde(default)]
    pub kind: KindFile,
    /// When, who, and what they say. A day and time begins a thread; `"+12"` answers the line before, 12 minutes on.
    pub lines: Vec<(String, String, String)>,
}

/// Moments for which a person may have lines of their own.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub enum OccasionFile {
    /// Of their own life.
    Life,
    /// In people's own talk.
    Chat,
    /// With a picture of their day.
    Picture,
    /// On something of the brand that they liked.
    Liked,
    /// On something of the brand that jarred.
    Annoyed,
    /// After an answer that helped.
    Helped,
    /// After an answer that did not.
    LetDown,
    /// Good words about the brand.
    Praise,
    /// Words of warning about it.
    Warn,
}
