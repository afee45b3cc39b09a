//! What the measuring examples share.

pub mod data;
pub mod fit;
pub mod measure;
pub mod robust;
pub mod speed;
