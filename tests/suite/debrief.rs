//! The debrief: turning points find the planted fault, what-ifs hold everything else still, and every format is inert.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use mingle::appraisal::Dimension;
use mingle::game::journal::Record;
use mingle::game::replay::otherwise;
use mingle::game::standing::standing;
use mingle::game::{Move, Sitting};
use mingle::lab::luck::{Player, fortunes};
use mingle::lab::policy::Policy;
use mingle::report::compare::class;
use mingle::report::page::turn::turns;
use mingle::report::page::{Page, Wish};
use mingle::report::shape::{self, Written};
use mingle::scenario::{Moment, Scenario, load, shipped};
use mingle::sim::message::Words;
use serde_json::Value;

use crate::kit::play::{opening_week, played};

fn all_shipped() -> Vec<Arc<Scenario>> {
    let load = |(name, source): &(&str, &str)| Arc::new(load(name, source, None).expect("it is shipped"));
    shipped().iter().map(load).collect()
}

/// A play of the host with one answer replaced by the author's bad one: the play, and the words.
fn planted(good: &Sitting, nth: usize, to_brand: bool) -> Option<(Sitting, String)> {
    let (world, scenario) = (good.world(), good.scenario());
    let mut found = Vec::new();
    for record in good.journal().records() {
        let Move::Reply { to, photo, .. } = &record.play else { continue };
        let asked = &world.messages[*to as usize];
        let Words::Beat(beat) = asked.words else { continue };
        if to_brand && !asked.to_brand {
            continue;
        }
        let bad = scenario.exemplars.iter().find(|e| !e.good && e.moment == Moment::Beat(beat));
        let Some(bad) = bad else { continue };
        let play = Move::Reply { to: *to, text: bad.text.clone(), photo: photo.clone() };
        found.push(Record { at: record.at.clone(), play, world: String::new() });
    }
    let change = found.into_iter().nth(nth)?;
    let Move::Reply { text, .. } = &change.play else { return None };
    let text = text.clone();
    Some((otherwise(good, &[change]).sitting, text))
}

#[test]
fn turning_points_name_a_planted_bad_answer_first() {
    let (mut named, mut missed, scenarios) = (0, Vec::new(), all_shipped());
    for scenario in &scenarios {
        let good = played(scenario, Policy::Host, 1);
        let Some((bad, words)) = planted(&good, 0, true) else { continue };
        let first = turns(&bad, 2).into_iter().next();
        match first {
            Some(turn) if turn.text == words => named += 1,
            other => missed.push((scenario.name.clone(), words, other.map(|turn| (turn.kind, turn.text)))),
        }
    }
    assert!(named * 10 >= 9 * (named + missed.len()) && named > 0, "{named} named; {missed:#?}");
}

#[test]
fn most_bad_answers_of_opening_week_are_among_the_first_two() {
    let good = played(&opening_week(), Policy::Host, 1);
    let (mut tried, mut late) = (0, Vec::new());
    while let Some((bad, words)) = planted(&good, tried, false) {
        tried += 1;
        let place = turns(&bad, 2).iter().position(|turn| turn.text == words);
        if place.is_none_or(|place| place > 1) {
            late.push((words, place));
        }
    }
    assert!(tried >= 4, "only {tried} answers could be planted");
    assert!(late.len() * 4 <= tried, "{} of {tried}: {late:#?}", late.len());
}

#[test]
fn a_what_if_that_changes_nothing_gives_the_same_chronicle_in_every_shipped_scenario() {
    for scenario in all_shipped() {
        let play = played(&scenario, Policy::Ordinary, 2);
        let (same, first) = (otherwise(&play, &[]), play.journal().records()[0].clone());
        assert_eq!(same.sitting.hash(), play.hash(), "{}", scenario.name);
        let again = otherwise(&play, &[Record { world: String::new(), ..first }]);
        assert_eq!(again.sitting.hash(), play.hash(), "{}", scenario.name);
        assert_eq!(again.sitting.world().chronicle, play.world().chronicle, "{}", scenario.name);
    }
}

