//! Whether a text belongs where it is said: to the message answered, the brand, the picture.

use std::collections::BTreeSet;
use std::ops::Range;

use super::families::{FAMILIES, Kin, both, meet};
use super::sign::{Sign, Signs, fading};
use super::subject::{Subject, is_named, weight};
use crate::appraisal::Ask;
use crate::appraisal::lexicon::{is_content, list};
use crate::appraisal::reader::Reader;
use crate::appraisal::token::{Kind, Page, Token};

/// What a text is held against.
pub(super) struct Ground<'a> {
    pub(super) heard: Subject,
    pub(super) brand: &'a Subject,
    pub(super) picture: Subject,
    facts: &'a [Subject],
}

impl<'a> Ground<'a> {
    pub(super) fn of(reader: &Reader<'a>) -> Self {
        let known = &reader.context.brand.known().subjects;
        let picture: Vec<Page> = reader
            .context
            .picture
            .iter()
            .flat_map(|picture| [Page::new(&picture.tags.join(", ")), Page::new(&picture.description)])
            .collect();
        Self {
            heard: Subject::of([&reader.heard]),
            brand: &known.brand,
            picture: Subject::of(&picture),
            facts: &known.facts,
        }
    }
}

/// How much there is to belong to.
fn size_of_place(reader: &Reader<'_>, ground: &Ground<'_>, signs: &mut Signs) {
    if reader.context.heard.is_some() {
        let size = ground.heard.len() as f64;
        signs.add(Sign::WhenHeardLong, libm::log1p(size) / 3.0, 0..0);
        signs.add(Sign::WhenHeardShort, ((6.0 - size) / 6.0).max(0.0), 0..0);
    }
    if !ground.picture.is_empty() {
        signs.add(Sign::WhenPicture, 1.0, 0..0);
    }
    let sign = match reader.ask {
        Some(Ask::Question | Ask::Request) => Sign::WhenQuestion,
        Some(Ask::Complaint | Ask::SadNews) => Sign::WhenWrong,
        Some(Ask::Praise | Ask::GoodNews) => Sign::WhenNice,
        Some(Ask::Talk) | None => return,
    };
    signs.add(sign, 1.0, 0..0);
}

pub(super) fn read(reader: &Reader<'_>, ground: &Ground<'_>, signs: &mut Signs) {
    size_of_place(reader, ground, signs);
    if reader.context.heard.is_some() {
        let marks =
            Marks { word: Sign::HeardWord, kin: Sign::HeardKin, nothing: Sign::HeardNothing, half: 0.6 };
        touched(reader, &ground.heard, &marks, signs);
        heard_numbers(reader, ground, signs);
        names(reader, ground, signs);
        kin_spoken_of(reader, signs);
        pronouns(reader, signs);
    }
    if !ground.picture.is_empty() {
        let marks = Marks {
            word: Sign::PictureWord,
            kin: Sign::PictureKin,
            nothing: Sign::PictureNothing,
            half: 0.6,
        };
        let shared = touched(reader, &ground.picture, &marks, signs);
        signs.add(Sign::PicturePart, shared / ground.picture.len().max(3) as f64, 0..0);
    }
    brand(reader, ground, signs);
    recital(reader, ground, signs);
    strangers(reader, ground, signs);
}

struct Marks {
    word: Sign,
    kin: Sign,
    nothing: Sign,
    half: f64,
}

