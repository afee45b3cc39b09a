//! Law of deciding: what a reader does after reading (MODEL B.6); all draws are independent, so each can be explained.

use crate::appraisal::{Ask, Dimension};
use crate::sim::bond::{Bond, Dial, Tired};
use crate::sim::dice::{Purpose, Throw};
use crate::sim::event::{Nudge, Parting, Proposal, Via, What};
use crate::sim::id::{EventId, PersonId};
use crate::sim::message::{Expect, Gist, Message, Said, Words};
use crate::sim::person::Person;
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::world::World;

use super::reading::Reading;
use super::remark;
use super::utter::{self, Draft};

/// Each hand that a message goes through makes it less new: shares are damped by so much (MODEL B.6, row 38).
pub const DAMPED: f64 = 0.55;

/// What the reader of a message does, `event` being that they read it.
pub fn decide(world: &World, event: EventId, what: &What) -> Vec<Proposal> {
    let What::Read { person, message, reading, via } = what else { return Vec::new() };
    let post = world.message(*message);
    let Some(said) = post.said() else { return Vec::new() };
    let (who, bond) = (world.setup.person(*person), world.bond(*person));
    let tired = world.tired(*person, post.room);
    let throw = world.dice().throw(Purpose::Act, world.now);
    let case = Case { world, event, throw, who, bond, tired, post, said, reading };
    // Views that were bought stay views.
    if *via == Via::Paid {
        return case.leave().into_iter().collect();
    }
    [case.like(), case.comment(), case.share(), case.look_up(), case.leave()].into_iter().flatten().collect()
}

struct Case<'a> {
    world: &'a World,
    event: EventId,
    throw: Throw,
    who: &'a Person,
    bond: Bond,
    tired: Tired,
    post: &'a Message,
    said: &'a Said,
    reading: &'a Reading,
}

impl Case<'_> {
    fn tired(&self) -> f64 {
        f64::from(self.tired.level)
    }

    fn base(&self, kind: usize) -> f64 {
        let room = self.world.setup.room(self.post.room);
        self.world.setup.profile.act * room.reaction * room.mix[kind] * self.post.lift
    }

    fn keen(&self) -> f64 {
        libm::exp(1.2 * self.reading.value + 0.8 * self.bond.mood + (self.bond.warmth - 0.15) - self.tired())
    }

    fn falls(&self, chance: f64, which: u64) -> bool {
        self.throw.lend(self.who.label, self.post.label.wrapping_add(which)) < chance
    }

    fn like(&self) -> Option<Proposal> {
        let (person, message) = (self.who.id, self.post.id);
        let like = self.world.setup.profile.like;
        self.falls(self.base(0) * like * self.who.reacts * self.keen(), 0)
            .then(|| Proposal::of(Some(self.event), What::Liked { person, message }))
    }

    /// Talking back depends on the invitation and on annoyance more than on how well the post reads (MODEL row 19).
    fn comment(&self) -> Option<Proposal> {
        let room = self.world.setup.room(self.post.room);
        let invite = self.said.appraisal.score(Dimension::Invite);
        let gain = self.reading.value - (self.reading.authenticity - 0.5);
        let pleased = libm::exp(1.2 * gain + 0.5 * self.bond.mood - self.tired());
        let annoyed = self.world.setup.profile.heckle
            * libm::exp(
                2.5 * (self.reading.selling + 0.5 * self.said.appraisal.score(Dimension::Press) - 0.4),
            );
        let lift = 1.0 + (room.norms.question_lift - 1.0) * invite;
        let chance = self.base(1) * self.world.setup.profile.comment * self.who.talks * lift;
        if !self.falls(chance * pleased.max(annoyed), 1) {
            return None;
        }
        let solemn = self.world.solemn[self.post.room.index()] > self.post.minute;
        let kind = remark::choose(self.reading, &self.said.appraisal, solemn);
        let mut draft = Draft::new(self.who.id, self.post.room, Words::Gist(Gist::Remark(kind)));
        draft.answers = Some(self.post.id);
        draft.to_brand = true;
        draft.topics.clone_from(&self.said.topics);
        if invite > 0.5 && kind == crate::sim::message::Remark::Answer {
            // A question you asked obliges you: those who answer it wait, twice as long as for an answer.
            let usual = utter::patience(self.world, self.who, self.post.room, Ask::Talk);
            let patience = 2 * usual.min(room.patience as u32);
            draft.expect =
                Some(Expect { ask: Ask::Talk, patience, facts: vec![], trouble: vec![], heat: 0.0 });
        }
        Some(Proposal::say(Some(self.event), draft.message(self.world)))
    }

    fn share(&self) -> Option<Proposal> {
        let (person, message) = (self.who.id, self.post.id);
        let share = self.world.setup.profile.like;
        // What came through others is passed on along strong ties rather, and less with each hand.
        let passed = self.post.audience.echo(person).and_then(|echo| echo.passed);
        let through = passed.map_or(1.0, |(_, strength, hands)| {
            libm::sqrt(f64::from(strength)) * libm::pow(DAMPED, f64::from(hands))
        });
        self.falls(self.base(2) * share * self.who.talks * self.keen() * through, 2)
            .then(|| Proposal::of(Some(self.event), What::Shared { person, message }))
    }

    fn look_up(&self) -> Option<Proposal> {
        let info = self.said.appraisal.score(Dimension::Info);
        let chance = 0.01 * (0.2 + 1.6 * info) * libm::exp(0.8 * self.reading.value - self.tired());
        let (person, message) = (self.who.id, self.post.id);
        self.falls(chance * self.world.setup.profile.act, 3).then(|| {
            let reason = Reason { law: Law::Information, because: Because::Words(message, Dimension::Info) };
            let knows = Nudge { person, dial: Dial::Knowledge, by: 1.0 - self.bond.knowledge, reason };
            Proposal::with(Some(self.event), What::LookedUp { person, message }, vec![knows])
        })
    }

    fn leave(&self) -> Option<Proposal> {
        let (selling, bored) = (1.3 * self.reading.selling, 5.0 * (0.25 - self.reading.relevance).max(0.0));
        let tired = 2.0 * self.tired();
        let weight = libm::exp(tired + selling + bored - 4.0 * self.bond.warmth - 1.5 * self.bond.mood);
        let chance = (9e-4 * self.world.setup.profile.act * weight).min(0.5);
        self.falls(chance, 4).then(|| {
            // The largest term is what they name; being tired of selling counts as selling.
            let sold = 2.0 * f64::from(self.tired.sold);
            let (selling, tired) = (selling + sold, tired - sold);
            let why = if selling >= bored.max(tired) {
                Parting::Selling
            } else if bored >= tired {
                Parting::Irrelevant
            } else {
                Parting::Volume
            };
            parting(Some(self.event), self.who.id, self.post.room, why)
        })
    }
}

/// Somebody stops following the brand in a room.
pub fn parting(
    cause: Option<crate::sim::EventId>,
    person: PersonId,
    room: crate::sim::RoomId,
    why: Parting,
) -> Proposal {
    Proposal::of(cause, What::Left { person, room, why })
}
