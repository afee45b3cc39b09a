//! What a world is made from: everything that stays as it is while the story runs.

use crate::appraisal::Ask;

use super::bond::Dial;
use super::brand::Brand;
use super::clock::Minute;
use super::id::{BeatId, MessageId, PersonId, RoomId};
use super::person::{Need, Person, Topic, Want};
use super::room::Room;
use super::ties::Ties;

/// The unchanging part of a story. A scenario and a seed make one.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup {
    /// Seed of all luck.
    pub seed: u64,
    /// How many days it lasts, at least 1.
    pub days: u32,
    /// Minutes of the day between which the brand is staffed.
    pub staffed: (u32, u32),
    /// Multipliers for play with few people.
    pub profile: Profile,
    /// How much of what happens is told.
    pub detail: Detail,
    /// The rooms.
    pub rooms: Vec<Room>,
    /// The brand.
    pub brand: Brand,
    /// The people: cast first, then crowd.
    pub people: Vec<Person>,
    /// Who hears whom.
    pub ties: Ties,
    /// Needs the scenario wrote.
    pub needs: Vec<Need>,
    /// What the scenario makes happen.
    pub beats: Vec<Beat>,
    /// What people of the crowd may want to know.
    pub questions: Vec<Question>,
    /// What may go wrong for people of the crowd.
    pub failures: Vec<Failure>,
    /// What people of the crowd may come to need.
    pub wants: Vec<Want>,
    /// Topics the brand is about.
    pub topics: Vec<Topic>,
    /// How many of the crowd come to each room.
    pub crowd_in: Vec<f64>,
    /// What beats may listen for in the brand's own words.
    pub mentions: Vec<Mention>,
    /// Lines the scenario wrote for a person to use when the moment is there.
    pub own_lines: Vec<OwnLine>,
}

/// Something the brand may come to speak of: any of these topics or words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Topics.
    pub topics: Vec<Topic>,
    /// Words and phrases, in lower case.
    pub words: Vec<String>,
}

/// A line of a person's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnLine {
    /// Whose.
    pub who: PersonId,
    /// For which moment.
    pub when: Occasion,
    /// The line as it stands.
    pub text: String,
}

/// Moments for which a person may have lines of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// Of their own life, to nobody in particular.
    Life,
    /// An answer in people's own talk.
    Chat,
    /// A picture of their day.
    Picture,
    /// A remark on something of the brand that they liked.
    Liked,
    /// A remark on something of the brand that jarred.
    Annoyed,
    /// After an answer that helped.
    Helped,
    /// After an answer that did not.
    LetDown,
    /// Good words about the brand, to it or to others.
    Praise,
    /// Words of warning about the brand.
    Warn,
}

/// How much of what happens the chronicle tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Detail {
    /// Every event, so that every change of every dial can be opened.
    #[default]
    Every,
    /// Of the crowd only what few do; who reads, likes and looks on is counted. For crowds of more than some thousands.
    Rare,
}

impl Detail {
    /// What suits a crowd of so many people.
    pub const fn of(crowd: u32) -> Self {
        if crowd > 5_000 { Self::Rare } else { Self::Every }
    }
}

/// How reach and reaction are scaled so that a small room is lively. Ratios between rooms stay as they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Profile {
    /// On the odds of seeing.
    pub reach: f64,
    /// On the chance of doing anything about what was read.
    pub act: f64,
    /// On likes and shares besides.
    pub like: f64,
    /// On comments besides.
    pub comment: f64,
    /// On comments of those who are annoyed.
    pub heckle: f64,
    /// On questions and failures.
    pub ask: f64,
    /// On praise.
    pub praise: f64,
    /// On buying while in need: some days of play stand for a longer acquaintance.
    pub buy: f64,
    /// How much the crowd likes and shares: median and sigma of a lognormal.
    pub reacts: (f64, f64),
    /// How much the crowd talks: median and sigma of a lognormal.
    pub talks: (f64, f64),
}

impl Profile {
    /// For training rooms of some hundred people (MODEL B.8; a choice). Small communities are far less unequal in who
    /// talks (MODEL row 9, from memory).
    pub const TRAINING: Self = Self {
        reach: 12.0,
        act: 4.0,
        like: 5.0,
        comment: 40.0,
        heckle: 1.0,
        ask: 3.0,
        praise: 16.0,
        buy: 8.0,
        reacts: (0.43, 1.3),
        talks: (0.6, 0.9),
    };
    /// Published absolute rates; medians that give means of 1 (MODEL B.3).
    pub const REALISTIC: Self = Self {
        reach: 1.0,
        act: 1.0,
        like: 1.0,
        comment: 1.0,
        heckle: 0.1,
        ask: 1.0,
        praise: 1.0,
        buy: 1.0,
        reacts: (0.43, 1.3),
        talks: (0.071, 2.3),
    };
}

/// Something the scenario makes happen, once.
#[derive(Clone, Debug, PartialEq)]
pub struct Beat {
    /// Its name in the scenario.
    pub name: String,
    /// When it comes about.
    pub when: When,
    /// What comes about.
    pub deed: BeatDeed,
}

