//! How people talk over twenty plays: new words, no seams, and answers that name what they answer.

use std::collections::{BTreeMap, BTreeSet};

use mingle::game::{Move, Sitting};
use mingle::lab::policy::{Policy, play};
use mingle::sim::message::{Gist, Message, Remark, Words};
use mingle::speech::topic;

use crate::kit::play::opening_week;

const SEEDS: u64 = 20;

/// What was said in one play.
fn played(policy: Policy, seed: u64) -> Sitting {
    let mut sitting = Sitting::new(opening_week(), seed);
    play(policy, &mut sitting);
    sitting
}

/// The faults of one line, in words.
fn faults(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let words: Vec<&str> = text.split(' ').collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    // A word said three times over is meant.
    let bare = |at: usize| lower.get(at).map(|word| word.trim_matches(|c: char| !c.is_alphabetic()));
    let thrice = |at: usize| bare(at) == bare(at + 2) || (at > 0 && bare(at - 1) == bare(at));
    for (at, pair) in lower.windows(2).enumerate() {
        let plain = pair[0].chars().all(char::is_alphabetic) && pair[0].len() > 1;
        if plain && pair[0] == pair[1].trim_matches(|c: char| !c.is_alphabetic()) && !thrice(at) {
            found.push(format!("doubled: {}", pair[0]));
        }
        let next = pair[1].trim_start_matches(|c: char| !c.is_alphanumeric());
        let sounds =
            next.starts_with(['a', 'e', 'i', 'o']) && !next.starts_with("one") && !next.starts_with("eu");
        if pair[0] == "a" && sounds && next != "and" && next.len() > 1 {
            found.push(format!("a before {next}"));
        }
        if pair[0] == "an"
            && next.len() > 2
            && next.starts_with(|c: char| c.is_alphabetic() && !"aeiouh".contains(c))
        {
            found.push(format!("an before {next}"));
        }
    }
    let small = !text.chars().any(char::is_uppercase) || text == text.to_lowercase();
    let outside: String = outside_quotes(text);
    if !small && outside.chars().any(char::is_uppercase) {
        let letters: Vec<char> = outside.chars().collect();
        for at in 2..letters.len() {
            let stop = matches!(letters[at - 2], '.' | '!' | '?') && (at < 3 || letters[at - 3] != '.');
            if stop && letters[at - 1] == ' ' && letters[at].is_lowercase() && !text.contains("haha") {
                found.push(format!(
                    "small after a stop: {}",
                    letters[at..].iter().take(12).collect::<String>()
                ));
            }
        }
    }
    let count = |c: char| text.matches(c).count();
    if count('“') != count('”') || count('(') != count(')') || count('[') != count(']') {
        found.push("unbalanced".to_owned());
    }
    if text.contains(['{', '}', '[', '|']) || text.contains("“”") {
        found.push("unfilled".to_owned());
    }
    if text.contains("  ")
        || text.trim() != text
        || [" .", " ,", " ?", " !", "“ ", " ”", ",,", ".,"].iter().any(|bad| text.contains(bad))
    {
        found.push("spacing".to_owned());
    }
    found
}

fn outside_quotes(text: &str) -> String {
    let mut inside = false;
    let mut left = String::new();
    for c in text.chars() {
        inside = (inside || c == '“') && c != '”';
        if !inside {
            left.push(c);
        }
    }
    left
}

#[test]
fn the_checker_of_grammar_finds_what_is_wrong() {
    let cases = [
        ("It was the the dog.", "doubled"),
        ("I had a apple.", "a before"),
        ("I saw an dog.", "an before"),
        ("So it was. then it went, Anna.", "small after"),
        ("He said “so.", "unbalanced"),
        ("Ask {name}.", "unfilled"),
        ("Well , yes.", "spacing"),
    ];
    for (text, fault) in cases {
        assert!(faults(text).iter().any(|found| found.starts_with(fault)), "{text}: {:?}", faults(text));
    }
    assert_eq!(faults("An hour, I said. “is it?” And a unicorn came."), Vec::<String>::new());
}

/// Words that carry what a text is about.
fn content(text: &str) -> BTreeSet<String> {
    let cut = text.to_lowercase();
    let words = cut.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 4);
    words.map(|word| word.chars().take(6).collect()).collect()
}

/// Whether an answer names something from what it answers: by quoting it, by one of its words, or by its topic.
fn names(answer: &str, asked: &str) -> bool {
    let quoted = answer.split('“').skip(1).filter_map(|rest| rest.split('”').next());
    quoted.into_iter().any(|quote| asked.to_lowercase().contains(&quote.to_lowercase()))
        || !content(answer).is_disjoint(&content(asked))
        || topic::of(answer).iter().any(|at| topic::of(asked).contains(at))
}

#[derive(Default)]
struct Seen {
    lines: usize,
    cast_again: Vec<String>,
    crowd: usize,
    crowd_again: usize,
    texts: BTreeSet<String>,
    comments: (usize, usize),
    answers: (usize, usize),
    faults: Vec<String>,
}

