//! Turns a line into what one speaker says: fills its slots and gives it the manner of their voice.

use crate::sim::World;
use crate::sim::dice::Purpose;
use crate::sim::id::PersonId;
use crate::sim::message::{Gist, Message};
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
    /// The voice writes in small letters, and these words are its own.
    small: bool,
    /// Whom it answers, and who answered before, among people.
    to: Option<&'a str>,
    before: Option<&'a str>,
    /// Whether it begins a talk, so that a greeting may come first.
    begins: bool,
}

/// Share of answers that name whom they answer, that take up who answered before, and of talk that begins with a greeting.
const NAMED: f64 = 0.46;
const TAKEN_UP: f64 = 0.16;
const GREETED: f64 = 0.15;
/// Share of talk of one's own life that is rounded off with who else was there.
const ROUNDED: f64 = 0.32;

impl<'a> Speaker<'a> {
    /// The author of a message; for the brand, which words itself, the first person stands in.
    pub(super) fn new(world: &'a World, message: &'a Message, quotes: Vec<String>, quiet: bool) -> Self {
        let person = message.person().unwrap_or_default();
        let voice = voice(world, message);
        let (small, to, before, begins) = (false, None, None, false);
        Self { world, message, person, voice, quotes, quiet, small, to, before, begins }
    }

    /// The same speaker about to say something of their own, and to whom.
    pub(super) fn in_own_words(mut self, gist: Gist) -> Self {
        self.small = self.voice == Voice::Teenage;
        self.begins = matches!(gist, Gist::Life(_)) && !self.message.to_brand;
        if matches!(gist, Gist::Chime) {
            let world = self.world;
            let answered = self.message.answers.and_then(|id| world.messages.get(id.index()));
            let author = answered.and_then(Message::person).filter(|person| *person != self.person);
            let own = first_name(world, self.person);
            self.to = author.and_then(|person| first_name(world, person)).filter(|name| Some(*name) != own);
            if !self.quiet && self.luck(6) < TAKEN_UP {
                let thread = world.answers.get(self.message.thread.index());
                let earlier = thread.into_iter().flatten().filter(|id| **id < self.message.id);
                let speakers = earlier.filter_map(|id| world.messages.get(id.index())?.person());
                let other = speakers.rev().find(|person| *person != self.person && Some(*person) != author);
                self.before = other.and_then(|person| first_name(world, person));
            }
        }
        self
    }

    /// Whether laughing would be out of place.
    pub(super) const fn is_quiet(&self) -> bool {
        self.quiet
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
        let mut said = String::with_capacity(base.len() + 24);
        if let Some(before) = self.before {
            let take = self.pick(phrase::taking_up(), 100 * round + 57);
            said.push_str(&take.replace("{before}", before));
            said.push(' ');
        } else if self.begins && self.luck(7) < GREETED {
            said.push_str(self.pick(phrase::greetings(self.message.minute.of_day()), 100 * round + 58));
            said.push(' ');
        } else if self.message.is_post() && self.luck(100 * round + 53) < manner.opens {
            let opener = self.pick(&manner.openers, 100 * round + 54);
            if !echoes(opener, base) {
                said.push_str(opener);
                said.push(' ');
            }
        }
        said.push_str(base);
        if let Some(to) = self.to.filter(|to| self.luck(8) < NAMED && !base.contains(*to)) {
            if let Some(end) = said.pop_if_stop() {
                said.push_str(", ");
                said.push_str(to);
                said.push(end);
            }
        } else if self.begins && base.ends_with(['.', '?', '!']) && self.luck(9) < ROUNDED {
            let coda = self.pick(phrase::codas(), 100 * round + 59);
            said.push(' ');
            said.push_str(&self.fill(coda, 100 * round + 130));
        } else if self.luck(100 * round + 55) < manner.ends {
            let tail = self.pick(&manner.tails, 100 * round + 56);
            if !echoes(base, tail) {
                said.push(' ');
                said.push_str(tail);
            }
        }
        if self.small { small(&said) } else { said }
    }

    /// A line with one of each choice in square brackets.
    fn chosen(&self, line: &str, about: u64) -> String {
        let mut said = String::with_capacity(line.len() + 24);
        let mut rest = line;
        let mut nth = 20;
        while let Some((before, after)) = rest.split_once('[') {
            let Some((choices, left)) = after.split_once(']') else { break };
            said.push_str(before);
            let many = choices.split('|').count();
            let at = (self.luck(about + nth) * many as f64) as usize;
            said.push_str(choices.split('|').nth(at.min(many - 1)).unwrap_or_default());
            (rest, nth) = (left, nth + 1);
        }
        said.push_str(rest);
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
        let mut said = self.chosen(line, about);
        for (slot, value) in slots {
            if said.contains(slot) {
                said = said.replace(slot, value);
            }
        }
        capital(&said)
    }
}

/// Whether one text ends with the word that another begins with.
fn echoes(first: &str, then: &str) -> bool {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let (last, next) = (first.split(' ').next_back().map(bare), then.split(' ').next().map(bare));
    last == next || first.split(' ').next().map(bare) == next
}

/// A text in small letters, except for what it quotes, and without its last stop.
fn small(said: &str) -> String {
    let mut quoted = false;
    let mut text = String::with_capacity(said.len());
    for letter in said.chars() {
        quoted = (quoted || letter == '“') && letter != '”';
        if quoted { text.push(letter) } else { text.extend(letter.to_lowercase()) }
    }
    if text.ends_with('.') && !text.ends_with("..") {
        text.pop();
    }
    text
}

fn first_name(world: &World, person: PersonId) -> Option<&str> {
    world.setup.people.get(person.index())?.name.split(' ').next()
}

/// Taking the stop off a text that ends with a letter and a stop.
trait Stopped {
    fn pop_if_stop(&mut self) -> Option<char>;
}

impl Stopped for String {
    fn pop_if_stop(&mut self) -> Option<char> {
        let mut back = self.chars().rev();
        let end = back.next().filter(|end| matches!(end, '.' | '!' | '?'))?;
        back.next().filter(|letter| letter.is_alphanumeric())?;
        self.pop();
        Some(end)
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
