//! The debrief: how it went, as the report floor tells it.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::theme::{Meaning, Theme};
use crate::tui::widget::page;

/// Draws it; how far it can be scrolled.
pub(crate) fn draw(frame: &mut Frame<'_>, area: Rect, theme: Theme, told: &[String], scroll: usize) -> usize {
    let width = usize::from(area.width).min(96);
    let mut lines = Vec::new();
    for line in told {
        page::put(&mut lines, theme, Meaning::Plain, line, width);
    }
    page::draw(frame, area, theme, "How it went", lines, scroll).most
}
