//! The whole screen as a value: signals in, frames out.

use std::sync::Arc;

use crossterm::event::{KeyEventKind, MouseButton, MouseEventKind};
use ratatui::Frame;

use super::borrowed::Sitting;
use super::desk::Desk;
use super::drawn::{Drawn, Spot};
use super::keymap::{Intent, Keymap, Place, Step};
use super::signal::Signal;
use super::theme::{Theme, ThemeName};
use super::view::{Scroll, View};
use super::{Options, Outcome, Pace, Start, TitleEntry, screen, update};

/// What lies over the whole screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Overlay {
    /// The help page, scrolled.
    Help(Scroll),
    /// Whether to leave.
    Leave,
}

/// What the screen is showing.
#[derive(Debug)]
pub(crate) enum Stage {
    /// The title screen with the marked entry.
    Title(Vec<TitleEntry>, usize),
    /// A sitting.
    Play(Box<Desk>),
}

/// The screen.
#[derive(Debug)]
pub struct App {
    pub(crate) stage: Stage,
    pub(crate) overlay: Option<Overlay>,
    pub(crate) keymap: Arc<Keymap>,
    pub(crate) theme: Theme,
    pub(crate) options: Options,
    /// What the last frame showed where.
    drawn: Drawn,
    wish: Wish,
}

/// What the player wants of the program around the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    /// Nothing.
    Stay,
    /// To stop for a while.
    Stop,
    /// To leave.
    Leave,
    /// To play the entry at this place.
    Choose(usize),
}

impl App {
    /// The screen before anything was pressed.
    pub fn new(start: Start, options: Options) -> Self {
        let keymap = Arc::new(Keymap::default());
        let stage = match start {
            Start::Play(sitting, keeper) => {
                let desk = Desk::new(*sitting, keeper, options.pace, Arc::clone(&keymap));
                Stage::Play(Box::new(desk))
            }
            Start::Title(entries) => Stage::Title(entries, 0),
        };
        let name = if options.no_color { ThemeName::Mono } else { options.theme };
        Self {
            stage,
            overlay: None,
            keymap,
            theme: Theme { pictures: options.pictures, ..Theme::new(name) },
            options,
            drawn: Drawn::default(),
            wish: Wish::Stay,
        }
    }

    /// Takes in a signal; whether the screen has to be drawn anew.
    pub fn on(&mut self, signal: Signal) -> bool {
        match signal {
            Signal::Key(key) if key.kind == KeyEventKind::Release => return false,
            Signal::Key(key) => match self.keymap.intent(self.place(), key) {
                Some(intent) => self.want(intent),
                None => return self.write(|composer| composer.key(key)),
            },
            Signal::Paste(text) => return self.write(|composer| composer.paste(&text)),
            Signal::Mouse(mouse) => match mouse.kind {
                MouseEventKind::ScrollUp => self.want(Intent::Go(Step::Up)),
                MouseEventKind::ScrollDown => self.want(Intent::Go(Step::Down)),
                MouseEventKind::Down(MouseButton::Left) => return self.click(mouse.column, mouse.row),
                MouseEventKind::Down(MouseButton::Right | MouseButton::Middle)
                | MouseEventKind::Up(_)
                | MouseEventKind::Drag(_)
                | MouseEventKind::Moved
                | MouseEventKind::ScrollLeft
                | MouseEventKind::ScrollRight => return false,
            },
            Signal::Resize => {}
            Signal::Minutes(minutes) => match &mut self.stage {
                Stage::Play(desk) if self.overlay.is_none() && desk.view().lets_time_pass() => {
                    desk.advance(minutes);
                }
                Stage::Play(_) | Stage::Title(..) => return false,
            },
        }
        true
    }

