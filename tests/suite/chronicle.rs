//! The chronicle: the same story from the same seed and moves, a sealed journal, and goldens as readable text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use mingle::game::Sitting;
use mingle::game::journal::{Journal, JournalError};
use mingle::game::replay::{Mismatch, replay};
use mingle::lab::policy::Policy;
use mingle::report::tell;
use mingle::scenario::load;
use mingle::sim::Minute;
use mingle::sim::event::{Event, What};
use mingle::sim::reason::Because;

use crate::kit::play::{golden, opening_week, played};

/// A journal as it stands in a file.
fn file_of(sitting: &Sitting) -> String {
    sitting.journal().text()
}

fn host(seed: u64) -> Sitting {
    played(&opening_week(), Policy::Host, seed)
}

/// The text with one line changed.
fn with_line(text: &str, index: usize, change: impl FnOnce(&str) -> Option<String>) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    match change(&lines[index]) {
        Some(line) => lines[index] = line,
        None => drop(lines.remove(index)),
    }
    lines.join("\n") + "\n"
}

#[test]
fn the_same_seed_and_policy_give_the_same_story() {
    for policy in Policy::ALL {
        let (one, other) = (played(&opening_week(), policy, 4), played(&opening_week(), policy, 4));
        assert_eq!(one.hash(), other.hash(), "{}", policy.name());
        assert_eq!(one.world().chronicle, other.world().chronicle, "{}", policy.name());
        assert_eq!(one.journal().lines(), other.journal().lines(), "{}", policy.name());
    }
}

#[test]
fn other_seeds_and_other_policies_give_other_stories() {
    let mut hashes = Vec::new();
    for policy in Policy::ALL {
        hashes.extend((1..=4).map(|seed| played(&opening_week(), policy, seed).hash()));
    }
    let all = hashes.len();
    hashes.sort();
    hashes.dedup();
    assert_eq!(hashes.len(), all);
}

#[test]
fn a_host_run_is_replayed_and_verifies() {
    let (scenario, first) = (opening_week(), host(1));
    let journal = Journal::read(&file_of(&first), false).unwrap();
    assert_eq!(journal.lines(), first.journal().lines());
    let again = replay(&scenario, &journal, Some(first.world().now)).unwrap();
    assert_eq!(again.hash(), first.hash());
    assert_eq!(again.world().chronicle, first.world().chronicle);
}

#[test]
fn a_replay_stops_at_the_minute_it_is_told_even_within_a_move() {
    let (scenario, first) = (opening_week(), host(1));
    for minute in [Minute::on(1, 9 * 60), Minute::on(1, 11 * 60 + 2), Minute::on(1, 13 * 60 + 31)] {
        let part = replay(&scenario, first.journal(), Some(minute)).unwrap();
        assert_eq!(part.world().now, minute);
    }
}

#[test]
fn a_journal_of_another_version_of_the_scenario_does_not_verify() {
    let (name, source) = mingle::scenario::shipped()[0];
    let other = load(name, &format!("{source}\n"), None).unwrap();
    let refused = replay(&std::sync::Arc::new(other), host(1).journal(), None).map(|_| ());
    assert_eq!(refused, Err(Mismatch::Scenario(name.to_owned())));
}

#[test]
fn a_changed_letter_is_reported_at_its_line() {
    let text = file_of(&host(1));
    let count = text.lines().count();
    assert!(count > 100, "{count} lines");
    let digit = |line: &str, field: &str| {
        let at = line.rfind(field).expect("the field is there") + field.len();
        let other = if &line[at..=at] == "a" { "b" } else { "a" };
        Some(format!("{}{other}{}", &line[..at], &line[at + 1..]))
    };
    for index in (1..count).step_by(23) {
        for field in ["\"world\":\"", "\"seal\":\""] {
            let changed = with_line(&text, index, |line| digit(line, field));
            let read = Journal::read(&changed, false).map(|_| ());
            assert_eq!(read, Err(JournalError::Broken { line: index + 1 }), "{field}");
        }
    }
    let words = text.lines().position(|line| line.contains("\"text\":\"")).unwrap();
    let changed = with_line(&text, words, |line| Some(line.replacen("\"text\":\"", "\"text\":\"X", 1)));
    let read = Journal::read(&changed, false).map(|_| ());
    assert_eq!(read, Err(JournalError::Broken { line: words + 1 }));
    let seed = with_line(&text, 0, |line| Some(line.replacen("\"seed\":1", "\"seed\":2", 1)));
    assert_eq!(Journal::read(&seed, false).map(|_| ()), Err(JournalError::Broken { line: 2 }));
}

#[test]
fn a_removed_line_is_reported_where_it_is_missing() {
    let text = file_of(&host(1));
    for index in (1..text.lines().count() - 1).step_by(29) {
        let read = Journal::read(&with_line(&text, index, |_| None), false).map(|_| ());
        assert_eq!(read, Err(JournalError::Broken { line: index + 1 }));
    }
}

