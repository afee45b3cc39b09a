//! The screen: keys become intents, the world becomes a picture; the only floor with a clock.
//!
//! `runner` owns the terminal and real time. [`App`] knows neither: signals go in by [`App::on`], a frame comes out by
//! [`App::draw`], so that the whole screen can be played in tests.

mod aim;
mod app;
mod borrowed;
mod coach;
mod composer;
mod desk;
mod drawn;
mod graphics;
mod keymap;
mod runner;
mod screen;
mod signal;
mod terminal;
mod theme;
mod told;
mod update;
mod view;
mod widget;
mod words;

pub use app::App;
pub use graphics::Pictures;
pub use keymap::{Intent, Keymap, Place, Step};
pub use runner::run;
pub use signal::Signal;
pub use theme::{Meaning, Theme, ThemeName};

use crate::game::Sitting;
use crate::game::store::Keeper;

/// What the screen opens with.
#[derive(Debug)]
pub enum Start {
    /// A sitting, from where it stands, and what keeps it on disk move by move.
    Play(Box<Sitting>, Option<Keeper>),
    /// The title screen with what can be played.
    Title(Vec<TitleEntry>),
}

/// One thing to choose on the title screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleEntry {
    /// The scenario's title.
    pub title: String,
    /// One line under it.
    pub summary: String,
    /// The name it is played by.
    pub name: String,
    /// Whether it goes on with a sitting that was left.
    pub resume: bool,
}

/// How the screen ended.
#[derive(Debug)]
pub enum Outcome {
    /// The player left from the title screen.
    Quit,
    /// The entry with this place was chosen on the title screen.
    Chosen(usize),
    /// The player left a sitting; `is_over` on it tells whether the story had ended. Its keeper comes back with it.
    Finished(Box<Sitting>, Option<Keeper>),
    /// A signal of this number ended the program; every move up to it is kept.
    Killed(i32),
}

/// How fast the clock runs while nobody writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Pace {
    /// About a minute of the story each second.
    #[default]
    Calm,
    /// Three minutes a second.
    Steady,
    /// Ten minutes a second.
    Brisk,
}

impl Pace {
    /// Milliseconds of real time for one minute of the story.
    pub const fn millis(self) -> u64 {
        match self {
            Self::Calm => 1000,
            Self::Steady => 333,
            Self::Brisk => 100,
        }
    }

    /// The word on screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Steady => "steady",
            Self::Brisk => "brisk",
        }
    }

    pub(crate) const fn faster(self) -> Self {
        match self {
            Self::Calm => Self::Steady,
            Self::Steady | Self::Brisk => Self::Brisk,
        }
    }

    pub(crate) const fn slower(self) -> Self {
        match self {
            Self::Brisk => Self::Steady,
            Self::Steady | Self::Calm => Self::Calm,
        }
    }
}

/// What the caller wants of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How fast the clock runs.
    pub pace: Pace,
    /// Whether to listen to the mouse.
    pub mouse: bool,
    /// Whether a coach gives hints: what in the last words moved people, and who is about to give up waiting.
    pub coach: bool,
    /// Whether to do without colours (`NO_COLOR`).
    pub no_color: bool,
    /// Which colours to use otherwise.
    pub theme: ThemeName,
    /// How pictures are shown.
    pub pictures: Pictures,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            pace: Pace::Calm,
            mouse: true,
            coach: false,
            no_color: false,
            theme: ThemeName::Terminal,
            pictures: Pictures::Blocks,
        }
    }
}
