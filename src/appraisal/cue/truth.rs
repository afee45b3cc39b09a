//! Agreement with what is true of the brand: claims against its sheet and against what it said before.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::appraisal::known::{KnownBrand, KnownFact};
use crate::appraisal::lexicon::{is_content, list};
use crate::appraisal::reader::{Notes, Reader, Saturating};
use crate::appraisal::token::{Kind, Page, Sentence, Token, sketched};
use crate::appraisal::{Claim, Dimension, Verdict, Why};

/// The words of a key stand within so many tokens of each other.
const NEAR: usize = 8;

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    confirmed(reader, notes);
    contradicted(reader, notes);
    wrong_number(reader, notes);
    said_otherwise(reader, notes);
    superlatives(reader, notes);
    banned(reader, notes);
}

fn confirmed(reader: &Reader<'_>, notes: &mut Notes) {
    let mut sum = Saturating::new(0.4, 1.5);
    let brand = reader.context.brand;
    for (index, (known, fact)) in brand.known().facts.iter().zip(&brand.facts).enumerate() {
        let bit = KnownBrand::fact(index);
        if reader.touched & bit != 0
            && let Some(run) = states(
                &reader.page,
                (known, bit),
                reader.context.heard.is_some_and(|heard| heard.answers.contains(&index)),
            )
        {
            let span = reader.page.span(&run);
            let why = format!("{} is true; the sheet says: {}", reader.quote(&run), fact.text);
            notes.add(Dimension::Truth, "fact-confirmed", sum.next(1.0), span.clone(), why);
            notes.claims.push(Claim { verdict: Verdict::Confirmed(index), span });
        }
    }
}

/// Where a page states a fact: by one of its keys, or by enough of its words; fewer are enough where it was `asked` for.
fn states(page: &Page, (fact, bit): (&KnownFact, u64), asked: bool) -> Option<Range<usize>> {
    let KnownFact { topic, has_numbers, denies, keys, .. } = fact;
    page.sentences.iter().filter(|sentence| !sentence.question).find_map(|sentence| {
        let tokens = page.of(sentence);
        if !touches(tokens, bit) {
            return None;
        }
        let shared: Vec<usize> = (0..tokens.len())
            .filter(|&at| is_content(&tokens[at]) && topic.binary_search(&tokens[at].root).is_ok())
            .collect();
        let mut kinds: Vec<u64> = shared.iter().map(|&at| tokens[at].root).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let negated = shared.iter().filter(|&&at| tokens[at].negated).count();
        if !*denies && negated * 2 > shared.len() {
            return None;
        }
        let offset = sentence.tokens.start;
        let by_key = keys.iter().filter_map(|key| near(tokens, sentence.sketch, key)).find(|run| {
            let words = tokens[run.clone()].iter().filter(|token| is_content(token)).count();
            words >= 2 || kinds.len() >= 2 || kinds.iter().any(|kind| tokens[run.start].root != *kind)
        });
        let number = !*has_numbers || shared.iter().any(|&at| tokens[at].is_digits());
        // In a reply "yes: at 7 on Sunday" is enough for a long fact; two shared words for a short one.
        // "It's £4" is all that somebody who asked the price wants.
        let price = asked && shared.iter().any(|&at| tokens[at].kind == Kind::Price);
        let enough =
            price || kinds.len() >= 2 && number && kinds.len() * if asked { 3 } else { 2 } >= topic.len();
        let by_words = enough.then(|| shared[0]..shared[shared.len() - 1] + 1);
        by_key.or(by_words).map(|run| offset + run.start..offset + run.end)
    })
}

/// Whether some word may speak of a fact or false claim.
fn touches(tokens: &[Token], bit: u64) -> bool {
    tokens.iter().any(|token| token.touches & bit != 0)
}

