//! A play as it can be told again: its moves and the names of its messages; with some moves changed, on the same dice.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::scenario::Scenario;
use crate::sim::Minute;

use super::journal::Record;
use super::moves::Move;
use super::sitting::Sitting;

/// What is needed to tell a play again; threads may share it.
#[derive(Clone, Debug)]
pub struct Story {
    scenario: Arc<Scenario>,
    seed: u64,
    records: Vec<Record>,
    /// The label of each message, by number.
    labels: Vec<u64>,
    until: Minute,
}

/// One change to a play; everything else is held still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Twist {
    /// The move of this place in the journal was not made.
    Without(usize),
    /// Another move was made in its place.
    Instead(usize, Move),
    /// A move was made besides, at a minute.
    Besides(Minute, Move),
}

impl Story {
    /// The story of a play up to where it stands.
    pub fn of(played: &Sitting) -> Self {
        Self {
            scenario: played.scenario_handle(),
            seed: played.journal().header().seed,
            records: played.journal().records().to_vec(),
            labels: played.world().messages.iter().map(|message| message.label).collect(),
            until: played.world().now,
        }
    }

    /// Its moves.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The scenario it is of.
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// Where it ends.
    pub const fn until(&self) -> Minute {
        self.until
    }

    /// The move, speaking of the same message by its number in another story; `None` where it was not said there.
    pub(super) fn same_message(&self, other: &Sitting, play: &Move) -> Option<Move> {
        let mut play = play.clone();
        let Some(number) = play.names_message() else { return Some(play) };
        let label = *self.labels.get(*number as usize)?;
        let same = other.world().messages.iter().find(|message| message.label == label)?;
        *number = same.id.0;
        Some(play)
    }

    /// Tells the story once for each twist, without journals, on so many threads, and gives what `look` makes of each end,
    /// in the order of the twists. What comes before a twist is told once a thread.
    pub fn told_with<T: Send>(
        &self,
        twists: &[Twist],
        threads: usize,
        look: &(dyn Fn(usize, &Sitting) -> T + Sync),
    ) -> Vec<T> {
        let mut order: Vec<usize> = (0..twists.len()).collect();
        order.sort_by_key(|at| (self.moment(&twists[*at]), *at));
        let threads = threads.clamp(1, order.len().max(1));
        let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(twists.len())));
        let work = || {
            let mut trunk = Trunk::new(self);
            while let Some(&at) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                let ended = trunk.twisted(&twists[at]);
                let seen = look(at, &ended);
                found.lock().expect("no thread stops while it keeps what it saw").push((at, seen));
            }
        };
        thread::scope(|scope| {
            for _ in 1..threads {
                scope.spawn(work);
            }
            work();
        });
        let mut found = found.into_inner().expect("no thread stops while it keeps what it saw");
        found.sort_by_key(|(at, _)| *at);
        found.into_iter().map(|(_, seen)| seen).collect()
    }

    fn begun(&self, place: usize) -> Minute {
        self.records.get(place).and_then(|record| Minute::parse(&record.at)).unwrap_or(self.until)
    }

    /// When a twist comes.
    fn moment(&self, twist: &Twist) -> Minute {
        match twist {
            Twist::Without(place) | Twist::Instead(place, _) => self.begun(*place),
            Twist::Besides(minute, _) => *minute,
        }
    }
}

/// The story as it went, told up to some move.
struct Trunk<'a> {
    story: &'a Story,
    sitting: Sitting,
    /// Moves told so far.
    told: usize,
}

impl<'a> Trunk<'a> {
    fn new(story: &'a Story) -> Self {
        Self { story, sitting: Sitting::quiet(Arc::clone(&story.scenario), story.seed), told: 0 }
    }

    /// The end of the story with a twist that comes no earlier than the one before.
    fn twisted(&mut self, twist: &Twist) -> Sitting {
        let story = self.story;
        let (first, after) = match twist {
            Twist::Without(place) | Twist::Instead(place, _) => (*place, place + 1),
            Twist::Besides(minute, _) => {
                let first = (0..story.records.len()).find(|place| story.begun(*place) >= *minute);
                let first = first.unwrap_or(story.records.len());
                (first, first)
            }
        };
        while self.told < first {
            told_on(story, &mut self.sitting, self.told, story.records[self.told].play.clone());
            self.told += 1;
        }
        let mut other = self.sitting.clone();
        match twist {
            Twist::Without(_) => {}
            Twist::Instead(place, play) => told_on(story, &mut other, *place, play.clone()),
            Twist::Besides(minute, play) => {
                other.advance(minute.since(other.world().now));
                // What is refused there is not possible there; the rest of the story goes on.
                let _refused = other.play(play.clone());
            }
        }
        for place in after..story.records.len() {
            // What a move speaks to has to be said before it can be found.
            other.advance(story.begun(place).since(other.world().now));
            if let Some(play) = story.same_message(&other, &story.records[place].play) {
                told_on(story, &mut other, place, play);
            }
        }
        other.advance(story.until.since(other.world().now));
        other
    }
}

/// Makes a move when the record at this place was begun; waiting is only time passing.
fn told_on(story: &Story, sitting: &mut Sitting, place: usize, play: Move) {
    sitting.advance(story.begun(place).since(sitting.world().now));
    if !matches!(play, Move::Wait { .. }) {
        let _refused = sitting.play(play);
    }
}