    /// Draws the screen.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        let mut drawn = Drawn::on(frame.area().width);
        screen::draw(self, frame, &mut drawn);
        if let Some(most) = drawn.most {
            self.end_page_at(most);
        }
        self.drawn = drawn;
    }

    /// The picture that lies over the cells of the last frame.
    pub(crate) const fn picture(&self) -> Option<&(ratatui::layout::Rect, super::borrowed::Pixels)> {
        self.drawn.picture.as_ref()
    }

    /// Whether the player left.
    pub const fn is_done(&self) -> bool {
        matches!(self.wish, Wish::Leave | Wish::Choose(_))
    }

    /// How the screen ended.
    pub fn outcome(self) -> Outcome {
        match self.stage {
            Stage::Play(desk) => Outcome::Finished(Box::new(desk.sitting), desk.keeper),
            Stage::Title(..) => match self.wish {
                Wish::Choose(place) => Outcome::Chosen(place),
                Wish::Stay | Wish::Stop | Wish::Leave => Outcome::Quit,
            },
        }
    }

    /// The sitting, while there is one.
    pub fn sitting(&self) -> Option<&Sitting> {
        match &self.stage {
            Stage::Play(desk) => Some(&desk.sitting),
            Stage::Title(..) => None,
        }
    }

    /// Which keys work now.
    pub fn place(&self) -> Place {
        match self.overlay {
            Some(Overlay::Help(_)) => Place::Page,
            Some(Overlay::Leave) => Place::Ask,
            None => self.place_below(),
        }
    }

    /// Which keys work under what lies over the screen.
    pub(crate) fn place_below(&self) -> Place {
        match &self.stage {
            Stage::Title(..) => Place::Title,
            Stage::Play(desk) => desk.view().place(),
        }
    }

    /// Whether a key that works in this place has nothing to do there now: a picture where none can go.
    pub(crate) fn is_idle(&self, intent: Intent) -> bool {
        let Stage::Play(desk) = &self.stage else { return false };
        let has_photos = !desk.world().setup.brand.photos.is_empty();
        let takes = matches!(desk.view(), View::Compose(composer) if composer.takes_picture() && has_photos);
        intent == Intent::Picture && !takes
    }

    /// How fast the clock runs now; `None` when it stands.
    pub(crate) fn pace(&self) -> Option<Pace> {
        match &self.stage {
            Stage::Play(desk) if self.overlay.is_none() => {
                let runs = desk.running && desk.view().lets_time_pass() && !desk.sitting.is_over();
                runs.then_some(desk.pace)
            }
            Stage::Play(_) | Stage::Title(..) => None,
        }
    }

    /// Whether the program is to stop for a while, since last asked.
    pub(crate) fn wants_to_stop(&mut self) -> bool {
        let wants = self.wish == Wish::Stop;
        if wants {
            self.wish = Wish::Stay;
        }
        wants
    }

    /// Whether to listen to the mouse.
    pub(crate) const fn wants_mouse(&self) -> bool {
        self.options.mouse
    }

    fn want(&mut self, intent: Intent) {
        if let (Stage::Play(desk), true) = (&mut self.stage, intent != Intent::Withdraw) {
            desk.drop_question();
        }
        match self.overlay {
            Some(_) | None if intent == Intent::Suspend => self.wish = Wish::Stop,
            Some(Overlay::Leave) => self.answer(intent),
            Some(Overlay::Help(_)) | None if intent == Intent::Interrupt => {
                self.overlay = Some(Overlay::Leave);
            }
            Some(Overlay::Help(_)) | None if intent == Intent::Theme => self.next_theme(),
            Some(Overlay::Help(_)) | None if intent == Intent::Mouse => self.toggle_mouse(),
            Some(Overlay::Help(scroll)) => self.read_help(scroll, intent),
            None if intent == Intent::Help => self.overlay = Some(Overlay::Help(Scroll::default())),
            None if intent == Intent::Quit => self.quit(),
            None => self.pass_on(intent),
        }
    }

    /// The page of text on top ends here: it was drawn.
    fn end_page_at(&mut self, most: usize) {
        let scroll = match (&mut self.overlay, &mut self.stage) {
            (Some(Overlay::Help(scroll)), _) => Some(scroll),
            (Some(Overlay::Leave) | None, Stage::Play(desk)) => desk.views.last_mut().and_then(View::scroll),
            (Some(Overlay::Leave) | None, Stage::Title(..)) => None,
        };
        if let Some(scroll) = scroll {
            scroll.end_at(most);
        }
    }

    /// The answer to whether to leave; anything else is none.
    fn answer(&mut self, intent: Intent) {
        if matches!(intent, Intent::Yes | Intent::Interrupt) {
            self.wish = Wish::Leave;
        } else if matches!(intent, Intent::No | Intent::Back | Intent::Quit) {
            self.overlay = None;
        }
    }

    /// The help page scrolls and closes.
    fn read_help(&mut self, mut scroll: Scroll, intent: Intent) {
        if let Intent::Go(step) = intent {
            scroll.step(step);
            self.overlay = Some(Overlay::Help(scroll));
        } else if matches!(intent, Intent::Help | Intent::Back | Intent::Open | Intent::Quit) {
            self.overlay = None;
        }
    }

    fn pass_on(&mut self, intent: Intent) {
        match &mut self.stage {
            Stage::Title(entries, at) => {
                if let Intent::Go(step) = intent {
                    *at = update::stepped(*at, entries.len(), step);
                } else if intent == Intent::Open && *at < entries.len() {
                    self.wish = Wish::Choose(*at);
                }
            }
            Stage::Play(desk) if intent == Intent::Side => {
                desk.side = Some(!desk.shows_side(self.drawn.width));
            }
            Stage::Play(desk) => update::intent(desk, intent),
        }
    }

    /// A click: it marks what it hits, and opens what was marked. Whether it hit anything.
    fn click(&mut self, column: u16, row: u16) -> bool {
        if let Stage::Play(desk) = &mut self.stage {
            desk.drop_question();
        }
        let Some(spot) = self.drawn.at(column, row).filter(|_| self.overlay.is_none()) else { return false };
        match (&mut self.stage, spot) {
            (Stage::Title(_, at), Spot::Row(place)) if *at == place => self.want(Intent::Open),
            (Stage::Title(_, at), Spot::Row(place)) => *at = place,
            (Stage::Title(..), Spot::Room(_) | Spot::Message(_) | Spot::Waiting(_)) => return false,
            (Stage::Play(desk), spot) => update::click(desk, spot),
        }
        true
    }

    /// Leaves at once where nothing would be left behind, and asks elsewhere.
    fn quit(&mut self) {
        match &self.stage {
            Stage::Title(..) => self.wish = Wish::Leave,
            Stage::Play(desk) if desk.sitting.is_over() => self.wish = Wish::Leave,
            Stage::Play(_) => self.overlay = Some(Overlay::Leave),
        }
    }

    fn next_theme(&mut self) {
        self.theme = if self.options.no_color { self.theme } else { self.theme.next() };
        let word = self.theme.name.word();
        self.tell(format!("Theme: {word}."));
    }

    fn toggle_mouse(&mut self) {
        self.options.mouse = !self.options.mouse;
        let text = if self.options.mouse {
            "The mouse scrolls, marks and opens; with Shift it selects text."
        } else {
            "The mouse is the terminal's again: it selects text."
        };
        self.tell(text.to_owned());
    }

    fn tell(&mut self, text: String) {
        if let Stage::Play(desk) = &mut self.stage {
            desk.say(super::Meaning::Quiet, text);
        }
    }

    /// Lets the page that is written on have something; whether there is one.
    fn write(&mut self, with: impl FnOnce(&mut super::composer::Composer)) -> bool {
        let Stage::Play(desk) = &mut self.stage else { return false };
        match desk.views.last_mut() {
            Some(View::Compose(composer)) if self.overlay.is_none() => {
                with(composer);
                true
            }
            Some(_) | None => false,
        }
    }
}
