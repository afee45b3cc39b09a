//! Turning points: the moves and the silences whose change would have made the most difference, found by what-ifs.

use serde::Serialize;

use crate::game::standing::{Meters, shift, standing};
use crate::game::{Move, Sitting, Story, Twist};
use crate::lab::policy;
use crate::scenario::Moment;
use crate::sim::event::What;
use crate::sim::message::Message;
use crate::sim::world::WaitState;
use crate::sim::{MessageId, Minute, PersonId, World};

use super::chain::{self, Link};
use super::weigh;

/// People times what-ifs that are tried at most; what weighed least in the chronicle is not tried.
const EFFORT: usize = 12_000;
/// The most what-ifs that are tried, and the fewest.
const TRIED: (usize, usize) = (72, 8);
/// Differences under this many points are no turning point.
const SEEN: f64 = 0.3;
/// So many of each kind are told.
const TOLD: usize = 5;
/// So many people are named for each.
const NAMED: usize = 6;
/// Change of trust and warmth at which somebody is as close as the bonds meter can show.
const CLOSE: f64 = 0.15;
/// What an answer that was worth nothing weighs, though it moved nobody.
const WORTHLESS: f64 = 0.3;
/// A person whose trust and warmth differ by less does not differ.
const DIFFERS: f64 = 0.01;

/// What a turning point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Something said that better words, or none, would have bettered.
    Said,
    /// Somebody waited and was not answered.
    Silence,
    /// Something said that carried the play: without it things would stand worse.
    Carried,
}

impl Kind {
    /// The kind in words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Said => "cost you",
            Self::Silence => "silence",
            Self::Carried => "carried you",
        }
    }
}

/// A moment that mattered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Turn {
    /// What it is.
    pub kind: Kind,
    /// When, as `day 1, 09:25`.
    pub at: String,
    /// The number of the message: the brand's, or the one that got no answer.
    pub message: u32,
    /// The room.
    pub room: String,
    /// Who said it: the brand or a person.
    pub who: String,
    /// What was said.
    pub text: String,
    /// What it answered, where it answered somebody, with their name.
    pub asked: Option<(String, String)>,
    /// What the what-if does, in words.
    pub change: String,
    /// The words of the what-if, where it has any.
    pub instead: Option<String>,
    /// How much better (or worse) the meters stand with the change, in points added up.
    pub points: f64,
    /// The same, meter by meter.
    pub meters: [f64; 5],
    /// Of those points, what the bonds with the people the scenario names make up: among a crowd they would not show.
    pub named: f64,
    /// Good sales to be expected, more (or fewer) with the change.
    pub expected: f64,
    /// How many people would stand otherwise.
    pub differs: usize,
    /// Those of them who would stand most otherwise: name, how they stand, how they would.
    pub people: Vec<(String, f64, f64)>,
    /// What came of it, step by step.
    pub chain: Vec<Link>,
}

/// A what-if to be tried.
struct Try {
    message: MessageId,
    kind: Kind,
    twist: Twist,
    instead: Option<String>,
}

/// What came of it.
struct Tried {
    meters: Meters,
    /// How the cast stands, as the bonds meter has it for everybody.
    named: f64,
    expected: f64,
    shifts: Vec<f64>,
}

impl Tried {
    /// What another end has more than this one, in points added up.
    fn points(&self, other: &Self) -> f64 {
        self.meters.gain(&other.meters).iter().sum::<f64>() + other.named - self.named
    }
}

/// The turning points of a play: first what would have gone better, the largest difference first; then what carried it.
pub fn turns(sitting: &Sitting, threads: usize) -> Vec<Turn> {
    let tries = tries(sitting);
    let twists: Vec<Twist> = tries.iter().map(|one| one.twist.clone()).collect();
    let ends = Story::of(sitting).told_with(&twists, threads, &|_, other| ended(other));
    let now = ended(sitting);
    let mut found: Vec<(f64, &Try, &Tried)> = tries
        .iter()
        .zip(&ends)
        .map(|(one, end)| (now.points(end), one, end))
        .filter(|(points, one, _)| match one.kind {
            Kind::Carried => *points < -SEEN,
            Kind::Said | Kind::Silence => *points > SEEN,
        })
        .collect();
    found.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()).then(a.1.message.cmp(&b.1.message)));
    // Words that could have been better are no help, though silence would have been worse: what cost comes first.
    found.sort_by_key(|(_, one, _)| one.kind == Kind::Carried);
    let mut told: Vec<MessageId> = Vec::new();
    // Of several what-ifs of one message the one with the largest difference stands for it.
    found.retain(|(_, one, _)| {
        let new = !told.contains(&one.message);
        told.push(one.message);
        new
    });
    let (carried, costly): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|(_, one, _)| one.kind == Kind::Carried);
    let both = costly.into_iter().take(TOLD).chain(carried.into_iter().take(TOLD));
    both.map(|(_, one, end)| turn(sitting, one, &now, end)).collect()
}

