//! The player's place in a sitting: where they look, what they have half written, and what they were last told.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::game::Move;
use crate::sim::clock::DAY;
use crate::sim::world::Waiting;
use crate::sim::{MessageId, PersonId, RoomId, World};

use super::Pace;
use super::borrowed::{self, Keeper, Sitting};
use super::composer::{Composer, Draft, Purpose};
use super::floor::slide::Slides;
use super::keymap::{Intent, Keymap, Place};
use super::theme::Meaning;
use super::told::{SAID, Status};
use super::view::{Scroll, View};
use super::words::first_name;

/// From this width on the side is shown unasked.
const WIDE: u16 = 100;

/// A sitting with the player at it.
#[derive(Debug)]
pub(crate) struct Desk {
    /// The sitting.
    pub(crate) sitting: Sitting,
    /// What keeps its moves on disk.
    pub(crate) keeper: Option<Keeper>,
    /// The room the player is in.
    pub(crate) room: RoomId,
    /// What they look at, the last on top; never empty.
    pub(crate) views: Vec<View>,
    /// The marked message of each room; `None` follows the newest.
    pub(crate) marked: Vec<Option<MessageId>>,
    /// What was half written.
    pub(crate) drafts: BTreeMap<Purpose, Draft>,
    /// Whether the clock runs.
    pub(crate) running: bool,
    /// How fast.
    pub(crate) pace: Pace,
    /// Whether the side was asked for on a narrow screen, or hidden on a wide one.
    pub(crate) side: Option<bool>,
    /// Whom of those on the floor the player pointed at, for as long as they do nothing else.
    pub(crate) eyed: Option<PersonId>,
    /// People on the move across the floor.
    pub(crate) slides: Slides,
    /// The status line.
    pub(crate) status: Status,
    /// The message that is taken back if the player says so once more; only while the status line asks.
    pub(crate) taking_back: Option<MessageId>,
    /// News, the newest last, with the clock.
    pub(crate) lately: Vec<(String, Meaning, String)>,
    /// Words just sent that nobody is known to have read.
    pub(crate) unread: Option<MessageId>,
    /// Whether the player looked at how words were read: they know by now how to.
    pub(crate) looked: bool,
    /// The table of keys, for what is said about them.
    pub(crate) keymap: Arc<Keymap>,
    ended: bool,
}

impl Desk {
    /// Sits down. The briefing lies on top of a new story; who goes on with one knows it.
    pub(crate) fn new(sitting: Sitting, keeper: Option<Keeper>, pace: Pace, keymap: Arc<Keymap>) -> Self {
        let rooms = sitting.world().setup.rooms.len();
        let mut desk = Self {
            sitting,
            keeper,
            room: RoomId(0),
            views: vec![View::Feed],
            marked: vec![None; rooms],
            drafts: BTreeMap::new(),
            running: true,
            pace,
            side: None,
            eyed: None,
            slides: Slides::default(),
            status: Status::line(Meaning::Quiet, ""),
            taking_back: None,
            unread: None,
            looked: false,
            lately: Vec::new(),
            keymap,
            ended: false,
        };
        if desk.sitting.journal().records().is_empty() {
            desk.open(View::Briefing { facts_first: false, scroll: Scroll::default() });
        } else {
            desk.say(Meaning::Quiet, "Here you left off; b shows the briefing again.");
        }
        desk.end_if_over();
        desk
    }

    /// The world.
    pub(crate) fn world(&self) -> &World {
        self.sitting.world()
    }

    /// What is on top.
    pub(crate) fn view(&self) -> &View {
        self.views.last().unwrap_or(&View::Feed)
    }

    /// Puts a view on top.
    pub(crate) fn open(&mut self, view: View) {
        self.views.push(view);
    }

