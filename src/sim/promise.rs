//! A promise the brand made to somebody, and what became of it.

use super::clock::Minute;
use super::id::{MessageId, PersonId, PromiseId};

/// A promise.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// Its id.
    pub id: PromiseId,
    /// To whom.
    pub to: PersonId,
    /// The message that made it.
    pub made_in: MessageId,
    /// The words of the promise, as a byte range of that message.
    pub span: std::ops::Range<usize>,
    /// When it was made.
    pub made: Minute,
    /// By when it has to be kept.
    pub due: Minute,
    /// What became of it.
    pub state: PromiseState,
}

/// What became of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromiseState {
    /// Still to be kept.
    Open,
    /// Kept.
    Kept,
    /// Broken.
    Broken,
}
