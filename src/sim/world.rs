//! The world as it stands: what has been said, how people stand to the brand, who waits, and the chronicle.

use std::sync::Arc;

use super::bond::{Bond, Dial, Tired};
use super::clock::Minute;
use super::day::Day;
use super::dice::{self, Dice, Purpose};
use super::event::Event;
use super::id::{EventId, MessageId, PersonId, RoomId};
use super::later::Later;
use super::message::Message;
use super::person::Need;
use super::promise::Promise;
use super::setup::{Fired, Setup};
use super::tally::Tally;

/// The world. Read it anywhere; only `apply` changes it.
#[derive(Clone, Debug)]
pub struct World {
    /// What stays as it is.
    pub setup: Arc<Setup>,
    /// Now.
    pub now: Minute,
    /// What today has in store.
    pub day: Arc<Day>,
    /// What was set going and comes about later.
    pub later: Later,
    /// Each person's relation to the brand as last touched; see [`World::bond`] for now.
    pub bonds: Vec<Bond>,
    /// How tired each person is of the brand in each room, as last touched; see [`World::tired`] for now.
    pub tired: Vec<Tired>,
    /// All that was said, by id.
    pub messages: Vec<Message>,
    /// The event in which each message was said, by message.
    pub said: Vec<EventId>,
    /// What else was said in each thread, by the message that began it.
    pub answers: Vec<Vec<MessageId>>,
    /// Messages of the brand that make a false claim.
    pub untruths: Vec<MessageId>,
    /// Messages before this place were heard by those around already.
    pub overheard: usize,
    /// Threads of execution that may share a step of a large crowd; the story is the same with any number.
    pub threads: usize,
    /// Posts of the brand that people may still come across, oldest first.
    pub shown: Vec<MessageId>,
    /// Who waits for an answer, in order of asking; kept when settled.
    pub waiting: Vec<Waiting>,
    /// Places in `waiting` of those who still wait.
    pub open: Vec<usize>,
    /// Requests to connect, in order.
    pub requests: Vec<Request>,
    /// Promises, by id.
    pub promises: Vec<Promise>,
    /// What became of each beat.
    pub fired: Vec<Fired>,
    /// When the brand first spoke of each thing that beats listen for.
    pub mentioned: Vec<Option<Minute>>,
    /// Until when each room is in no mood for selling.
    pub solemn: Vec<Minute>,
    /// How much the brand talked in each room of late, and when that was last counted.
    pub airtime: Vec<(f64, Minute)>,
    /// Needs that are open or to come, those the scenario wrote and those that arose.
    pub needs: Vec<Need>,
    /// Sales to be expected from each person, the chances added up without luck; bad ones count twice against.
    pub expected: Vec<f64>,
    /// The two-sided ledger.
    pub ledger: Ledger,
    /// What was counted besides, or instead of being told.
    pub tally: Tally,
    /// The events in order.
    pub chronicle: Vec<Event>,
}

/// Somebody who waits for an answer of the brand.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Who.
    pub person: PersonId,
    /// For an answer to what.
    pub message: MessageId,
    /// Where.
    pub room: RoomId,
    /// Since when.
    pub since: Minute,
    /// When their patience runs out.
    pub until: Minute,
    /// How it went.
    pub state: WaitState,
}

impl Waiting {
    /// When only a fifth of their patience is left: the last moment to turn to them.
    pub fn last_call(&self) -> Minute {
        let patience = self.until.since(self.since);
        self.since.plus(patience - patience / 5)
    }
}

/// How waiting went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WaitState {
    /// Still waiting.
    Open,
    /// Answered at a minute; `worth` is the answer's quality times its speed, 0..1.
    Answered { at: Minute, worth: f64 },
    /// Patience ran out; a late answer may still come.
    RanOut,
}

/// A request to connect.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Who asks.
    pub person: PersonId,
    /// Where.
    pub room: RoomId,
    /// When.
    pub since: Minute,
    /// When they take silence for a no.
    pub until: Minute,
    /// The words that came with it, as a message.
    pub message: MessageId,
    /// How it went.
    pub state: RequestState,
}

/// How a request went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestState {
    /// Nobody answered yet.
    Open,
    /// Accepted.
    Accepted,
    /// Declined.
    Declined,
    /// Ignored until they took it for a no.
    Ignored,
}

/// What business there was, on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Ledger {
    /// What the brand earned.
    pub brand: f64,
    /// What people gained; a bad sale counts against it.
    pub people: f64,
    /// Good sales.
    pub good: u32,
    /// Bad sales.
    pub bad: u32,
    /// Good sales that were to be expected: the chances added up, without luck.
    pub expected: f64,
}

