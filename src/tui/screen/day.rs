//! The end of a day: what was said and answered, who came closer or drifted off, what is promised for tomorrow.

use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::sim::PersonId;
use crate::sim::event::{Event, What};
use crate::sim::promise::PromiseState;
use crate::tui::desk::Desk;
use crate::tui::theme::{Meaning, Theme};
use crate::tui::widget::page;
use crate::tui::words;

/// People that are named.
const NAMED: usize = 4;
/// Moves of trust and warmth together that are worth a name.
const SMALL: f64 = 0.02;

/// Draws it; how far it can be scrolled.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    desk: &Desk,
    day: u32,
    scroll: usize,
) -> usize {
    let width = usize::from(area.width).min(96);
    let world = desk.world();
    let events = || world.chronicle.iter().filter(|event| event.minute.day() == day);
    let mut lines = Vec::new();
    let ours = world.messages.iter().filter(|message| message.is_brand() && message.minute.day() == day);
    let said = format!("You spoke {}.", times(ours.count()));
    page::put(&mut lines, theme, Meaning::Plain, &said, width);
    let count = |wanted: fn(&What) -> bool| events().filter(|event| wanted(&event.what)).count();
    let answered = count(|what| matches!(what, What::Answered { .. }));
    let ran_out = count(|what| matches!(what, What::RanOut { .. }));
    let text = format!("Those who waited for you: {answered} answered, {ran_out} gave up.");
    page::put(&mut lines, theme, if ran_out > 0 { Meaning::Warning } else { Meaning::Good }, &text, width);
    people(&mut lines, theme, desk, &events().collect::<Vec<_>>(), width);
    let promises: Vec<_> =
        world.promises.iter().filter(|promise| promise.state == PromiseState::Open).collect();
    page::head(&mut lines, theme, "Tomorrow");
    let waiting = format!("{} still wait for an answer (i shows them).", desk.inbox().len());
    page::put(&mut lines, theme, Meaning::Plain, &waiting, width);
    for promise in promises {
        let name = words::first_name(&world.setup.person(promise.to).name);
        let text =
            format!("You promised {name} something by day {} {}.", promise.due.day(), promise.due.clock());
        page::put(&mut lines, theme, Meaning::News, &text, width);
    }
    page::draw(frame, area, theme, &format!("Day {day} is over"), lines, scroll).most
}

/// Who came closer, who moved away, and who left.
fn people(
    lines: &mut Vec<ratatui::text::Line<'static>>,
    theme: Theme,
    desk: &Desk,
    events: &[&Event],
    width: usize,
) {
    let mut moved: BTreeMap<PersonId, f64> = BTreeMap::new();
    for change in events.iter().flat_map(|event| &event.changes).filter(|change| change.dial.teaches()) {
        if !matches!(change.dial, crate::sim::bond::Dial::Mood) {
            *moved.entry(change.person).or_default() += change.to - change.from;
        }
    }
    let mut moved: Vec<(PersonId, f64)> = moved.into_iter().collect();
    moved.sort_by(|a, b| b.1.total_cmp(&a.1));
    let name = |id: PersonId| words::first_name(&desk.world().setup.person(id).name).to_owned();
    let list = |of: Vec<PersonId>| {
        let rest = of.len().saturating_sub(NAMED);
        let names: Vec<String> = of.into_iter().take(NAMED).map(name).collect();
        let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
        if names.is_empty() { "nobody".to_owned() } else { format!("{}{more}", names.join(", ")) }
    };
    let closer = moved.iter().filter(|(_, by)| *by >= SMALL).map(|(id, _)| *id).collect();
    let away = moved.iter().rev().filter(|(_, by)| *by <= -SMALL).map(|(id, _)| *id).collect();
    let left: Vec<PersonId> = events
        .iter()
        .filter_map(|event| if let What::Left { person, .. } = event.what { Some(person) } else { None })
        .collect();
    page::head(lines, theme, "People");
    page::put(lines, theme, Meaning::Good, &format!("+ Came closer: {}.", list(closer)), width);
    page::put(lines, theme, Meaning::Warning, &format!("- Moved away: {}.", list(away)), width);
    if !left.is_empty() {
        page::put(lines, theme, Meaning::Bad, &format!("x Drifted off: {}.", list(left)), width);
    }
}

fn times(count: usize) -> String {
    match count {
        0 => "not at all".to_owned(),
        1 => "once".to_owned(),
        count => format!("{count} times"),
    }
}
