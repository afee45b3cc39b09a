//! Choosing a picture: the brand's pictures by name, and the marked one shown, told and read.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::sim::brand::Photo;
use crate::sim::{PhotoId, clock};
use crate::tui::desk::Desk;
use crate::tui::drawn::{Drawn, Spot};
use crate::tui::theme::{Meaning, Theme};
use crate::tui::widget::{page, photo};
use crate::tui::words;

/// From this width on the picture stands beside the list.
const BESIDE: u16 = 60;
/// Rows that one picture of the list takes.
const ENTRY: usize = 2;

/// Draws it.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    desk: &Desk,
    at: usize,
    drawn: &mut Drawn,
) {
    let photos = &desk.world().setup.brand.photos;
    let [top, body] = Layout::vertical([Constraint::Length(2), Constraint::Min(0)]).areas(area);
    let heading = words::clip("A picture to go with it", usize::from(top.width));
    frame.render_widget(Paragraph::new(Line::styled(heading, theme.style(Meaning::Heading))), top);
    if photos.is_empty() {
        let none = Line::styled("The brand has no pictures.", theme.style(Meaning::Quiet));
        frame.render_widget(Paragraph::new(none), body);
        return;
    }
    let [names, shown] = if area.width >= BESIDE {
        Layout::horizontal([Constraint::Fill(2), Constraint::Fill(3)]).areas(body)
    } else {
        let high = (body.height / 2).min((photos.len() * ENTRY) as u16);
        Layout::vertical([Constraint::Length(high), Constraint::Min(0)]).areas(body)
    };
    list(frame, names, theme, photos, at, drawn);
    if let Some(photo) = photos.get(at) {
        one(frame, shown, theme, desk, (at, photo), drawn);
    }
}

fn list(frame: &mut Frame<'_>, area: Rect, theme: Theme, photos: &[Photo], at: usize, drawn: &mut Drawn) {
    let width = usize::from(area.width).saturating_sub(2);
    let fit = usize::from(area.height) / ENTRY;
    let first = page::first_shown(at, photos.len(), fit);
    let mut lines = Vec::new();
    for (place, photo) in photos.iter().enumerate().skip(first).take(fit) {
        let (mark, meaning) = if place == at { ("> ", Meaning::Selected) } else { ("  ", Meaning::Name) };
        lines.push(Line::from(vec![
            Span::styled(mark, theme.style(Meaning::Key)),
            Span::styled(words::clip(&photo::name(&photo.name), width), theme.style(meaning)),
        ]));
        let tags = words::clip(&format!("  {}", photo.picture.tags.join(", ")), width);
        lines.push(Line::styled(tags, theme.style(Meaning::Quiet)));
    }
    let spots = (first..photos.len()).take(fit).flat_map(|place| [Some(Spot::Row(place)); ENTRY]);
    drawn.put_lines(area, spots);
    frame.render_widget(Paragraph::new(lines), area);
}

/// The marked picture, what one sees in it and how it will be read.
fn one(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    desk: &Desk,
    (at, photo): (usize, &Photo),
    drawn: &mut Drawn,
) {
    let width = usize::from(area.width);
    let mut told = Vec::new();
    page::put(&mut told, theme, Meaning::Plain, &photo.picture.description, width);
    if let Some(look) = photo.picture.look {
        page::put(&mut told, theme, Meaning::News, &format!("It looks {}.", look.words()), width);
    }
    if let Some(shown) = last_shown(desk, at) {
        page::put(&mut told, theme, Meaning::Warning, &shown, width);
    }
    let rows = area.height.saturating_sub(told.len() as u16 + 1);
    let art = desk.sitting.scenario().art.get(at).and_then(Option::as_ref);
    if let Some(pixels) = art.and_then(|art| art.pixels()).filter(|_| rows >= 3) {
        let drawing = photo::lines(pixels, theme, area.width, rows);
        if theme.pictures.overlay() && !drawing.is_empty() {
            let (wide, high) = photo::size(pixels, area.width, rows);
            drawn.picture = Some((Rect { width: wide, height: high, ..area }, pixels.clone()));
        }
        told.splice(0..0, drawing);
    }
    frame.render_widget(Paragraph::new(told), area);
}

/// When people last saw it, as a sentence.
fn last_shown(desk: &Desk, at: usize) -> Option<String> {
    let world = desk.world();
    let with_it = |said: &crate::sim::message::Said| said.photo == Some(PhotoId::at(at));
    let message = world.messages.iter().rev().find(|message| message.said().is_some_and(with_it))?;
    let ago = clock::span(world.now.since(message.minute));
    Some(format!("You showed it {ago} ago, so it counts half."))
}
