//! The one table of keys: what each does and where; help page and bottom bar are drawn from it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde::Deserialize;

const DEFAULT: &str = include_str!("../../assets/keys/default.ron");

/// What the player wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Intent {
    /// Send what is written.
    Send,
    /// Choose a picture.
    Picture,
    /// Undo in the text.
    Undo,
    /// Yes.
    Yes,
    /// No.
    No,
    /// Open or take the marked thing.
    Open,
    /// Accept a request.
    Accept,
    /// Decline a request.
    Decline,
    /// Ask to connect.
    Connect,
    /// Answer a message.
    Reply,
    /// Say something to the room.
    Post,
    /// Nod to a message.
    React,
    /// See who waits.
    Inbox,
    /// See a person's page.
    Person,
    /// See why: of a message or a person.
    Why,
    /// See requests to connect.
    Requests,
    /// Write a private message.
    Private,
    /// Take a message back.
    Withdraw,
    /// Correct a message in the open.
    Correct,
    /// Pay for reach.
    Boost,
    /// A step in a list or a text.
    Go(Step),
    /// Go to a room, counted from 1.
    Room(usize),
    /// Go to the next room.
    NextRoom,
    /// Go to the room before.
    PreviousRoom,
    /// Wait until somebody speaks to the brand.
    UntilSpoken,
    /// Run or stop the clock.
    Pause,
    /// Wait a quarter of an hour.
    Wait,
    /// A faster clock.
    Faster,
    /// A slower clock.
    Slower,
    /// Read the briefing again.
    Briefing,
    /// What is true of the brand.
    Facts,
    /// Read the debrief.
    Debrief,
    /// Show or hide the side.
    Side,
    /// Look for something to do.
    Palette,
    /// Look for people and words.
    Search,
    /// Change settings.
    Settings,
    /// Another theme.
    Theme,
    /// Mouse on or off.
    Mouse,
    /// One step back.
    Back,
    /// The help page.
    Help,
    /// Leave.
    Quit,
    /// Leave, more urgently.
    Interrupt,
    /// Stop the program for a while.
    Suspend,
}

/// A step in a list or a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Step {
    /// Up.
    Up,
    /// Down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// Where a key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Place {
    /// Everywhere; while text is written only with modifiers or function keys.
    Everywhere,
    /// The title screen.
    Title,
    /// A room.
    Room,
    /// A thread.
    Thread,
    /// The list of who waits.
    Inbox,
    /// A person's page.
    Person,
    /// Requests to connect.
    Requests,
    /// Writing.
    Compose,
    /// Choosing a picture.
    Pictures,
    /// Looking for something by typing.
    Find,
    /// Settings.
    Settings,
    /// A page of text: briefing, debrief, help.
    Page,
    /// A question that wants yes or no.
    Ask,
}

impl Place {
    /// Whether letters are written there.
    const fn is_written_in(self) -> bool {
        matches!(self, Self::Compose | Self::Find)
    }
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Binding {
    /// What it does.
    pub intent: Intent,
    /// Where it works.
    pub places: Vec<Place>,
    /// Its keys, as in `ctrl-s`.
    pub keys: Vec<String>,
    /// A word for the bottom bar; empty for none.
    pub hint: String,
    /// A sentence for the help page.
    pub help: String,
}

/// A line of a player's own table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rebinding {
    intent: Intent,
    keys: Vec<String>,
    #[serde(default)]
    places: Vec<Place>,
}

/// The table of keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<(Binding, Vec<Chord>)>,
}

/// A key with its modifiers. Shift is part of the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Chord {
    code: KeyCode,
    with: KeyModifiers,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::parse(DEFAULT).expect("the shipped keys are checked by a test")
    }
}

