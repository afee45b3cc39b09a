//! A page of lines that can be scrolled; it stops at its end, however far was asked for.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::tui::theme::{Meaning, Theme};
use crate::tui::words;

/// What was drawn of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    /// Where the lines are.
    pub(crate) body: Rect,
    /// The first of them.
    pub(crate) first: usize,
    /// The furthest line that the page can be scrolled to.
    pub(crate) most: usize,
}

/// Draws a heading and the lines that fit from `scroll` on.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    heading: &str,
    lines: Vec<Line<'static>>,
    scroll: usize,
) -> Shown {
    let [top, body] = Layout::vertical([Constraint::Length(2), Constraint::Min(0)]).areas(area);
    let height = usize::from(body.height);
    let most = lines.len().saturating_sub(height);
    let from = scroll.min(most);
    let more = match (from > 0, from < most) {
        (false, false) => "",
        (false, true) => "  (more below)",
        (true, true) => "  (more above and below)",
        (true, false) => "  (more above)",
    };
    let heading = Line::from(vec![
        Span::styled(heading.to_owned(), theme.style(Meaning::Heading)),
        Span::styled(more, theme.style(Meaning::Quiet)),
    ]);
    frame.render_widget(Paragraph::new(heading), top);
    let shown: Vec<Line<'static>> = lines.into_iter().skip(from).take(height).collect();
    frame.render_widget(Paragraph::new(shown), body);
    Shown { body, first: from, most }
}

/// Adds text in lines of at most `width` cells.
pub(crate) fn put(lines: &mut Vec<Line<'static>>, theme: Theme, meaning: Meaning, text: &str, width: usize) {
    lines.extend(words::wrap(text, width).into_iter().map(|line| Line::styled(line, theme.style(meaning))));
}

/// Adds an empty line.
pub(crate) fn gap(lines: &mut Vec<Line<'static>>) {
    lines.push(Line::default());
}

/// Adds a heading with an empty line above it.
pub(crate) fn head(lines: &mut Vec<Line<'static>>, theme: Theme, text: &str) {
    if !lines.is_empty() {
        gap(lines);
    }
    lines.push(Line::styled(text.to_owned(), theme.style(Meaning::Heading)));
}

/// The rows of a list that fit, so that the marked one is among them: the place of the first.
pub(crate) const fn first_shown(at: usize, of: usize, fit: usize) -> usize {
    if fit == 0 || of <= fit {
        return 0;
    }
    let middle = at.saturating_sub(fit / 2);
    if middle > of - fit { of - fit } else { middle }
}