impl Seen {
    fn add(&mut self, sitting: &Sitting) {
        let mut heard: BTreeMap<_, usize> = BTreeMap::new();
        for message in &sitting.world().messages {
            let Some(phrase) = sitting.phrase(message.id) else { continue };
            let text = sitting.text(message.id);
            self.lines += 1;
            self.texts.insert(text.to_owned());
            self.faults.extend(faults(text).into_iter().map(|fault| format!("{fault}: {text}")));
            let again =
                *heard.entry((message.room, text.to_lowercase())).and_modify(|n| *n += 1).or_insert(0) > 0;
            let worn =
                *heard.entry((message.room, phrase.to_owned())).and_modify(|n| *n += 1).or_insert(0) > 0;
            let person = message.person().expect("people speak phrases");
            if sitting.world().setup.person(person).cast {
                if again {
                    self.cast_again.push(text.to_owned());
                }
            } else {
                self.crowd += 1;
                self.crowd_again += usize::from(worn);
            }
            self.count(sitting, message, text);
        }
    }

    fn count(&mut self, sitting: &Sitting, message: &Message, text: &str) {
        let Some(asked) = message.answers else { return };
        let named = usize::from(names(text, sitting.text(asked)));
        let Words::Gist(Gist::Remark(kind)) = message.words else { return };
        let counter = if kind == Remark::Answer { &mut self.answers } else { &mut self.comments };
        counter.0 += named;
        counter.1 += 1;
    }
}

#[test]
fn talk_over_twenty_plays_is_new_sound_and_to_the_point() {
    let mut seen = Seen::default();
    for seed in 1..=SEEDS {
        seen.add(&played(Policy::Host, seed));
    }
    let share = |(named, all): (usize, usize)| named as f64 / all.max(1) as f64;
    let told = format!(
        "{} lines, {} different, crowd {} of {} again, comments {:?}, answers {:?}",
        seen.lines,
        seen.texts.len(),
        seen.crowd_again,
        seen.crowd,
        seen.comments,
        seen.answers
    );
    assert!(
        seen.faults.is_empty(),
        "{} faults\n{}",
        seen.faults.len(),
        seen.faults[..seen.faults.len().min(30)].join("\n")
    );
    assert!(seen.cast_again.is_empty(), "{:?}", seen.cast_again);
    assert!(seen.lines >= 10_000 && seen.texts.len() >= 10_000, "{told}");
    assert!(seen.crowd_again * 50 < seen.crowd, "{told}");
    assert!(share(seen.comments) >= 0.6 && share(seen.answers) >= 0.8, "{told}");
}

#[test]
fn an_advert_hears_which_of_its_words_did_it() {
    let pushing = [
        "don't miss",
        "this week only",
        "tag a friend",
        "share this",
        "unbeatable",
        "amazing",
        "visit us",
        "now open",
        "hurry",
        "offer",
    ];
    let (mut quoting, mut telling) = (0, 0);
    for seed in 1..=4 {
        let sitting = played(Policy::Broadcaster, seed);
        for message in &sitting.world().messages {
            if let Words::Gist(Gist::Remark(Remark::Advert | Remark::Pushed)) = message.words {
                let text = sitting.text(message.id).to_lowercase();
                if let Some(quote) = text.split('“').nth(1) {
                    quoting += 1;
                    telling += usize::from(pushing.iter().any(|word| quote.contains(word)));
                }
            }
        }
    }
    assert!(quoting > 20 && telling * 10 >= quoting * 9, "{telling} of {quoting}");
}

#[test]
fn wording_moves_nobody() {
    // The quiet play finds no words for talk until something hangs on it; other words for everybody: the cast's voices
    // are changed, so that other lines are said.
    let tell = |sitting: &Sitting| -> Vec<String> {
        sitting.world().chronicle.iter().map(|event| format!("{event:?}")).collect()
    };
    let run = |scenario: std::sync::Arc<mingle::scenario::Scenario>, quiet: bool| {
        let mut sitting = if quiet { Sitting::quiet(scenario, 5) } else { Sitting::new(scenario, 5) };
        for text in
            ["Fresh bread, amazing offers, don't miss it!", "A man came in and bought one bun for his dog."]
        {
            let a_move = Move::Post { room: "klatch".to_owned(), text: text.to_owned(), photo: None };
            sitting.play(a_move).expect("a post is possible");
            sitting.advance(240);
        }
        sitting
    };
    let plain = run(opening_week(), false);
    let mut other = (*opening_week()).clone();
    for person in &mut other.base.people {
        person.voice = mingle::sim::person::Voice::Teasing;
    }
    let teasing = run(std::sync::Arc::new(other), false);
    assert_eq!(tell(&plain), tell(&teasing));
    assert_eq!(tell(&plain), tell(&run(opening_week(), true)));
    let said = |sitting: &Sitting| -> Vec<String> {
        sitting.world().messages.iter().map(|message| sitting.text(message.id).to_owned()).collect()
    };
    assert_ne!(said(&plain), said(&teasing));
}
