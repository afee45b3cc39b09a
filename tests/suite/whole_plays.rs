//! Ways of gaming the simulator over whole plays of `opening-week`: none of them pays (MODEL section D, same seeds throughout).
//!
//! That thirty silent days cost 37 % of warmth is held in `sim::bond`.

use std::sync::Arc;

use mingle::game::{Move, Sitting};
use mingle::lab::policy::{Policy, play};
use mingle::scenario::{Moment, Scenario};
use mingle::sim::bond::Dial;
use mingle::sim::event::What;
use mingle::sim::{MessageId, World};

use crate::kit::play::opening_week;

/// Seeds of plays that are held against each other one by one.
const SEEDS: std::ops::RangeInclusive<u64> = 1..=6;
/// Seeds over which reactions to single posts are added up.
const MANY: std::ops::RangeInclusive<u64> = 1..=16;

fn by(scenario: &Arc<Scenario>, policy: Policy, seed: u64) -> Sitting {
    let mut sitting = Sitting::quiet(Arc::clone(scenario), seed);
    play(policy, &mut sitting);
    sitting
}

/// A whole play in which the scenario's model posts are said when they are due and everybody who waits gets this answer, if any.
fn mixed(scenario: &Arc<Scenario>, answer: Option<&str>, seed: u64) -> Sitting {
    let mut sitting = Sitting::quiet(Arc::clone(scenario), seed);
    let (mut posted, mut answered) = (Vec::new(), Vec::new());
    while !sitting.is_over() {
        let chosen = reply(&sitting, answer, &mut answered).or_else(|| due(&sitting, &mut posted));
        step(&mut sitting, chosen);
    }
    sitting
}

fn reply(sitting: &Sitting, answer: Option<&str>, answered: &mut Vec<MessageId>) -> Option<Move> {
    let world = sitting.world();
    let waits = world.open_waiting().into_iter().find(|waiting| !answered.contains(&waiting.message))?;
    answered.push(waits.message);
    Some(Move::Reply { to: waits.message.0, text: answer?.to_owned(), photo: None })
}

fn due(sitting: &Sitting, posted: &mut Vec<usize>) -> Option<Move> {
    let (world, scenario) = (sitting.world(), sitting.scenario());
    let (place, model, room) = scenario.exemplars.iter().enumerate().find_map(|(place, model)| {
        let Moment::Post { room, at: Some(at) } = model.moment else { return None };
        (model.good && at <= world.now && !posted.contains(&place)).then_some((place, model, room))
    })?;
    posted.push(place);
    let photo = model.photo.map(|photo| world.setup.brand.photos[photo.index()].name.clone());
    Some(Move::Post { room: world.setup.room(room).name().to_string(), text: model.text.clone(), photo })
}

/// A whole play in which these texts are said in turn, one every so many minutes, in these rooms in turn.
fn posting(scenario: &Arc<Scenario>, texts: &[&str], rooms: &[&str], every: u32, seed: u64) -> Sitting {
    let mut sitting = Sitting::quiet(Arc::clone(scenario), seed);
    let (mut turn, mut next) = (0, 0);
    while !sitting.is_over() {
        let now = sitting.world().now.0;
        let chosen = (now >= next && !sitting.is_closed()).then(|| {
            (turn, next) = (turn + 1, now + every);
            let (text, room) = (texts[(turn - 1) % texts.len()], rooms[(turn - 1) % rooms.len()]);
            Move::Post { room: room.to_owned(), text: text.to_owned(), photo: None }
        });
        step(&mut sitting, chosen);
    }
    sitting
}

fn step(sitting: &mut Sitting, chosen: Option<Move>) {
    let closed = sitting.until_opening();
    if closed > 0 {
        sitting.advance(closed);
    } else if chosen.is_none_or(|chosen| sitting.play(chosen).is_err()) {
        sitting.advance(5);
    }
}

/// A dial on average over all people, as the play stands.
fn mean(sitting: &Sitting, dial: Dial) -> f64 {
    let world = sitting.world();
    let people = &world.setup.people;
    people.iter().map(|person| world.dial(person.id, dial)).sum::<f64>() / people.len() as f64
}

fn trust(sitting: &Sitting) -> f64 {
    mean(sitting, Dial::Trust)
}

/// How often each message of the brand was liked, passed on or answered by people, in order of saying.
fn reactions(world: &World) -> Vec<usize> {
    let ours = world.messages.iter().filter(|message| message.is_brand());
    let to = |what: &What, ours: MessageId| {
        let taken =
            matches!(what, What::Liked { message, .. } | What::Shared { message, .. } if *message == ours);
        let answer = |said: MessageId| world.message(said).answers == Some(ours);
        taken || matches!(what, What::Said(said) if answer(*said))
    };
    ours.map(|message| world.chronicle.iter().filter(|event| to(&event.what, message.id)).count()).collect()
}

#[test]
fn a_salad_of_good_words_costs_more_trust_than_silence() {
    let scenario = opening_week();
    for seed in SEEDS {
        let [salad, silence] =
            [Policy::Stuffer, Policy::Silent].map(|policy| trust(&by(&scenario, policy, seed)));
        assert!(salad < silence, "seed {seed}: salad {salad:.4}, silence {silence:.4}");
    }
}

