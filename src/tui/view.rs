//! What the player is looking at, one view on top of another.

use crate::sim::{MessageId, PersonId};

use super::borrowed::Page;
use super::composer::Composer;
use super::finder::Finder;
use super::keymap::{Place, Step};
use super::update::scrolled;

/// How far a page is scrolled, and how far it can be: the latter is known once it was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scroll {
    line: usize,
    most: usize,
}

impl Default for Scroll {
    fn default() -> Self {
        Self { line: 0, most: usize::MAX }
    }
}

impl Scroll {
    /// Lines scrolled past; before the page was drawn this may be past its end.
    pub(crate) const fn line(self) -> usize {
        self.line
    }

    /// Scrolls, never past the end.
    pub(crate) fn step(&mut self, step: Step) {
        self.line = scrolled(self.line, step).min(self.most);
    }

    /// Keeps that a page as it was drawn can be scrolled this far.
    pub(crate) fn end_at(&mut self, most: usize) {
        self.most = most;
        self.line = self.line.min(most);
    }
}

/// What somebody asked the reasons of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// How a person stands.
    Person(PersonId),
    /// That a person said this.
    Message(MessageId),
}

/// A view. The last of the stack is on screen.
#[derive(Clone, Debug)]
pub(crate) enum View {
    /// The room's feed; always at the bottom of the stack.
    Feed,
    /// One thread.
    Thread {
        /// The message that began it.
        root: MessageId,
        /// The marked message.
        marked: MessageId,
    },
    /// Who waits.
    Inbox {
        /// The marked row.
        at: usize,
    },
    /// A person's page.
    Person {
        /// Whose.
        id: PersonId,
        /// Lines scrolled past.
        scroll: Scroll,
    },
    /// Requests to connect.
    Requests {
        /// The marked row.
        at: usize,
        /// Whom the player was looking at and may ask.
        about: Option<PersonId>,
    },
    /// Writing.
    Compose(Box<Composer>),
    /// Choosing a picture for what is being written.
    Pictures {
        /// The marked row.
        at: usize,
    },
    /// How a message of the brand was read.
    Reading {
        /// Which.
        message: MessageId,
        /// Lines scrolled past.
        scroll: Scroll,
    },
    /// Why somebody stands where they stand, or said what they said.
    Why {
        /// What of.
        about: About,
        /// Lines scrolled past.
        scroll: Scroll,
    },
    /// The briefing.
    Briefing {
        /// Whether what is true of the brand comes before the story, as a writer wants it.
        facts_first: bool,
        /// Lines scrolled past.
        scroll: Scroll,
    },
    /// Looking for something to do, for somebody, or for words.
    Find(Box<Finder>),
    /// What can be changed while playing.
    Settings {
        /// The marked row.
        at: usize,
    },
    /// A day is over.
    DayEnd {
        /// Which.
        day: u32,
        /// Lines scrolled past.
        scroll: Scroll,
    },
    /// How it went.
    Debrief {
        /// What it tells.
        page: Box<Page>,
        /// The turning point that is open, by place.
        turn: Option<usize>,
        /// Lines scrolled past.
        scroll: Scroll,
    },
}

impl View {
    /// Which keys work here.
    pub(crate) const fn place(&self) -> Place {
        match self {
            Self::Feed => Place::Room,
            Self::Thread { .. } => Place::Thread,
            Self::Inbox { .. } => Place::Inbox,
            Self::Person { .. } => Place::Person,
            Self::Requests { .. } => Place::Requests,
            Self::Compose(_) => Place::Compose,
            Self::Pictures { .. } => Place::Pictures,
            Self::Find(_) => Place::Find,
            Self::Settings { .. } => Place::Settings,
            Self::Reading { .. }
            | Self::Why { .. }
            | Self::DayEnd { .. }
            | Self::Briefing { .. }
            | Self::Debrief { .. } => Place::Page,
        }
    }

    /// Whether time passes while it is on screen.
    pub(crate) const fn lets_time_pass(&self) -> bool {
        match self {
            Self::Feed | Self::Thread { .. } | Self::Inbox { .. } => true,
            Self::Person { .. }
            | Self::Requests { .. }
            | Self::Compose(_)
            | Self::Pictures { .. }
            | Self::Find(_)
            | Self::Settings { .. }
            | Self::Reading { .. }
            | Self::Why { .. }
            | Self::DayEnd { .. }
            | Self::Briefing { .. }
            | Self::Debrief { .. } => false,
        }
    }
    /// How far it is scrolled, where it is a page of text.
    pub(crate) const fn scroll(&mut self) -> Option<&mut Scroll> {
        match self {
            Self::Person { scroll, .. }
            | Self::Reading { scroll, .. }
            | Self::Why { scroll, .. }
            | Self::DayEnd { scroll, .. }
            | Self::Briefing { scroll, .. }
            | Self::Debrief { scroll, .. } => Some(scroll),
            Self::Feed
            | Self::Thread { .. }
            | Self::Inbox { .. }
            | Self::Requests { .. }
            | Self::Compose(_)
            | Self::Pictures { .. }
            | Self::Find(_)
            | Self::Settings { .. } => None,
        }
    }
}
