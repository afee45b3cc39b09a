//! Law of remarks: which thing about a post somebody speaks of, when they speak.

use crate::appraisal::{Appraisal, Dimension, Verdict};
use crate::sim::message::Remark;

use super::reading::Reading;

/// What a reader would say of a post: the sharpest fault first, then what it gave them.
pub fn choose(reading: &Reading, words: &Appraisal, solemn: bool) -> Remark {
    let score = |dimension| words.score(dimension);
    let doubtful = words
        .claims
        .iter()
        .any(|c| matches!(c.verdict, Verdict::Contradicted(_) | Verdict::SaidOtherwise(_)));
    if solemn && score(Dimension::Promo) > 0.3 {
        Remark::Tactless
    } else if words.is_unsure() {
        Remark::Puzzled
    } else if score(Dimension::Press) > 0.5 || score(Dimension::Bait) > 0.4 {
        Remark::Pushed
    } else if reading.selling > 0.3 || score(Dimension::Promo) > 0.45 {
        Remark::Advert
    } else if score(Dimension::Canned) > 0.5 {
        Remark::Again
    } else if score(Dimension::RoomFit) < 0.35 {
        Remark::Misplaced
    } else if doubtful && reading.authenticity < 0.5 {
        Remark::Doubt
    } else if score(Dimension::Invite) > 0.5 {
        Remark::Answer
    } else if score(Dimension::Story) >= score(Dimension::Useful) && score(Dimension::Story) > 0.4 {
        Remark::Story
    } else if score(Dimension::Useful) > 0.4 {
        Remark::Useful
    } else {
        Remark::Liked
    }
}
