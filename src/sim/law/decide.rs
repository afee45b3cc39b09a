//! Law of deciding: what a reader does after reading (MODEL B.6); all draws are independent, so each can be explained.

use crate::appraisal::{Ask, Dimension};
use crate::sim::bond::{Bond, Dial};
use crate::sim::dice::Purpose;
use crate::sim::event::{Event, Nudge, Parting, Proposal, What};
use crate::sim::id::PersonId;
use crate::sim::message::{Expect, Gist, Message, Said, Words};
use crate::sim::person::Person;
use crate::sim::reason::{Because, Law, Reason};
use crate::sim::world::World;

use super::reading::Reading;
use super::remark;
use super::utter::{self, Draft};

/// A person remembers so many of the brand's last messages when asked why they left (a choice).
const REMEMBERED: usize = 6;

/// What the reader of this event does.
pub fn decide(world: &World, event: &Event) -> Vec<Proposal> {
    let What::Read { person, message, reading } = &event.what else { return Vec::new() };
    let post = world.message(*message);
    let Some(said) = post.said() else { return Vec::new() };
    let (who, bond) = (world.setup.person(*person), world.bond(*person));
    let case = Case { world, event, who, bond, post, said, reading };
    [case.like(), case.comment(), case.share(), case.look_up(), case.leave()].into_iter().flatten().collect()
}

struct Case<'a> {
    world: &'a World,
    event: &'a Event,
    who: &'a Person,
    bond: Bond,
    post: &'a Message,
    said: &'a Said,
    reading: &'a Reading,
}

impl Case<'_> {
    fn tired(&self) -> f64 {
        self.bond.dial(Dial::Fatigue(self.post.room))
    }

    fn base(&self, kind: usize) -> f64 {
        let room = self.world.setup.room(self.post.room);
        self.world.setup.profile.act * room.reaction * room.mix[kind]
    }

    fn keen(&self) -> f64 {
        libm::exp(1.2 * self.reading.value + 0.8 * self.bond.mood + (self.bond.warmth - 0.15) - self.tired())
    }

    fn falls(&self, chance: f64, which: u64) -> bool {
        let about = u64::from(self.post.id.0) * 8 + which;
        self.world.dice().falls(chance, Purpose::Act, self.world.now, self.who.id, about)
    }

    fn like(&self) -> Option<Proposal> {
        let (person, message) = (self.who.id, self.post.id);
        let like = self.world.setup.profile.like;
        self.falls(self.base(0) * like * self.who.reacts * self.keen(), 0)
            .then(|| Proposal::of(Some(self.event.id), What::Liked { person, message }))
    }

    /// Talking back depends on the invitation and on annoyance more than on how well the post reads (MODEL row 19).
    fn comment(&self) -> Option<Proposal> {
        let room = self.world.setup.room(self.post.room);
        let invite = self.said.appraisal.score(Dimension::Invite);
        let gain = self.reading.value - (self.reading.authenticity - 0.5);
        let pleased = libm::exp(1.2 * gain + 0.5 * self.bond.mood - self.tired());
        let annoyed =
            libm::exp(2.5 * (self.reading.selling + 0.5 * self.said.appraisal.score(Dimension::Press) - 0.4));
        let lift = 1.0 + (room.norms.question_lift - 1.0) * invite;
        let chance = self.base(1) * self.world.setup.profile.comment * self.who.talks.min(10.0) * lift;
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
        Some(Proposal::say(Some(self.event.id), draft.message(self.world)))
    }

    fn share(&self) -> Option<Proposal> {
        let (person, message) = (self.who.id, self.post.id);
        let share = self.world.setup.profile.like;
        self.falls(self.base(2) * share * self.who.talks.min(10.0) * self.keen(), 2)
            .then(|| Proposal::of(Some(self.event.id), What::Shared { person, message }))
    }

    fn look_up(&self) -> Option<Proposal> {
        let info = self.said.appraisal.score(Dimension::Info);
        let chance = 0.01 * (0.2 + 1.6 * info) * libm::exp(0.8 * self.reading.value - self.tired());
        let (person, message) = (self.who.id, self.post.id);
        self.falls(chance * self.world.setup.profile.act, 3).then(|| {
            let reason = Reason { law: Law::Information, because: Because::Words(message, Dimension::Info) };
            let knows = Nudge { person, dial: Dial::Knowledge, by: 1.0 - self.bond.knowledge, reason };
            Proposal::with(Some(self.event.id), What::LookedUp { person, message }, vec![knows])
        })
    }

    fn leave(&self) -> Option<Proposal> {
        let (selling, bored) = (1.3 * self.reading.selling, 5.0 * (0.25 - self.reading.relevance).max(0.0));
        let tired = 2.0 * self.tired();
        let weight = libm::exp(tired + selling + bored - 4.0 * self.bond.warmth - 1.5 * self.bond.mood);
        let chance = (9e-4 * self.world.setup.profile.act * weight).min(0.5);
        self.falls(chance, 4).then(|| {
            // Selling tires twice over, so where it was felt, now or before, it is what they name.
            let sold = self.reading.selling > 0.3 || selling >= bored.max(tired);
            let why = if sold || (tired > bored && self.was_tired_by_selling()) {
                Parting::Selling
            } else if bored >= tired {
                Parting::Irrelevant
            } else {
                Parting::Volume
            };
            parting(Some(self.event.id), self.who.id, self.post.room, why)
        })
    }

    /// Whether half of the last messages that tired them here sold something.
    fn was_tired_by_selling(&self) -> bool {
        let dial = Dial::Fatigue(self.post.room);
        let tiring = self.world.changes_in(self.who.id).filter_map(|event| {
            let change = event.changes.iter().find(|c| c.person == self.who.id && c.dial == dial)?;
            let Because::Words(message, _) = change.reason.because else { return None };
            self.world.message(message).said()
        });
        let last: Vec<&Said> = tiring.take(REMEMBERED).collect();
        let sold = last.iter().filter(|said| said.appraisal.score(Dimension::Promo) > 0.3).count();
        2 * sold >= last.len().max(1)
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
