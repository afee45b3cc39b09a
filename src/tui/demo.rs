//! The demo: a story that the host plays by itself at reading pace, with captions and one flat advert, until a key is pressed.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use crossterm::event::{self, Event, KeyEventKind};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Paragraph};

use super::app::{App, Stage};
use super::borrowed::{self, Sitting};
use super::desk::Desk;
use super::graphics::Overlay;
use super::signal::Watch;
use super::terminal::{self, Screen, TermGuard};
use super::theme::Meaning;
use super::told::Status;
use super::view::View;
use super::{Options, Outcome, Start, words};
use crate::game::Move;
use crate::lab::policy::{Player, Policy};
use crate::scenario::{Moment, Scenario};
use crate::sim::message::Message;
use crate::sim::{MessageId, Minute};

/// How long the first look, a glance and the end last, and how long one letter takes to read.
const FIRST: Duration = Duration::from_secs(6);
const GLANCE: Duration = Duration::from_millis(2500);
const LAST: Duration = Duration::from_secs(15);
const LETTER: Duration = Duration::from_millis(45);
/// No step lasts longer.
const LONGEST: Duration = Duration::from_secs(14);
/// Steps after which the advert comes, and minutes after which its end is told.
const PLANTED: usize = 6;
const SHRUG: u32 = 120;
/// Lines that a caption may take.
const CAPTION: usize = 4;
/// How long to sleep at most before looking whether a signal of the system came.
const LOOK: Duration = Duration::from_millis(200);

/// Where the planted advert is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Advert {
    /// Still to come.
    Ahead,
    /// Said, and its end not told yet.
    Said(MessageId, Minute),
    /// Told.
    Told,
}

/// A story that plays itself, as a value: steps go in, frames come out.
#[derive(Debug)]
pub struct Demo {
    app: App,
    player: Player,
    steps: usize,
    advert: Advert,
    is_over: bool,
}

impl Demo {
    /// Before the first step.
    pub fn new(scenario: &Arc<Scenario>, seed: u64, options: Options) -> Self {
        let sitting = Sitting::new(Arc::clone(scenario), seed);
        let mut app = App::new(Start::Play(Box::new(sitting), None), Options { coach: false, ..options });
        if let Stage::Play(desk) = &mut app.stage {
            desk.back_to_feed();
            desk.running = false;
        }
        Self { app, player: Player::new(Policy::Host), steps: 0, advert: Advert::Ahead, is_over: false }
    }

    /// Whether the end was shown.
    pub const fn is_over(&self) -> bool {
        self.is_over
    }

    /// The caption on screen.
    pub fn caption(&self) -> &str {
        match &self.app.stage {
            Stage::Play(desk) => &desk.status.text,
            Stage::Title(..) => "",
        }
    }

    /// Plays on to the next thing worth a look; how long to look at it.
    pub fn step(&mut self) -> Duration {
        let Stage::Play(desk) = &mut self.app.stage else { return GLANCE };
        self.steps += 1;
        if self.steps == 1 {
            let scenario = desk.sitting.scenario();
            let text = format!("{}. {}", scenario.title, scenario.summary);
            return captioned(desk, Meaning::News, text).max(FIRST);
        }
        if desk.sitting.is_over() {
            if matches!(desk.view(), View::Debrief { .. }) {
                self.is_over = true;
                return Duration::ZERO;
            }
            desk.end_if_over();
            captioned(desk, Meaning::News, "The story is over. This is what the people made of it.".into());
            return LAST;
        }
        if self.advert == Advert::Ahead && self.steps > PLANTED && !desk.sitting.is_closed() {
            return self.plant();
        }
        if let Advert::Said(message, at) = self.advert
            && desk.world().now.since(at) >= SHRUG
        {
            self.advert = Advert::Told;
            return shrug(desk, message);
        }
        self.host()
    }

