//! The word lists (`assets/lexicons/*.txt`), read once, and the search for all of them in one pass.

use std::sync::LazyLock;

macro_rules! lists {
    ($($list:ident $file:literal),* $(,)?) => {
        /// One word list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum List { $($list),* }
        const FILES: &[(List, &str)] =
            &[$((List::$list, include_str!(concat!("../../assets/lexicons/", $file, ".txt")))),*];
    };
}

lists! {
    Stop "stop", Negator "negator", Past "past", Verb "verb", Intensifier "intensifier", Offer "offer",
    Urgency "urgency", Guilt "guilt", Bait "bait", Admit "admit", Formal "formal", Informal "informal",
    Jargon "jargon", Superlative "superlative", Cliche "cliche", Template "template", Empty "empty",
    HardFeeling "hardfeeling", GladFeeling "gladfeeling", Own "own", Tip "tip", Resource "resource",
    TimeWord "timeword", Sequence "sequence", Rhetoric "rhetoric", Acquire "acquire", Place "place",
    Arousal "arousal", Promise "promise", Comeback "comeback", Act "act", Unknown "unknown",
    AskBack "askback", Ack "ack", Defensive "defensive", Cheer "cheer", AnswerWord "answerword",
    Reason "reason", Valence "valence",
}

impl List {
    /// The bit by which a token remembers that it is in this list.
    pub(super) const fn bit(self) -> u64 {
        1 << self as u64
    }

    /// Lists of single words that are asked about by token only, so their hits need not be kept.
    const fn by_token_only(self) -> bool {
        matches!(self, Self::Stop | Self::Negator | Self::Past | Self::Verb)
    }
}

/// One word of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Word(&'static str),
    /// `apolog*`
    Prefix(&'static str),
    /// `*`, any one word.
    Any,
}

impl Part {
    fn fits(&self, word: &str) -> bool {
        match self {
            Self::Word(own) => *own == word,
            Self::Prefix(own) => word.starts_with(own),
            Self::Any => true,
        }
    }
}

/// One line's worth of pattern: a word or a phrase of one list.
#[derive(Debug)]
struct Entry {
    list: List,
    weight: f64,
    parts: Vec<Part>,
}

/// A place where an entry was found, in token numbers of the words searched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hit {
    pub(super) list: List,
    pub(super) weight: f64,
    pub(super) first: usize,
    pub(super) last: usize,
}

/// All lists, by first word.
struct Lexicon {
    exact: Vec<(&'static str, Vec<Entry>)>,
    /// Where words with each first byte begin in `exact`.
    starts: [usize; 257],
    /// Entries whose first word is a prefix, by its first byte.
    prefixes: Vec<Vec<Entry>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(build);

/// Finds every entry of every list. `words` are small-letter words with their token numbers; `bits` (one for
/// each word) receives the lists in which the single word stands.
pub(super) fn search(words: &[(&str, usize)], bits: &mut [u64], hits: &mut Vec<Hit>) {
    let lexicon = &*LEXICON;
    for (at, (word, _)) in words.iter().enumerate() {
        let Some(&first) = word.as_bytes().first() else { continue };
        let first = usize::from(first);
        let bucket = &lexicon.exact[lexicon.starts[first]..lexicon.starts[first + 1]];
        if let Ok(found) = bucket.binary_search_by(|(own, _)| (*own).cmp(word)) {
            for entry in &bucket[found].1 {
                try_entry(entry, words, at, bits, hits);
            }
        }
        for entry in &lexicon.prefixes[first] {
            if entry.parts[0].fits(word) {
                try_entry(entry, words, at, bits, hits);
            }
        }
    }
    hits.sort_by_key(|hit| (hit.list, hit.first, usize::MAX - hit.last));
    // The longest phrase stands for the shorter ones inside it.
    hits.dedup_by(|later, kept| later.list == kept.list && later.last <= kept.last);
}

fn try_entry(entry: &Entry, words: &[(&str, usize)], at: usize, bits: &mut [u64], hits: &mut Vec<Hit>) {
    let len = entry.parts.len();
    if len == 1 {
        bits[at] |= entry.list.bit();
        if entry.list.by_token_only() {
            return;
        }
    } else {
        let Some(window) = words.get(at..at + len) else { return };
        if !entry.parts.iter().zip(window).all(|(part, (word, _))| part.fits(word)) {
            return;
        }
    }
    hits.push(Hit {
        list: entry.list,
        weight: entry.weight,
        first: words[at].1,
        last: words[at + len - 1].1,
    });
}

fn build() -> Lexicon {
    let mut exact: Vec<(&'static str, Vec<Entry>)> = Vec::new();
    let mut prefixes: Vec<Vec<Entry>> = (0..256).map(|_| Vec::new()).collect();
    let mut flat: Vec<(&'static str, Entry)> = Vec::new();
    for &(list, file) in FILES {
        for entry in file.lines().flat_map(|line| entries(list, line)) {
            match entry.parts[0] {
                Part::Word(word) => flat.push((word, entry)),
                Part::Prefix(word) => prefixes[usize::from(word.as_bytes()[0])].push(entry),
                Part::Any => {}
            }
        }
    }
    flat.sort_by_key(|(word, entry)| (*word, entry.list));
    for (word, entry) in flat {
        match exact.last_mut() {
            Some((own, entries)) if *own == word => entries.push(entry),
            Some(_) | None => exact.push((word, vec![entry])),
        }
    }
    let starts = std::array::from_fn(|byte| {
        exact.partition_point(|(word, _)| word.as_bytes().first().is_some_and(|b| usize::from(*b) < byte))
    });
    Lexicon { exact, starts, prefixes }
}

/// The entries of one line: patterns between `|`, then perhaps ` : weight`; a line that begins with `#` is a comment.
fn entries(list: List, line: &'static str) -> Vec<Entry> {
    if line.starts_with('#') {
        return Vec::new();
    }
    let (patterns, weight) = match line.split_once(" : ") {
        Some((patterns, weight)) => (patterns, weight.trim().parse().unwrap_or(1.0)),
        None => (line, 1.0),
    };
    patterns
        .split('|')
        .map(|pattern| pattern.split_whitespace().map(part).collect::<Vec<Part>>())
        .filter(|parts| !parts.is_empty())
        .map(|parts| Entry { list, weight, parts })
        .collect()
}

fn part(word: &'static str) -> Part {
    match word.strip_suffix('*') {
        Some("") => Part::Any,
        Some(head) => Part::Prefix(head),
        None => Part::Word(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_entries_with_sane_weights() {
        for &(list, file) in FILES {
            let all: Vec<Entry> = file.lines().flat_map(|line| entries(list, line)).collect();
            assert!(all.len() >= 5, "{list:?} is nearly empty");
            for entry in all {
                assert!(entry.weight.abs() <= 3.0, "{entry:?}");
                assert_ne!(entry.parts[0], Part::Any, "{entry:?} begins with a wildcard");
            }
        }
    }

    #[test]
    fn the_longest_phrase_wins() {
        let words = [("order", 0), ("now", 1)];
        let (mut bits, mut hits) = ([0; 2], Vec::new());
        search(&words, &mut bits, &mut hits);
        let offers: Vec<&Hit> = hits.iter().filter(|hit| hit.list == List::Offer).collect();
        assert_eq!(offers.len(), 1);
        assert_eq!((offers[0].first, offers[0].last), (0, 1));
    }
}
