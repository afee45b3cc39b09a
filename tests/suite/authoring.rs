//! What authors write with: shared files, variables, stories, conditions, goals, lints, and the mistakes they make.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use mingle::game::{Sitting, deeds, goals};
use mingle::lab::coverage::{coverage, misses};
use mingle::lab::policy::{Policy, play};
use mingle::scenario::goal::{Did, Idea, Part, Points};
use mingle::scenario::{self, Fault, Scenario, Unusable};
use mingle::sim::BeatId;
use mingle::sim::setup::{Occasion, When};
use serde::Deserialize;

use crate::kit::play::home;

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        put(folder.path(), name, text);
    }
    folder
}

fn put(folder: &Path, name: &str, text: &str) {
    let mut file = fs::File::create(folder.join(name)).expect("a file");
    std::io::Write::write_all(&mut file, text.as_bytes()).expect("it can be written");
}

fn faults(folder: &Path, name: &str) -> Vec<Fault> {
    match scenario::read_scenario(&folder.join(name)) {
        Err(Unusable::Faulty { faults, .. }) => faults,
        Err(unusable) => panic!("{unusable}"),
        Ok(_) => Vec::new(),
    }
}

fn sound(source: &str) -> Scenario {
    scenario::load("a.ron", source, None).unwrap_or_else(|faults| {
        panic!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

fn small() -> String {
    fs::read_to_string(home().join("tests/cases/small.ron")).expect("the small scenario is there")
}

/// The small scenario with more beats, and more fields after them.
fn with(beats: &str, fields: &str) -> String {
    let source = small();
    let end = source.rfind("    ],\n").expect("its list of beats ends");
    format!("{}{beats}    ],\n{fields}{}", &source[..end], &source[end + "    ],\n".len()..])
}

const MAIN: &str = r#"(
    format: 1,
    include: ["cast.ron", "brand.ron"],
    variables: [("town", "Aldham")],
    title: "Market day in {town}",
    summary: "A day.",
    briefing: "You speak for {name} in {town}.",
    days: 1,
    staffed: ("08:00", "18:00"),
    rooms: ["klatch"],
    beats: [(id: "ask", when: At("1 09:00"), what: Say(who: "ruth", room: "klatch", text: "Is there {ware} in {town}?", to_brand: true, kind: Question, facts: ["ware"]))],
)"#;
const CAST: &str = r#"(cast: [(id: "ruth", name: "Ruth of {town}", about: "New here.", work: "Nurse", cares: ["food"], voice: Plain, rooms: ["klatch"])])"#;
const BRAND: &str = r#"(
    variables: [("name", "Mill Lane"), ("ware", "rye"), ("town", "Nowhere")],
    brand: (name: "{name}", about: "A shop.", voice: "plain", facts: [(id: "ware", text: "There is {ware} at ten.")]),
)"#;

#[test]
fn shared_files_are_included_and_variables_filled_in_everywhere() {
    let folder = folder(&[("main.ron", MAIN), ("cast.ron", CAST), ("brand.ron", BRAND)]);
    let loaded = scenario::read_scenario(&folder.path().join("main.ron")).expect("it has no faults");
    assert_eq!(loaded.title, "Market day in Aldham");
    assert_eq!(loaded.briefing, "You speak for Mill Lane in Aldham.");
    assert_eq!(loaded.base.people[0].name, "Ruth of Aldham", "the outermost file is heard");
    assert_eq!(loaded.base.brand.sheet.facts[0].text, "There is rye at ten.");
    assert_eq!(loaded.beside, ["brand.ron", "cast.ron"]);
    put(folder.path(), "cast.ron", &CAST.replace("Nurse", "Baker"));
    let other = scenario::read_scenario(&folder.path().join("main.ron")).expect("it has no faults");
    assert_ne!(loaded.digest, other.digest, "a changed part is another scenario");
}

#[test]
fn faults_in_included_files_name_that_file() {
    let cases: [(&str, &str, &str); 7] = [
        ("cast.ron", &CAST.replace("\"food\"", "\"fod\""), "cast.ron:1:89: S030"),
        ("cast.ron", &CAST.replace("{town}", "{twon}"), "cast.ron:1:28: S050"),
        ("cast.ron", &CAST.replace("Plain", "Loud"), "cast.ron:1:105: S014"),
        ("cast.ron", &CAST.replace("(cast", "(include: [\"main.ron\"], cast"), "cast.ron:1:12: S052"),
        ("cast.ron", &CAST.replace("(cast", "(include: [\"../x.ron\"], cast"), "cast.ron:1:12: S051"),
        ("brand.ron", &BRAND.replace("facts", "fact"), "brand.ron:3:63: S010"),
        ("brand.ron", &BRAND.replace("(format", "(form").replace("brand:", "bran:"), "brand.ron:3:5: S010"),
    ];
    for (name, text, wanted) in cases {
        let folder = folder(&[("main.ron", MAIN), ("cast.ron", CAST), ("brand.ron", BRAND)]);
        put(folder.path(), name, text);
        let told: Vec<String> = faults(folder.path(), "main.ron").iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|fault| fault.starts_with(wanted)), "{wanted} is not among {told:#?}");
    }
}

