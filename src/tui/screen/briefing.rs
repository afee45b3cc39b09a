//! The briefing: what the player is told before the first minute, and what is true of the brand.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::desk::Desk;
use crate::tui::theme::{Meaning, Theme};
use crate::tui::widget::page;

/// Draws it.
pub(crate) fn draw(frame: &mut Frame<'_>, area: Rect, theme: Theme, desk: &Desk, scroll: usize) {
    let width = usize::from(area.width).min(96);
    let (scenario, setup) = (desk.sitting.scenario(), &desk.world().setup);
    let brand = &setup.brand.sheet;
    let mut lines = Vec::new();
    page::put(&mut lines, theme, Meaning::Plain, &scenario.briefing, width);
    page::head(&mut lines, theme, &brand.name);
    page::put(&mut lines, theme, Meaning::Plain, &brand.about, width);
    if !brand.voice.is_empty() {
        page::put(&mut lines, theme, Meaning::Plain, &format!("Its voice: {}", brand.voice), width);
    }
    if !brand.facts.is_empty() {
        page::head(&mut lines, theme, "What is true of it");
    }
    for fact in &brand.facts {
        page::put(&mut lines, theme, Meaning::Plain, &format!("- {}", fact.text), width);
    }
    if !brand.false_claims.is_empty() {
        page::head(&mut lines, theme, "What is not true, however well it would sound");
    }
    for claim in &brand.false_claims {
        page::put(&mut lines, theme, Meaning::Plain, &format!("- {} ({})", claim.text, claim.truth), width);
    }
    page::head(&mut lines, theme, "The rooms");
    for room in &setup.rooms {
        page::put(&mut lines, theme, Meaning::Plain, &format!("- {}: {}", room.title, room.about), width);
    }
    let staffed = setup.staffed;
    let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
    let days = if setup.days == 1 { "One day".to_owned() } else { format!("{} days", setup.days) };
    let hours = format!("{days}; you are at work from {} to {}.", clock(staffed.0), clock(staffed.1));
    page::gap(&mut lines);
    page::put(&mut lines, theme, Meaning::Quiet, &hours, width);
    page::draw(frame, area, theme, &scenario.title, lines, scroll);
}
