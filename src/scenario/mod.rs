//! RON to a checked `Scenario`, or every fault at once with its place and a suggestion.

pub mod art;
mod beats;
mod border;
mod check;
mod crowd;
mod desk;
mod disk;
mod fault;
mod fit;
pub mod format;
pub mod goal;
mod include;
mod load;
mod outline;
mod render;
mod room_format;
mod rooms;
mod schema;
mod shipped;
mod suggest;
mod teaching;
mod teaching_schema;
mod typed;

pub use crowd::CrowdPlan;
pub use disk::Unread;
pub use fault::Fault;
pub use load::{
    Checked, Exemplar, Moment, Scenario, Sources, Unusable, check_scenario, lints, load, read_scenario,
};
pub use render::render;
pub use rooms::{RoomFile, SHIPPED as SHIPPED_ROOMS, read_room};
pub use shipped::{TEMPLATE, shipped};
