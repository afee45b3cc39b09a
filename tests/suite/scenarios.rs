//! Scenario files: sound ones load, broken ones give their pinned faults, mutilated ones never panic.

use std::fs;
use std::path::{Path, PathBuf};

use mingle::appraisal::{Context, Deed, appraise};
use mingle::scenario::{self, Fault, Moment, Sources, Unusable};
use mingle::sim::PersonId;

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn small() -> String {
    fs::read_to_string(cases().join("small.ron")).expect("the small scenario is there")
}

fn told(faults: &[Fault]) -> String {
    let line = |f: &Fault| format!("{}:{} {} {} | {}\n", f.line, f.column, f.code, f.message, f.help);
    faults.iter().map(line).collect()
}

/// Loads the small scenario with one text replaced by another.
fn changed(from: &str, to: &str) -> Result<scenario::Scenario, Vec<Fault>> {
    let source = small();
    assert!(source.contains(from), "{from}");
    scenario::load("small.ron", &source.replacen(from, to, 1), None)
}

#[test]
fn every_broken_file_has_its_pinned_faults() {
    let mut count = 0;
    let mut wrong = String::new();
    let mut files: Vec<PathBuf> =
        fs::read_dir(cases().join("broken")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ext| ext == "ron")) {
        count += 1;
        let name = file.file_name().unwrap().to_string_lossy();
        let source = fs::read_to_string(file).unwrap();
        let faults = scenario::load(&name, &source, file.parent()).expect_err(&name);
        let pinned = fs::read_to_string(file.with_extension("txt")).unwrap_or_default();
        if told(&faults) != pinned {
            wrong.extend(["--- ", &name, "\n", &told(&faults)]);
        }
    }
    assert!(count >= 12, "{count} broken files");
    assert!(wrong.is_empty(), "these faults are not the pinned ones:\n{wrong}");
}