impl Keymap {
    /// Reads a table.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let bindings: Vec<Binding> = ron::from_str(text).map_err(|error| error.to_string())?;
        let read = |binding: Binding| {
            let chords = chords(&binding.keys);
            chords.map(|chords| (binding, chords))
        };
        Ok(Self { bindings: bindings.into_iter().map(read).collect::<Result<_, _>>()? })
    }

    /// The table with keys of the player's own: a list of `(intent: Help, keys: ["h"])`, where `places` limits a line to those;
    /// what is not named keeps its keys.
    ///
    /// # Errors
    /// A sentence that says what is wrong: no such key, or a key that would mean two things.
    pub fn with(mut self, text: &str) -> Result<Self, String> {
        let own: Vec<Rebinding> = ron::from_str(text).map_err(|error| error.to_string())?;
        for Rebinding { intent, keys, places } in own {
            let chords = chords(&keys)?;
            let mut found = false;
            for (binding, known) in self.bindings.iter_mut().filter(|(binding, _)| binding.intent == intent) {
                if places.is_empty() || binding.places.iter().any(|place| places.contains(place)) {
                    binding.keys.clone_from(&keys);
                    known.clone_from(&chords);
                    found = true;
                }
            }
            if !found {
                return Err(format!("{intent:?} does nothing in {places:?}"));
            }
        }
        self.clash().map_or(Ok(self), Err)
    }

    /// A key that means two things in one place, in a sentence.
    fn clash(&self) -> Option<String> {
        let pairs = self
            .bindings
            .iter()
            .enumerate()
            .flat_map(|(at, one)| self.bindings[at + 1..].iter().map(move |other| (one, other)));
        pairs.into_iter().find_map(|((one, chords), (other, others))| {
            let place = one.places.iter().find(|place| other.places.contains(place))?;
            let at = chords.iter().position(|chord| others.contains(chord))?;
            let (key, one, other) = (one.keys.get(at)?, one.intent, other.intent);
            Some(format!("\"{key}\" would mean both {one:?} and {other:?} in {place:?}"))
        })
    }

    /// What a key means in a place. Keys of the place itself go before those that work everywhere.
    pub fn intent(&self, place: Place, key: KeyEvent) -> Option<Intent> {
        let pressed = Chord::of(key);
        let has = |wanted: Place| {
            self.bindings
                .iter()
                .find(|(binding, chords)| binding.places.contains(&wanted) && chords.contains(&pressed))
                .map(|(binding, _)| binding.intent)
        };
        let writes = place.is_written_in() && pressed.is_text();
        has(place).or_else(|| if writes { None } else { has(Place::Everywhere) })
    }

    /// The first key for something in a place; while text is written, one that writes nothing. Empty for none.
    pub fn key(&self, place: Place, intent: Intent) -> &str {
        let binding = self.lines(place).find(|binding| binding.intent == intent);
        binding.and_then(|binding| binding.key(place)).unwrap_or_default()
    }

    /// Lines that work in a place, in the order of the table.
    pub fn lines(&self, place: Place) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().map(|(binding, _)| binding).filter(move |binding| {
            binding.places.contains(&place) || binding.places.contains(&Place::Everywhere)
        })
    }
}

impl Binding {
    /// The key to show in a place: letters that would be written are of no help while one writes.
    pub fn key(&self, place: Place) -> Option<&str> {
        let mut keys = self.keys.iter().map(String::as_str);
        if place.is_written_in() {
            keys.find(|key| key.starts_with("ctrl-") || key.len() > 1)
        } else {
            keys.next()
        }
    }
}

impl Chord {
    #[expect(clippy::wildcard_enum_match_arm, reason = "all other keys are taken as they come")]
    fn of(key: KeyEvent) -> Self {
        let with = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        let code = match key.code {
            KeyCode::Char(letter) if with.contains(KeyModifiers::CONTROL) => {
                KeyCode::Char(letter.to_ascii_lowercase())
            }
            KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            other => other,
        };
        Self { code, with }
    }

    /// Whether it would be written into a text, or moves the cursor in it.
    fn is_text(self) -> bool {
        let is_function = matches!(self.code, KeyCode::F(_));
        self.with.is_empty() && !is_function && self.code != KeyCode::Esc
            || matches!(self.code, KeyCode::Left | KeyCode::Right | KeyCode::Backspace | KeyCode::Delete)
            || self.with.contains(KeyModifiers::CONTROL) && matches!(self.code, KeyCode::Char('b' | 'f'))
    }
}

fn chords(keys: &[String]) -> Result<Vec<Chord>, String> {
    keys.iter().map(|key| chord(key).ok_or_else(|| format!("there is no key \"{key}\""))).collect()
}