fn ended(sitting: &Sitting) -> Tried {
    let world = sitting.world();
    let cast = world.setup.people.iter().filter(|person| person.cast);
    let stands: Vec<f64> = cast.map(|person| (shift(world, person.id) / CLOSE).clamp(-1.0, 1.0)).collect();
    Tried {
        meters: standing(sitting).all,
        named: 50.0 * stands.iter().sum::<f64>() / stands.len().max(1) as f64,
        expected: world.ledger.expected,
        shifts: world.setup.people.iter().map(|person| shift(world, person.id)).collect(),
    }
}

fn turn(sitting: &Sitting, one: &Try, now: &Tried, end: &Tried) -> Turn {
    let world = sitting.world();
    let message = world.message(one.message);
    let meters = now.meters.gain(&end.meters);
    let mut people: Vec<(PersonId, f64, f64)> = world
        .setup
        .people
        .iter()
        .zip(now.shifts.iter().zip(&end.shifts))
        .filter(|(_, (was, would))| (*was - *would).abs() >= DIFFERS)
        .map(|(person, (was, would))| (person.id, *was, *would))
        .collect();
    people.sort_by(|a, b| (b.1 - b.2).abs().total_cmp(&(a.1 - a.2).abs()).then(a.0.cmp(&b.0)));
    let name = |person: PersonId| world.setup.person(person).name.clone();
    let asked = message.answers.map(|id| world.message(id)).filter(|asked| !asked.is_brand());
    Turn {
        kind: one.kind,
        at: super::when(message.minute),
        message: one.message.0,
        room: world.setup.room(message.room).title.clone(),
        who: message.person().map_or_else(|| world.setup.brand.sheet.name.clone(), name),
        text: sitting.text(one.message).to_owned(),
        asked: asked
            .filter(|_| message.is_brand())
            .and_then(|asked| Some((name(asked.person()?), sitting.text(asked.id).to_owned()))),
        change: changed(world, one),
        instead: one.instead.clone(),
        points: now.points(end),
        meters,
        named: end.named - now.named,
        expected: end.expected - now.expected,
        differs: people.len(),
        people: people
            .into_iter()
            .take(NAMED)
            .map(|(person, was, would)| (name(person), was, would))
            .collect(),
        chain: chain::chain(sitting, one.message),
    }
}

fn changed(world: &World, one: &Try) -> String {
    match (&one.twist, one.kind) {
        (Twist::Without(_), _) => "Had this not been said".to_owned(),
        (Twist::Instead(..), _) => "Had this been said instead".to_owned(),
        (Twist::Besides(minute, _), _) => {
            let waited = minute.since(world.message(one.message).minute);
            format!("Had they been answered after {}", crate::sim::clock::span(waited))
        }
    }
}

/// What is worth trying, the weightiest first, not more than can be told in time.
fn tries(sitting: &Sitting) -> Vec<Try> {
    let world = sitting.world();
    let weights = weigh::weights(world);
    let weight = |id: MessageId| weights.get(&id).map_or(0.0, |weight| weight.all);
    let said = spoken(sitting);
    let mut found: Vec<(f64, Try)> = Vec::new();
    for (place, id) in said {
        let signed = weights.get(&id).map_or(0.0, |weight| weight.signed);
        for one in alternatives(sitting, place, world.message(id), signed) {
            found.push((weight(id) + worthless(world, id), one));
        }
    }
    for waiting in world.waiting.iter().filter(|w| !matches!(w.state, WaitState::Answered { .. })) {
        if let Some(one) = answered(sitting, world.message(waiting.message)) {
            // Who waited in vain counts by the wait itself, whatever else it set going.
            found.push((weight(waiting.message) + 0.1, one));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.message.cmp(&b.1.message)));
    let most = (EFFORT / world.setup.people.len().max(1)).clamp(TRIED.1, TRIED.0);
    found.into_iter().take(most).map(|(_, one)| one).collect()
}

/// What an answer failed to do: it shows in nobody's dials.
fn worthless(world: &World, reply: MessageId) -> f64 {
    let settled = world.chronicle.iter().find_map(|event| {
        if let What::Answered { reply: id, result, manner, .. } = event.what {
            return (id == reply).then(|| 1.0 - result.min(manner));
        }
        let What::Joined { reply: id, welcome, .. } = event.what else { return None };
        (id == reply).then_some(1.0 - welcome)
    });
    WORTHLESS * settled.unwrap_or(0.0)
}

