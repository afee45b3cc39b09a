//! Which idea of the article a reason belongs to; the ideas and what belongs to each are data.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::sim::reason::{Because, Reason};

const IDEAS: &str = include_str!("../../assets/ideas.ron");

/// An idea of the article.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Idea {
    /// Its name in a word or two, as in `fit for the room`.
    pub name: String,
    /// What it says, in a sentence.
    pub says: String,
    /// Laws that come of it, by name.
    laws: Vec<String>,
    /// Dimensions of words that come of it, by name; they go before laws.
    dimensions: Vec<String>,
}

static ALL: LazyLock<Vec<Idea>> =
    LazyLock::new(|| ron::from_str(IDEAS).expect("the ideas are checked by a test"));

/// The idea behind a reason.
pub fn of(reason: &Reason) -> &'static Idea {
    let dimension = match reason.because {
        Because::Words(_, dimension) => Some(format!("{dimension:?}")),
        Because::Message(_)
        | Because::Waiting(..)
        | Because::Told(_)
        | Because::Event(_)
        | Because::Happened => None,
    };
    let by_words = dimension.and_then(|name| ALL.iter().find(|idea| idea.dimensions.contains(&name)));
    let law = format!("{:?}", reason.law);
    by_words.or_else(|| ALL.iter().find(|idea| idea.laws.contains(&law))).unwrap_or(&ALL[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::Dimension;
    use crate::sim::MessageId;
    use crate::sim::reason::Law;

    #[test]
    fn every_law_and_every_dimension_belongs_to_one_idea() {
        for law in Law::ALL {
            let name = format!("{law:?}");
            assert_eq!(ALL.iter().filter(|idea| idea.laws.contains(&name)).count(), 1, "{name}");
        }
        for dimension in Dimension::ALL {
            let name = format!("{dimension:?}");
            assert_eq!(ALL.iter().filter(|idea| idea.dimensions.contains(&name)).count(), 1, "{name}");
        }
        let named: usize = ALL.iter().map(|idea| idea.laws.len() + idea.dimensions.len()).sum();
        assert_eq!(named, Law::ALL.len() + Dimension::ALL.len(), "a name that is no law and no dimension");
    }

    #[test]
    fn words_go_before_laws() {
        let words = Because::Words(MessageId(0), Dimension::RoomFit);
        assert_eq!(of(&Reason { law: Law::Authentic, because: words }).name, "fit for the room");
        assert_eq!(of(&Reason { law: Law::Authentic, because: Because::Happened }).name, "authentic");
    }
}
