//! How a message of the brand was read: the signs in its words, and what people made of it.

use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::appraisal::Cue;
use crate::sim::event::Change;
use crate::sim::message::Said;
use crate::sim::{MessageId, PersonId, World};
use crate::tui::borrowed;
use crate::tui::desk::Desk;
use crate::tui::theme::{Meaning, Theme};
use crate::tui::widget::{page, quote};
use crate::tui::words;

/// Signs that are shown.
const CUES: usize = 12;
/// People that are shown.
const PEOPLE: usize = 12;
/// Changes smaller than this are not worth a word.
const SMALL: f64 = 0.005;

/// Draws it; how far it can be scrolled.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    desk: &Desk,
    id: MessageId,
    scroll: usize,
) -> usize {
    let width = usize::from(area.width).min(96);
    let world = desk.world();
    let mut lines = Vec::new();
    let text = desk.sitting.text(id);
    let cues = world.message(id).said().map(|said| said.appraisal.cues.as_slice()).unwrap_or_default();
    let places = cues.iter().filter(|cue| cue.weight.abs() > 0.0 && cue.span.len() < text.trim().len());
    let places: Vec<_> = places.map(|cue| cue.span.clone()).collect();
    lines.extend(quote::lines(theme, Meaning::Ours, text, &places, width));
    if let Some(said) = world.message(id).said() {
        page::head(&mut lines, theme, "What the words carry");
        if said.appraisal.is_unsure() {
            page::put(
                &mut lines,
                theme,
                Meaning::Quiet,
                "Hard to read: people were moved little by it.",
                width,
            );
        }
        let mut cues: Vec<&Cue> = said.appraisal.cues.iter().collect();
        cues.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        for cue in cues.into_iter().take(CUES) {
            page::put(&mut lines, theme, Meaning::Plain, &sign(said, cue), width);
        }
    }
    people(&mut lines, theme, desk, id, width);
    page::draw(frame, area, theme, "How it was read", lines, scroll).most
}

/// A cue: what it makes the words more or less of, why, and the words where the reason does not name them.
fn sign(said: &Said, cue: &Cue) -> String {
    let more = if cue.weight < 0.0 {
        "Less"
    } else if cue.weight > 0.0 {
        "More"
    } else {
        "No more"
    };
    let words = said.text.get(cue.span.clone()).map_or("", str::trim);
    let why = cue.sentence(&said.text);
    let sentence = format!("{more} {}: {why}", words::dimension(cue.dimension));
    if words.is_empty() || why.contains(words) {
        sentence
    } else {
        format!("{sentence} (\"{}\")", words::clip(words, 40))
    }
}

/// Whom it moved: those who read it, those it answered, and those who looked on.
fn people(lines: &mut Vec<Line<'static>>, theme: Theme, desk: &Desk, id: MessageId, width: usize) {
    let world: &World = desk.world();
    let mut moved: Vec<Vec<&Change>> = Vec::new();
    for event in world.chronicle.iter().rev().filter(|event| event.what.is_reading_of(id)) {
        let changes: Vec<&Change> =
            event.changes.iter().filter(|change| (change.to - change.from).abs() >= SMALL).collect();
        moved.extend(changes.chunk_by(|a, b| a.person == b.person).map(<[&Change]>::to_vec));
    }
    let named: BTreeSet<PersonId> = moved.iter().flatten().map(|change| change.person).collect();
    page::head(lines, theme, &format!("What people made of it ({})", named.len()));
    for changes in moved.iter().take(PEOPLE) {
        person(lines, theme, desk, changes, width);
    }
    if moved.len() > PEOPLE {
        let rest = format!("and {} more", moved.len() - PEOPLE);
        page::put(lines, theme, Meaning::Quiet, &rest, width);
    }
    if moved.is_empty() {
        page::put(lines, theme, Meaning::Quiet, "Nobody was moved by it yet.", width);
    }
}

/// What became of one reader, and the largest reason for it.
fn person(lines: &mut Vec<Line<'static>>, theme: Theme, desk: &Desk, moved: &[&Change], width: usize) {
    let Some(first) = moved.first() else { return };
    let by = |change: &Change| (change.to - change.from) * 100.0;
    let dials: Vec<String> =
        moved.iter().map(|change| format!("{} {:+.0}", change.dial.word(), by(change))).collect();
    let name = &desk.world().setup.person(first.person).name;
    page::put(lines, theme, Meaning::Plain, &format!("{name}: {}", dials.join(", ")), width);
    let telling = moved.iter().filter(|change| change.dial.teaches());
    let largest = telling.max_by(|a, b| by(a).abs().total_cmp(&by(b).abs())).unwrap_or(first);
    let (why, idea) = (borrowed::why(&desk.sitting, largest), &borrowed::idea(largest).name);
    for line in words::wrap(&format!("{why} [{idea}]"), width.saturating_sub(2)) {
        lines.push(Line::styled(format!("  {line}"), theme.style(Meaning::Quiet)));
    }
}
