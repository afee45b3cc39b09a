//! Boilerplate: the same words as before, anybody's words, or the brand sheet read out.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::appraisal::lexicon::{is_content, list};
use crate::appraisal::reader::{Notes, Reader};
use crate::appraisal::table::{hash, pair};
use crate::appraisal::token::{Kind, Page};
use crate::appraisal::{Dimension, Why};

const CANNED: Dimension = Dimension::Canned;

/// What a stock phrase adds, and how many count.
const PHRASE: f64 = 0.3;
const PHRASES: usize = 3;

/// Earlier messages looked at.
const BACK: usize = 50;

pub(in crate::appraisal) fn read(reader: &Reader<'_>, notes: &mut Notes) {
    let repeat = repeated(reader);
    let sheet = from_sheet(reader);
    let phrases = reader.hits(&list::TEMPLATE);
    let stock = PHRASE * phrases.len().min(PHRASES) as f64;
    let again = repeat.as_ref().map_or(0.0, |found| found.share);
    let read_out = sheet.as_ref().map_or(0.0, |found| found.1);
    // Only the heaviest of the three counts, or one stock reply would be charged three times.
    if let Some(found) = repeat.filter(|found| found.share >= stock && found.share >= read_out) {
        let words = reader.quote_span(&found.span);
        let why = format!("{words} repeats what you said {} in the {}.", ago(found.ago), found.room);
        notes.add(CANNED, "said-before", found.share, found.span, why);
    } else if let Some((span, share)) = sheet.filter(|_| read_out > stock && read_out > again) {
        let why = Why::Quotes("reads like the brand sheet read out.");
        notes.add(CANNED, "sheet-read-out", share, span, why);
    } else {
        for run in phrases.into_iter().take(PHRASES) {
            let why = Why::Quotes("could have been sent to anybody.");
            notes.add(CANNED, "stock-phrase", PHRASE, reader.page.span(&run), why);
        }
    }
    if notes.sum(CANNED) > 0.0
        && let Some(at) = particular(reader)
    {
        let run = at..at + 1;
        let why = Why::Quotes("is about this person's own matter, so it was at least written for them.");
        notes.add(CANNED, "their-particulars", -0.3, reader.page.span(&run), why);
    }
}

struct Repeat {
    share: f64,
    span: Range<usize>,
    ago: usize,
    room: String,
}

fn ago(messages: usize) -> String {
    if messages == 1 { "in your last message".to_owned() } else { format!("{messages} messages ago") }
}

/// Words in order with their token index, names left out: a mail merge is no new text.
pub(in crate::appraisal) fn plain(page: &Page, names: &[u64]) -> Vec<(usize, u64)> {
    let mut out = Vec::new();
    for (index, token) in page.tokens.iter().enumerate() {
        if !token.is_wordlike() || names.contains(&token.key) {
            continue;
        }
        let saluted = index > 0
            && token.capital
            && token.kind == Kind::Word
            && list::SALUTE.holds(&page.tokens[index - 1])
            && !list::STOP.holds(token);
        if !saluted {
            out.push((index, token.key));
        }
    }
    out
}

/// A hash for each run of three words.
pub(in crate::appraisal) fn shingles(words: &[(usize, u64)]) -> Vec<u64> {
    let three = |run: &[(usize, u64)]| run.iter().fold(0, |hash, word| pair(hash, word.1));
    words.windows(3).map(three).collect()
}

