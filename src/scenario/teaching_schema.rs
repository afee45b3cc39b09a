//! The shapes that `teaching.rs` gives to parts of a file, as tables.

use super::schema::Shape::{Choice, List, Maybe, Text, Tuple, Whole};
use super::schema::{Entry, Form, KINDS, TEXTS, Variant, With};

pub(super) static GOAL: Form = Form {
    what: "a goal",
    fields: &[
        Entry("id", Text, true),
        Entry("title", Text, true),
        Entry("teaches", Choice(&IDEAS), true),
        Entry("why", Text, false),
        Entry("when", Choice(&CONDITIONS), true),
    ],
};

pub(super) static EXPECTED: Form = Form {
    what: "an expected run",
    fields: &[
        Entry("policy", Maybe(&Text), false),
        Entry("moves", Maybe(&Text), false),
        Entry("seed", Whole, false),
        Entry("must", List(&Choice(&CONDITIONS)), true),
    ],
};

pub(super) static STEP: Form = Form {
    what: "a step of the lesson",
    fields: &[
        Entry("part", Choice(&PARTS), true),
        Entry("text", Text, true),
        Entry("points", Choice(&POINTS), false),
        Entry("unlocks", List(&Choice(&DEEDS)), false),
        Entry("until", Maybe(&Choice(&CONDITIONS)), false),
    ],
};

pub(super) static STORY: Form = Form {
    what: "a story",
    fields: &[
        Entry("id", Text, true),
        Entry("room", Text, true),
        Entry("kind", Choice(&KINDS), false),
        Entry("lines", List(&Tuple(&[Text, Text, Text])), true),
    ],
};

static CONDITIONS: [Variant; 20] = [
    Variant("Meter", With::Items(&[Choice(&METERS), Whole])),
    Variant("MeterIn", With::Items(&[Text, Choice(&METERS), Whole])),
    Variant("Trust", With::Items(&[Text, Whole])),
    Variant("Warmth", With::Items(&[Text, Whole])),
    Variant("Answered", With::Items(&[TEXTS])),
    Variant("Answers", With::Items(&[Whole])),
    Variant("Closer", With::Items(&[Whole])),
    Variant("Lost", With::Items(&[Whole])),
    Variant("Kept", With::Items(&[Whole])),
    Variant("Sales", With::Items(&[Whole])),
    Variant("BadSales", With::Items(&[Whole])),
    Variant("Untruths", With::Items(&[Whole])),
    Variant("Connected", With::Items(&[Whole])),
    Variant("Did", With::Items(&[Choice(&DEEDS), Whole])),
    Variant("Happened", With::Items(&[Text])),
    Variant("Time", With::Items(&[Text])),
    Variant("Goal", With::Items(&[Text])),
    Variant("Not", With::Items(&[Choice(&CONDITIONS)])),
    Variant("Any", With::Items(&[List(&Choice(&CONDITIONS))])),
    Variant("All", With::Items(&[List(&Choice(&CONDITIONS))])),
];

static POINTS: [Variant; 8] = [
    Variant("Nothing", With::Nothing),
    Variant("Room", With::Items(&[Text])),
    Variant("Person", With::Items(&[Text])),
    Variant("Beat", With::Items(&[Text])),
    Variant("Writing", With::Nothing),
    Variant("Meters", With::Nothing),
    Variant("Clock", With::Nothing),
    Variant("Reasons", With::Nothing),
];

pub(super) static OCCASIONS: [Variant; 9] = [
    Variant("Life", With::Nothing),
    Variant("Chat", With::Nothing),
    Variant("Picture", With::Nothing),
    Variant("Liked", With::Nothing),
    Variant("Annoyed", With::Nothing),
    Variant("Helped", With::Nothing),
    Variant("LetDown", With::Nothing),
    Variant("Praise", With::Nothing),
    Variant("Warn", With::Nothing),
];

static IDEAS: [Variant; 5] = [
    Variant("Authentic", With::Nothing),
    Variant("Responsive", With::Nothing),
    Variant("Fits", With::Nothing),
    Variant("Mutual", With::Nothing),
    Variant("Truth", With::Nothing),
];

static METERS: [Variant; 5] = [
    Variant("Voice", With::Nothing),
    Variant("Manners", With::Nothing),
    Variant("Answering", With::Nothing),
    Variant("Bonds", With::Nothing),
    Variant("Business", With::Nothing),
];

static PARTS: [Variant; 4] = [
    Variant("Tutorial", With::Nothing),
    Variant("Guided", With::Nothing),
    Variant("Free", With::Nothing),
    Variant("Reflect", With::Nothing),
];

static DEEDS: [Variant; 11] = [
    Variant("Post", With::Nothing),
    Variant("Reply", With::Nothing),
    Variant("React", With::Nothing),
    Variant("Connect", With::Nothing),
    Variant("Accept", With::Nothing),
    Variant("Decline", With::Nothing),
    Variant("Message", With::Nothing),
    Variant("Listen", With::Nothing),
    Variant("Boost", With::Nothing),
    Variant("Correct", With::Nothing),
    Variant("Withdraw", With::Nothing),
];
