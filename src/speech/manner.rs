//! Lines beside the five sheets of voices: some for anybody, some for one voice, and answers by topic.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::sim::message::{Followup, Remark};
use crate::sim::person::{Topic, Voice};

use super::topic;

/// Lines by what is meant; a kind that is missing has none.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Own {
    pub(super) liked: Vec<String>,
    pub(super) story: Vec<String>,
    pub(super) answer: Vec<String>,
    pub(super) useful: Vec<String>,
    pub(super) advert: Vec<String>,
    pub(super) pushed: Vec<String>,
    pub(super) again: Vec<String>,
    pub(super) misplaced: Vec<String>,
    pub(super) doubt: Vec<String>,
    pub(super) puzzled: Vec<String>,
    pub(super) tactless: Vec<String>,
    pub(super) helped: Vec<String>,
    pub(super) touched: Vec<String>,
    pub(super) missed: Vec<String>,
    pub(super) canned: Vec<String>,
    pub(super) late: Vec<String>,
    pub(super) promised: Vec<String>,
    pub(super) welcome: Vec<String>,
    pub(super) unwelcome: Vec<String>,
    /// Answers that fit any talk among people.
    pub(super) chime: Vec<String>,
    /// Remarks on a picture that was bought and not taken.
    pub(super) picture: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheets {
    any: Own,
    terse: Own,
    formal: Own,
    teenage: Own,
    elderly: Own,
    non_native: Own,
    anxious: Own,
    warm: Own,
    teasing: Own,
    /// What stands before an answer to the brand's question.
    heads: Vec<String>,
    /// Answers by the id of the topic that was asked about.
    answers: BTreeMap<String, Vec<String>>,
}

static SHEETS: LazyLock<Sheets> = LazyLock::new(|| {
    ron::from_str(include_str!("../../assets/phrases/voices.ron"))
        .expect("the lines of voices are checked by a test")
});

/// By topic, answers that begin with one of the heads.
static ANSWERS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let heads = format!("[{}]", SHEETS.heads.join("|"));
    let lines = |id: &str| SHEETS.answers.get(id).map(Vec::as_slice).unwrap_or_default();
    let answer = |line: &String| format!("{heads} {line}");
    topic::ids().into_iter().map(|id| lines(id).iter().map(answer).collect()).collect()
});

/// Lines for anybody.
pub(super) fn any() -> &'static Own {
    &SHEETS.any
}

/// Lines of a voice that has some of its own here.
pub(super) fn of(voice: Voice) -> Option<&'static Own> {
    let sheets: &'static Sheets = &SHEETS;
    match voice {
        Voice::Plain | Voice::Chatty | Voice::Dry | Voice::Courteous | Voice::Brisk => None,
        Voice::Terse => Some(&sheets.terse),
        Voice::Formal => Some(&sheets.formal),
        Voice::Teenage => Some(&sheets.teenage),
        Voice::Elderly => Some(&sheets.elderly),
        Voice::NonNative => Some(&sheets.non_native),
        Voice::Anxious => Some(&sheets.anxious),
        Voice::Warm => Some(&sheets.warm),
        Voice::Teasing => Some(&sheets.teasing),
    }
}

/// Answers to a question about a topic.
pub(super) fn answers(topic: Topic) -> &'static [String] {
    ANSWERS.get(usize::from(topic)).map(Vec::as_slice).unwrap_or_default()
}

impl Own {
    /// Remarks of a kind.
    pub(super) fn remark(&self, kind: Remark) -> &[String] {
        match kind {
            Remark::Liked => &self.liked,
            Remark::Story => &self.story,
            Remark::Answer => &self.answer,
            Remark::Useful => &self.useful,
            Remark::Advert => &self.advert,
            Remark::Pushed => &self.pushed,
            Remark::Again => &self.again,
            Remark::Misplaced => &self.misplaced,
            Remark::Doubt => &self.doubt,
            Remark::Puzzled => &self.puzzled,
            Remark::Tactless => &self.tactless,
        }
    }

    /// Answers of a kind to an answer of the brand.
    pub(super) fn followup(&self, kind: Followup) -> &[String] {
        match kind {
            Followup::Helped => &self.helped,
            Followup::Touched => &self.touched,
            Followup::Missed => &self.missed,
            Followup::Canned => &self.canned,
            Followup::Late => &self.late,
            Followup::Promised => &self.promised,
            Followup::Welcome => &self.welcome,
            Followup::Unwelcome => &self.unwelcome,
        }
    }
}
