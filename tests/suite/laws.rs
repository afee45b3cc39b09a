//! Laws as a player meets them: moves in, chronicle out.

use mingle::appraisal::Dimension;
use mingle::game::{Move, Sitting};
use mingle::report::tell;
use mingle::sim::RoomId;
use mingle::sim::event::{Change, Event, Parting, What};
use mingle::sim::law::circle;
use mingle::sim::reason::Law;

use crate::kit::play::opening_week;

fn sitting(moves: &[Move]) -> Sitting {
    let mut sitting = Sitting::new(opening_week(), 1);
    for a_move in moves {
        sitting.play(a_move.clone()).expect("the move is no nonsense");
    }
    sitting
}

fn changes(sitting: &Sitting, law: Law) -> Vec<Change> {
    let events = sitting.world().chronicle.iter();
    events.flat_map(|event| event.changes.clone()).filter(|change| change.reason.law == law).collect()
}

fn connect(text: &str) -> Move {
    Move::Connect { person: "Tamsin Reed".into(), text: text.into() }
}

const LISTEN: fn() -> Move = || Move::Listen { person: "Tamsin Reed".into() };
const WARM: &str = "Tamsin, we're new on Bridge Street and I hear you do the books for half of it. Nora here: I keep ours in a flour tin, so I would be glad to know you.";
const PITCH: &str = "Best bread in town! Order our opening week offer now and save 20 %!!!";

#[test]
fn asking_who_somebody_is_before_walking_up_counts() {
    for (moves, wanted) in
        [(vec![LISTEN(), connect(WARM)], 1), (vec![connect(WARM)], 0), (vec![LISTEN(), connect(PITCH)], 0)]
    {
        let found = changes(&sitting(&moves), Law::Listening);
        assert_eq!(found.len(), wanted, "{moves:?}");
        assert!(found.iter().all(|change| change.to > change.from));
    }
}

#[test]
fn who_was_worn_out_by_adverts_says_so_and_not_that_it_was_too_much() {
    let mut sitting = sitting(&[]);
    let adverts = ["klatch", "party", "networking", "albums"];
    let mut number = 0;
    while !sitting.is_over() {
        number += 1;
        let text = format!("Offer {number}! Buy our buns now, only £3, best in town, order today!!!");
        let post = Move::Post {
            room: adverts[number % adverts.len()].into(),
            text,
            photo: Some("offer_card".into()),
        };
        if sitting.play(post).is_err() {
            sitting.advance(sitting.until_opening().max(5));
        }
    }
    let left: Vec<_> = sitting
        .world()
        .chronicle
        .iter()
        .filter(|event| matches!(event.what, What::Left { why, .. } if why != Parting::Ignored))
        .collect();
    assert!(left.len() > 3, "{} left", left.len());
    for event in left {
        let line = tell::line(&sitting, event).expect("leaving is news");
        assert!(line.contains("too much selling") || line.contains("nothing in it"), "{line}");
    }
}

#[test]
fn a_circle_hears_what_a_guest_says_and_other_circles_do_not() {
    let mut sitting = sitting(&[]);
    sitting.advance(120);
    let world = sitting.world();
    let party = RoomId(1);
    let talk = world.posts(party).rfind(|m| !m.is_brand() && m.expect.is_none() && !m.to_brand);
    let talk = talk.expect("people talk at the party");
    let (to, host) = (talk.id, talk.person().expect("a person said it"));
    sitting
        .play(Move::Reply { to: to.0, text: "Order our bread now, best prices in town!".into(), photo: None })
        .expect("one may join");
    let world = sitting.world();
    let reply = world.messages.iter().rfind(|m| m.is_brand()).expect("it was said").id;
    let heard = |event: &&Event| matches!(event.what, What::Watched { reply: at, .. } if at == reply);
    let heard: Vec<&Event> = world.chronicle.iter().filter(heard).collect();
    assert!(!heard.is_empty(), "somebody stands with them");
    for event in heard {
        assert!(event.changes.iter().all(|change| circle::together(world, party, host, change.person)));
        assert!(
            event.changes.iter().all(|change| change.to < change.from && change.reason.law == Law::Guest)
        );
    }
}

#[test]
fn nobody_at_work_gives_up_without_a_last_call() {
    let mut sitting = sitting(&[]);
    let mut called = Vec::new();
    while !sitting.is_over() {
        let first = sitting.world().chronicle.len();
        let open = !sitting.is_closed();
        sitting.until_spoken_to(600);
        for event in &sitting.world().chronicle[first..] {
            if let What::RanOut { message, .. } = event.what
                && open
            {
                assert!(called.contains(&message), "#{} gave up unannounced", message.0);
            }
        }
        called.extend(sitting.last_call().map(|waiting| waiting.message));
    }
    assert!(called.len() > 5, "{} calls", called.len());
}

#[test]
fn words_that_nobody_took_up_fall_flat_and_the_player_hears_why() {
    let text = "Buy our rye now!!! 20% off, best in town, tag a friend!";
    let mut heard = 0;
    for seed in 1..=8 {
        let mut sitting = Sitting::new(opening_week(), seed);
        sitting.advance(90);
        let post = Move::Post { room: "networking".into(), text: text.into(), photo: None };
        sitting.play(post).expect("it can be said");
        sitting.advance(200);
        let world = sitting.world();
        let ours = world.messages.iter().find(|message| message.is_brand()).expect("it was said");
        let flat: Vec<_> =
            world.chronicle.iter().filter(|event| matches!(event.what, What::FellFlat { .. })).collect();
        let in_time = |event: &Event| event.minute.since(ours.minute) < 180;
        let answers = |message| world.message(message).answers == Some(ours.id);
        let taken_up = world.chronicle.iter().filter(|event| in_time(event)).any(|event| {
            let nodded = matches!(event.what, What::Liked { message, .. } | What::Shared { message, .. } if message == ours.id);
            nodded || matches!(event.what, What::Said(message) if answers(message))
        });
        assert_eq!(flat.len(), usize::from(!taken_up), "seed {seed}");
        for event in flat {
            let line = tell::line(&sitting, event).expect("falling flat is news");
            assert!(line.contains("fell flat (Networking event)"), "{line}");
            let points = line.contains('\'') || line.contains("came across") || line.contains("well enough");
            assert!(points, "it points at words, or says that none is at fault: {line}");
            heard += 1;
        }
    }
    assert!(heard > 0, "no seed was silent");
}

