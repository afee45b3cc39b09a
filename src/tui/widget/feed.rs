//! Messages one under another: which ones, in what order, and how many fit around the marked one.

use std::collections::BTreeMap;
use std::iter;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::sim::setup::BeatDeed;
use crate::sim::{BeatId, MessageId, Minute, RoomId, World};
use crate::tui::borrowed::Sitting;
use crate::tui::drawn::{Drawn, Spot};
use crate::tui::keymap::Step;
use crate::tui::theme::Theme;

use super::message::{self, Part};

/// Answers of a thread that a room's feed shows; the thread itself has them all.
const SHOWN: usize = 3;
/// Rows that a page key passes.
const PAGE: usize = 6;
/// Steps to the right that answers to answers take at most.
const DEEPEST: usize = 4;

/// One message in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The message.
    pub(crate) message: MessageId,
    /// Steps to the right.
    pub(crate) depth: usize,
    /// Earlier answers that are not shown above it.
    pub(crate) hidden: usize,
    /// News of the town to be shown above it.
    pub(crate) before: Vec<BeatId>,
    /// News of the town that came after it, where nothing else did.
    pub(crate) after: Vec<BeatId>,
}

impl Row {
    fn new(message: MessageId, depth: usize, hidden: usize) -> Self {
        Self { message, depth, hidden, before: Vec::new(), after: Vec::new() }
    }
}

/// The town's news that a room heard of, in order of time.
pub(crate) fn news(world: &World, room: RoomId) -> Vec<(Minute, BeatId)> {
    let came =
        world.fired.iter().enumerate().filter_map(|(place, fired)| Some((fired.at?, BeatId::at(place))));
    let mut heard: Vec<_> = came
        .filter(|(_, beat)| match &world.setup.beat(*beat).deed {
            BeatDeed::News { room: at, .. } => *at == room,
            BeatDeed::Say(_) | BeatDeed::Request { .. } => false,
        })
        .collect();
    heard.sort();
    heard
}

/// The feed of a room: threads by when they were last spoken in, each with its latest answers, and the
/// town's news between them.
pub(crate) fn rows(world: &World, room: RoomId) -> Vec<Row> {
    let mut threads: BTreeMap<MessageId, Vec<MessageId>> = BTreeMap::new();
    for message in world.messages.iter().filter(|message| message.room == room && message.private.is_none()) {
        threads.entry(message.thread).or_default().push(message.id);
    }
    let mut threads: Vec<Vec<MessageId>> = threads.into_values().collect();
    threads.sort_by_key(|thread| thread.last().copied());
    let mut news = news(world, room).into_iter().peekable();
    let mut rows: Vec<Row> = Vec::new();
    for thread in threads {
        let Some((post, answers)) = thread.split_first() else { continue };
        let spoken = world.message(answers.last().copied().unwrap_or(*post)).minute;
        let hidden = answers.len().saturating_sub(SHOWN);
        let mut first = Row::new(*post, 0, 0);
        first.before.extend(iter::from_fn(|| news.next_if(|(at, _)| *at < spoken)).map(|(_, beat)| beat));
        rows.push(first);
        let shown = answers[hidden..].iter().enumerate();
        rows.extend(shown.map(|(place, message)| Row::new(*message, 1, if place == 0 { hidden } else { 0 })));
    }
    if let Some(last) = rows.last_mut() {
        last.after.extend(news.map(|(_, beat)| beat));
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
            Row::new(message.id, depth, 0)
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
        let lines = message::lines(sitting, theme, &rows[place], width, place == at);
        lines.into_iter().map(move |(part, line)| (spot, part, line)).collect::<Vec<_>>()
    };
    let own = lines_of(at);
    let free = height.saturating_sub(own.len());
    let mut below = Vec::new();
    let after = (at + 1..rows.len()).map(lines_of);
    for lines in after {
        if below.len() >= free {
            break;
        }
        below.extend(lines);
    }
    let room = free - whole(&below, (height / 3).min(free));
    let mut upward = Vec::new();
    let mut taken = 0;
    for lines in (0..at).rev().map(lines_of) {
        if taken >= room {
            break;
        }
        taken += lines.len();
        upward.push(lines);
    }
    let mut all: Vec<_> = upward.into_iter().rev().flatten().collect();
    all.drain(..all.len().saturating_sub(room));
    // At the top of the feed there may be room left below.
    below.truncate(whole(&below, free - all.len()));
    all.extend(own);
    all.extend(below);
    let (spots, lines): (Vec<Spot>, Vec<Line<'static>>) =
        all.into_iter().map(|(s, _, line)| (s, line)).unzip();
    drawn.put_lines(area, spots.into_iter().map(Some));
    frame.render_widget(Paragraph::new(lines), area);
}

/// How many of these lines to show where at most so many fit: no head without words under it.
fn whole(lines: &[(Spot, Part, Line<'static>)], most: usize) -> usize {
    let mut fitting = lines.iter().take(most);
    fitting.rposition(|(_, part, _)| *part == Part::Body).map_or(0, |place| place + 1)
}