/// The moves that said something, by place in the journal, with the message each said.
pub(crate) fn spoken(sitting: &Sitting) -> Vec<(usize, MessageId)> {
    let ours = sitting.world().messages.iter().filter(|message| message.is_brand()).map(|m| m.id);
    let moves =
        sitting.journal().records().iter().enumerate().filter(|(_, record)| record.play.words().is_some());
    moves.map(|(place, _)| place).zip(ours).collect()
}

fn alternatives(sitting: &Sitting, place: usize, message: &Message, signed: f64) -> Vec<Try> {
    let one = |kind, twist, instead| Try { message: message.id, kind, twist, instead };
    let mut found = Vec::new();
    let text = message.said().map_or("", |said| said.text.as_str());
    if let Some((play, words)) =
        better(sitting, message).and_then(|play| play.words().map(str::to_owned).map(|words| (play, words)))
        && words != text
    {
        found.push(one(Kind::Said, Twist::Instead(place, play), Some(words)));
    }
    let kind = if signed < 0.0 { Kind::Said } else { Kind::Carried };
    found.push(one(kind, Twist::Without(place), None));
    found
}

/// What the author, or the host, would have said in place of a message of the brand.
pub(crate) fn better(sitting: &Sitting, message: &Message) -> Option<Move> {
    match message.answers.map(|id| sitting.world().message(id)) {
        Some(asked) => policy::answer(sitting, asked),
        None if message.private.is_none() => model_post(sitting, message),
        None => None,
    }
}

/// The author's model post for the room nearest in time that the play did not use itself.
fn model_post(sitting: &Sitting, message: &Message) -> Option<Move> {
    let (world, scenario) = (sitting.world(), sitting.scenario());
    let used = |text: &str| world.messages.iter().filter_map(Message::said).any(|said| said.text == text);
    let here = scenario.exemplars.iter().filter_map(|exemplar| match exemplar.moment {
        Moment::Post { room, at } if room == message.room && exemplar.good && !used(&exemplar.text) => {
            let apart = at.map_or(u32::MAX, |at| at.since(message.minute).max(message.minute.since(at)));
            Some((apart, exemplar))
        }
        Moment::Post { .. } | Moment::Beat(_) | Moment::Question(_) | Moment::Failure(_) => None,
    });
    let (_, model) = here.min_by_key(|(apart, _)| *apart)?;
    let photo = model.photo.map(|photo| world.setup.brand.photos[photo.index()].name.clone());
    let room = world.setup.room(message.room).name().to_owned();
    Some(Move::Post { room, text: model.text.clone(), photo })
}

/// An answer to somebody who got none.
fn answered(sitting: &Sitting, asked: &Message) -> Option<Try> {
    let (minute, play) = answer_in_time(sitting, asked)?;
    let instead = play.words().map(str::to_owned);
    Some(Try { message: asked.id, kind: Kind::Silence, twist: Twist::Besides(minute, play), instead })
}

/// An answer to somebody who waits or waited in vain, and the first minute there was time for it.
pub(crate) fn answer_in_time(sitting: &Sitting, asked: &Message) -> Option<(Minute, Move)> {
    let waiting = sitting.world().waiting.iter().find(|waiting| waiting.message == asked.id)?;
    let play = policy::answer(sitting, asked)?;
    Some((free(sitting, asked.minute.plus(1), play.cost(), waiting.until)?, play))
}

/// The first minute from which a move of this cost fits between the moves that were made, while somebody is at work; when
/// there was none in time, the first one at all.
fn free(sitting: &Sitting, from: Minute, cost: u32, until: Minute) -> Option<Minute> {
    let busy: Vec<(Minute, Minute)> = sitting
        .journal()
        .records()
        .iter()
        .filter(|record| !matches!(record.play, Move::Wait { .. }))
        .filter_map(|record| Some((Minute::parse(&record.at)?, record.play.cost())))
        .map(|(begun, cost)| (begun, begun.plus(cost)))
        .collect();
    let setup = &sitting.world().setup;
    let fits = |minute: &Minute| {
        setup.is_staffed(*minute)
            && minute.plus(cost) < setup.end()
            && busy.iter().all(|(begun, done)| *done <= *minute || minute.plus(cost) <= *begun)
    };
    let first = (from.0..until.0.max(from.0 + 1)).map(Minute).find(fits);
    first.or_else(|| (until.0..sitting.world().now.0).map(Minute).find(fits))
}
