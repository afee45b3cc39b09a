//! The one way in: reads a text in its context, rule by rule, and adds up what the rules found.

use super::reader::{Notes, Reader};
use super::{Appraisal, Context, Dimension, cue, english, promise, welcome};

/// Reads a text. Each score is exactly [`base`] plus the weights of its cues, clamped to 0..1.
pub fn appraise(text: &str, context: &Context<'_>) -> Appraisal {
    let reader = Reader::new(text, context);
    let mut notes = Notes { cues: Vec::with_capacity(24), ..Notes::default() };
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
    let mut words = notes.finish(sure);
    welcome::read(&reader, &mut words);
    words
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::appraisal::{Ask, Deed, Earlier, Heard, Norms, sample};

    fn rooms() -> [Norms; 4] {
        [sample::klatch(), sample::party(), sample::networking(), sample::albums()]
    }

    /// Dimensions that a brand gains by.
    const GAINS: [Dimension; 10] = [
        Dimension::Human,
        Dimension::RoomFit,
        Dimension::Truth,
        Dimension::Spec,
        Dimension::Useful,
        Dimension::Story,
        Dimension::Invite,
        Dimension::Info,
        Dimension::Empathy,
        Dimension::ToThePoint,
    ];

    #[track_caller]
    fn check_sound(text: &str, read: &Appraisal) {
        for dimension in Dimension::ALL {
            let mut sum = base(dimension);
            for cue in read.cues.iter().filter(|cue| cue.dimension == dimension) {
                sum += cue.weight;
            }
            assert_eq!(
                read.score(dimension).to_bits(),
                sum.clamp(0.0, 1.0).to_bits(),
                "{} {text:?}",
                dimension.name()
            );
        }
        for cue in &read.cues {
            assert!(text.get(cue.span.clone()).is_some(), "{cue:?} in {text:?}");
            assert!(cue.weight.is_finite() && !cue.why.is_empty(), "{cue:?}");
        }
        let claims = read.claims.iter().map(|claim| &claim.span);
        for span in claims.chain(read.promises.iter().map(|promise| &promise.0)) {
            assert!(text.get(span.clone()).is_some(), "{span:?} in {text:?}");
        }
        assert!((0.0..=1.0).contains(&read.sure));
    }

    #[test]
    fn exclamation_marks_gain_nothing() {
        let text = "The rye is out of the oven and I burnt my thumb on the tray.";
        let (plain, loud) = (sample::read_post(text), sample::read_post(&format!("{text}!!!")));
        for dimension in GAINS {
            assert!(loud.score(dimension) <= plain.score(dimension) + 0.02, "{}", dimension.name());
        }
    }

    #[test]
    fn sprinkled_signs_of_a_person_gain_little() {
        let once = sample::read_post("I burnt the rye this morning.");
        let often =
            sample::read_post("Honestly I, I, I burnt the rye this morning, I did, I say, I honestly did.");
        assert!(often.score(Dimension::Human) <= once.score(Dimension::Human) + 0.02);
    }

    #[test]
    fn the_sheet_pasted_reads_worse_than_a_plain_true_sentence() {
        let sheet: Vec<String> = sample::bakery().facts.into_iter().map(|fact| fact.text).collect();
        let (pasted, plain) =
            (sample::read_post(&sheet.join(" ")), sample::read_post("I bake from seven, on Sunday too."));
        assert!(pasted.score(Dimension::Canned) > plain.score(Dimension::Canned) + 0.4);
        assert!(pasted.score(Dimension::Promo) > plain.score(Dimension::Promo));
        assert!(pasted.score(Dimension::Human) <= plain.score(Dimension::Human));
    }

    #[test]
    fn the_reader_says_when_it_is_unsure() {
        for text in [
            "",
            "🍞🍞🍞",
            "Fresh bread",
            "Wir backen jeden Morgen frisches Brot und freuen uns auf euren Besuch",
            "Мы печём хлеб каждое утро",
            "bread love warm fresh smile happy lovely neighbour oven friendly delicious loaf",
        ] {
            let read = sample::read_post(text);
            assert!(read.is_unsure(), "{text} {}", read.sure);
            assert!(read.cues.iter().any(|cue| cue.rule == "too-short"
                || cue.rule == "no-words"
                || cue.rule == "not-english"
                || cue.rule == "heap-of-words"
                || cue.rule == "words-without-sentences"));
        }
        for text in [
            "The oven broke this morning and I laughed.",
            "Hi Ruth, yes: we open at 7 on Sunday too. I'll keep you a rye.",
            "Rye, £4, ready at 7 at the counter on Mill Street.",
            "Buy our fresh buns NOW!!! Best in town, order today!",
        ] {
            assert!(!sample::read_post(text).is_unsure(), "{text}");
        }
    }

    #[test]
    fn replies_are_felt_in_two_parts() {
        let sunday = sample::sunday();
        let good =
            sample::read_reply("Hi Ruth, yes: we open at 7 on Sunday too. I'll keep you a rye.", &sunday)
                .reply_parts(false);
        assert!(good.result >= 0.7 && good.manner >= 0.6, "{good:?}");
        let canned = sample::read_reply("Thank you for reaching out! We value your feedback.", &sunday)
            .reply_parts(false);
        assert!(canned.result <= 0.15 && canned.manner <= 0.25, "{canned:?}");
        let burnt = sample::burnt();
        let owned = "Ruth, a burnt loaf in front of guests is upsetting, and it was my fault. I'll bring you a new one by 5 today.";
        let owned = sample::read_reply(owned, &burnt).reply_parts(true);
        assert!(owned.result >= 0.7 && owned.manner >= 0.75, "{owned:?}");
        let empty = sample::read_reply(
            "We apologise for any inconvenience. Please contact our support team.",
            &burnt,
        )
        .reply_parts(true);
        assert!(empty.result <= 0.1 && empty.manner <= 0.25, "{empty:?}");
    }

    #[test]
    fn long_texts_are_read_in_reasonable_time() {
        let text = "I burnt the rye this morning, so what did you bake? ".repeat(2_000);
        check_sound(&text, &sample::read_post(&text));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn any_text_is_read_soundly(text in "\\PC{0,80}", other in "[a-zA-Z0-9 .,!?'#@:$£\n-]{0,60}", which in 0_usize..4) {
            let rooms = rooms();
            let brand = sample::bakery();
            let heard = Heard { from: "Ruth".into(), kind: None, text: other.clone(), answers: vec![0, 99], ..Heard::default() };
            let before = [Earlier::new("klatch", other.clone())];
            for said in [&text, &other] {
                let context = Context { deed: Deed::Reply, heard: Some(&heard), before: &before, ..sample::post(&rooms[which], &brand) };
                check_sound(said, &appraise(said, &context));
                check_sound(said, &appraise(said, &sample::post(&rooms[which], &brand)));
            }
        }

        #[test]
        fn any_heap_of_known_phrases_is_read_soundly(picks in proptest::collection::vec(0_usize..24, 0..20)) {
            let phrases = ["order now", "I'll tell you", "by noon", "in 2 hours", "gluten free", "not", "we open at 7", "?", "!", "!!", "\n",
                "tag a friend", "thank you for reaching out", "I burnt", "loaf", "#rye", "£4", "🍞", "BEST BREAD", "Mabel", "because", "sorry", "’", "mabel.shop/x"];
            let text: Vec<&str> = picks.iter().map(|&pick| phrases[pick]).collect();
            let text = text.join(" ");
            for kind in [Ask::Question, Ask::Complaint, Ask::Praise, Ask::Request] {
                let heard = sample::heard(kind, "My loaf was burnt, when do you open?", &[0], "loaf");
                check_sound(&text, &sample::read_reply(&text, &heard));
            }
        }
    }
}
