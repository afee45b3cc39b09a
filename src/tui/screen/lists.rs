//! Lists to choose from: who waits, and who asks to connect.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::sim::PersonId;
use crate::sim::clock::span;
use crate::sim::world::Request;
use crate::tui::desk::Desk;
use crate::tui::drawn::{Drawn, Spot};
use crate::tui::keymap::Intent;
use crate::tui::theme::{Meaning, Theme};
use crate::tui::widget::page::{self, Shown};
use crate::tui::widget::side;
use crate::tui::words;

/// Who waits, the least patient first.
pub(crate) fn inbox(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    desk: &Desk,
    at: usize,
    drawn: &mut Drawn,
) {
    let (inbox, requests) = (desk.inbox(), desk.world().open_requests());
    let width = usize::from(area.width);
    let at = desk.inbox_row(at);
    let mut rows: Vec<Vec<Line<'static>>> = inbox
        .iter()
        .enumerate()
        .map(|(place, waiting)| side::waits(desk, theme, waiting, width, place == at).to_vec())
        .collect();
    let asking = (inbox.len()..).zip(&requests);
    rows.extend(asking.map(|(place, request)| asks(desk, theme, request, width, place == at)));
    let heading = match requests.len() {
        0 => format!("Who waits for an answer ({})", inbox.len()),
        asking => format!("Who waits for an answer ({}), and who asks to connect ({asking})", inbox.len()),
    };
    list(frame, area, theme, (&heading, "Nobody waits for an answer."), rows, at, drawn);
}

/// Somebody who asks to connect, as high as somebody who waits: who and which key answers, and their words.
fn asks(desk: &Desk, theme: Theme, request: &Request, width: usize, is_marked: bool) -> Vec<Line<'static>> {
    let name = &desk.world().setup.person(request.person).name;
    let mut row = vec![marked(theme, name, is_marked)];
    let told = format!(" asks to connect, {}: requests", desk.key(Intent::Requests));
    if let Some(first) = row.first_mut() {
        let told = words::clip(&told, width.saturating_sub(first.width()));
        first.push_span(Span::styled(told, theme.style(Meaning::News)));
    }
    row.extend(indented(theme, desk.sitting.text(request.message), width, 2));
    padded(row, 3)
}

/// Who asks to connect, and whom the player may ask.
pub(crate) fn requests(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    desk: &Desk,
    (at, about): (usize, Option<PersonId>),
    drawn: &mut Drawn,
) {
    let world = desk.world();
    let width = usize::from(area.width).saturating_sub(2);
    let requests = world.open_requests();
    let at = at.min(requests.len().saturating_sub(1));
    let rows = requests
        .iter()
        .enumerate()
        .map(|(place, request)| {
            let person = world.setup.person(request.person);
            let left = span(request.until.since(world.now));
            let meta = format!("  {}, {}", person.work, world.setup.room(request.room).name());
            let text = format!("\"{}\"", desk.sitting.text(request.message));
            let mut name = marked(theme, &words::clip(&person.name, width / 2), place == at);
            for told in [format!("  {left} left"), ", then silence is taken for a no".to_owned()] {
                if name.width() + told.width() <= width {
                    name.push_span(Span::styled(told, theme.style(Meaning::Quiet)));
                }
            }
            let mut row = vec![name, Line::styled(words::clip(&meta, width), theme.style(Meaning::Quiet))];
            row.extend(indented(theme, &text, width, 3));
            padded(row, 5)
        })
        .collect();
    let heading = match about {
        Some(person) => format!("Requests to connect (k asks {})", world.setup.person(person).name),
        None => "Requests to connect".to_owned(),
    };
    list(frame, area, theme, (&heading, "Nobody is asking to connect."), rows, at, drawn);
}

/// Text in at most so many lines, a step to the right.
fn indented(theme: Theme, text: &str, width: usize, most: usize) -> impl Iterator<Item = Line<'static>> {
    let lines = words::fit(text, width.saturating_sub(2), most).into_iter();
    lines.map(move |line| Line::styled(format!("  {line}"), theme.style(Meaning::Plain)))
}

/// A row of a list, made as high as the others.
fn padded(mut row: Vec<Line<'static>>, height: usize) -> Vec<Line<'static>> {
    row.resize(height, Line::default());
    row
}

fn marked(theme: Theme, name: &str, is_marked: bool) -> Line<'static> {
    let meaning = if is_marked { Meaning::Selected } else { Meaning::Name };
    Line::from(vec![
        Span::styled(if is_marked { "> " } else { "  " }, theme.style(Meaning::Key)),
        Span::styled(name.to_owned(), theme.style(meaning)),
    ])
}

/// Draws rows of equal height so that the marked one is on screen.
fn list(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    (heading, empty): (&str, &str),
    rows: Vec<Vec<Line<'static>>>,
    at: usize,
    drawn: &mut Drawn,
) {
    let each = rows.first().map_or(1, Vec::len).max(1);
    let fit = usize::from(area.height.saturating_sub(2)) / each;
    let scroll = page::first_shown(at, rows.len(), fit) * each;
    let spots: Vec<_> = (0..rows.len()).flat_map(|row| vec![Some(Spot::Row(row)); each]).collect();
    let mut lines: Vec<Line<'static>> = rows.into_iter().flatten().collect();
    if lines.is_empty() {
        lines.push(Line::styled(empty.to_owned(), theme.style(Meaning::Quiet)));
    }
    let Shown { body, first, .. } = page::draw(frame, area, theme, heading, lines, scroll);
    drawn.put_lines(body, spots.into_iter().skip(first));
}
