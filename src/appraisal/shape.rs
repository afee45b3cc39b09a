//! The outward form of a text that moves reach and reaction whatever it says: length, tags, numbers, quotes, easy words.

use unicode_segmentation::UnicodeSegmentation;

/// Words that offer something to make up for a failure.
const REDRESS: &str = include_str!("../../assets/lexicons/redress.txt");

/// The form of one text.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Shape {
    /// Characters, as a reader counts them.
    pub chars: u32,
    /// Hashtags.
    pub hashtags: u32,
    /// Whether there is a number in it.
    pub number: bool,
    /// Whether somebody is quoted.
    pub quote: bool,
    /// Letters a word on average; 0 without words.
    pub letters: f64,
    /// Whether it offers to make up for something: money back, another one, a voucher.
    pub redress: bool,
}

impl Shape {
    /// The form of a text.
    pub fn of(text: &str) -> Self {
        let words =
            text.split_whitespace().filter(|word| !word.starts_with(['#', '@']) && !word.contains("://"));
        let lengths: Vec<usize> = words
            .map(|word| word.chars().filter(|c| c.is_alphabetic()).count())
            .filter(|letters| *letters > 0)
            .collect();
        let letters = lengths.iter().sum::<usize>() as f64 / lengths.len().max(1) as f64;
        let tagged = |word: &&str| word.len() > 1 && word.starts_with('#');
        let quotes = text.chars().filter(|c| matches!(c, '"' | '\u{201c}' | '\u{201d}')).count();
        let lower = text.to_lowercase();
        let lines = REDRESS.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let mut redress = lines;
        Self {
            chars: text.graphemes(true).count() as u32,
            hashtags: text.split_whitespace().filter(tagged).count() as u32,
            number: text.chars().any(|c| c.is_ascii_digit()),
            quote: quotes >= 2,
            letters,
            redress: redress.any(|phrase| lower.contains(phrase)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Shape;

    #[test]
    fn the_form_of_a_text_is_seen() {
        let shape = Shape::of("\u{201c}Best rye in 3 towns,\u{201d} said Nora. #rye #bread Who else?");
        assert!(shape.quote && shape.number && !shape.redress);
        assert_eq!(shape.hashtags, 2);
        let shape = Shape::of("I am sorry, we'll refund you today.");
        assert!(shape.redress && !shape.number && !shape.quote);
        assert!(
            Shape::of("The cat sat on the mat.").letters
                < Shape::of("Considerable organisational ramifications.").letters
        );
    }
}
