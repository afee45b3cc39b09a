//! The shapes that `format.rs` gives to files, as tables by which the outline of a file is checked.

/// What a value has to look like.
pub(super) enum Shape {
    /// A text.
    Text,
    /// A whole number from 0.
    Whole,
    /// `true` or `false`.
    Switch,
    /// `[a, b]`
    List(&'static Shape),
    /// `(a, b)`
    Tuple(&'static [Shape]),
    /// A value that may be left out.
    Maybe(&'static Shape),
    /// `(name: a)`
    Form(&'static Form),
    /// One of some words.
    Choice(&'static [Variant]),
}

/// Named values in brackets.
pub(super) struct Form {
    /// What it describes, as in "a person".
    pub(super) what: &'static str,
    /// Its fields.
    pub(super) fields: &'static [Entry],
}

/// A field: its name, its shape and whether it has to be there.
pub(super) struct Entry(pub(super) &'static str, pub(super) Shape, pub(super) bool);

/// A word that may be chosen, and what stands in brackets after it.
pub(super) struct Variant(pub(super) &'static str, pub(super) With);

/// What stands in brackets after a chosen word.
pub(super) enum With {
    /// Nothing.
    Nothing,
    /// Values in this order.
    Items(&'static [Shape]),
    /// Named values.
    Form(&'static Form),
}

use super::teaching_schema as teaching;
use Shape::{Choice, List, Maybe, Switch, Text, Tuple, Whole};

pub(super) const TEXTS: Shape = List(&Text);

/// A scenario file. A file that includes others, or is included, may leave anything to them.
pub(super) static SCENARIO: Form = Form {
    what: "the scenario",
    fields: &[
        Entry("format", Whole, true),
        Entry("include", TEXTS, false),
        Entry("variables", List(&Tuple(&[Text, Text])), false),
        Entry("title", Text, true),
        Entry("summary", Text, true),
        Entry("briefing", Text, true),
        Entry("minutes", Whole, false),
        Entry("goals", List(&Shape::Form(&teaching::GOAL)), false),
        Entry("notes", TEXTS, false),
        Entry("lesson", List(&Shape::Form(&teaching::STEP)), false),
        Entry("expected", List(&Shape::Form(&teaching::EXPECTED)), false),
        Entry("days", Whole, true),
        Entry("staffed", Tuple(&[Text, Text]), true),
        Entry("brand", Shape::Form(&BRAND), true),
        Entry("rooms", TEXTS, true),
        Entry("cast", List(&Shape::Form(&PERSON)), true),
        Entry("crowd", Shape::Form(&CROWD), false),
        Entry("questions", List(&Shape::Form(&QUESTION)), false),
        Entry("failures", List(&Shape::Form(&FAILURE)), false),
        Entry("beats", List(&Shape::Form(&BEAT)), true),
        Entry("stories", List(&Shape::Form(&teaching::STORY)), false),
        Entry("exemplars", List(&Shape::Form(&EXEMPLAR)), false),
    ],
};

static BRAND: Form = Form {
    what: "the brand",
    fields: &[
        Entry("name", Text, true),
        Entry("about", Text, true),
        Entry("voice", Text, true),
        Entry("topics", TEXTS, false),
        Entry("own_words", TEXTS, false),
        Entry("banned", TEXTS, false),
        Entry("facts", List(&Shape::Form(&FACT)), true),
        Entry("false_claims", List(&Shape::Form(&FALSE_CLAIM)), false),
        Entry("photos", List(&Shape::Form(&PHOTO)), false),
        Entry("offers", List(&Shape::Form(&OFFER)), false),
    ],
};

static FACT: Form = Form {
    what: "a fact",
    fields: &[Entry("id", Text, true), Entry("text", Text, true), Entry("keys", TEXTS, false)],
};

static FALSE_CLAIM: Form = Form {
    what: "a false claim",
    fields: &[
        Entry("id", Text, true),
        Entry("text", Text, true),
        Entry("keys", TEXTS, true),
        Entry("truth", Text, true),
    ],
};

static PHOTO: Form = Form {
    what: "a picture",
    fields: &[
        Entry("id", Text, true),
        Entry("description", Text, true),
        Entry("tags", TEXTS, true),
        Entry("file", Maybe(&Text), false),
    ],
};

static OFFER: Form = Form {
    what: "an offer",
    fields: &[
        Entry("id", Text, true),
        Entry("title", Text, true),
        Entry("earns", Whole, true),
        Entry("gives", Whole, true),
    ],
};

static PERSON: Form = Form {
    what: "a person",
    fields: &[
        Entry("id", Text, true),
        Entry("name", Text, true),
        Entry("about", Text, true),
        Entry("work", Text, true),
        Entry("cares", TEXTS, true),
        Entry("want", Text, false),
        Entry("voice", Choice(&VOICES), true),
        Entry("rooms", TEXTS, true),
        Entry("sceptic", Whole, false),
        Entry("interest", Whole, false),
        Entry("trust", Whole, false),
        Entry("warmth", Whole, false),
        Entry("knows", Whole, false),
        Entry("patience", Whole, false),
        Entry("talks", Whole, false),
        Entry("needs", List(&Shape::Form(&NEED)), false),
        Entry("ties", List(&Tuple(&[Text, Whole])), false),
        Entry("lines", List(&Tuple(&[Choice(&teaching::OCCASIONS), Text])), false),
    ],
};

static VOICES: [Variant; 5] = [
    Variant("Plain", With::Nothing),
    Variant("Chatty", With::Nothing),
    Variant("Dry", With::Nothing),
    Variant("Courteous", With::Nothing),
    Variant("Brisk", With::Nothing),
];

static NEED: Form = Form {
    what: "a need",
    fields: &[
        Entry("offer", Text, true),
        Entry("fit", Whole, true),
        Entry("from", Text, true),
        Entry("until", Text, true),
    ],
};

static CROWD: Form = Form {
    what: "the crowd",
    fields: &[
        Entry("people", Whole, true),
        Entry("wants", List(&Shape::Form(&WANT)), false),
        Entry(
            "profile",
            Choice(&[Variant("Training", With::Nothing), Variant("Realistic", With::Nothing)]),
            false,
        ),
    ],
};

static WANT: Form = Form {
    what: "a want of the crowd",
    fields: &[Entry("offer", Text, true), Entry("fit", Whole, true), Entry("chance", Whole, true)],
};

static QUESTION: Form = Form {
    what: "a question of the crowd",
    fields: &[
        Entry("texts", TEXTS, true),
        Entry("rooms", TEXTS, true),
        Entry("answers", TEXTS, false),
        Entry("about", TEXTS, false),
    ],
};

static FAILURE: Form = Form {
    what: "a failure",
    fields: &[
        Entry("texts", TEXTS, true),
        Entry("rooms", TEXTS, true),
        Entry("about", TEXTS, true),
        Entry("heat", Whole, false),
    ],
};

static BEAT: Form = Form {
    what: "a beat",
    fields: &[
        Entry("id", Text, true),
        Entry("when", Choice(&WHEN), true),
        Entry("what", Choice(&WHAT), true),
    ],
};

static WHEN: [Variant; 13] = [
    Variant("At", With::Items(&[Text])),
    Variant("After", With::Items(&[Text, Whole])),
    Variant("Answered", With::Items(&[Text, Whole])),
    Variant("Ignored", With::Items(&[Text])),
    Variant("Trusts", With::Items(&[Text, Whole, Text])),
    Variant("Warms", With::Items(&[Text, Whole, Text])),
    Variant("AnsweredBadly", With::Items(&[Text, Whole])),
    Variant("Distrusts", With::Items(&[Text, Whole, Text])),
    Variant("Cools", With::Items(&[Text, Whole, Text])),
    Variant("Mentions", With::Items(&[TEXTS, Whole])),
    Variant("Broke", With::Items(&[TEXTS, Whole])),
    Variant("Any", With::Items(&[List(&Choice(&WHEN))])),
    Variant("All", With::Items(&[List(&Choice(&WHEN))])),
];

static WHAT: [Variant; 3] = [
    Variant("Say", With::Form(&LINE)),
    Variant("Request", With::Form(&REQUEST)),
    Variant("News", With::Form(&NEWS)),
];

static LINE: Form = Form {
    what: "what a person says",
    fields: &[
        Entry("who", Text, true),
        Entry("room", Text, true),
        Entry("text", Text, true),
        Entry("answers", Maybe(&Text), false),
        Entry("to_brand", Switch, false),
        Entry("kind", Choice(&KINDS), false),
        Entry("waits", Switch, false),
        Entry("patience", Maybe(&Whole), false),
        Entry("facts", TEXTS, false),
        Entry("about", TEXTS, false),
        Entry("heat", Whole, false),
        Entry("picture", Text, false),
        Entry("file", Maybe(&Text), false),
    ],
};

pub(super) static KINDS: [Variant; 7] = [
    Variant("Question", With::Nothing),
    Variant("Complaint", With::Nothing),
    Variant("Praise", With::Nothing),
    Variant("Request", With::Nothing),
    Variant("GoodNews", With::Nothing),
    Variant("SadNews", With::Nothing),
    Variant("Talk", With::Nothing),
];

static REQUEST: Form = Form {
    what: "a request to connect",
    fields: &[Entry("who", Text, true), Entry("room", Text, true), Entry("text", Text, true)],
};

static NEWS: Form = Form {
    what: "news",
    fields: &[Entry("room", Text, true), Entry("text", Text, true), Entry("solemn", Whole, false)],
};

static EXEMPLAR: Form = Form {
    what: "an exemplar",
    fields: &[
        Entry("room", Maybe(&Text), false),
        Entry("beat", Maybe(&Text), false),
        Entry("question", Maybe(&Whole), false),
        Entry("failure", Maybe(&Whole), false),
        Entry("photo", Maybe(&Text), false),
        Entry("at", Maybe(&Text), false),
        Entry("good", Switch, true),
        Entry("text", Text, true),
        Entry("why", Text, true),
    ],
};

/// A room file.
pub(super) static ROOM: Form = Form {
    what: "a room",
    fields: &[
        Entry("room", Text, true),
        Entry("title", Text, true),
        Entry("about", Text, true),
        Entry("formality", Whole, true),
        Entry("limit", Whole, true),
        Entry("length", Tuple(&[Whole, Whole]), true),
        Entry("hashtags", Tuple(&[Whole, Whole]), true),
        Entry("picture_needed", Switch, true),
        Entry("visual_weight", Whole, true),
        Entry("question_lift", Whole, true),
        Entry("selling_tolerance", Whole, true),
        Entry("at_home", TEXTS, true),
        Entry("out_of_place", TEXTS, true),
        Entry("fresh", Whole, true),
        Entry("sessions", Whole, true),
        Entry("seen", Whole, true),
        Entry("reaction", Whole, true),
        Entry("mix", Tuple(&[Whole, Whole, Whole]), true),
        Entry("airtime", Tuple(&[Whole, Whole]), true),
        Entry("fatigue", Whole, true),
        Entry("reply", Whole, true),
        Entry("patience", Whole, true),
        Entry("closeness", Whole, true),
        Entry("hours", List(&Whole), true),
        Entry("talk", Whole, true),
        Entry("requests", Switch, true),
        Entry("enough", Whole, true),
        Entry("host", Choice(&HOSTS), false),
        Entry("web", Shape::Form(&WEB), false),
        Entry("mingles", Whole, false),
        Entry("leafs", Whole, false),
        Entry("lifts", Shape::Form(&LIFTS), false),
        Entry("fits", TEXTS, true),
        Entry("jars", TEXTS, true),
    ],
};

static HOSTS: [Variant; 4] = [
    Variant("Closeness", With::Nothing),
    Variant("Tempo", With::Nothing),
    Variant("Matter", With::Nothing),
    Variant("Looks", With::Nothing),
];

static WEB: Form = Form {
    what: "the ties of a room",
    fields: &[
        Entry("alike", Choice(&[Variant("Cares", With::Nothing), Variant("Work", With::Nothing)]), true),
        Entry("each", Whole, true),
        Entry("mutual", Switch, true),
        Entry("circle", Whole, true),
        Entry("tail", Whole, true),
        Entry("near", Tuple(&[Whole, Whole]), true),
        Entry("far", Tuple(&[Whole, Whole]), true),
    ],
};

static LIFTS: Form = Form {
    what: "what form does to reactions",
    fields: &[
        Entry("short", Tuple(&[Whole, Whole]), false),
        Entry("hashtags", Tuple(&[Whole, Whole, Whole]), false),
        Entry("photo", Whole, false),
        Entry("face", Whole, false),
        Entry("number", Whole, false),
        Entry("quote", Whole, false),
    ],
};