#[test]
fn an_answer_can_show_a_picture_and_is_the_more_welcome_for_it() {
    let welcome = |photo: Option<&str>| {
        let mut sitting = sitting(&[]);
        sitting.advance(4 * 60);
        let world = sitting.world();
        let albums = world.setup.room_named("albums").expect("it has albums");
        let shown = world.messages.iter().rev().find(|m| m.room == albums && m.is_post() && !m.is_brand());
        let to = shown.expect("somebody showed something").id;
        let text = "This is our own slow grower, for company.".to_owned();
        sitting
            .play(Move::Reply { to: to.0, text, photo: photo.map(str::to_owned) })
            .expect("it can be said");
        let mut joined = sitting.world().chronicle.iter().rev().filter_map(|event| {
            if let What::Joined { welcome, .. } = event.what { Some(welcome) } else { None }
        });
        joined.next().expect("it was heard")
    };
    assert!(welcome(Some("starter_jar")) > welcome(None));
    assert!(welcome(Some("offer_card")) <= welcome(Some("starter_jar")));
}

#[test]
fn a_poor_answer_is_explained_by_its_words() {
    let mut sitting = sitting(&[]);
    sitting.advance(90);
    let asked = sitting.world().open_waiting().first().expect("Sadie asks").message;
    let text = "You're wrong, we bake everything here. Stop moaning";
    sitting.play(Move::Reply { to: asked.0, text: text.into(), photo: None }).expect("it can be said");
    let fell = changes(&sitting, Law::Answer).into_iter().find(|change| change.to < change.from);
    let why = mingle::report::why::sentence(&sitting, &fell.expect("it is no good answer"));
    assert!(why.contains("'You're wrong'") || why.contains("bake everything"), "{why}");
}

/// What became of an answer to somebody who waits: how true and how fitting it read, and whether they need wait no more.
fn answered(person: &str, text: &str) -> (f64, f64, bool) {
    let mut sitting = sitting(&[]);
    let asked = loop {
        sitting.advance(5);
        let world = sitting.world();
        let waits = world.open_waiting().into_iter().find(|w| world.setup.person(w.person).name == person);
        if let Some(waiting) = waits {
            break waiting.message;
        }
        assert!(!sitting.is_over(), "{person} never asks");
    };
    sitting.play(Move::Reply { to: asked.0, text: text.into(), photo: None }).expect("it can be said");
    let world = sitting.world();
    let said = world.messages.iter().rev().find_map(|message| message.said()).expect("it was said");
    let open = world.open_waiting().iter().any(|waiting| waiting.message == asked);
    let score = |dimension| said.appraisal.score(dimension);
    (score(Dimension::Truth), score(Dimension::ToThePoint), !open)
}

#[test]
fn a_lie_that_looks_like_an_answer_is_none() {
    for text in [
        "Yes of course!!! We bake everything fresh here every day lol",
        "We bake it all ourselves, Sadie! You know you can taste the love",
        "Yes, absolutely, Sadie.",
    ] {
        let (truth, point, closed) = answered("Sadie Flood", text);
        assert!(truth < 0.3 && point < 0.35 && !closed, "{text}: {truth:.2} {point:.2} {closed}");
    }
    let honest = "No, Sadie: it comes from the mill bakery over the river until our starter is ready.";
    let (truth, point, closed) = answered("Sadie Flood", honest);
    assert!(truth > 0.6 && point > 0.6 && closed, "{truth:.2} {point:.2} {closed}");
}

#[test]
fn an_honest_no_in_ones_own_words_is_an_answer() {
    let text = "No, I am sorry, Aoife. We have one kitchen and nuts are in it, so nothing we bake is safe for Finn. \
                Ask the cake lady at a nut free bakery instead.";
    let (truth, point, closed) = answered("Aoife Brennan", text);
    assert!(truth > 0.6 && point > 0.6 && closed, "{truth:.2} {point:.2} {closed}");
    let (truth, _, closed) = answered("Aoife Brennan", "Yes of course, no problem! We can do that for Finn.");
    assert!(truth < 0.3 && !closed, "{truth:.2} {closed}");
}

#[test]
fn putting_somebody_down_in_private_is_no_kindness() {
    let mut sitting = sitting(&[]);
    sitting.advance(3 * 60 + 5);
    let text = "Oi Dermot, stop moaning about us in public";
    let play = Move::Message { person: "Dermot Pike".into(), text: text.into(), about: None };
    sitting.play(play).expect("it can be said");
    let trust = changes(&sitting, Law::Outside);
    assert!(!trust.is_empty() && trust.iter().all(|change| change.to < change.from), "{trust:?}");
    let world = sitting.world();
    let joined =
        world.chronicle.iter().rev().find_map(|event| {
            if let What::Joined { welcome, .. } = event.what { Some(welcome) } else { None }
        });
    assert!(joined.is_none_or(|welcome| welcome < 0.5), "{joined:?}");
}
