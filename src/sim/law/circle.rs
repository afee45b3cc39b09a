//! Law of circles: where people mingle, they stand in circles of conversation that form and dissolve.

use crate::sim::clock::Minute;
use crate::sim::dice::Purpose;
use crate::sim::id::{PersonId, RoomId};
use crate::sim::world::World;

/// Somebody joins the circle of a person they know this strongly.
const DRAWN: f32 = 0.15;
/// Circles in a room of any size (a choice: what one can walk past).
pub const CIRCLES: u64 = 6;

/// The circle in which a person stands in this room at this time, 0..CIRCLES. People who know each other draw each other
/// along: a person follows whoever among those they listen to has the strongest pull of the hour.
pub fn circle(world: &World, room: RoomId, person: PersonId) -> u64 {
    let mingles = world.setup.room(room).mingles;
    if mingles == 0 {
        return 0;
    }
    let round = Minute(world.now.0 / mingles * mingles);
    let throw = world.dice().throw(Purpose::Mingle, round);
    let pull = |id: PersonId| throw.lend(world.setup.person(id).label, u64::from(room.0));
    let ties = world.setup.ties.of(person).iter().filter(|tie| tie.room == room && tie.strength >= DRAWN);
    let anchor = ties.map(|tie| pull(tie.to)).fold(pull(person), f64::max);
    // The digits after those that made the pull the strongest choose the circle.
    (anchor * 1e6) as u64 % CIRCLES
}

/// Whether two people stand in one circle, or the room has none.
pub fn together(world: &World, room: RoomId, one: PersonId, other: PersonId) -> bool {
    world.setup.room(room).mingles == 0 || circle(world, room, one) == circle(world, room, other)
}
