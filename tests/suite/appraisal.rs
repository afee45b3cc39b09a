//! Texts in, readings out: labelled cases by dimension, and the tricks that must not work.

use mingle::appraisal::{Appraisal, Ask, Dimension, Due, Picture};
use proptest::prelude::*;
use serde::Deserialize;

use crate::kit::reading::Setting;

/// One labelled text.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Case {
    text: String,
    room: String,
    /// What is answered, with its kind before a colon: `question: When do you open?`
    heard: String,
    answers: Vec<usize>,
    told: Vec<String>,
    before: Vec<String>,
    /// Tags of a picture, then its description.
    picture: Option<(Vec<String>, String)>,
    /// A text that must score lower on every dimension in `at_least`, or higher on every one in `at_most`.
    beats: Option<String>,
    at_least: Vec<(String, f64)>,
    at_most: Vec<(String, f64)>,
}

impl Default for Case {
    fn default() -> Self {
        Self {
            text: String::new(),
            room: "klatch".to_owned(),
            heard: String::new(),
            answers: Vec::new(),
            told: Vec::new(),
            before: Vec::new(),
            picture: None,
            beats: None,
            at_least: Vec::new(),
            at_most: Vec::new(),
        }
    }
}

impl Case {
    fn setting(&self) -> Setting {
        let heard = self.heard.split_once(": ").map(|(kind, text)| (ask(kind), text.to_owned()));
        let picture = self.picture.clone().map(|(tags, description)| Picture {
            tags,
            description,
            days_since_shown: None,
        });
        Setting {
            room: self.room.clone(),
            heard,
            answers: self.answers.clone(),
            told: self.told.clone(),
            picture,
            before: self.before.clone(),
        }
    }
}

fn ask(kind: &str) -> Ask {
    match kind {
        "question" => Ask::Question,
        "complaint" => Ask::Complaint,
        "praise" => Ask::Praise,
        "request" => Ask::Request,
        "good" => Ask::GoodNews,
        "sad" => Ask::SadNews,
        "talk" => Ask::Talk,
        other => panic!("no such kind: {other}"),
    }
}

fn dimension(name: &str) -> Dimension {
    Dimension::ALL
        .into_iter()
        .find(|dimension| dimension.name() == name)
        .unwrap_or_else(|| panic!("no such dimension: {name}"))
}

fn cases() -> Vec<Case> {
    ron::from_str(include_str!("../cases/appraisal.ron")).expect("the cases are valid RON")
}

/// The score is the constant plus the cues, and every span lies on characters inside the text.
fn check_whole(text: &str, reading: &Appraisal) {
    for dimension in Dimension::ALL {
        let sum: f64 =
            dimension.base() + reading.cues_of(dimension).iter().map(|cue| cue.weight).sum::<f64>();
        let score = reading.score(dimension);
        assert!(
            (score - sum.clamp(0.0, 1.0)).abs() < 1e-9,
            "{}: {score} is not {sum} in {text:?}",
            dimension.name()
        );
    }
    let spans = reading.cues.iter().map(|cue| &cue.span);
    let spans = spans.chain(reading.claims.iter().map(|claim| &claim.span));
    for span in spans.chain(reading.promises.iter().map(|(span, _)| span)) {
        assert!(text.get(span.clone()).is_some(), "{span:?} is not in {text:?}");
    }
    assert!((0.0..=1.0).contains(&reading.sure));
}

