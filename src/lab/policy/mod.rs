//! Policies: fixed ways of playing.

mod broadcaster;
mod host;
mod pick;

use crate::game::{Move, Sitting};

/// A fixed way of playing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Answers people well and soon, joins their talk, posts what belongs to the room.
    Host,
    /// The same advert in every room, and no answers.
    Broadcaster,
    /// Says nothing.
    Silent,
}

impl Policy {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Host, Self::Broadcaster, Self::Silent];

    /// The name in commands and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Broadcaster => "broadcaster",
            Self::Silent => "silent",
        }
    }

    /// The policy of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|policy| policy.name() == name)
    }
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
            Policy::Silent => None,
        };
        let idle = Move::Wait { minutes: 5 };
        if sitting.play(chosen.unwrap_or(idle)).is_err() {
            // A refused move costs nothing; time has to pass all the same.
            sitting.advance(5);
        }
    }
}
