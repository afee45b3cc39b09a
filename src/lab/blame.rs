//! What people held against a way of playing: every fall of trust and warmth, sorted by what it points at.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::appraisal::Dimension;
use crate::game::Sitting;
use crate::sim::World;
use crate::sim::bond::Dial;
use crate::sim::event::{Change, Event, Parting, What};
use crate::sim::message::{Gist, Words};
use crate::sim::reason::{Because, Law, Reason};

/// Something that people hold against a brand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Blame {
    /// It sold to them, or pressed them.
    Selling,
    /// It was not true, or did not ring true.
    Untruth,
    /// Form letters, and the same words again.
    Canned,
    /// It did not belong in the room.
    Misplaced,
    /// Nobody answered, or far too late.
    Unanswered,
    /// An answer that was none.
    PoorAnswer,
    /// There was nothing in it for them.
    Empty,
    /// Nobody in particular spoke, of nothing in particular.
    Faceless,
    /// Too much talk.
    TooMuch,
    /// A promise was broken, or words were taken back.
    BrokenWord,
    /// Poor manners towards somebody, in their talk or when they walked up.
    Rude,
    /// What they bought was wrong for them.
    BadSale,
    /// Others complained of it, to them or within their hearing.
    Warned,
}

/// Somebody who leaves counts as so much trust and warmth lost: the fall at which the bonds meter is at its lowest.
const LEAVING: f64 = 0.15;

impl Blame {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Selling,
        Self::Untruth,
        Self::Canned,
        Self::Misplaced,
        Self::Unanswered,
        Self::PoorAnswer,
        Self::Empty,
        Self::Faceless,
        Self::TooMuch,
        Self::BrokenWord,
        Self::Rude,
        Self::BadSale,
        Self::Warned,
    ];

    /// In words, as a short clause.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Selling => "it sold and pressed",
            Self::Untruth => "it was not true",
            Self::Canned => "the same words for everybody",
            Self::Misplaced => "it did not belong in the room",
            Self::Unanswered => "nobody answered in time",
            Self::PoorAnswer => "the answer was none",
            Self::Empty => "there was nothing in it for them",
            Self::Faceless => "nobody in particular spoke",
            Self::TooMuch => "there was too much of it",
            Self::BrokenWord => "a word was broken",
            Self::Rude => "poor manners",
            Self::BadSale => "a bad buy",
            Self::Warned => "others complained of it",
        }
    }
}

/// What people held against the brand in a play: trust and warmth lost, by what was to blame. What merely went wrong for
/// them is nobody's way of playing and left out.
pub fn blames(sitting: &Sitting) -> BTreeMap<Blame, f64> {
    let mut lost = BTreeMap::new();
    for event in &sitting.world().chronicle {
        for (blame, weight) in of_event(sitting.world(), event) {
            *lost.entry(blame).or_default() += weight;
        }
    }
    lost
}

fn of_event(world: &World, event: &Event) -> Vec<(Blame, f64)> {
    let mut found: Vec<(Blame, f64)> = event
        .changes
        .iter()
        .filter(|change| matches!(change.dial, Dial::Trust | Dial::Warmth) && change.to < change.from)
        .filter_map(|change| Some((of_change(world, change)?, change.from - change.to)))
        .collect();
    if let What::Left { why, .. } = event.what {
        let blame = match why {
            Parting::Selling => Blame::Selling,
            Parting::Irrelevant => Blame::Empty,
            Parting::Volume => Blame::TooMuch,
            Parting::Ignored => Blame::Unanswered,
        };
        found.push((blame, LEAVING));
    }
    found
}

fn of_change(world: &World, change: &Change) -> Option<Blame> {
    let Reason { law, because } = change.reason;
    let by_words = |other| match because {
        Because::Words(_, dimension) => of_dimension(dimension),
        Because::Message(_)
        | Because::Waiting(..)
        | Because::Told(_)
        | Because::Event(_)
        | Because::Happened => other,
    };
    Some(match law {
        Law::Authentic | Law::Value => by_words(Blame::Empty),
        Law::Answer => pointed(by_words(Blame::PoorAnswer), Blame::PoorAnswer),
        Law::Watching => answer_seen(world, because),
        Law::Guest => pointed(by_words(Blame::Rude), Blame::Rude),
        Law::Silence | Law::Overlooked => Blame::Unanswered,
        Law::Outside | Law::Courtesy | Law::Introduction => Blame::Rude,
        Law::Clogging | Law::Fatigue => Blame::TooMuch,
        Law::Promise | Law::TakenBack => Blame::BrokenWord,
        Law::FoundOut => Blame::Untruth,
        Law::WordOfMouth => Blame::Warned,
        // A complaint of what merely went wrong is as little a way of playing as the thing itself.
        Law::Overhearing => return is_warning(world, because).then_some(Blame::Warned),
        Law::Delivery => Blame::BadSale,
        Law::Tactless | Law::Selling => Blame::Selling,
        Law::Failure | Law::Acquaintance | Law::Information | Law::Owning | Law::Listening | Law::Nod => {
            return None;
        }
    })
}

/// What bystanders held against an answer to somebody else: the worst of its words.
fn answer_seen(world: &World, because: Because) -> Blame {
    let Because::Message(reply) = because else { return Blame::PoorAnswer };
    let Some(said) = world.message(reply).said() else { return Blame::PoorAnswer };
    let score = |dimension| said.appraisal.score(dimension);
    let signs = [
        (Blame::Untruth, 0.4 - score(Dimension::Truth)),
        (Blame::Canned, score(Dimension::Canned) - 0.4),
        (Blame::Selling, score(Dimension::Promo).max(score(Dimension::Press)) - 0.4),
    ];
    let worst = signs.into_iter().filter(|(_, over)| *over > 0.0).max_by(|a, b| a.1.total_cmp(&b.1));
    worst.map_or(Blame::PoorAnswer, |(blame, _)| blame)
}

/// Whether a person said it to warn others.
fn is_warning(world: &World, because: Because) -> bool {
    let Because::Message(message) = because else { return false };
    matches!(world.message(message).words, Words::Gist(Gist::Warn))
}

/// What the words were blamed for, or the other where that says nothing of the moment.
fn pointed(words: Blame, other: Blame) -> Blame {
    if matches!(words, Blame::Faceless | Blame::Empty) { other } else { words }
}

const fn of_dimension(dimension: Dimension) -> Blame {
    match dimension {
        Dimension::Promo | Dimension::Press | Dimension::Bait => Blame::Selling,
        Dimension::Truth => Blame::Untruth,
        Dimension::Canned => Blame::Canned,
        Dimension::RoomFit | Dimension::Form | Dimension::Visual => Blame::Misplaced,
        Dimension::ToThePoint | Dimension::Empathy => Blame::PoorAnswer,
        Dimension::Human | Dimension::Spec => Blame::Faceless,
        Dimension::Useful
        | Dimension::Story
        | Dimension::Invite
        | Dimension::Info
        | Dimension::Valence
        | Dimension::Arousal => Blame::Empty,
    }
}
