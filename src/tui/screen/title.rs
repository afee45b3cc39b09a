//! The title screen: what can be played.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::tui::TitleEntry;
use crate::tui::app::{App, Overlay};
use crate::tui::drawn::{Drawn, Spot};
use crate::tui::theme::Meaning;
use crate::tui::told::Status;
use crate::tui::widget::{bar, page};
use crate::tui::words;

const NAME: &str = include_str!("../../../assets/title.txt");
const ROOMS: &str = include_str!("../../../assets/rooms.txt");
/// Lines that one entry takes.
const ENTRY: usize = 3;

/// Draws it.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    app: &App,
    entries: &[TitleEntry],
    at: usize,
    drawn: &mut Drawn,
) {
    let art = art(area);
    let head = (art.len() + 3) as u16;
    let rows = [Constraint::Length(head), Constraint::Min(0), Constraint::Length(1), Constraint::Length(1)];
    let [top, body, status, hints] = Layout::vertical(rows).areas(area);
    let theme = app.theme;
    let mut head: Vec<Line<'static>> =
        art.into_iter().map(|(line, meaning)| Line::styled(line, theme.style(meaning))).collect();
    head.push(Line::default());
    head.push(Line::styled(
        "Four rooms full of people who came to meet each other. You are a brand.",
        theme.style(Meaning::Plain),
    ));
    frame.render_widget(Paragraph::new(head), top);
    match app.overlay {
        Some(Overlay::Help(scroll)) => {
            drawn.most = Some(super::help::draw(frame, body, app, scroll.line()));
        }
        Some(Overlay::Leave) | None => list(frame, body, app, entries, at, drawn),
    }
    if app.overlay == Some(Overlay::Leave) {
        let question = Status::line(Meaning::Warning, "Leave? Press y to leave, n to stay.");
        bar::status(frame, status, theme, &question);
    }
    bar::hints(frame, hints, app, drawn);
}

/// The name in large letters and the four rooms, where there is space for them.
fn art(area: Rect) -> Vec<(&'static str, Meaning)> {
    let mut lines = Vec::new();
    if area.width >= 60 && area.height >= 20 {
        lines.extend(NAME.lines().map(|line| (line, Meaning::Heading)));
    } else {
        lines.push(("Mingle", Meaning::Heading));
    }
    if area.width >= 80 && area.height >= 24 {
        lines.push(("", Meaning::Plain));
        lines.extend(
            ROOMS
                .lines()
                .enumerate()
                .map(|(at, line)| (line, if at == 0 { Meaning::Name } else { Meaning::Plain })),
        );
    }
    lines
}

fn list(frame: &mut Frame<'_>, area: Rect, app: &App, entries: &[TitleEntry], at: usize, drawn: &mut Drawn) {
    let theme = app.theme;
    let width = usize::from(area.width);
    let fit = usize::from(area.height) / ENTRY;
    let first = page::first_shown(at, entries.len(), fit);
    let mut lines = Vec::new();
    if entries.is_empty() {
        lines.push(Line::raw("There is no story to play here."));
    }
    for (place, entry) in entries.iter().enumerate().skip(first).take(fit) {
        let is_marked = place == at;
        let meaning = if is_marked { Meaning::Selected } else { Meaning::Name };
        let title = if entry.resume { format!("Go on: {}", entry.title) } else { entry.title.clone() };
        lines.push(Line::from(vec![
            Span::styled(if is_marked { "> " } else { "  " }, theme.style(Meaning::Key)),
            Span::styled(words::clip(&title, width.saturating_sub(2)), theme.style(meaning)),
        ]));
        let summary = format!("  {}", entry.summary);
        lines.push(Line::styled(words::clip(&summary, width), theme.style(Meaning::Plain)));
        page::gap(&mut lines);
    }
    let shown = (first..entries.len()).take(fit);
    drawn.put_lines(area, shown.flat_map(|place| [Some(Spot::Row(place)), Some(Spot::Row(place)), None]));
    frame.render_widget(Paragraph::new(lines), area);
}