#[test]
fn nothing_outside_the_folder_is_included() {
    let folder = folder(&[("cast.ron", CAST), ("brand.ron", BRAND)]);
    let paths = [
        "../x.ron",
        "/etc/passwd",
        "/etc/x.ron",
        "a/b.ron",
        "..\\x.ron",
        "C:\\x.ron",
        "C:x.ron",
        "x.txt",
        "",
        ".",
        "..",
        "/proc/self/fd/0",
        "./../x.ron",
        "\\\\host\\x.ron",
        "a:b.ron",
    ];
    for path in paths {
        let text = MAIN.replace("\"cast.ron\"", &format!("{path:?}"));
        put(folder.path(), "main.ron", &text);
        let told = faults(folder.path(), "main.ron");
        assert!(told.iter().any(|fault| fault.code == "S051"), "{path}: {told:?}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/hostname", folder.path().join("link.ron")).expect("a link");
        put(folder.path(), "main.ron", &MAIN.replace("cast.ron", "link.ron"));
        assert!(faults(folder.path(), "main.ron").iter().any(|fault| fault.code == "S051"));
    }
}

#[test]
fn what_no_file_states_is_missing() {
    let folder = folder(&[("main.ron", MAIN), ("cast.ron", CAST), ("brand.ron", "()")]);
    let told: Vec<String> = faults(folder.path(), "main.ron").iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|fault| fault.contains("S012") && fault.contains("no brand")), "{told:#?}");
}

#[test]
fn a_story_becomes_beats_that_follow_each_other() {
    let stories = "    stories: [(id: \"kite\", room: \"klatch\", lines: [(\"1 09:30\", \"ruth\", \"A kite.\"), (\"+12\", \"ruth\", \"Ours.\"), (\"1 15:00\", \"ruth\", \"Gone.\")])],\n";
    let loaded = sound(&with("", stories));
    let beats = &loaded.base.beats;
    let first = beats.iter().position(|beat| beat.name == "kite.1").expect("the first line is a beat");
    assert_eq!(beats[first + 1].when, When::After(BeatId::at(first), 12));
    let mut sitting = Sitting::new(Arc::new(loaded.clone()), 1);
    play(Policy::Silent, &mut sitting);
    let world = sitting.world();
    let said = |name: &str| {
        let at = beats.iter().position(|beat| beat.name == name).expect("it is a beat");
        world.message(world.fired[at].message.expect("it was said"))
    };
    assert_eq!(said("kite.2").thread, said("kite.1").id);
    assert!(said("kite.3").is_post());
    let wrong = stories.replace("1 09:30", "+5").replace("+12", "+soon");
    let faults = scenario::load("a.ron", &with("", &wrong), None).expect_err("it has faults");
    assert_eq!(faults.iter().filter(|fault| fault.code == "S020").count(), 2, "{faults:?}");
}

