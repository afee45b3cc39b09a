//! Heads: small linear readings fitted on real messages, each explained by the words that made it.
//!
//! The weights are data (`assets/heads/`), written by `benches/fit_heads`; nothing is fitted at run time.

mod describe;
mod gram;
mod pair;
mod piece;
mod shape;
mod stem;
mod table;

use std::ops::Range;
use std::sync::OnceLock;

use gram::Sink;
use stem::{STRESSES, StressWords};
use table::{Row, Table};

pub use describe::{Description, describe};
pub use stem::Stress;
pub use table::WeightsFault;

/// One thing that is read off a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Head {
    /// States something about the speaker's affairs, 0..1; the first three add up to 1.
    Information,
    /// Asks for a vote, a click, a visit, 0..1.
    Action,
    /// Social in tone: thanks, praise, congratulation, 0..1.
    Dialogue,
    /// How polite it is, 0..1.
    Courtesy,
    /// How glad or sore it sounds, on the raters' scale of -4..4; readings stay within 2.83 of nought.
    Valence,
    /// Promotes itself to people who did not ask, 0..1.
    UnwantedPromotion,
    /// Reads like a headline made to be clicked, 0..1.
    Bait,
    /// How much it builds on what was said before, 0..1; 0 where nothing was said.
    Uptake,
}

impl Head {
    /// How many there are.
    pub const COUNT: usize = 8;

    /// All, in order.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Information,
        Self::Action,
        Self::Dialogue,
        Self::Courtesy,
        Self::Valence,
        Self::UnwantedPromotion,
        Self::Bait,
        Self::Uptake,
    ];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Action => "action",
            Self::Dialogue => "dialogue",
            Self::Courtesy => "courtesy",
            Self::Valence => "valence",
            Self::UnwantedPromotion => "unwanted_promotion",
            Self::Bait => "bait",
            Self::Uptake => "uptake",
        }
    }

    /// The head of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|head| head.name() == name)
    }
}

/// What the heads read off one text.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct HeadsReading([f64; Head::COUNT]);

impl HeadsReading {
    /// The output of one head, in the range its variant states.
    pub const fn get(&self, head: Head) -> f64 {
        self.0[head as usize]
    }
}

/// Words that pulled one head.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution<'a> {
    /// Byte range in the text; `0..0` where the sign is not in certain words.
    pub span: Range<usize>,
    /// What they added before squashing: log-odds, or for valence steps of its scale.
    pub weight: f64,
    /// Name of the strongest feature there, as in the files of weights.
    pub feature: &'a str,
}

/// Valence bends towards plus and minus the root of this: two glad words are not twice as glad as one. Chosen
/// among 5, 7, 10, 16 and 25 by correlation with the ratings, a little on the side of the wider range.
pub const VALENCE_BEND: f64 = 8.0;

/// The fitted weights, ready to read with.
#[derive(Debug)]
pub struct Heads {
    table: Table,
    /// Sorted keys of words without a topic.
    stop: Vec<u64>,
    stress: StressWords,
}

/// The files of weights.
const SHIPPED: [&str; 6] = [
    include_str!("../../../assets/heads/corporate.tsv"),
    include_str!("../../../assets/heads/courtesy.tsv"),
    include_str!("../../../assets/heads/valence.tsv"),
    include_str!("../../../assets/heads/unwanted_promotion.tsv"),
    include_str!("../../../assets/heads/bait.tsv"),
    include_str!("../../../assets/heads/uptake.tsv"),
];

const STOP: &str = include_str!("../../../assets/lexicons/stop.txt");

