//! Pressure (hurry, scarcity, guilt, capitals, `!!`) and, apart from it, begging for reactions.

use std::ops::Range;

use crate::appraisal::lexicon::list;
use crate::appraisal::reader::{Notes, Reader, Saturating};
use crate::appraisal::token::Kind;
use crate::appraisal::{Dimension, Why};

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let mut rude = Saturating::new(1.0, 0.6);
    for run in reader.hits(&list::RUDE).into_iter().take(3) {
        let span = reader.page.span(&run);
        let why = Why::Quotes("puts somebody down; nobody warms to that.");
        notes.add(Dimension::Press, "puts-down", rude.next(1.0), span.clone(), why.clone());
        notes.add(Dimension::Valence, "puts-down", -0.2, span, why);
    }
    let mut sum = Saturating::new(1.0, 1.0);
    for hit in reader.hits(&list::URGENCY) {
        if reader.page.tokens[hit.start].negated || reader.is_told(&hit) {
            continue;
        }
        let why = Why::Quotes("pushes; people here came to talk, not to be hurried.");
        notes.add(Dimension::Press, "urgency", sum.next(1.0), reader.page.span(&hit), why);
    }
    if let Some(run) = urged(reader) {
        let why = Why::Quotes("tells people what to buy, and when; they'll decide that themselves.");
        notes.add(Dimension::Press, "urged", sum.next(0.7), reader.page.span(&run), why);
    }
    for hit in reader.hits(&list::GUILT) {
        let why = Why::Quotes("works on people's guilt, and they feel it.");
        notes.add(Dimension::Press, "guilt", sum.next(1.5), reader.page.span(&hit), why);
    }
    if let Some(run) = shouting(reader).filter(|run| !reader.is_told(run)) {
        let why = Why::Quotes("is in capitals, which reads as shouting.");
        notes.add(Dimension::Press, "capitals", sum.next(0.7), reader.page.span(&run), why);
    }
    if let Some(run) = exclaiming(reader) {
        let why = Why::Quotes("raises the voice; one mark, or none, would do.");
        notes.add(Dimension::Press, "exclaiming", sum.next(0.5), reader.page.span(&run), why);
    }
    let mut begging = Saturating::new(1.0, 0.5);
    for hit in reader.hits(&list::BAIT).into_iter().filter(|hit| !reader.is_told(hit)) {
        let why = Why::Quotes("begs for a reaction instead of earning one; rooms hide such posts.");
        notes.add(Dimension::Bait, "bait", begging.next(1.0), reader.page.span(&hit), why);
    }
}

/// The first order to buy at once: a sentence that begins with a verb of selling and soon says when ("Buy our bread now").
/// Where the two stand together, it is on the list of urgent words already.
fn urged(reader: &Reader<'_>) -> Option<Range<usize>> {
    reader.page.sentences.iter().filter(|sentence| !sentence.question).find_map(|sentence| {
        let tokens = &reader.page.tokens[sentence.tokens.clone()];
        let verb = matches!(tokens[0].word.as_str(), "buy" | "order" | "shop" | "book" | "grab" | "get");
        let near = tokens.iter().take(7).skip(2);
        let when =
            near.enumerate().find(|(_, token)| matches!(token.word.as_str(), "now" | "today" | "tonight"));
        let (at, _) = when.filter(|_| verb && !tokens[0].negated)?;
        Some(sentence.tokens.start..sentence.tokens.start + at + 3)
    })
}

/// The first run of capitals: two words together, one of five letters or more, or one cried out ("NOW!").
fn shouting(reader: &Reader<'_>) -> Option<Range<usize>> {
    let tokens = &reader.page.tokens;
    let mut start = None;
    for (index, token) in tokens.iter().enumerate() {
        let raw = &reader.text[token.span.clone()];
        let loud = token.kind == Kind::Word
            && token.capital
            && raw.chars().count() >= 3
            && raw.chars().all(|c| c.is_uppercase() || c == '\'');
        if loud {
            let first = *start.get_or_insert(index);
            let cried = tokens.get(index + 1).is_some_and(|next| next.kind == Kind::Mark('!'));
            if index > first || cried || raw.chars().count() >= 5 {
                return Some(first..index + 1);
            }
        } else {
            start = None;
        }
    }
    None
}

fn exclaiming(reader: &Reader<'_>) -> Option<Range<usize>> {
    let tokens = &reader.page.tokens;
    let first = tokens.windows(2).position(|two| two.iter().all(|token| token.kind == Kind::Mark('!')))?;
    let more = tokens[first..].iter().take_while(|token| token.kind == Kind::Mark('!')).count();
    Some(first..first + more)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::sample;

    #[track_caller]
    fn check(text: &str, dimension: Dimension, low: f64, high: f64) {
        sample::check(text, &sample::read_post(text), dimension, low, high);
    }

    #[test]
    fn pushing_is_felt_and_plain_speech_is_not() {
        check("Last chance! Only 3 left, order now!!", Dimension::Press, 0.7, 1.0);
        check("No need to hurry, there is rye all day.", Dimension::Press, 0.0, 0.0);
        check("FRESH BREAD today", Dimension::Press, 0.3, 0.6);
        check("Buy our bread now! Best in town.", Dimension::Press, 0.35, 0.6);
        check("We get our flour today.", Dimension::Press, 0.0, 0.0);
        check("The BBC came by.", Dimension::Press, 0.0, 0.0);
        check("Come NOW!", Dimension::Press, 0.3, 0.6);
        check("After all we've done for you.", Dimension::Press, 0.5, 0.8);
        check("Bread is out!", Dimension::Press, 0.0, 0.0);
        check("Bread is out!!!", Dimension::Press, 0.2, 0.4);
    }

    #[test]
    fn begging_is_seen() {
        check("Tag a friend who loves rye!", Dimension::Bait, 0.6, 0.7);
        check("Like and share, tag a friend", Dimension::Bait, 0.7, 0.9);
        check("My friend likes rye.", Dimension::Bait, 0.0, 0.0);
    }
}
