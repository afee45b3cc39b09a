//! Settings: what can be changed while playing, and how it is now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::drawn::{Drawn, Spot};
use crate::tui::theme::Meaning;
use crate::tui::widget::page;

/// Draws them.
pub(crate) fn draw(frame: &mut Frame<'_>, area: Rect, app: &App, desk: &Desk, at: usize, drawn: &mut Drawn) {
    let (theme, options) = (app.theme, app.options);
    let yes = |on: bool| if on { "on" } else { "off" };
    let rows = [
        ("Theme", theme.name.word(), "goes through all six"),
        ("Pace of the clock", desk.pace.word(), "calm, steady, brisk"),
        ("Mouse", yes(options.mouse), "off: the terminal selects text"),
        ("People slide to their places", yes(options.motion), "off: they are there at once"),
        ("ASCII only", yes(options.ascii), "on: no boxes, bars or dots"),
        ("Coach", yes(options.coach), "one hint at a time"),
    ];
    let mut lines = Vec::new();
    for (place, (name, now, about)) in rows.into_iter().enumerate() {
        let is_marked = place == at;
        let meaning = if is_marked { Meaning::Selected } else { Meaning::Plain };
        lines.push(Line::from(vec![
            Span::styled(if is_marked { "> " } else { "  " }, theme.style(Meaning::Key)),
            Span::styled(format!("{name:<30}"), theme.style(meaning)),
            Span::styled(format!(" {now:<10}"), theme.style(Meaning::Name)),
            Span::styled(about, theme.style(Meaning::Quiet)),
        ]));
    }
    let shown = page::draw(frame, area, theme, "Settings", lines, 0);
    drawn.put_lines(shown.body, (0..SETTINGS).map(|row| Some(Spot::Row(row))));
}

/// How many there are.
pub(crate) const SETTINGS: usize = 6;
