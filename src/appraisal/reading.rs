//! The result of reading: scores by dimension, and the cues that make them up.

use std::ops::Range;

use super::Dimension;

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
    /// The rule in one plain sentence, for a trainee.
    pub why: String,
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

/// The two parts of a reply, 0..1 each (MODEL C; Orsingher 2010, Gelbrich & Roschk 2011).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReplyParts {
    /// D: what the reply does: fixes, answers, acts.
    pub result: f64,
    /// I: how it does it: empathy, a person speaking, words of its own.
    pub manner: f64,
}

impl Appraisal {
    /// An appraisal whose scores are each the dimension's base plus its cues, clamped to 0..1.
    pub(super) fn from_cues(
        mut cues: Vec<Cue>,
        claims: Vec<Claim>,
        promises: Vec<(Range<usize>, Option<Due>)>,
        sure: f64,
    ) -> Self {
        cues.sort_by(|a, b| {
            (a.span.start, a.span.end, a.rule, a.dimension).cmp(&(
                b.span.start,
                b.span.end,
                b.rule,
                b.dimension,
            ))
        });
        let mut scores = Dimension::ALL.map(Dimension::base);
        for cue in &cues {
            scores[cue.dimension as usize] += cue.weight;
        }
        Self { cues, claims, promises, sure, ..Self::with_scores(scores) }
    }

    /// Result and manner of this text as a reply. When it answers a complaint, empathy leads the manner; otherwise
    /// warmth does: half pleasant words, half a person speaking.
    pub fn reply_parts(&self, complaint: bool) -> ReplyParts {
        let human = self.score(Dimension::Human);
        let lead = if complaint {
            self.score(Dimension::Empathy)
        } else {
            let pleasant = ((self.score(Dimension::Valence) - 0.3) / 0.5).clamp(0.0, 1.0);
            0.5 * pleasant + 0.5 * human
        };
        ReplyParts {
            result: self.score(Dimension::ToThePoint),
            manner: 0.5 * lead + 0.2 * human + 0.3 * (1.0 - self.score(Dimension::Canned)),
        }
    }

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
