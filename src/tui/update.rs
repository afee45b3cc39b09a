//! What each intent does at the desk.

use crate::game::Move;
use crate::sim::event::What;
use crate::sim::{MessageId, RoomId};

use super::composer::Purpose;
use super::desk::Desk;
use super::finder::{Finder, Kind};
use super::keymap::{Intent, Step};
use super::screen::settings::SETTINGS;
use super::theme::Meaning;
use super::view::{About, Scroll, View};
use super::widget::feed;
use super::words;

/// Rows or lines that a page has for `PageUp` and `PageDown`.
const PAGE: usize = 10;
/// Minutes of the wait that has its own key.
const WAIT: u32 = 15;
/// Cells of a message that remind the player of which one it is.
const START: usize = 36;

/// Does what the player wants.
pub(crate) fn intent(desk: &mut Desk, intent: Intent) {
    if !matches!(intent, Intent::Why | Intent::Person | Intent::Private | Intent::Requests | Intent::Connect)
    {
        desk.eyed = None;
    }
    match intent {
        Intent::Back => _ = desk.back(),
        Intent::Go(step) => go(desk, step),
        Intent::Room(number) => enter(desk, number.saturating_sub(1)),
        Intent::NextRoom => turn(desk, 1),
        Intent::PreviousRoom => turn(desk, desk.world().setup.rooms.len().saturating_sub(1)),
        Intent::Open => open(desk),
        Intent::Inbox => desk.open(View::Inbox { at: 0 }),
        Intent::Person => person(desk),
        Intent::Requests => requests(desk),
        Intent::Palette => desk.open(View::Find(Box::new(Finder::new(Kind::Actions(desk.view().place()))))),
        Intent::Search => desk.open(View::Find(Box::new(Finder::new(Kind::Words)))),
        Intent::Settings => desk.open(View::Settings { at: 0 }),
        Intent::Why => why(desk),
        Intent::Briefing => {
            let facts_first = matches!(desk.view(), View::Compose(_) | View::Pictures { .. });
            desk.open(View::Briefing { facts_first, scroll: Scroll::default() });
        }
        Intent::Facts => desk.open(View::Briefing { facts_first: true, scroll: Scroll::default() }),
        Intent::Debrief => debrief(desk),
        Intent::Send => desk.send(),
        Intent::Picture => pictures(desk),
        Intent::Undo => {
            if let Some(View::Compose(composer)) = desk.views.last_mut() {
                composer.undo();
            }
        }
        Intent::Post => desk.write(Purpose::Post(desk.room)),
        Intent::Reply => reply(desk),
        Intent::Correct => correct(desk),
        Intent::Private => {
            let about = desk.target();
            let purpose = desk.person().map(|person| Purpose::Private(person, about));
            write(desk, purpose);
        }
        Intent::Connect => {
            let asked = desk.asked();
            write(desk, asked.map(Purpose::Connect));
        }
        Intent::React => with_message(desk, |to| Move::React { to }),
        Intent::Withdraw => withdraw(desk),
        Intent::Boost => with_message(desk, |message| Move::Boost { message }),
        Intent::Accept | Intent::Decline => request(desk, intent == Intent::Accept),
        Intent::UntilSpoken => desk.until_spoken_to(),
        Intent::Wait => _ = desk.play(Move::Wait { minutes: WAIT }),
        Intent::Pause => desk.running = !desk.running,
        Intent::Faster => desk.pace = desk.pace.faster(),
        Intent::Slower => desk.pace = desk.pace.slower(),
        // The whole screen's business.
        Intent::Yes
        | Intent::No
        | Intent::Side
        | Intent::Theme
        | Intent::Mouse
        | Intent::Help
        | Intent::Quit
        | Intent::Interrupt
        | Intent::Suspend => {}
    }
}

/// A place in a list of so many, moved.
pub(crate) fn stepped(at: usize, of: usize, step: Step) -> usize {
    let last = of.saturating_sub(1);
    scrolled(at.min(last), step).min(last)
}

/// A number of lines scrolled past, changed; whoever asks stops at the end of the text.
pub(crate) const fn scrolled(line: usize, step: Step) -> usize {
    match step {
        Step::Up => line.saturating_sub(1),
        Step::Down => line.saturating_add(1),
        Step::PageUp => line.saturating_sub(PAGE),
        Step::PageDown => line.saturating_add(PAGE),
        Step::First => 0,
        Step::Last => usize::MAX,
    }
}

