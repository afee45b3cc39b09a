//! Words without their endings, and what stresses them: a denial before, a strengthening word, capitals, letters drawn out.

use super::piece::{Kind, Piece, SEED, fold, key_of};

/// Letters of a word that are looked at.
const LETTERS: usize = 24;

/// Letters that must be left for an ending to go.
const LEAST: usize = 4;

/// Words that a denial reaches.
const REACH: u8 = 3;

/// The letters of a word without its ending.
#[derive(Clone, Copy)]
pub(super) struct Stem {
    letters: [char; LETTERS],
    length: usize,
}

impl Stem {
    /// The stem of a word or a face; other pieces have none.
    pub(super) fn of(piece: &Piece<'_>) -> Option<Self> {
        match piece.kind {
            Kind::Word | Kind::Face | Kind::Tag => {}
            Kind::Mark if !piece.raw.is_ascii() => {}
            Kind::Mark | Kind::Number | Kind::User | Kind::Url => return None,
        }
        let mut stem = Self { letters: ['\0'; LETTERS], length: 0 };
        let push = |c: char| {
            if stem.length < LETTERS {
                stem.letters[stem.length] = c;
                stem.length += 1;
            }
        };
        if piece.kind == Kind::Tag {
            piece.inside(push);
        } else {
            piece.normal(push);
        }
        if piece.kind != Kind::Face {
            if is_stretched(piece) {
                stem.shrink();
            }
            stem.trim();
        }
        Some(stem)
    }

    /// Leaves one of two equal letters, but for "oo" and "ee": "yaay" is "yay", and "good" stays.
    fn shrink(&mut self) {
        let mut length = 1.min(self.length);
        for at in 1..self.length {
            let c = self.letters[at];
            if c != self.letters[length - 1] || matches!(c, 'o' | 'e') {
                self.letters[length] = c;
                length += 1;
            }
        }
        self.length = length;
    }

    fn trim(&mut self) {
        self.cut("'s");
        let _ = self.cut("ing") || self.cut("ed") || self.cut("es") || (!self.ends("ss") && self.cut("s"));
        self.cut("ly");
        self.cut("e");
        let twins = self.length > LEAST && self.letters[self.length - 1] == self.letters[self.length - 2];
        if twins && !self.ends("ss") && !self.ends("ll") {
            self.length -= 1;
        }
        if self.length >= LEAST && self.ends("y") {
            self.letters[self.length - 1] = 'i';
        }
    }

    fn ends(&self, ending: &str) -> bool {
        let letters = self.letters();
        letters.len() >= ending.len()
            && ending.chars().eq(letters[letters.len() - ending.len()..].iter().copied())
    }

    fn cut(&mut self, ending: &str) -> bool {
        let goes = self.length >= ending.len() + LEAST && self.ends(ending);
        self.length -= if goes { ending.len() } else { 0 };
        goes
    }

    pub(super) fn letters(&self) -> &[char] {
        &self.letters[..self.length]
    }

    pub(super) fn key(&self) -> u64 {
        self.letters().iter().fold(SEED, |key, c| fold(key, *c))
    }
}

/// How a word is stressed: denied by a word shortly before it, boosted by the word before it, loud in capitals,
/// stretched by a letter drawn out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stress([bool; Self::NAMES.len()]);

impl Stress {
    /// The kinds of stress, in order.
    pub const NAMES: [&str; 4] = ["denied", "boosted", "loud", "stretched"];

    /// Which kinds there are, in the order of [`NAMES`](Self::NAMES).
    pub const fn flags(self) -> [bool; Self::NAMES.len()] {
        self.0
    }
}

/// How many kinds of stress there are.
pub(super) const STRESSES: usize = Stress::NAMES.len();

/// Sorted keys of the words that stress.
#[derive(Debug)]
pub(super) struct StressWords {
    deny: Vec<u64>,
    boost: Vec<u64>,
}

const STRESS: &str = include_str!("../../../assets/heads/stress.txt");

impl StressWords {
    pub(super) fn shipped() -> Self {
        let keys = |mark: &str| {
            let lines = STRESS.lines().filter_map(|line| line.strip_prefix(mark));
            let mut keys: Vec<u64> = lines.flat_map(str::split_whitespace).map(key_of).collect();
            keys.sort_unstable();
            keys
        };
        Self { deny: keys("deny:"), boost: keys("boost:") }
    }
}

/// Follows the stress along a text.
pub(super) struct Follow<'w> {
    words: &'w StressWords,
    denied: u8,
    boosted: bool,
}

impl<'w> Follow<'w> {
    pub(super) const fn new(words: &'w StressWords) -> Self {
        Self { words, denied: 0, boosted: false }
    }

    /// The stress on the next piece, whose key is `key`.
    pub(super) fn next(&mut self, piece: &Piece<'_>, key: u64) -> Stress {
        let word = piece.kind == Kind::Word;
        let stress = [self.denied > 0, self.boosted, word && is_loud(piece.raw), word && is_stretched(piece)];
        match piece.kind {
            Kind::Word => {
                let is = |keys: &[u64]| keys.binary_search(&key).is_ok();
                self.boosted = is(&self.words.boost);
                self.denied = if is(&self.words.deny) { REACH } else { self.denied.saturating_sub(1) };
            }
            Kind::Mark if !piece.raw.starts_with(['"', '\'', '*']) => {
                (self.denied, self.boosted) = (0, false);
            }
            Kind::Mark | Kind::Number | Kind::User | Kind::Url | Kind::Tag | Kind::Face => {}
        }
        Stress(stress)
    }
}

/// Whether a letter stands three times in a row.
fn is_stretched(piece: &Piece<'_>) -> bool {
    piece
        .raw
        .as_bytes()
        .windows(3)
        .any(|run| run[0].is_ascii_alphabetic() && run[0] == run[1] && run[1] == run[2])
}

fn is_loud(word: &str) -> bool {
    word.len() > 2 && word.chars().all(|c| !c.is_lowercase()) && word.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::super::piece::Pieces;
    use super::*;

    fn stem(word: &str) -> String {
        let piece = Pieces::new(word).next().expect("there is a piece");
        Stem::of(&piece).expect("it has a stem").letters().iter().collect()
    }

    #[test]
    fn endings_go_and_short_words_stay() {
        for (word, expected) in [
            ("amazing", "amaz"),
            ("amazed", "amaz"),
            ("amaze", "amaz"),
            ("happy", "happi"),
            ("happily", "happi"),
            ("dropped", "drop"),
            ("missing", "miss"),
            ("misses", "miss"),
            ("hates", "hate"),
            ("hat", "hat"),
            ("kindness", "kindness"),
            (":-)", ":)"),
            ("yaaayyy", "yay"),
            ("goooood", "good"),
            ("#Amazing", "amaz"),
        ] {
            assert_eq!(stem(word), expected, "{word}");
        }
    }

    #[test]
    fn stress_is_followed() {
        let words = StressWords::shipped();
        let mut follow = Follow::new(&words);
        let text = "It is not a VERY good day, but so waaarm";
        let stress: Vec<(&str, Stress)> =
            Pieces::new(text).map(|piece| (piece.raw, follow.next(&piece, piece.key()))).collect();
        let of = |word: &str| stress.iter().find(|(raw, _)| *raw == word).expect("the word is there").1;
        assert_eq!(of("good").flags(), [true, true, false, false]);
        assert_eq!(of("VERY").flags(), [true, false, true, false]);
        assert_eq!(of("day").flags(), [false; 4]);
        assert_eq!(of("waaarm").flags(), [false, true, false, true]);
    }
}