/// The earlier message that shares most three-word runs with this one.
fn repeated(reader: &Reader<'_>) -> Option<Repeat> {
    if reader.context.before.is_empty() {
        return None;
    }
    let names: Vec<u64> = reader.from().split_whitespace().map(hash).collect();
    let words = plain(&reader.page, &names);
    let runs = shingles(&words);
    let before = reader.context.before;
    let ours: BTreeSet<u64> = runs.iter().copied().collect();
    let mut best: Option<Repeat> = None;
    for (index, said) in before.iter().enumerate().skip(before.len().saturating_sub(BACK)) {
        let old = plain(said.page(), &names);
        let known: BTreeSet<u64> = shingles(&old).into_iter().filter(|run| ours.contains(run)).collect();
        let hits: Vec<usize> = (0..runs.len()).filter(|&at| known.contains(&runs[at])).collect();
        let whole = runs.is_empty()
            && !words.is_empty()
            && words.iter().map(|word| word.1).eq(old.iter().map(|word| word.1));
        let share = if whole { 1.0 } else { hits.len() as f64 / runs.len().max(1) as f64 };
        // A shared turn of phrase is not a repeat.
        if share < 0.2 || best.as_ref().is_some_and(|found| found.share > share) {
            continue;
        }
        let span = match hits.first() {
            Some(&first) => {
                let mut last = first;
                while runs.get(last + 1).is_some_and(|run| known.contains(run)) {
                    last += 1;
                }
                reader.page.span(&(words[first].0..words[last + 2].0 + 1))
            }
            None => 0..reader.text.len(),
        };
        best = Some(Repeat { share, span, ago: before.len() - index, room: said.room.clone() });
    }
    best
}

/// How much of a longer text is the sheet's own sentences, and where.
fn from_sheet(reader: &Reader<'_>) -> Option<(Range<usize>, f64)> {
    let words = plain(&reader.page, &[]);
    if words.len() < 12 {
        return None;
    }
    let runs = shingles(&words);
    let sheet = &reader.context.brand.known().runs;
    let hits: Vec<usize> = (0..runs.len()).filter(|&at| sheet.has(runs[at])).collect();
    let share = hits.len() as f64 / runs.len().max(1) as f64;
    let first = *hits.first()?;
    (share >= 0.5).then(|| (reader.page.span(&(words[first].0..words[first + 2].0 + 1)), share * 0.8))
}

/// A word of this person's own matter; their name does not count.
fn particular(reader: &Reader<'_>) -> Option<usize> {
    let heard = reader.context.heard?;
    let trouble = Page::new(&heard.trouble.join(" "));
    let mut named: BTreeSet<&str> = trouble.tokens.iter().map(|token| token.stem.as_str()).collect();
    named.extend(reader.heard_topic().map(|token| token.stem.as_str()));
    reader.page.tokens.iter().position(|token| {
        is_content(token) && token.word.len() > 2 && !token.named && named.contains(token.stem.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::{Context, Deed, Earlier, appraise, sample};

    #[track_caller]
    fn check(text: &str, before: &[&str], low: f64, high: f64) {
        let (room, brand, heard) = (sample::klatch(), sample::bakery(), sample::burnt());
        let before: Vec<Earlier> = before.iter().map(|&old| Earlier::new("klatch", old)).collect();
        let context = Context {
            deed: Deed::Reply,
            heard: Some(&heard),
            before: &before,
            ..sample::post(&room, &brand)
        };
        sample::check(text, &appraise(text, &context), CANNED, low, high);
    }

    #[test]
    fn the_same_again_is_canned() {
        let merged = "Hi Ruth, so good to hear from you, do come and see us again soon at the shop!";
        let earlier = "Hi Hans, so good to hear from you, do come and see us again soon at the shop!";
        check(merged, &[earlier], 0.6, 1.0);
        check(merged, &[], 0.0, 0.0);
        check("Thank you for reaching out! We value your feedback.", &[], 0.55, 0.65);
        check("Thank you for reaching out about the burnt loaf.", &[], 0.0, 0.05);
        check("Thanks!", &["Thanks!"], 1.0, 1.0);
        check("I'll bring a new one by noon.", &["The oven is on."], 0.0, 0.0);
    }

    #[test]
    fn the_sheet_read_out_is_canned() {
        let sheet: Vec<String> = sample::bakery().facts.into_iter().map(|fact| fact.text).collect();
        let text = sheet.join(" ");
        sample::check(&text, &sample::read_post(&text), CANNED, 0.5, 1.0);
    }
}
