//! How sure the reader can be: too few words, another language, only pictures, or words without sentences.

use super::Dimension;
use super::lexicon::list;
use super::reader::{Notes, Reader};
use super::token::{Kind, Sentence, Token};

/// Writes down why the reader is unsure, and says how sure it is, 0..1.
pub(super) fn read(reader: &Reader<'_>, notes: &mut Notes) -> f64 {
    let words = reader.page.word_count();
    let mut note = |rule, why: &'static str| notes.add(Dimension::RoomFit, rule, 0.0, 0..0, why);
    if words == 0 {
        note("no-words", "There are no words to read here, so people can only guess what is meant.");
        return 0.1;
    }
    if words <= 2 {
        note("too-short", "Two words or fewer: too little for anybody to make much of.");
        return 0.25;
    }
    let english = is_english(reader);
    if is_heap(reader, english) {
        note(
            "heap-of-words",
            "Word after word with nothing to hold them together: nobody is being told anything.",
        );
        return 0.25;
    }
    if !english {
        note("not-english", "This does not read as English, so this reading is little more than a guess.");
        return 0.2;
    }
    if reader.is_salad() {
        note("words-without-sentences", "Good words without sentences: nobody can tell what is being said.");
        return 0.25;
    }
    if words <= 5 { 0.7 } else { 1.0 }
}

/// Whether enough of the words are known ones.
fn is_english(reader: &Reader<'_>) -> bool {
    let mut known = 0;
    let mut small = 0;
    let mut all = 0;
    let mut foreign = 0;
    for token in reader.page.words().filter(|token| token.kind == Kind::Word) {
        all += 1;
        foreign += usize::from(!token.word.chars().all(|c| c.is_ascii() || "éèêàâçñöüïôîœ’".contains(c)));
        let common = list::STOP.holds(token);
        small += usize::from(common);
        known += usize::from(
            common
                || list::VERB.holds(token)
                || list::POSITIVE.holds(token)
                || list::NEGATIVE.holds(token)
                || list::OFFER.holds(token)
                || list::WHEN.holds(token)
                || list::PLACE.holds(token)
                || list::FORMAL.holds(token)
                || list::INFORMAL.holds(token)
                || list::PASTVERB.holds(token)
                || token.is_homely(),
        );
    }
    if all == 0 {
        return true;
    }
    if foreign * 3 > all {
        return false;
    }
    if all < 6 { known > 0 } else { small * 10 >= all || known * 4 >= all }
}

/// Longest run of words without a small one or a mark that is still talk.
const RUN: usize = 7;

/// Words in a list: hardly a small word among them, or most of them alone between marks; of another language only the
/// marks can tell.
fn is_heap(reader: &Reader<'_>, english: bool) -> bool {
    let (mut words, mut small, mut run, mut longest) = (0, 0, 0, 0);
    let (mut parts, mut alone, mut part) = (0, 0, 0);
    for token in &reader.page.tokens {
        match token.kind {
            Kind::Mark(mark) if !matches!(mark, '\'' | '"' | '’' | '‘') => {
                parts += usize::from(part > 0);
                alone += usize::from(part == 1);
                (part, run) = (0, 0);
            }
            Kind::Word | Kind::Number | Kind::Time | Kind::Price => {
                words += 1;
                part += 1;
                run += 1;
                if list::STOP.holds(token) {
                    small += 1;
                    run = 0;
                }
                longest = longest.max(run);
            }
            Kind::Mark(_) | Kind::Hashtag | Kind::Mention | Kind::Link | Kind::Emoji => run = 0,
        }
    }
    parts += usize::from(part > 0);
    alone += usize::from(part == 1);
    let list = parts >= 8 && alone * 5 >= parts * 3;
    list || (english && ((words >= 10 && small * 12 <= words) || longest > RUN))
}

/// Good words in a heap: too few sentences with a verb, or too many of the words on the reader's own lists.
pub(super) fn is_salad(reader: &Reader<'_>) -> bool {
    let page = &reader.page;
    let words = page.word_count();
    if words < 8 {
        return false;
    }
    let long: Vec<&Sentence> = page
        .sentences
        .iter()
        .filter(|sentence| page.of(sentence).iter().filter(|t| t.is_wordlike()).count() >= 5)
        .collect();
    let without =
        long.iter().filter(|sentence| !has_verb(reader, sentence) && is_bare(page.of(sentence))).count();
    if !long.is_empty() && without * 5 > long.len() * 2 {
        return true;
    }
    let brand = reader.context.brand.known();
    let small = page.words().filter(|token| list::STOP.holds(token)).count();
    let listed = page
        .words()
        .filter(|token| {
            list::POSITIVE.holds(token)
                || list::OFFER.holds(token)
                || list::FEELING.holds(token)
                || brand.own.has(token.key)
                || token.is_homely()
        })
        .count();
    listed * 20 > words * 7 && small * 5 < words
}

/// Whether a run of words has few small words to hold it together; "rye, ready at 7 at the counter" has enough.
fn is_bare(tokens: &[Token]) -> bool {
    let small = tokens.iter().filter(|token| list::STOP.holds(token)).count();
    small * 4 < tokens.iter().filter(|token| token.is_wordlike()).count()
}

/// Whether a sentence has a finite verb, as far as word lists and endings can tell.
pub(super) fn has_verb(reader: &Reader<'_>, sentence: &Sentence) -> bool {
    let tokens = reader.page.of(sentence);
    tokens.iter().enumerate().any(|(index, token)| {
        let word = token.word.as_str();
        let contracted = ["'ll", "'re", "'ve", "'m", "'d", "n't"].iter().any(|ending| word.ends_with(ending))
            || matches!(
                word,
                "it's" | "that's" | "there's" | "here's" | "he's" | "she's" | "what's" | "who's"
            );
        let subject = index > 0
            && matches!(
                tokens[index - 1].word.as_str(),
                "i" | "we" | "you" | "they" | "he" | "she" | "it" | "who"
            );
        let strong = matches!(
            word,
            "is" | "are"
                | "was"
                | "were"
                | "am"
                | "has"
                | "have"
                | "had"
                | "do"
                | "does"
                | "did"
                | "will"
                | "can"
        );
        // Nouns that look like verbs ("love", "smile") only count where something can be their subject.
        let led = index == 0 || list::STOP.holds(&tokens[index - 1]) || tokens[index - 1].capital;
        // "Buy our buns" is a sentence, if a bidding one.
        let bidding = list::OFFER.at(tokens, index).is_some_and(|length| length > 1 || index == 0);
        strong
            || bidding
            || contracted
            || (subject && token.kind == Kind::Word)
            || (list::PASTVERB.holds(token) || (list::VERB.holds(token) && led))
            || (word.len() > 4 && word.ends_with("ed") && index > 0)
    })
}
