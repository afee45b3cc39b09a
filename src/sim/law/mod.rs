//! The laws of human reaction, one file each: pure, they look at the world and propose events.

pub mod address;
pub mod answer;
pub mod beat;
pub mod circle;
pub mod coming;
pub mod connect;
pub mod decide;
pub mod discover;
pub mod feed;
pub mod feel;
pub mod flat;
pub mod guest;
pub mod introduce;
pub mod keep;
pub mod lift;
pub mod reading;
pub mod remark;
pub mod storm;
pub mod talk;
pub mod tell;
pub mod trade;
pub mod utter;
pub mod wait;
pub mod watch;