#[track_caller]
fn check_no_answer(answer: &str) {
    let scenario = opening_week();
    for seed in SEEDS {
        let [with, without] = [Some(answer), None].map(|answer| trust(&mixed(&scenario, answer, seed)));
        assert!(with <= without + 0.02, "seed {seed}: {with:.4}, unanswered {without:.4}");
    }
}

#[test]
fn an_empty_receipt_is_no_better_than_no_answer() {
    check_no_answer("Received, thanks.");
}

#[test]
fn the_same_answer_for_everybody_is_no_better_than_no_answer() {
    check_no_answer(
        "Thank you for reaching out to us! We value your feedback. Your message is important to us.",
    );
}

#[test]
fn jokes_without_an_offer_are_liked_and_sell_less_than_a_host() {
    let jokes = [
        "I waved at a man on the bridge for a full minute this morning. It was a bin bag. Tom saw all of it.",
        "My brother has named the mop. The mop has more friends in this street than I have.",
        "I dropped my phone behind the dresser and answered it with a broom. My mother was not impressed.",
        "Tom put his jumper on backwards at five this morning and spent the day looking for his own chin.",
        "Somebody's cat came in, sat down, looked at us both, and left shaking its head.",
        "I said good night to a customer at nine in the morning. He said it back.",
    ];
    let scenario = opening_week();
    for seed in SEEDS {
        let joking = posting(&scenario, &jokes, &["klatch", "party"], 180, seed);
        let [host, silent] = [Policy::Host, Policy::Silent].map(|policy| by(&scenario, policy, seed));
        let [liked, before] = [&joking, &silent].map(|sitting| mean(sitting, Dial::Warmth));
        assert!(liked > before, "seed {seed}: warmth {liked:.4}, of silence {before:.4}");
        let [sales, usual] = [&joking, &host].map(|sitting| sitting.world().ledger.expected);
        assert!(sales < usual, "seed {seed}: {sales:.2} sales to be expected, of the host {usual:.2}");
    }
}

#[test]
fn the_same_words_again_get_fewer_reactions() {
    let text = "I burnt the first tray at five this morning and Tom ate the evidence. What did you have for breakfast?";
    let scenario = opening_week();
    let mut sums = [0; 2];
    for seed in MANY {
        let sitting = posting(&scenario, &[text], &["klatch"], 24 * 60, seed);
        let found = reactions(sitting.world());
        assert_eq!(found.len(), 2, "once on each of two days");
        sums[0] += found[0];
        sums[1] += found[1];
    }
    assert!(sums[1] < sums[0], "{sums:?}");
}

#[test]
fn five_questions_get_no_more_reactions_than_one() {
    let story = "I burnt the first tray at five this morning and Tom ate the evidence.";
    let one = format!("{story} What did you have for breakfast?");
    let five = format!("{one} And yesterday? Toast? Porridge? Anything at all?");
    let scenario = opening_week();
    let sum = |text: &str| -> usize {
        let played = MANY.map(|seed| posting(&scenario, &[text], &["klatch"], 7 * 24 * 60, seed));
        played.map(|sitting| reactions(sitting.world()).iter().sum::<usize>()).sum()
    };
    let (one, five) = (sum(&one), sum(&five));
    assert!(one > 0 && five <= one, "{five} reactions to five questions, {one} to one");
}

#[test]
fn asking_back_what_was_told_soothes_nobody() {
    let scenario = opening_week();
    for seed in SEEDS {
        let mut sitting = Sitting::quiet(Arc::clone(&scenario), seed);
        let walter = |world: &World| {
            let waiting = world.open_waiting().into_iter();
            waiting.map(|w| (w.person, w.message)).find(|w| world.setup.person(w.0).name == "Walter Quill")
        };
        let (person, asked) = loop {
            if let Some(found) = walter(sitting.world()) {
                break found;
            }
            assert!(!sitting.is_over(), "Walter asks about the step");
            sitting.advance(5);
        };
        let before = sitting.world().dial(person, Dial::Mood);
        let text = "Is it a wheelchair and a step?".to_owned();
        sitting.play(Move::Reply { to: asked.0, text, photo: None }).expect("it can be said");
        let after = sitting.world().dial(person, Dial::Mood);
        assert!(after <= before, "seed {seed}: mood {before:.3} to {after:.3}");
        assert!(walter(sitting.world()).is_some(), "seed {seed}: he still waits");
    }
}

#[test]
fn a_quiet_play_is_the_same_story() {
    let scenario = opening_week();
    for policy in [Policy::Host, Policy::Late, Policy::Overseller] {
        let quiet = by(&scenario, policy, 3);
        let mut told = Sitting::new(Arc::clone(&scenario), 3);
        play(policy, &mut told);
        assert_eq!(quiet.world().chronicle, told.world().chronicle, "{}", policy.name());
        let texts = |sitting: &Sitting| {
            let ours = sitting.world().messages.iter().filter_map(|message| message.said());
            ours.map(|said| said.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(texts(&quiet), texts(&told), "{}", policy.name());
        for message in &quiet.world().messages {
            let text = quiet.text(message.id);
            assert!(text.is_empty() || text == told.text(message.id), "{} / {text}", told.text(message.id));
        }
    }
}
