//! How an answer takes up what was said: words, pairs of words and numbers picked up, repeats, questions back.

use super::piece::{Kind, Pieces};
use super::stem::Stem;

/// Names of the values of [`values`], in their order.
pub(super) const PAIR: [&str; 28] = [
    "picked-up",
    "picked-of-answer",
    "picked-count",
    "picked-any",
    "picked-early",
    "pairs-picked",
    "pairs-any",
    "run",
    "repeats-all",
    "number-picked",
    "long-picked",
    "asks-back",
    "asks-picked",
    "asks-only",
    "heard-asks",
    "heard-1-2",
    "heard-3-5",
    "heard-6-10",
    "heard-11-20",
    "heard-21",
    "answer-1-3",
    "answer-4-8",
    "answer-9-16",
    "answer-17-30",
    "answer-31-60",
    "answer-61",
    "picked-heard-short",
    "picked-answer-short",
];

/// Words of each text that are compared.
const MOST: usize = 96;

/// Words of an answer that count as its beginning.
const EARLY: usize = 12;

/// The wordlike pieces of a text, by key.
struct Words {
    keys: [u64; MOST],
    /// Whether the word carries meaning.
    content: [bool; MOST],
    long: [bool; MOST],
    number: [bool; MOST],
    count: usize,
    asks: bool,
}

impl Words {
    fn of(text: &str, stop: &[u64]) -> Self {
        let mut words = Self {
            keys: [0; MOST],
            content: [false; MOST],
            long: [false; MOST],
            number: [false; MOST],
            count: 0,
            asks: false,
        };
        for piece in Pieces::new(text) {
            words.asks |= piece.kind == Kind::Mark && piece.raw.starts_with('?');
            if piece.is_wordlike() && words.count < MOST {
                let key = piece.word_key();
                words.keys[words.count] = match piece.kind {
                    Kind::Word => Stem::of(&piece).map_or(key, |stem| stem.key()),
                    Kind::Number | Kind::Tag | Kind::User | Kind::Url | Kind::Mark | Kind::Face => key,
                };
                words.content[words.count] = stop.binary_search(&key).is_err();
                words.long[words.count] = piece.raw.len() > 5;
                words.number[words.count] = piece.kind == Kind::Number;
                words.count += 1;
            }
        }
        words
    }

    fn find(&self, key: u64) -> Option<usize> {
        self.keys[..self.count].iter().position(|&known| known == key)
    }

    fn has_pair(&self, first: u64, second: u64) -> bool {
        self.keys[..self.count].windows(2).any(|pair| pair[0] == first && pair[1] == second)
    }

    /// Distinct words that carry meaning.
    fn contents(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.count).filter(|&at| self.content[at] && self.find(self.keys[at]) == Some(at))
    }

    /// Length of the longest run of words that `other` has too.
    fn run_in(&self, other: &Self) -> usize {
        let mut longest = 0;
        for at in 0..self.count {
            for place in 0..other.count {
                let same = |n: &usize| self.keys[at + n] == other.keys[place + n];
                let room = (self.count - at).min(other.count - place);
                longest = longest.max((0..room).take_while(same).count());
            }
        }
        longest
    }
}

/// The values named by [`PAIR`], each 0..1. `stop` holds the sorted keys of words without a topic.
pub(super) fn values(text: &str, heard: &str, stop: &[u64]) -> [f32; PAIR.len()] {
    let flag = |yes: bool| f32::from(u8::from(yes));
    let share = |part: usize, whole: usize| part as f32 / whole.max(1) as f32;
    let (answer, heard) = (Words::of(text, stop), Words::of(heard, stop));
    let picked = |at: &usize| answer.find(heard.keys[*at]).is_some();
    let of_heard = heard.contents().count();
    let count = heard.contents().filter(picked).count();
    let early =
        heard.contents().filter(|&at| answer.find(heard.keys[at]).is_some_and(|place| place < EARLY)).count();
    let long = heard.contents().filter(|&at| heard.long[at]).filter(picked).count();
    let number = heard.contents().filter(|&at| heard.number[at]).any(|at| picked(&at));
    let pairs = heard.keys[..heard.count].windows(2);
    let both = pairs.filter(|pair| answer.has_pair(pair[0], pair[1])).count();
    let run = heard.run_in(&answer);
    let up = share(count, of_heard);
    let mut values = [0.0; PAIR.len()];
    values[..15].copy_from_slice(&[
        up,
        share(count, answer.contents().count()),
        share(count.min(6), 6),
        flag(count > 0),
        share(early, of_heard),
        share(both, heard.count.saturating_sub(1)),
        flag(both > 0),
        share(run.min(8), 8),
        flag(run > 0 && run == heard.count),
        flag(number),
        share(long.min(3), 3),
        flag(answer.asks),
        flag(answer.asks && count > 0),
        flag(answer.asks && answer.count < 8),
        flag(heard.asks),
    ]);
    values[15 + [2, 5, 10, 20].partition_point(|most| *most < heard.count)] = 1.0;
    values[20 + [3, 8, 16, 30, 60].partition_point(|most| *most < answer.count)] = 1.0;
    values[26] = if heard.count <= 5 { up } else { 0.0 };
    values[27] = if answer.count <= 12 { up } else { 0.0 };
    values
}