#[test]
fn beats_come_about_on_every_kind_of_condition() {
    let moves = [
        ("reply", "Thank you for your enquiry. Please visit our website."),
        ("post", "We were up at five with the oven, and the dough had climbed out of the bowl."),
    ];
    let say = |id: &str, when: &str| {
        format!(
            "        (id: \"{id}\", when: {when}, what: Say(who: \"ruth\", room: \"klatch\", text: \"Said {id}.\")),\n"
        )
    };
    let first = small();
    let name =
        first.split("id: \"").nth(3).and_then(|rest| rest.split('"').next()).expect("its beat has an id");
    let beats: String = [
        say("never", "All([Mentions([\"oven\"], 0), Cools(\"ruth\", 0, \"1 09:00\")])"),
        say("oven", "Mentions([\"oven\"], 5)"),
        say("bread", "Mentions([\"bread\", \"nothing\"], 5)"),
        say("low", "Distrusts(\"ruth\", 99, \"1 09:00\")"),
        say("cool", "Cools(\"ruth\", 99, \"1 09:00\")"),
        say("any", "Any([Ignored(\"low-wait\"), Mentions([\"OVEN\"], 0)])").replace("low-wait", "wait"),
        say("all", "All([Mentions([\"oven\"], 0), Distrusts(\"ruth\", 99, \"1 09:00\")])"),
        say("broke", "Broke([], 0)"),
        "        (id: \"wait\", when: At(\"1 09:05\"), what: Say(who: \"ruth\", room: \"klatch\", text: \"And the price?\", to_brand: true, kind: Question)),\n".to_owned(),
        say("bad", "AnsweredBadly(\"wait\", 5)"),
    ]
    .concat();
    let source = with(&beats, "");
    let scenario = Arc::new(sound(&source));
    let mut sitting = Sitting::new(Arc::clone(&scenario), 1);
    sitting.advance(90);
    let at = |name: &str| scenario.base.beats.iter().position(|beat| beat.name == name).expect("a beat");
    let wait = sitting.world().fired[at("wait")].message.expect("she asked");
    for (kind, text) in moves {
        let text = text.to_owned();
        let a_move = if kind == "reply" {
            mingle::game::Move::Reply { to: wait.0, text, photo: None }
        } else {
            mingle::game::Move::Post { room: "klatch".to_owned(), text, photo: None }
        };
        sitting.play(a_move).expect("it is possible");
    }
    sitting.advance(60);
    for (name, happens) in [
        (name, true),
        ("oven", true),
        ("low", true),
        ("cool", true),
        ("any", true),
        ("all", true),
        ("bad", true),
        ("never", false),
        ("broke", false),
    ] {
        assert_eq!(sitting.world().fired[at(name)].at.is_some(), happens, "{name}");
    }
}

#[test]
fn circles_are_found_through_any_and_all() {
    let beat = |id: &str, when: &str| {
        format!("        (id: \"{id}\", when: {when}, what: News(room: \"klatch\", text: \"{id}\")),\n")
    };
    let cases = [
        (beat("a", "Any([After(\"b\", 1), At(\"1 10:00\")])") + &beat("b", "After(\"a\", 1)"), false),
        (beat("a", "All([After(\"b\", 1), At(\"1 10:00\")])") + &beat("b", "After(\"a\", 1)"), true),
        (beat("a", "Any([After(\"b\", 1), After(\"a\", 1)])") + &beat("b", "After(\"a\", 1)"), true),
    ];
    for (beats, circle) in cases {
        let told = scenario::load("a.ron", &with(&beats, ""), None);
        let found = told.as_ref().is_err_and(|faults| faults.iter().any(|fault| fault.code == "S033"));
        assert_eq!(found, circle, "{beats}\n{:?}", told.err());
    }
}

