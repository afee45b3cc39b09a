//! The result of reading: scores by dimension, and the cues that make them up.

use std::ops::Range;

use super::welcome::Reason;
use super::{Dimension, Why};

/// One sign in the words of one dimension, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// Which dimension it counts for.
    pub dimension: Dimension,
    /// The rule that found it, a short stable name such as `offer-word`.
    pub rule: &'static str,
    /// What it added to (or took from) the score.
    pub weight: f64,
    /// Byte range in the text; empty (`0..0`) where the sign is something missing or not in the words.
    pub span: Range<usize>,
    /// The rule as one plain sentence, for a trainee.
    pub why: Why,
}

impl Cue {
    /// The rule in one plain sentence, about the words of the text that was read.
    pub fn sentence(&self, text: &str) -> String {
        self.why.sentence(text, &self.span)
    }
}

/// How a claim in the text stands to the brand's sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// States the fact with this index in the sheet.
    Confirmed(usize),
    /// Makes the false claim with this index in the sheet.
    Contradicted(usize),
    /// Contradicts what the brand itself said before: index into `Context::before`.
    SaidOtherwise(usize),
    /// A superlative or number that nothing on the sheet supports.
    Unsupported,
}

/// A claim found in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// How it stands.
    pub verdict: Verdict,
    /// Byte range in the text.
    pub span: Range<usize>,
}

/// What words carry.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Appraisal {
    scores: [f64; Dimension::COUNT],
    /// The evidence, in order of place, then rule.
    pub cues: Vec<Cue>,
    /// Claims about the brand found in the text.
    pub claims: Vec<Claim>,
    /// Byte ranges that are heard as a promise to come back ("I'll find out and tell you by noon"),
    /// with the minutes until it falls due when the text says so.
    pub promises: Vec<(Range<usize>, Option<Due>)>,
    /// How sure the reader is, 0..1; below .35 it says "unsure" and people move little.
    pub sure: f64,
    /// How welcome the message is where it is said, -1..1; 0 for what cannot be read.
    pub welcome: f64,
    /// How likely it is that people agree which side of the middle it is on, 0..1; low for what cannot be read.
    pub confidence: f64,
    /// The sum of signs behind `welcome`, for comparing two messages; about -6..6.
    pub leaning: f64,
    /// What made it so, heaviest first.
    pub reasons: Vec<Reason>,
}

/// When a promise falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// In so many minutes from now.
    In(u32),
    /// At this minute of the day (0..1440), today or, when that has passed, tomorrow.
    At(u32),
    /// Tomorrow, by closing.
    Tomorrow,
}

impl Appraisal {
    /// An appraisal with these scores, each clamped to 0..1.
    pub fn with_scores(scores: [f64; Dimension::COUNT]) -> Self {
        Self { scores: scores.map(|score| score.clamp(0.0, 1.0)), ..Self::default() }
    }

    /// The score on one dimension, 0..1.
    pub const fn score(&self, dimension: Dimension) -> f64 {
        self.scores[dimension as usize]
    }

    /// The cues of one dimension, heaviest first.
    pub fn cues_of(&self, dimension: Dimension) -> Vec<&Cue> {
        let mut cues: Vec<&Cue> = self.cues.iter().filter(|cue| cue.dimension == dimension).collect();
        cues.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        cues
    }

    /// Whether the reader is too unsure to lean on this reading.
    pub fn is_unsure(&self) -> bool {
        self.sure < 0.35
    }
}
