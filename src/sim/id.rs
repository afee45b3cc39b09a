//! Names of things in the world as small numbers, one type each, so that they cannot be mixed up.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $letter:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub u32);

        impl $name {
            /// The number as an index.
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The id of the thing at this index.
            pub const fn at(index: usize) -> Self {
                Self(index as u32)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!($letter, "{}"), self.0)
            }
        }
    };
}

id!(
    /// A person, cast or crowd.
    PersonId, "p"
);
id!(
    /// A room.
    RoomId, "r"
);
id!(
    /// A message: post, reply or private.
    MessageId, "m"
);
id!(
    /// An event of the chronicle.
    EventId, "e"
);
id!(
    /// A beat of the scenario.
    BeatId, "b"
);
id!(
    /// A promise the brand made.
    PromiseId, "k"
);
id!(
    /// An offer of the brand.
    OfferId, "o"
);
id!(
    /// A picture of the brand.
    PhotoId, "f"
);
