//! What the measuring examples share.

pub mod data;
pub mod fit;
pub mod measure;
