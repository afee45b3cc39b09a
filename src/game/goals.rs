//! Which goals of a scenario a play has met, each with the events that show it.

use crate::scenario::goal::{Condition, Idea, Meter};
use crate::sim::event::What;
use crate::sim::promise::PromiseState;
use crate::sim::world::WaitState;
use crate::sim::{BeatId, EventId, PersonId, World};

use super::Sitting;
use super::deeds;
use super::standing::{Meters, Standing, standing};

/// Most events that are named as evidence of one goal; the last ones are kept.
const MOST: usize = 12;

/// How a play stands to one goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalMet {
    /// The goal's name.
    pub id: String,
    /// What was to be managed.
    pub title: String,
    /// The idea it teaches.
    pub idea: Idea,
    /// Why it matters; may be empty.
    pub why: String,
    /// Whether it is met as the play stands.
    pub met: bool,
    /// Events that show why or why not, by their places in the chronicle, oldest first.
    pub evidence: Vec<EventId>,
}

/// All goals of the scenario, in its order, as the play stands.
pub fn judge(sitting: &Sitting) -> Vec<GoalMet> {
    let goals = &sitting.scenario().goals;
    if goals.is_empty() {
        return Vec::new();
    }
    let judge = Judge { sitting, standing: standing(sitting) };
    goals
        .iter()
        .map(|goal| {
            let mut evidence = Vec::new();
            let met = judge.holds(&goal.when, &mut evidence);
            evidence.sort_unstable();
            evidence.dedup();
            let evidence = evidence.split_off(evidence.len().saturating_sub(MOST));
            GoalMet {
                id: goal.id.clone(),
                title: goal.title.clone(),
                idea: goal.idea,
                why: goal.why.clone(),
                met,
                evidence,
            }
        })
        .collect()
}

/// Whether a condition of the scenario holds as the play stands.
pub fn holds(sitting: &Sitting, condition: &Condition) -> bool {
    Judge { sitting, standing: standing(sitting) }.holds(condition, &mut Vec::new())
}

struct Judge<'a> {
    sitting: &'a Sitting,
    standing: Standing,
}

impl Judge<'_> {
    fn holds(&self, condition: &Condition, evidence: &mut Vec<EventId>) -> bool {
        let world = self.sitting.world();
        match condition {
            Condition::Meter(room, meter, least) => {
                let meters = room.map_or(&self.standing.all, |room| &self.standing.rooms[room.index()]);
                meter_of(meters, *meter) >= f64::from(*least)
            }
            Condition::Trust(person, least) => {
                self.moved(*person, evidence);
                world.bond(*person).trust >= *least
            }
            Condition::Warmth(person, least) => {
                self.moved(*person, evidence);
                world.bond(*person).warmth >= *least
            }
            Condition::Answered(beats) => {
                beats.iter().fold(true, |all, beat| answered(world, *beat, evidence) && all)
            }
            Condition::Answers(percent) => answers(world, evidence) >= f64::from(*percent),
            Condition::Closer(percent) => {
                let all = world.setup.people.len().max(1) as f64;
                100.0 * self.standing.people[0] as f64 / all >= f64::from(*percent)
            }
            Condition::Lost(most) => {
                note(world, evidence, |what| matches!(what, What::Left { .. }));
                self.standing.people[3] <= *most as usize
            }
            Condition::Kept(least) => {
                note(world, evidence, |what| matches!(what, What::Kept(_) | What::Broke(_)));
                let count = |state| world.promises.iter().filter(|promise| promise.state == state).count();
                count(PromiseState::Kept) >= *least as usize && count(PromiseState::Broken) == 0
            }
            Condition::Sales(least) => {
                note(world, evidence, |what| matches!(what, What::Bought { good: true, .. }));
                world.ledger.good >= *least
            }
            Condition::BadSales(most) => {
                note(world, evidence, |what| matches!(what, What::Bought { good: false, .. }));
                world.ledger.bad <= *most
            }
            Condition::Untruths(most) => {
                let open = |id: &&crate::sim::MessageId| {
                    let message = world.message(**id);
                    message.corrected.is_none() && !message.withdrawn
                };
                let open: Vec<_> = world.untruths.iter().filter(open).collect();
                evidence.extend(open.iter().filter_map(|id| world.said_in(**id)));
                open.len() <= *most as usize
            }
            Condition::Connected(least) => {
                note(world, evidence, |what| {
                    matches!(
                        what,
                        What::Settled { accepted: true, .. } | What::Reached { accepted: true, .. }
                    )
                });
                world.bonds.iter().filter(|bond| bond.connected).count() >= *least as usize
            }
            Condition::Did(did, least) => {
                let made = deeds::made(world, *did);
                let enough = made.len() >= *least as usize;
                evidence.extend(made);
                enough
            }
            Condition::Happened(beat) => {
                note(world, evidence, |what| *what == What::Beat(*beat));
                world.fired[beat.index()].at.is_some()
            }
            Condition::Time(minute) => world.now >= *minute,
            Condition::Goal(at) => self.holds(&self.sitting.scenario().goals[*at].when, evidence),
            Condition::Not(inner) => !self.holds(inner, evidence),
            Condition::Any(parts) => parts.iter().fold(false, |any, part| self.holds(part, evidence) || any),
            Condition::All(parts) => parts.iter().fold(true, |all, part| self.holds(part, evidence) && all),
        }
    }

    /// The events that moved a person.
    fn moved(&self, person: PersonId, evidence: &mut Vec<EventId>) {
        evidence.extend(self.sitting.world().changes_in(person).take(MOST).map(|event| event.id));
    }
}

const fn meter_of(meters: &Meters, meter: Meter) -> f64 {
    match meter {
        Meter::Voice => meters.voice,
        Meter::Manners => meters.manners,
        Meter::Answering => meters.answering,
        Meter::Bonds => meters.bonds,
        Meter::Business => meters.business,
    }
}

/// Whether the message of a beat got a good answer.
fn answered(world: &World, beat: BeatId, evidence: &mut Vec<EventId>) -> bool {
    let Some(message) = world.fired[beat.index()].message else { return false };
    note(
        world,
        evidence,
        |what| matches!(what, What::Answered { asked, .. } | What::RanOut { message: asked, .. } if *asked == message),
    );
    let good = |what: &What| matches!(what, What::Answered { asked, result, manner, .. } if *asked == message && good(*result, *manner));
    world.chronicle.iter().any(|event| good(&event.what))
}

/// Whether an answer counts as a good one.
fn good(result: f64, manner: f64) -> bool {
    let quality = crate::sim::law::answer::Quality { result, manner, speed: 1.0 };
    quality.overall() >= crate::sim::law::answer::ENOUGH
}

/// Percent of those whose waiting is over who got an answer worth something; 100 where nobody waited.
fn answers(world: &World, evidence: &mut Vec<EventId>) -> f64 {
    note(world, evidence, |what| matches!(what, What::RanOut { .. }));
    let settled = world.waiting.iter().filter(|waiting| waiting.state != WaitState::Open);
    let (mut served, mut all) = (0.0, 0.0);
    for waiting in settled {
        all += 1.0;
        served +=
            f64::from(u8::from(matches!(waiting.state, WaitState::Answered { worth, .. } if worth > 0.0)));
    }
    if all > 0.0 { 100.0 * served / all } else { 100.0 }
}

/// The last events of a kind.
fn note(world: &World, evidence: &mut Vec<EventId>, is: impl Fn(&What) -> bool) {
    evidence.extend(
        world.chronicle.iter().rev().filter(|event| is(&event.what)).take(MOST).map(|event| event.id),
    );
}
