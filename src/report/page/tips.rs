//! Three tips phrased as things to try, chosen by what cost most, and the one thing to do differently.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;

use crate::game::Sitting;
use crate::game::standing::Standing;
use crate::lab::blame::{Blame, blames};
use crate::report::news::first_name;
use crate::report::why::excerpt;
use crate::sim::clock::span;

use super::habits::{Bar, Habits};
use super::ledger::Ledger;
use super::missed::Missed;
use super::promises::PromiseTold;
use super::turn::{Kind, Turn};

/// Tips told.
const TOLD: usize = 3;
/// From so many points on, a moment is worth being the one thing to do differently.
const WORTH_A_WORD: f64 = 1.5;
/// Answers slower than this, in minutes, are slow.
const SLOW: u32 = 60;

/// What to try.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tips {
    /// Things to try next time.
    pub tries: Vec<String>,
    /// The one thing to do differently.
    pub corrective: String,
}

/// What tips are chosen by.
pub(super) struct Seen<'a> {
    pub(super) turns: &'a [Turn],
    pub(super) habits: &'a Habits,
    pub(super) missed: &'a Missed,
    pub(super) promises: &'a [PromiseTold],
    pub(super) ledger: &'a Ledger,
    pub(super) standing: &'a Standing,
}

/// A tip that fits, with how much it would matter.
struct Fitting {
    weight: f64,
    key: &'static str,
    slots: Vec<(&'static str, String)>,
}

fn texts() -> &'static BTreeMap<String, String> {
    static TEXTS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
        ron::from_str(include_str!("../../../assets/report/tips.ron")).expect("the shipped tips are sound")
    });
    &TEXTS
}

pub(super) fn tips(sitting: &Sitting, seen: &Seen<'_>) -> Tips {
    let mut fitting = habits_that_cost(seen);
    fitting.extend(blamed(sitting));
    fitting.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.key.cmp(b.key)));
    // When little went wrong there is still something to try.
    for key in ["keep", "wider", "harder"] {
        fitting.push(Fitting { weight: 0.0, key, slots: Vec::new() });
    }
    let tries: Vec<String> = fitting.iter().map(filled).take(TOLD).collect();
    let corrective = corrective(seen.turns).unwrap_or_else(|| tries.first().cloned().unwrap_or_default());
    Tips { tries, corrective }
}

fn filled(fitting: &Fitting) -> String {
    let mut text = texts().get(fitting.key).cloned().unwrap_or_default();
    for (slot, value) in &fitting.slots {
        text = text.replace(slot, value);
    }
    text
}

/// What somebody of the play would say, in words: `three in four`.
fn share(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

fn habits_that_cost(seen: &Seen<'_>) -> Vec<Fitting> {
    let mut found = Vec::new();
    let mut tip = |weight: f64, key: &'static str, slots: Vec<(&'static str, String)>| {
        if weight > 0.0 {
            found.push(Fitting { weight, key, slots });
        }
    };
    let (habits, missed) = (seen.habits, seen.missed);
    let asked: usize = habits.by_room.iter().map(|bar| bar.asked).sum();
    if let Some(first) = missed.unanswered.first() {
        let left = missed.unanswered_in_all as f64 / asked.max(1) as f64;
        let others = match missed.unanswered_in_all - 1 {
            0 => "nobody else".to_owned(),
            1 => "one other person".to_owned(),
            more => format!("{more} others"),
        };
        let who = first_name(&first.name).to_owned();
        tip(1.2 * left, "answer", vec![("{who}", who), ("{share}", others)]);
    }
    if let Some(delay) = slowest_half(&habits.by_room).filter(|delay| *delay > SLOW) {
        tip(0.5, "sooner", vec![("{delay}", span(delay))]);
    }
    if let [few, .., many] = habits.by_followers.as_slice()
        && let (Some(few), Some(many)) = (few.share, many.share)
    {
        tip(if many - few > 0.25 { many - few } else { 0.0 }, "quiet_ones", Vec::new());
    }
    if let Some(of) = habits.about_self.filter(|of| *of > 0.5 && habits.posts > 1) {
        tip(0.6 * of, "about_self", vec![("{share}", share(of))]);
    }
    tip(if habits.listened == 0 { 0.25 } else { 0.0 }, "listen", Vec::new());
    tip(if habits.joined == 0 { 0.3 } else { 0.0 }, "join", Vec::new());
    if let Some(first) = missed.requests.first() {
        tip(0.4, "requests", vec![("{who}", first_name(first).to_owned())]);
    }
    if let Some((word, times)) = habits.words.first() {
        let of = *times as f64 / habits.messages.max(1) as f64;
        tip(0.5 * of, "words", vec![("{word}", word.clone()), ("{share}", share(of))]);
    }
    let broken = seen.promises.iter().filter(|promise| promise.state == "broken").count();
    tip(if broken > 0 { 0.7 } else { 0.0 }, "promises", Vec::new());
    tip(if seen.ledger.bad > 0 { 0.8 } else { 0.0 }, "sales", Vec::new());
    let [closer, _, further, left] = seen.standing.people;
    tip(if closer > 3 * (further + left) { 0.05 } else { 0.0 }, "keep", Vec::new());
    found
}

