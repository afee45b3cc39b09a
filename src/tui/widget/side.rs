//! The side of a wide screen: who waits, what is promised, and what happened lately.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Paragraph};
use unicode_width::UnicodeWidthStr;

use crate::sim::clock::span;
use crate::sim::promise::PromiseState;
use crate::sim::world::Waiting;
use crate::tui::desk::Desk;
use crate::tui::drawn::{Drawn, Spot};
use crate::tui::theme::{Meaning, Theme};
use crate::tui::words::{self, Patience};

use super::page;

/// People shown before the rest is only counted.
const SHOWN: usize = 5;

/// Draws the side.
pub(crate) fn draw(frame: &mut Frame<'_>, area: Rect, theme: Theme, desk: &Desk, drawn: &mut Drawn) {
    let inner = self::frame(frame, area, theme);
    let (width, world) = (usize::from(inner.width), desk.world());
    let mut lines = Vec::new();
    let inbox = desk.inbox();
    page::head(&mut lines, theme, &format!("Who waits ({})", inbox.len()));
    if inbox.is_empty() {
        page::put(&mut lines, theme, Meaning::Quiet, "Nobody.", width);
    }
    let mut spots = vec![None; lines.len()];
    for (place, waiting) in inbox.iter().enumerate().take(SHOWN) {
        lines.extend(waits(desk, theme, waiting, width, false));
        spots.resize(lines.len(), Some(Spot::Waiting(place)));
    }
    drawn.put_lines(inner, spots);
    if inbox.len() > SHOWN {
        page::put(&mut lines, theme, Meaning::Quiet, &format!("and {} more (i)", inbox.len() - SHOWN), width);
    }
    for request in world.open_requests() {
        let name = &world.setup.person(request.person).name;
        page::put(&mut lines, theme, Meaning::News, &format!("{name} asks to connect (c)"), width);
    }
    let promises: Vec<_> =
        world.promises.iter().filter(|promise| promise.state == PromiseState::Open).collect();
    if !promises.is_empty() {
        page::head(&mut lines, theme, "You promised");
        for promise in promises.iter().rev().take(SHOWN) {
            let name = words::first_name(&world.setup.person(promise.to).name);
            let text = format!("{name}, by day {} {}", promise.due.day(), promise.due.clock());
            page::put(&mut lines, theme, Meaning::Plain, &text, width);
        }
    }
    page::head(&mut lines, theme, "Lately");
    let mut left = usize::from(inner.height).saturating_sub(lines.len());
    for (clock, meaning, text) in desk.lately.iter().rev() {
        let news = words::wrap(&format!("{clock} {text}"), width);
        if news.len() > left {
            break;
        }
        left -= news.len();
        lines.extend(news.into_iter().map(|line| Line::styled(line, theme.style(*meaning))));
    }
    frame.render_widget(Paragraph::new(lines), inner);
}

/// A line down the left of a column; what is inside.
pub(crate) fn frame(frame: &mut Frame<'_>, area: Rect, theme: Theme) -> Rect {
    let block = Block::new().borders(Borders::LEFT).border_style(theme.style(Meaning::Quiet));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    Rect { x: inner.x.saturating_add(1), width: inner.width.saturating_sub(1), ..inner }.intersection(area)
}

/// Somebody who waits: who and how patiently, and what they said in two lines.
pub(crate) fn waits(
    desk: &Desk,
    theme: Theme,
    waiting: &Waiting,
    width: usize,
    is_marked: bool,
) -> [Line<'static>; 3] {
    let world = desk.world();
    let Patience { share, word, meaning, .. } = words::patience(world.now, waiting);
    let name = words::clip(&world.setup.person(waiting.person).name, width / 2);
    let room = world.setup.room(waiting.room).name();
    let left = span(waiting.until.since(world.now));
    let named = if is_marked { Meaning::Selected } else { Meaning::Name };
    let mut first = Line::from(vec![
        Span::styled(if is_marked { "> " } else { "  " }, theme.style(Meaning::Key)),
        Span::styled(name, theme.style(named)),
        Span::styled(format!(" {} ", words::bar(share, 5)), theme.style(meaning)),
        Span::styled(format!("{left} left"), theme.style(meaning)),
    ]);
    let told = format!(", {word}");
    if first.width() + told.width() <= width {
        first.push_span(Span::styled(told, theme.style(meaning)));
    }
    let text = format!("{room}: {}", desk.sitting.text(waiting.message));
    let mut words = words::fit(&text, width.saturating_sub(2), 2).into_iter();
    let mut line =
        || Line::styled(format!("  {}", words.next().unwrap_or_default()), theme.style(Meaning::Plain));
    [first, line(), line()]
}
