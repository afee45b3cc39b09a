//! The debrief: how it went by sections, and each turning point opened with its chain and what would have been otherwise.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::tui::borrowed::{Kind, Page, Turn};
use crate::tui::theme::{Meaning, Theme};
use crate::tui::widget::page;

/// Cells of a line at most; longer ones are hard to read.
const WIDEST: usize = 96;

/// The lines of a page in the making.
struct Lines {
    so_far: Vec<Line<'static>>,
    theme: Theme,
    width: usize,
}

impl Lines {
    fn head(&mut self, text: &str) {
        page::head(&mut self.so_far, self.theme, text);
    }

    fn put(&mut self, meaning: Meaning, text: &str) {
        page::put(&mut self.so_far, self.theme, meaning, text, self.width);
    }
}

/// Draws the whole page, or the turning point that is open; how far it can be scrolled.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    theme: Theme,
    (told, turn): (&Page, Option<usize>),
    scroll: usize,
) -> usize {
    let mut lines = Lines { so_far: Vec::new(), theme, width: usize::from(area.width).min(WIDEST) };
    let open = turn.and_then(|at| told.turning_points.get(at));
    let heading = if let Some((at, open)) = turn.zip(open) {
        turning_point(&mut lines, open);
        format!("Turning point {} of {}", at + 1, told.turning_points.len())
    } else {
        whole(&mut lines, told);
        "How it went".to_owned()
    };
    page::draw(frame, area, theme, &heading, lines.so_far, scroll).most
}

fn whole(lines: &mut Lines, told: &Page) {
    if let Some(well) = told.ends_well {
        let (meaning, said) =
            if well { (Meaning::Good, "It ended well.") } else { (Meaning::Bad, "It did not end well.") };
        lines.put(meaning, said);
    }
    lines.head("One thing to do differently");
    lines.put(Meaning::Plain, &told.tips.corrective);
    if !told.goals.is_empty() {
        lines.head("Goals");
    }
    for goal in &told.goals {
        let (meaning, met) = if goal.met { (Meaning::Good, "met") } else { (Meaning::Warning, "not met") };
        lines.put(meaning, &format!("{met}: {}", goal.title));
    }
    lines.head("Meters");
    for meter in &told.meters {
        let value = meter.value.map_or_else(|| "-".to_owned(), |value| format!("{value:.0}"));
        lines.put(Meaning::Plain, &format!("{:<10} {value:>4}  {}", meter.name, meter.meaning));
    }
    lines.head("Turning points (enter opens them one by one)");
    if told.turning_points.is_empty() {
        lines.put(Meaning::Quiet, "Nothing that a word of yours would have changed much.");
    }
    for (at, turn) in told.turning_points.iter().enumerate() {
        let line = format!("{}. {} ({}): \"{}\"", at + 1, turn.at, turn.kind.word(), turn.text);
        lines.put(tone(turn), &line);
    }
    people(lines, told);
    lines.head("Things to try");
    for (at, tip) in told.tips.tries.iter().enumerate() {
        lines.put(Meaning::Plain, &format!("{}. {tip}", at + 1));
    }
    rest(lines, told);
}

fn people(lines: &mut Lines, told: &Page) {
    let [closer, same, further, left] = told.people.counts;
    lines.head("People");
    let counts = format!("{closer} closer, {same} as before, {further} further, {left} left a room.");
    lines.put(Meaning::Plain, &counts);
    let lists = [
        (Meaning::Good, &told.people.closer),
        (Meaning::Warning, &told.people.further),
        (Meaning::Bad, &told.people.left),
    ];
    for (meaning, list) in lists {
        for person in list.iter().filter(|person| person.cast) {
            lines.put(meaning, &format!("{:+.2} {}. {}", person.by, person.name, person.why));
        }
    }
}

fn rest(lines: &mut Lines, told: &Page) {
    let ledger = &told.ledger;
    lines.head("The ledger");
    let sales = format!(
        "{} good sales where {} were to be expected, {} bad; you earned {:.0}, people gained {:.0}.",
        ledger.good, ledger.expected, ledger.bad, ledger.earned, ledger.gained
    );
    lines.put(Meaning::Plain, &sales);
    if !told.promises.is_empty() {
        lines.head("Promises");
    }
    for promise in &told.promises {
        let line = format!("{}, to {}: \"{}\"", promise.state, promise.to, promise.words);
        lines.put(Meaning::Plain, &line);
    }
    if !told.missed.unanswered.is_empty() {
        lines.head("Who asked and was left");
    }
    for one in &told.missed.unanswered {
        lines.put(Meaning::Plain, &format!("{}, {}: \"{}\"", one.name, one.at, one.text));
    }
    for diary in &told.diaries {
        lines.head(&format!("The diary of {}", diary.name));
        for day in &diary.days {
            lines.put(Meaning::Plain, &format!("Day {}. {}", day.day, day.lines.join(" ")));
        }
    }
}

const fn tone(turn: &Turn) -> Meaning {
    match turn.kind {
        Kind::Said => Meaning::Bad,
        Kind::Silence => Meaning::Warning,
        Kind::Carried => Meaning::Good,
    }
}

fn turning_point(lines: &mut Lines, turn: &Turn) {
    lines.put(Meaning::Quiet, &format!("{}, {}, {}", turn.at, turn.room, turn.kind.word()));
    if let Some((asked, words)) = &turn.asked {
        lines.put(Meaning::Plain, &format!("{asked}: \"{words}\""));
    }
    lines.put(tone(turn), &format!("{}: \"{}\"", turn.who, turn.text));
    lines.head("What came of it");
    for link in &turn.chain {
        lines.put(Meaning::Plain, &format!("{}: {}", link.at, link.what));
    }
    lines.head(&turn.change);
    if let Some(words) = &turn.instead {
        lines.put(Meaning::Good, &format!("\"{words}\""));
    }
    let difference = format!(
        "{:+.1} points in all, {:+.2} good sales to be expected; {} people would stand otherwise.",
        turn.points, turn.expected, turn.differs
    );
    lines.put(Meaning::Plain, &difference);
    for (name, was, would) in &turn.people {
        lines.put(Meaning::Plain, &format!("{name}: {was:+.2}, would be {would:+.2}"));
    }
}
