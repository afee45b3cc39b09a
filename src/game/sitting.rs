//! A sitting: one play of a scenario with a seed, move by move.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use crate::appraisal::Earlier;
use crate::scenario::Scenario;
use crate::sim::crowd::populate;
use crate::sim::event::What;
use crate::sim::message::Message;
use crate::sim::world::Waiting;
use crate::sim::{MessageId, Minute, World, perform, step};
use crate::speech::Lines;

use super::check;
use super::journal::{Header, Journal, Record};
use super::moves::Move;
use super::refusal::Refusal;
use super::seal::Seal;

/// One play.
#[derive(Clone, Debug)]
pub struct Sitting {
    scenario: Arc<Scenario>,
    world: World,
    lines: Lines,
    /// The words of all messages, kept up in a quiet play only when somebody asks.
    composed: RefCell<Lines>,
    journal: Journal,
    hashed: Seal,
    hashed_events: usize,
    /// What the brand said so far, and how many messages were looked through for it.
    earlier: Vec<Earlier>,
    seen: usize,
    /// Whether nothing is written down.
    quiet: bool,
    /// The step of the lesson that comes next; steps that were done stay done.
    lesson: usize,
}

/// What a move or the passing of time brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Played {
    /// When it began.
    pub from: Minute,
    /// When it was done.
    pub to: Minute,
    /// New events, as places in the chronicle.
    pub events: Range<usize>,
}

impl Sitting {
    /// A new play of a scenario.
    pub fn new(scenario: Arc<Scenario>, seed: u64) -> Self {
        let mut setup = populate(&scenario.base, &scenario.crowd, seed);
        setup.brand.sheet.share(&scenario.base.brand.sheet);
        for (room, base) in setup.rooms.iter_mut().zip(&scenario.base.rooms) {
            room.norms.share(&base.norms);
        }
        let header = Header::new(&scenario.name, &scenario.digest, seed);
        let mut hashed = Seal::new();
        hashed.add(&scenario.digest);
        hashed.add(&seed.to_string());
        Self {
            world: World::new(Arc::new(setup)),
            lines: Lines::default(),
            composed: RefCell::default(),
            journal: Journal::new(header),
            hashed,
            hashed_events: 0,
            earlier: Vec::new(),
            seen: 0,
            quiet: false,
            lesson: 0,
            scenario,
        }
    }

    /// A new play that goes the same way and keeps no journal and no hash, for those who want to know only how it ends.
    /// What people say among themselves gets words only where something hangs on them, so [`Sitting::text`] may be empty.
    pub fn quiet(scenario: Arc<Scenario>, seed: u64) -> Self {
        Self { quiet: true, ..Self::new(scenario, seed) }
    }

    /// The scenario.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The scenario, to begin another play of it.
    pub fn scenario_handle(&self) -> Arc<Scenario> {
        Arc::clone(&self.scenario)
    }

    /// The world as it stands.
    pub const fn world(&self) -> &World {
        &self.world
    }

    /// The moves so far.
    pub const fn journal(&self) -> &Journal {
        &self.journal
    }

    /// The words of a message.
    pub fn text(&self, message: MessageId) -> &str {
        self.lines.text(message)
    }

