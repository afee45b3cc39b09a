//! The topics people talk about, and by which words a text is known to touch one.

use std::sync::LazyLock;

use serde::Deserialize;

pub use crate::sim::person::Topic;

/// One topic of the list.
#[derive(Deserialize)]
struct Entry {
    id: String,
    words: Vec<String>,
}

static TOPICS: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    ron::from_str(include_str!("../../assets/topics.ron")).expect("the topic list is checked by a test")
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
        .map(|(at, entry)| (entry.words.iter().map(|phrase| count(&words, phrase)).sum(), at))
        .filter(|&(hits, _)| hits > 0)
        .collect();
    hits.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    hits.into_iter().take(MOST).map(|(_, at)| at as Topic).collect()
}

/// The words of a text in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn count(words: &[String], phrase: &str) -> usize {
    let wanted: Vec<&str> = phrase.split(' ').collect();
    words.windows(wanted.len()).filter(|window| window.iter().zip(&wanted).all(|(a, b)| a == b)).count()
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
