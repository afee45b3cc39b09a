//! The two parts by which a reply is felt: what came of it, and the manner of it.

use super::{Appraisal, Dimension};

/// How a reply is felt by the person it answers.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct ReplyParts {
    /// Whether they got what they asked for, 0..1.
    pub result: f64,
    /// How they were spoken to, 0..1.
    pub manner: f64,
}

impl Appraisal {
    /// The parts of a reply; where nothing went wrong (`complaint` false), warmth stands in for empathy.
    pub fn reply_parts(&self, complaint: bool) -> ReplyParts {
        let human = self.score(Dimension::Human);
        let pleasant = (self.score(Dimension::Valence) - 0.5).max(0.0) * 2.0;
        let warmth = (0.6 * human + 0.8 * pleasant).min(1.0);
        let care = if complaint { self.score(Dimension::Empathy) } else { warmth };
        let manner = 0.5 * care + 0.2 * human + 0.3 * (1.0 - self.score(Dimension::Canned));
        ReplyParts { result: self.score(Dimension::ToThePoint), manner: manner.clamp(0.0, 1.0) }
    }
}
