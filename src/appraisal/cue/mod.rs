//! The rules, one small file for each dimension.

pub(super) mod canned;
pub(super) mod empathy;
pub(super) mod form;
pub(super) mod human;
pub(super) mod info;
pub(super) mod invite;
pub(super) mod press;
pub(super) mod promo;
mod remedy;
pub(super) mod roomfit;
pub(super) mod spec;
pub(super) mod story;
pub(super) mod to_the_point;
pub(super) mod tone;
pub(super) mod truth;
pub(super) mod useful;
pub(super) mod visual;
