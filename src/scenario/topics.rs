//! Topics by name, and the words by which a text is known to touch them.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::sim::person::Topic;

#[derive(Deserialize)]
struct Entry {
    id: String,
    words: Vec<String>,
}

/// The list of topics in `assets/topics.ron`.
pub struct Topics(Vec<Entry>);

static TOPICS: LazyLock<Topics> = LazyLock::new(|| {
    let entries = ron::from_str(include_str!("../../assets/topics.ron"));
    Topics(entries.expect("assets/topics.ron is read by a test"))
});

impl Topics {
    /// The shipped list.
    pub fn shipped() -> &'static Self {
        &TOPICS
    }

    /// Names of all topics, by number.
    pub fn ids(&self) -> Vec<&str> {
        self.0.iter().map(|entry| entry.id.as_str()).collect()
    }

    /// How many there are.
    pub fn count(&self) -> Topic {
        self.0.len() as Topic
    }

    /// The topics whose words a text uses, whatever the case.
    pub fn of_text(&self, text: &str) -> Vec<Topic> {
        let spaced = format!(" {} ", words(text));
        let touches =
            |entry: &Entry| entry.words.iter().any(|word| spaced.contains(&format!(" {} ", words(word))));
        self.0.iter().enumerate().filter(|(_, entry)| touches(entry)).map(|(at, _)| at as Topic).collect()
    }
}

/// The words in lower case, parted by single blanks.
fn words(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'");
    let bare =
        lower.split(|c: char| !(c.is_alphanumeric() || c == '\'')).map(|word| word.trim_end_matches("'s"));
    bare.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Topics;

    #[test]
    fn words_tell_the_topic() {
        let ids = Topics::shipped().ids();
        for (text, topic) in [
            ("The ryes are out, but is there any RYE left?", Some("bread")),
            ("A flat white, please", Some("coffee")),
            ("The dog's asleep", Some("dogs")),
            ("Breadth of vision", None),
        ] {
            let found = Topics::shipped().of_text(text);
            assert_eq!(found.first().map(|&at| ids[usize::from(at)]), topic, "{text}");
        }
    }
}
