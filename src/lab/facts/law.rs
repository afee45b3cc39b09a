//! Findings about one law by itself, where a whole play would only blur what it says.

use serde::Deserialize;

use crate::appraisal::{Appraisal, Dimension};
use crate::sim::bond::{Bond, Dial, Tired};
use crate::sim::clock::Minute;
use crate::sim::law::answer::{self, Quality};
use crate::sim::law::feel::Feeler;
use crate::sim::law::reading::{self, Reader, Reading};
use crate::sim::law::storm;
use crate::sim::law::tell;
use crate::sim::measure::lognormal;
use crate::sim::message::Said;
use crate::sim::ties::Tie;
use crate::sim::{MessageId, PersonId, RoomId};

use super::texts::voice;
use super::trial::room;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Finding {
    /// How much more authentic formal posts read than informal ones to a stranger.
    FormalToStranger,
    /// How much more authentic informal posts read than formal ones to somebody who knows the brand.
    InformalToFriend,
    /// How far a tailored informal answer reads ahead of the next best of the four.
    TailoredAhead,
    /// How far a canned informal answer reads behind the next worst of the four.
    CannedBehind,
    /// What a good answer at the party is worth after 22 minutes, against 3.
    After22,
    /// The same after 180 minutes.
    After180,
    /// Share of those at the party who expect an answer within so many minutes.
    PatientFor(u32),
    /// The same for complaints.
    ComplainersFor(u32),
    /// Median patience at the klatch in hours.
    KlatchPatience,
    /// What a better result does to mood over what a better manner does.
    ResultForMood,
    /// What a better manner does to trust over what a better result does.
    MannerForTrust,
    /// What good word does to trust over what bad word does, over priors around .35.
    WordRatio,
    /// What a bad message costs over what an equally good one wins.
    LostOverWon,
    /// What the best early answer leaves of the spreading of a hot complaint, less 1.
    StormCalmed,
    /// What early compensation leaves of it, less 1.
    StormPaid,
    /// The strength at which a tie at work is worth most.
    BestTie,
}

/// The figure.
pub(super) fn find(finding: Finding) -> f64 {
    match finding {
        Finding::FormalToStranger => read_as("formal", 0.05) - read_as("informal", 0.05),
        Finding::InformalToFriend => read_as("informal", 0.9) - read_as("formal", 0.9),
        Finding::TailoredAhead => {
            let others = ["tailored formal", "canned formal", "canned informal"].map(answer_as);
            answer_as("tailored informal") - others.into_iter().fold(f64::MIN, f64::max)
        }
        Finding::CannedBehind => {
            let others = ["tailored formal", "canned formal", "tailored informal"].map(answer_as);
            others.into_iter().fold(f64::MAX, f64::min) - answer_as("canned informal")
        }
        Finding::After22 => worth_after(22),
        Finding::After180 => worth_after(180),
        Finding::PatientFor(minutes) => patient("party", 1.0, minutes),
        Finding::ComplainersFor(minutes) => patient("party", 0.6, minutes),
        Finding::KlatchPatience => room("klatch").patience / 60.0,
        Finding::ResultForMood => repair(Quality::overall),
        Finding::MannerForTrust => 1.0 / repair(Quality::lasting),
        Finding::WordRatio => word_ratio(),
        Finding::LostOverWon => -trust_of(0.3) / trust_of(0.7),
        Finding::StormCalmed => early().fold(f64::INFINITY, f64::min),
        Finding::StormPaid => early().fold(f64::NEG_INFINITY, f64::max),
        Finding::BestTie => best_tie(),
    }
}

/// What each good answer to a failure of the suite does to a storm when it comes early; two of them give money or goods.
fn early() -> impl Iterator<Item = f64> {
    let answers = voice(&room("party")).failures.clone();
    answers.into_iter().map(|said| storm::eases(&said, false, 0.8, false) - 1.0)
}

/// Mean authenticity of posts to a reader who knows the brand so well.
fn read_as(set: &str, familiarity: f64) -> f64 {
    let klatch = room("klatch");
    let reader = Reader { familiarity, ..Reader::USUAL };
    let mean = |texts: &[Said]| {
        let sum: f64 =
            texts.iter().map(|said| reading::read(&said.appraisal, &reader, &klatch).authenticity).sum();
        sum / texts.len() as f64
    };
    voice(&klatch).posts.get(set).map_or(f64::NAN, |texts| mean(texts))
}

/// Mean authenticity of answers to a customer.
fn answer_as(style: &str) -> f64 {
    let klatch = room("klatch");
    let texts = voice(&klatch).grid.get(style).cloned().unwrap_or_default();
    // Who complains has bought, and is no stranger (a choice).
    let customer = Reader { familiarity: 0.6, ..Reader::USUAL };
    let read = |said: &Said| reading::read(&said.appraisal, &customer, &klatch).authenticity;
    texts.iter().map(read).sum::<f64>() / texts.len() as f64
}

fn worth_after(minutes: u32) -> f64 {
    let half_life = room("party").reply;
    answer::speed(minutes, half_life) / answer::speed(3, half_life)
}

/// Patience is lognormal with sigma 1.1 around the room's median (MODEL B.3), as the law draws it.
fn patient(name: &str, share: f64, minutes: u32) -> f64 {
    let median = room(name).patience;
    let draws = 10_000;
    let within = (0..draws)
        .filter(|k| {
            share * lognormal((f64::from(*k) + 0.5) / f64::from(draws), median, 1.1) <= f64::from(minutes)
        })
        .count();
    within as f64 / f64::from(draws)
}

/// What a better result does over what a better manner does.
fn repair(worth: fn(&Quality) -> f64) -> f64 {
    let quality = |result, manner| worth(&Quality { result, manner, speed: 1.0 });
    let plain = quality(0.5, 0.5);
    (quality(0.9, 0.5) - plain) / (quality(0.5, 0.9) - plain)
}

/// Priors are Beta(2.1, 3.9), mean .35, along a tie of strength 1, and familiarity its usual start.
fn word_ratio() -> f64 {
    let (mut good, mut bad) = (0.0, 0.0);
    for step in 1..200 {
        let prior = f64::from(step) / 200.0;
        let weight = libm::pow(prior, 1.1) * libm::pow(1.0 - prior, 2.9);
        let bond = Bond::new((prior, 0.15, 0.27), Minute(0));
        good += weight * tell::word(1.0, true, &bond);
        bad -= weight * tell::word(1.0, false, &bond);
    }
    good / bad
}

/// What one reading of this authenticity does to trust at one half.
fn trust_of(authenticity: f64) -> f64 {
    let bond = Bond::new((0.5, 0.15, 0.3), Minute(0));
    let reading = Reading {
        authenticity,
        value: 0.0,
        relevance: 0.25,
        selling: 0.0,
        fit: 0.5,
        parts: [(Dimension::Truth, 0.0); 3],
    };
    let (person, message, room) = (PersonId(0), MessageId(0), RoomId(0));
    let feeler = Feeler { person, message, room, bond: &bond, tired: Tired::default() };
    let nudges = feeler.feel(&reading, &Appraisal::default(), false);
    nudges.iter().filter(|nudge| nudge.dial == Dial::Trust).map(|nudge| nudge.by).sum()
}

fn best_tie() -> f64 {
    let worth = |percent: u32| {
        Tie { to: PersonId(0), strength: percent as f32 / 100.0, room: RoomId(0) }.carries(true)
    };
    let best = (1..=100).max_by(|a, b| worth(*a).total_cmp(&worth(*b)));
    best.map_or(f64::NAN, |percent| f64::from(percent) / 100.0)
}
