//! A screen in ASCII: lines, bars, dots and quotes of our own become plain signs; the letters of people's names and words stay.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

/// Plain signs for what we draw.
const SIGNS: [(&str, &str); 21] = [
    ("─", "-"),
    ("═", "="),
    ("│", "|"),
    ("║", "|"),
    ("…", "~"),
    ("·", "-"),
    ("█", "#"),
    ("░", "."),
    ("▀", "#"),
    ("▄", "#"),
    ("▌", "#"),
    ("“", "\""),
    ("”", "\""),
    ("‘", "'"),
    ("’", "'"),
    ("–", "-"),
    ("—", "-"),
    ("•", "*"),
    ("→", ">"),
    ("←", "<"),
    ("×", "x"),
];

/// Makes every cell plain. A sign that takes two cells becomes a star and a space.
#[expect(
    clippy::disallowed_methods,
    reason = "only signs of the table above are written, and those are ASCII"
)]
pub(crate) fn flatten(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if symbol.is_ascii() || symbol.chars().next().is_some_and(char::is_alphabetic) {
            continue;
        }
        let plain = SIGNS.iter().find(|(sign, _)| *sign == symbol).map(|(_, plain)| *plain);
        let is_corner = matches!(symbol.chars().next(), Some('\u{2500}'..='\u{257f}'));
        let wide = symbol.width() > 1;
        cell.set_symbol(plain.unwrap_or(if is_corner {
            "+"
        } else if wide {
            "* "
        } else {
            "*"
        }));
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::text::Line;
    use ratatui::widgets::Widget;

    use super::*;

    #[test]
    fn signs_become_plain_and_letters_stay() {
        for (shown, wanted) in [("╭─╮ Zoë …", "+-+ Zoë ~"), ("█░ “a”", "#. \"a\""), ("日 👍 x", "日 * x")]
        {
            let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width: 12, height: 1 });
            Line::raw(shown).render(buffer.area, &mut buffer);
            flatten(&mut buffer);
            let text: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
            let squeezed = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(squeezed, wanted, "{shown}");
        }
    }
}