    /// Draws it.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        self.app.draw(frame);
        let area = frame.area();
        let foot = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }.intersection(area);
        let told = "Demo: the host plays by itself. Any key ends it; mingle begins a story of your own.";
        let told = words::clip(told, usize::from(foot.width));
        frame.render_widget(Clear, foot);
        frame.render_widget(Paragraph::new(Line::styled(told, self.app.theme.style(Meaning::Quiet))), foot);
    }

    /// The host's next move, or the next thing that people do.
    fn host(&mut self) -> Duration {
        let Stage::Play(desk) = &mut self.app.stage else { return GLANCE };
        loop {
            let closed = desk.sitting.until_opening();
            if closed > 0 || desk.sitting.is_over() {
                desk.sitting.advance(closed);
                return captioned(desk, Meaning::Quiet, "Night falls, and the rooms empty.".into());
            }
            match self.player.choose(&desk.sitting) {
                Some(chosen @ (Move::Post { .. } | Move::Reply { .. } | Move::Message { .. })) => {
                    let before = desk.world().messages.len();
                    if desk.sitting.play(chosen).is_err() {
                        desk.sitting.advance(5);
                    }
                    if let Some(said) = newest(desk, before, Message::is_brand) {
                        return show_ours(desk, said);
                    }
                }
                Some(other) => {
                    if desk.sitting.play(other).is_err() {
                        desk.sitting.advance(5);
                    }
                }
                None => {
                    let before = desk.world().messages.len();
                    desk.sitting.advance(5);
                    if let Some(said) = newest(desk, before, |message| message.to_brand) {
                        return show_theirs(desk, said);
                    }
                }
            }
            if let Advert::Said(_, at) = self.advert
                && desk.world().now.since(at) >= SHRUG
            {
                return GLANCE;
            }
        }
    }

    /// The advert: the scenario's own bad example of a post.
    fn plant(&mut self) -> Duration {
        self.advert = Advert::Told;
        let Stage::Play(desk) = &mut self.app.stage else { return GLANCE };
        let bad = |moment: &Moment| matches!(moment, Moment::Post { .. });
        let scenario = desk.sitting.scenario_handle();
        let Some(model) = scenario.exemplars.iter().find(|model| !model.good && bad(&model.moment)) else {
            return GLANCE;
        };
        let Moment::Post { room, .. } = model.moment else { return GLANCE };
        let photo = model.photo.map(|photo| scenario.base.brand.photos[photo.index()].name.clone());
        let before = desk.world().messages.len();
        let room = desk.world().setup.room(room).name().to_owned();
        if desk.sitting.play(Move::Post { room, text: model.text.clone(), photo }).is_err() {
            return GLANCE;
        }
        let Some(said) = newest(desk, before, Message::is_brand) else { return GLANCE };
        self.advert = Advert::Said(said, desk.world().now);
        look_at(desk, said);
        let text = "Now for once a flat advert, as many would post it. Watch what becomes of it.";
        captioned(desk, Meaning::Warning, text.into()) + reading_time(&model.text)
    }
}

/// What became of the advert, and why.
fn shrug(desk: &mut Desk, id: MessageId) -> Duration {
    desk.back_to_feed();
    look_at(desk, id);
    let message = desk.world().message(id);
    let [likes, comments, shares] = message.reactions;
    let (readers, count) = (message.readers().len(), likes + comments + shares);
    let why = sentence(message, false).unwrap_or_else(|| borrowed::flat(&desk.sitting, id));
    let text =
        format!("The advert had {readers} readers and {count} reactions; the crowd shrugged. Why: {why}");
    captioned(desk, Meaning::Bad, text)
}

/// Words of the host, with what speaks for them.
fn show_ours(desk: &mut Desk, id: MessageId) -> Duration {
    look_at(desk, id);
    let world = desk.world();
    let message = world.message(id);
    let to = message.answers.and_then(|answered| world.message(answered).person());
    let place = &world.setup.room(message.room).title;
    let deed = match to.or(message.private) {
        Some(person) => format!("The host answers {}.", words::first_name(&world.setup.person(person).name)),
        None => format!("The host says something to the {}.", place.to_lowercase()),
    };
    let why = sentence(message, true).map_or(String::new(), |why| format!(" Why it lands: {why}"));
    let time = reading_time(desk.sitting.text(id));
    captioned(desk, Meaning::Good, format!("{deed}{why}")) + time
}

/// Words to the brand.
fn show_theirs(desk: &mut Desk, id: MessageId) -> Duration {
    look_at(desk, id);
    let world = desk.world();
    let who = words::author(world, world.message(id)).to_owned();
    let text = format!("{} speaks to the bakery's page and waits.", words::first_name(&who));
    let text = text.replace("the bakery's page", &world.setup.brand.sheet.name);
    let time = reading_time(desk.sitting.text(id));
    captioned(desk, Meaning::News, text) + time
}

