//! What the brand does, checked and with its words read: the only way in which play reaches the world.

use super::id::{MessageId, PersonId, RoomId};
use super::message::Said;

/// A deed of the brand.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Say something to a room.
    Post { room: RoomId, said: Said },
    /// Answer a message, where it was said.
    Reply { to: MessageId, said: Said },
    /// A nod to a message.
    React { to: MessageId },
    /// Ask a person to connect.
    Connect { person: PersonId, room: RoomId, said: Said },
    /// Accept a request.
    Accept { person: PersonId, room: RoomId },
    /// Decline a request.
    Decline { person: PersonId, room: RoomId },
    /// Say something to a person alone; `about` is the message it takes outside.
    Private { person: PersonId, room: RoomId, about: Option<MessageId>, said: Said },
    /// Read a person's page.
    Listen { person: PersonId },
    /// Pay for reach.
    Boost { message: MessageId },
    /// Correct a message in the open.
    Correct { message: MessageId, said: Said },
    /// Take a message back.
    Withdraw { message: MessageId },
}
