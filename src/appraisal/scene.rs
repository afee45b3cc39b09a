//! What is known before the cues are sought: the text, the message it answers, and what the two share.

use std::ops::Range;

use super::claims::{self, Claims};
use super::lexicon::List;
use super::text::{Text, stem};
use super::token::Kind;
use super::{Ask, Context, Deed};

/// One text in its context, ready for the cues.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) context: &'a Context<'a>,
    pub(super) heard: Option<HeardText<'a>>,
    pub(super) claims: Claims,
    /// Tokens that take up a word of the message answered (names left out).
    pub(super) echoes: Vec<usize>,
    /// Words heaped up without sentences.
    pub(super) salad: bool,
}

/// The message being answered, read.
#[derive(Debug)]
pub(super) struct HeardText<'a> {
    pub(super) text: Text<'a>,
    pub(super) kind: Ask,
    pub(super) want: Want,
    /// The facts that would answer it.
    pub(super) answers: &'a [usize],
}

/// What sort of answer a question wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Want {
    When,
    Where,
    HowMuch,
    How,
    Why,
    Who,
    What,
    YesNo,
}

impl Want {
    /// The answer wanted, in words.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::When => "a time",
            Self::Where => "a place",
            Self::HowMuch => "a price or an amount",
            Self::How => "a way to do it",
            Self::Why => "a reason",
            Self::Who => "a person",
            Self::What => "the thing itself",
            Self::YesNo => "a yes or a no",
        }
    }
}

impl<'a> Scene<'a> {
    pub(super) fn set(text: &'a Text<'a>, context: &'a Context<'a>) -> Self {
        let heard = context.heard.map(|heard| {
            let words = Text::read(&heard.text);
            let kind = heard.kind.unwrap_or_else(|| kind_of(&words));
            let want = want_of(&words);
            HeardText { text: words, kind, want, answers: &heard.answers }
        });
        let echoes = echoes(text, context, heard.as_ref());
        let claims = claims::find(text, context.brand);
        Self { text, context, heard, claims, echoes, salad: is_salad(text) }
    }

    /// Whether this is a message of its own, not an answer.
    pub(super) fn is_post(&self) -> bool {
        self.context.deed == Deed::Post
    }

    /// What kind of thing is being answered.
    pub(super) fn kind(&self) -> Option<Ask> {
        self.heard.as_ref().map(|heard| heard.kind)
    }

    /// Whether somebody is hurt or cross.
    pub(super) fn is_sore(&self) -> bool {
        matches!(self.kind(), Some(Ask::Complaint | Ask::SadNews))
    }

    /// The name by which the answered person goes, in small letters.
    pub(super) fn addressee(&self) -> Option<String> {
        self.context.heard.map(|heard| heard.from.to_lowercase())
    }

    /// Distinct stems of the message answered that the text takes up.
    pub(super) fn echo_count(&self) -> usize {
        let mut stems: Vec<&str> = self.echoes.iter().map(|at| self.text.stem(*at)).collect();
        stems.sort_unstable();
        stems.dedup();
        stems.len()
    }

    /// Span from the first to the last echo within the first echo's sentence.
    pub(super) fn echo_span(&self) -> Range<usize> {
        match self.echoes.first() {
            Some(&first) => self.text.span(first, first),
            None => 0..0,
        }
    }

    /// The echoed words as written, up to three, for a reason.
    pub(super) fn echo_words(&self) -> String {
        let mut seen: Vec<&str> = Vec::new();
        for at in &self.echoes {
            let word = self.text.low(*at);
            if !seen.contains(&word) && seen.len() < 3 {
                seen.push(word);
            }
        }
        seen.join(", ")
    }
}

