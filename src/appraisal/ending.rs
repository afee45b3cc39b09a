//! Takes the ending off a word, so that "bake" and "baked" are one, and writes number words as digits.

use compact_str::CompactString;

/// A word without its ending; number words and clock times as bare digits.
pub(super) fn stem(word: &str) -> CompactString {
    if let Some(value) = number_word(word) {
        return CompactString::const_new(value);
    }
    if word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£')) {
        let digits = word.trim_start_matches(['$', '€', '£']);
        let digits = digits.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '$' | '€' | '£'));
        return digits.strip_suffix(":00").or(digits.strip_suffix(".00")).unwrap_or(digits).into();
    }
    let word = word.strip_suffix("'s").unwrap_or(word);
    let cut = |ending: &str, least: usize| word.strip_suffix(ending).filter(|base| base.len() >= least);
    let base = if let Some(base) = cut("ies", 2).or(cut("ied", 2)) {
        return compact_str::format_compact!("{base}y");
    } else if let Some(base) = cut("ing", 3).or(cut("ed", 3)).or(cut("es", 3)).or(cut("ly", 3)) {
        base
    } else if let Some(base) = cut("s", 3).filter(|base| !base.ends_with('s')) {
        base
    } else {
        word
    };
    let base = base.strip_suffix('e').filter(|base| base.len() >= 3).unwrap_or(base);
    let mut base = CompactString::new(base);
    let mut back = base.chars().rev();
    let doubled =
        back.next().is_some_and(|last| back.next() == Some(last) && !matches!(last, 'l' | 's' | 'e' | 'o'));
    if doubled {
        base.pop();
    }
    base
}

fn number_word(word: &str) -> Option<&'static str> {
    Some(match word {
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        "eleven" => "11",
        "twelve" | "noon" | "midday" => "12",
        "twenty" => "20",
        "thirty" => "30",
        _ => return None,
    })
}
