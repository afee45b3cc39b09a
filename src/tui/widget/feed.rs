//! Messages one under another: which ones, in what order, and how each looks.

use std::collections::BTreeMap;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::sim::message::{Message, Words};
use crate::sim::setup::BeatDeed;
use crate::sim::world::WaitState;
use crate::sim::{MessageId, RoomId, World};
use crate::tui::borrowed::Sitting;
use crate::tui::drawn::{Drawn, Spot};
use crate::tui::keymap::Step;
use crate::tui::theme::{Meaning, Theme};
use crate::tui::words;

/// Answers of a thread that a room's feed shows; the thread itself has them all.
const SHOWN: usize = 3;
/// Rows that a page key passes.
const PAGE: usize = 6;
/// Steps to the right that answers to answers take at most.
const DEEPEST: usize = 4;

/// One message in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The message.
    pub(crate) message: MessageId,
    /// Steps to the right.
    pub(crate) depth: usize,
    /// Earlier answers that are not shown above it.
    pub(crate) hidden: usize,
}

/// The feed of a room: threads by when they were last spoken in, each with its latest answers.
pub(crate) fn rows(world: &World, room: RoomId) -> Vec<Row> {
    let mut threads: BTreeMap<MessageId, Vec<MessageId>> = BTreeMap::new();
    for message in world.messages.iter().filter(|message| message.room == room && message.private.is_none()) {
        threads.entry(message.thread).or_default().push(message.id);
    }
    let mut threads: Vec<Vec<MessageId>> = threads.into_values().collect();
    threads.sort_by_key(|thread| thread.last().copied());
    let mut rows = Vec::new();
    for thread in threads {
        let Some((post, answers)) = thread.split_first() else { continue };
        let hidden = answers.len().saturating_sub(SHOWN);
        rows.push(Row { message: *post, depth: 0, hidden: 0 });
        rows.extend(answers[hidden..].iter().enumerate().map(|(place, message)| Row {
            message: *message,
            depth: 1,
            hidden: if place == 0 { hidden } else { 0 },
        }));
    }
    rows
}

/// A thread in full, each answer under what it answers by a step to the right.
pub(crate) fn thread(world: &World, root: MessageId) -> Vec<Row> {
    let mut depths: BTreeMap<MessageId, usize> = BTreeMap::new();
    world
        .thread(root)
        .into_iter()
        .map(|message| {
            let above = message.answers.and_then(|answered| depths.get(&answered).copied());
            let depth = above.map_or(0, |depth| (depth + 1).min(DEEPEST));
            depths.insert(message.id, depth);
            Row { message: message.id, depth, hidden: 0 }
        })
        .collect()
}

/// The marked message: the wanted one where it is shown, else the newest.
pub(crate) fn marked(rows: &[Row], wanted: Option<MessageId>) -> Option<MessageId> {
    let shown = wanted.filter(|id| rows.iter().any(|row| row.message == *id));
    shown.or_else(|| rows.last().map(|row| row.message))
}

/// The marked message after a step.
pub(crate) fn step(rows: &[Row], from: Option<MessageId>, step: Step) -> Option<MessageId> {
    let from = marked(rows, from)?;
    let at = rows.iter().position(|row| row.message == from)?;
    let last = rows.len().saturating_sub(1);
    let to = match step {
        Step::Up => at.saturating_sub(1),
        Step::Down => at + 1,
        Step::PageUp => at.saturating_sub(PAGE),
        Step::PageDown => at + PAGE,
        Step::First => 0,
        Step::Last => last,
    };
    rows.get(to.min(last)).map(|row| row.message)
}

