//! The laws of human reaction, one file each: pure, they look at the world and propose events.

pub mod reading;
