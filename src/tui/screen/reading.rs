//! How a message of the brand was read: the signs in its words, and what readers made of it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::appraisal::Cue;
use crate::sim::event::What;
use crate::sim::message::Said;
use crate::sim::{MessageId, World};
use crate::tui::borrowed;
use crate::tui::desk::Desk;
use crate::tui::theme::{Meaning, Theme};
use crate::tui::widget::page;
use crate::tui::words;

/// Signs that are shown.
const CUES: usize = 12;
/// People that are shown.
const PEOPLE: usize = 12;

/// Draws it.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    desk: &Desk,
    id: MessageId,
    scroll: usize,
) {
    let width = usize::from(area.width).min(96);
    let world = desk.world();
    let mut lines = Vec::new();
    page::put(&mut lines, theme, Meaning::Ours, desk.sitting.text(id), width);
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
    page::head(&mut lines, theme, &format!("What readers made of it ({})", world.message(id).readers.len()));
    readers(&mut lines, theme, desk, id, width);
    page::draw(frame, area, theme, "How it was read", lines, scroll);
}

/// A cue: the words, the dimension and the rule.
fn sign(said: &Said, cue: &Cue) -> String {
    let sign = if cue.weight < 0.0 { '-' } else { '+' };
    let words = said.text.get(cue.span.clone()).map_or("", str::trim);
    if words.is_empty() {
        format!("{sign} {:?}: {}", cue.dimension, cue.why)
    } else {
        format!("{sign} {:?} \"{}\": {}", cue.dimension, words::clip(words, 40), cue.why)
    }
}

fn readers(lines: &mut Vec<Line<'static>>, theme: Theme, desk: &Desk, id: MessageId, width: usize) {
    let world: &World = desk.world();
    let concerns = |what: &What| {
        matches!(what, What::Read { message, .. } if *message == id)
            || matches!(what, What::Answered { reply, .. } | What::Joined { reply, .. } | What::Watched { reply, .. } if *reply == id)
    };
    let mut shown = 0;
    for event in world.chronicle.iter().rev().filter(|event| concerns(&event.what)) {
        for change in event.changes.iter().filter(|change| (change.to - change.from).abs() >= 0.005) {
            if shown == PEOPLE {
                return;
            }
            shown += 1;
            let by = (change.to - change.from) * 100.0;
            let name = &world.setup.person(change.person).name;
            let text =
                format!("{name}, {} {by:+.0}: {}", change.dial.word(), borrowed::why(&desk.sitting, change));
            page::put(lines, theme, Meaning::Plain, &text, width);
        }
    }
    if shown == 0 {
        page::put(lines, theme, Meaning::Quiet, "Nobody was moved by it yet.", width);
    }
}
