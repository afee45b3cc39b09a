//! Policies: fixed ways of playing, which say what a player could say, by the same moves.

mod adverts;
mod broadcaster;
mod copier;
mod host;
mod late;
mod misfit;
mod ordinary;
mod overseller;
mod phrase;
mod pick;
mod stuffer;
mod template;

use crate::game::{Move, Sitting};
use crate::sim::message::Message;

/// A fixed way of playing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Policy {
    /// Answers people well and soon, joins their talk, posts what belongs to the room.
    Host,
    /// The same advert in every room, and no answers.
    Broadcaster,
    /// One decent text, pasted in every room again and again, and no answers.
    Copier,
    /// Says nothing.
    Silent,
    /// Posts like the host, and answers everyone at once with the same boilerplate.
    Template,
    /// A salad of words that score, for posts and for answers.
    Stuffer,
    /// Posts like the host, and answers as well, ten hours on.
    Late,
    /// The host's words in the wrong room.
    Misfit,
    /// What most brands do: one message in nine answered, after ten hours, and half of the posts adverts.
    Ordinary,
    /// Says more than is true, and pushes.
    Overseller,
}

impl Policy {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Host,
        Self::Broadcaster,
        Self::Copier,
        Self::Silent,
        Self::Template,
        Self::Stuffer,
        Self::Late,
        Self::Misfit,
        Self::Ordinary,
        Self::Overseller,
    ];

    /// The name in commands and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Broadcaster => "broadcaster",
            Self::Copier => "copier",
            Self::Silent => "silent",
            Self::Template => "template",
            Self::Stuffer => "stuffer",
            Self::Late => "late",
            Self::Misfit => "misfit",
            Self::Ordinary => "ordinary",
            Self::Overseller => "overseller",
        }
    }

    /// The policy of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|policy| policy.name() == name)
    }

    /// Their names in a row, for messages.
    pub fn names() -> String {
        Self::ALL.map(Self::name).join(", ")
    }
}

/// What the host would say to a message: a model answer of the scenario where there is one, else plain words with the fact
/// that answers it. `None` where nothing is waited for.
pub fn answer(sitting: &Sitting, message: &Message) -> Option<Move> {
    host::words(sitting, &mut pick::Memory::default(), message).map(|text| text.reply(sitting, message))
}

/// Plays a sitting to its end.
pub fn play(policy: Policy, sitting: &mut Sitting) {
    let mut memory = pick::Memory::default();
    while !sitting.is_over() {
        let closed = sitting.until_opening();
        if closed > 0 {
            sitting.advance(closed);
            continue;
        }
        let chosen = match policy {
            Policy::Host => host::choose(sitting, &mut memory),
            Policy::Broadcaster => broadcaster::choose(sitting, &mut memory),
            Policy::Copier => copier::choose(sitting, &mut memory),
            Policy::Silent => None,
            Policy::Template => template::choose(sitting, &mut memory),
            Policy::Stuffer => stuffer::choose(sitting, &mut memory),
            Policy::Late => late::choose(sitting, &mut memory),
            Policy::Misfit => misfit::choose(sitting, &mut memory),
            Policy::Ordinary => ordinary::choose(sitting, &mut memory),
            Policy::Overseller => overseller::choose(sitting, &mut memory),
        };
        let idle = Move::Wait { minutes: 5 };
        if sitting.play(chosen.unwrap_or(idle)).is_err() {
            // A refused move costs nothing; time has to pass all the same.
            sitting.advance(5);
        }
    }
}
