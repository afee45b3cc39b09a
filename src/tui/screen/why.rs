//! Why somebody does what they do: your words underlined where they did it, the rule, by how much it moved what, and the idea.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::sim::event::{Change, Event};
use crate::sim::{MessageId, PersonId};
use crate::tui::borrowed;
use crate::tui::desk::Desk;
use crate::tui::theme::{Meaning, Theme};
use crate::tui::view::About;
use crate::tui::widget::{page, quote};
use crate::tui::words;

/// Reasons that are shown.
const REASONS: usize = 12;
/// Changes smaller than this are not worth a word.
const SMALL: f64 = 0.005;
/// Causes that are walked back for one that moved somebody.
const BACK: usize = 6;

/// Draws it; how far it can be scrolled.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    desk: &Desk,
    about: About,
    scroll: usize,
) -> usize {
    let width = usize::from(area.width).min(96);
    let world = desk.world();
    let mut lines = Vec::new();
    let (heading, changes) = match about {
        About::Person(id) => (format!("Why {} stands where they stand", name(desk, id)), of_person(desk, id)),
        About::Message(message) => {
            let who = words::author(world, world.message(message));
            page::put(
                &mut lines,
                theme,
                Meaning::Quiet,
                &format!("{who}: {}", desk.sitting.text(message)),
                width,
            );
            page::gap(&mut lines);
            (format!("Why {} said that", words::first_name(who)), of_message(desk, message))
        }
    };
    let mut quoted = None;
    for (at, change) in changes.iter().take(REASONS).enumerate() {
        quoted = one(&mut lines, theme, desk, change, quoted, width);
        let idea = borrowed::idea(change);
        let is_new = changes[..at].iter().all(|before| borrowed::idea(before).name != idea.name);
        let says = if is_new { idea.says.as_str() } else { "" };
        for line in words::wrap(format!("Idea: {}. {says}", idea.name).trim_end(), width.saturating_sub(2)) {
            lines.push(Line::styled(format!("  {line}"), theme.style(Meaning::Quiet)));
        }
        page::gap(&mut lines);
    }
    if changes.is_empty() {
        let none = match about {
            About::Person(_) => "Nothing you said or left unsaid has moved them yet.",
            About::Message(_) => "It has nothing to do with you: people talk with each other here.",
        };
        page::put(&mut lines, theme, Meaning::Quiet, none, width);
    }
    page::draw(frame, area, theme, &heading, lines, scroll).most
}

/// One change: how far which dial moved, the rule, and the words unless they were just quoted.
fn one(
    lines: &mut Vec<Line<'static>>,
    theme: Theme,
    desk: &Desk,
    change: &Change,
    quoted: Option<MessageId>,
    width: usize,
) -> Option<MessageId> {
    let by = (change.to - change.from) * 100.0;
    let tiring = matches!(change.dial, crate::sim::bond::Dial::Fatigue(_));
    let meaning = if (by > 0.0) == tiring { Meaning::Bad } else { Meaning::Good };
    let moved = format!("{} {by:+.0} (now {:.0})", change.dial.word(), change.to * 100.0);
    let head = Line::from(vec![
        Span::styled(moved, theme.style(meaning)),
        Span::styled(format!("  {}", name(desk, change.person)), theme.style(Meaning::Name)),
    ]);
    lines.push(head);
    for line in words::wrap(&borrowed::why(&desk.sitting, change), width.saturating_sub(2)) {
        lines.push(Line::styled(format!("  {line}"), theme.style(Meaning::Plain)));
    }
    let struck = borrowed::struck(&desk.sitting, change);
    let quotes = struck.as_ref().map(|(message, _)| *message);
    if let Some((message, ranges)) =
        struck.filter(|(message, ranges)| quoted != Some(*message) || !ranges.is_empty())
    {
        let text = desk.sitting.text(message);
        for mut line in quote::lines(theme, Meaning::Ours, text, &ranges, width.saturating_sub(4)) {
            line.spans.insert(0, Span::styled("  | ", theme.style(Meaning::Quiet)));
            lines.push(line);
        }
    }
    quotes.or(quoted)
}

/// What moved somebody, the newest first.
fn of_person(desk: &Desk, id: PersonId) -> Vec<&Change> {
    let events = desk.world().changes_in(id);
    events.flat_map(|event| own(event, id)).take(REASONS).collect()
}

/// What moved whoever said this, in the event that led to it or in one that led to that.
fn of_message(desk: &Desk, message: MessageId) -> Vec<&Change> {
    let world = desk.world();
    let Some(person) = world.message(message).person() else { return Vec::new() };
    let mut event = world.said_in(message).map(|id| world.event(id));
    for _ in 0..BACK {
        let Some(now) = event else { break };
        let mut changes: Vec<&Change> = own(now, person).collect();
        if !changes.is_empty() {
            let by = |change: &Change| (change.to - change.from).abs();
            changes.sort_by(|a, b| b.dial.teaches().cmp(&a.dial.teaches()).then(by(b).total_cmp(&by(a))));
            return changes;
        }
        event = now.cause.map(|id| world.event(id));
    }
    Vec::new()
}

fn own(event: &Event, id: PersonId) -> impl Iterator<Item = &Change> {
    event.changes.iter().filter(move |change| change.person == id && (change.to - change.from).abs() >= SMALL)
}

fn name(desk: &Desk, id: PersonId) -> &str {
    words::first_name(&desk.world().setup.person(id).name)
}
