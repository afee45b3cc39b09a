//! What a player can do: moves as they stand in the journal, by the names people use.

use serde::{Deserialize, Serialize};

/// A move of the brand. Messages are named by number, persons and rooms by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Move {
    /// Say something to a room.
    Post {
        /// The room's name.
        room: String,
        /// The words.
        text: String,
        /// A picture by its name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        photo: Option<String>,
    },
    /// Answer a message.
    Reply {
        /// The message's number.
        to: u32,
        /// The words.
        text: String,
        /// A picture by its name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        photo: Option<String>,
    },
    /// A nod to a message.
    React {
        /// The message's number.
        to: u32,
    },
    /// Ask somebody to connect.
    Connect {
        /// Who, by name.
        person: String,
        /// The words that go with it.
        text: String,
    },
    /// Accept a request.
    Accept {
        /// Whose, by name.
        person: String,
    },
    /// Decline a request.
    Decline {
        /// Whose, by name.
        person: String,
    },
    /// Say something to a person alone ("outside").
    Message {
        /// To whom, by name.
        person: String,
        /// The words.
        text: String,
        /// The message it takes outside, by number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<u32>,
    },
    /// Read a person's page.
    Listen {
        /// Whose, by name.
        person: String,
    },
    /// Pay for reach.
    Boost {
        /// The message's number.
        message: u32,
    },
    /// Correct a message in the open.
    Correct {
        /// The message's number.
        message: u32,
        /// The words that set it right.
        text: String,
    },
    /// Take a message back.
    Withdraw {
        /// The message's number.
        message: u32,
    },
    /// Let time pass.
    Wait {
        /// How many minutes, at least 1.
        minutes: u32,
    },
}

impl Move {
    /// Minutes of attention it costs (choices: writing takes longer than nodding); `Wait` costs what it says.
    pub fn cost(&self) -> u32 {
        match self {
            Self::Post { .. } => 6,
            Self::Reply { .. } | Self::Message { .. } | Self::Correct { .. } => 4,
            Self::React { .. } | Self::Accept { .. } | Self::Decline { .. } | Self::Withdraw { .. } => 1,
            Self::Connect { .. } | Self::Listen { .. } | Self::Boost { .. } => 2,
            Self::Wait { minutes } => *minutes,
        }
    }

    /// The words it says, where it says any.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Post { text, .. }
            | Self::Reply { text, .. }
            | Self::Connect { text, .. }
            | Self::Message { text, .. }
            | Self::Correct { text, .. } => Some(text),
            Self::React { .. }
            | Self::Accept { .. }
            | Self::Decline { .. }
            | Self::Listen { .. }
            | Self::Boost { .. }
            | Self::Withdraw { .. }
            | Self::Wait { .. } => None,
        }
    }

    /// The number of the message it is about, where it is about one.
    pub const fn names_message(&mut self) -> Option<&mut u32> {
        match self {
            Self::Reply { to, .. } | Self::React { to } => Some(to),
            Self::Message { about, .. } => about.as_mut(),
            Self::Boost { message } | Self::Correct { message, .. } | Self::Withdraw { message } => {
                Some(message)
            }
            Self::Post { .. }
            | Self::Connect { .. }
            | Self::Accept { .. }
            | Self::Decline { .. }
            | Self::Listen { .. }
            | Self::Wait { .. } => None,
        }
    }

    /// The verb, for screens and messages.
    pub const fn verb(&self) -> &'static str {
        match self {
            Self::Post { .. } => "post",
            Self::Reply { .. } => "reply",
            Self::React { .. } => "react",
            Self::Connect { .. } => "connect",
            Self::Accept { .. } => "accept",
            Self::Decline { .. } => "decline",
            Self::Message { .. } => "message",
            Self::Listen { .. } => "listen",
            Self::Boost { .. } => "boost",
            Self::Correct { .. } => "correct",
            Self::Withdraw { .. } => "withdraw",
            Self::Wait { .. } => "wait",
        }
    }
}
