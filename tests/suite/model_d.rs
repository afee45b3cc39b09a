//! Ways of gaming the reading of words (`MODEL.md`, section D), each with the test that shows it does not pay.

use std::fs;

use mingle::appraisal::{
    Appraisal, Ask, BrandSheet, Context, Deed, Dimension, Earlier, Fact, Heard, appraise, base,
};
use mingle::scenario;
use mingle::sim::law::reading::{Reader, read};

use crate::kit::play::home;

/// Trick, file of its test, name of the test.
const TABLE: [(&str, &str, &str); 12] = [
    ("strings of question marks", "tests/suite/model_d.rs", "five_questions_gain_nothing_over_one"),
    ("exclamation marks, capitals, emoji", "tests/suite/model_d.rs", "shouting_gains_nothing"),
    ("exclamation marks", "src/appraisal/appraise.rs", "exclamation_marks_gain_nothing"),
    ("sprinkled I, names, honestly", "tests/suite/model_d.rs", "sprinkling_gains_little"),
    ("a name merged into a template", "tests/suite/model_d.rs", "a_merged_template_is_canned"),
    ("the sheet pasted", "tests/suite/model_d.rs", "the_sheet_pasted_is_less_than_a_plain_sentence"),
    ("a heap of good words", "tests/suite/model_d.rs", "a_heap_of_words_fits_no_room"),
    ("an instant empty answer", "tests/suite/model_d.rs", "a_receipt_is_worth_little"),
    ("asking back", "tests/suite/model_d.rs", "asking_back_what_was_told_lowers_the_answer"),
    ("one text for all rooms", "tests/suite/model_d.rs", "the_same_words_in_another_room_are_canned"),
    ("one magic sentence", "src/appraisal/cue/canned.rs", "the_same_again_is_canned"),
    ("all of these at length", "tests/suite/tricks.rs", "no_trick_reads_better_than_plain_words"),
];

/// Rooms and posts, varied.
const TEXTS: [(&str, &str); 10] = [
    ("klatch", "The rye is out of the oven and I burnt my thumb on the tray."),
    ("klatch", "My gran kept a loaf in a tin, and nobody dared to open it."),
    ("klatch", "We open at seven on Sunday, next to the bridge."),
    ("party", "Overheard in the queue: a proposal, and a no."),
    ("party", "Rain again. The buns float."),
    ("party", "What did you have for breakfast?"),
    ("networking", "We lost a supplier in March and learned to read a contract."),
    ("networking", "How do you train an apprentice who knows more than you do?"),
    ("networking", "Start with the invoice, then ask for the price of the flour."),
    ("klatch", "So sorry about the noise, that was my mistake."),
];

fn bakery() -> BrandSheet {
    let fact = |text: &str| Fact { text: text.to_owned(), ..Fact::default() };
    BrandSheet {
        name: "Mabel's".to_owned(),
        about: "A bakery on Mill Street.".to_owned(),
        facts: vec![
            fact("We open at seven every day, on Sunday too."),
            fact("The rye costs £4."),
            fact("Our sourdough starter is 31 years old."),
            fact("The shop is on Mill Street, next to the bridge."),
        ],
        ..BrandSheet::default()
    }
}

fn complaint() -> Heard {
    Heard {
        from: "Ruth".to_owned(),
        kind: Some(Ask::Complaint),
        text: "My loaf was burnt black and I had guests.".to_owned(),
        trouble: vec!["burnt".to_owned(), "loaf".to_owned(), "guests".to_owned()],
        told: vec!["The loaf was burnt.".to_owned()],
        ..Heard::default()
    }
}

/// What a text reads as, and its authenticity to a usual reader.
fn reading(room: &str, text: &str, heard: Option<&Heard>, before: &[Earlier]) -> (Appraisal, f64) {
    let (_, source) = scenario::SHIPPED_ROOMS.iter().find(|(name, _)| *name == room).expect("the room ships");
    let room = scenario::read_room(room, room, source).expect("a shipped room is sound").0;
    let brand = bakery();
    let deed = if heard.is_some() { Deed::Reply } else { Deed::Post };
    let words =
        appraise(text, &Context { norms: &room.norms, brand: &brand, deed, heard, picture: None, before });
    let authenticity = read(&words, &Reader::USUAL, &room).authenticity;
    (words, authenticity)
}

fn post(text: &str) -> (Appraisal, f64) {
    reading("klatch", text, None, &[])
}

/// The cue of a rule that took most, if it took anything.
fn taken(words: &Appraisal, rule: &str) -> bool {
    words.cues.iter().any(|cue| cue.rule == rule && cue.weight.abs() > 0.0)
}

#[test]
fn every_row_has_its_test() {
    for (trick, file, test) in TABLE {
        let source = fs::read_to_string(home().join(file)).expect("the file of the test is there");
        assert!(
            source.contains(&format!("#[test]\n    fn {test}()"))
                || source.contains(&format!("#[test]\nfn {test}()")),
            "{trick}: no {test} in {file}"
        );
    }
}

