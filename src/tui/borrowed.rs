//! What the screen borrows from the floors below, in one place.

use std::ops::Range;

use crate::game::{Move, Refusal};
use crate::sim::event::Change;
use crate::sim::message::Author;
use crate::sim::{MessageId, Minute, World};

#[derive(Clone, Debug)]
pub struct Scenario {
    pub title: String,
    pub summary: String,
    pub briefing: String,
}

#[derive(Clone, Debug)]
pub struct Sitting {
    pub world: World,
    pub scenario: Scenario,
    pub texts: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Played {
    pub from: Minute,
    pub to: Minute,
    pub events: Range<usize>,
}

impl Sitting {
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }
    pub fn world(&self) -> &World {
        &self.world
    }
    pub fn text(&self, message: MessageId) -> &str {
        self.texts.get(message.index()).map_or("", String::as_str)
    }
    pub fn is_over(&self) -> bool {
        self.world.is_over()
    }
    pub fn is_closed(&self) -> bool {
        !self.world.setup.is_staffed(self.world.now)
    }
    pub fn advance(&mut self, minutes: u32) -> Played {
        let from = self.world.now;
        let end = self.world.chronicle.len();
        self.world.now = from.plus(minutes);
        Played { from, to: self.world.now, events: end..end }
    }
    pub fn until_spoken_to(&mut self, most: u32) -> Played {
        self.advance(most)
    }
    pub fn play(&mut self, a_move: Move) -> Result<Played, Refusal> {
        if self.is_over() {
            return Err(Refusal::Over);
        }
        let cost = a_move.cost();
        if let Move::Reply { to, text } = a_move {
            let mut message = self.world.messages[to as usize].clone();
            if text.trim().is_empty() {
                return Err(Refusal::Empty);
            }
            message.id = MessageId::at(self.world.messages.len());
            message.author = Author::Brand;
            message.answers = Some(MessageId(to));
            message.minute = self.world.now;
            message.expect = None;
            self.world.messages.push(message);
            self.texts.push(text);
        }
        Ok(self.advance(cost))
    }
}

/// Text made safe to keep and to show.
pub(crate) fn clean(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !c.is_control() && !('\u{202a}'..='\u{202e}').contains(c)).collect()
}

/// Why a dial moved, as a sentence.
pub(crate) fn why(_sitting: &Sitting, change: &Change) -> String {
    format!("{:?}", change.reason.law)
}

/// How it went, line by line.
pub(crate) fn debrief(sitting: &Sitting) -> Vec<String> {
    vec![sitting.scenario.title.clone()]
}

/// The name of a topic.
pub(crate) fn topic(topic: u16) -> Option<String> {
    let _ = topic;
    None
}