    /// The words of a message, which are found now where a quiet play did not need them so far.
    pub(crate) fn spoken(&self, message: MessageId) -> Cow<'_, str> {
        if let Some(text) = self.lines.found(message) {
            return Cow::Borrowed(text);
        }
        let mut composed = self.composed.borrow_mut();
        composed.keep_up(&self.world);
        Cow::Owned(composed.text(message).to_owned())
    }

    /// Whether the story is over.
    pub fn is_over(&self) -> bool {
        self.world.is_over()
    }

    /// Whether nobody of the brand is at work now.
    pub fn is_closed(&self) -> bool {
        !self.world.setup.is_staffed(self.world.now)
    }

    /// Plays a move: checks it, lets its minutes pass, performs it and writes it down. A refusal changes nothing.
    pub fn play(&mut self, a_move: Move) -> Result<Played, Refusal> {
        let (from, first) = (self.world.now, self.world.chronicle.len());
        let deed = check::check(self, &a_move)?;
        step::pass(&mut self.world, a_move.cost());
        self.keep_up();
        if let Some(deed) = deed {
            perform::perform(&mut self.world, deed);
            self.keep_up();
        }
        self.keep_hash();
        if !self.quiet {
            self.journal.push(Record { at: from.to_string(), play: a_move, world: self.hashed.short() });
        }
        Ok(Played { from, to: self.world.now, events: first..self.world.chronicle.len() })
    }

    /// Lets time pass without a move. At night it goes on to the next morning.
    pub fn advance(&mut self, minutes: u32) -> Played {
        let (from, first) = (self.world.now, self.world.chronicle.len());
        step::pass(&mut self.world, minutes);
        self.keep_up();
        self.keep_hash();
        Played { from, to: self.world.now, events: first..self.world.chronicle.len() }
    }

    /// Waits until somebody speaks to the brand or is about to give up on it, the day ends, or so many minutes are over.
    pub fn until_spoken_to(&mut self, most: u32) -> Played {
        let (from, first) = (self.world.now, self.world.chronicle.len());
        for _ in 0..most {
            let seen = self.world.chronicle.len();
            let was_closed = self.is_closed();
            self.advance(1);
            let news = self.spoken_to_since(seen) || self.last_call().is_some();
            if self.is_over() || self.is_closed() != was_closed || news {
                break;
            }
        }
        Played { from, to: self.world.now, events: first..self.world.chronicle.len() }
    }

    /// Minutes until work begins; 0 while somebody is at work.
    pub fn until_opening(&self) -> u32 {
        let (now, setup) = (self.world.now, &self.world.setup);
        if setup.is_staffed(now) {
            return 0;
        }
        let today = Minute::on(now.day(), setup.staffed.0);
        if now < today { today.since(now) } else { Minute::on(now.day() + 1, setup.staffed.0).since(now) }
    }

    /// Hash of the chronicle so far, as 16 hex digits.
    pub fn hash(&self) -> String {
        self.hashed.short()
    }

    /// Who is, from this very minute on, about to give up waiting.
    pub fn last_call(&self) -> Option<&Waiting> {
        self.world.open_waiting().into_iter().find(|waiting| waiting.last_call() == self.world.now)
    }

    fn spoken_to_since(&self, first: usize) -> bool {
        self.world.chronicle[first..].iter().any(
            |event| matches!(event.what, What::Said(message) if speaks_to_brand(self.world.message(message))),
        )
    }

    /// The step of the lesson this play is at.
    pub(super) const fn lesson_at(&self) -> usize {
        self.lesson
    }

    /// Goes on in the lesson, which costs nothing where there is none.
    fn follow_lesson(&mut self) {
        if self.scenario.lesson.is_empty() {
            return;
        }
        let scenario = Arc::clone(&self.scenario);
        while scenario.lesson.get(self.lesson).is_some_and(|step| super::deeds::is_done(self, step)) {
            self.lesson += 1;
        }
    }

    /// Whether nothing is written down, and only what the story hangs on is read.
    pub(super) const fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// The last so many things the brand said, oldest first.
    pub(super) fn earlier(&self, most: usize) -> &[Earlier] {
        &self.earlier[self.earlier.len().saturating_sub(most)..]
    }

    fn keep_up(&mut self) {
        if self.quiet {
            self.lines.keep_up_with_given(&self.world);
        } else {
            self.lines.keep_up(&self.world);
        }
        let new = self.world.messages.iter().skip(self.seen);
        let ours = new.filter_map(|m| Some((self.world.setup.room(m.room).name(), m.said()?)));
        self.earlier.extend(ours.map(|(room, said)| Earlier::new(room, said.text.clone())));
        self.seen = self.world.messages.len();
        self.follow_lesson();
    }

    fn keep_hash(&mut self) {
        if self.quiet {
            return;
        }
        for event in &self.world.chronicle[self.hashed_events..] {
            self.hashed.add(&format!("{event:?}"));
            if let What::Said(message) = event.what {
                self.hashed.add(self.lines.text(message));
            }
        }
        self.hashed_events = self.world.chronicle.len();
    }
}

/// Whether a person says this to the brand.
pub(crate) fn speaks_to_brand(message: &Message) -> bool {
    message.to_brand && !message.is_brand()
}
