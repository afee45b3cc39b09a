//! The palette and the search: a line to type in, and what it finds.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::drawn::{Drawn, Spot};
use crate::tui::finder::{Finder, Kind};
use crate::tui::theme::Meaning;
use crate::tui::widget::page;
use crate::tui::words;

/// Draws it.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    app: &App,
    desk: &Desk,
    finder: &Finder,
    drawn: &mut Drawn,
) {
    let theme = app.theme;
    let width = usize::from(area.width);
    let found = finder.found(desk, &app.keymap);
    let asked = match finder.kind {
        Kind::Actions(_) => "Do what? ",
        Kind::Words => "Find whom, or which words? ",
    };
    let typed = words::clip(&finder.typed, width.saturating_sub(asked.len() + 1));
    if !area.is_empty() {
        let x = area.x.saturating_add((asked.len() + typed.width()) as u16);
        frame.set_cursor_position((x.min(area.right() - 1), area.y));
    }
    let heading = format!("{asked}{typed}");
    let lines: Vec<Line<'static>> = found
        .iter()
        .enumerate()
        .map(|(at, (_, shown, beside))| {
            let is_marked = at == finder.at;
            let meaning = if is_marked { Meaning::Selected } else { Meaning::Plain };
            let beside = words::clip(beside, width / 4);
            let shown = words::clip(shown, width.saturating_sub(beside.width() + 4));
            Line::from(vec![
                Span::styled(if is_marked { "> " } else { "  " }, theme.style(Meaning::Key)),
                Span::styled(shown, theme.style(meaning)),
                Span::styled(format!("  {beside}"), theme.style(Meaning::Key)),
            ])
        })
        .collect();
    let fit = usize::from(area.height.saturating_sub(2));
    let scroll = page::first_shown(finder.at, lines.len(), fit);
    let empty = match (finder.kind, finder.typed.is_empty()) {
        (Kind::Words, true) => "Type a name, or a word that somebody said.",
        (Kind::Words | Kind::Actions(_), _) => "Nothing is found.",
    };
    let count = lines.len();
    let lines = if lines.is_empty() { vec![Line::styled(empty, theme.style(Meaning::Quiet))] } else { lines };
    let shown = page::draw(frame, area, theme, &heading, lines, scroll);
    drawn.put_lines(shown.body, (shown.first..count).map(|row| Some(Spot::Row(row))));
}
