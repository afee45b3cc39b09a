//! Law of form: what the outward form of a post does to reactions, as published for each room (MODEL rows 15 to 17).

use crate::sim::message::Said;
use crate::sim::room::Lifts;

/// All lifts together stay within these limits (MODEL B.6).
const LIMITS: (f64, f64) = (0.5, 2.0);
/// Letters a word of usual prose, and what a letter more takes away, within limits (row 17 gives the direction only).
const USUAL_WORD: f64 = 4.6;
const HARD: (f64, f64) = (0.08, 0.15);

/// The factor on likes, comments and shares of a post by its form.
pub fn lift(said: &Said, lifts: &Lifts) -> f64 {
    let shape = &said.shape;
    let one = |applies: bool, lift: f64| if applies { 1.0 + lift } else { 1.0 };
    let (most, some, beyond) = lifts.hashtags;
    let tags = if shape.hashtags > most { 1.0 + beyond } else { one(shape.hashtags > 0, some) };
    let face = said.appraisal.cues.iter().any(|cue| cue.rule == "face");
    let hard = (HARD.0 * (shape.letters - USUAL_WORD)).clamp(-HARD.1, HARD.1);
    let all = one(shape.chars <= lifts.short.0, lifts.short.1)
        * tags
        * one(said.photo.is_some(), lifts.photo)
        * one(said.photo.is_some() && face, lifts.face)
        * one(shape.number, lifts.number)
        * one(shape.quote, lifts.quote)
        * (1.0 - hard);
    all.clamp(LIMITS.0, LIMITS.1)
}