fn go(desk: &mut Desk, step: Step) {
    let (waiting, requests) = (desk.inbox().len(), desk.world().open_requests().len());
    let photos = desk.world().setup.brand.photos.len();
    let found = if let View::Find(finder) = desk.view() { finder.found(desk, &desk.keymap).len() } else { 0 };
    let last = found.saturating_sub(1);
    let place = desk.room;
    let rows = match desk.view() {
        View::Feed => feed::rows(desk.world(), place),
        View::Thread { root, .. } => feed::thread(desk.world(), *root),
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
        | View::Debrief { .. } => Vec::new(),
    };
    match desk.views.last_mut() {
        Some(View::Feed) => {
            let marked = feed::step(&rows, desk.marked[place.index()], step);
            desk.marked[place.index()] =
                marked.filter(|id| rows.last().is_some_and(|last| last.message != *id));
        }
        Some(View::Thread { marked, .. }) => {
            *marked = feed::step(&rows, Some(*marked), step).unwrap_or(*marked);
        }
        Some(View::Inbox { at }) => *at = stepped(*at, waiting + requests, step),
        Some(View::Requests { at, .. }) => *at = stepped(*at, requests, step),
        Some(View::Settings { at }) => *at = stepped(*at, SETTINGS, step),
        Some(View::Find(finder)) => finder.at = scrolled(finder.at, step).min(last),
        Some(View::Pictures { at }) => *at = stepped(*at, photos, step),
        Some(
            View::Person { scroll, .. }
            | View::Reading { scroll, .. }
            | View::Why { scroll, .. }
            | View::DayEnd { scroll, .. }
            | View::Briefing { scroll, .. }
            | View::Debrief { scroll, .. },
        ) => scroll.step(step),
        Some(View::Compose(_)) | None => {}
    }
}

pub(crate) fn enter(desk: &mut Desk, place: usize) {
    if place < desk.world().setup.rooms.len() {
        desk.back_to_feed();
        desk.room = RoomId::at(place);
    }
}

fn turn(desk: &mut Desk, by: usize) {
    let rooms = desk.world().setup.rooms.len().max(1);
    enter(desk, (desk.room.index() + by) % rooms);
}

pub(crate) fn open(desk: &mut Desk) {
    let target = desk.target();
    match desk.view() {
        View::Feed | View::Inbox { .. } => {
            if let Some(marked) = target {
                let message = desk.world().message(marked);
                let (thread, place, alone) = (message.thread, message.room, message.private.is_some());
                if !alone {
                    desk.room = place;
                }
                desk.open(View::Thread { root: thread, marked });
            } else if desk.asking().is_some() {
                requests(desk);
            } else {
                nothing(desk, "Nobody waits for an answer.");
            }
        }
        View::Thread { .. } => reading(desk, target),
        View::Pictures { at } => {
            let at = *at;
            desk.views.pop();
            if let Some(View::Compose(composer)) = desk.views.last_mut() {
                composer.photo = Some(at);
            }
        }
        View::Debrief { .. } => next_turn(desk),
        View::Reading { .. } | View::Why { .. } | View::DayEnd { .. } | View::Briefing { .. } => {
            _ = desk.back();
        }
        View::Person { .. }
        | View::Requests { .. }
        | View::Compose(_)
        | View::Find(_)
        | View::Settings { .. } => {}
    }
}

/// Opens the requests at the marked one, with whom the player was looking at.
fn requests(desk: &mut Desk) {
    let (at, about) = (desk.asking().unwrap_or(0), desk.person());
    desk.open(View::Requests { at, about });
}

/// Says why a key did nothing: there is nothing here yet, or what it wanted instead.
fn nothing(desk: &mut Desk, otherwise: &str) {
    let is_empty = matches!(desk.view(), View::Feed) && desk.target().is_none();
    let text = if is_empty {
        let key = desk.key(Intent::UntilSpoken);
        format!("Nobody has said anything yet. {key} waits until somebody does.")
    } else {
        otherwise.to_owned()
    };
    desk.say(Meaning::Quiet, text);
}

fn reading(desk: &mut Desk, target: Option<MessageId>) {
    match target.filter(|message| desk.world().message(*message).is_brand()) {
        Some(message) => {
            desk.looked = true;
            desk.open(View::Reading { message, scroll: Scroll::default() });
        }
        None => desk.say(Meaning::Quiet, "Only your own words can be opened further: mark one of them."),
    }
}