    /// One step back: words half written are kept. Whether there was a step to take.
    pub(crate) fn back(&mut self) -> bool {
        if self.views.len() < 2 {
            return false;
        }
        if let Some(View::Compose(composer)) = self.views.pop() {
            let draft = composer.draft();
            if draft.text.trim().is_empty() && draft.photo.is_none() {
                self.drafts.remove(&composer.purpose);
            } else {
                self.say(Meaning::Quiet, "Kept as a draft.");
                self.drafts.insert(composer.purpose, draft);
            }
        }
        true
    }

    /// Back to the room.
    pub(crate) fn back_to_feed(&mut self) {
        while self.views.len() > 1 && self.back() {}
    }

    /// The key for something, as the bottom bar would name it.
    pub(crate) fn key(&self, intent: Intent) -> &str {
        self.key_in(self.view().place(), intent)
    }

    /// The key for something in another place.
    pub(crate) fn key_in(&self, place: Place, intent: Intent) -> &str {
        self.keymap.key(place, intent)
    }

    /// Plays a move; what comes of it, or why not, is told. Whether it was played.
    pub(crate) fn play(&mut self, a_move: Move) -> bool {
        let said = match a_move {
            Move::React { .. } => "You nodded.",
            Move::Withdraw { .. } => "Taken back; whoever saw it remembers.",
            Move::Boost { .. } => "Paid: more people will see it.",
            Move::Accept { .. } => "Accepted.",
            Move::Decline { .. } => "Declined.",
            Move::Wait { .. } | Move::Listen { .. } => "",
            Move::Post { .. }
            | Move::Reply { .. }
            | Move::Connect { .. }
            | Move::Message { .. }
            | Move::Correct { .. } => SAID,
        };
        match self.sitting.play(a_move) {
            Ok(played) => {
                self.say(Meaning::Quiet, said);
                self.tell(&played);
                self.keep();
                true
            }
            Err(refusal) => {
                self.say(Meaning::Warning, refusal.to_string());
                false
            }
        }
    }

    /// Time passes by itself. A night goes by in one go.
    pub(crate) fn advance(&mut self, minutes: u32) {
        if self.sitting.is_over() {
            return;
        }
        let minutes = if self.sitting.is_closed() { self.sitting.until_opening() } else { minutes };
        let played = self.sitting.advance(minutes);
        self.tell(&played);
    }

    /// Waits until somebody speaks to the brand, at most until the doors open tomorrow.
    pub(crate) fn until_spoken_to(&mut self) {
        if self.sitting.is_over() {
            self.say(Meaning::Quiet, "The story is over.");
            return;
        }
        self.say(Meaning::Quiet, "Nobody spoke to you.");
        let before = self.world().messages.len();
        let played = self.sitting.until_spoken_to(DAY);
        let new = &self.world().messages[before..];
        let spoken =
            new.iter().rev().find(|m| m.to_brand && !m.is_brand() && m.private.is_none()).map(|m| m.id);
        self.tell(&played);
        if let (None, Some(waiting)) = (spoken, self.sitting.last_call()) {
            let (person, room) = (self.world().setup.person(waiting.person), waiting.room);
            let place = &self.world().setup.room(room).title;
            let text = format!("{} ({place}) is about to give up waiting for you.", first_name(&person.name));
            self.say(Meaning::Warning, text);
        }
        if let Some(message) = spoken.filter(|_| matches!(self.view(), View::Feed)) {
            self.room = self.world().message(message).room;
            self.mark(message);
        }
    }

    /// Whether the side is shown on a screen this wide.
    pub(crate) fn shows_side(&self, width: u16) -> bool {
        self.side.unwrap_or(width >= WIDE)
    }

    /// Those who wait, the least patient first.
    pub(crate) fn inbox(&self) -> Vec<&Waiting> {
        self.world().open_waiting()
    }

