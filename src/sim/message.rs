//! A message: post, reply or private word, of the brand or of a person, and what its author waits for.

use crate::appraisal::{Appraisal, Ask, Dimension, Shape};

use super::audience::Audience;
use super::clock::Minute;
use super::id::{BeatId, MessageId, PersonId, PhotoId, RoomId};
use super::person::Topic;

/// Who said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    /// The player.
    Brand,
    /// A person.
    Person(PersonId),
}

/// What the brand said, with the words read once.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The words.
    pub text: String,
    /// What they carry.
    pub appraisal: Appraisal,
    /// What they are about.
    pub topics: Vec<Topic>,
    /// The picture, if any.
    pub photo: Option<PhotoId>,
    /// Their outward form.
    pub shape: Shape,
}

/// What a message says, as far as the world needs to know.
#[derive(Clone, Debug, PartialEq)]
pub enum Words {
    /// The brand's own words.
    Brand(Box<Said>),
    /// Words the scenario wrote for this moment.
    Beat(BeatId),
    /// One of the questions that people in the crowd may have, by its place in the setup.
    Question(usize),
    /// One of the failures that may happen to people, by its place in the setup.
    Failure(usize),
    /// A gist that speech will word.
    Gist(Gist),
}

/// What a person means to say; speech finds the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gist {
    /// Something of their own life.
    Life(Topic),
    /// An answer to somebody's talk, among people.
    Chime,
    /// A remark on a message of the brand: how it came across.
    Remark(Remark),
    /// An answer to the brand's answer.
    Followup(Followup),
    /// Good words about the brand.
    Praise,
    /// Tells others to go there.
    Recommend,
    /// Tells others to stay away.
    Warn,
    /// A picture of their own day.
    Snapshot(Topic),
    /// Words with a request to connect.
    Introduction,
}

/// How a message of the brand came across, in the eyes of somebody who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// Enjoyed it.
    Liked,
    /// Tells a thing of their own back.
    Story,
    /// Answers the question it asked.
    Answer,
    /// Will use what it told.
    Useful,
    /// Heard an advert.
    Advert,
    /// Felt pushed.
    Pushed,
    /// Heard the same again.
    Again,
    /// It is not for this room.
    Misplaced,
    /// Does not believe it.
    Doubt,
    /// Could not make sense of it.
    Puzzled,
    /// It came at the wrong moment.
    Tactless,
}

/// What somebody says to the brand's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Followup {
    /// That helped.
    Helped,
    /// Kindly put.
    Touched,
    /// That was not what I asked.
    Missed,
    /// That was a form letter.
    Canned,
    /// Better late.
    Late,
    /// I will wait for what you promised.
    Promised,
    /// A guest at their own talk who was welcome.
    Welcome,
    /// A guest who was not.
    Unwelcome,
}

/// What the author of a message waits for.
#[derive(Clone, Debug, PartialEq)]
pub struct Expect {
    /// What kind of thing they said.
    pub ask: Ask,
    /// How long they wait, in minutes.
    pub patience: u32,
    /// Facts that would answer it, by place on the brand's sheet.
    pub facts: Vec<usize>,
    /// Words that name the trouble.
    pub trouble: Vec<String>,
    /// How hot the feeling is, 0..1.
    pub heat: f64,
}

/// One message.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// Where it was said.
    pub room: RoomId,
    /// With whom, when it is private.
    pub private: Option<PersonId>,
    /// By whom.
    pub author: Author,
    /// When.
    pub minute: Minute,
    /// What it answers.
    pub answers: Option<MessageId>,
    /// The message that began the thread; itself for a post.
    pub thread: MessageId,
    /// What it says.
    pub words: Words,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// What the author waits for from the brand.
    pub expect: Option<Expect>,
    /// Whether it speaks to the brand, though it need not wait for an answer.
    pub to_brand: bool,
    /// Whether the brand took it back; who saw it remembers.
    pub withdrawn: bool,
    /// Whether it was corrected in the open, and by which message.
    pub corrected: Option<MessageId>,
    /// Bought reach, as a factor; 1 when none.
    pub boost: f64,
    /// People who saw it, and those who heard of it from others.
    pub audience: Audience,
    /// Likes, comments and shares so far.
    pub reactions: [u32; 3],
    /// What its form does to reactions, around 1.
    pub lift: f64,
    /// The name of its luck: it depends on where, when and by whom it was said, not on what was said elsewhere.
    pub label: u64,
}

impl Message {
    /// The brand's words, when it is the brand's.
    pub fn said(&self) -> Option<&Said> {
        match &self.words {
            Words::Brand(said) => Some(said),
            Words::Beat(_) | Words::Question(_) | Words::Failure(_) | Words::Gist(_) => None,
        }
    }

    /// The person who said it, when it was a person.
    pub const fn person(&self) -> Option<PersonId> {
        match self.author {
            Author::Person(person) => Some(person),
            Author::Brand => None,
        }
    }

    /// Whether the brand said it.
    pub const fn is_brand(&self) -> bool {
        matches!(self.author, Author::Brand)
    }

    /// People who saw it, in order.
    pub fn readers(&self) -> &[PersonId] {
        self.audience.readers()
    }

    /// Whether it invites to talk with a genuine question.
    pub fn invites(&self) -> bool {
        self.said().is_some_and(|said| said.appraisal.score(Dimension::Invite) > 0.5)
    }

    /// Whether it begins a thread.
    pub const fn is_post(&self) -> bool {
        self.answers.is_none()
    }
}
