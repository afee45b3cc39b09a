//! How welcome a message is, from -1 to 1, and how sure the reader can be of it.
//!
//! Signs are found in the words and held against what was asked, the brand, the picture and the room; each has a
//! weight in `assets/welcome/`, fitted on pairs of messages people have compared, and the sum is the reading.

mod asked;
mod families;
mod manner;
mod phrases;
mod runs;
mod sign;
mod subject;
#[cfg(test)]
mod tests;
mod told;
mod touch;
mod weights;

use std::ops::Range;

use super::reader::Reader;
use super::table::Keys;
use super::{Appraisal, Context, Dimension, Verdict, Why};
use phrases::{BOOK, Book};
use sign::{Sign, Signs, fading};
pub(super) use subject::Subjects;
pub use told::{Told, told};
pub use weights::is_of_belonging;
use weights::{Scale, WEIGHTS, Weight, Weights, of_answer, of_tag};

/// One sign that counts for or against a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Its name, as in `assets/welcome/manner.txt`; `words` for a plain run of words.
    pub sign: &'static str,
    /// About what it adds to the sum behind `welcome`.
    pub weight: f64,
    /// Byte range in the text; empty where it is of the whole.
    pub span: Range<usize>,
    /// The sign as one plain sentence.
    pub why: Why,
}

impl Reason {
    /// The sign in one plain sentence, about the words of the text that was read.
    pub fn sentence(&self, text: &str) -> String {
        self.why.sentence(text, &self.span)
    }
}

/// Least share in the sum that is worth naming.
const WORTH_NAMING: f64 = 0.02;

/// Reads how welcome a text is and writes it into its appraisal.
pub(super) fn read(reader: &Reader<'_>, words: &mut Appraisal) {
    let context = reader.context;
    let (deed, room) = (weights::deed(context.deed), weights::room(&context.norms.room));
    let table = WEIGHTS.of(deed, room);
    let scale = WEIGHTS.scale;
    let signs = find(reader, words);
    let which = usize::from(deed != 0);
    let mut manner = scale.level[deed];
    let mut belonging = scale.slack[which];
    for found in &signs.0 {
        manner += table[found.sign].manner * found.value;
        belonging += table[found.sign].belonging * found.value;
    }
    let runs = weighty_runs(reader);
    manner += runs.iter().map(|run| run.weight).sum::<f64>();
    let steep = scale.steep[which];
    let bend = |manner: f64| likely(steep * manner, scale.floor[0]).0 / steep;
    let levelled = bend(manner);
    let (belongs, belongs_steep) = likely(belonging, scale.floor[1]);
    let home = if deed == 0 && weights::is_room(room) {
        Home::of(&signs, room, context.picture.is_some())
    } else {
        Home::default()
    };
    let mut reasons = guards(words, &signs, &scale);
    let guarded: f64 = reasons.iter().map(|reason| reason.weight).sum();
    let sum = scale.base[deed] + levelled + scale.price[which] * belongs + home.worth + guarded;
    // What the levelling takes is taken from all signs of manner alike.
    let kept = if manner.abs() < 1e-9 { 0.5 } else { (levelled - bend(0.0)) / manner };
    let of_subject = scale.price[which] * belongs_steep;
    for found in &signs.0 {
        let one = table[found.sign];
        let at_home = home.slope * home.lead(found.sign, one.register);
        let weight = found.value * (one.manner * kept + one.belonging * of_subject + at_home);
        if weight.abs() >= WORTH_NAMING {
            reasons.push(reason(found, weight));
        }
    }
    let runs = runs.into_iter().map(|run| Reason { weight: run.weight * kept, ..run });
    reasons.extend(runs.filter(|run| run.weight.abs() >= WORTH_NAMING));
    reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    words.leaning = sum;
    words.welcome = libm::tanh(scale.welcome * sum) * words.sure.sqrt();
    let side = 1.0 / (1.0 + libm::exp(-scale.side * sum.abs()));
    words.confidence = side * words.sure;
    words.reasons = reasons;
}

