//! What is taken in the palette, the search and the settings, and how settings change.

use super::app::{App, Stage};
use super::finder::Found;
use super::theme::{Meaning, Theme};
use super::view::View;
use super::{Pace, point};

impl App {
    /// Takes what is marked in the palette, the search or the settings; whether one of them is on top.
    pub(crate) fn choose(&mut self) -> bool {
        let Stage::Play(desk) = &mut self.stage else { return false };
        match desk.view() {
            View::Find(finder) => {
                let chosen = finder.found(desk, &self.keymap).get(finder.at).map(|(found, ..)| *found);
                if let Some(found) = chosen {
                    desk.views.pop();
                    match found {
                        Found::Do(intent) => self.want(intent),
                        Found::Person(id) => point::show_person(desk, id),
                        Found::Message(id) => point::show_message(desk, id),
                    }
                }
                true
            }
            View::Settings { at } => {
                let at = *at;
                self.change(at);
                true
            }
            View::Feed
            | View::Thread { .. }
            | View::Inbox { .. }
            | View::Person { .. }
            | View::Requests { .. }
            | View::Compose(_)
            | View::Pictures { .. }
            | View::Reading { .. }
            | View::Why { .. }
            | View::DayEnd { .. }
            | View::Briefing { .. }
            | View::Debrief { .. } => false,
        }
    }

    /// Changes a setting by its place on the page.
    fn change(&mut self, at: usize) {
        match at {
            0 => self.next_theme(),
            1 => {
                if let Stage::Play(desk) = &mut self.stage {
                    desk.pace = if desk.pace == Pace::Brisk { Pace::Calm } else { desk.pace.faster() };
                }
            }
            2 => self.toggle_mouse(),
            3 => self.options.motion = !self.options.motion,
            4 => self.options.ascii = !self.options.ascii,
            _ => self.options.coach = !self.options.coach,
        }
    }

    pub(crate) fn next_theme(&mut self) {
        self.theme = if self.options.no_color { self.theme } else { Theme::new(self.theme.name.next()) };
        let word = self.theme.name.word();
        self.tell(format!("Theme: {word}."));
    }

    pub(crate) fn toggle_mouse(&mut self) {
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
            desk.say(Meaning::Quiet, text);
        }
    }
}