impl Heads {
    /// The heads that ship, read once.
    pub fn shipped() -> &'static Self {
        static SHIPPED_HEADS: OnceLock<Heads> = OnceLock::new();
        SHIPPED_HEADS.get_or_init(|| Self::from_files(&SHIPPED).expect("a test reads the shipped files"))
    }

    /// Heads from files of weights; a head that none of them holds reads as if no word were known.
    pub fn from_files(files: &[&str]) -> Result<Self, WeightsFault> {
        Ok(Self { table: Table::read(files)?, stop: stop_keys(), stress: StressWords::shipped() })
    }

    /// Reads a text; `heard` is what was said before, when it answers something. Takes no memory.
    pub fn read(&self, text: &str, heard: Option<&str>) -> HeadsReading {
        let mut sums =
            Sums { table: &self.table, plain: [0; Head::COUNT], stressed: [[0; Head::COUNT]; STRESSES] };
        let counts = gram::walk(text, &self.stress, &mut sums);
        let mut steps = [0.0; Head::COUNT];
        add(&mut steps, &self.table.shape, &counts.values());
        if let Some(heard) = heard {
            add(&mut steps, &self.table.pair, &pair::values(text, heard, &self.stop));
        }
        let raw = Head::ALL.map(|head| {
            let terms = &self.table.terms[head as usize];
            let grams = sums.of(head, &terms.stress) * terms.gram / terms.spread(&counts);
            terms.bias + grams + f64::from(steps[head as usize]) * terms.value
        });
        squash(&raw, heard.is_some())
    }

    /// Where a head begins before any word, in the unit of [`Contribution::weight`]; with all contributions it
    /// makes up what is squashed.
    pub const fn start(&self, head: Head) -> f64 {
        self.table.terms[head as usize].bias
    }

    /// The places that pulled `head` most, strongest first, at most `most`; what lies on the same words is one.
    pub fn contributions(
        &self,
        text: &str,
        heard: Option<&str>,
        head: Head,
        most: usize,
    ) -> Vec<Contribution<'_>> {
        let mut found = Found { table: &self.table, head, places: Vec::new() };
        let counts = gram::walk(text, &self.stress, &mut found);
        let terms = &self.table.terms[head as usize];
        let worth = terms.gram / terms.spread(&counts);
        let grams = found.places.iter().map(|(span, stress, row)| Contribution {
            span: span.clone(),
            weight: f64::from(self.table.row(*row)[head as usize]) * worth * force(*stress, &terms.stress),
            feature: self.table.name(*row),
        });
        let mut all: Vec<Contribution<'_>> = grams.collect();
        let mut take = |names: &[&'static str], rows: &[Row], values: &[f32]| {
            for ((name, row), value) in names.iter().zip(rows).zip(values) {
                let weight = f64::from(*value) * f64::from(row[head as usize]) * terms.value;
                all.push(Contribution { span: 0..0, weight, feature: name });
            }
        };
        take(&shape::SHAPE, &self.table.shape, &counts.values());
        if let Some(heard) = heard {
            take(&pair::PAIR, &self.table.pair, &pair::values(text, heard, &self.stop));
        }
        strongest(all, most)
    }
}

fn stop_keys() -> Vec<u64> {
    let lines = STOP.lines().filter(|line| !line.starts_with('#'));
    let mut keys: Vec<u64> = lines.flat_map(piece::Pieces::new).map(|piece| piece.word_key()).collect();
    keys.sort_unstable();
    keys
}

fn add(steps: &mut [f32; Head::COUNT], rows: &[Row], values: &[f32]) {
    for (row, value) in rows.iter().zip(values).filter(|(_, value)| **value != 0.0) {
        for (step, weight) in steps.iter_mut().zip(row) {
            *step += f32::from(*weight) * value;
        }
    }
}

/// What a stem under this stress counts.
fn force(stress: Stress, shares: &[f64; STRESSES]) -> f64 {
    1.0 + stress.flags().iter().zip(shares).filter(|(is, _)| **is).map(|(_, share)| share).sum::<f64>()
}

fn squash(raw: &[f64; Head::COUNT], answers: bool) -> HeadsReading {
    let odds = |value: f64| 1.0 / (1.0 + libm::exp(-value));
    let top = raw[0].max(raw[1]).max(raw[2]);
    let whole: f64 = raw[..3].iter().map(|value| libm::exp(value - top)).sum();
    HeadsReading(Head::ALL.map(|head| {
        let value = raw[head as usize];
        match head {
            Head::Information | Head::Action | Head::Dialogue => libm::exp(value - top) / whole,
            Head::Courtesy | Head::UnwantedPromotion | Head::Bait => odds(value),
            Head::Valence => value / libm::sqrt(1.0 + value * value / VALENCE_BEND),
            Head::Uptake => {
                if answers {
                    odds(value)
                } else {
                    0.0
                }
            }
        }
    }))
}

