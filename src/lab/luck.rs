//! Luck or skill: a player's own moves over many seeds, beside policies on the same seeds.
//!
//! With another seed other people come by. What answers the cast's own words finds them again; what was addressed to somebody
//! who says nothing there falls away and is counted.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::game::standing::{Meters, standing};
use crate::game::{Move, Sitting};
use crate::scenario::Scenario;
use crate::sim::message::{Message, Words};
use crate::sim::world::WaitState;
use crate::sim::{Minute, RoomId};

use super::policy::{Policy, play};

/// Who plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Player {
    /// The player, by the moves of a play.
    Own,
    /// A policy.
    Policy(Policy),
}

/// How one way of playing went over the seeds.
#[derive(Clone, Debug, PartialEq)]
pub struct Fortune {
    /// Who played.
    pub player: Player,
    /// The ends, by seed.
    pub ends: Vec<End>,
}

/// How one play ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// The seed.
    pub seed: u64,
    /// Whether it ended well.
    pub well: bool,
    /// The meters.
    pub meters: Meters,
    /// Moves made, and moves that fell away.
    pub moves: (usize, usize),
}

impl Fortune {
    /// The share of plays that ended well, 0..1.
    pub fn well(&self) -> f64 {
        self.ends.iter().filter(|end| end.well).count() as f64 / self.ends.len().max(1) as f64
    }

    /// The share of moves that fell away, 0..1.
    pub fn fell_away(&self) -> f64 {
        let (made, fell): (usize, usize) =
            self.ends.iter().fold((0, 0), |(made, fell), end| (made + end.moves.0, fell + end.moves.1));
        fell as f64 / (made + fell).max(1) as f64
    }

    /// The mean of a meter by its place in [`Meters::NAMES`].
    pub fn mean(&self, place: usize) -> f64 {
        let sum: f64 = self.ends.iter().map(|end| end.meters.values()[place]).sum();
        sum / self.ends.len().max(1) as f64
    }
}

/// A move of the player as it can be made in another story.
#[derive(Clone, Debug)]
struct Line {
    begun: Minute,
    play: Move,
    aim: Aim,
}

/// What a move is aimed at.
#[derive(Clone, Debug)]
enum Aim {
    /// Nobody's words.
    Open,
    /// The brand's words, by how many it had said before.
    Ours(usize),
    /// Words the scenario wrote.
    Written(Words),
    /// Whatever this person waits for there.
    Person(u64, RoomId),
}

/// Plays a player's moves, and policies, over so many seeds from `first` on. `done` hears how many plays are over.
pub fn fortunes(
    own: &Sitting,
    policies: &[Policy],
    (first, seeds): (u64, u64),
    threads: usize,
    done: &(dyn Fn(usize) + Sync),
) -> Vec<Fortune> {
    let (scenario, lines) = (own.scenario_handle(), lines(own));
    let players: Vec<Player> =
        std::iter::once(Player::Own).chain(policies.iter().map(|policy| Player::Policy(*policy))).collect();
    let all = players.len() * seeds as usize;
    let (next, over) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let ends = Mutex::new(Vec::with_capacity(all));
    let work = || {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            if place >= all {
                break;
            }
            let seed = first.wrapping_add(place as u64 % seeds);
            let end = end(&scenario, &lines, players[place / seeds as usize], seed);
            ends.lock().expect("no thread stops while it keeps an end").push((place, end));
            done(over.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads.clamp(1, all.max(1)) {
            scope.spawn(work);
        }
        work();
    });
    let mut ends = ends.into_inner().expect("no thread stops while it keeps an end");
    ends.sort_by_key(|(place, _)| *place);
    let chunks = ends.chunks(seeds.max(1) as usize);
    players
        .into_iter()
        .zip(chunks)
        .map(|(player, ends)| Fortune { player, ends: ends.iter().map(|(_, end)| *end).collect() })
        .collect()
}

fn end(scenario: &Arc<Scenario>, lines: &[Line], player: Player, seed: u64) -> End {
    let mut sitting = Sitting::quiet(Arc::clone(scenario), seed);
    let moves = match player {
        Player::Own => replayed(&mut sitting, lines),
        Player::Policy(policy) => {
            play(policy, &mut sitting);
            (0, 0)
        }
    };
    let now = standing(&sitting);
    End { seed, well: now.ends_well(), meters: now.all, moves }
}

fn replayed(sitting: &mut Sitting, lines: &[Line]) -> (usize, usize) {
    let (mut made, mut fell) = (0, 0);
    // The brand's own messages, by the place of the line that said them.
    let mut ours = Vec::new();
    for line in lines {
        sitting.advance(line.begun.since(sitting.world().now));
        let said = sitting.world().messages.len();
        let done = aimed(sitting, line, &ours).is_some_and(|play| sitting.play(play).is_ok());
        *(if done { &mut made } else { &mut fell }) += 1;
        if line.play.words().is_some() {
            let new = sitting.world().messages[said.min(sitting.world().messages.len())..].iter();
            ours.push(new.rev().find(|message| message.is_brand()).map(|message| message.id.0));
        }
    }
    let end = sitting.world().setup.end();
    sitting.advance(end.since(sitting.world().now));
    (made, fell)
}

/// The move with the number its message has in this story; `None` where that was not said.
fn aimed(sitting: &Sitting, line: &Line, ours: &[Option<u32>]) -> Option<Move> {
    let world = sitting.world();
    let mut play = line.play.clone();
    let Some(number) = play.names_message() else { return Some(play) };
    *number = match &line.aim {
        Aim::Open => return Some(play),
        Aim::Ours(place) => (*ours.get(*place)?)?,
        Aim::Written(words) => match words {
            Words::Beat(beat) => world.fired[beat.index()].message?.0,
            Words::Brand(_) | Words::Question(_) | Words::Failure(_) | Words::Gist(_) => return None,
        },
        Aim::Person(label, room) => {
            let waits = world.waiting.iter().rev().find(|waiting| {
                waiting.room == *room
                    && world.setup.person(waiting.person).label == *label
                    && !matches!(waiting.state, WaitState::Answered { .. })
            });
            waits?.message.0
        }
    };
    Some(play)
}

fn lines(own: &Sitting) -> Vec<Line> {
    let world = own.world();
    let mut ours: Vec<&Message> = world.messages.iter().filter(|message| message.is_brand()).collect();
    ours.sort_by_key(|message| message.id);
    let lines = own.journal().records().iter().filter(|record| !matches!(record.play, Move::Wait { .. }));
    lines
        .filter_map(|record| {
            let mut play = record.play.clone();
            let number = play.names_message().map(|number| *number);
            let message = number.and_then(|number| world.messages.get(number as usize));
            let aim = match message {
                None => Aim::Open,
                Some(message) if message.is_brand() => {
                    Aim::Ours(ours.iter().position(|one| one.id == message.id)?)
                }
                Some(message) => match message.words {
                    Words::Beat(beat) => Aim::Written(Words::Beat(beat)),
                    Words::Brand(_) | Words::Question(_) | Words::Failure(_) | Words::Gist(_) => {
                        Aim::Person(world.setup.person(message.person()?).label, message.room)
                    }
                },
            };
            Some(Line { begun: Minute::parse(&record.at)?, play: record.play.clone(), aim })
        })
        .collect()
}
