//! A person's page: who they are, how they stand to the brand and why, and what was said between the two.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::sim::bond::Dial;
use crate::sim::{PersonId, RoomId};
use crate::tui::borrowed;
use crate::tui::desk::Desk;
use crate::tui::theme::{Meaning, Theme};
use crate::tui::widget::page;
use crate::tui::words;

/// Reasons that are shown, newest first.
const REASONS: usize = 8;
/// Words of theirs that are shown.
const WORDS: usize = 3;
/// Changes smaller than this are no reason worth a line.
const SMALL: f64 = 0.005;

/// Draws it; how far it can be scrolled.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    desk: &Desk,
    id: PersonId,
    scroll: usize,
) -> usize {
    let width = usize::from(area.width).min(96);
    let person = desk.world().setup.person(id);
    let mut lines = Vec::new();
    life(&mut lines, theme, desk, id, width);
    page::head(&mut lines, theme, "How they stand to you");
    dials(&mut lines, theme, desk, id);
    page::head(&mut lines, theme, "Why");
    reasons(&mut lines, theme, desk, id, width);
    last_words(&mut lines, theme, desk, id, width);
    talk(&mut lines, theme, desk, id, width);
    page::draw(frame, area, theme, &person.name, lines, scroll).most
}

fn life(lines: &mut Vec<Line<'static>>, theme: Theme, desk: &Desk, id: PersonId, width: usize) {
    let setup = &desk.world().setup;
    let person = setup.person(id);
    for text in [&person.work, &person.about] {
        if !text.is_empty() {
            page::put(lines, theme, Meaning::Plain, text, width);
        }
    }
    let cares: Vec<&str> = person.cares.iter().filter_map(borrowed::topic).collect();
    if !cares.is_empty() {
        page::put(lines, theme, Meaning::Plain, &format!("Cares about {}.", cares.join(", ")), width);
    }
    if !person.want.is_empty() {
        page::put(lines, theme, Meaning::Plain, &format!("This week: {}", person.want), width);
    }
    let rooms: Vec<&str> = person.rooms.iter().map(|room| setup.room(room).name()).collect();
    page::put(lines, theme, Meaning::Quiet, &format!("Comes to: {}", rooms.join(", ")), width);
}

fn dials(lines: &mut Vec<Line<'static>>, theme: Theme, desk: &Desk, id: PersonId) {
    let world = desk.world();
    let bond = world.bond(id);
    let mut row = |name: String, dial: Dial| {
        let value = world.dial(id, dial);
        let (bar, how) = (words::bar(words::share(dial, value), 10), words::dial(dial, value));
        lines.push(Line::from(vec![
            Span::styled(format!("{:<22}", words::clip(&name, 21)), theme.style(Meaning::Plain)),
            Span::styled(format!("{bar} {:>4.0}  ", value * 100.0), theme.style(Meaning::Quiet)),
            Span::styled(how, theme.style(Meaning::Plain)),
        ]));
    };
    for dial in [Dial::Trust, Dial::Warmth, Dial::Mood, Dial::Familiarity, Dial::Knowledge] {
        row(dial.word().to_owned(), dial);
    }
    for room in world.setup.person(id).rooms.iter() {
        row(format!("fatigue, {}", world.setup.room(room).name()), Dial::Fatigue(room));
    }
    let left: Vec<&str> = bond.left.iter().map(|room: RoomId| world.setup.room(room).name()).collect();
    if !left.is_empty() {
        let text = format!("No longer follows you: {}", left.join(", "));
        lines.push(Line::styled(text, theme.style(Meaning::Bad)));
    }
    if bond.connected {
        lines.push(Line::styled("You are connected.", theme.style(Meaning::Good)));
    }
}

fn reasons(lines: &mut Vec<Line<'static>>, theme: Theme, desk: &Desk, id: PersonId, width: usize) {
    let before = lines.len();
    let changes = desk.world().changes_in(id).flat_map(|event| {
        let own = event
            .changes
            .iter()
            .filter(move |change| change.person == id && (change.to - change.from).abs() >= SMALL);
        own.map(move |change| (event.minute, change))
    });
    for (minute, change) in changes.take(REASONS) {
        let by = (change.to - change.from) * 100.0;
        let tiring = matches!(change.dial, Dial::Fatigue(_));
        let meaning = if (by > 0.0) == tiring { Meaning::Bad } else { Meaning::Good };
        let why = borrowed::why(&desk.sitting, change);
        let text = format!("day {minute}  {} {by:+.0}: {why}", change.dial.word());
        page::put(lines, theme, meaning, &text, width);
    }
    if lines.len() == before {
        page::put(lines, theme, Meaning::Quiet, "Nothing has moved them yet.", width);
    }
}

/// What they said last, in any room.
fn last_words(lines: &mut Vec<Line<'static>>, theme: Theme, desk: &Desk, id: PersonId, width: usize) {
    let world = desk.world();
    let said = world
        .messages
        .iter()
        .rev()
        .filter(|message| message.private.is_none() && message.person() == Some(id));
    let said: Vec<_> = said.take(WORDS).collect();
    if said.is_empty() {
        return;
    }
    page::head(lines, theme, "Last words");
    for message in said {
        let room = world.setup.room(message.room).name();
        let text =
            format!("{} ({room}): {}", words::age(world.now, message.minute), desk.sitting.text(message.id));
        page::put(lines, theme, Meaning::Plain, &text, width);
    }
}

fn talk(lines: &mut Vec<Line<'static>>, theme: Theme, desk: &Desk, id: PersonId, width: usize) {
    let world = desk.world();
    let alone: Vec<_> = world.messages.iter().filter(|message| message.private == Some(id)).collect();
    if alone.is_empty() {
        return;
    }
    page::head(lines, theme, "Between the two of you");
    for message in alone {
        let meaning = if message.is_brand() { Meaning::Ours } else { Meaning::Plain };
        let name = words::first_name(words::author(world, message));
        let text = format!("day {}  {name}: {}", message.minute, desk.sitting.text(message.id));
        page::put(lines, theme, meaning, &text, width);
    }
}
