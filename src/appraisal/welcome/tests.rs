//! The pitfalls of MODEL section D that words can fall into, and what a reading says when it does not know.

use super::prefers;
use crate::appraisal::sample::{bakery, burnt, klatch, post, read_post, read_reply, sunday};
use crate::appraisal::{Appraisal, Context, Dimension, appraise};

const PLAIN: &str = "I burnt the rye this morning, so the hens had a feast. What did you bake as a child?";

#[track_caller]
fn check_worse(trick: &Appraisal, plain: &Appraisal, by: f64) {
    let gap = plain.welcome - trick.welcome;
    assert!(gap >= by, "{:.2} against {:.2}: {:#?}", trick.welcome, plain.welcome, trick.reasons);
}

#[test]
fn strings_of_questions_gain_nothing() {
    let many =
        "What do you bake? Which flour do you like? Who taught you? How long does it rest? Do you use salt?";
    let (many, one) = (read_post(many), read_post(PLAIN));
    assert!(many.score(Dimension::Invite) < one.score(Dimension::Invite));
    check_worse(&many, &one, 0.1);
}

#[test]
fn exclamation_marks_and_capitals_gain_nothing() {
    for text in [PLAIN, "We open at 7 on Sunday.", "Thank you for your kind words"] {
        let plain = read_post(text).welcome;
        for loud in [format!("{text}!!!"), format!("{text} 🎉🎉🎉"), text.to_uppercase()] {
            let loud = read_post(&loud).welcome;
            assert!(loud <= plain + 0.1, "{text}: {plain:.2} became {loud:.2}");
        }
        assert!(read_post(&format!("{text}!!!")).welcome <= plain + 0.02, "{text}");
    }
}

#[test]
fn a_mail_merge_stays_a_template() {
    let merged = "Hi Ruth, honestly, I am so sorry to hear that, Ruth. Thank you for your feedback and thank you for your patience.";
    let merged = read_reply(merged, &burnt());
    assert!(merged.score(Dimension::Canned) >= 0.6, "{:?}", merged.cues_of(Dimension::Canned));
    let own =
        "Ruth, a black loaf with guests at the door is my fault, I forgot it. I'll bring you a new one by 5.";
    check_worse(&merged, &read_reply(own, &burnt()), 0.2);
}

#[test]
fn the_sheet_pasted_is_no_talk() {
    let sheet: Vec<String> = bakery().facts.into_iter().map(|fact| fact.text).collect();
    check_worse(&read_post(&sheet.join(" ")), &read_post("I bake from seven, on Sunday too."), 0.1);
}

#[test]
fn good_words_in_a_heap_are_no_talk() {
    let salad =
        "bread love warm fresh smile happy lovely neighbour oven friendly delicious loaf story honest";
    let salad = read_post(salad);
    assert!(salad.is_unsure() && salad.confidence < 0.35 && salad.welcome < 0.0, "{salad:#?}");
    check_worse(&salad, &read_post(PLAIN), 0.2);
}

#[test]
fn an_instant_empty_answer_is_still_empty() {
    let answer = read_reply("Yes, from 7 on Sunday too, Ruth. I'll keep you a rye.", &sunday());
    for empty in [
        "Received, thanks!",
        "Hi Ruth, thank you for your message. We'll get back to you soon.",
        "Great question, Ruth!",
    ] {
        let empty = read_reply(empty, &sunday());
        assert!(empty.score(Dimension::ToThePoint) < 0.35);
        check_worse(&empty, &answer, 0.1);
    }
}

#[test]
fn one_reply_to_all_and_one_post_every_day_wear_out() {
    let (room, brand) = (klatch(), bakery());
    let before = [crate::appraisal::Earlier::new("klatch", PLAIN)];
    let again = appraise(PLAIN, &Context { before: &before, ..post(&room, &brand) });
    check_worse(&again, &read_post(PLAIN), 0.3);
}

#[test]
fn asking_back_what_was_told_is_no_answer() {
    let back = read_reply("Hi Ruth! Are you asking about Sunday, and would you love a rye?", &sunday());
    check_worse(&back, &read_reply("Yes, from 7 on Sunday, Ruth.", &sunday()), 0.1);
}

#[test]
fn jokes_alone_tell_nobody_what_there_is_to_buy() {
    let joke = read_post("The rye has asked for a transfer and will not say why.");
    assert!(joke.score(Dimension::Info) < 0.2, "{:?}", joke.cues_of(Dimension::Info));
}

#[test]
fn untruth_is_unwelcome_however_kind() {
    let kind = read_reply("Of course, Ruth, we have gluten free bread, and I'll keep you one.", &sunday());
    check_worse(&kind, &read_reply("Not here, Ruth, sorry: it's all wheat or rye.", &sunday()), 0.1);
}

#[test]
fn what_cannot_be_read_is_neither_welcome_nor_sure() {
    for text in
        ["", "🍞🍞🍞", "Fresh bread", "Wir backen jeden Morgen frisches Brot und freuen uns auf euren Besuch"]
    {
        let read = read_post(text);
        assert!(read.confidence < 0.35 && read.welcome.abs() < 0.5, "{text} {read:#?}");
    }
}

#[test]
fn reasons_point_at_words_and_tell_the_same_story() {
    let read = read_post(PLAIN);
    assert!(!read.reasons.is_empty());
    for reason in &read.reasons {
        assert!(PLAIN.get(reason.span.clone()).is_some() && !reason.why.is_empty(), "{reason:?}");
    }
    for pair in read.reasons.windows(2) {
        assert!(pair[0].weight.abs() >= pair[1].weight.abs());
    }
    assert!((-1.0..=1.0).contains(&read.welcome) && (0.0..=1.0).contains(&read.confidence));
}

#[test]
fn preferring_is_fair_to_both_sides() {
    let (a, b) = (read_post(PLAIN), read_post("Order now! Best bread in town, 20% off, tag a friend!"));
    assert!((prefers(&a, &b) + prefers(&b, &a) - 1.0).abs() < 1e-12);
    assert!(prefers(&a, &b) > 0.8 && (prefers(&a, &a) - 0.5).abs() < 1e-12);
}