#[test]
fn a_what_if_in_one_room_leaves_people_without_ties_to_it_bit_equal_in_every_shipped_scenario() {
    let mut tested = 0;
    for scenario in all_shipped() {
        let mut alone = Scenario::clone(&scenario);
        // Nobody visits two rooms, and no tie leads from one room into another.
        let homes: Vec<_> = alone.base.people.iter().map(|person| person.home).collect();
        for (person, home) in alone.base.people.iter_mut().zip(&homes) {
            person.rooms = [*home].into_iter().collect();
        }
        alone.crowd.size = 0;
        let inside = alone.base.ties.edges().filter(|(from, tie)| {
            homes[from.index()] == homes[tie.to.index()] && homes[from.index()] == tie.room
        });
        alone.base.ties = mingle::sim::ties::Ties::of_edges(homes.len(), inside.collect());
        // A host says nothing twice: a text pasted in two rooms is read as such in both.
        let play = played(&Arc::new(alone), Policy::Host, 2);
        // In a story of one room nobody is elsewhere.
        if play.world().setup.rooms.len() < 2 {
            continue;
        }
        let posts = play.journal().records().iter().filter(|record| matches!(record.play, Move::Post { .. }));
        // What the brand says twice reads otherwise the second time, in any room: such a post says nothing here.
        let told = posts.into_iter().find_map(|post| {
            let wait = Move::Wait { minutes: post.play.cost() };
            let change = Record { play: wait, world: String::new(), ..post.clone() };
            let other = otherwise(&play, &[change]).sitting;
            let Move::Post { room, .. } = &post.play else { return None };
            reads_alike(&play, &other).then(|| (room.clone(), other))
        });
        let Some((room, other)) = told else { continue };
        let place = play.world().setup.room_named(&room).expect("the room is there");
        let mut elsewhere = 0;
        for (person, home) in play.world().setup.people.iter().zip(&homes) {
            if *home != place {
                elsewhere += 1;
                let (was, is) =
                    (play.world().bonds[person.id.index()], other.world().bonds[person.id.index()]);
                assert_eq!(was, is, "{}: {}", scenario.name, person.name);
            }
        }
        assert!(elsewhere > 0, "{}: everybody is at home in {room}", scenario.name);
        tested += 1;
    }
    assert!(tested >= 6, "only {tested} stories have a post that can be left out");
}

/// Whether every message of the brand that both plays have reads the same in both.
fn reads_alike(one: &Sitting, other: &Sitting) -> bool {
    let readings = |sitting: &Sitting| -> BTreeMap<u64, Vec<u64>> {
        let said =
            sitting.world().messages.iter().filter_map(|message| Some((message.label, message.said()?)));
        said.map(|(label, said)| {
            (label, Dimension::ALL.iter().map(|d| said.appraisal.score(*d).to_bits()).collect())
        })
        .collect()
    };
    let (one, other) = (readings(one), readings(other));
    one.iter().all(|(label, scores)| other.get(label).is_none_or(|same| same == scores))
}

#[test]
fn ones_own_seed_gives_ones_own_play_again() {
    let play = played(&opening_week(), Policy::Host, 5);
    let found = fortunes(&play, &[Policy::Host], (5, 1), 2, &|_| {});
    assert_eq!(found.len(), 2);
    for fortune in &found {
        assert_eq!(fortune.ends[0].meters, standing(&play).all, "{:?}", fortune.player);
    }
    assert_eq!((found[0].player, found[0].ends[0].moves.1), (Player::Own, 0));
}

/// What an attacker, or a copied message, may bring into a text.
const PAYLOADS: &str = include_str!("../cases/payloads.txt");

fn payloads() -> Vec<String> {
    PAYLOADS.lines().filter(|line| !line.starts_with("# ") && !line.is_empty()).map(unescaped).collect()
}

