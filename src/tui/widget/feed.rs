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
    let (mut above, mut below) = (Vec::new(), Vec::new());
    let mut next = at + 1;
    while next < rows.len() && below.len() < height / 3 {
        below.extend(lines_of(next));
        next += 1;
    }
    let own_height = own.len();
    below.truncate((height / 3).min(height.saturating_sub(own_height)));
    whole_heads(&mut below);
    let mut before = at;
    let room = height.saturating_sub(own_height + below.len());
    let mut upward = Vec::new();
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
        if all.len() > height {
            all.truncate(height);
            whole_heads(&mut all);
        }
    }
    let (spots, lines): (Vec<Spot>, Vec<Line<'static>>) =
        all.into_iter().map(|(s, _, line)| (s, line)).unzip();
    drawn.put_lines(area, spots.into_iter().map(Some));
    frame.render_widget(Paragraph::new(lines), area);
}

/// Takes away heads at the end, whose words would be cut off.
fn whole_heads(lines: &mut Vec<(Spot, Part, Line<'static>)>) {
    while lines.last().is_some_and(|(_, part, _)| *part == Part::Head) {
        lines.pop();
    }
}