#[test]
fn the_template_teaches_and_its_goals_are_judged_with_evidence() {
    let scenario = Arc::new(sound(scenario::TEMPLATE));
    assert_eq!((scenario.minutes, scenario.goals.len(), scenario.notes.len()), (20, 3, 2));
    assert_eq!(scenario.base.own_lines[0].when, Occasion::Helped);
    for (policy, met) in [(Policy::Host, [true, true, true]), (Policy::Silent, [false, false, true])] {
        let mut sitting = Sitting::new(Arc::clone(&scenario), 1);
        play(policy, &mut sitting);
        let judged = goals::judge(&sitting);
        assert_eq!(judged.iter().map(|goal| goal.met).collect::<Vec<_>>(), met, "{policy:?}");
        assert_eq!(judged[0].idea, Idea::Responsive);
        if policy == Policy::Silent {
            assert!(!judged[0].evidence.is_empty(), "who waited in vain is named");
        }
        let run = scenario
            .expected
            .iter()
            .position(|run| run.player == scenario::goal::Player::Policy(policy.name().to_owned()));
        assert_eq!(misses(&sitting, &scenario.expected[run.expect("it is expected")]), Vec::<usize>::new());
    }
    let seen = coverage(&scenario, 1);
    assert_eq!((seen.plays, seen.silent.len()), (10, 0));
    assert!(!seen.beats.iter().any(|(_, name)| name == "ask"), "{seen:?}");
}

#[test]
fn a_lesson_goes_on_step_by_step_and_opens_moves() {
    let lesson = "    lesson: [\n        (part: Tutorial, text: \"Read a page.\", points: Person(\"ruth\"), unlocks: [Listen], until: Did(Listen, 1)),\n        (part: Free, text: \"Go on.\", unlocks: []),\n    ],\n";
    let scenario = Arc::new(sound(&with("", lesson)));
    let mut sitting = Sitting::new(scenario, 1);
    let post =
        mingle::game::Move::Post { room: "klatch".to_owned(), text: "Good morning.".to_owned(), photo: None };
    let (at, step) = deeds::step(&sitting).expect("there is a lesson");
    assert_eq!((at, step.part, matches!(step.points, Points::Person(_))), (0, Part::Tutorial, true));
    assert!(!deeds::is_open(&sitting, &post));
    let name = sitting.world().setup.people[0].name.clone();
    sitting.play(mingle::game::Move::Listen { person: name }).expect("it is possible");
    assert_eq!(deeds::step(&sitting).map(|(at, _)| at), Some(1));
    assert!(deeds::is_open(&sitting, &post));
    assert_eq!(deeds::made(sitting.world(), Did::Listen).len(), 1);
    let endless = lesson.replace(", until: Did(Listen, 1)", "");
    let faults = scenario::load("a.ron", &with("", &endless), None).expect_err("it has a fault");
    assert_eq!(faults[0].code, "S038", "{faults:?}");
}

#[test]
fn what_is_unwise_is_said_and_only_then() {
    assert_eq!(scenario::lints("new.ron", scenario::TEMPLATE, None), Vec::new());
    let cases = [
        ("Answered(\"ask\", 20)", "Answered(\"frost\", 20)", "W101"),
        ("Ignored(\"ask\")", "Distrusts(\"ruth\", 0, \"1 09:00\")", "W101"),
        ("answers: [\"parking\"], about", "about", "W102"),
        ("facts: [\"place\"], about: [\"door\"]", "about: [\"door\"]", "W102"),
        (
            "    ],\n\n    // Everybody else.",
            "        (id: \"lone\", name: \"Lone Wolf\", about: \"Alone.\", work: \"Hermit\", cares: [\"food\"], voice: Dry, rooms: [\"klatch\"]),\n    ],\n\n    // Everybody else.",
            "W103",
        ),
        ("fit: 80, chance", "fit: 0, chance", "W104"),
        ("offers: [", "offers: [(id: \"hat\", title: \"A hat\", earns: 1, gives: 1), ", "W105"),
        ("Short, warm", "x", ""),
        (
            "It's true, Colm. Open nine to six, and the kettle's on.",
            "BUY NOW!!! Unbeatable deals, hurry, only today! #deal #buy #now",
            "W106",
        ),
        (
            "It was there when I went by at six.",
            "Someone has left a child's bicycle on our wall. Red, one pedal.",
            "W107",
        ),
        ("What time do you shut?", "When are you open?", "W107"),
    ];
    for (from, to, code) in cases {
        assert!(scenario::TEMPLATE.contains(from), "{from}");
        let mut source = scenario::TEMPLATE.replacen(from, to, 1);
        if code == "W102" {
            let keep = |line: &&str| !line.contains("(question: 3") && !line.contains("(beat: \"where\"");
            source = source.lines().filter(keep).collect::<Vec<_>>().join("\n");
        }
        let lints = scenario::lints("new.ron", &source, None);
        let codes: Vec<&str> = lints.iter().map(|lint| lint.code).collect();
        assert!(scenario::load("new.ron", &source, None).is_ok(), "{from}");
        assert_eq!(codes.contains(&code), !code.is_empty(), "{from}: {lints:?}");
    }
}

