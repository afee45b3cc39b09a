//! Words quoted in lines, with the parts that did something underlined.

use std::ops::Range;

use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::tui::theme::{Meaning, Theme};
use crate::tui::words;

/// A text in lines of at most `width` cells; the bytes in these ranges are underlined and bold.
pub(crate) fn lines(
    theme: Theme,
    meaning: Meaning,
    text: &str,
    marked: &[Range<usize>],
    width: usize,
) -> Vec<Line<'static>> {
    let plain = theme.style(meaning);
    let struck = plain.add_modifier(Modifier::UNDERLINED | Modifier::BOLD);
    let mut source = text.grapheme_indices(true).peekable();
    let mut lines = Vec::new();
    for line in words::wrap(text, width) {
        let mut spans: Vec<Span<'static>> = Vec::new();
        for grapheme in line.graphemes(true) {
            // The wrapped line is the text with some of its white space gone: the next same grapheme is this one.
            let at =
                source.find(|(_, other)| *other == grapheme || grapheme == " " && other.trim().is_empty());
            let is_marked = at.is_some_and(|(at, _)| marked.iter().any(|range| range.contains(&at)));
            let style = if is_marked { struck } else { plain };
            match spans.last_mut() {
                Some(last) if last.style == style => last.content.to_mut().push_str(grapheme),
                Some(_) | None => spans.push(Span::styled(grapheme.to_owned(), style)),
            }
        }
        lines.push(Line::from(spans));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_marked_is_underlined_wherever_lines_break() {
        let text = "Come in.\n\nBuy   now, or  be late: 日本 and buy now.";
        for width in 3..40 {
            let at = text.find("Buy").unwrap();
            let shown = lines(Theme::default(), Meaning::Ours, text, &[at..at + 9, at + 28..at + 29], width);
            let all: Vec<&Span<'_>> = shown.iter().flat_map(|line| &line.spans).collect();
            let of = |wanted: bool| {
                let spans = all
                    .iter()
                    .filter(|span| span.style.add_modifier.contains(Modifier::UNDERLINED) == wanted);
                spans.flat_map(|span| span.content.chars()).filter(|c| !c.is_whitespace()).collect::<String>()
            };
            assert!(of(true).starts_with("Buynow"), "{width}: {}", of(true));
            assert!(of(false).starts_with("Comein.,orbelate:"), "{width}: {}", of(false));
        }
    }
}
