//! Drills: two messages for the same moment, of which one lands better; the key is the author's.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::appraisal::{Appraisal, BrandSheet, Context, Deed, Heard, appraise};
use crate::scenario::{self, Moment, SHIPPED_ROOMS, Scenario};
use crate::sim::room::Room;
use crate::sim::setup::BeatDeed;

/// Two messages for the same moment.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The room, by name.
    pub room: String,
    /// Who speaks, in a few words, as "a ferry company".
    pub brand: String,
    /// What is answered; empty for a post.
    #[serde(default)]
    pub heard: String,
    /// The one that lands better.
    pub good: String,
    /// The other.
    pub bad: String,
    /// Why, in a sentence.
    pub why: String,
}

static OWN: LazyLock<Vec<Pair>> = LazyLock::new(|| {
    ron::from_str(include_str!("../../assets/drill.ron")).expect("assets/drill.ron is read by a test")
});

/// All pairs there are: those written for drills, and good and bad model texts of shipped scenarios for the same moment.
pub fn pairs() -> Vec<Pair> {
    let mut pairs = OWN.clone();
    for (name, source) in scenario::shipped() {
        if let Ok(scenario) = scenario::load(name, source, None) {
            pairs.extend(of(&scenario));
        }
    }
    pairs
}

/// Pairs made of a scenario's model texts: each bad one with a good one for the same moment or room.
fn of(scenario: &Scenario) -> Vec<Pair> {
    let place = |moment: &Moment| -> Option<(String, String)> {
        let setup = &scenario.base;
        match moment {
            Moment::Post { room, .. } => Some((setup.room(*room).name().to_owned(), String::new())),
            Moment::Beat(beat) => match &setup.beat(*beat).deed {
                BeatDeed::Say(line) => Some((setup.room(line.room).name().to_owned(), line.text.clone())),
                BeatDeed::Request { .. } | BeatDeed::News { .. } => None,
            },
            Moment::Question(_) | Moment::Failure(_) => None,
        }
    };
    let known = |room: &str| SHIPPED_ROOMS.iter().any(|(name, _)| *name == room);
    let mut used = vec![false; scenario.exemplars.len()];
    let mut pairs = Vec::new();
    for bad in scenario.exemplars.iter().filter(|one| !one.good) {
        let Some((room, heard)) = place(&bad.moment).filter(|(room, _)| known(room)) else { continue };
        let fits = |(at, one): &(usize, &crate::scenario::Exemplar)| {
            one.good && !used[*at] && place(&one.moment).as_ref() == Some(&(room.clone(), heard.clone()))
        };
        let Some((at, good)) = scenario.exemplars.iter().enumerate().find(fits) else { continue };
        used[at] = true;
        pairs.push(Pair {
            brand: scenario.base.brand.sheet.name.clone(),
            good: good.text.clone(),
            bad: bad.text.clone(),
            why: bad.why.clone(),
            room,
            heard,
        });
    }
    pairs
}

/// The pairs of a day: others every day until all were had, and whether the good one stands first.
pub fn of_day(pairs: &[Pair], day: u32, count: usize) -> Vec<(&Pair, bool)> {
    if pairs.is_empty() {
        return Vec::new();
    }
    let count = count.min(pairs.len());
    let days = (pairs.len() / count).max(1) as u32;
    let (round, from) = (day / days, (day % days) as usize * count);
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    order.sort_by_key(|at| (mixed(u64::from(round) << 32 | *at as u64), *at));
    let chosen = order.into_iter().skip(from).take(count);
    chosen.map(|at| (&pairs[at], mixed(u64::from(day) << 20 | at as u64) % 2 == 0)).collect()
}

/// A number that looks like luck and is the same everywhere (the finaliser of splitmix64).
const fn mixed(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// How one of the two reads in its room.
pub fn read(pair: &Pair, text: &str) -> Option<Appraisal> {
    let (name, source) = SHIPPED_ROOMS.iter().find(|(name, _)| *name == pair.room)?;
    let (room, _): (Room, _) = scenario::read_room(name, name, source).ok()?;
    let brand = BrandSheet { name: pair.brand.clone(), ..BrandSheet::default() };
    let heard = Heard { text: pair.heard.clone(), ..Heard::default() };
    let answers = !pair.heard.is_empty();
    let deed = if answers { Deed::Reply } else { Deed::Post };
    let heard = answers.then_some(&heard);
    Some(appraise(
        text,
        &Context { norms: &room.norms, brand: &brand, deed, heard, picture: None, before: &[] },
    ))
}

/// How a session went.
#[derive(Clone, Debug, PartialEq, Default, serde::Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// The day.
    pub day: u32,
    /// Right ones.
    pub right: u32,
    /// Of so many.
    pub of: u32,
    /// How sure the player was, in percent, added up over all.
    pub sure: u32,
}

impl Score {
    /// Percent that were right.
    pub fn percent(&self) -> f64 {
        100.0 * f64::from(self.right) / f64::from(self.of.max(1))
    }

    /// How much surer the player was than right, in points of 100; below 0 they knew more than they thought.
    pub fn too_sure(&self) -> f64 {
        f64::from(self.sure) / f64::from(self.of.max(1)) - self.percent()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn there_are_pairs_for_every_room_and_each_is_of_one_room() {
        let mut rooms: BTreeMap<&str, usize> = BTreeMap::new();
        for pair in OWN.iter() {
            *rooms.entry(&pair.room).or_default() += 1;
            assert!(SHIPPED_ROOMS.iter().any(|(name, _)| *name == pair.room), "{}", pair.room);
            assert!(pair.good != pair.bad && pair.why.ends_with('.'), "{}", pair.good);
            assert!(!pair.brand.is_empty());
        }
        assert!(OWN.len() >= 60 && rooms.len() == 4 && rooms.values().all(|count| *count >= 12), "{rooms:?}");
        let texts: BTreeSet<&str> =
            OWN.iter().flat_map(|pair| [pair.good.as_str(), pair.bad.as_str()]).collect();
        assert_eq!(texts.len(), 2 * OWN.len(), "a text is there twice");
    }

    #[test]
    fn every_day_has_others_until_all_were_had() {
        let pairs = pairs();
        let days = (pairs.len() / 10) as u32;
        let seen: BTreeSet<&str> =
            (0..days).flat_map(|day| of_day(&pairs, day, 10)).map(|(pair, _)| pair.good.as_str()).collect();
        assert_eq!(seen.len(), days as usize * 10);
        assert_eq!(of_day(&pairs, 3, 10), of_day(&pairs, 3, 10));
        let first = of_day(&pairs, 0, 60).iter().filter(|(_, first)| *first).count();
        assert!((15..45).contains(&first), "{first}");
    }

    #[test]
    fn the_reader_agrees_with_most_of_the_authors_keys() {
        let agrees = |pair: &&Pair| {
            let of = |text: &str| read(pair, text).map_or(0.0, |read| read.welcome);
            of(&pair.good) > of(&pair.bad)
        };
        let right = OWN.iter().filter(agrees).count();
        assert!(right * 10 >= OWN.len() * 8, "{right} of {}", OWN.len());
    }
}
