//! The world as it stands: what has been said, how people stand to the brand, who waits, and the chronicle.

use std::sync::Arc;

use super::bond::Bond;
use super::clock::Minute;
use super::dice::Dice;
use super::event::Event;
use super::id::{EventId, MessageId, PersonId, RoomId};
use super::message::Message;
use super::promise::Promise;
use super::setup::{Fired, Setup};

/// The world. Read it anywhere; only `apply` changes it.
#[derive(Clone, Debug)]
pub struct World {
    /// What stays as it is.
    pub setup: Arc<Setup>,
    /// Now.
    pub now: Minute,
    /// Each person's relation to the brand as last touched; see [`World::bond`] for now.
    pub bonds: Vec<Bond>,
    /// All that was said, by id.
    pub messages: Vec<Message>,
    /// The event in which each message was said, by message.
    pub said: Vec<EventId>,
    /// Who waits for an answer, in order of asking; kept when settled.
    pub waiting: Vec<Waiting>,
    /// Requests to connect, in order.
    pub requests: Vec<Request>,
    /// Promises, by id.
    pub promises: Vec<Promise>,
    /// What became of each beat.
    pub fired: Vec<Fired>,
    /// Until when each room is in no mood for selling.
    pub solemn: Vec<Minute>,
    /// How much the brand talked in each room of late, and when that was last counted.
    pub airtime: Vec<(f64, Minute)>,
    /// Needs of each person, those the scenario wrote and those that arose.
    pub needs: Vec<Vec<super::person::Need>>,
    /// Sales to be expected from each person, the chances added up without luck; bad ones count twice against.
    pub expected: Vec<f64>,
    /// The two-sided ledger.
    pub ledger: Ledger,
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
            bonds: setup.people.iter().map(|person| Bond::new(person.first, rooms, start)).collect(),
            messages: Vec::new(),
            said: Vec::new(),
            waiting: Vec::new(),
            requests: Vec::new(),
            promises: Vec::new(),
            fired: vec![Fired::default(); setup.beats.len()],
            solemn: vec![Minute(0); rooms],
            airtime: vec![(0.0, start); rooms],
            needs: setup.people.iter().map(|person| person.needs.clone()).collect(),
            expected: vec![0.0; setup.people.len()],
            ledger: Ledger::default(),
            chronicle: Vec::new(),
            setup,
        }
    }

    /// The dice of this story.
    pub fn dice(&self) -> Dice {
        Dice::new(self.setup.seed)
    }

    /// A person's bond as it stands now, faded since it was last touched.
    pub fn bond(&self, person: PersonId) -> Bond {
        self.bonds[person.index()].at(self.now, |room| self.setup.room(room).fatigue)
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
        let mut open: Vec<&Waiting> = self.waiting.iter().filter(|w| w.state == WaitState::Open).collect();
        open.sort_by_key(|w| (w.until, w.message));
        open
    }

    /// Requests nobody answered yet, oldest first.
    pub fn open_requests(&self) -> Vec<&Request> {
        self.requests.iter().filter(|request| request.state == RequestState::Open).collect()
    }

    /// The messages of a thread in order.
    pub fn thread(&self, root: MessageId) -> Vec<&Message> {
        self.messages.iter().skip(root.index()).filter(|message| message.thread == root).collect()
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

    /// Whether the story is over.
    pub fn is_over(&self) -> bool {
        self.now >= self.setup.end()
    }
}
