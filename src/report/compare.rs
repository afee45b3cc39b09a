//! Several plays of one scenario side by side: the spread of each meter, and the best answer anybody gave to each moment.
//!
//! Nobody is named: plays are lettered by the hash of their story, which says nothing of who played. What a play did not come
//! to is absent, which is not zero.

use serde::Serialize;

use crate::game::Sitting;
use crate::game::standing::{Meters, standing};
use crate::sim::MessageId;
use crate::sim::event::What;
use crate::sim::setup::BeatDeed;
use crate::sim::world::WaitState;

use super::page::{round, when};

/// A class of plays.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Class {
    /// Title of the scenario.
    pub title: String,
    /// Whether all were played on the same luck.
    pub same_seed: bool,
    /// The plays.
    pub plays: Vec<PlayTold>,
    /// The meters, each over the plays that have something to judge by.
    pub meters: Vec<SpreadTold>,
    /// Moments at which somebody spoke to the brand.
    pub moments: Vec<Moment>,
}

/// A play of the class.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlayTold {
    /// Its letter, or the name it was given.
    pub name: String,
    /// Whether it ended well; `None` where it is not over.
    pub ends_well: Option<bool>,
    /// Until when it went.
    pub until: String,
    /// The meters; `None` where there was nothing to judge by.
    pub meters: [Option<f64>; 5],
}

/// How a meter spreads over the class.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SpreadTold {
    /// The meter.
    pub name: String,
    /// How many plays have it.
    pub of: usize,
    /// The lowest; `None` where no play has it.
    pub least: Option<f64>,
    /// The middle one.
    pub middle: Option<f64>,
    /// The highest.
    pub most: Option<f64>,
}

/// A moment at which somebody of the cast spoke to the brand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moment {
    /// When.
    pub at: String,
    /// Who.
    pub who: String,
    /// Where.
    pub room: String,
    /// What they said.
    pub text: String,
    /// Plays that came to it.
    pub came: usize,
    /// Plays in which they were answered.
    pub answered: usize,
    /// The best answer anybody gave; `None` where nobody answered.
    pub best: Option<Best>,
}

/// The best answer to a moment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Best {
    /// The play it is from.
    pub play: String,
    /// Its worth, 0..1: how good, and how soon.
    pub worth: f64,
    /// The words.
    pub text: String,
}

/// The class of some plays of one scenario; `names` in the order of the plays, or letters when there are none.
pub fn class(plays: &[Sitting], names: &[String]) -> Class {
    let mut order: Vec<usize> = (0..plays.len()).collect();
    if names.is_empty() {
        order.sort_by_key(|at| plays[*at].hash());
    }
    let plays: Vec<(String, &Sitting)> = order
        .into_iter()
        .enumerate()
        .map(|(place, at)| (names.get(at).cloned().unwrap_or_else(|| letter(place)), &plays[at]))
        .collect();
    let told: Vec<PlayTold> = plays.iter().map(|(name, play)| one(name, play)).collect();
    let meters = (0..5).map(|place| spread(place, &told)).collect();
    let seed = |play: &Sitting| play.world().setup.seed;
    Class {
        title: plays.first().map_or_else(String::new, |(_, play)| play.scenario().title.clone()),
        same_seed: plays.windows(2).all(|pair| seed(pair[0].1) == seed(pair[1].1)),
        meters,
        moments: moments(&plays),
        plays: told,
    }
}

/// A, B, ... Z, AA, AB and so on.
fn letter(place: usize) -> String {
    let last = char::from(b'A' + (place % 26) as u8);
    if place < 26 { last.to_string() } else { format!("{}{last}", letter(place / 26 - 1)) }
}

fn one(name: &str, play: &Sitting) -> PlayTold {
    let now = standing(play);
    let mut meters = [None; 5];
    for (place, (slot, value)) in meters.iter_mut().zip(now.all.values()).enumerate() {
        let asked = place != 2 || play.world().waiting.iter().any(|waiting| waiting.state != WaitState::Open);
        *slot = ((place > 1 || value > 0.0) && asked).then(|| round(value));
    }
    PlayTold {
        name: name.to_owned(),
        ends_well: play.is_over().then(|| now.ends_well()),
        until: when(play.world().now),
        meters,
    }
}

fn spread(place: usize, plays: &[PlayTold]) -> SpreadTold {
    let mut values: Vec<f64> = plays.iter().filter_map(|play| play.meters[place]).collect();
    values.sort_by(f64::total_cmp);
    SpreadTold {
        name: Meters::NAMES[place].to_owned(),
        of: values.len(),
        least: values.first().copied(),
        middle: values.get(values.len() / 2).copied(),
        most: values.last().copied(),
    }
}

fn moments(plays: &[(String, &Sitting)]) -> Vec<Moment> {
    let Some((_, first)) = plays.first() else { return Vec::new() };
    let setup = &first.world().setup;
    let mut found = Vec::new();
    for (place, beat) in setup.beats.iter().enumerate() {
        let BeatDeed::Say(line) = &beat.deed else { continue };
        let mut moment = Moment {
            at: String::new(),
            who: setup.person(line.who).name.clone(),
            room: setup.room(line.room).title.clone(),
            text: line.text.clone(),
            came: 0,
            answered: 0,
            best: None,
        };
        for (name, play) in plays {
            let fired = play.world().fired[place];
            let waits = |id: MessageId| play.world().waiting.iter().find(|waiting| waiting.message == id);
            let Some((at, waiting)) = fired.at.zip(fired.message.and_then(waits)) else { continue };
            if moment.came == 0 {
                moment.at = when(at);
            }
            moment.came += 1;
            let WaitState::Answered { worth, .. } = waiting.state else { continue };
            moment.answered += 1;
            if moment.best.as_ref().is_none_or(|best| worth > best.worth)
                && let Some(text) = answer(play, waiting.message)
            {
                moment.best = Some(Best { play: name.clone(), worth: round(worth), text });
            }
        }
        if moment.came > 0 {
            found.push((first.world().fired[place].at, moment));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, moment)| moment).collect()
}

/// The words of the first answer of the brand to a message.
fn answer(play: &Sitting, message: MessageId) -> Option<String> {
    play.world().chronicle.iter().find_map(|event| {
        let What::Answered { asked, reply, .. } = event.what else { return None };
        (asked == message).then(|| play.text(reply).to_owned())
    })
}
