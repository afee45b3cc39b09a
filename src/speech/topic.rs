//! The topics people talk about, and by which words a text is known to touch one.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

pub use crate::sim::person::Topic;

/// One topic of the list.
#[derive(Deserialize)]
struct Entry {
    id: String,
    words: Vec<String>,
}

/// An entry with its phrases cut into words.
struct Cut {
    id: String,
    phrases: Vec<Vec<String>>,
}

static TOPICS: LazyLock<Vec<Cut>> = LazyLock::new(|| {
    let list: Vec<Entry> =
        ron::from_str(include_str!("../../assets/topics.ron")).expect("the topic list is checked by a test");
    let cut = |phrase: &String| phrase.split(' ').map(str::to_owned).collect();
    list.into_iter()
        .map(|entry| Cut { phrases: entry.words.iter().map(cut).collect(), id: entry.id })
        .collect()
});

/// Single words that are about something people talk of.
static SINGLE: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let phrases = TOPICS.iter().flat_map(|entry| &entry.phrases);
    phrases.filter(|words| words.len() == 1).map(|words| words[0].as_str()).collect()
});

/// Most topics that one text is said to touch.
const MOST: usize = 3;

/// The number of the topic with this id.
pub fn index_of(id: &str) -> Option<Topic> {
    TOPICS.iter().position(|entry| entry.id == id).map(|at| at as Topic)
}

/// The ids of all topics, by number.
pub fn ids() -> Vec<&'static str> {
    TOPICS.iter().map(|entry| entry.id.as_str()).collect()
}

/// The topics a text touches, whole words in any case, most hits first, at most three.
pub fn of(text: &str) -> Vec<Topic> {
    let words = words(text);
    let mut hits: Vec<(usize, usize)> = TOPICS
        .iter()
        .enumerate()
        .map(|(at, entry)| (entry.phrases.iter().map(|phrase| count(&words, phrase)).sum(), at))
        .filter(|&(hits, _)| hits > 0)
        .collect();
    hits.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    hits.into_iter().take(MOST).map(|(_, at)| at as Topic).collect()
}

/// Whether a word is about something people talk of.
pub(super) fn touches(word: &str) -> bool {
    match words(word).as_slice() {
        [] => false,
        [single] => SINGLE.contains(single.as_str()),
        _ => !of(word).is_empty(),
    }
}

/// The words of a text in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn count(words: &[String], wanted: &[String]) -> usize {
    words.windows(wanted.len()).filter(|window| *window == wanted).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_touch_topics() {
        let cases: [(&str, &[&str]); 6] = [
            ("The RYE loaf, and more rye", &["bread"]),
            ("breadth is no bread word; breadth", &["bread"]),
            ("A flat white, please", &["coffee"]),
            ("my dog ate the book, the novel and the other book", &["books", "dogs"]),
            ("flat and white", &[]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = of(text).into_iter().map(|at| ids()[usize::from(at)]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn never_more_than_three() {
        assert_eq!(of("bread soup coffee dog kids garden").len(), MOST);
    }

    #[test]
    fn ids_are_found_again() {
        for (at, id) in ids().into_iter().enumerate() {
            assert_eq!(index_of(id), Some(at as Topic));
        }
        assert_eq!(index_of("nothing"), None);
    }
}