#[test]
fn five_questions_gain_nothing_over_one() {
    let one = "What did your gran bake?";
    let five = "What did your gran bake? Which bun do you like? Who taught you to knead? How do you keep a loaf? Where do you buy flour?";
    let ((one, sure), (five, many)) = (post(one), post(five));
    assert!(five.score(Dimension::Invite) < one.score(Dimension::Invite));
    assert!(five.welcome <= one.welcome, "{} {}", five.welcome, one.welcome);
    assert!(many <= sure + 1e-9, "{many} {sure}");
    let (marks, _) = post("What did your gran bake?????");
    assert!(marks.score(Dimension::Invite) <= one.score(Dimension::Invite));
}

#[test]
fn shouting_gains_nothing() {
    for (room, text) in TEXTS {
        let (plain, _) = reading(room, text, None, &[]);
        for loud in [
            format!("{text}!!!"),
            text.to_uppercase(),
            format!("{text} 😀🎉"),
            format!("{}!!! 🎉", text.to_uppercase()),
        ] {
            let (loud_words, _) = reading(room, &loud, None, &[]);
            for dimension in Dimension::ALL.into_iter().filter(|one| one.speaks() == Some(true)) {
                let (was, is) = (plain.score(dimension), loud_words.score(dimension));
                assert!(is <= was + 0.02, "{} {was} to {is}: {loud}", dimension.name());
            }
        }
    }
}

#[test]
fn sprinkling_gains_little() {
    let plain = "I burnt the first tray this morning, so the hens ate well.";
    let sprinkled = "Honestly, I, I really, honestly I burnt the first tray this morning, Ruth, so I, honestly, say the hens ate well, Ruth.";
    let ((plain, before), (sprinkled, after)) = (post(plain), post(sprinkled));
    assert!(sprinkled.score(Dimension::Human) <= plain.score(Dimension::Human) + 0.2 + 1e-9);
    assert!(after <= before + 0.05, "{before} to {after}");
}

#[test]
fn a_merged_template_is_canned() {
    let before = [Earlier::new(
        "klatch",
        "Hi Hans, so good to hear from you, do come and see us again soon at the shop!",
    )];
    let merged = "Hi Ruth, so good to hear from you, do come and see us again soon at the shop!";
    let (again, _) = reading("klatch", merged, Some(&complaint()), &before);
    assert!(again.score(Dimension::Canned) >= 0.6, "{}", again.score(Dimension::Canned));
    let stock = "Hi Ruth, thank you for reaching out. We value your feedback and appreciate your patience.";
    let (stock, _) = reading("klatch", stock, Some(&complaint()), &[]);
    assert!(stock.score(Dimension::Canned) >= 0.6, "{}", stock.score(Dimension::Canned));
    assert!(stock.score(Dimension::Empathy) <= 0.4);
}

#[test]
fn the_sheet_pasted_is_less_than_a_plain_sentence() {
    let sheet: Vec<String> = bakery().facts.into_iter().map(|fact| fact.text).collect();
    let (words, pasted) = post(&sheet.join(" "));
    let (_, plain) = post("We open at seven on Sunday, and I'll have the kettle on.");
    assert!(pasted < plain, "{pasted} {plain}");
    assert!(taken(&words, "sheet-read-out"));
}

#[test]
fn a_heap_of_words_fits_no_room() {
    let heap = "Bread warm neighbours morning honest sorry thank you love community story kindness oven laughter family hope.";
    let (words, _) = post(heap);
    assert!(words.score(Dimension::RoomFit) <= 0.3 + 1e-9, "{}", words.score(Dimension::RoomFit));
    assert!(taken(&words, "word-salad"));
}

#[test]
fn a_receipt_is_worth_little() {
    for text in ["Received, thanks.", "Noted!", "Thanks, got it."] {
        let (words, _) = reading("klatch", text, Some(&complaint()), &[]);
        let parts = words.reply_parts(true);
        assert!(parts.result <= 0.15 && parts.manner <= 0.45, "{text} {parts:?}");
        assert!(words.welcome < 0.0, "{text} {}", words.welcome);
    }
}

#[test]
fn asking_back_what_was_told_lowers_the_answer() {
    let plain = "I'm sorry, Ruth. I'll bring you a new loaf by noon.";
    let asking = "I'm sorry, Ruth. I'll bring you a new loaf by noon. Was the loaf burnt?";
    let score = |text| reading("klatch", text, Some(&complaint()), &[]).0.score(Dimension::ToThePoint);
    assert!(score(asking) < score(plain), "{} {}", score(asking), score(plain));
    assert!(score("Was the loaf burnt?") <= base(Dimension::ToThePoint));
}

#[test]
fn the_same_words_in_another_room_are_canned() {
    let text = "The crate of lemons came with a frog in it, and he would not leave.";
    let before = [Earlier::new("klatch", text)];
    for room in ["klatch", "party", "networking"] {
        let (words, _) = reading(room, text, None, &before);
        assert!(words.score(Dimension::Canned) >= 0.6, "{room}");
    }
}
