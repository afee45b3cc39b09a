//! Finding by typing: something to do from the table of keys, or somebody or something said.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_segmentation::UnicodeSegmentation;

use crate::sim::{MessageId, PersonId};

use super::borrowed;
use super::desk::Desk;
use super::keymap::{Intent, Keymap, Place};

/// Characters that can be typed.
const LONGEST: usize = 60;
/// Things found that are shown.
const SHOWN: usize = 200;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Something to do where the player was.
    Actions(Place),
    /// People and words.
    Words,
}

/// Something found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// To do.
    Do(Intent),
    /// Somebody.
    Person(PersonId),
    /// Something said.
    Message(MessageId),
}

/// The line one types in, and what is marked of what it finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finder {
    /// What is looked for.
    pub(crate) kind: Kind,
    /// What was typed.
    pub(crate) typed: String,
    /// The marked row.
    pub(crate) at: usize,
}

impl Finder {
    /// Nothing typed yet.
    pub(crate) const fn new(kind: Kind) -> Self {
        Self { kind, typed: String::new(), at: 0 }
    }

    /// A key that is no intent: typed, or taken back.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the terminal knows many keys that write nothing")]
    pub(crate) fn key(&mut self, key: KeyEvent) {
        match key.code {
            KeyCode::Char(letter) if !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
                self.paste(letter.encode_utf8(&mut [0; 4]));
            }
            KeyCode::Backspace => {
                let cut = self.typed.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
                self.typed.truncate(cut);
                self.at = 0;
            }
            // Keys that write nothing: named by no intent, so without effect here.
            _ => {}
        }
    }

    /// Pasted text, in one line.
    pub(crate) fn paste(&mut self, text: &str) {
        let clean = borrowed::clean(text).replace('\n', " ");
        for grapheme in clean.graphemes(true) {
            if self.typed.graphemes(true).count() < LONGEST {
                self.typed.push_str(grapheme);
            }
        }
        self.at = 0;
    }

    /// What is found, with the words to show for it and the key that does it, the best first.
    pub(crate) fn found(&self, desk: &Desk, keymap: &Keymap) -> Vec<(Found, String, String)> {
        let wanted = self.typed.trim().to_lowercase();
        let mut found = match self.kind {
            Kind::Actions(place) => actions(keymap, place, &wanted, desk.world().setup.rooms.len()),
            Kind::Words => said(desk, &wanted),
        };
        found.truncate(SHOWN);
        found
    }
}

/// Lines of the table whose sentence has the letters typed, in order; those that have them in one piece first.
fn actions(keymap: &Keymap, place: Place, wanted: &str, rooms: usize) -> Vec<(Found, String, String)> {
    let mut found: Vec<(usize, (Found, String, String))> = Vec::new();
    for binding in keymap.lines(place) {
        let is_about =
            matches!(binding.intent, Intent::Go(_) | Intent::Back | Intent::Palette | Intent::Open)
                || matches!(binding.intent, Intent::Room(number) if number > rooms);
        let text = format!("{} {:?}", binding.help, binding.intent).to_lowercase();
        let Some(rank) = rank(&text, wanted).filter(|_| !is_about) else { continue };
        let key = binding.key(place).unwrap_or_default().to_owned();
        found.push((rank, (Found::Do(binding.intent), binding.help.clone(), key)));
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, one)| one).collect()
}

/// How well a text fits what was typed, 0 best; `None` when letters are missing.
fn rank(text: &str, wanted: &str) -> Option<usize> {
    if let Some(at) = text.find(wanted) {
        return Some(usize::from(at > 0));
    }
    let mut letters = text.chars();
    wanted.chars().filter(|c| !c.is_whitespace()).all(|c| letters.any(|other| other == c)).then_some(2)
}

/// People by name, then what was said in the open, the newest first.
fn said(desk: &Desk, wanted: &str) -> Vec<(Found, String, String)> {
    let world = desk.world();
    if wanted.is_empty() {
        return Vec::new();
    }
    let people = world.setup.people.iter().filter(|person| person.name.to_lowercase().contains(wanted));
    let people =
        people.map(|person| (Found::Person(person.id), person.name.clone(), person.work.to_string()));
    let public =
        world.messages.iter().rev().filter(|message| message.private.is_none() && !message.withdrawn);
    let words = public.filter_map(|message| {
        let text = desk.sitting.text(message.id);
        if !text.to_lowercase().contains(wanted) {
            return None;
        }
        let room = world.setup.room(message.room).name().to_owned();
        let shown = format!("{}: {text}", super::words::first_name(super::words::author(world, message)));
        Some((Found::Message(message.id), shown, room))
    });
    people.chain(words).take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_order_find_and_whole_words_go_first() {
        assert_eq!(rank("answer the marked message", "answer"), Some(0));
        assert_eq!(rank("answer the marked message", "marked"), Some(1));
        assert_eq!(rank("answer the marked message", "atm"), Some(2));
        assert_eq!(rank("answer", "xyz"), None);
        assert_eq!(rank("anything", ""), Some(0));
    }

    #[test]
    fn what_is_typed_is_clean_and_bounded() {
        let mut finder = Finder::new(Kind::Words);
        finder.paste(&"a\u{1b}[31m\nb".repeat(90));
        assert!(!finder.typed.contains(['\u{1b}', '\n']));
        assert_eq!(finder.typed.graphemes(true).count(), LONGEST);
        finder.typed = "x👩‍👩‍👧".into();
        finder.key(KeyEvent::new(KeyCode::Backspace, KeyModifiers::NONE));
        assert_eq!(finder.typed, "x");
    }
}