/// `\x1b` and `\u{202e}` in the file stand for the characters.
fn unescaped(line: &str) -> String {
    let (mut text, mut rest) = (String::new(), line);
    while let Some(at) = rest.find("\\u{") {
        text.push_str(&rest[..at]);
        let end = at + rest[at..].find('}').expect("each opening is closed");
        let code = u32::from_str_radix(&rest[at + 3..end], 16).expect("a hexadecimal number");
        text.push(char::from_u32(code).expect("a character"));
        rest = &rest[end + 1..];
    }
    text + rest
}

/// A play in which every payload is said, and a page with every payload as a note.
fn hostile() -> (Sitting, Page) {
    let payloads = payloads();
    let mut sitting = Sitting::new(opening_week(), 1);
    for payload in &payloads {
        // What is empty once it is clean is refused.
        let _refused = sitting.play(Move::Post { room: "klatch".into(), text: payload.clone(), photo: None });
    }
    let end = sitting.world().setup.end();
    sitting.advance(end.since(sitting.world().now));
    let notes = payloads.into_iter().collect();
    let mut page = Page::of(&sitting, &Wish { notes, ..Wish::default() });
    // Every text of the page may be hostile, whatever the border let through.
    page.title = payloads_joined();
    page.diaries[0].name = payloads_joined();
    (sitting, page)
}

fn payloads_joined() -> String {
    payloads().join(" ")
}

fn is_forbidden(c: char) -> bool {
    let code = u32::from(c);
    (c.is_control() && c != '\n')
        || matches!(code, 0x202A..=0x202E | 0x2066..=0x2069 | 0x200E | 0x200F | 0x061C | 0x2028 | 0x2029)
}

#[test]
fn payloads_are_inert_in_every_format() {
    assert!(payloads().len() >= 60, "only {} payloads", payloads().len());
    let (sitting, page) = hostile();
    let written = |format| shape::written(&page, format, None).expect("the shipped template fits");
    let json = mingle::report::json::debrief(&sitting, &page).to_string();
    let formats = [
        ("text", written(Written::Text)),
        ("md", written(Written::Markdown)),
        ("html", written(Written::Html)),
        ("json", json),
        ("csv", shape::csv::page(&page)),
        ("xapi", shape::xapi::statements(&sitting, &page, &payloads_joined())),
        ("class", shape::class::html(&class(std::slice::from_ref(&sitting), &[payloads_joined()]))),
    ];
    for (name, text) in &formats {
        let bad: BTreeSet<u32> = text.chars().filter(|c| is_forbidden(*c)).map(u32::from).collect();
        assert!(bad.is_empty(), "{name}: {bad:x?}");
    }
    for text in [&formats[2].1, &formats[6].1] {
        let tags: BTreeSet<&str> =
            text.split('<').skip(1).filter_map(|rest| rest.split([' ', '>', '\n']).next()).collect();
        for bad in ["script", "img", "iframe", "b", "svg/onload", "object", "link", "base", "form"] {
            assert!(!tags.contains(bad), "html has <{bad}>");
        }
        assert!(!text.contains("href=\"javascript"));
    }
    let md = &formats[1].1;
    for bad in ["](http", "](javascript", "<script", "<img", "http://", "https://", "\n# Injected"] {
        assert!(!md.contains(bad), "md has {bad}");
    }
}

/// The records of a CSV file, by the rules of RFC 4180.
fn records(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            other => field.push(other),
        }
    }
    rows
}

#[test]
fn csv_has_five_fields_a_row_and_no_formula() {
    let (_, page) = hostile();
    let rows = records(&shape::csv::page(&page));
    assert!(rows.len() > 200, "{}", rows.len());
    for row in rows {
        assert_eq!(row.len(), 5, "{row:?}");
        for field in row {
            let number = field.parse::<f64>().is_ok();
            assert!(number || !field.trim_start().starts_with(['=', '+', '-', '@']), "{field}");
        }
    }
}