/// The shortest-found run of tokens that holds all words of a key near each other.
fn near(tokens: &[Token], sketch: u64, key: &Page) -> Option<Range<usize>> {
    if !key.words().all(|word| sketch & (sketched(word.key) | sketched(word.root)) != 0) {
        return None;
    }
    (0..tokens.len()).find_map(|at| {
        if !key.words().any(|word| same(&tokens[at], word)) {
            return None;
        }
        let window = &tokens[at..(at + NEAR).min(tokens.len())];
        let mut end = 0;
        for word in key.words() {
            end = end.max(window.iter().position(|token| same(token, word))? + 1);
        }
        Some(at..at + end)
    })
}

fn same(token: &Token, word: &Token) -> bool {
    token.is_wordlike() && token.is_like(word)
}

fn contradicted(reader: &Reader<'_>, notes: &mut Notes) {
    let page = &reader.page;
    let mut first = true;
    for (index, claim) in reader.context.brand.false_claims.iter().enumerate() {
        let known = reader.context.brand.known();
        let affirmed = affirms(reader, notes, &known.claimed[index]);
        let bit = known.claim(index);
        if reader.touched & bit == 0 && affirmed.is_none() {
            continue;
        }
        let keys = &known.claims[index];
        let mut honest = None;
        let own = |sentence: &&Sentence| {
            let tokens = page.of(sentence);
            !sentence.question && touches(tokens, bit) && !is_of_others(tokens)
        };
        let made = page.sentences.iter().filter(own).find_map(|sentence| {
            let tokens = page.of(sentence);
            keys.iter().find_map(|key| {
                let run = near(tokens, sentence.sketch, key)?;
                let place = sentence.tokens.start + run.start..sentence.tokens.start + run.end;
                if is_denied(&tokens[run], key) {
                    honest.get_or_insert(place);
                    None
                } else {
                    Some(place)
                }
            })
        });
        if let Some(run) = made.or_else(|| affirmed.filter(|_| honest.is_none())) {
            let span = page.span(&run);
            let why = format!("{} is not true. {}", reader.quote(&run), claim.truth);
            notes.add(Dimension::Truth, "not-true", if first { -0.6 } else { -0.05 }, span.clone(), why);
            notes.claims.push(Claim { verdict: Verdict::Contradicted(index), span });
            first = false;
        } else if let Some(run) = honest {
            let why = Why::Quotes("is owned up to plainly, which is worth more than a claim.");
            notes.add(Dimension::Truth, "honest-no", 0.1, page.span(&run), why);
        }
    }
}

/// Whether a claim is denied; one that is itself a denial ("no adverts") only by a second one.
fn is_denied(said: &[Token], key: &Page) -> bool {
    let denies = |token: &Token| list::NEGATOR.holds(token);
    let twice = key.words().any(denies);
    said.iter().any(|token| token.negated && (!twice || denies(token)))
}

/// Where an answer says yes to a question whether a false claim is true, and states none of the facts asked for.
fn affirms(reader: &Reader<'_>, notes: &Notes, claimed: &[u64]) -> Option<Range<usize>> {
    let heard = reader.context.heard?;
    let answered = notes
        .claims
        .iter()
        .any(|claim| matches!(claim.verdict, Verdict::Confirmed(fact) if heard.answers.contains(&fact)));
    if answered || !reader.heard.sentences.iter().any(|sentence| sentence.question) {
        return None;
    }
    let asked = |stem: &&u64| reader.heard_topic().any(|token| token.root == **stem);
    if claimed.iter().filter(asked).count() < 2 {
        return None;
    }
    let yes = reader.hits(&list::AFFIRM);
    let denies = (0..reader.page.tokens.len())
        .any(|at| reader.page.tokens[at].negated && !yes.iter().any(|run| run.contains(&at)));
    if denies {
        return None;
    }
    let first = reader.page.sentences.first()?;
    yes.into_iter().find(|run| run.end <= first.tokens.end)
}

