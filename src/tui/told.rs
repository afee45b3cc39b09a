//! What the player is told: the status line, and the news of a move or of time passing.

use crate::sim::event::What;
use crate::sim::{MessageId, World};

use super::borrowed::{self, News, Played};
use super::desk::Desk;
use super::keymap::{Intent, Place};
use super::theme::Meaning;
use super::view::{Scroll, View};

/// Said when words were sent and nothing else is to be told yet.
pub(crate) const SAID: &str = "Said.";
/// Lines of news that are kept for the side of the screen.
const LATELY: usize = 60;
/// Lines of the status line that the town's own news may take.
const TOWN: usize = 4;
/// Lines of the status line that news may take together with a hint.
const WITH_HINT: usize = 3;

/// The status line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Status {
    /// What kind of thing it says.
    pub(crate) meaning: Meaning,
    /// What it says.
    pub(crate) text: String,
    /// Lines it may take at most.
    pub(crate) most: usize,
}

impl Status {
    /// Something that has one line.
    pub(crate) fn line(meaning: Meaning, text: impl Into<String>) -> Self {
        Self { meaning, text: text.into(), most: 1 }
    }
}

impl Desk {
    /// Tells the player something.
    pub(crate) fn say(&mut self, meaning: Meaning, text: impl Into<String>) {
        self.put(Status::line(meaning, text));
    }

    /// Forgets that the status line asked whether to take something back.
    pub(crate) fn drop_question(&mut self) {
        if self.taking_back.is_some() {
            self.say(Meaning::Quiet, "");
        }
    }

    /// Puts up a status line; what the one before asked is forgotten.
    fn put(&mut self, status: Status) {
        self.status = status;
        self.taking_back = None;
    }

    /// Tells what came of a move or of time passing: the heaviest news on the status line, all of it at the side.
    pub(crate) fn tell(&mut self, played: &Played) {
        let world = self.world();
        let from = played.from;
        let mut heaviest: Option<(News, usize)> = None;
        let mut lines = Vec::new();
        for place in played.events.clone() {
            let Some(happened) = world.chronicle.get(place) else { continue };
            let Some(news) = borrowed::news(&self.sitting, happened) else { continue };
            lines.push((happened.minute.clock(), news.tone.into(), news.text.clone()));
            if heaviest.as_ref().is_none_or(|(other, _)| other.weight <= news.weight) {
                let most = if matches!(happened.what, What::Beat(_)) { TOWN } else { 1 };
                heaviest = Some((news, most));
            }
        }
        let read = self.unread.filter(|id| is_read(world, *id));
        let new_day = (world.now.day() > from.day()).then(|| format!("Day {} begins.", world.now.day()));
        self.lately.extend(lines);
        self.lately.drain(..self.lately.len().saturating_sub(LATELY));
        if read.is_some() {
            self.unread = None;
        }
        if let Some((news, most)) = heaviest {
            self.put(Status { meaning: news.tone.into(), text: news.text, most });
        } else if let Some(text) = new_day {
            self.say(Meaning::News, text);
        } else if read.is_some() {
            let text = format!("Your words have their first readers. {}", self.way_to_reading());
            self.say(Meaning::Quiet, text);
        }
        if self.world().now.day() > from.day() && !self.sitting.is_over() {
            self.open(View::DayEnd { day: from.day(), scroll: Scroll::default() });
        }
        self.end_if_over();
    }

    /// Says how one sees how words just sent are read, to whoever has not looked at that yet.
    pub(crate) fn point_to_reading(&mut self, message: MessageId) {
        if self.world().message(message).private.is_some() {
            return;
        }
        let is_told = self.status.text != SAID;
        if !self.looked {
            let text = format!("{} {}", self.status.text, self.way_to_reading());
            self.put(Status { meaning: self.status.meaning, text, most: WITH_HINT });
        }
        self.unread = (!is_told).then_some(message);
    }

    /// Which key shows how words were read, from where the player is.
    fn way_to_reading(&self) -> String {
        let key = self.key_in(Place::Thread, Intent::Open);
        match self.view() {
            View::Thread { .. } => format!("Press {key} on your words to see how they were read."),
            View::Feed => format!("Press {key} twice on your words to see how they were read."),
            View::Inbox { .. }
            | View::Person { .. }
            | View::Requests { .. }
            | View::Compose(_)
            | View::Pictures { .. }
            | View::Find(_)
            | View::Settings { .. }
            | View::Reading { .. }
            | View::Why { .. }
            | View::DayEnd { .. }
            | View::Briefing { .. }
            | View::Debrief { .. } => {
                format!("In the room, {key} twice on your words shows how they were read.")
            }
        }
    }
}

/// Whether anybody took a message in.
fn is_read(world: &World, id: MessageId) -> bool {
    let said = world.message(id).minute;
    let since = world.chronicle.iter().rev().take_while(|event| event.minute >= said);
    since.into_iter().any(|event| event.what.is_reading_of(id))
}
