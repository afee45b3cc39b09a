//! The briefing: what the player is told before the first minute, and what is true of the brand.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::tui::desk::Desk;
use crate::tui::theme::{Meaning, Theme};
use crate::tui::widget::page;

/// Draws it, with the facts before the story for whoever is writing; how far it can be scrolled.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    desk: &Desk,
    facts_first: bool,
    scroll: usize,
) -> usize {
    let width = usize::from(area.width).min(96);
    let scenario = desk.sitting.scenario();
    let mut lines = Vec::new();
    if facts_first {
        facts(&mut lines, theme, desk, width);
        page::gap(&mut lines);
    }
    page::put(&mut lines, theme, Meaning::Plain, &scenario.briefing, width);
    brand(&mut lines, theme, desk, width);
    if !facts_first {
        facts(&mut lines, theme, desk, width);
    }
    rooms(&mut lines, theme, desk, width);
    page::draw(frame, area, theme, &scenario.title, lines, scroll).most
}

fn brand(lines: &mut Vec<Line<'static>>, theme: Theme, desk: &Desk, width: usize) {
    let brand = &desk.world().setup.brand.sheet;
    page::head(lines, theme, &brand.name);
    page::put(lines, theme, Meaning::Plain, &brand.about, width);
    if !brand.voice.is_empty() {
        page::put(lines, theme, Meaning::Plain, &format!("Its voice: {}", brand.voice), width);
    }
}

fn facts(lines: &mut Vec<Line<'static>>, theme: Theme, desk: &Desk, width: usize) {
    let brand = &desk.world().setup.brand.sheet;
    if !brand.facts.is_empty() {
        page::head(lines, theme, &format!("What is true of {}", brand.name));
    }
    for fact in &brand.facts {
        page::put(lines, theme, Meaning::Plain, &format!("- {}", fact.text), width);
    }
    if !brand.false_claims.is_empty() {
        page::head(lines, theme, "What is not true, however well it would sound");
    }
    for claim in &brand.false_claims {
        page::put(lines, theme, Meaning::Plain, &format!("- {} ({})", claim.text, claim.truth), width);
    }
}

/// The rooms, and when the player is at work.
fn rooms(lines: &mut Vec<Line<'static>>, theme: Theme, desk: &Desk, width: usize) {
    let setup = &desk.world().setup;
    page::head(lines, theme, "The rooms");
    for room in &setup.rooms {
        page::put(lines, theme, Meaning::Plain, &format!("- {}: {}", room.title, room.about), width);
    }
    let staffed = setup.staffed;
    let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
    let days = if setup.days == 1 { "One day".to_owned() } else { format!("{} days", setup.days) };
    let hours = format!("{days}; you are at work from {} to {}.", clock(staffed.0), clock(staffed.1));
    page::gap(lines);
    page::put(lines, theme, Meaning::Quiet, &hours, width);
}
