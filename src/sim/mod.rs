//! People, rooms, bonds and laws: turns a deed of the brand into events, and lets time pass.
//!
//! Invariant: laws propose, only `apply` changes the world; no files, clocks, terminal or serde here.

pub mod apply;
pub mod audience;
pub mod bond;
pub mod brand;
pub mod clock;
pub mod crowd;
pub mod day;
pub mod deed;
pub mod dice;
mod echo;
pub mod event;
mod happen;
pub mod id;
pub mod later;
pub mod law;
pub mod measure;
pub mod message;
pub mod perform;
pub mod person;
pub mod promise;
pub mod reason;
pub mod room;
mod say;
pub mod set;
pub mod setup;
pub mod step;
pub mod tally;
pub mod ties;
pub mod web;
pub mod world;

pub use clock::Minute;
pub use id::{BeatId, EventId, MessageId, OfferId, PersonId, PhotoId, PromiseId, RoomId};
pub use setup::Setup;
pub use world::World;
