//! The shape of a text: how long, how loud, how many links and names, whatever its words are.

use super::piece::{Kind, Piece};

/// Names of the values of [`Counts::values`], in their order.
pub(super) const SHAPE: [&str; 34] = [
    "starts-user",
    "starts-tag",
    "has-user",
    "users",
    "has-url",
    "urls",
    "ends-url",
    "has-tag",
    "tags",
    "has-exclaim",
    "exclaims",
    "has-question",
    "questions",
    "ends-question",
    "ends-point",
    "dots",
    "quotes",
    "digits",
    "capitals",
    "shouted",
    "titled",
    "no-capital",
    "long-words",
    "emoji",
    "money",
    "length-1-2",
    "length-3-5",
    "length-6-9",
    "length-10-14",
    "length-15-19",
    "length-20-26",
    "length-27-40",
    "length-41-80",
    "length-81",
];

/// Longest text of each step of length, in pieces.
const STEPS: [usize; 8] = [2, 5, 9, 14, 19, 26, 40, 80];

/// What is counted while a text is walked.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    pieces: usize,
    words: usize,
    numbers: usize,
    users: usize,
    urls: usize,
    tags: usize,
    exclaims: usize,
    questions: usize,
    dots: usize,
    quotes: usize,
    emoji: usize,
    money: usize,
    letters: usize,
    capitals: usize,
    shouted: usize,
    titled: usize,
    first: Option<Kind>,
    last: Option<Kind>,
    last_mark: Option<char>,
}

impl Counts {
    /// How many pieces there are.
    pub(super) const fn pieces(&self) -> usize {
        self.pieces
    }

    /// How loud its exclamation marks are, 0..1.
    pub(super) fn exclaims(&self) -> f64 {
        self.exclaims.min(4) as f64 / 4.0
    }

    /// 1 where there is a link, and 0 otherwise.
    pub(super) fn links(&self) -> f64 {
        f64::from(u8::from(self.urls > 0))
    }

    pub(super) fn take(&mut self, piece: &Piece<'_>) {
        self.pieces += 1;
        self.first = self.first.or(Some(piece.kind));
        self.last = Some(piece.kind);
        match piece.kind {
            Kind::Word => self.take_word(piece.raw),
            Kind::Number => self.numbers += 1,
            Kind::User => self.users += 1,
            Kind::Url => self.urls += 1,
            Kind::Tag => self.tags += 1,
            Kind::Mark => self.take_mark(piece.raw),
            Kind::Face => self.emoji += 1,
        }
    }

    fn take_word(&mut self, word: &str) {
        self.words += 1;
        let (mut letters, mut capitals) = (0, 0);
        for c in word.chars() {
            letters += usize::from(c.is_alphabetic());
            capitals += usize::from(c.is_uppercase());
        }
        self.letters += letters;
        self.capitals += capitals;
        self.shouted += usize::from(letters > 1 && letters == capitals);
        self.titled += usize::from(word.starts_with(char::is_uppercase));
    }

    fn take_mark(&mut self, mark: &str) {
        let Some(first) = mark.chars().next() else { return };
        let run = mark.chars().count();
        self.last_mark = Some(first);
        match first {
            '!' => self.exclaims += run,
            '?' => self.questions += run,
            '.' if run > 1 => self.dots += 1,
            '…' => self.dots += 1,
            '"' | '“' | '”' => self.quotes += 1,
            '$' | '£' | '€' => self.money += 1,
            _ if !first.is_ascii() && u32::from(first) >= 0x2600 => self.emoji += 1,
            _ => {}
        }
    }

    /// The values named by [`SHAPE`], each 0..1.
    pub(super) fn values(&self) -> [f32; SHAPE.len()] {
        let flag = |yes: bool| f32::from(u8::from(yes));
        let few = |count: usize, most: u8| count.min(usize::from(most)) as f32 / f32::from(most);
        let share = |part: usize, whole: usize| part as f32 / whole.max(1) as f32;
        let ends = |mark: char| self.last == Some(Kind::Mark) && self.last_mark == Some(mark);
        let step = STEPS.partition_point(|most| *most < self.pieces);
        let mut values = [0.0; SHAPE.len()];
        values[..25].copy_from_slice(&[
            flag(self.first == Some(Kind::User)),
            flag(self.first == Some(Kind::Tag)),
            flag(self.users > 0),
            few(self.users, 4),
            flag(self.urls > 0),
            few(self.urls, 3),
            flag(self.last == Some(Kind::Url)),
            flag(self.tags > 0),
            few(self.tags, 4),
            flag(self.exclaims > 0),
            few(self.exclaims, 4),
            flag(self.questions > 0),
            few(self.questions, 4),
            flag(ends('?')),
            flag(ends('.')),
            few(self.dots, 3),
            few(self.quotes, 4),
            share(self.numbers, self.pieces),
            share(self.capitals, self.letters),
            share(self.shouted, self.words),
            share(self.titled, self.words),
            flag(self.capitals == 0),
            (share(self.letters, self.words) / 10.0).min(1.0),
            few(self.emoji, 3),
            flag(self.money > 0),
        ]);
        values[25 + step] = 1.0;
        values
    }
}