fn strongest(mut all: Vec<Contribution<'_>>, most: usize) -> Vec<Contribution<'_>> {
    all.retain(|one| one.weight != 0.0);
    // Signs without a place stay apart; those on the same words come together, the strongest first.
    all.sort_by(|a, b| {
        (a.span.start, a.span.end)
            .cmp(&(b.span.start, b.span.end))
            .then(b.weight.abs().total_cmp(&a.weight.abs()))
            .then(a.feature.cmp(b.feature))
    });
    let mut merged: Vec<Contribution<'_>> = Vec::new();
    for one in all {
        match merged.last_mut() {
            Some(last) if last.span == one.span && !one.span.is_empty() => last.weight += one.weight,
            _ => merged.push(one),
        }
    }
    merged.sort_by(|a, b| {
        b.weight
            .abs()
            .total_cmp(&a.weight.abs())
            .then(a.span.start.cmp(&b.span.start))
            .then(a.feature.cmp(b.feature))
    });
    merged.truncate(most);
    merged
}

/// Adds up the weights of every head.
struct Sums<'t> {
    table: &'t Table,
    plain: [i32; Head::COUNT],
    /// Of the stems under each kind of stress.
    stressed: [[i32; Head::COUNT]; STRESSES],
}

impl Sums<'_> {
    fn of(&self, head: Head, stress: &[f64; STRESSES]) -> f64 {
        let extra =
            self.stressed.iter().zip(stress).map(|(sums, share)| f64::from(sums[head as usize]) * share);
        f64::from(self.plain[head as usize]) + extra.sum::<f64>()
    }
}

impl Sink for Sums<'_> {
    fn gram(&mut self, key: u64, _: Range<usize>, stress: Stress, _: impl Fn() -> String) {
        let Some(row) = self.table.find(key) else { return };
        let row = self.table.row(row);
        add_row(&mut self.plain, row);
        if stress != Stress::default() {
            for (sums, _) in self.stressed.iter_mut().zip(stress.flags()).filter(|(_, is)| *is) {
                add_row(sums, row);
            }
        }
    }
}

fn add_row(sums: &mut [i32; Head::COUNT], row: Row) {
    for (sum, weight) in sums.iter_mut().zip(row) {
        *sum += i32::from(weight);
    }
}

/// Remembers which rows one head found where.
struct Found<'t> {
    table: &'t Table,
    head: Head,
    places: Vec<(Range<usize>, Stress, usize)>,
}

