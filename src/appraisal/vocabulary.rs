//! All shipped word lists in one tree of letters, so that a word is looked up once and knows every list it is on.

use std::sync::LazyLock;

/// Sets of lists, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Lists in which some phrase begins with the word.
    pub(super) begins: u64,
    /// Lists that hold the word alone.
    pub(super) holds: u64,
}

impl Marks {
    const fn add(&mut self, other: Self) {
        self.begins |= other.begins;
        self.holds |= other.holds;
    }
}

#[derive(Debug, Default)]
struct Node {
    next: Vec<(u8, u32)>,
    /// For words that end here.
    whole: Marks,
    /// For words that begin so.
    stem: Marks,
}

/// The tree.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    nodes: Vec<Node>,
    /// Children of the root, by letter: most words end here.
    root: Vec<u32>,
    /// Lists in which some phrase begins with a number.
    numbers: u64,
}

static SHIPPED: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::new(super::lexicon::list::SOURCES.iter().copied()));

impl Vocabulary {
    /// The tree of the shipped lists, in the order of `lexicon::list`.
    pub(super) fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// A tree of words, each whole or as a beginning, with what it marks.
    pub(super) fn of<'a>(words: impl Iterator<Item = (&'a str, bool, Marks)>) -> Self {
        let mut tree = Self::empty();
        for (word, stem, marks) in words {
            tree.plant(word, stem, marks);
        }
        tree
    }

    fn empty() -> Self {
        Self { nodes: vec![Node::default()], root: vec![0; 256], numbers: 0 }
    }

    fn new<'a>(lists: impl Iterator<Item = &'a str>) -> Self {
        let mut tree = Self::empty();
        for (place, text) in lists.enumerate() {
            let bit = 1 << place;
            for phrase in super::lexicon::phrases(&text.to_lowercase()) {
                let alone = !phrase.contains([' ', '-']);
                let marks = Marks { begins: bit, holds: if alone { bit } else { 0 } };
                match phrase.split([' ', '-']).next() {
                    Some("<n>") => tree.numbers |= bit,
                    Some(first) => match first.strip_suffix('*') {
                        Some(stem) => tree.plant(stem, true, marks),
                        None => tree.plant(first, false, marks),
                    },
                    None => {}
                }
            }
        }
        tree
    }

    fn plant(&mut self, word: &str, stem: bool, marks: Marks) {
        let mut at = 0;
        for &letter in word.as_bytes() {
            let known = self.child(at, letter);
            at = known.unwrap_or_else(|| {
                let new = self.nodes.len();
                self.nodes.push(Node::default());
                if at == 0 {
                    self.root[usize::from(letter)] = new as u32;
                } else {
                    self.nodes[at].next.push((letter, new as u32));
                }
                new
            });
        }
        let node = &mut self.nodes[at];
        if stem { node.stem.add(marks) } else { node.whole.add(marks) }
    }

    fn child(&self, at: usize, letter: u8) -> Option<usize> {
        if at == 0 {
            let next = self.root.get(usize::from(letter)).copied().unwrap_or_default() as usize;
            return (next > 0).then_some(next);
        }
        self.nodes[at].next.iter().find(|(known, _)| *known == letter).map(|&(_, next)| next as usize)
    }

    /// The lists a word in lower case is on, by itself or by its beginning.
    pub(super) fn marks(&self, word: &str) -> Marks {
        let (mut marks, mut at) = (Marks::default(), 0);
        for &letter in word.as_bytes() {
            let Some(next) = self.child(at, letter) else { return marks };
            at = next;
            marks.add(self.nodes[at].stem);
        }
        if let Some(node) = self.nodes.get(at) {
            marks.add(node.whole);
        }
        marks
    }

    /// The lists with phrases that begin with a number.
    pub(super) const fn numbers(&self) -> u64 {
        self.numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_lists() {
        let tree = Vocabulary::new(["apolog*\nonly <n> left", "only\n<n> left\ncafé"].into_iter());
        for (word, begins, holds) in [
            ("apologise", 0b01, 0b01),
            ("apolog", 0b01, 0b01),
            ("apolo", 0, 0),
            ("only", 0b11, 0b10),
            ("onlyness", 0, 0),
            ("café", 0b10, 0b10),
            ("", 0, 0),
        ] {
            assert_eq!(tree.marks(word), Marks { begins, holds }, "{word}");
        }
        assert_eq!(tree.numbers(), 0b10);
    }
}
