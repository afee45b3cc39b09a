//! What a checked scenario teaches with: goals with their conditions, steps of a lesson, expected runs.

pub use super::teaching::{DidFile as Did, IdeaFile as Idea, MeterFile as Meter, PartFile as Part};

use crate::sim::{BeatId, Minute, PersonId, RoomId};

/// Something a player should manage, and what it teaches.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// Its name.
    pub id: String,
    /// What is to be managed, in a few words.
    pub title: String,
    /// The idea it teaches.
    pub idea: Idea,
    /// Why it matters; may be empty.
    pub why: String,
    /// When it is managed, judged at the end.
    pub when: Condition,
}

/// Something that can be told from how a play went.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// A meter, of one room or of all, stands at so much or more, 0..100.
    Meter(Option<RoomId>, Meter, u32),
    /// A person's trust is at this or more, 0..1.
    Trust(PersonId, f64),
    /// A person's warmth is at this or more, 0..1.
    Warmth(PersonId, f64),
    /// Each of these beats' messages got a good answer.
    Answered(Vec<BeatId>),
    /// So many percent or more of all whose waiting is over got a good answer.
    Answers(u32),
    /// So many percent or more of all people are closer than at the start.
    Closer(u32),
    /// No more than so many people left.
    Lost(u32),
    /// So many promises or more were kept, and none was broken.
    Kept(u32),
    /// So many good sales or more.
    Sales(u32),
    /// No more than so many bad sales.
    BadSales(u32),
    /// No more than so many messages with a false claim that were not set right.
    Untruths(u32),
    /// So many people or more are connected.
    Connected(u32),
    /// The brand made moves of a kind so many times or more.
    Did(Did, u32),
    /// A beat came about.
    Happened(BeatId),
    /// It is this minute or later.
    Time(Minute),
    /// Another goal, an earlier one in the list, is managed.
    Goal(usize),
    /// This is not so.
    Not(Box<Condition>),
    /// One of these is so.
    Any(Vec<Condition>),
    /// All of these are so.
    All(Vec<Condition>),
}

/// A step of a lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its part of the arc.
    pub part: Part,
    /// What the player is told.
    pub text: String,
    /// What is pointed at.
    pub points: Points,
    /// Moves that are open from here on; none named opens all.
    pub unlocks: Vec<Did>,
    /// When the step is done; `None` for the last.
    pub until: Option<Condition>,
}

/// What a step points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Points {
    /// Nothing.
    Nothing,
    /// A room.
    Room(RoomId),
    /// A person.
    Person(PersonId),
    /// The message of a beat.
    Beat(BeatId),
    /// The page for writing.
    Writing,
    /// The meters.
    Meters,
    /// The clock.
    Clock,
    /// The reasons behind a reaction.
    Reasons,
}

/// A run and what must come of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    /// Who plays.
    pub player: Player,
    /// The seed.
    pub seed: u64,
    /// What must be so at the end, each with how the file says it.
    pub must: Vec<Condition>,
}

/// Who plays an expected run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Player {
    /// A policy by name.
    Policy(String),
    /// A file of moves beside the scenario.
    Moves(String),
}