/// Whether a post is at home in its room rather than in another it might have been said in.
#[derive(Default)]
struct Home {
    /// What it adds to the sum, 0 at most.
    worth: f64,
    /// How much a sign's lead adds.
    slope: f64,
    /// The other rooms: their weights, and their share in the doubt.
    others: Vec<(&'static [Weight], f64)>,
}

impl Home {
    fn of(signs: &Signs, room: usize, picture: bool) -> Self {
        let scale = WEIGHTS.scale;
        let odds = |table: &[Weight]| -> f64 {
            signs.0.iter().map(|found| table[found.sign].register * found.value).sum()
        };
        let mut others: Vec<(&[Weight], f64)> = WEIGHTS
            .elsewhere(0, room, picture)
            .into_iter()
            .map(|table| (table, libm::exp(odds(table))))
            .collect();
        let all: f64 = others.iter().map(|(_, share)| share).sum();
        let mean = all / others.len() as f64;
        for (_, share) in &mut others {
            *share /= all;
        }
        let lead = odds(WEIGHTS.of(0, room)) - libm::log(mean) + scale.room[0];
        let (likely, steep) = likely(lead, scale.floor[2]);
        Self { worth: scale.room[1] * likely, slope: scale.room[1] * steep, others }
    }

    /// How much more a sign speaks for this room than for the others.
    fn lead(&self, sign: usize, here: f64) -> f64 {
        here - self.others.iter().map(|(table, share)| table[sign].register * share).sum::<f64>()
    }
}

/// What no fine manner makes up for: words without sentences, the sheet read out, the same again, untruth. Pairs of
/// messages hold too few of these to learn from, so their weights are set by hand.
fn guards(words: &Appraisal, signs: &Signs, scale: &Scale) -> Vec<Reason> {
    let mut found: Vec<Reason> = receipt(signs, scale).into_iter().collect();
    for cue in &words.cues {
        let (weight, sign) = match cue.rule {
            "heap-of-words" => (scale.guard[0], cue.rule),
            "sheet-read-out" => (scale.guard[1] * cue.weight, cue.rule),
            "puts-down" if cue.dimension == Dimension::Press => (scale.guard[3], cue.rule),
            "said-before" => (scale.guard[2] * cue.weight, cue.rule),
            _ => continue,
        };
        found.push(Reason { sign, weight, span: cue.span.clone(), why: cue.why.clone() });
    }
    for claim in &words.claims {
        if matches!(claim.verdict, Verdict::Contradicted(_) | Verdict::SaidOtherwise(_)) {
            let same =
                words.cues.iter().find(|cue| cue.dimension == Dimension::Truth && cue.span == claim.span);
            let why = same.map_or_else(|| "This is not what is known of you.".into(), |cue| cue.why.clone());
            let weight = scale.guard[3];
            found.push(Reason { sign: "untrue", weight, span: claim.span.clone(), why });
            break;
        }
    }
    found
}

/// Stock words of receipt over nothing that was said.
fn receipt(signs: &Signs, scale: &Scale) -> Option<Reason> {
    let found = |sign: usize| signs.0.iter().find(|found| found.sign == sign);
    found(Sign::HeardNothing as usize)?;
    let stock = ["canned-thanks", "put-off"].iter().find_map(|name| found(of_tag(BOOK.tag(name)?)))?;
    let why = "It thanks or puts off and says nothing of what they said.".into();
    Some(Reason { sign: "empty-receipt", weight: scale.guard[4], span: stock.span.clone(), why })
}

/// The logarithm of a chance, never below the floor's, and how steeply it changes.
fn likely(odds: f64, floor: f64) -> (f64, f64) {
    let chance = 1.0 / (1.0 + libm::exp(-odds));
    let lifted = floor + (1.0 - floor) * chance;
    (libm::log(lifted), (1.0 - floor) * chance * (1.0 - chance) / lifted)
}

/// Runs of words that have a weight, each once; single small words come as one.
fn weighty_runs(reader: &Reader<'_>) -> Vec<Reason> {
    let mut told = Keys::default();
    let mut found = Vec::new();
    let mut small = 0.0;
    let weights = &WEIGHTS.runs;
    runs::walk(reader, |run| {
        let Some(&weight) = weights.get(run.hash) else { return };
        if !told.insert(run.hash) {
            return;
        }
        if run.small {
            small += weight;
            return;
        }
        let why = if weight > 0.0 {
            "stands more often in messages that are well received."
        } else {
            "stands more often in messages that are badly received."
        };
        found.push(Reason { sign: "words", weight, span: run.span, why: Why::Quotes(why) });
    });
    if small != 0.0 {
        let why = if small > 0.0 {
            "The small words run as they do in messages that are well received."
        } else {
            "The small words run as they do in messages that are badly received."
        };
        found.push(Reason { sign: "small-words", weight: small, span: 0..0, why: why.into() });
    }
    found
}

/// The chance, 0..1, that people receive the first of two messages better than the second, said in the same place.
pub fn prefers(first: &Appraisal, second: &Appraisal) -> f64 {
    let scale = WEIGHTS.scale.chance * first.sure.min(second.sure);
    1.0 / (1.0 + libm::exp(-scale * (first.leaning - second.leaning)))
}

/// The names of all signs, in the order of [`signs`].
pub fn sign_names() -> Vec<String> {
    WEIGHTS.names.clone()
}

/// The signs found in a text with how strongly each shows, for fitting weights.
pub fn signs(text: &str, context: &Context<'_>) -> Vec<(usize, f64)> {
    let reader = Reader::new(text, context);
    let words = super::appraise(text, context);
    find(&reader, &words).0.into_iter().map(|found| (found.sign, found.value)).collect()
}

/// The runs of one and two words in a text, as `assets/welcome/words.txt` writes them, each once.
pub fn word_runs(text: &str, context: &Context<'_>) -> Vec<String> {
    let reader = Reader::new(text, context);
    let mut all = Vec::new();
    runs::walk(&reader, |run| all.push(run.text()));
    all.sort();
    all.dedup();
    all
}

fn find(reader: &Reader<'_>, words: &Appraisal) -> Signs {
    let mut signs = Signs(Vec::with_capacity(96));
    manner::read(reader, words, &mut signs);
    let ground = touch::Ground::of(reader);
    touch::read(reader, &ground, &mut signs);
    let asked = if reader.context.heard.is_some() { asked::asked(reader) } else { Vec::new() };
    let mut counts = vec![0_usize; BOOK.tags.len()];
    let mut answers = if asked.is_empty() { Vec::new() } else { asked::answers(&reader.page) };
    BOOK.walk(&reader.page, |tag, run| {
        let span = reader.page.span(&run);
        if counts[tag] == 0
            && let Some(answer) = asked::answer_of(tag)
        {
            answers.push((answer, span.clone()));
        }
        signs.put(of_tag(tag), fading(counts[tag]), span);
        counts[tag] += 1;
    });
    for &one in &asked {
        for (answer, span) in &answers {
            signs.put(of_answer(one, *answer), 1.0, span.clone());
        }
    }
    signs
}

fn reason(found: &sign::Found, weight: f64) -> Reason {
    let weights: &'static Weights = &WEIGHTS;
    let book: &'static Book = &BOOK;
    let said = if let Some(sign) = Sign::ALL.get(found.sign) {
        sign.why()
    } else if let Some(tag) = book.tags.get(found.sign - Sign::ALL.len()) {
        &tag.why
    } else if weight > 0.0 {
        "fits what they wanted."
    } else {
        "does not fit what they wanted."
    };
    let begins_small = said.chars().next().is_some_and(char::is_lowercase);
    let why = match (found.span.is_empty(), begins_small) {
        (false, true) => Why::Quotes(said),
        (true, true) => Why::It(said),
        (_, false) => said.into(),
    };
    Reason { sign: &weights.names[found.sign], weight, span: found.span.clone(), why }
}
