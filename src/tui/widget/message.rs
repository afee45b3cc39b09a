//! How one message looks: who and when, the words, what came of it, and the town's news around it.

use ratatui::text::{Line, Span};

use crate::sim::message::{Message, Words};
use crate::sim::setup::BeatDeed;
use crate::sim::world::WaitState;
use crate::sim::{BeatId, World};
use crate::tui::borrowed::Sitting;
use crate::tui::theme::{Meaning, Theme};
use crate::tui::words;

use super::feed::Row;
use super::photo;

/// Most columns and rows that the picture of the marked message takes.
const COLUMNS: u16 = 32;
const ROWS: u16 = 10;

/// What a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Who and when: nothing without the words under it.
    Head,
    /// The rest.
    Body,
}

/// One message as lines: who and when, the words, what came of it; with the town's news above and below.
pub(crate) fn lines(
    sitting: &Sitting,
    theme: Theme,
    row: &Row,
    width: usize,
    is_marked: bool,
) -> Vec<(Part, Line<'static>)> {
    let world = sitting.world();
    let message = world.message(row.message);
    let indent = row.depth * 2;
    let mut lines = Vec::new();
    lines.extend(news(world, theme, &row.before, width));
    if row.hidden > 0 {
        let earlier = format!("{:indent$}    ({} earlier; Enter shows them)", "", row.hidden);
        let earlier = Line::styled(words::clip(&earlier, width), theme.style(Meaning::Quiet));
        lines.push((Part::Head, earlier));
    }
    lines.push((Part::Head, header(world, theme, message, (indent, width), is_marked)));
    let meaning = if message.is_brand() { Meaning::Ours } else { Meaning::Plain };
    let gutter = if is_marked { ">   " } else { "    " };
    let mut put = |text: &str, meaning: Meaning| {
        for line in words::wrap(text, width.saturating_sub(indent + 5)) {
            let margin = Span::styled(format!("{:indent$}{gutter}", ""), theme.style(Meaning::Key));
            lines.push((Part::Body, Line::from(vec![margin, Span::styled(line, theme.style(meaning))])));
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
    if is_marked {
        lines.extend(drawing(sitting, theme, message, (indent, width)));
    }
    lines.extend(news(world, theme, &row.after, width));
    lines
}

/// The picture that goes with a message, drawn.
fn drawing(
    sitting: &Sitting,
    theme: Theme,
    message: &Message,
    (indent, width): (usize, usize),
) -> Vec<(Part, Line<'static>)> {
    let Some(pixels) = photo::of_message(sitting, message).filter(|_| !message.withdrawn) else {
        return Vec::new();
    };
    let columns = (width.saturating_sub(indent + 5) as u16).min(COLUMNS);
    let drawn = photo::lines(pixels, theme, columns, ROWS).into_iter();
    let margin = Span::raw(format!("{:indent$}    ", ""));
    drawn
        .map(|line| {
            (Part::Body, std::iter::once(margin.clone()).chain(line.spans).collect::<Line<'static>>())
        })
        .collect()
}

/// The town's news as lines of their own, with how long ago each came.
pub(crate) fn news(
    world: &World,
    theme: Theme,
    beats: &[BeatId],
    width: usize,
) -> Vec<(Part, Line<'static>)> {
    let mut lines = Vec::new();
    for beat in beats {
        let (Some(at), BeatDeed::News { text, .. }) =
            (world.fired[beat.index()].at, &world.setup.beat(*beat).deed)
        else {
            continue;
        };
        let text = format!("News, {}: {text}", words::age(world.now, at));
        let wrapped = words::wrap(&text, width.saturating_sub(2)).into_iter();
        lines.extend(
            wrapped.map(|line| (Part::Body, Line::styled(format!("  {line}"), theme.style(Meaning::News)))),
        );
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
    if let Some(whom) = answered(world, message) {
        spans.push(Span::styled(format!("  to {whom}"), theme.style(Meaning::Quiet)));
    }
    if let Some(person) = message.private.filter(|_| world.message(message.thread).private.is_none()) {
        let aside = format!("  (aside, only {} and you)", world.setup.person(person).name);
        spans.push(Span::styled(aside, theme.style(Meaning::News)));
    }
    let waiting = world.waiting.iter().find(|w| w.message == message.id && w.state == WaitState::Open);
    if let Some(waiting) = waiting {
        let patience = words::patience(world.now, waiting);
        spans
            .push(Span::styled(format!("  waits for you, {}", patience.word), theme.style(patience.meaning)));
    } else if message.expect.is_some()
        && world.waiting.iter().any(|w| w.message == message.id && w.state == WaitState::RanOut)
    {
        spans.push(Span::styled("  gave up waiting", theme.style(Meaning::Bad)));
    } else if message.to_brand || answers_us(world, message) {
        spans.push(Span::styled("  to you", theme.style(Meaning::News)));
    }
    Line::from(spans)
}

/// Whom a comment answers, where that is neither the post it stands under nor the brand, which is marked otherwise.
fn answered<'a>(world: &'a World, message: &Message) -> Option<&'a str> {
    let answered = message.answers.filter(|answered| *answered != message.thread)?;
    let person = world.message(answered).person().filter(|person| message.person() != Some(*person))?;
    Some(words::first_name(&world.setup.person(person).name))
}

/// Whether a person answers words of the brand that stand under a post.
fn answers_us(world: &World, message: &Message) -> bool {
    let answered = message.answers.filter(|answered| *answered != message.thread);
    !message.is_brand() && answered.is_some_and(|answered| world.message(answered).is_brand())
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
    if message.is_brand() && message.is_post() {
        parts.extend(counted(message.readers().len() as u32, "reader"));
        if message.boost > 1.0 {
            parts.push("paid reach".into());
        }
    }
    if message.corrected.is_some() {
        parts.push("set right below".into());
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}