#[test]
fn labelled_texts_read_as_labelled() {
    let mut faults = Vec::new();
    for case in cases() {
        let setting = case.setting();
        let reading = setting.read(&case.text);
        check_whole(&case.text, &reading);
        let other = case.beats.as_ref().map(|other| setting.read(other));
        for (bounds, sign) in [(&case.at_least, 1.0), (&case.at_most, -1.0)] {
            for (name, bound) in bounds {
                let score = reading.score(dimension(name));
                let beaten =
                    other.as_ref().is_none_or(|other| sign * (score - other.score(dimension(name))) > 0.0);
                if sign * (score - bound) < 0.0 || !beaten {
                    let cues: Vec<String> = reading
                        .cues_of(dimension(name))
                        .iter()
                        .map(|cue| format!("{} {:+.2}", cue.rule, cue.weight))
                        .collect();
                    faults.push(format!(
                        "{name} {score:.2} (bound {bound}, beaten {beaten}): {}\n    {cues:?}",
                        case.text
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_dimension_has_ten_cases() {
    for dimension in Dimension::ALL {
        let count: usize = cases()
            .iter()
            .map(|case| {
                case.at_least.iter().chain(&case.at_most).filter(|(name, _)| name == dimension.name()).count()
            })
            .sum();
        assert!(count >= 10, "{} has {count}", dimension.name());
    }
}

/// Every `!` may press, stir and chum up; it must gain nothing else.
#[test]
fn exclamation_marks_gain_nothing() {
    for case in cases() {
        let setting = case.setting();
        let (plain, loud) = (setting.read(&case.text), setting.read(&format!("{}!!!", case.text)));
        for dimension in Dimension::ALL.into_iter().filter(|dimension| *dimension != Dimension::Press) {
            let gain = loud.score(dimension) - plain.score(dimension);
            assert!(gain <= 0.02, "{} up by {gain:.2}: {}", dimension.name(), case.text);
        }
    }
}

#[test]
fn adding_you_gains_nothing() {
    for case in cases() {
        let setting = case.setting();
        let (plain, more) = (setting.read(&case.text), setting.read(&format!("{} you", case.text)));
        for dimension in
            [Dimension::Human, Dimension::Empathy, Dimension::Invite, Dimension::ToThePoint, Dimension::Spec]
        {
            let gain = more.score(dimension) - plain.score(dimension);
            assert!(gain <= 0.02, "{} up by {gain:.2}: {}", dimension.name(), case.text);
        }
    }
}

#[test]
fn a_name_in_a_template_leaves_it_canned() {
    let heard = Some((Ask::Complaint, "The loaf I bought on Saturday was raw in the middle.".to_owned()));
    let setting = Setting { heard, ..Setting::default() };
    let reading = setting.read(
        "Hi Anna, thank you for reaching out! We're sorry for any inconvenience this may have caused. \
         Your feedback is important to us. Please contact our customer service team.",
    );
    assert!(reading.score(Dimension::Canned) >= 0.6, "{}", reading.score(Dimension::Canned));
    assert!(reading.score(Dimension::Empathy) <= 0.1);
}

#[test]
fn a_word_salad_is_no_message() {
    let salad =
        "honest family sorry love community thanks care kind warm real friends happy grateful personal story";
    let reading = Setting::default().read(salad);
    assert!(reading.score(Dimension::RoomFit) <= 0.3);
    assert!(reading.is_unsure());
    assert!(reading.cues.iter().any(|cue| cue.rule == "word-salad"));
}

/// Authenticity for a neutral stranger (MODEL B.5 with s = T = .5, no unanswered complaints, F = .5).
fn authenticity(reading: &Appraisal, formality: f64) -> f64 {
    let score = |dimension| reading.score(dimension);
    let norm = formality + 0.30 * 0.5 - 0.05;
    let fit = score(Dimension::RoomFit) * (1.0 - (score(Dimension::Form) - norm).abs() / 0.5).max(0.0);
    let selling = score(Dimension::Promo) * 1.0 * 0.75;
    let chum = 0.25 * score(Dimension::Canned) * (0.55 - score(Dimension::Form)).max(0.0) / 0.55;
    (0.05
        + 0.30 * score(Dimension::Truth)
        + 0.20 * score(Dimension::Human)
        + 0.20 * fit
        + 0.15 * score(Dimension::Spec)
        + 0.15 * (1.0 - score(Dimension::Canned))
        - 0.30 * selling
        - chum)
        .clamp(0.0, 1.0)
}

#[test]
fn the_sheet_read_aloud_is_less_than_one_plain_true_sentence() {
    let setting = Setting { room: "klatch".to_owned(), ..Setting::default() };
    let sheet: Vec<String> = crate::kit::reading::bakery().facts.into_iter().map(|fact| fact.text).collect();
    let pasted = authenticity(&setting.read(&sheet.join(" ")), 0.35);
    let plain = authenticity(
        &setting.read("I took the last bake out at two and Mabel had already gone to sleep."),
        0.35,
    );
    assert!(pasted < plain, "{pasted:.2} against {plain:.2}");
}

#[test]
fn a_price_that_was_asked_for_does_not_sell() {
    let heard = Some((Ask::Question, "How much is a white loaf?".to_owned()));
    let asked = Setting { heard, ..Setting::default() };
    let text = "It's £3.50 for the white loaf, Anna.";
    assert!(asked.read(text).score(Dimension::Promo) < 1e-9);
    assert!(Setting::default().read(text).score(Dimension::Promo) > 0.1);
}

#[test]
fn promises_are_heard_with_their_time() {
    for (text, due) in [
        ("I'll find out and tell you by noon.", Some(Due::At(720))),
        ("We'll let you know tomorrow.", Some(Due::Tomorrow)),
        ("I'll message you.", None),
        ("Back to you within the hour.", Some(Due::In(60))),
        ("I'll ask Orla and get back to you by 3pm.", Some(Due::At(900))),
        ("I'll check and let you know in an hour.", Some(Due::In(60))),
        ("I'll ring you in half an hour.", Some(Due::In(30))),
        ("I'll send it in 20 minutes.", Some(Due::In(20))),
        ("We'll update you tonight.", Some(Due::At(1260))),
        ("I will check before 9:30 and reply here.", Some(Due::At(570))),
    ] {
        let promises = Setting::default().read(text).promises;
        assert_eq!(promises.len(), 1, "{text}");
        assert_eq!(promises[0].1, due, "{text}");
    }
    for text in ["I'll never tell.", "Will you let us know?", "We bake bread.", "Let us know tomorrow."] {
        assert_eq!(Setting::default().read(text).promises, [], "{text}");
    }
}

#[test]
fn unsure_is_said() {
    for text in ["", "Nice one", "🍞🍞🍞", "Heute gibt es frisches Brot und leckere Kuchen für alle Freunde"]
    {
        assert!(Setting::default().read(text).is_unsure(), "{text}");
    }
    assert!(
        !Setting::default()
            .read("The last bake came out at two and it was the best of the week.")
            .is_unsure()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn any_text_is_read_twice_alike(text in "\\PC{0,120}|[a-z '£7#@.!?\n]{0,200}", heard in "\\PC{0,60}") {
        let setting = Setting {
            heard: Some((Ask::Complaint, heard)),
            before: vec![text.clone()],
            ..Setting::default()
        };
        let reading = setting.read(&text);
        check_whole(&text, &reading);
        prop_assert_eq!(reading, setting.read(&text));
    }
}
