//! What of a scenario is ever seen: every policy plays it with several seeds, and what never came about is told.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::game::{Sitting, goals};
use crate::scenario::Scenario;
use crate::scenario::goal::Expected;
use crate::sim::message::Words;

use super::policy::{Policy, play};

/// What was never seen.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Plays looked through.
    pub plays: u64,
    /// Beats that never came about, with their place in the scenario's list.
    pub beats: Vec<(usize, String)>,
    /// Texts of questions and failures that nobody ever said, with where they stand.
    pub texts: Vec<(String, String)>,
    /// Named people who never said anything.
    pub silent: Vec<String>,
}

/// Plays a scenario with every policy and so many seeds, from 1 on.
pub fn coverage(scenario: &Arc<Scenario>, seeds: u64) -> Coverage {
    let setup = &scenario.base;
    let mut fired = vec![false; setup.beats.len()];
    let mut spoke = vec![false; setup.people.len()];
    let mut said: BTreeSet<String> = BTreeSet::new();
    let mut plays = 0;
    for policy in Policy::ALL {
        for seed in 1..=seeds {
            let mut sitting = Sitting::quiet(Arc::clone(scenario), seed);
            play(policy, &mut sitting);
            plays += 1;
            let world = sitting.world();
            for (was, now) in fired.iter_mut().zip(&world.fired) {
                *was |= now.at.is_some();
            }
            for message in &world.messages {
                if let Some(was) = message.person().and_then(|person| spoke.get_mut(person.index())) {
                    *was = true;
                }
                if matches!(message.words, Words::Question(_) | Words::Failure(_)) {
                    said.insert(sitting.text(message.id).to_owned());
                }
            }
        }
    }
    let unsaid = |list: &'static str, at: usize, texts: &[String]| {
        let unsaid = texts.iter().enumerate().filter(|(_, text)| !said.contains(*text));
        unsaid.map(|(place, text)| (format!("{list}[{at}].texts[{place}]"), text.clone())).collect::<Vec<_>>()
    };
    let questions =
        setup.questions.iter().enumerate().flat_map(|(at, one)| unsaid("questions", at, &one.texts));
    let failures = setup.failures.iter().enumerate().flat_map(|(at, one)| unsaid("failures", at, &one.texts));
    let never = fired.iter().enumerate().filter(|(_, fired)| !**fired);
    Coverage {
        plays,
        beats: never.map(|(at, _)| (at, setup.beats[at].name.clone())).collect(),
        texts: questions.chain(failures).collect(),
        silent: setup.people.iter().filter(|p| !spoke[p.id.index()]).map(|p| p.name.clone()).collect(),
    }
}

/// The conditions of an expected run that do not hold, counted from 0.
pub fn misses(sitting: &Sitting, run: &Expected) -> Vec<usize> {
    run.must.iter().enumerate().filter(|(_, must)| !goals::holds(sitting, must)).map(|(at, _)| at).collect()
}
