//! Why a move is not possible now; a refusal costs nothing.

use thiserror::Error;

/// A refusal, in words for the player.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The story is over.
    #[error("The story is over.")]
    Over,
    /// Nobody is at work.
    #[error("Nobody is at work now. The day begins at {opens}; wait until then.")]
    Closed {
        /// When work begins, as `08:00`.
        opens: String,
    },
    /// No such room.
    #[error("There is no room called \"{name}\" here. Rooms: {rooms}.")]
    NoRoom {
        /// What was named.
        name: String,
        /// What there is.
        rooms: String,
    },
    /// No such person.
    #[error("There is nobody called \"{name}\" here.")]
    NoPerson {
        /// What was named.
        name: String,
    },
    /// No such message.
    #[error("There is no message {number}.")]
    NoMessage {
        /// What was named.
        number: u32,
    },
    /// No such picture.
    #[error("There is no picture called \"{name}\". Pictures: {photos}.")]
    NoPhoto {
        /// What was named.
        name: String,
        /// What there is.
        photos: String,
    },
    /// The message it is about was not said in this story.
    #[error("Nobody said that here.")]
    Unsaid,
    /// Nothing was written.
    #[error("There is nothing written yet.")]
    Empty,
    /// Too long for the room.
    #[error("That is {length} characters; the {room} takes {limit}.")]
    TooLong {
        /// Length in graphemes.
        length: usize,
        /// Most graphemes.
        limit: usize,
        /// Where.
        room: String,
    },
    /// The room wants a picture.
    #[error("The {room} is about pictures: choose one to go with your words.")]
    NoPicture {
        /// Where.
        room: String,
    },
    /// One's own message.
    #[error("That message is your own.")]
    Own,
    /// Somebody else's message.
    #[error("That message is not yours.")]
    NotYours,
    /// Taken back already.
    #[error("That message was taken back.")]
    TakenBack,
    /// Done already.
    #[error("That is done already.")]
    Done,
    /// No request.
    #[error("{name} has no request waiting.")]
    NoRequest {
        /// Who.
        name: String,
    },
    /// A room without requests.
    #[error("{name} is not in a room where people connect.")]
    CannotConnect {
        /// Who.
        name: String,
    },
    /// A stranger.
    #[error(
        "You have never spoken with {name}; a private message out of nowhere would be odd. Answer them in the room first."
    )]
    Stranger {
        /// Who.
        name: String,
    },
    /// Nothing to wait for.
    #[error("Waiting takes at least a minute.")]
    NoTime,
}