fn chord(text: &str) -> Option<Chord> {
    let (with, name) = match text.split_once('-') {
        Some(("ctrl", name)) => (KeyModifiers::CONTROL, name),
        Some(("alt", name)) => (KeyModifiers::ALT, name),
        Some(_) | None => (KeyModifiers::NONE, text),
    };
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "space" => KeyCode::Char(' '),
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pageup" => KeyCode::PageUp,
        "pagedown" => KeyCode::PageDown,
        "delete" => KeyCode::Delete,
        "backspace" => KeyCode::Backspace,
        _ => single(name)?,
    };
    Some(Chord { code, with })
}

fn single(name: &str) -> Option<KeyCode> {
    if let Some(number) = name.strip_prefix('f').and_then(|digits| digits.parse().ok()) {
        return (1..=12).contains(&number).then_some(KeyCode::F(number));
    }
    let mut letters = name.chars();
    let letter = letters.next().filter(|letter| !letter.is_control())?;
    letters.next().is_none().then_some(KeyCode::Char(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(keymap: &Keymap, place: Place, key: &str) -> Option<Intent> {
        let Chord { code, with } = chord(key).unwrap();
        keymap.intent(place, KeyEvent::new(code, with))
    }

    #[test]
    fn keys_mean_what_their_place_says() {
        let keymap = Keymap::default();
        for (place, key, wanted) in [
            (Place::Room, "r", Some(Intent::Reply)),
            (Place::Room, "2", Some(Intent::Room(2))),
            (Place::Compose, "r", None),
            (Place::Compose, "?", None),
            (Place::Compose, "q", None),
            (Place::Compose, "left", None),
            (Place::Compose, "f1", Some(Intent::Help)),
            (Place::Compose, "ctrl-s", Some(Intent::Send)),
            (Place::Compose, "ctrl-c", Some(Intent::Interrupt)),
            (Place::Requests, "k", Some(Intent::Connect)),
            (Place::Room, "k", Some(Intent::Go(Step::Up))),
            (Place::Ask, "n", Some(Intent::No)),
            (Place::Room, "x", None),
        ] {
            assert_eq!(press(&keymap, place, key), wanted, "{place:?} {key}");
        }
    }

    #[test]
    fn no_key_has_two_meanings_in_one_place() {
        let keymap = Keymap::default();
        for (i, (one, chords)) in keymap.bindings.iter().enumerate() {
            for (other, others) in &keymap.bindings[i + 1..] {
                let place = one.places.iter().find(|place| other.places.contains(place));
                let clash = place.and_then(|_| chords.iter().find(|chord| others.contains(chord)));
                assert!(
                    clash.is_none(),
                    "{:?} and {:?} share {clash:?} in {place:?}",
                    one.intent,
                    other.intent
                );
            }
        }
    }

    #[test]
    fn keys_of_ones_own_change_some_and_leave_the_rest() {
        let own = r#"[(intent: Post, keys: ["x", "f8"]), (intent: Open, places: [Room], keys: ["v"])]"#;
        let keymap = Keymap::default().with(own).unwrap();
        assert_eq!(press(&keymap, Place::Room, "x"), Some(Intent::Post));
        assert_eq!(press(&keymap, Place::Room, "p"), None);
        assert_eq!(press(&keymap, Place::Room, "v"), Some(Intent::Open));
        assert_eq!(press(&keymap, Place::Inbox, "enter"), Some(Intent::Open));
        for (own, wanted) in [
            (r#"[(intent: Post, keys: ["r"])]"#, "\"r\" would mean both Reply and Post in Room"),
            (r#"[(intent: Post, keys: ["hyper-x"])]"#, "there is no key"),
            (r#"[(intent: Send, places: [Room], keys: ["x"])]"#, "Send does nothing in [Room]"),
            ("(", "1:1"),
        ] {
            let told = Keymap::default().with(own).unwrap_err();
            assert!(told.contains(wanted), "{told}");
        }
    }

    #[test]
    fn a_bad_table_says_what_is_wrong() {
        let bad = r#"[(intent: Help, places: [Room], keys: ["hyper-x"], hint: "", help: "")]"#;
        assert_eq!(Keymap::parse(bad).unwrap_err(), "there is no key \"hyper-x\"");
        assert!(Keymap::parse("[(intent: Fly)]").is_err());
    }
}
