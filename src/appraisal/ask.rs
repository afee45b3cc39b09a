//! What kind of thing somebody said, and what kind of answer a question wants, worked out from the words.

use super::Ask;
use super::lexicon::list;
use super::token::Page;

/// What would answer a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Time,
    Place,
    Price,
    YesOrNo,
    Steps,
    Reason,
    Matter,
}

/// The kind of thing said.
pub(super) fn work_out(page: &Page) -> Ask {
    let bad = list::NEGATIVE.hits(page).len() + list::FEELING.hits(page).len();
    let good = list::POSITIVE.hits(page).len();
    if bad > good && bad > 0 {
        return Ask::Complaint;
    }
    if page.sentences.iter().any(|sentence| sentence.question) {
        return Ask::Question;
    }
    let words: Vec<&str> = page.words().map(|token| token.word.as_str()).collect();
    if words.contains(&"please") {
        return Ask::Request;
    }
    if good > 0 { Ask::Praise } else { Ask::Talk }
}

/// What the first question in a message wants.
pub(super) fn wanted(page: &Page) -> Wanted {
    let asked = page.sentences.iter().find(|sentence| sentence.question).or_else(|| page.sentences.first());
    let Some(sentence) = asked else { return Wanted::Matter };
    let words: Vec<&str> = page.of(sentence).iter().map(|token| token.word.as_str()).collect();
    let has = |word: &str| words.contains(&word);
    let pair = |a: &str, b: &str| words.windows(2).any(|two| two == [a, b]);
    if pair("how", "much") || has("price") || has("cost") || has("costs") {
        Wanted::Price
    } else if has("when")
        || pair("what", "time")
        || pair("how", "late")
        || pair("how", "early")
        || pair("how", "long")
    {
        Wanted::Time
    } else if has("where") {
        Wanted::Place
    } else if has("why") {
        Wanted::Reason
    } else if has("how") {
        Wanted::Steps
    } else if has("what") || has("which") || has("who") {
        Wanted::Matter
    } else {
        Wanted::YesOrNo
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_tell_what_they_want() {
        let cases = [
            ("When do you open?", Wanted::Time),
            ("Where are you?", Wanted::Place),
            ("How much is the rye?", Wanted::Price),
            ("Are you open on Sunday?", Wanted::YesOrNo),
            ("How do I keep it fresh?", Wanted::Steps),
            ("Why no rye?", Wanted::Reason),
            ("What is in it?", Wanted::Matter),
            ("", Wanted::Matter),
        ];
        for (text, expected) in cases {
            assert_eq!(wanted(&Page::new(text)), expected, "{text}");
        }
    }

    #[test]
    fn kinds_are_worked_out() {
        assert_eq!(work_out(&Page::new("My loaf was stale, so disappointed")), Ask::Complaint);
        assert_eq!(work_out(&Page::new("Are you open?")), Ask::Question);
        assert_eq!(work_out(&Page::new("Lovely bread")), Ask::Praise);
        assert_eq!(work_out(&Page::new("The bridge")), Ask::Talk);
    }
}