impl Sink for Found<'_> {
    fn gram(&mut self, key: u64, span: Range<usize>, stress: Stress, _: impl Fn() -> String) {
        if let Some(row) = self.table.find(key)
            && self.table.row(row)[self.head as usize] != 0
        {
            self.places.push((span, stress, row));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> HeadsReading {
        Heads::shipped().read(text, None)
    }

    #[track_caller]
    fn check(head: Head, higher: &str, lower: &str) {
        let (high, low) = (read(higher).get(head), read(lower).get(head));
        assert!(high > low, "{}: {high:.2} of {higher:?} against {low:.2} of {lower:?}", head.name());
    }

    #[test]
    fn the_shipped_files_can_be_read_and_are_small() {
        Heads::from_files(&SHIPPED).expect("the shipped files are well formed");
        let size: usize = SHIPPED.iter().map(|file| file.len()).sum();
        assert!(size < 200_000, "{size} bytes");
    }

    #[test]
    fn plain_sentences_land_on_the_right_side() {
        let cases = [
            (
                Head::Dialogue,
                "@ana Thank you so much, we're glad you liked it!",
                "Annual results published today",
            ),
            (Head::Information, "Annual results published today: sales up 4%", "Read our blog and vote now"),
            (Head::Action, "Check out our new video and tell us what you think", "We opened a shop in 1999"),
            (
                Head::Courtesy,
                "Hi! Could you please have a look? Thanks for your help",
                "Why did you do that? Nonsense.",
            ),
            (Head::Valence, "What a lovely evening, thank you", "What a horrible evening"),
            (Head::Valence, "The bread was good", "The bread was not good"),
            (Head::UnwantedPromotion, "Please subscribe to my channel www.me.com", "I love this song"),
            (
                Head::Bait,
                "17 Things You Won't Believe Are Real",
                "Parliament passes budget after long debate",
            ),
        ];
        for (head, higher, lower) in cases {
            check(head, higher, lower);
        }
    }

    #[test]
    fn outputs_of_odds_fall_on_their_side_of_a_half() {
        let cases = [
            (Head::UnwantedPromotion, "Check out my channel and subscribe please http://me.example", true),
            (Head::UnwantedPromotion, "this song is so good", false),
            (Head::Courtesy, "Thanks, that is great work! Would you mind having another look?", true),
            (Head::Courtesy, "What is the point? Why did you really do that?", false),
        ];
        for (head, text, above) in cases {
            let value = read(text).get(head);
            assert_eq!(value > 0.5, above, "{}: {value:.2} of {text:?}", head.name());
        }
    }

    #[test]
    fn uptake_needs_something_to_take_up() {
        let heard = "My sourdough starter died over the weekend";
        let heads = Heads::shipped();
        let picked = heads.read("So your starter died over the weekend? What did you feed it?", Some(heard));
        let passed = heads.read("We have new cakes", Some(heard));
        assert!(picked.get(Head::Uptake) > passed.get(Head::Uptake));
        assert!(heads.read("So your starter died?", None).get(Head::Uptake).abs() < f64::EPSILON);
    }

    #[test]
    fn contributions_point_at_the_words() {
        let text = "The soup was not good, but thank you for the lovely bread";
        let found = Heads::shipped().contributions(text, None, Head::Valence, 40);
        let of = |word: &str| {
            let spans = found.iter().filter(|one| text.get(one.span.clone()) == Some(word));
            spans.map(|one| one.weight).sum::<f64>()
        };
        assert!(of("lovely") > 0.0 && of("good") < 0.0, "{found:?}");
        assert!(found.windows(2).all(|pair| pair[0].weight.abs() >= pair[1].weight.abs()));
    }

    proptest! {
        #[test]
        fn contributions_make_up_the_reading(text in "[ -~é’…😀]{0,80}", heard in proptest::option::of("[a-z ]{0,40}")) {
            let heads = Heads::shipped();
            let reading = heads.read(&text, heard.as_deref());
            let of = |head: Head| {
                let all = heads.contributions(&text, heard.as_deref(), head, usize::MAX);
                heads.start(head) + all.iter().map(|one| one.weight).sum::<f64>()
            };
            let raw = of(Head::Valence);
            prop_assert!((raw / (1.0 + raw * raw / VALENCE_BEND).sqrt() - reading.get(Head::Valence)).abs() < 1e-4);
            for head in [Head::Courtesy, Head::UnwantedPromotion, Head::Bait] {
                prop_assert!((1.0 / (1.0 + libm::exp(-of(head))) - reading.get(head)).abs() < 1e-4);
            }
        }

        #[test]
        fn any_text_reads_within_range(text in ".{0,120}", heard in proptest::option::of(".{0,60}")) {
            let reading = Heads::shipped().read(&text, heard.as_deref());
            for head in Head::ALL {
                let value = reading.get(head);
                let least = if head == Head::Valence { -2.83 } else { 0.0 };
                let most = if head == Head::Valence { 2.83 } else { 1.0 };
                prop_assert!((least..=most).contains(&value), "{}: {}", head.name(), value);
            }
            let whole: f64 = Head::ALL[..3].iter().map(|head| reading.get(*head)).sum();
            prop_assert!((whole - 1.0).abs() < 1e-9);
        }

        #[test]
        fn spans_lie_on_the_text(text in "[ -~é’…😀#@]{0,80}", heard in proptest::option::of(".{0,40}")) {
            for head in Head::ALL {
                for one in Heads::shipped().contributions(&text, heard.as_deref(), head, 50) {
                    prop_assert!(text.get(one.span.clone()).is_some(), "{:?}", one);
                    prop_assert!(one.weight.is_finite() && !one.feature.is_empty());
                }
            }
        }
    }
}