impl World {
    /// A world before its first minute.
    pub fn new(setup: Arc<Setup>) -> Self {
        let (rooms, start) = (setup.rooms.len(), setup.start());
        Self {
            now: start,
            day: Arc::default(),
            later: Later::default(),
            bonds: setup.people.iter().map(|person| Bond::new(person.first, start)).collect(),
            tired: vec![Tired::default(); rooms * setup.people.len()],
            messages: Vec::new(),
            said: Vec::new(),
            answers: Vec::new(),
            untruths: Vec::new(),
            overheard: 0,
            threads: 1,
            shown: Vec::new(),
            waiting: Vec::new(),
            open: Vec::new(),
            requests: Vec::new(),
            promises: Vec::new(),
            fired: vec![Fired::default(); setup.beats.len()],
            mentioned: vec![None; setup.mentions.len()],
            solemn: vec![Minute(0); rooms],
            airtime: vec![(0.0, start); rooms],
            needs: setup.needs.clone(),
            expected: vec![0.0; setup.people.len()],
            ledger: Ledger::default(),
            tally: Tally::default(),
            chronicle: Vec::new(),
            setup,
        }
    }

    /// The dice of this story.
    pub fn dice(&self) -> Dice {
        Dice::new(self.setup.seed)
    }

    /// Luck of a person at this minute, 0..1; `about` tells apart several draws.
    pub fn luck(&self, purpose: Purpose, person: PersonId, about: u64) -> f64 {
        self.dice().lend(purpose, self.now, self.setup.person(person).label, about)
    }

    /// Whether something with this probability happens to a person at this minute.
    pub fn falls(&self, chance: f64, purpose: Purpose, person: PersonId, about: u64) -> bool {
        self.luck(purpose, person, about) < chance
    }

    /// One of `n` things by a person's luck at this minute.
    pub fn pick(&self, n: usize, purpose: Purpose, person: PersonId, about: u64) -> usize {
        dice::pick(self.luck(purpose, person, about), n)
    }

    /// A person's bond as it stands now, faded since it was last touched.
    pub fn bond(&self, person: PersonId) -> Bond {
        self.bonds[person.index()].at(self.now)
    }

    /// How tired a person is of the brand in a room now.
    pub fn tired(&self, person: PersonId, room: RoomId) -> Tired {
        self.tired[self.place(person, room)].at(self.now, self.setup.room(room).fatigue)
    }

    /// Where a person's fatigue with a room is kept.
    pub(super) fn place(&self, person: PersonId, room: RoomId) -> usize {
        person.index() * self.setup.rooms.len() + room.index()
    }

    /// The value of one dial of a person now.
    pub fn dial(&self, person: PersonId, dial: Dial) -> f64 {
        let bond = self.bond(person);
        match dial {
            Dial::Trust => bond.trust,
            Dial::Warmth => bond.warmth,
            Dial::Mood => bond.mood,
            Dial::Familiarity => bond.familiarity,
            Dial::Knowledge => bond.knowledge,
            Dial::Fatigue(room) => f64::from(self.tired(person, room).level),
        }
    }

    /// A message.
    pub fn message(&self, id: MessageId) -> &Message {
        &self.messages[id.index()]
    }

    /// An event.
    pub fn event(&self, id: EventId) -> &Event {
        &self.chronicle[id.index()]
    }

    /// Those who still wait, the least patient first.
    pub fn open_waiting(&self) -> Vec<&Waiting> {
        let mut open: Vec<&Waiting> = self.open.iter().map(|at| &self.waiting[*at]).collect();
        open.sort_by_key(|w| (w.until, w.message));
        open
    }

    /// Requests nobody answered yet, oldest first.
    pub fn open_requests(&self) -> Vec<&Request> {
        self.requests.iter().filter(|request| request.state == RequestState::Open).collect()
    }

    /// The messages of a thread in order.
    pub fn thread(&self, root: MessageId) -> Vec<&Message> {
        let answers = self.answers.get(root.index()).map_or(&[][..], Vec::as_slice);
        self.messages
            .get(root.index())
            .into_iter()
            .chain(answers.iter().map(|id| self.message(*id)))
            .collect()
    }

    /// Public messages that begin threads in a room, oldest first.
    pub fn posts(&self, room: RoomId) -> impl DoubleEndedIterator<Item = &Message> {
        self.messages.iter().filter(move |m| m.room == room && m.is_post() && m.private.is_none())
    }

    /// Events that changed something in a person, newest first.
    pub fn changes_in(&self, person: PersonId) -> impl Iterator<Item = &Event> {
        self.chronicle
            .iter()
            .rev()
            .filter(move |event| event.changes.iter().any(|change| change.person == person))
    }

    /// The event in which a message was said.
    pub fn said_in(&self, message: MessageId) -> Option<EventId> {
        self.said.get(message.index()).copied()
    }

    /// The hour of the day, 0..24.
    pub const fn hour(&self) -> usize {
        (self.now.of_day() / 60) as usize
    }

    /// Whether the story is over.
    pub fn is_over(&self) -> bool {
        self.now >= self.setup.end()
    }
}