#[test]
fn statements_are_what_a_record_store_takes() {
    let play = played(&opening_week(), Policy::Host, 1);
    let page = Page::of(&play, &Wish::default());
    let text = shape::xapi::statements(&play, &page, "player-7");
    assert_eq!(text, shape::xapi::statements(&play, &page, "player-7"), "a second export has the same ids");
    let mut ids = BTreeSet::new();
    let mut verbs = Vec::new();
    for line in text.lines() {
        let statement: Value = serde_json::from_str(line).expect("each line is JSON");
        let object = statement.as_object().expect("each is an object");
        for key in object.keys() {
            assert!(
                ["id", "actor", "verb", "object", "result", "context", "version"].contains(&key.as_str()),
                "{key}"
            );
        }
        let id = statement["id"].as_str().expect("an id");
        let lengths: Vec<usize> = id.split('-').map(str::len).collect();
        assert!(lengths == [8, 4, 4, 4, 12] && id.chars().all(|c| c == '-' || c.is_ascii_hexdigit()), "{id}");
        assert!(ids.insert(id.to_owned()), "{id} comes twice");
        assert!(!line.contains("null"), "{line}");
        assert!(
            statement["actor"]["account"]["name"] == "player-7" && statement["actor"].get("mbox").is_none()
        );
        verbs.push(statement["verb"]["id"].as_str().expect("a verb").to_owned());
        for key in [&statement["verb"]["id"], &statement["object"]["id"]] {
            assert!(key.as_str().is_some_and(|iri| iri.contains("://") && !iri.contains(' ')), "{key}");
        }
    }
    assert!(verbs[0].ends_with("initialized") && verbs[verbs.len() - 1].ends_with("terminated"));
}

#[test]
fn in_a_class_what_a_play_did_not_come_to_is_absent() {
    let scenario = opening_week();
    let whole = played(&scenario, Policy::Host, 1);
    let mut begun = Sitting::new(Arc::clone(&scenario), 1);
    begun.advance(30);
    let class = class(&[begun, whole], &["begun".to_owned(), "whole".to_owned()]);
    assert!(class.same_seed && class.plays[0].ends_well.is_none() && class.plays[1].ends_well.is_some());
    assert_eq!((class.meters[0].of, class.meters[2].of), (1, 1), "voice and answering of one play only");
    let came: Vec<usize> = class.moments.iter().map(|moment| moment.came).collect();
    assert!(came.len() > 5 && came.iter().all(|came| *came == 1), "{came:?}");
    let best = class.moments.iter().filter_map(|moment| moment.best.as_ref());
    assert!(best.clone().count() > 5 && best.into_iter().all(|best| best.play == "whole"));
}

#[test]
fn a_template_of_ones_own_is_filled_or_its_line_is_named() {
    let play = played(&opening_week(), Policy::Silent, 1);
    let page = Page::of(&play, &Wish { notes: vec!["<b>".to_owned()], ..Wish::default() });
    let html = shape::written(&page, Written::Html, Some("<p>{{ title }}: {{ notes[0] }}</p>"));
    assert_eq!(html.expect("it is sound"), "<p>Opening week: &lt;b&gt;</p>");
    let broken = shape::written(&page, Written::Html, Some("<p>\n{% if title %}\n</p>"));
    assert_eq!(broken.expect_err("it has no end").line, 3);
}

#[test]
fn the_page_of_html_has_landmarks_and_no_script() {
    let play = played(&opening_week(), Policy::Ordinary, 1);
    let page = Page::of(&play, &Wish::default());
    let html = shape::written(&page, Written::Html, None).expect("the shipped template fits");
    for wanted in [
        "<main",
        "<header>",
        "<nav",
        "<footer>",
        "lang=\"en\"",
        "role=\"img\"",
        "Content-Security-Policy",
        "@media print",
    ] {
        assert!(html.contains(wanted), "{wanted}");
    }
    assert!(!html.contains("<script") && !html.contains(" onclick") && !html.contains("src="));
    let sections = html.matches("<section").count();
    assert_eq!(sections, html.matches("</section>").count());
    assert_eq!(html.matches("<svg").count(), html.matches("<title id=").count());
}