/// Words and families shared with a subject; how many words were.
fn touched(reader: &Reader<'_>, subject: &Subject, marks: &Marks, signs: &mut Signs) -> f64 {
    let mut sum = 0.0;
    let mut near = 0.0;
    let mut seen = BTreeSet::new();
    let mut met: Kin = Kin::default();
    for token in reader.page.words().filter(|token| is_content(token) && !token.named) {
        if subject.has(token) {
            if seen.insert(token.root) {
                let next = sum + weight(token);
                signs.add(marks.word, share(next, marks.half) - share(sum, marks.half), token.span.clone());
                sum = next;
            }
            continue;
        }
        let common = both(both(FAMILIES.at(token.root), FAMILIES.ties), subject.kin);
        if common != Kin::default() && !meet(common, met) {
            met = super::families::either(met, common);
            let next = near + weight(token);
            signs.add(marks.kin, share(next, marks.half) - share(near, marks.half), token.span.clone());
            near = next;
        }
    }
    if sum + near < 0.5 {
        signs.add(marks.nothing, 1.0, 0..0);
    }
    sum
}

fn share(sum: f64, half: f64) -> f64 {
    sum / (sum + half)
}

fn heard_numbers(reader: &Reader<'_>, ground: &Ground<'_>, signs: &mut Signs) {
    let mut shared = 0;
    for token in reader.page.tokens.iter().filter(|token| token.is_number()) {
        if ground.heard.counts(token) {
            signs.add(Sign::HeardNumber, fading(shared), token.span.clone());
            shared += 1;
        }
    }
}

/// Whether the names used in address are theirs.
fn names(reader: &Reader<'_>, ground: &Ground<'_>, signs: &mut Signs) {
    let from = reader.from();
    let parts: Vec<&str> = from.split(|c: char| !c.is_alphabetic()).filter(|part| part.len() > 2).collect();
    // "@danfrompembroke" may be called Dan.
    let theirs = |word: &str| {
        parts.iter().any(|part| {
            *part == word
                || (word.len() > 2 && part.starts_with(word))
                || (part.len() > 3 && word.starts_with(part))
                || (word.len() > 3 && part.contains(word))
        })
    };
    let tokens = &reader.page.tokens;
    if let Some(token) = tokens.iter().find(|token| token.kind == Kind::Word && theirs(token.bare())) {
        signs.add(Sign::NameRight, 1.0, token.span.clone());
        return;
    }
    let wrong = (0..tokens.len()).find(|&at| {
        is_address(&reader.page, at)
            && !theirs(tokens[at].bare())
            && !ground.heard.has(&tokens[at])
            && !ground.brand.has(&tokens[at])
    });
    if let Some(at) = wrong {
        signs.add(Sign::NameWrong, 1.0, tokens[at].span.clone());
    }
}

/// Whether a capital word stands as an address: after a greeting, first with a comma, or last after one.
fn is_address(page: &Page, at: usize) -> bool {
    let tokens = &page.tokens;
    let token = &tokens[at];
    if !(token.kind == Kind::Word && token.capital && token.word.len() > 2) || list::STOP.holds(token) {
        return false;
    }
    let mark = |index: Option<usize>, marks: &[char]| {
        index
            .and_then(|index| tokens.get(index))
            .is_some_and(|token| matches!(token.kind, Kind::Mark(mark) if marks.contains(&mark)))
    };
    let before = at.checked_sub(1);
    let greeted = before.is_some_and(|before| {
        matches!(
            tokens[before].word.as_str(),
            "hi" | "hello" | "hey" | "dear" | "oh" | "ah" | "thanks" | "sorry"
        )
    });
    let ends = mark(Some(at + 1), &['.', '!', '?', ',', '…', ':']);
    let comma = mark(before, &[',']);
    let known = list::VERB.holds(token) || list::WARMTH.holds(token) || list::POSITIVE.holds(token);
    !known && ends && (greeted || comma || (at == 0 && mark(Some(1), &[','])))
}

