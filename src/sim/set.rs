//! Small sets of rooms, offers and topics as bits, so that a person fits into a few cache lines.

use super::id::{OfferId, RoomId};
use super::person::Topic;

macro_rules! set {
    ($(#[$doc:meta])* $name:ident of $item:ty, $to:expr, $from:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
        pub struct $name(u64);

        impl $name {
            /// Sixty-four different things fit; what lies beyond shares the last place.
            const fn bit(item: $item) -> u64 {
                let place: u64 = $to(item);
                1 << if place < 64 { place } else { 63 }
            }

            /// Puts a thing in.
            pub const fn insert(&mut self, item: $item) {
                self.0 |= Self::bit(item);
            }

            /// Whether it is in.
            pub const fn contains(self, item: $item) -> bool {
                self.0 & Self::bit(item) != 0
            }

            /// Whether the two share anything.
            pub const fn touches(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }

            /// Whether nothing is in.
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// How many are in.
            pub const fn len(self) -> usize {
                self.0.count_ones() as usize
            }

            /// Those that are in, lowest first.
            pub fn iter(self) -> impl Iterator<Item = $item> {
                (0..64_u64).filter(move |place| self.0 & (1 << place) != 0).map($from)
            }
        }

        impl FromIterator<$item> for $name {
            fn from_iter<I: IntoIterator<Item = $item>>(items: I) -> Self {
                let mut set = Self::default();
                items.into_iter().for_each(|item| set.insert(item));
                set
            }
        }
    };
}

const fn room_place(room: RoomId) -> u64 {
    room.0 as u64
}

const fn offer_place(offer: OfferId) -> u64 {
    offer.0 as u64
}

const fn topic_place(topic: Topic) -> u64 {
    topic as u64
}

set!(
    /// Some of the rooms.
    Rooms of RoomId, room_place, |place| RoomId(place as u32)
);
set!(
    /// Some of the brand's offers.
    Offers of OfferId, offer_place, |place| OfferId(place as u32)
);
set!(
    /// Some of the topics.
    Topics of Topic, topic_place, |place| place as Topic
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in() {
        let topics: Topics = [3, 0, 3, 63].into_iter().collect();
        assert_eq!(topics.iter().collect::<Vec<_>>(), [0, 3, 63]);
        assert_eq!((topics.len(), topics.contains(3), topics.contains(4)), (3, true, false));
        assert!(topics.touches([63].into_iter().collect()) && !topics.touches(Topics::default()));
        assert!(Rooms::default().is_empty());
    }
}