fn slowest_half(bars: &[Bar]) -> Option<u32> {
    bars.iter().filter_map(|bar| bar.delay).max()
}

/// The heaviest things people held against the play.
fn blamed(sitting: &Sitting) -> Vec<Fitting> {
    let lost = blames(sitting);
    let all: f64 = lost.values().sum();
    let people = sitting.world().setup.people.len().max(1) as f64;
    // A few hundredths lost over everybody are no habit.
    if all / people < 0.01 {
        return Vec::new();
    }
    let key = |blame: Blame| match blame {
        Blame::Selling => Some("selling"),
        Blame::Untruth => Some("untruth"),
        Blame::Canned => Some("canned"),
        Blame::Misplaced => Some("misplaced"),
        Blame::PoorAnswer => Some("poor_answer"),
        Blame::Empty => Some("empty"),
        Blame::Faceless => Some("faceless"),
        Blame::TooMuch => Some("too_much"),
        Blame::BrokenWord => Some("broken_word"),
        Blame::Rude => Some("rude"),
        Blame::Warned => Some("warned"),
        // Those have tips of their own, with names.
        Blame::Unanswered | Blame::BadSale => None,
    };
    let tip = |(blame, weight): (Blame, f64)| {
        Some(Fitting { weight: weight / all, key: key(blame)?, slots: Vec::new() })
    };
    lost.into_iter().filter_map(tip).collect()
}

fn corrective(turns: &[Turn]) -> Option<String> {
    let worst = turns.iter().find(|turn| turn.kind != Kind::Carried && turn.points >= WORTH_A_WORD)?;
    let said = excerpt(&worst.text, 80);
    let who = first_name(&worst.who);
    Some(match (worst.kind, &worst.instead, &worst.asked) {
        (Kind::Silence, Some(words), _) => {
            format!(
                "Answer {who}. On {} they said \"{said}\", and nobody came. This would have done: \"{words}\"",
                worst.at
            )
        }
        (_, Some(words), Some((asked, _))) => format!(
            "Give {} a straight answer. You said \"{said}\". This would have gone better: \"{words}\"",
            first_name(asked)
        ),
        (_, Some(words), None) => {
            format!(
                "On {} you said \"{said}\" in {}. This would have gone better there: \"{words}\"",
                worst.at, worst.room
            )
        }
        (_, None, _) => format!(
            "Leave out one message: on {} you said \"{said}\", and silence would have served you better.",
            worst.at
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tip_that_can_be_chosen_is_written() {
        for key in [
            "answer",
            "sooner",
            "quiet_ones",
            "about_self",
            "listen",
            "join",
            "requests",
            "words",
            "promises",
            "sales",
            "selling",
            "untruth",
            "canned",
            "misplaced",
            "poor_answer",
            "empty",
            "faceless",
            "too_much",
            "broken_word",
            "rude",
            "warned",
            "keep",
            "wider",
            "harder",
        ] {
            assert!(texts().contains_key(key), "{key}");
        }
    }
}
