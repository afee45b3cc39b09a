//! The help page, drawn from the table of keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::app::App;
use crate::tui::keymap::Intent;
use crate::tui::theme::Meaning;
use crate::tui::widget::page;
use crate::tui::words;

/// Cells for the keys.
const KEYS: usize = 24;

/// Draws it; how far it can be scrolled.
pub(crate) fn draw(frame: &mut Frame<'_>, area: Rect, app: &App, scroll: usize) -> usize {
    let width = usize::from(area.width);
    let rooms = app.sitting().map_or(0, |sitting| sitting.world().setup.rooms.len());
    let lines: Vec<Line<'static>> = app
        .keymap
        .lines(app.place_below())
        .filter(|binding| !app.is_idle(binding.intent))
        .filter(|binding| !matches!(binding.intent, Intent::Room(number) if number > rooms))
        .map(|binding| {
            let keys = words::clip(&binding.keys.join(", "), KEYS - 1);
            Line::from(vec![
                Span::styled(format!("{keys:<KEYS$}"), app.theme.style(Meaning::Key)),
                Span::styled(
                    words::clip(&binding.help, width.saturating_sub(KEYS)),
                    app.theme.style(Meaning::Plain),
                ),
            ])
        })
        .collect();
    page::draw(frame, area, app.theme, "Keys that work here", lines, scroll).most
}
