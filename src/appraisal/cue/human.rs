//! A person speaking: five signs, each there or not, so that sprinkling them thicker gains nothing.

use std::ops::Range;

use crate::appraisal::lexicon::{is_content, list};
use crate::appraisal::reader::{Notes, Reader};
use crate::appraisal::token::{Kind, Token};
use crate::appraisal::{Dimension, Why};

/// What each sign adds.
const SIGN: f64 = 0.2;

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let page = &reader.page;
    let mut sign = |rule, weight, found: Option<Range<usize>>, why: &'static str| {
        if let Some(run) = found {
            notes.add(Dimension::Human, rule, weight, page.span(&run), Why::Quotes(why));
            return true;
        }
        false
    };
    if !sign("speaks-as-i", SIGN, speaker(reader, &["i"]), "speaks as one person; people answer people.") {
        let we = speaker(reader, &["we"]);
        sign("speaks-as-we", SIGN / 2.0, we, "speaks as a firm; 'I' would be closer.");
    }
    sign("names", SIGN, name(reader), "names a person, so there is somebody to talk to.");
    sign(
        "lived-particular",
        SIGN,
        lived(reader),
        "tells of something that happened to you; only you could say it.",
    );
    sign("talks-straight", SIGN, straight(reader), "sounds like talk rather than a notice.");
    sign("admits-a-limit", SIGN, limit(reader), "admits a limit, which makes the rest easier to believe.");
}

/// "I" or "we" with a verb after it.
fn speaker(reader: &Reader<'_>, who: &[&str]) -> Option<Range<usize>> {
    let tokens = &reader.page.tokens;
    tokens.iter().enumerate().find_map(|(index, token)| {
        let start = token.bare();
        let contracted = token.word.len() > start.len();
        let next = tokens.get(index + 1);
        let verb = next.is_some_and(|next| next.kind == Kind::Word && next.sentence == token.sentence);
        (who.contains(&start) && (contracted || verb)).then(|| index..index + 1 + usize::from(!contracted))
    })
}

/// The other's name in the address, one's own, or a name under the text.
fn name(reader: &Reader<'_>) -> Option<Range<usize>> {
    let tokens = &reader.page.tokens;
    let from = reader.from();
    if let Some(at) =
        tokens.iter().position(|token| !from.is_empty() && from.split(' ').any(|part| part == token.word))
    {
        return Some(at..at + 1);
    }
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word.as_str());
    for (at, token) in tokens.iter().enumerate() {
        let introduces = matches!((token.word.as_str(), word(at + 2)), ("i'm" | "it's", "here" | "from"))
            || (token.word == "name" && matches!(word(at + 1), "is"));
        let named = tokens.get(at + 1).is_some_and(|next| next.capital);
        if introduces && (named || token.word == "name") {
            return Some(at..at + 2);
        }
    }
    signed(tokens)
}

/// A capital word alone after a dash, or on the last line.
fn signed(tokens: &[Token]) -> Option<Range<usize>> {
    let last = tokens.len().checked_sub(1)?;
    let token = &tokens[last];
    if !(token.kind == Kind::Word && token.capital) || list::STOP.holds(token) || last == 0 {
        return None;
    }
    let before = &tokens[last - 1];
    let dash = matches!(before.kind, Kind::Mark('-' | '–' | '—'));
    (dash || before.sentence != token.sentence).then_some(last..last + 1)
}

/// A past form near "I" or "we", with something in it that can be seen.
fn lived(reader: &Reader<'_>) -> Option<Range<usize>> {
    let page = &reader.page;
    page.sentences.iter().find_map(|sentence| {
        let tokens = page.of(sentence);
        let actor =
            tokens.iter().position(|token| matches!(token.word.as_str(), "i" | "we" | "my" | "our"))?;
        let past = actor + 1 + tokens[actor + 1..].iter().take(4).position(is_past)?;
        let thing = past
            + 1
            + tokens[past + 1..].iter().position(|token| {
                is_content(token)
                    && token.kind == Kind::Word
                    && !list::POSITIVE.holds(token)
                    && token.word.len() > 2
            })?;
        (!sentence.question).then(|| sentence.tokens.start + actor..sentence.tokens.start + thing + 1)
    })
}

/// Whether a word is a past form.
pub(in crate::appraisal) fn is_past(token: &Token) -> bool {
    token.kind == Kind::Word
        && (list::PASTVERB.holds(token)
            || (token.word.len() > 4
                && token.word.ends_with("ed")
                && !matches!(
                    token.word.as_str(),
                    "excited" | "thrilled" | "committed" | "dedicated" | "pleased" | "delighted"
                )))
}

/// A contraction that stands in a sentence.
fn straight(reader: &Reader<'_>) -> Option<Range<usize>> {
    let tokens = &reader.page.tokens;
    let at = tokens.iter().enumerate().position(|(index, token)| {
        let ends = ["'ll", "'re", "'ve", "'m", "'d", "n't"].iter().any(|ending| token.word.ends_with(ending))
            || matches!(token.word.as_str(), "it's" | "that's" | "there's" | "here's" | "let's" | "what's");
        ends && tokens.get(index + 1).is_some_and(|next| next.kind == Kind::Word)
    })?;
    Some(at..at + 1)
}

fn limit(reader: &Reader<'_>) -> Option<Range<usize>> {
    reader.hits(&list::LIMIT).into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::sample;

    #[track_caller]
    fn check(text: &str, low: f64, high: f64) {
        sample::check(text, &sample::read_post(text), Dimension::Human, low, high);
    }

    #[test]
    fn signs_count_once() {
        check(
            "I burnt the first tray of buns this morning. My fault, I'm still learning the new oven. – Mabel",
            0.99,
            1.0,
        );
        check("We are proud to serve the community.", 0.1, 0.1);
        check("I think I know I do I am I will", 0.2, 0.2);
        check("Fresh bread daily.", 0.0, 0.0);
        check("You and your friends deserve you.", 0.0, 0.0);
        check("It's Mabel here, and I've got flour in my hair.", 0.59, 0.61);
        check("", 0.0, 0.0);
    }
}
