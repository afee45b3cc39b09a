//! The screens, and which of them is shown.

mod briefing;
mod compose;
mod day;
mod debrief;
mod find;
mod help;
mod lists;
mod person;
mod picker;
mod reading;
mod room;
pub(crate) mod settings;
mod title;
mod why;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Block, Paragraph};

use super::app::{App, Overlay, Stage};
use super::coach;
use super::desk::Desk;
use super::drawn::Drawn;
use super::theme::Meaning;
use super::told::Status;
use super::view::View;
use super::widget::bar;
use super::words;

/// The smallest screen that shows more than a line.
const SMALLEST: (u16, u16) = (40, 12);

/// Draws the screen that is on top.
pub(crate) fn draw(app: &App, frame: &mut Frame<'_>, drawn: &mut Drawn) {
    let area = frame.area();
    if area.is_empty() {
        return;
    }
    frame.render_widget(Block::new().style(app.theme.style(Meaning::Plain)), area);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        let text = format!("Mingle needs 80x24; this is {}x{}", area.width, area.height);
        let lines = words::wrap(&text, usize::from(area.width)).into_iter().map(Line::raw);
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
        return;
    }
    match &app.stage {
        Stage::Title(entries, at) => title::draw(frame, area, app, entries, *at, drawn),
        Stage::Play(desk) => play(frame, area, app, desk, drawn),
    }
}

fn play(frame: &mut Frame<'_>, area: Rect, app: &App, desk: &Desk, drawn: &mut Drawn) {
    let coached = u16::from(app.options.coach);
    let kept = if desk.keeper.is_some() { " Your play is kept." } else { "" };
    let question = format!("Leave the story here?{kept} Press y to leave, n to stay.");
    let question = Status::line(Meaning::Warning, question);
    let nothing = Status::line(Meaning::Quiet, "");
    let told = match app.overlay {
        Some(Overlay::Leave) => &question,
        // What was refused in the room has nothing to do with the help page over it.
        Some(Overlay::Help(_)) => &nothing,
        None => &desk.status,
    };
    let told_lines = bar::status_lines(told, area.width).len() as u16;
    let rows = [
        Constraint::Length(2),
        Constraint::Min(0),
        Constraint::Length(told_lines),
        Constraint::Length(coached),
        Constraint::Length(1),
    ];
    let [top, body, status, coach, hints] = Layout::vertical(rows).areas(area);
    bar::top(frame, Rect { height: 1, ..top }, app, desk, drawn);
    if app.overlay.is_none_or(|overlay| overlay == Overlay::Leave) && matches!(desk.view(), View::Feed) {
        bar::room(frame, Rect { y: top.y.saturating_add(1), height: 1, ..top }.intersection(top), app, desk);
    }
    match app.overlay {
        Some(Overlay::Help(scroll)) => drawn.most = Some(help::draw(frame, body, app, scroll.line())),
        Some(Overlay::Leave) | None => view(frame, body, app, desk, drawn),
    }
    bar::status(frame, status, app.theme, told);
    let writes = matches!(desk.view(), View::Compose(composer) if composer.length() > 0);
    if let (true, Some((meaning, hint))) = (app.options.coach, coach::hint(&desk.sitting, writes)) {
        bar::status(frame, coach, app.theme, &Status::line(meaning, format!("Coach: {hint}")));
    }
    bar::hints(frame, hints, app, drawn);
}

fn view(frame: &mut Frame<'_>, area: Rect, app: &App, desk: &Desk, drawn: &mut Drawn) {
    let theme = app.theme;
    match desk.view() {
        View::Feed => room::feed(frame, area, theme, desk, drawn),
        View::Thread { root, marked } => room::thread(frame, area, theme, desk, (*root, *marked), drawn),
        View::Inbox { at } => lists::inbox(frame, area, theme, desk, *at, drawn),
        View::Requests { at, about } => lists::requests(frame, area, theme, desk, (*at, *about), drawn),
        View::Pictures { at } => picker::draw(frame, area, theme, desk, *at, drawn),
        View::Person { id, scroll } => {
            drawn.most = Some(person::draw(frame, area, theme, desk, *id, scroll.line()));
        }
        View::Compose(composer) => compose::draw(frame, area, app, desk, composer),
        View::Reading { message, scroll } => {
            drawn.most = Some(reading::draw(frame, area, theme, desk, *message, scroll.line()));
        }
        View::Why { about, scroll } => {
            drawn.most = Some(why::draw(frame, area, theme, desk, *about, scroll.line()));
        }
        View::DayEnd { day, scroll } => {
            drawn.most = Some(day::draw(frame, area, theme, desk, *day, scroll.line()));
        }
        View::Find(finder) => find::draw(frame, area, app, desk, finder, drawn),
        View::Settings { at } => settings::draw(frame, area, app, desk, *at, drawn),
        View::Briefing { facts_first, scroll } => {
            drawn.most = Some(briefing::draw(frame, area, theme, desk, *facts_first, scroll.line()));
        }
        View::Debrief { page, turn, scroll } => {
            drawn.most = Some(debrief::draw(frame, area, theme, (page, *turn), scroll.line()));
        }
    }
}
