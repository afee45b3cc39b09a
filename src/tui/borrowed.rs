//! What the screen borrows from the floors below, in one place.

use crate::appraisal::Clean;
use std::ops::Range;

use crate::report;
use crate::sim::MessageId;
use crate::sim::event::Change;
use crate::speech;

pub(crate) use crate::game::store::Keeper;
pub(crate) use crate::game::{Played, Sitting};
pub(crate) use crate::report::news::{News, Tone, news};
use crate::report::page::Wish;
pub(crate) use crate::report::page::{Kind, Page, Turn};
pub(crate) use crate::scenario::art::Pixels;

/// Why few took up a post, as a sentence.
pub(crate) fn flat(sitting: &Sitting, message: MessageId) -> String {
    report::why::flat(sitting, message)
}

/// Text made safe to keep and to show.
pub(crate) fn clean(text: &str) -> String {
    Clean::text(text).into_string()
}

/// Why a dial moved, as a sentence.
pub(crate) fn why(sitting: &Sitting, change: &Change) -> String {
    report::why::reason(sitting, &change.reason, change.to > change.from)
}

/// The words of the brand that moved a dial, and where in them.
pub(crate) fn struck(sitting: &Sitting, change: &Change) -> Option<(MessageId, Vec<Range<usize>>)> {
    report::why::struck(sitting, change)
}

/// The idea of the article behind a change.
pub(crate) fn idea(change: &Change) -> &'static report::idea::Idea {
    report::idea::of(&change.reason)
}

/// How it went.
pub(crate) fn debrief(sitting: &Sitting) -> Page {
    Page::of(sitting, &Wish::default())
}

/// The name of a topic.
pub(crate) fn topic(topic: u16) -> Option<&'static str> {
    speech::topic::ids().get(usize::from(topic)).copied()
}
