//! Pieces that screens are put together from.

pub(crate) mod bar;
pub(crate) mod feed;
pub(crate) mod message;
pub(crate) mod page;
pub(crate) mod photo;
pub(crate) mod side;
