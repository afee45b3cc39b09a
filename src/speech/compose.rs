//! Turns a line into what one speaker says: fills its slots and gives it the manner of their voice.

use crate::sim::World;
use crate::sim::dice::Purpose;
use crate::sim::id::PersonId;
use crate::sim::message::Message;
use crate::sim::person::Voice;

use super::phrase::{self, Manner};
use super::pool::{QUOTE, WORK};

/// Rounds in which a line is tried with other fillings only.
const REFILLS: u64 = 5;
/// Rounds in which it is tried with a lead or an end it would not usually have.
const DRESSED: u64 = 40;

/// Somebody about to speak.
pub(super) struct Speaker<'a> {
    world: &'a World,
    message: &'a Message,
    person: PersonId,
    voice: Voice,
    quotes: Vec<String>,
    quiet: bool,
}

impl<'a> Speaker<'a> {
    /// The author of a message; for the brand, which words itself, the first person stands in.
    pub(super) fn new(world: &'a World, message: &'a Message, quotes: Vec<String>, quiet: bool) -> Self {
        let person = message.person().unwrap_or_default();
        Self { world, message, person, voice: voice(world, message), quotes, quiet }
    }

    /// Luck in 0..1 for one small choice about this message.
    pub(super) fn luck(&self, about: u64) -> f64 {
        let label = (u64::from(self.message.room.0) << 32) | about;
        {
            let person =
                self.world.setup.people.get(self.person.index()).map_or(u64::MAX, |person| person.label);
            self.world.dice().lend(Purpose::Words, self.message.minute, person, label)
        }
    }

    fn pick<'b>(&self, list: &'b [String], about: u64) -> &'b str {
        let at = (self.luck(about) * list.len() as f64) as usize;
        list.get(at.min(list.len().saturating_sub(1))).map_or("", String::as_str)
    }

    /// Whether this speaker could say this line at all.
    pub(super) fn can_say(&self, line: &str) -> bool {
        let works = !self.world.setup.people.get(self.person.index()).is_none_or(|p| p.work.is_empty());
        (!line.contains(QUOTE) || !self.quotes.is_empty()) && (!line.contains(WORK) || works)
    }

    /// What is said in this round of looking; later rounds go further to be new. Always new for a new round
    /// beyond those with leads and ends.
    pub(super) fn say(&self, line: &str, round: u64) -> String {
        let base = self.fill(line, 100 * round + 100);
        if round < REFILLS {
            return self.mannered(&base, round);
        }
        let manner = self.manner();
        let lead = self.pick(&manner.openers, 100 * round + 51);
        let end = self.pick(&manner.tails, 100 * round + 52);
        if round < DRESSED {
            return match round % 3 {
                0 => format!("{lead} {base}"),
                1 => format!("{base} {end}"),
                _ => format!("{lead} {base} {end}"),
            };
        }
        let number = round - DRESSED + 2;
        format!("{base} {}", phrase::last_resort().replace("{n}", &number.to_string()))
    }

    fn manner(&self) -> &'static Manner {
        if self.quiet { phrase::quiet() } else { phrase::manner(self.voice) }
    }

    fn mannered(&self, base: &str, round: u64) -> String {
        let manner = self.manner();
        let mut said = String::new();
        if self.luck(100 * round + 53) < manner.opens {
            said.push_str(self.pick(&manner.openers, 100 * round + 54));
            said.push(' ');
        }
        said.push_str(base);
        if self.luck(100 * round + 55) < manner.ends {
            said.push(' ');
            said.push_str(self.pick(&manner.tails, 100 * round + 56));
        }
        said
    }

    fn fill(&self, line: &str, about: u64) -> String {
        let lists = phrase::slots();
        let person = self.world.setup.people.get(self.person.index());
        let first = person.and_then(|person| person.name.split(' ').next()).unwrap_or_default();
        let work = person.map(|person| person.work.trim()).unwrap_or_default();
        let slots = [
            ("{day}", self.pick(&lists.day, about + 1)),
            ("{street}", self.pick(&lists.street, about + 2)),
            ("{name}", self.pick(&lists.name, about + 3)),
            ("{number}", self.pick(&lists.number, about + 4)),
            ("{thing}", self.pick(&lists.thing, about + 5)),
            ("{brand}", self.world.setup.brand.sheet.name.as_str()),
            ("{first}", first),
            (WORK, work),
            (QUOTE, self.pick(&self.quotes, about + 6)),
        ];
        let mut said = line.to_owned();
        for (slot, value) in slots {
            if said.contains(slot) {
                said = said.replace(slot, value);
            }
        }
        capital(&said)
    }
}

/// How the author of a message talks.
pub(super) fn voice(world: &World, message: &Message) -> Voice {
    let person = message.person().and_then(|person| world.setup.people.get(person.index()));
    person.map(|person| person.voice).unwrap_or_default()
}

/// A sentence that opens with a slot still opens with a capital.
fn capital(said: &str) -> String {
    let mut text = String::with_capacity(said.len());
    for letter in said.chars() {
        let opens = text.is_empty() || [". ", "! ", "? "].iter().any(|end| text.ends_with(end));
        if opens && !text.ends_with("... ") {
            text.extend(letter.to_uppercase());
        } else {
            text.push(letter);
        }
    }
    text
}
