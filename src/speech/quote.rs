//! Picks the word of a brand's text that somebody would take up.

use super::phrase;

/// How many of the most distinctive words are worth quoting.
const WORTH: usize = 4;

/// Distinctive words of a text, best first, as the text wrote them; `loud` puts words that sell first.
pub(super) fn words(text: &str, brand: &str, loud: bool) -> Vec<String> {
    let lists = phrase::slots();
    let brand: Vec<String> = super::topic::words(brand);
    let mut found: Vec<(bool, usize, String)> = Vec::new();
    for token in text.split_whitespace().filter(|token| !token.contains("://") && !token.contains('@')) {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        let (lower, length) = (word.to_lowercase(), word.chars().count());
        let odd = word.chars().any(|c| !(c.is_alphabetic() || matches!(c, '-' | '\'' | '’')));
        let known = found.iter().any(|(_, _, earlier)| earlier.to_lowercase() == lower);
        let stem = lower.trim_end_matches("'s").trim_end_matches("’s");
        let short = length < if is_topical(word) { 3 } else { 4 };
        if odd || known || short || length > 16 || brand.iter().any(|part| part == stem) {
            continue;
        }
        if lists.common.contains(&lower) {
            continue;
        }
        found.push((loud && lists.loud.contains(&lower), length, word.to_owned()));
    }
    if found.iter().any(|(sells, _, _)| *sells) {
        found.retain(|(sells, _, _)| *sells);
    }
    // Words that are about something people talk of; a long word may still be an empty one.
    if found.iter().any(|(_, _, word)| is_topical(word)) {
        found.retain(|(_, _, word)| is_topical(word));
    }
    found.sort_by_key(|&(_, length, _)| std::cmp::Reverse(length));
    found.into_iter().take(WORTH).map(|(_, _, word)| word).collect()
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
