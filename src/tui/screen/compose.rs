//! Writing: what is answered, the words, how many are left, and what goes with them.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Paragraph};

use crate::sim::{MessageId, RoomId};
use crate::tui::app::{App, Overlay};
use crate::tui::composer::{Composer, Purpose};
use crate::tui::desk::Desk;
use crate::tui::theme::Meaning;
use crate::tui::widget::{page, photo};
use crate::tui::words;

/// Lines of what is answered that are shown.
const QUOTED: usize = 5;

/// Draws it.
pub(crate) fn draw(frame: &mut Frame<'_>, area: Rect, app: &App, desk: &Desk, composer: &Composer) {
    let theme = app.theme;
    let width = usize::from(area.width);
    let above = above(app, desk, composer, width);
    let most = area.height.saturating_sub(6);
    let rows =
        [Constraint::Length((above.len() as u16).min(most)), Constraint::Min(3), Constraint::Length(1)];
    let [head, body, foot] = Layout::vertical(rows).areas(area);
    frame.render_widget(Paragraph::new(above), head);
    let block =
        Block::new().borders(Borders::TOP | Borders::BOTTOM).border_style(theme.style(Meaning::Quiet));
    let inner = block.inner(body);
    frame.render_widget(block, body);
    let mut text = composer.area().clone();
    text.set_style(theme.style(Meaning::Plain));
    text.set_cursor_style(theme.style(Meaning::Plain));
    frame.render_widget(&text, inner);
    if app.overlay != Some(Overlay::Leave) && !inner.is_empty() {
        let (at, (top, left)) = (text.screen_cursor(), text.scroll_offset());
        let column = inner.x.saturating_add((at.col as u16).saturating_sub(left));
        let row = inner.y.saturating_add((at.row as u16).saturating_sub(top));
        frame.set_cursor_position((column.min(inner.right() - 1), row.min(inner.bottom() - 1)));
    }
    frame.render_widget(Paragraph::new(below(app, desk, composer, width)), foot);
}

/// To whom, and what is answered.
fn above(app: &App, desk: &Desk, composer: &Composer, width: usize) -> Vec<Line<'static>> {
    let (theme, world) = (app.theme, desk.world());
    let name = |message: MessageId| words::author(world, world.message(message)).to_owned();
    let title = |room: RoomId| world.setup.room(room).title.clone();
    let (heading, about) = match composer.purpose {
        Purpose::Post(room) => (format!("To the room: {}", title(room)), None),
        Purpose::Reply(message) => {
            (format!("To {}, {}", name(message), title(world.message(message).room)), Some(message))
        }
        Purpose::Private(person, about) => (format!("To {}, alone", world.setup.person(person).name), about),
        Purpose::Connect(person) => (format!("Asking {} to connect", world.setup.person(person).name), None),
        Purpose::Correct(message) => ("Setting it right in the open".to_owned(), Some(message)),
    };
    let mut lines = vec![Line::styled(words::clip(&heading, width), theme.style(Meaning::Heading))];
    if let Some(message) = about {
        let quoted = words::fit(desk.sitting.text(message), width.saturating_sub(4), QUOTED);
        lines.extend(
            quoted.into_iter().map(|line| Line::styled(format!("  {line}"), theme.style(Meaning::Quiet))),
        );
    }
    if let (true, Purpose::Post(room)) = (app.options.coach, composer.purpose) {
        page::put(&mut lines, theme, Meaning::News, &world.setup.room(room).about, width);
    }
    lines
}

/// How long it is, the picture, and what the writer has to know.
fn below(app: &App, desk: &Desk, composer: &Composer, width: usize) -> Line<'static> {
    let theme = app.theme;
    let (length, limit) = (composer.length(), composer.limit);
    let meaning = match length {
        length if length > limit => Meaning::Bad,
        length if length * 10 > limit * 9 => Meaning::Warning,
        _ => Meaning::Quiet,
    };
    let over = match length.saturating_sub(limit) {
        0 => String::new(),
        over => format!(", {over} too many"),
    };
    let count = format!("{length} of {limit} characters{over}");
    let photo = composer.photo.and_then(|place| desk.world().setup.brand.photos.get(place));
    let photo = photo.map_or(String::new(), |photo| format!("  picture: {}", photo::name(&photo.name)));
    let left = width.saturating_sub(count.len() + 2);
    let photo = words::clip(&photo, left);
    let notice = words::clip(&composer.notice, left.saturating_sub(photo.chars().count()));
    Line::from(vec![
        Span::styled(count, theme.style(meaning)),
        Span::styled(photo, theme.style(Meaning::Plain)),
        Span::styled(format!("  {notice}"), theme.style(Meaning::Warning)),
    ])
}
