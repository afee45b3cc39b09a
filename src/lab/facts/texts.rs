//! What the brand of the suite says: real texts from a data file, read once for each room.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex};

use serde::Deserialize;

use crate::appraisal::{Ask, Context, Deed, Heard, Shape, appraise};
use crate::scenario::{Scenario, load, shipped};
use crate::sim::message::Said;
use crate::sim::room::Room;
use crate::sim::{PhotoId, Setup};
use crate::speech::topic;

/// The texts as the data file gives them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    posts: BTreeMap<String, Vec<String>>,
    questions: Vec<String>,
    failures: Vec<String>,
    talk: String,
    praise: String,
    more: Vec<String>,
    canned: Vec<String>,
    grid: BTreeMap<String, Vec<String>>,
}

static TEXTS: LazyLock<Texts> = LazyLock::new(|| {
    ron::from_str(include_str!("../../../assets/facts/texts.ron")).expect("a test reads the shipped texts")
});

/// The brand of the suite: that of the first shipped scenario, with its sheet, offers, wants, questions and failures.
pub(super) fn brand() -> &'static Scenario {
    static BRAND: LazyLock<Scenario> = LazyLock::new(|| {
        let (name, source) = shipped()[0];
        load(name, source, None).expect("a test loads the shipped scenarios")
    });
    &BRAND
}

/// All texts as one room reads them.
#[derive(Clone, Debug)]
pub(super) struct Voice {
    /// Posts by set.
    pub posts: BTreeMap<&'static str, Vec<Said>>,
    /// Answers to each question.
    pub questions: Vec<Said>,
    /// Answers to each failure.
    pub failures: Vec<Said>,
    /// Said to those who answer the brand's own question.
    pub talk: Said,
    /// Said to praise.
    pub praise: Said,
    /// Further words to a complaint.
    pub more: Vec<Said>,
    /// Templates.
    pub canned: Vec<Said>,
    /// Answers to the first failure by style: tailored or canned, formal or informal.
    pub grid: BTreeMap<&'static str, Vec<Said>>,
}

/// The texts as this room reads them; read once.
pub(super) fn voice(room: &Room) -> Arc<Voice> {
    static READ: Mutex<BTreeMap<String, Arc<Voice>>> = Mutex::new(BTreeMap::new());
    let mut read = READ.lock().expect("no thread stops while texts are read");
    let voice = read.entry(room.name().to_owned()).or_insert_with(|| Arc::new(read_all(room)));
    Arc::clone(voice)
}

fn read_all(room: &Room) -> Voice {
    let base = &brand().base;
    let post = |text: &String| say(base, room, text, None);
    let ask = |at: usize| {
        let question = &base.questions[at];
        heard(Ask::Question, &question.texts[0], &question.facts, &question.trouble)
    };
    let fail = |at: usize| {
        let failure = &base.failures[at];
        heard(Ask::Complaint, &failure.texts[0], &[], &failure.trouble)
    };
    let talk = heard(Ask::Talk, "Ours has toast first and then complains about the toast.", &[], &[]);
    let praise = heard(Ask::Praise, "Best bun I have had in years, thank you.", &[], &[]);
    let answer = |text: &String, heard: &Heard| say(base, room, text, Some(heard));
    Voice {
        posts: TEXTS
            .posts
            .iter()
            .map(|(set, texts)| (set.as_str(), texts.iter().map(post).collect()))
            .collect(),
        questions: TEXTS.questions.iter().enumerate().map(|(at, text)| answer(text, &ask(at))).collect(),
        failures: TEXTS.failures.iter().enumerate().map(|(at, text)| answer(text, &fail(at))).collect(),
        talk: answer(&TEXTS.talk, &talk),
        praise: answer(&TEXTS.praise, &praise),
        more: TEXTS.more.iter().map(|text| answer(text, &fail(0))).collect(),
        canned: TEXTS.canned.iter().map(|text| answer(text, &fail(1))).collect(),
        grid: TEXTS
            .grid
            .iter()
            .map(|(style, texts)| (style.as_str(), texts.iter().map(|text| answer(text, &fail(1))).collect()))
            .collect(),
    }
}

fn heard(kind: Ask, text: &str, answers: &[usize], trouble: &[String]) -> Heard {
    Heard {
        from: "Ela".to_owned(),
        kind: Some(kind),
        text: text.to_owned(),
        answers: answers.to_vec(),
        trouble: trouble.to_vec(),
        told: Vec::new(),
    }
}

/// The words read in a room; where a picture is needed to fit in, each post has one of the brand's.
fn say(base: &Setup, room: &Room, text: &str, heard: Option<&Heard>) -> Said {
    let photos = &base.brand.photos;
    let shown = (heard.is_none() && room.norms.picture_needed).then(|| text.len() % photos.len().min(6));
    let picture = shown.map(|at| &photos[at].picture);
    let deed = if heard.is_some() { Deed::Reply } else { Deed::Post };
    let context = Context { norms: &room.norms, brand: &base.brand.sheet, deed, heard, picture, before: &[] };
    Said {
        text: text.to_owned(),
        appraisal: appraise(text, &context),
        topics: topic::of(text),
        photo: shown.map(PhotoId::at),
        shape: Shape::of(text),
    }
}
