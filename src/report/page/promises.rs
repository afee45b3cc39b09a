//! Promises: to whom, in which words, by when, and what became of them.

use serde::Serialize;

use crate::game::Sitting;
use crate::sim::promise::PromiseState;

use super::when;

/// A promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PromiseTold {
    /// To whom.
    pub to: String,
    /// The words that were heard as a promise.
    pub words: String,
    /// When it was made.
    pub made: String,
    /// By when it was to be kept.
    pub due: String,
    /// `kept`, `broken` or `open`.
    pub state: String,
}

pub(super) fn promises(sitting: &Sitting) -> Vec<PromiseTold> {
    let world = sitting.world();
    let told = world.promises.iter().map(|promise| {
        let text = sitting.text(promise.made_in);
        PromiseTold {
            to: world.setup.person(promise.to).name.clone(),
            words: text.get(promise.span.clone()).unwrap_or(text).to_owned(),
            made: when(promise.made),
            due: when(promise.due),
            state: match promise.state {
                PromiseState::Open => "open",
                PromiseState::Kept => "kept",
                PromiseState::Broken => "broken",
            }
            .to_owned(),
        }
    });
    told.collect()
}