/// When a beat comes about.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// At this minute.
    At(Minute),
    /// So many minutes after another beat.
    After(BeatId, u32),
    /// So many minutes after the brand gave the message of another beat a good answer.
    Answered(BeatId, u32),
    /// When the patience of another beat's speaker ran out unanswered.
    Ignored(BeatId),
    /// Once a person's dial has risen to this value, not before a minute.
    Reaches(PersonId, Dial, f64, Minute),
    /// So many minutes after the brand gave the message of another beat a poor answer.
    Botched(BeatId, u32),
    /// Once a person's dial has fallen below this value, not before a minute.
    Falls(PersonId, Dial, f64, Minute),
    /// So many minutes after the brand spoke of something, by its place in the setup.
    Mentions(usize, u32),
    /// So many minutes after the brand broke a promise to one of these people; to anybody where none is named.
    Broke(Vec<PersonId>, u32),
    /// When one of these is there.
    Any(Vec<When>),
    /// When all of these are there.
    All(Vec<When>),
}

impl When {
    /// The beats this hangs on, with the minutes that pass after each.
    pub fn beats(&self) -> Vec<(BeatId, u32)> {
        match self {
            Self::After(other, minutes) | Self::Answered(other, minutes) | Self::Botched(other, minutes) => {
                vec![(*other, *minutes)]
            }
            Self::Ignored(other) => vec![(*other, 0)],
            Self::At(_) | Self::Reaches(..) | Self::Falls(..) | Self::Mentions(..) | Self::Broke(..) => {
                Vec::new()
            }
            Self::Any(parts) | Self::All(parts) => parts.iter().flat_map(Self::beats).collect(),
        }
    }
}

/// What a beat makes happen.
#[derive(Clone, Debug, PartialEq)]
pub enum BeatDeed {
    /// A person says something.
    Say(Line),
    /// A person asks to connect.
    Request {
        /// Who.
        who: PersonId,
        /// Where.
        room: RoomId,
        /// The words that come with it.
        text: String,
    },
    /// Something happens that all in a room hear of.
    News {
        /// Where.
        room: RoomId,
        /// What, as a sentence.
        text: String,
        /// For how many minutes the room is in no mood for selling; 0 for other news.
        solemn: u32,
    },
}

/// Words the scenario wrote for a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Who speaks.
    pub who: PersonId,
    /// Where.
    pub room: RoomId,
    /// What they say.
    pub text: String,
    /// The beat whose message it answers; `None` begins a thread.
    pub answers: Option<BeatId>,
    /// Whether they speak to the brand.
    pub to_brand: bool,
    /// What kind of thing it is.
    pub ask: Ask,
    /// Whether they wait for an answer, and for how many minutes where the scenario says so.
    pub waits: Option<Option<u32>>,
    /// Facts that answer it, by place on the sheet.
    pub facts: Vec<usize>,
    /// Words that name the trouble.
    pub trouble: Vec<String>,
    /// How hot the feeling is, 0..1.
    pub heat: f64,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// A picture of theirs that comes with it, in words; empty for none.
    pub picture: String,
}

/// A question that people of the crowd may have.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Ways to put it.
    pub texts: Vec<String>,
    /// Rooms it is asked in.
    pub rooms: Vec<RoomId>,
    /// Facts that answer it.
    pub facts: Vec<usize>,
    /// Words that name what it is about.
    pub trouble: Vec<String>,
}

/// Something that may go wrong for people of the crowd.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// Ways to complain of it.
    pub texts: Vec<String>,
    /// Rooms where one would complain.
    pub rooms: Vec<RoomId>,
    /// Words that name the trouble.
    pub trouble: Vec<String>,
    /// How hot it is, 0..1.
    pub heat: f64,
}

impl Setup {
    /// The first minute of play: opening time of day 1.
    pub const fn start(&self) -> Minute {
        Minute::on(1, self.staffed.0)
    }

    /// The last minute: closing time of the last day.
    pub const fn end(&self) -> Minute {
        Minute::on(self.days, self.staffed.1)
    }

    /// Whether somebody of the brand is at work.
    pub const fn is_staffed(&self, minute: Minute) -> bool {
        minute.of_day() >= self.staffed.0 && minute.of_day() < self.staffed.1
    }

    /// The room of this name.
    pub fn room_named(&self, name: &str) -> Option<RoomId> {
        self.rooms.iter().position(|room| room.name() == name).map(RoomId::at)
    }

    /// The person of this name, first name or whole, whatever the case.
    pub fn person_named(&self, name: &str) -> Option<PersonId> {
        let wanted = name.trim().to_lowercase();
        let whole = self.people.iter().find(|person| person.name.to_lowercase() == wanted);
        let found = whole.or_else(|| {
            self.people
                .iter()
                .find(|person| person.name.to_lowercase().split(' ').next() == Some(wanted.as_str()))
        });
        found.map(|person| person.id)
    }

    /// A room.
    pub fn room(&self, room: RoomId) -> &Room {
        &self.rooms[room.index()]
    }

    /// A person.
    pub fn person(&self, person: PersonId) -> &Person {
        &self.people[person.index()]
    }

    /// How many of the crowd come to a room.
    pub fn crowd_in(&self, room: RoomId) -> f64 {
        self.crowd_in.get(room.index()).copied().unwrap_or(0.0)
    }

    /// A beat.
    pub fn beat(&self, beat: BeatId) -> &Beat {
        &self.beats[beat.index()]
    }
}

/// Where in the story the words of a beat were said; filled while it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Fired {
    /// When it came about.
    pub at: Option<Minute>,
    /// The message it made.
    pub message: Option<MessageId>,
    /// When the brand first gave that message a poor answer.
    pub botched: Option<Minute>,
}
