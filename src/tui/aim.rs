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
            View::Inbox { at } => self.inbox().get(*at).map(|waiting| waiting.message),
            View::Reading { message, .. } => Some(*message),
            View::Person { .. }
            | View::Requests { .. }
            | View::Compose(_)
            | View::Pictures { .. }
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
            | View::Reading { .. }
            | View::Briefing { .. }
            | View::Debrief { .. } => {
                self.target().and_then(|message| self.world().message(message).person())
            }
        }
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
            | View::Reading { .. }
            | View::Briefing { .. }
            | View::Debrief { .. } => self.person(),
        }
    }
}
