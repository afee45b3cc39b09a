//! What the cue rules share: the text in pieces, its context, and the notes they write.

use std::cell::OnceCell;
use std::ops::Range;

use super::english::is_salad;
use super::lexicon::{Shipped, is_content, list};
use super::table::hash;
use super::token::{Page, Token};
use super::why::quote;
use super::{Appraisal, Ask, Claim, Context, Cue, Dimension, Due, Why};

/// A text being read.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) context: &'a Context<'a>,
    pub(super) page: Page,
    /// The message answered, in pieces; empty when there is none.
    pub(super) heard: Page,
    /// What kind of thing was said, told or worked out.
    pub(super) ask: Option<Ask>,
    /// Which facts and false claims of the brand the text may speak of.
    pub(super) touched: u64,
    /// The name of the person answered, in lower case; empty when there is none.
    name: String,
    /// Whether it is good words in a heap, once somebody asked.
    salad: OnceCell<bool>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, context: &'a Context<'a>) -> Self {
        let mut heard = context.heard.map(|heard| Page::new(&heard.text)).unwrap_or_default();
        let ask = context.heard.map(|given| given.kind.unwrap_or_else(|| super::ask::work_out(&heard)));
        let name = context.heard.map(|heard| heard.from.to_lowercase()).unwrap_or_default();
        let mut page = Page::new(text);
        let brand = context.brand.known();
        context.norms.known().mark(&mut page);
        let touched = brand.mark(&mut page);
        let theirs: Vec<u64> = name.split_whitespace().map(hash).collect();
        for token in page.tokens.iter_mut().chain(&mut heard.tokens) {
            token.named = brand.name.contains(&token.key) || theirs.contains(&token.key);
        }
        Self { text, context, page, heard, ask, touched, name, salad: OnceCell::new() }
    }

    /// Whether it is good words in a heap, without sentences.
    pub(super) fn is_salad(&self) -> bool {
        *self.salad.get_or_init(|| is_salad(self))
    }

    /// The words at a run of tokens, shortened, in single quotes.
    pub(super) fn quote(&self, tokens: &Range<usize>) -> String {
        self.quote_span(&self.page.span(tokens))
    }

    /// The words at a byte range, shortened, in single quotes.
    pub(super) fn quote_span(&self, span: &Range<usize>) -> String {
        quote(self.text, span)
    }

    /// Where the phrases of a list stand.
    pub(super) fn hits(&self, list: &Shipped) -> Vec<Range<usize>> {
        list.hits(&self.page)
    }

    /// The name of the person answered, in lower case; empty when there is none.
    pub(super) fn from(&self) -> &str {
        &self.name
    }

    /// Whether the words at a run of tokens are somebody else's: in double quotes, and told as said.
    pub(super) fn is_told(&self, tokens: &Range<usize>) -> bool {
        let before = &self.text[..self.page.span(tokens).start];
        let quoted = before.chars().fold(false, |inside, mark| match mark {
            '"' => !inside,
            '“' => true,
            '”' => false,
            _ => inside,
        });
        quoted && !self.hits(&list::SAYING).is_empty()
    }

    /// Tokens of the message answered that carry its topic.
    pub(super) fn heard_topic(&self) -> impl Iterator<Item = &Token> {
        self.heard.tokens.iter().filter(|token| is_content(token) && !token.named)
    }
}

/// What the rules write down.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) cues: Vec<Cue>,
    pub(super) claims: Vec<Claim>,
    pub(super) promises: Vec<(Range<usize>, Option<Due>)>,
}

impl Notes {
    /// Writes one cue down.
    pub(super) fn add(
        &mut self,
        dimension: Dimension,
        rule: &'static str,
        weight: f64,
        span: Range<usize>,
        why: impl Into<Why>,
    ) {
        self.cues.push(Cue { dimension, rule, weight, span, why: why.into() });
    }

    /// What one dimension's cues come to so far.
    pub(super) fn sum(&self, dimension: Dimension) -> f64 {
        self.cues.iter().filter(|cue| cue.dimension == dimension).map(|cue| cue.weight).sum()
    }

    /// The scores and the notes, in order of place.
    pub(super) fn finish(mut self, sure: f64) -> Appraisal {
        self.cues.sort_by(|a, b| {
            (a.span.start, a.rule, a.span.end, a.dimension).cmp(&(
                b.span.start,
                b.rule,
                b.span.end,
                b.dimension,
            ))
        });
        let mut scores = Dimension::ALL.map(super::appraise::base);
        for cue in &self.cues {
            scores[cue.dimension as usize] += cue.weight;
        }
        let mut appraisal = Appraisal::with_scores(scores);
        appraisal.cues = self.cues;
        appraisal.claims = self.claims;
        appraisal.promises = self.promises;
        appraisal.sure = sure;
        appraisal
    }
}

/// A sum in which each further hit adds less: `scale * n / (n + half)`, handed out hit by hit.
pub(super) struct Saturating {
    scale: f64,
    half: f64,
    total: f64,
}

impl Saturating {
    pub(super) const fn new(scale: f64, half: f64) -> Self {
        Self { scale, half, total: 0.0 }
    }

    /// What a hit of this size adds.
    pub(super) fn next(&mut self, size: f64) -> f64 {
        let before = self.total / (self.total + self.half);
        self.total += size;
        self.scale * (self.total / (self.total + self.half) - before)
    }
}
