//! Adverts: the scenario's own bad example of a post, or one made of what the brand sells.

use crate::game::Sitting;
use crate::scenario::Moment;
use crate::sim::RoomId;

use super::phrase::{of_brand, phrases};
use super::pick::Text;

/// The advert for a room: its words are the same in every room, the picture is the room's.
pub(super) fn advert(sitting: &Sitting, room: RoomId) -> Text {
    let bad = || sitting.scenario().exemplars.iter().filter(|exemplar| !exemplar.good);
    let here = bad().find(|e| matches!(e.moment, Moment::Post { room: r, .. } if r == room));
    let any = bad().find(|e| matches!(e.moment, Moment::Post { .. }));
    let text = any.map_or_else(|| of_brand(sitting, &phrases().adverts, 0), |model| model.text.clone());
    Text { text, photo: here.and_then(|model| model.photo) }
}