/// The heaviest sign for or against a message of ours, as its sentence.
fn sentence(message: &Message, good: bool) -> Option<String> {
    let said = message.said()?;
    let fits = |cue: &&crate::appraisal::Cue| {
        cue.dimension.speaks().is_some_and(|speaks| (speaks == good) == (cue.weight > 0.0))
    };
    let heavier =
        |a: &&crate::appraisal::Cue, b: &&crate::appraisal::Cue| a.weight.abs().total_cmp(&b.weight.abs());
    said.appraisal.cues.iter().filter(fits).max_by(heavier).map(|cue| cue.sentence(&said.text))
}

/// Goes to a message and marks it; what is private or answers somebody is shown in its thread.
fn look_at(desk: &mut Desk, id: MessageId) {
    desk.back_to_feed();
    let message = desk.world().message(id);
    let (root, room, alone) = (message.thread, message.room, message.is_post() && message.private.is_none());
    desk.room = room;
    desk.mark(id);
    if !alone {
        desk.open(View::Thread { root, marked: id });
    }
}

/// The newest message since then that fits.
fn newest(desk: &Desk, before: usize, fits: impl Fn(&Message) -> bool) -> Option<MessageId> {
    desk.world().messages.get(before..)?.iter().rev().find(|message| fits(message)).map(|message| message.id)
}

/// Puts up a caption; how long it takes to read.
fn captioned(desk: &mut Desk, meaning: Meaning, text: String) -> Duration {
    let time = GLANCE + reading_time(&text);
    desk.status = Status { meaning, text, most: CAPTION };
    time.min(LONGEST)
}

fn reading_time(text: &str) -> Duration {
    (LETTER * text.chars().count() as u32).min(LONGEST / 2)
}

/// Shows stories one after the other, each with the next seed, until a key is pressed.
///
/// # Errors
/// The terminal cannot be read or written.
pub fn run(scenario: &Arc<Scenario>, seed: u64, options: Options) -> anyhow::Result<Outcome> {
    if options.no_color {
        crossterm::style::force_color_output(true);
    }
    let watch = Watch::start().context("cannot watch for signals")?;
    match (show(scenario, seed, options, &watch), watch.deadly()) {
        (Err(_), Some(number)) => Ok(Outcome::Killed(number)),
        (ended, _) => ended,
    }
}

fn show(scenario: &Arc<Scenario>, seed: u64, options: Options, watch: &Watch) -> anyhow::Result<Outcome> {
    let mut guard = TermGuard::enter(false).context("cannot take over the terminal")?;
    let (mut screen, mut overlay) = (Screen::fresh()?, Overlay::default());
    for seed in seed.. {
        let mut demo = Demo::new(scenario, seed, options);
        while !demo.is_over() {
            let until = Instant::now() + demo.step();
            let mut stale = true;
            while Instant::now() < until {
                if let Some(number) = watch.deadly() {
                    return Ok(Outcome::Killed(number));
                }
                if watch.asked_to_stop() {
                    terminal::restore();
                    watch.stop(false);
                    guard.take().context("cannot take over the terminal again")?;
                    (screen, overlay, stale) = (Screen::fresh()?, Overlay::default(), true);
                }
                if stale {
                    screen.draw(|frame| demo.draw(frame)).context("cannot draw on the terminal")?;
                    overlay.show(
                        options.pictures,
                        demo.app.picture(),
                        terminal::cell(),
                        &mut std::io::stdout(),
                    )?;
                    stale = false;
                }
                let patience = until.saturating_duration_since(Instant::now()).min(LOOK);
                if event::poll(patience).context("cannot read the terminal")? {
                    match event::read().context("cannot read the terminal")? {
                        Event::Key(key) if key.kind != KeyEventKind::Release => return Ok(Outcome::Quit),
                        Event::Key(_) | Event::FocusGained | Event::FocusLost | Event::Mouse(_) => {}
                        Event::Paste(_) => return Ok(Outcome::Quit),
                        Event::Resize(..) => stale = true,
                    }
                }
            }
        }
    }
    Ok(Outcome::Quit)
}