#[test]
fn the_small_scenario_loads() {
    let loaded = scenario::read_scenario(&cases().join("small.ron")).unwrap();
    assert_eq!((loaded.name.as_str(), loaded.title.as_str()), ("small", "Small"));
    assert_eq!((loaded.base.people.len(), loaded.base.beats.len(), loaded.crowd.size), (1, 1, 0));
    assert_eq!(loaded.digest.len(), 16);
    assert!((loaded.base.people[0].first.0 - 0.45).abs() < 1e-9);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_faults() {
    let source = format!("\u{feff}{}", small().replace('\n', "\r\n"));
    scenario::load("small.ron", &source, None).unwrap();
}

#[test]
fn the_template_loads_with_its_ties_both_ways() {
    let loaded = scenario::load("new.ron", scenario::TEMPLATE, None)
        .unwrap_or_else(|faults| panic!("{}", told(&faults)));
    for person in 0..3 {
        assert_eq!(loaded.base.ties.of(PersonId(person)).len(), 2, "{person}");
    }
    assert!(matches!(loaded.exemplars[0].moment, Moment::Beat(_)));
    assert!(loaded.exemplars.iter().any(|one| matches!(one.moment, Moment::Post { at: Some(_), .. })));
}

#[test]
fn the_shipped_scenarios_load() {
    for (name, source) in scenario::shipped() {
        let loaded = scenario::load(&format!("{name}.ron"), source, None);
        let loaded = loaded.unwrap_or_else(|faults| panic!("{name}\n{}", told(&faults)));
        assert_eq!(loaded.name, *name);
    }
}

#[test]
fn the_shipped_rooms_load_and_their_hours_have_a_mean_of_one() {
    for (name, source) in scenario::SHIPPED_ROOMS {
        let (room, file) =
            scenario::read_room(name, name, source).unwrap_or_else(|faults| panic!("{}", told(&faults)));
        assert!((room.hours.iter().sum::<f64>() - 24.0).abs() < 1e-9, "{name}");
        assert_eq!((file.fits.len(), file.jars.len()), (5, 5), "{name}");
        assert!((20..=40).contains(&room.norms.at_home.len()), "{name}");
        assert!((20..=40).contains(&room.norms.out_of_place.len()), "{name}");
        assert_eq!(room.requests, name == "networking");
    }
}

#[test]
fn a_room_beside_the_scenario_can_be_used() {
    let folder = tempfile::tempdir().unwrap();
    let garden = scenario::SHIPPED_ROOMS[0].1.replace("room: \"klatch\"", "room: \"garden\"");
    let source = small().replace("rooms: [\"klatch\"],\n    cast", "rooms: [\"garden.ron\"],\n    cast");
    let source = source.replace("\"klatch\"", "\"garden\"");
    for (name, text) in [("garden.ron", &garden), ("s.ron", &source)] {
        std::io::Write::write_all(&mut fs::File::create(folder.path().join(name)).unwrap(), text.as_bytes())
            .unwrap();
    }
    let loaded = scenario::read_scenario(&folder.path().join("s.ron")).unwrap();
    assert_eq!(loaded.base.rooms[0].name(), "garden");
    let outside = source.replace("garden.ron", "../garden.ron");
    let faults = scenario::load("s.ron", &outside, Some(folder.path())).unwrap_err();
    assert!(faults.iter().any(|fault| fault.code == "S041"), "{}", told(&faults));
}

#[test]
fn what_is_no_small_plain_text_file_is_not_read() {
    for path in ["/dev/zero", "/", "/no/such/file.ron"] {
        assert!(matches!(scenario::read_scenario(Path::new(path)), Err(Unusable::Unread(_))), "{path}");
    }
    let huge = format!("{}{}", small(), " ".repeat(1024 * 1024));
    assert_eq!(scenario::load("huge.ron", &huge, None).unwrap_err()[0].code, "S024");
}

#[test]
fn deep_nesting_is_a_fault_and_no_crash() {
    for depth in [33, 100, 1_000_000] {
        for bracket in ["[", "(", "/*", "a("] {
            let faults = scenario::load("deep.ron", &bracket.repeat(depth.min(500_000)), None).unwrap_err();
            assert_eq!(faults.len(), 1, "{bracket} {depth}");
        }
    }
}

#[test]
fn a_long_text_is_a_fault() {
    let faults = changed("Answer Ruth.", &"word ".repeat(900)).unwrap_err();
    assert_eq!((faults[0].code, faults[0].line), ("S023", 6));
}

#[test]
fn faults_are_drawn_without_escapes() {
    let source =
        small().replace("rooms: [\"klatch\"],\n    cast", "rooms: [\"kla\u{1b}[31mtch\u{202e}\"],\n    cast");
    let faults = scenario::load("small\u{1b}[31m.ron", &source, None).unwrap_err();
    let mut sources = Sources::new();
    sources.insert("small.ron".to_owned(), source);
    let drawn = scenario::render(&faults, &sources, false);
    assert!(drawn.contains("S030") && drawn.contains("small.ron:15:13"), "{drawn}");
    assert!(!drawn.contains('\u{1b}') && !drawn.contains('\u{202e}'), "{drawn:?}");
}

#[test]
fn mutilated_files_never_panic_and_faults_stay_inside_the_file() {
    let source = scenario::TEMPLATE;
    let places: Vec<usize> = source.char_indices().map(|(at, _)| at).collect();
    let junk = [
        "(", ")", "[", "]", "\"", ",", ":", "=", "“", "{", "}", "/*", "\\", "é", "NaN", "-1", "1e999",
        "\u{0}", "'", "r#\"", "\n",
    ];
    // A small generator of numbers is enough: the places matter, not their luck.
    let mut state = 0x2545_f491_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for round in 0..1_000 {
        let mut text = source.to_owned();
        let (a, b) = (places[next(places.len())], places[next(places.len())]);
        let (from, until) = (a.min(b), a.max(b));
        match round % 4 {
            0 => text.insert_str(a, junk[next(junk.len())]),
            1 => text.replace_range(from..until.min(from + 40).max(from), ""),
            2 => text.truncate(a),
            _ => {
                let piece = source[from..until].chars().take(60).collect::<String>();
                text.insert_str(a, &piece);
            }
        }
        let Err(faults) = scenario::load("m.ron", &text, None) else { continue };
        assert!(!faults.is_empty());
        let lines: Vec<&str> = text.split('\n').collect();
        for fault in &faults {
            assert!(fault.line >= 1 && fault.line <= lines.len(), "{round}: {fault}");
            let width = lines[fault.line - 1].chars().count();
            assert!(fault.column >= 1 && fault.column <= width + 1, "{round}: {fault}");
        }
        let sources = Sources::from([("m.ron".to_owned(), text.clone())]);
        assert!(!scenario::render(&faults, &sources, false).is_empty());
    }
}

#[test]
fn the_shape_tables_and_the_typed_form_agree() {
    // Written out by the typed form, every field is there; an unknown or missing one in the tables would be a fault.
    for source in [scenario::TEMPLATE.to_owned(), small()] {
        let plain = ron::extensions::Extensions::IMPLICIT_SOME;
        let single = ron::extensions::Extensions::UNWRAP_VARIANT_NEWTYPES;
        let wanted = if source.contains("Say((") { plain } else { plain | single };
        let options = ron::Options::default().with_default_extension(wanted);
        let file: scenario::format::ScenarioFile = options.from_str(&source).unwrap();
        let whole = ron::ser::to_string(&file).unwrap();
        scenario::load("whole.ron", &whole, None).unwrap_or_else(|faults| panic!("{}", told(&faults)));
    }
}

#[test]
fn a_mebibyte_of_nonsense_is_judged() {
    let line = "a:1,";
    let beat = "(id:\"b\",when:Ignored(\"c\"),what:News(room:\"x\",text:\"\")),";
    let beats = small().replace("    beats: [\n", &format!("    beats: [\n{}\n", beat.repeat(17_000)));
    for text in [format!("({})", line.repeat(250_000)), beats] {
        assert!(scenario::load("much.ron", &text, None).is_err_and(|faults| faults.len() > 100));
    }
}

#[test]
fn what_the_guide_shows_is_true() {
    let guide = include_str!("../../docs/scenario-format.md");
    let example = guide.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    scenario::load("example.ron", example, None).unwrap_or_else(|faults| panic!("{}", told(&faults)));
    for topic in mingle::speech::topic::ids() {
        assert!(guide.contains(&format!("`{topic}`")), "the guide does not name the topic {topic}");
    }
    let whole = scenario::load("new.ron", scenario::TEMPLATE, None).unwrap();
    assert_eq!(usize::from(whole.crowd.topics), mingle::speech::topic::ids().len());
    for entry in fs::read_dir(cases().join("broken")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ext| ext == "txt") {
            for line in fs::read_to_string(&path).unwrap().lines() {
                let code = line.split(' ').nth(1).unwrap();
                assert!(guide.contains(code), "the guide does not explain {code}");
            }
        }
    }
}

/// Lines that fit a room read better there, as a whole, than lines that jar; a room's file gives both.
#[test]
fn the_example_lines_of_each_room_read_as_its_file_says() {
    let scenario = crate::kit::play::opening_week();
    let brand = &scenario.base.brand.sheet;
    let picture = scenario.base.brand.photos[0].picture.clone();
    let mut wrong = Vec::new();
    for (name, source) in scenario::SHIPPED_ROOMS {
        let (room, file) = scenario::read_room(name, name, source).expect("shipped rooms have no faults");
        let welcome = |text: &String| {
            let (norms, picture) = (&room.norms, Some(&picture));
            let context = Context { norms, brand, deed: Deed::Post, heard: None, picture, before: &[] };
            appraise(text, &context).welcome
        };
        let worst = file.fits.iter().map(welcome).fold(1.0, f64::min);
        assert!(file.fits.len() >= 5 && file.jars.len() >= 5, "{name} has examples");
        for line in file.jars.iter().filter(|line| welcome(line) >= worst) {
            wrong.push(format!("{name}: {:+.2} is not below {worst:+.2}: {line}", welcome(line)));
        }
    }
    assert!(wrong.is_empty(), "lines that jar read as well as one that fits:\n{}", wrong.join("\n"));
}