/// Tokens of the text that take up matter of the message answered.
fn echoes(text: &Text<'_>, context: &Context<'_>, heard: Option<&HeardText<'_>>) -> Vec<usize> {
    let (Some(told), Some(heard)) = (context.heard, heard) else { return Vec::new() };
    let bag = heard.text.bag();
    let trouble: Vec<String> = told
        .trouble
        .iter()
        .flat_map(|phrase| phrase.split_whitespace())
        .map(|word| stem(&word.to_lowercase()).to_owned())
        .filter(|word| word.len() >= 3)
        .collect();
    let from = told.from.to_lowercase();
    let brand = context.brand.name.to_lowercase();
    let named = |word: &str| from.split(' ').chain(brand.split(' ')).any(|name| name == word);
    (0..text.tokens().len())
        .filter(|at| match text.kind(*at) {
            Kind::Word => {
                text.is_content(*at)
                    && !named(text.low(*at))
                    && (bag.has(text.stem(*at)) || trouble.iter().any(|word| word == text.stem(*at)))
            }
            Kind::Number | Kind::Time | Kind::Price => {
                text.value(*at).is_some_and(|value| bag.has_number(value))
            }
            Kind::Hashtag | Kind::Mention | Kind::Link | Kind::Emoji | Kind::Mark => false,
        })
        .collect()
}

/// Works out what kind of thing somebody said.
fn kind_of(text: &Text<'_>) -> Ask {
    let feeling: f64 = text
        .hits(List::Valence)
        .iter()
        .map(|hit| if text.negated(hit.first) { -hit.weight } else { hit.weight })
        .sum();
    let says = |words: &[&str]| (0..text.tokens().len()).any(|at| words.contains(&text.low(at)));
    let asks = text.sentences().iter().any(|sentence| sentence.question);
    let to_you = says(&["you", "your", "you're", "you've"]);
    if says(&["died", "funeral", "passed", "cancer", "hospital"]) && feeling < 1.0 {
        Ask::SadNews
    } else if feeling <= -2.0 && !says(&["sorry"]) {
        Ask::Complaint
    } else if says(&["could", "can", "please"]) && (asks || says(&["please"])) {
        Ask::Request
    } else if asks {
        Ask::Question
    } else if feeling >= 1.5 {
        if to_you { Ask::Praise } else { Ask::GoodNews }
    } else {
        Ask::Talk
    }
}

/// Works out what sort of answer is wanted from the last question asked.
fn want_of(text: &Text<'_>) -> Want {
    let sentence = text.sentences().iter().rev().find(|sentence| sentence.question);
    let tokens = match sentence {
        Some(sentence) => sentence.tokens.clone(),
        None => 0..text.tokens().len(),
    };
    let words: Vec<&str> = tokens.filter(|at| text.is_word(*at)).map(|at| text.low(at)).collect();
    let pair = |a: &str, b: &[&str]| words.windows(2).any(|two| two[0] == a && b.contains(&two[1]));
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    if pair("how", &["much", "many"]) || has(&["price", "cost", "costs", "charge"]) {
        Want::HowMuch
    } else if has(&["when"])
        || pair("what", &["time", "day", "date", "hours"])
        || pair("how", &["long", "late", "early", "soon"])
    {
        Want::When
    } else if has(&["where", "where's"]) {
        Want::Where
    } else if has(&["why"]) {
        Want::Why
    } else if has(&["who", "who's"]) {
        Want::Who
    } else if has(&["how"]) {
        Want::How
    } else if has(&["what", "what's", "which"]) {
        Want::What
    } else {
        Want::YesNo
    }
}

/// MODEL D's grammar gate: eight words or more, and either hardly any sentence has a verb or grammar, or more
/// than a third of the words are ones a reader is supposed to like.
fn is_salad(text: &Text<'_>) -> bool {
    if text.words < 8 {
        return false;
    }
    let words = text.words as f64;
    let (mut with_verb, mut grammar, mut nice) = (0.0, 0.0, 0.0);
    for sentence in text.sentences() {
        let verb = sentence.tokens.clone().any(|at| text.is(at, List::Verb) || text.is_past(at));
        if verb {
            with_verb += sentence.words as f64;
        }
    }
    for at in 0..text.tokens().len() {
        let word = text.is_word(at) || text.is_number(at);
        if word && (text.is(at, List::Stop) || text.is_number(at)) {
            grammar += 1.0;
        }
        let sweet = [List::Own, List::GladFeeling, List::Admit, List::Template, List::Cliche, List::Valence];
        if word && sweet.iter().any(|list| text.is(at, *list)) {
            nice += 1.0;
        }
    }
    (with_verb / words < 0.6 && grammar / words < 0.2)
        || (nice / words > 0.35 && grammar / words < 0.35)
        || grammar / words < 0.08
}
