//! A screen as text: the words, and a second grid with one letter for each style.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::style::Style;

/// The words of a screen, one line a row, without spaces at the end.
pub(crate) fn text(buffer: &Buffer) -> String {
    rows(buffer, |buffer, x, y| buffer[(x, y)].symbol().to_owned())
}

/// Words and styles of a screen, with a legend. Cells of the most usual style are dots.
pub(crate) fn styled(buffer: &Buffer) -> String {
    let mut seen: Vec<(Style, usize)> = Vec::new();
    for cell in &buffer.content {
        match seen.iter_mut().find(|(style, _)| *style == cell.style()) {
            Some((_, count)) => *count += 1,
            None => seen.push((cell.style(), 1)),
        }
    }
    let usual = seen.iter().max_by_key(|(_, count)| *count).map(|(style, _)| *style);
    let others: Vec<Style> =
        seen.into_iter().map(|(style, _)| style).filter(|style| Some(*style) != usual).collect();
    let letter = |style: Style| match others.iter().position(|other| *other == style) {
        Some(place) => char::from(b'a' + (place as u8).min(25)),
        None => '.',
    };
    let styles = rows(buffer, |buffer, x, y| letter(buffer[(x, y)].style()).to_string());
    let mut dump = format!("{}\n---\n{styles}\n---\n", text(buffer));
    for style in &others {
        let _ = writeln!(dump, "{} = {}", letter(*style), look(*style));
    }
    dump
}

/// A style in words.
pub(crate) fn look(style: Style) -> String {
    let mut parts = Vec::new();
    parts.extend(
        style.fg.filter(|colour| *colour != ratatui::style::Color::Reset).map(|colour| colour.to_string()),
    );
    parts.extend(
        style
            .bg
            .filter(|colour| *colour != ratatui::style::Color::Reset)
            .map(|colour| format!("on {colour}")),
    );
    if !style.add_modifier.is_empty() {
        parts.push(format!("{:?}", style.add_modifier));
    }
    parts.join(" ")
}

fn rows(buffer: &Buffer, cell: impl Fn(&Buffer, u16, u16) -> String) -> String {
    let area = buffer.area;
    let row = |y: u16| {
        let row: String = (area.left()..area.right()).map(|x| cell(buffer, x, y)).collect();
        row.trim_end().to_owned()
    };
    (area.top()..area.bottom()).map(row).collect::<Vec<_>>().join("\n")
}
