//! A running hash over what happened, to tell two stories apart.

use sha2::{Digest, Sha256};

/// A running SHA-256.
#[derive(Clone, Debug, Default)]
pub(super) struct Seal(Sha256);

impl Seal {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Adds a text; its length goes with it, so that two texts never run together.
    pub(super) fn add(&mut self, text: &str) {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text.as_bytes());
    }

    /// The first 16 hex digits of the hash so far.
    pub(super) fn short(&self) -> String {
        self.0.clone().finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }
}