/// Opens the reasons: of how your words were read, of why somebody said what they said, or of how they stand.
fn why(desk: &mut Desk) {
    let person = desk.person().filter(|_| desk.eyed.is_some() || matches!(desk.view(), View::Person { .. }));
    let about = match (person, desk.target()) {
        (Some(person), _) => About::Person(person),
        (None, Some(message)) if desk.world().message(message).is_brand() => {
            reading(desk, Some(message));
            return;
        }
        (None, Some(message)) => About::Message(message),
        (None, None) => {
            let Some(person) = desk.person() else {
                nothing(desk, "Mark what somebody said first.");
                return;
            };
            About::Person(person)
        }
    };
    desk.open(View::Why { about, scroll: Scroll::default() });
}

/// Opens a person's page. The first look takes time, as it does for anybody who wants to know whom they talk to.
pub(crate) fn person(desk: &mut Desk) {
    let Some(id) = desk.person() else {
        nothing(desk, "Mark something that a person said first.");
        return;
    };
    let known = desk.world().chronicle.iter().any(|event| event.what == What::Listened { person: id });
    let name = desk.world().setup.person(id).name.clone();
    if known || desk.sitting.is_over() || desk.play(Move::Listen { person: name }) {
        desk.open(View::Person { id, scroll: Scroll::default() });
    }
}

fn debrief(desk: &mut Desk) {
    if desk.sitting.is_over() {
        desk.debrief();
    } else {
        desk.say(Meaning::Quiet, "The debrief comes when the story is over.");
    }
}

/// Opens the next turning point of the debrief; after the last the page as a whole comes back.
fn next_turn(desk: &mut Desk) {
    if let Some(View::Debrief { page, turn, scroll }) = desk.views.last_mut() {
        let next = turn.map_or(0, |at| at + 1);
        *turn = (next < page.turning_points.len()).then_some(next);
        *scroll = Scroll::default();
    }
}

fn pictures(desk: &mut Desk) {
    let Some(View::Compose(composer)) = desk.views.last_mut() else { return };
    if !composer.takes_picture() {
        composer.notice = "Only what is said in a room can have a picture.".into();
        return;
    }
    let at = composer.photo.unwrap_or(0);
    if desk.world().setup.brand.photos.is_empty() {
        desk.say(Meaning::Quiet, "The brand has no pictures.");
    } else {
        desk.open(View::Pictures { at });
    }
}

fn reply(desk: &mut Desk) {
    match desk.target() {
        Some(message) if desk.world().message(message).is_brand() => {
            desk.say(Meaning::Quiet, "That is your own; mark what somebody else said.");
        }
        target => write(desk, target.map(Purpose::Reply)),
    }
}

fn correct(desk: &mut Desk) {
    match desk.target() {
        Some(message) if !desk.world().message(message).is_brand() => {
            desk.say(Meaning::Quiet, "Only your own words can be set right.");
        }
        target => write(desk, target.map(Purpose::Correct)),
    }
}

fn write(desk: &mut Desk, purpose: Option<Purpose>) {
    match purpose {
        Some(purpose) => desk.write(purpose),
        None => nothing(desk, "Mark a message of a person first."),
    }
}

fn with_message(desk: &mut Desk, as_move: fn(u32) -> Move) {
    match desk.target() {
        Some(MessageId(number)) => _ = desk.play(as_move(number)),
        None => nothing(desk, "There is nothing to do that to yet."),
    }
}

/// Takes the marked message back, once the player has been asked and says so again.
fn withdraw(desk: &mut Desk) {
    let asked = desk.taking_back.take();
    let ours = desk.target().filter(|id| desk.world().message(*id).is_brand());
    let Some(message) = ours.filter(|id| asked != Some(*id) && !desk.world().message(*id).withdrawn) else {
        with_message(desk, |message| Move::Withdraw { message });
        return;
    };
    let (key, text) = (desk.key(Intent::Withdraw), desk.sitting.text(message));
    let question = format!("Press {key} again to take back: “{}”", words::clip(text, START));
    desk.say(Meaning::Warning, question);
    desk.taking_back = Some(message);
}

fn request(desk: &mut Desk, accept: bool) {
    let View::Requests { at, .. } = desk.view() else { return };
    let Some(person) = desk.world().open_requests().get(*at).map(|request| request.person) else {
        desk.say(Meaning::Quiet, "Nobody is asking.");
        return;
    };
    let person = desk.world().setup.person(person).name.clone();
    desk.play(if accept { Move::Accept { person } } else { Move::Decline { person } });
}