/// Which people a word speaks of; words for the same kin share a number.
fn kin_of(token: &Token) -> Option<usize> {
    const KIN: [&[&str]; 12] = [
        &["mum", "mam", "mom", "mother", "mummy", "ma"],
        &["dad", "father", "da", "daddy"],
        &["nan", "gran", "nana", "granny", "grandma", "grandmother"],
        &["grandad", "grandpa", "grandfather", "granddad"],
        &["son", "boy", "lad", "grandson"],
        &["daughter", "girl", "lass", "granddaughter"],
        &["wife", "husband", "partner"],
        &["brother"],
        &["sister"],
        &["kids", "children", "boys", "girls", "child", "kid", "students", "pupils", "class"],
        &["baby", "toddler", "twins", "newborn"],
        &["dog", "cat", "puppy", "lurcher", "terrier", "rabbit", "horse", "pony"],
    ];
    KIN.iter().position(|words| words.contains(&token.bare()))
}

/// Their own people, spoken of on both sides or only here.
fn kin_spoken_of(reader: &Reader<'_>, signs: &mut Signs) {
    let theirs: BTreeSet<usize> = reader.heard.words().filter_map(kin_of).collect();
    let tokens = &reader.page.tokens;
    let mut seen = BTreeSet::new();
    for (at, token) in tokens.iter().enumerate() {
        let Some(kin) = kin_of(token) else { continue };
        let yours =
            at > 0 && matches!(tokens[at - 1].word.as_str(), "your" | "the" | "little" | "his" | "her");
        if !seen.insert(kin) {
            continue;
        }
        if theirs.contains(&kin) {
            signs.add(Sign::PersonFits, 1.0, token.span.clone());
        } else if yours {
            signs.add(Sign::PersonOrphan, 1.0, token.span.clone());
        }
    }
}

/// Whether "she" and "he" have somebody to mean.
fn pronouns(reader: &Reader<'_>, signs: &mut Signs) {
    let heard = sexes(&reader.heard, false);
    let said = sexes(&reader.page, true);
    let introduced = sexes_named(&reader.page);
    for which in 0..3 {
        let Some(span) = said[which].clone() else { continue };
        if heard[which].is_some() {
            signs.add(Sign::PronounFits, 1.0, span);
        } else if !introduced[which] && heard[3].is_none() {
            signs.add(Sign::PronounOrphan, 1.0, span);
        }
    }
}

/// Places of female, male and plural pronouns; with `all`, pronouns only, else also the people they may mean;
/// the fourth is an animal, which may be either.
fn sexes(page: &Page, only_pronouns: bool) -> [Option<Range<usize>>; 4] {
    let mut found: [Option<Range<usize>>; 4] = Default::default();
    for token in page.words() {
        let which = pronoun(token.bare()).or_else(|| if only_pronouns { None } else { person(token) });
        if let Some(which) = which {
            found[which].get_or_insert(token.span.clone());
        }
    }
    found
}

/// Sexes that the text itself brings people of.
fn sexes_named(page: &Page) -> [bool; 4] {
    let mut found = [false; 4];
    for (at, token) in page.tokens.iter().enumerate() {
        let yours = at > 0 && page.tokens[at - 1].word == "your";
        if let Some(which) = person(token).filter(|_| !yours) {
            found[which] = true;
        }
        if is_named(page, at) {
            found[0] = true;
            found[1] = true;
        }
    }
    found
}

fn pronoun(word: &str) -> Option<usize> {
    match word {
        "she" | "her" | "hers" | "herself" => Some(0),
        "he" | "him" | "his" | "himself" => Some(1),
        "they" | "them" | "their" | "theirs" => Some(2),
        _ => None,
    }
}

fn person(token: &Token) -> Option<usize> {
    match kin_of(token) {
        Some(0 | 2 | 5 | 8) => Some(0),
        Some(1 | 3 | 4 | 7) => Some(1),
        Some(6) => Some(usize::from(token.word == "husband")),
        Some(9) => Some(2),
        Some(10 | 11) => Some(3),
        Some(_) => None,
        None => match token.word.as_str() {
            "woman" | "lady" | "aunt" | "auntie" | "niece" | "ms" | "mrs" | "ma'am" => Some(0),
            "man" | "gentleman" | "uncle" | "nephew" | "mr" | "bloke" | "sir" | "guy" => Some(1),
            word if word.len() > 4 && word.ends_with('s') && !word.ends_with("ss") => Some(2),
            _ => None,
        },
    }
}