/// Draws the rows around the marked one; what comes after it fills a third of the area where there is that much.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    sitting: &Sitting,
    theme: Theme,
    rows: &[Row],
    marked: Option<MessageId>,
    drawn: &mut Drawn,
) {
    let Some(at) = marked.and_then(|id| rows.iter().position(|row| row.message == id)) else { return };
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let lines_of = |place: usize| {
        let spot = Spot::Message(rows[place].message);
        let lines = lines(sitting, theme, rows[place], width, place == at);
        lines.into_iter().map(move |line| (spot, line)).collect::<Vec<_>>()
    };
    let own = lines_of(at);
    let (mut above, mut below) = (Vec::new(), Vec::new());
    let mut next = at + 1;
    while next < rows.len() && below.len() < height / 3 {
        below.extend(lines_of(next));
        next += 1;
    }
    below.truncate((height / 3).min(height.saturating_sub(own.len())));
    let mut before = at;
    let room = height.saturating_sub(own.len() + below.len());
    let mut upward: Vec<Vec<(Spot, Line<'static>)>> = Vec::new();
    let mut taken = 0;
    while before > 0 && taken < room {
        before -= 1;
        let lines = lines_of(before);
        taken += lines.len();
        upward.push(lines);
    }
    above.extend(upward.into_iter().rev().flatten());
    above.drain(..above.len().saturating_sub(room));
    let mut all = above;
    all.extend(own);
    all.extend(below);
    // At the top of the feed there may be room left below.
    while next < rows.len() && all.len() < height {
        all.extend(lines_of(next));
        next += 1;
    }
    let (spots, lines): (Vec<Spot>, Vec<Line<'static>>) = all.into_iter().unzip();
    drawn.put_lines(area, spots.into_iter().map(Some));
    frame.render_widget(Paragraph::new(lines), area);
}

/// One message as lines: who and when, the words, what came of it.
pub(crate) fn lines(
    sitting: &Sitting,
    theme: Theme,
    row: Row,
    width: usize,
    is_marked: bool,
) -> Vec<Line<'static>> {
    let world = sitting.world();
    let message = world.message(row.message);
    let indent = row.depth * 2;
    let mut lines = Vec::new();
    if row.hidden > 0 {
        let earlier = format!("{:indent$}    ({} earlier; Enter shows them)", "", row.hidden);
        lines.push(Line::styled(words::clip(&earlier, width), theme.style(Meaning::Quiet)));
    }
    lines.push(header(world, theme, message, (indent, width), is_marked));
    let meaning = if message.is_brand() { Meaning::Ours } else { Meaning::Plain };
    let gutter = if is_marked { ">   " } else { "    " };
    let mut put = |text: &str, meaning: Meaning| {
        for line in words::wrap(text, width.saturating_sub(indent + 5)) {
            let margin = Span::styled(format!("{:indent$}{gutter}", ""), theme.style(Meaning::Key));
            lines.push(Line::from(vec![margin, Span::styled(line, theme.style(meaning))]));
        }
    };
    if message.withdrawn {
        put("(taken back)", Meaning::Quiet);
    } else {
        put(sitting.text(message.id), meaning);
        if let Some(picture) = picture(world, message) {
            put(&format!("[picture: {picture}]"), Meaning::Quiet);
        }
    }
    if let Some(footer) = footer(message) {
        put(&footer, Meaning::Quiet);
    }
    lines
}

fn header(
    world: &World,
    theme: Theme,
    message: &Message,
    (indent, width): (usize, usize),
    is_marked: bool,
) -> Line<'static> {
    let mark = if is_marked { "> " } else { "  " };
    let name = words::author(world, message);
    let (name, meaning) = if message.is_brand() {
        (format!("{name} (you)"), Meaning::Ours)
    } else {
        (name.to_owned(), Meaning::Name)
    };
    let meaning = if is_marked { Meaning::Selected } else { meaning };
    let name = words::clip(&name, width.saturating_sub(indent + 4));
    let mut spans = vec![
        Span::styled(format!("{:indent$}{mark}", ""), theme.style(Meaning::Key)),
        Span::styled(name, theme.style(meaning)),
        Span::styled(format!("  {}", words::age(world.now, message.minute)), theme.style(Meaning::Quiet)),
    ];
    let waiting = world.waiting.iter().find(|w| w.message == message.id && w.state == WaitState::Open);
    if let Some(waiting) = waiting {
        let (_, how, meaning) = words::patience(world.now, waiting);
        spans.push(Span::styled(format!("  waits for you, {how}"), theme.style(meaning)));
    } else if message.expect.is_some()
        && world.waiting.iter().any(|w| w.message == message.id && w.state == WaitState::RanOut)
    {
        spans.push(Span::styled("  gave up waiting", theme.style(Meaning::Bad)));
    } else if message.to_brand {
        spans.push(Span::styled("  to you", theme.style(Meaning::News)));
    }
    Line::from(spans)
}

/// What one sees in the picture that goes with a message, if one does.
fn picture<'a>(world: &'a World, message: &'a Message) -> Option<&'a str> {
    let seen = match &message.words {
        Words::Brand(said) => &world.setup.brand.photos.get(said.photo?.index())?.picture.description,
        Words::Beat(beat) => match &world.setup.beat(*beat).deed {
            BeatDeed::Say(line) => &line.picture,
            BeatDeed::Request { .. } | BeatDeed::News { .. } => return None,
        },
        Words::Question(_) | Words::Failure(_) | Words::Gist(_) => return None,
    };
    (!seen.is_empty()).then_some(seen.as_str())
}

/// Likes, comments, shares and readers of a message, where there are any.
fn footer(message: &Message) -> Option<String> {
    let counted = |count: u32, one: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {one}s")),
    };
    let [likes, comments, shares] = message.reactions;
    let mut parts: Vec<String> =
        [counted(likes, "like"), counted(comments, "comment"), counted(shares, "share")]
            .into_iter()
            .flatten()
            .collect();
    if message.is_brand() {
        parts.extend(counted(message.readers.len() as u32, "reader"));
        if message.boost > 1.0 {
            parts.push("paid reach".into());
        }
    }
    if message.corrected.is_some() {
        parts.push("set right below".into());
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}
