//! What was asked against what is answered: how much wants a price, where a place, a complaint somebody who is sorry.

use std::ops::Range;
use std::sync::LazyLock;

use super::phrases::BOOK;
use crate::appraisal::Ask;
use crate::appraisal::lexicon::list;
use crate::appraisal::reader::Reader;
use crate::appraisal::token::{Kind, Page};

macro_rules! named {
    ($(#[$doc:meta])* $kind:ident { $($one:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum $kind { $($one,)* }

        impl $kind {
            /// All of them, in storage order.
            pub(super) const ALL: &'static [Self] = &[$(Self::$one,)*];

            /// The name in the weights file.
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$one => $name,)* }
            }
        }
    };
}

named! {
    /// Something a message wants of its answer; a message may want several.
    Asked {
        HowMuch = "how-much",
        When = "when",
        Where = "where",
        Who = "who",
        Why = "why",
        How = "how",
        What = "what",
        MayI = "may-i",
        AnyQuestion = "question",
        Wrong = "wrong",
        Praise = "praise",
        Favour = "favour",
        Talk = "talk",
        Sad = "sad",
        Glad = "glad",
    }
}

named! {
    /// Something an answer does.
    Answer {
        Price = "price",
        Time = "time",
        Number = "number",
        Soon = "soon",
        Place = "place",
        YesNo = "yes-no",
        YesNoFirst = "yes-no-first",
        Reason = "reason",
        Steps = "steps",
        Sorry = "sorry",
        Owns = "owns",
        Thanks = "thanks",
        Greets = "greets-news",
        Act = "act",
        AskForMe = "ask-for-me",
        Asks = "asks",
        AboutThem = "about-them",
        Wit = "dry-wit",
        Admits = "admits",
        Teach = "teach",
        Short = "short",
        Name = "name",
    }
}

/// Phrase kinds that are answers, by their tag.
static BY_TAG: LazyLock<Vec<Option<Answer>>> = LazyLock::new(|| {
    BOOK.tags.iter().map(|tag| Answer::ALL.iter().copied().find(|answer| answer.name() == tag.name)).collect()
});

/// The answer that phrases of this kind are, if they are one.
pub(super) fn answer_of(tag: usize) -> Option<Answer> {
    BY_TAG.get(tag).copied().flatten()
}

/// What the message answered wants.
pub(super) fn asked(reader: &Reader<'_>) -> Vec<Asked> {
    let page = &reader.heard;
    let mut found: Vec<Asked> = Vec::new();
    for sentence in &page.sentences {
        let words: Vec<&str> = page.of(sentence).iter().map(|token| token.word.as_str()).collect();
        by_words(&words, sentence.question, &mut found);
    }
    let bad = page.words().any(|token| list::NEGATIVE.holds(token) && !token.negated);
    let by_kind = reader.ask.map(|ask| match ask {
        Ask::Question => Asked::AnyQuestion,
        Ask::Complaint => Asked::Wrong,
        Ask::Praise => Asked::Praise,
        Ask::Request => Asked::Favour,
        Ask::GoodNews => Asked::Glad,
        Ask::SadNews => Asked::Sad,
        Ask::Talk => Asked::Talk,
    });
    found.extend(by_kind);
    if bad {
        found.push(Asked::Wrong);
    }
    let grief = ["died", "funeral", "late", "hospice", "lost", "passed", "chemo", "cancer"];
    if page.words().any(|token| grief.contains(&token.word.as_str())) {
        found.push(Asked::Sad);
    }
    let joy =
        ["passed", "won", "birthday", "finished", "married", "born", "first", "finally", "best", "learned"];
    if page.words().any(|token| joy.contains(&token.word.as_str())) {
        found.push(Asked::Glad);
    }
    found.sort_by_key(|&asked| asked as usize);
    found.dedup();
    found
}

fn by_words(words: &[&str], question: bool, found: &mut Vec<Asked>) {
    let has = |word: &str| words.contains(&word);
    let pair = |a: &str, b: &str| words.windows(2).any(|two| two == [a, b]);
    let how_much =
        pair("how", "much") || has("price") || has("cost") || has("costs") || has("charge") || has("fee");
    let when = has("when")
        || pair("what", "time")
        || pair("how", "long")
        || pair("how", "late")
        || pair("how", "soon")
        || pair("what", "day")
        || pair("still", "on")
        || has("eta");
    let first = words.first().copied().unwrap_or_default();
    let modal = |word: &str| {
        matches!(
            word,
            "can"
                | "could"
                | "would"
                | "will"
                | "do"
                | "does"
                | "did"
                | "is"
                | "are"
                | "am"
                | "may"
                | "any"
                | "have"
                | "has"
                | "should"
                | "was"
                | "were"
                | "shall"
                | "might"
        )
    };
    let anywhere = words.windows(2).any(|two| {
        matches!(two[0], "can" | "could" | "would" | "do" | "does" | "is" | "are" | "will" | "may")
            && matches!(
                two[1],
                "i" | "you" | "we" | "he" | "she" | "it" | "they" | "there" | "my" | "any" | "ye"
            )
    });
    let mut push = |yes: bool, asked: Asked| {
        if yes {
            found.push(asked);
        }
    };
    push(how_much, Asked::HowMuch);
    push(when, Asked::When);
    push(has("where") || has("where's"), Asked::Where);
    push(has("who") && question || has("who's") || has("whose"), Asked::Who);
    push(has("why"), Asked::Why);
    push(has("how") && !how_much && !when, Asked::How);
    push((has("what") || has("what's") || has("which")) && question && !when, Asked::What);
    push(question && (modal(first) || anywhere) || pair("y", "n"), Asked::MayI);
    push(question, Asked::AnyQuestion);
}

/// What a text answers by its figures and its first words; phrases come on top.
pub(super) fn answers(page: &Page) -> Vec<(Answer, Range<usize>)> {
    let mut found = Vec::new();
    let mut first_of = |kind: fn(Kind) -> bool, answer| {
        if let Some(token) = page.tokens.iter().find(|token| kind(token.kind)) {
            found.push((answer, token.span.clone()));
        }
    };
    first_of(|kind| kind == Kind::Price, Answer::Price);
    first_of(|kind| kind == Kind::Time, Answer::Time);
    first_of(|kind| kind == Kind::Number, Answer::Number);
    if let Some(sentence) = page.sentences.iter().find(|sentence| sentence.question) {
        found.push((Answer::Asks, sentence.span.clone()));
    }
    let opening = page.words().take(4).find(|token| {
        matches!(
            token.word.as_str(),
            "yes"
                | "no"
                | "yep"
                | "aye"
                | "nope"
                | "none"
                | "sadly"
                | "gladly"
                | "certainly"
                | "can't"
                | "afraid"
                | "can"
                | "could"
                | "do"
                | "don't"
                | "would"
                | "love"
                | "it"
                | "we'd"
                | "i'd"
                | "both"
                | "neither"
                | "not"
                | "sure"
                | "happily"
                | "of"
                | "they"
                | "allowed"
        )
    });
    if let Some(token) = opening {
        found.push((Answer::YesNoFirst, token.span.clone()));
    }
    if page.word_count() <= 14 {
        found.push((Answer::Short, 0..0));
    }
    if let Some(at) = (0..page.tokens.len()).find(|&at| super::subject::is_named(page, at)) {
        found.push((Answer::Name, page.tokens[at].span.clone()));
    }
    found
}
