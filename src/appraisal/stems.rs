//! Values kept by the beginnings of words, in a tree of letters.

/// The tree.
#[derive(Debug)]
pub(super) struct Stems<T> {
    nodes: Vec<Node<T>>,
    /// Children of the root, by letter: most words end here.
    root: Vec<u32>,
}

#[derive(Debug)]
struct Node<T> {
    next: Vec<(u8, u32)>,
    value: Option<T>,
}

impl<T> Default for Stems<T> {
    fn default() -> Self {
        Self { nodes: Vec::new(), root: vec![u32::MAX; 256] }
    }
}

impl<T> Stems<T> {
    /// The value of a beginning, made when it is not there yet; `stem` has at least one letter.
    pub(super) fn entry(&mut self, stem: &str) -> &mut T
    where
        T: Default,
    {
        let mut letters = stem.bytes();
        let first = usize::from(letters.next().unwrap_or_default());
        if self.root[first] == u32::MAX {
            self.root[first] = self.grow();
        }
        let mut at = self.root[first] as usize;
        for letter in letters {
            at = self.child(at, letter).unwrap_or_else(|| {
                let new = self.grow();
                self.nodes[at].next.push((letter, new));
                new as usize
            });
        }
        self.nodes[at].value.get_or_insert_default()
    }

    fn grow(&mut self) -> u32 {
        self.nodes.push(Node { next: Vec::new(), value: None });
        self.nodes.len() as u32 - 1
    }

    fn child(&self, at: usize, letter: u8) -> Option<usize> {
        self.nodes[at].next.iter().find(|(known, _)| *known == letter).map(|&(_, next)| next as usize)
    }

    /// Calls back with the value of each beginning of a word, the shortest first.
    pub(super) fn each<'s>(&'s self, word: &str, mut found: impl FnMut(&'s T)) {
        let mut letters = word.bytes();
        let Some(first) = letters.next() else { return };
        let mut at = self.root[usize::from(first)] as usize;
        while let Some(node) = self.nodes.get(at) {
            if let Some(value) = &node.value {
                found(value);
            }
            let Some(next) = letters.next().and_then(|letter| self.child(at, letter)) else { return };
            at = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_are_found_on_the_way() {
        let mut stems: Stems<usize> = Stems::default();
        for (place, stem) in ["a", "apolog", "ap", "é"].into_iter().enumerate() {
            *stems.entry(stem) = place;
        }
        for (word, wanted) in
            [("apologise", &[0, 2, 1][..]), ("apt", &[0, 2]), ("bapt", &[]), ("", &[]), ("été", &[3])]
        {
            let mut found = Vec::new();
            stems.each(word, |place| found.push(*place));
            assert_eq!(found, wanted, "{word}");
        }
    }
}
