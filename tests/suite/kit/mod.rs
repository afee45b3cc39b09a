//! What several tests share.

pub(crate) mod play;
pub(crate) mod screen;
pub(crate) mod shot;