/// Whether a sentence is about somebody else's things: "ask at the nut-free bakery instead".
fn is_of_others(tokens: &[Token]) -> bool {
    let points_away = |token: &Token| matches!(token.word.as_str(), "instead" | "elsewhere" | "another");
    let our = |token: &Token| matches!(token.word.as_str(), "we" | "our" | "ours" | "i" | "my" | "us");
    tokens.iter().any(points_away) && !tokens.iter().any(our)
}

/// A time or price beside the words of a fact that has another: "we open at 9" where the sheet says seven.
fn wrong_number(reader: &Reader<'_>, notes: &mut Notes) {
    let page = &reader.page;
    let facts = &reader.context.brand.known().facts;
    for sentence in page.sentences.iter().filter(|sentence| !sentence.question) {
        let tokens = page.of(sentence);
        // What somebody will do at some hour is a plan, not a claim.
        let plan = tokens.iter().any(|token| token.word.ends_with("'ll") || token.word == "will");
        let Some(number) = tokens.iter().find(|token| matches!(token.kind, Kind::Time | Kind::Price)) else {
            continue;
        };
        if plan {
            continue;
        }
        let said: BTreeSet<u64> = tokens.iter().map(|token| token.root).collect();
        let clash = facts.iter().position(|KnownFact { topic, numbers, .. }| {
            let words = topic.iter().filter(|word| !numbers.contains(word) && said.contains(word));
            !numbers.is_empty() && !numbers.iter().any(|number| said.contains(number)) && words.count() >= 2
        });
        if let Some(fact) = clash {
            let sheet = &reader.context.brand.facts[fact].text;
            let why = format!("{} is not on the sheet, which says: {sheet}", reader.quote_span(&number.span));
            notes.add(Dimension::Truth, "number-not-on-sheet", -0.2, number.span.clone(), why);
            notes.claims.push(Claim { verdict: Verdict::Unsupported, span: number.span.clone() });
            return;
        }
    }
}

/// The same thing said earlier with another number.
fn said_otherwise(reader: &Reader<'_>, notes: &mut Notes) {
    let page = &reader.page;
    let told: Vec<&Sentence> = page
        .sentences
        .iter()
        .filter(|sentence| !sentence.question && page.of(sentence).iter().any(Token::is_digits))
        .take(20)
        .collect();
    if told.is_empty() {
        return;
    }
    let before = reader.context.before;
    for (index, said) in before.iter().enumerate().skip(before.len().saturating_sub(50)) {
        let (room, earlier) = (&said.room, said.page());
        for sentence in &told {
            let clash = earlier.sentences.iter().any(|old| differ(page.of(sentence), earlier.of(old)));
            let settled = notes.claims.iter().any(|claim| {
                matches!(claim.verdict, Verdict::Confirmed(_))
                    && claim.span.start >= sentence.span.start
                    && claim.span.end <= sentence.span.end
            });
            if clash && !settled {
                let words = reader.quote_span(&sentence.span);
                let why = format!("{words} differs from what you said earlier in the {room}.");
                notes.add(Dimension::Truth, "said-otherwise", -0.6, sentence.span.clone(), why);
                notes
                    .claims
                    .push(Claim { verdict: Verdict::SaidOtherwise(index), span: sentence.span.clone() });
                return;
            }
        }
    }
}

/// Whether two sentences say the same with different numbers.
fn differ(a: &[Token], b: &[Token]) -> bool {
    if !b.iter().any(Token::is_digits) {
        return false;
    }
    let ((words_a, numbers_a), (words_b, numbers_b)) = (split(a), split(b));
    let common = words_a.intersection(&words_b).count();
    let all = words_a.union(&words_b).count();
    common >= 2
        && common * 10 >= all * 6
        && !numbers_a.is_empty()
        && !numbers_b.is_empty()
        && numbers_a.is_disjoint(&numbers_b)
}

/// The words and the numbers that carry a topic.
fn split(tokens: &[Token]) -> (BTreeSet<&str>, BTreeSet<&str>) {
    let of = |digits| {
        let topic = tokens.iter().filter(move |token| is_content(token) && token.is_digits() == digits);
        topic.map(|token| token.stem.as_str()).collect()
    };
    (of(false), of(true))
}

