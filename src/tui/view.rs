//! What the player is looking at, one view on top of another.

use crate::sim::{MessageId, PersonId};

use super::composer::Composer;
use super::keymap::Place;

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
        scroll: usize,
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
        scroll: usize,
    },
    /// The briefing.
    Briefing {
        /// Lines scrolled past.
        scroll: usize,
    },
    /// How it went.
    Debrief {
        /// Its lines.
        lines: Vec<String>,
        /// Lines scrolled past.
        scroll: usize,
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
            Self::Reading { .. } | Self::Briefing { .. } | Self::Debrief { .. } => Place::Page,
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
            | Self::Reading { .. }
            | Self::Briefing { .. }
            | Self::Debrief { .. } => false,
        }
    }
}