    /// Opens the page to write on, with what was left on it.
    pub(crate) fn write(&mut self, purpose: Purpose) {
        let world = self.world();
        let room = match purpose {
            Purpose::Post(room) => room,
            Purpose::Reply(message) | Purpose::Correct(message) => world.message(message).room,
            Purpose::Private(person, about) => {
                about.map_or_else(|| world.setup.person(person).home, |message| world.message(message).room)
            }
            Purpose::Connect(_) => self.room,
        };
        let norms = &world.setup.room(room).norms;
        let (limit, wants_picture) =
            (norms.limit, norms.picture_needed && matches!(purpose, Purpose::Post(_)));
        let draft = self.drafts.get(&purpose).cloned().unwrap_or_default();
        let choose = wants_picture && draft.photo.is_none() && !world.setup.brand.photos.is_empty();
        self.open(View::Compose(Box::new(Composer::new(purpose, limit, &draft))));
        if choose {
            self.open(View::Pictures { at: 0 });
        }
    }

    /// Sends what is on the page; it stays there when that is refused.
    pub(crate) fn send(&mut self) {
        let Some(View::Compose(composer)) = self.views.last() else { return };
        let (purpose, text) = (composer.purpose, composer.text());
        let a_move = as_move(self.world(), purpose, text, composer.photo);
        if self.play(a_move) {
            // The end of a day may have come up over the page meanwhile.
            if let Some(place) = self.views.iter().rposition(|view| matches!(view, View::Compose(_))) {
                self.views.remove(place);
            }
            self.drafts.remove(&purpose);
            let ours = self
                .world()
                .messages
                .iter()
                .rev()
                .find(|message| message.is_brand())
                .map(|message| message.id);
            if let Some(message) = ours {
                self.mark(message);
                self.point_to_reading(message);
            }
        } else {
            let why = self.status.text.clone();
            if let Some(View::Compose(composer)) = self.views.last_mut() {
                composer.notice = why;
            }
        }
    }

    /// Marks a message where it is on screen.
    pub(crate) fn mark(&mut self, id: MessageId) {
        let message = self.world().message(id);
        let (thread, place, is_public) = (message.thread, message.room.index(), message.private.is_none());
        if is_public {
            self.marked[place] = Some(id);
        }
        match self.views.last_mut() {
            Some(View::Thread { root, marked }) if *root == thread => *marked = id,
            Some(_) | None => {}
        }
    }

    /// When the story ends, the debrief comes up by itself, once.
    pub(crate) fn end_if_over(&mut self) {
        if self.sitting.is_over() && !self.ended {
            self.ended = true;
            self.back_to_feed();
            self.say(Meaning::News, "The story is over.");
            self.debrief();
        }
    }

    /// Opens the debrief.
    pub(crate) fn debrief(&mut self) {
        let page = Box::new(borrowed::debrief(&self.sitting));
        self.open(View::Debrief { page, turn: None, scroll: Scroll::default() });
    }

    /// Keeps the moves so far on disk; that this fails is said, and stops nobody from playing.
    fn keep(&mut self) {
        let Some(keeper) = &mut self.keeper else { return };
        if let Err(error) = keeper.keep_up(self.sitting.journal()) {
            self.say(Meaning::Bad, format!("This move could not be kept on disk: {error}"));
        }
    }
}

fn as_move(world: &World, purpose: Purpose, text: String, photo: Option<usize>) -> Move {
    let name = |person: PersonId| world.setup.person(person).name.clone();
    let photo = photo.and_then(|place| world.setup.brand.photos.get(place)).map(|photo| photo.name.clone());
    match purpose {
        Purpose::Post(room) => Move::Post { room: world.setup.room(room).name().to_owned(), text, photo },
        Purpose::Reply(message) => Move::Reply { to: message.0, text, photo },
        Purpose::Private(person, about) => {
            Move::Message { person: name(person), text, about: about.map(|m| m.0) }
        }
        Purpose::Connect(person) => Move::Connect { person: name(person), text },
        Purpose::Correct(message) => Move::Correct { message: message.0, text },
    }
}
