//! Picks the word of a brand's text that somebody would take up.

use super::phrase;

/// How many of the most distinctive words are worth quoting.
const WORTH: usize = 4;

/// Distinctive words of a text, best first, as the text wrote them; `loud` puts words that sell first.
pub(super) fn words(text: &str, brand: &str, loud: bool) -> Vec<String> {
    let lists = phrase::slots();
    let brand: Vec<String> = super::topic::words(brand);
    let mut found: Vec<Found<'_>> = Vec::new();
    for token in text.split_whitespace().filter(|token| !token.contains("://") && !token.contains('@')) {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        let length = word.chars().count();
        let odd = word.chars().any(|c| !(c.is_alphabetic() || matches!(c, '-' | '\'' | '’')));
        if odd || !(3..=16).contains(&length) {
            continue;
        }
        let lower = word.to_lowercase();
        let stem = lower.trim_end_matches("'s").trim_end_matches("’s");
        let known = found.iter().any(|earlier| earlier.lower == lower);
        if known || brand.iter().any(|part| part == stem) || lists.common.contains(&lower) {
            continue;
        }
        let topical = is_topical(word);
        if topical || length > 3 {
            let sells = loud && lists.loud.contains(&lower);
            found.push(Found { sells, topical, length, word, lower });
        }
    }
    if found.iter().any(|found| found.sells) {
        found.retain(|found| found.sells);
    }
    // Words that are about something people talk of; a long word may still be an empty one.
    if found.iter().any(|found| found.topical) {
        found.retain(|found| found.topical);
    }
    found.sort_by_key(|found| std::cmp::Reverse(found.length));
    found.into_iter().take(WORTH).map(|found| found.word.to_owned()).collect()
}

/// A word that could be taken up.
struct Found<'a> {
    sells: bool,
    topical: bool,
    length: usize,
    word: &'a str,
    lower: String,
}

fn is_topical(word: &str) -> bool {
    super::topic::touches(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_was_written_and_matters() {
        let cases: [(&str, bool, &[&str]); 6] = [
            ("The sourdough is out of the oven", false, &["sourdough", "oven"]),
            ("Walter, the sourdough will be ready in about three weeks", false, &["sourdough"]),
            ("A great DISCOUNT on sourdough!", true, &["DISCOUNT"]),
            ("Bellamy's sourdough", false, &["sourdough"]),
            ("see https://example.org/sourdough", false, &[]),
            ("it is to be", false, &[]),
        ];
        for (text, loud, expected) in cases {
            assert_eq!(words(text, "Bellamy & Sons", loud), expected, "{text}");
        }
    }
}
