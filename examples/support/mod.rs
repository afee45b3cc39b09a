//! What the measuring examples share.

pub(crate) mod data;
pub(crate) mod descend;
pub(crate) mod fit;
pub(crate) mod measure;
pub(crate) mod robust;
pub(crate) mod rows;
pub(crate) mod speed;
