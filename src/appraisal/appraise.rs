//! The one way in: reads a text in its context, rule by rule, and adds up what the rules found.

use super::reader::{Notes, Reader};
use super::{Appraisal, Context, Dimension, cue, english, promise};

/// Reads a text. Each score is exactly [`base`] plus the weights of its cues, clamped to 0..1.
pub fn appraise(text: &str, context: &Context<'_>) -> Appraisal {
    let reader = Reader::new(text, context);
    let mut notes = Notes::default();
    promise::read(&reader, &mut notes);
    // Truth comes first: later rules ask which facts the text states.
    cue::truth::read(&reader, &mut notes);
    cue::promo::read(&reader, &mut notes);
    cue::press::read(&reader, &mut notes);
    cue::human::read(&reader, &mut notes);
    cue::form::read(&reader, &mut notes);
    cue::roomfit::read(&reader, &mut notes);
    cue::spec::read(&reader, &mut notes);
    cue::useful::read(&reader, &mut notes);
    cue::story::read(&reader, &mut notes);
    cue::invite::read(&reader, &mut notes);
    cue::info::read(&reader, &mut notes);
    cue::empathy::read(&reader, &mut notes);
    cue::to_the_point::read(&reader, &mut notes);
    cue::canned::read(&reader, &mut notes);
    cue::tone::read(&reader, &mut notes);
    cue::visual::read(&reader, &mut notes);
    let sure = english::read(&reader, &mut notes);
    notes.finish(sure)
}

/// Where a dimension stands before any cue, 0..1.
pub const fn base(dimension: Dimension) -> f64 {
    match dimension {
        Dimension::Form | Dimension::Valence => 0.5,
        Dimension::RoomFit => 1.0,
        Dimension::Truth => 0.6,
        Dimension::Promo
        | Dimension::Press
        | Dimension::Bait
        | Dimension::Human
        | Dimension::Spec
        | Dimension::Useful
        | Dimension::Story
        | Dimension::Invite
        | Dimension::Info
        | Dimension::Empathy
        | Dimension::ToThePoint
        | Dimension::Canned
        | Dimension::Arousal
        | Dimension::Visual => 0.0,
    }
}