/// Words of the brand's own sheet and trade, and of other trades.
fn brand(reader: &Reader<'_>, ground: &Ground<'_>, signs: &mut Signs) {
    // An answer strays from the trade with good reason, so only the wide families are held against it; a post is held
    // against the crafts too, and one word in passing does not make a craft the brand's own.
    let (told, own) = if reader.context.heard.is_some() {
        (both(FAMILIES.trades, FAMILIES.ties), ground.brand.kin)
    } else {
        (FAMILIES.trades, ground.brand.firm)
    };
    let own = both(own, told);
    let near = super::families::either(ground.heard.kin, ground.picture.kin);
    let (mut words, mut kin, mut away) = (0.0, 0.0, 0.0);
    let known = reader.context.brand.known();
    for token in &reader.page.tokens {
        if !token.first {
            continue;
        }
        if token.is_number() {
            let sign = if ground.brand.counts(token) { Sign::NumberKnown } else { Sign::NumberUnknown };
            if !ground.heard.counts(token) {
                signs.add(sign, 0.5, token.span.clone());
            }
            continue;
        }
        let own_name = known.name.contains(&token.key);
        if own_name {
            signs.add(Sign::OwnName, 0.5, token.span.clone());
        }
        if ground.brand.has(token) {
            let sign = if ground.brand.names(token) && !own_name { Sign::BrandName } else { Sign::BrandWord };
            let next = words + weight(token);
            signs.add(sign, share(next, 0.6) - share(words, 0.6), token.span.clone());
            words = next;
            continue;
        }
        let trades = both(FAMILIES.at(token.root), told);
        if trades == Kin::default()
            || weight(token) < 1.0
            || ground.heard.has(token)
            || ground.picture.has(token)
        {
            continue;
        }
        if meet(trades, own) {
            signs.add(Sign::BrandKin, share(kin + 1.0, 1.0) - share(kin, 1.0), token.span.clone());
            kin += 1.0;
        } else if !meet(trades, near) {
            signs.add(Sign::OtherTrade, share(away + 1.0, 1.0) - share(away, 1.0), token.span.clone());
            away += 1.0;
        }
    }
    if words < 0.5 && kin == 0.0 {
        signs.add(Sign::BrandNothing, 1.0, 0..0);
    }
}

/// Facts of which most words stand in the text.
fn recital(reader: &Reader<'_>, ground: &Ground<'_>, signs: &mut Signs) {
    let mut shared = vec![0_usize; ground.facts.len()];
    let mut seen = BTreeSet::new();
    for token in reader.page.words().filter(|token| is_content(token)) {
        // Most words are in no fact at all.
        if ground.brand.has(token) && seen.insert(token.root) {
            for (count, fact) in shared.iter_mut().zip(ground.facts) {
                *count += usize::from(fact.has(token));
            }
        }
    }
    let recited = ground
        .facts
        .iter()
        .zip(shared)
        .filter(|(fact, shared)| fact.len() >= 2 && shared * 5 >= fact.len() * 3);
    signs.add(Sign::FactsRecited, (recited.count().clamp(1, 4) - 1) as f64, 0..0);
}

/// Names that nobody here has heard of.
fn strangers(reader: &Reader<'_>, ground: &Ground<'_>, signs: &mut Signs) {
    let mut count = 0;
    for (at, token) in reader.page.tokens.iter().enumerate() {
        if is_named(&reader.page, at)
            && !ground.brand.has(token)
            && !ground.heard.has(token)
            && !ground.picture.has(token)
            && !token.named
            && !list::WHEN.holds(token)
        {
            signs.add(Sign::StrangeName, fading(count), token.span.clone());
            count += 1;
        }
    }
}