#[derive(Deserialize)]
struct Mistake {
    name: String,
    from: String,
    to: String,
    told: Vec<String>,
}

/// What authors get wrong, each a change of the template, with every line they are told.
#[test]
fn mistakes_of_authors_are_told_as_pinned() {
    let file = fs::read_to_string(home().join("tests/cases/mistakes.ron")).expect("the mistakes are there");
    let mistakes: Vec<Mistake> = ron::from_str(&file).expect("they can be read");
    assert!(mistakes.len() >= 40, "{}", mistakes.len());
    let mut wrong = String::new();
    for mistake in &mistakes {
        assert!(scenario::TEMPLATE.contains(&mistake.from), "{}", mistake.name);
        let source = scenario::TEMPLATE.replacen(&mistake.from, &mistake.to, 1);
        let faults = scenario::load("m.ron", &source, None).err().unwrap_or_default();
        let told: Vec<String> =
            faults.iter().map(|f| format!("{} {} {}", f.code, f.message, f.help)).collect();
        if told != mistake.told {
            wrong.extend([mistake.name.clone(), format!(": {told:#?}\n")]);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// 20,000 changed files; `MINGLE_MUTATIONS` asks for another number, as 1000000.
#[test]
fn changed_files_never_panic_and_every_fault_lies_inside() {
    let rounds: u64 = std::env::var("MINGLE_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(20_000);
    let threads = std::thread::available_parallelism().map_or(1, |n| n.get() as u64);
    std::thread::scope(|scope| {
        for part in 0..threads {
            scope.spawn(move || mutate(part * rounds / threads..(part + 1) * rounds / threads));
        }
    });
}

fn mutate(rounds: std::ops::Range<u64>) {
    let source = with(
        "",
        "    goals: [(id: \"g\", title: \"G\", teaches: Truth, when: Any([Untruths(0), Not(Closer(5))]))],\n    stories: [(id: \"s\", room: \"klatch\", lines: [(\"1 09:30\", \"ruth\", \"A {x} kite.\"), (\"+12\", \"ruth\", \"Ours.\")])],\n    variables: [(\"x\", \"red\")],\n    notes: [\"{x}\"],\n",
    );
    let places: Vec<usize> = source.char_indices().map(|(at, _)| at).collect();
    let junk = [
        "(",
        ")",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "=",
        "“",
        "{",
        "}",
        "/*",
        "\\",
        "é",
        "NaN",
        "-1",
        "1e999",
        "\u{0}",
        "'",
        "r#\"",
        "\n",
        "{x}",
        "include: [\"a.ron\"],",
        "Any([",
        "99999999999",
        "0",
    ];
    for round in rounds {
        let mut state = round.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x2545_f491;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        let mut text = source.clone();
        let (a, b) = (places[next(places.len())], places[next(places.len())]);
        let until =
            source.char_indices().map(|(at, _)| at).find(|at| *at >= a + 1 + b % 30).unwrap_or(source.len());
        match round % 5 {
            0 => text.insert_str(a, junk[next(junk.len())]),
            1 => text.replace_range(a..until, ""),
            2 => text.truncate(a),
            3 => text.replace_range(a..until, junk[next(junk.len())]),
            _ => text.insert_str(a, &source[b.min(a)..b.max(a)].chars().take(60).collect::<String>()),
        }
        let Err(faults) = scenario::load("m.ron", &text, None) else { continue };
        assert!(!faults.is_empty());
        for fault in &faults {
            let line = text.split('\n').nth(fault.line.wrapping_sub(1));
            let width = line.map(|line| line.chars().count());
            assert!(
                width.is_some_and(|width| fault.column >= 1 && fault.column <= width + 1),
                "{round}: {fault}"
            );
        }
    }
}