#[test]
fn a_torn_last_line_is_dropped_where_that_is_asked_for_and_reported_otherwise() {
    let text = file_of(&host(1));
    let count = text.lines().count();
    let last = text.lines().last().unwrap().len();
    for kept in [1, last / 2, last - 1] {
        let torn = &text[..text.len() - 1 - (last - kept)];
        let read = Journal::read(torn, true).unwrap();
        assert_eq!(read.lines().len(), count - 1, "{kept} bytes kept");
        match Journal::read(torn, false) {
            Err(JournalError::Unreadable { line, .. }) => assert_eq!(line, count),
            other => panic!("{kept} bytes kept: {:?}", other.map(|_| ())),
        }
    }
    // Only a last line without its end is torn; half a line further up is damage.
    let damaged = with_line(&text, count / 2, |line| Some(line[..line.len() / 2].to_owned()));
    assert!(
        matches!(Journal::read(&damaged, true), Err(JournalError::Unreadable { line, .. }) if line == count / 2 + 1)
    );
}

#[test]
fn the_hashes_are_those_kept() {
    let mut text = String::new();
    for seed in 1..=3 {
        let _ = writeln!(text, "opening-week host {seed} {}", host(seed).hash());
    }
    golden("golden.txt", &text);
}

#[test]
fn the_first_hours_of_a_silent_run_read_as_kept() {
    let sitting = played(&opening_week(), Policy::Silent, 1);
    let told = sitting.world().chronicle.iter().filter_map(|event| tell::line(&sitting, event));
    let text: String = told.take(60).map(|line| line + "\n").collect();
    assert_eq!(text.lines().count(), 60);
    golden("chronicles/silent-1.txt", &text);
}

#[test]
fn nobody_says_what_was_said_in_the_room_before() {
    let mut repeated = Vec::new();
    for seed in 1..=5 {
        let sitting = host(seed);
        let world = sitting.world();
        let mut said = BTreeMap::new();
        for message in world.messages.iter().filter(|message| message.private.is_none()) {
            let text = sitting.text(message.id);
            if let Some(first) = said.insert((message.room, text.to_lowercase()), message.id) {
                let room = world.setup.room(message.room).name();
                repeated
                    .push(format!("seed {seed}, {room}: #{} says #{} again: {text}", message.id.0, first.0));
            }
        }
        assert!(said.len() > 100, "seed {seed}: {} lines", said.len());
    }
    assert!(repeated.is_empty(), "{} lines came twice:\n{}", repeated.len(), repeated.join("\n"));
}

/// What is wrong with the causes and changes of an event at a place of the chronicle.
fn unsound(place: usize, event: &Event) -> Vec<String> {
    let mut found = Vec::new();
    if event.id.index() != place {
        found.push(format!("stands at place {place}"));
    }
    if event.cause.is_some_and(|cause| cause >= event.id) {
        found.push("its cause is not earlier".to_owned());
    }
    // A failure comes of nothing in the story: the thing itself went wrong, and it is the first cause of what follows.
    // A word of mouth may come of trust that was there before the story.
    let is_root = matches!(event.what, What::Failed { .. } | What::Told { .. });
    if event.cause.is_none() && !event.changes.is_empty() && !is_root {
        found.push("changes people without a cause".to_owned());
    }
    for change in &event.changes {
        if change.from.total_cmp(&change.to).is_eq() {
            found.push(format!("{:?} of {} does not move", change.dial, change.person));
        }
        if !(change.from.is_finite() && change.to.is_finite()) {
            found.push(format!("{:?} of {} is no number", change.dial, change.person));
        }
        if let Because::Event(id) = change.reason.because
            && id > event.id
        {
            found.push(format!("its reason points at the later {id}"));
        }
    }
    found.iter().map(|what| format!("{} {:?}: {what}", event.id, event.what)).collect()
}

#[test]
fn every_change_moves_something_and_comes_of_something_earlier() {
    for (policy, seed) in
        [(Policy::Host, 1), (Policy::Host, 2), (Policy::Broadcaster, 1), (Policy::Silent, 1)]
    {
        let sitting = played(&opening_week(), policy, seed);
        let events = sitting.world().chronicle.iter().enumerate();
        let found: Vec<String> = events.flat_map(|(place, event)| unsound(place, event)).collect();
        let name = policy.name();
        assert!(
            found.is_empty(),
            "{name}, seed {seed}: {} wrong:\n{}",
            found.len(),
            found[..found.len().min(20)].join("\n")
        );
        let changes: usize = sitting.world().chronicle.iter().map(|event| event.changes.len()).sum();
        assert!(changes > 0, "{name}, seed {seed}: nothing changed");
    }
}