fn superlatives(reader: &Reader<'_>, notes: &mut Notes) {
    let page = &reader.page;
    let plain = reader.hits(&list::SUPERLATIVE_PLAIN);
    let supported = |run: &Range<usize>| {
        let word = page.tokens[run.start].stem.as_str();
        let facts = &reader.context.brand.known().facts;
        facts.iter().any(|fact| fact.page.tokens.iter().any(|token| token.stem == word))
    };
    let found = reader.hits(&list::SUPERLATIVE).into_iter().filter(|run| {
        let inside = plain.iter().any(|other| other.start < run.end && run.start < other.end);
        !inside && !page.tokens[run.start].negated && !supported(run)
    });
    for run in found.take(2) {
        let span = page.span(&run);
        let why = Why::Quotes("is a claim nobody can check; nothing on the sheet bears it out.");
        notes.add(Dimension::Truth, "superlative", -0.15, span.clone(), why);
        notes.claims.push(Claim { verdict: Verdict::Unsupported, span });
    }
}

fn banned(reader: &Reader<'_>, notes: &mut Notes) {
    let keys = &reader.context.brand.known().banned;
    for key in keys.iter().filter(|key| key.word_count() > 0) {
        if notes.cues.iter().filter(|cue| cue.rule == "banned-word").count() == 2 {
            return;
        }
        let length = key.tokens.len();
        let at = reader
            .page
            .tokens
            .windows(length)
            .position(|run| run.iter().zip(&key.tokens).all(|(a, b)| a.word == b.word));
        if let Some(at) = at {
            let run = at..at + length;
            let why = format!("{} is a word {} never uses.", reader.quote(&run), reader.context.brand.name);
            notes.add(Dimension::Truth, "banned-word", -0.2, reader.page.span(&run), why);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::{appraise, sample};

    #[track_caller]
    fn check(text: &str, low: f64, high: f64) {
        sample::check(text, &sample::read_post(text), Dimension::Truth, low, high);
    }

    #[test]
    fn claims_stand_against_the_sheet() {
        check("We open at 7 on Sunday too.", 0.7, 1.0);
        check("We open at 9 every day.", 0.4, 0.4);
        check("I'll open at 9 that day.", 0.6, 0.6);
        check("All our loaves are gluten-free now.", 0.0, 0.1);
        check("Our bread isn't gluten free, sorry.", 0.65, 0.75);
        check("Is our bread gluten free? Ask me.", 0.6, 0.6);
        check("The best bread in town, the finest crust, simply unbeatable.", 0.29, 0.31);
        check("All the best, Mabel", 0.6, 0.6);
        check("Our artisanal crust.", 0.39, 0.41);
        check("The oven hums.", 0.6, 0.6);
        check("You'll find us on Mill Street.", 0.7, 0.8);
    }

    #[test]
    fn the_verdicts_point_at_their_facts() {
        let read = sample::read_post("The rye costs £4 and it is gluten free.");
        let verdicts: Vec<Verdict> = read.claims.iter().map(|claim| claim.verdict).collect();
        assert!(verdicts.contains(&Verdict::Confirmed(1)), "{verdicts:?}");
        assert!(verdicts.contains(&Verdict::Contradicted(0)), "{verdicts:?}");
    }

    #[test]
    fn saying_two_things_is_noticed() {
        let (room, brand) = (sample::klatch(), sample::bakery());
        let before = [crate::appraisal::Earlier::new("party", "The seeded loaf costs £5.")];
        let context = crate::appraisal::Context { before: &before, ..sample::post(&room, &brand) };
        let read = appraise("The seeded loaf costs £6.", &context);
        assert!(read.claims.iter().any(|claim| claim.verdict == Verdict::SaidOtherwise(0)));
        let read = appraise("The seeded loaf costs £5.", &context);
        assert!(read.claims.is_empty());
    }
}
