//! What a key would act on: the marked message, whoever said it, and whom one may ask to connect.

use crate::sim::{MessageId, PersonId};

use super::desk::Desk;
use super::view::View;
use super::widget::feed;

impl Desk {
    /// The message that a key would act on.
    pub(crate) fn target(&self) -> Option<MessageId> {
        match self.view() {
            View::Feed => feed::marked(&feed::rows(self.world(), self.room), self.marked[self.room.index()]),
            View::Thread { marked, .. } => Some(*marked),
            View::Inbox { at } => self.inbox().get(self.inbox_row(*at)).map(|waiting| waiting.message),
            View::Reading { message, .. } => Some(*message),
            View::Why { .. }
            | View::DayEnd { .. }
            | View::Person { .. }
            | View::Requests { .. }
            | View::Compose(_)
            | View::Pictures { .. }
            | View::Find(_)
            | View::Settings { .. }
            | View::Briefing { .. }
            | View::Debrief { .. } => None,
        }
    }

    /// The person that a key would act on.
    pub(crate) fn person(&self) -> Option<PersonId> {
        match self.view() {
            View::Person { id, .. } => Some(*id),
            View::Requests { at, about } => {
                self.world().open_requests().get(*at).map(|request| request.person).or(*about)
            }
            View::Feed
            | View::Thread { .. }
            | View::Inbox { .. }
            | View::Compose(_)
            | View::Pictures { .. }
            | View::Find(_)
            | View::Settings { .. }
            | View::Reading { .. }
            | View::Why { .. }
            | View::DayEnd { .. }
            | View::Briefing { .. }
            | View::Debrief { .. } => {
                let asking = self.asking().and_then(|place| self.world().open_requests().get(place).copied());
                let speaking = || self.target().and_then(|message| self.world().message(message).person());
                let eyed = self.eyed.filter(|_| matches!(self.view(), View::Feed | View::Thread { .. }));
                eyed.or(asking.map(|request| request.person)).or_else(speaking)
            }
        }
    }

    /// The row of the inbox that is marked when this one was: there may be fewer by now.
    pub(crate) fn inbox_row(&self, at: usize) -> usize {
        at.min((self.inbox().len() + self.world().open_requests().len()).saturating_sub(1))
    }

    /// The place of the request to connect that is marked in the inbox, below those who wait.
    pub(crate) fn asking(&self) -> Option<usize> {
        let View::Inbox { at } = self.view() else { return None };
        let place = self.inbox_row(*at).checked_sub(self.inbox().len())?;
        (place < self.world().open_requests().len()).then_some(place)
    }

    /// Whom the player was looking at and may ask to connect.
    pub(crate) fn asked(&self) -> Option<PersonId> {
        match self.view() {
            View::Requests { about, .. } => *about,
            View::Feed
            | View::Thread { .. }
            | View::Inbox { .. }
            | View::Person { .. }
            | View::Compose(_)
            | View::Pictures { .. }
            | View::Find(_)
            | View::Settings { .. }
            | View::Reading { .. }
            | View::Why { .. }
            | View::DayEnd { .. }
            | View::Briefing { .. }
            | View::Debrief { .. } => self.person(),
        }
    }
}
