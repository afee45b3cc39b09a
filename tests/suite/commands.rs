//! Commands from outside: what the built program prints, and the code it ends with.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use mingle::game::store::write_whole;
use serde_json::Value;
use tempfile::TempDir;

use crate::kit::play::home;

/// A command to be run in an empty folder of its own, and what is to come of it.
struct Test {
    folder: TempDir,
    args: Vec<String>,
    input: String,
    status: i32,
    out: Vec<String>,
    err: Vec<String>,
}

/// What came of it.
struct Done {
    folder: TempDir,
    out: String,
}

impl Test {
    fn new(args: &[&str]) -> Self {
        Self::within(tempfile::tempdir().expect("a folder can be made"), args)
    }

    /// Goes on in the folder of an earlier command.
    fn within(folder: TempDir, args: &[&str]) -> Self {
        let args = args.iter().map(|&arg| arg.to_owned()).collect();
        Self { folder, args, input: String::new(), status: 0, out: Vec::new(), err: Vec::new() }
    }

    fn file(self, name: &str, text: &str) -> Self {
        write_whole(&self.folder.path().join(name), text.as_bytes()).expect("the file can be written");
        self
    }

    fn input(mut self, text: &str) -> Self {
        text.clone_into(&mut self.input);
        self
    }

    fn status(mut self, code: i32) -> Self {
        self.status = code;
        self
    }

    /// Standard output has to contain this.
    fn out(mut self, part: &str) -> Self {
        self.out.push(part.to_owned());
        self
    }

    /// Standard error has to contain this.
    fn err(mut self, part: &str) -> Self {
        self.err.push(part.to_owned());
        self
    }

    fn run(self) -> Done {
        let mut child = Command::new(env!("CARGO_BIN_EXE_mingle"))
            .args(&self.args)
            .current_dir(self.folder.path())
            .env("XDG_STATE_HOME", self.folder.path().join("state"))
            .env_remove("NO_COLOR")
            .env_remove("MINGLE_PLAIN")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // A command that reads nothing may be gone before it is told anything.
        let _gone = child.stdin.take().expect("input is a pipe").write_all(self.input.as_bytes());
        let output = child.wait_with_output().expect("the program ends");
        let text = |bytes| String::from_utf8(bytes).expect("it speaks UTF-8");
        let (out, err) = (text(output.stdout), text(output.stderr));
        let told = format!("mingle {}\n--- out\n{out}\n--- err\n{err}", self.args.join(" "));
        assert_eq!(output.status.code(), Some(self.status), "{told}");
        for part in &self.out {
            assert!(out.contains(part), "output lacks {part:?}: {told}");
        }
        for part in &self.err {
            assert!(err.contains(part), "errors lack {part:?}: {told}");
        }
        assert!(!err.contains("panicked"), "{told}");
        Done { folder: self.folder, out }
    }
}

impl Done {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(name)).expect("the file was written")
    }

    /// Another command in the same folder.
    fn then(self, args: &[&str]) -> Test {
        Test::within(self.folder, args)
    }
}

fn broken(name: &str) -> PathBuf {
    home().join("tests/cases/broken").join(name)
}

fn shown(path: &Path) -> &str {
    path.to_str().expect("the path is text")
}

/// The keys of an object, sorted.
fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> =
        value.as_object().expect("it is an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

const METERS: [&str; 5] = ["answering", "bonds", "business", "manners", "voice"];
const RUN: [&str; 10] =
    ["events", "goals", "hash", "ledger", "meters", "minutes", "people", "rooms", "scenario", "seed"];

fn is_a_run(value: &Value) {
    for key in RUN {
        assert!(value.get(key).is_some(), "{key} is missing: {value}");
    }
    assert_eq!(keys(&value["meters"]), METERS);
    assert_eq!(keys(&value["rooms"]), ["albums", "klatch", "networking", "party"]);
    for room in value["rooms"].as_object().expect("rooms are an object").values() {
        assert_eq!(keys(room), METERS);
    }
    assert_eq!(keys(&value["ledger"]), ["brand", "expected", "people"]);
    assert_eq!(keys(&value["people"]), ["closer", "further", "left", "same"]);
    for meter in METERS {
        let score = value["meters"][meter].as_f64().expect("a meter is a number");
        assert!((0.0..=100.0).contains(&score), "{meter} is {score}");
    }
    let hash = value["hash"].as_str().expect("the hash is text");
    assert!(hash.len() == 16 && hash.chars().all(|c| c.is_ascii_hexdigit()), "{hash}");
}

const MOVES: &str = "\
// One post, one wait.
{\"at\": \"1 09:30\", \"move\": {\"post\": {\"room\": \"klatch\", \"text\": \"The oven is on and it rains.\"}}}
{\"at\": \"1 09:40\", \"move\": {\"wait\": {\"minutes\": 10}}}
";

#[test]
fn run_prints_the_same_object_twice() {
    let args = ["run", "opening-week", "--policy", "host", "--seed", "1", "--json"];
    let (one, other) = (Test::new(&args).run(), Test::new(&args).run());
    assert_eq!(one.out, other.out);
    let value = one.json();
    is_a_run(&value);
    assert_eq!(keys(&value), RUN);
    assert_eq!((&value["scenario"], &value["seed"]), (&Value::from("opening-week"), &Value::from(1)));
}

#[test]
fn run_plays_a_file_of_moves() {
    let args = ["run", "opening-week", "--moves", "moves.jsonl", "--json"];
    let value = Test::new(&args).file("moves.jsonl", MOVES).run().json();
    is_a_run(&value);
    let silent = Test::new(&["run", "opening-week", "--policy", "silent", "--json"]).run().json();
    assert_ne!(value["hash"], silent["hash"]);
    assert_eq!(value["minutes"], silent["minutes"]);
    let wrong = "{\"at\": \"1 09:30\", \"move\": {\"dance\": {}}}\n";
    Test::new(&args).file("moves.jsonl", wrong).status(65).err("line 1").run();
    Test::new(&args).status(66).err("moves.jsonl").run();
}

#[test]
fn run_prints_the_standing_for_people() {
    Test::new(&["run", "opening-week", "--policy", "silent"]).out("Bonds").run();
}

#[test]
fn wrong_usage_ends_with_2_and_says_what_there_is() {
    Test::new(&["run", "opening-week", "--policy", "nobody"])
        .status(2)
        .err("host, broadcaster, copier, silent, template")
        .run();
    Test::new(&["run", "opening-week"]).status(2).err("--moves").err("--policy").run();
    Test::new(&["dance"]).status(2).err("dance").run();
    Test::new(&["appraise", "--room", "attic"]).status(2).err("klatch").run();
    Test::new(&[]).status(2).err("--plain").run();
}

#[test]
fn what_is_not_there_ends_with_66() {
    Test::new(&["run", "nowhere", "--policy", "host"]).status(66).err("nowhere").err("opening-week").run();
    Test::new(&["check", "nowhere.ron"]).status(66).err("nowhere.ron").run();
    Test::new(&["replay", "nowhere.jsonl"]).status(66).err("nowhere.jsonl").run();
}

#[test]
fn a_faulty_scenario_cannot_be_played() {
    let path = broken("missing_comma.ron");
    Test::new(&["run", shown(&path), "--policy", "host"]).status(65).err("S006").run();
}

#[test]
fn check_says_where_each_fault_is() {
    let path = broken("missing_comma.ron");
    let (first, second) = (format!("{}:4:18", path.display()), format!("{}:7:11", path.display()));
    Test::new(&["check", shown(&path)]).status(1).out(&first).out(&second).out("S006").run();
}

#[test]
fn check_prints_faults_as_objects() {
    let path = broken("missing_comma.ron");
    let value = Test::new(&["check", "--json", shown(&path)]).status(1).run().json();
    let faults = value.as_array().unwrap();
    assert_eq!(faults.len(), 2);
    for fault in faults {
        assert_eq!(keys(fault), ["code", "column", "file", "help", "line", "message"]);
    }
    assert_eq!((&faults[0]["line"], &faults[0]["column"]), (&Value::from(4), &Value::from(18)));
}

#[test]
fn new_writes_a_scenario_without_faults_and_leaves_what_is_there_alone() {
    let written = Test::new(&["new", "mine.ron"]).err("mingle check mine.ron").run();
    let text = written.read("mine.ron");
    let checked = written.then(&["check", "mine.ron"]).out("no faults").run();
    let checked = checked.then(&["check", "mine.ron", "--json"]).run();
    assert_eq!(checked.json(), Value::Array(Vec::new()));
    let again = checked.then(&["new", "mine.ron"]).status(2).err("left alone").run();
    assert_eq!(again.read("mine.ron"), text);
    again.then(&["run", "mine.ron", "--policy", "silent"]).run();
}

#[test]
fn appraise_tells_an_advert_from_talk() {
    let advert = "Buy now!!! Best deals in town, 50% off, order today!\n";
    let done =
        Test::new(&["appraise", "--room", "party"]).input(advert).out("unwelcome").out("Buy now").run();
    assert!(done.out.contains("unwelcome   -"), "{}", done.out);
}

#[test]
fn appraise_reads_and_writes_objects_line_by_line() {
    let text = "Buy now!!! Best deals in town, 50% off, order today!";
    let input = format!(
        "{{\"id\": 7, \"room\": \"party\", \"text\": \"{text}\"}}\n\n{{\"text\": \"Good morning, Ruth.\"}}\n"
    );
    let done = Test::new(&["appraise", "--room", "party", "--json"]).input(&input).run();
    let lines: Vec<Value> = done.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2, "{}", done.out);
    for line in &lines {
        assert_eq!(keys(line), ["confidence", "cues", "dimensions", "id", "leaning", "reasons", "welcome"]);
        assert!((-1.0..=1.0).contains(&line["welcome"].as_f64().unwrap()));
        assert!((0.0..=1.0).contains(&line["confidence"].as_f64().unwrap()));
    }
    assert_eq!((&lines[0]["id"], &lines[1]["id"]), (&Value::from(7), &Value::Null));
    assert!(
        lines[0]["welcome"].as_f64() < Some(0.0)
            && lines[0]["welcome"].as_f64() < lines[1]["welcome"].as_f64()
    );
    let cues = lines[0]["cues"].as_array().unwrap();
    assert!(!cues.is_empty());
    for cue in cues {
        assert_eq!(keys(cue), ["dimension", "end", "rule", "start", "text", "weight", "why"]);
        let place = |key: &str| usize::try_from(cue[key].as_u64().unwrap()).unwrap();
        assert_eq!(text.get(place("start")..place("end")), cue["text"].as_str(), "{cue}");
    }
    Test::new(&["appraise", "--json"]).input("not an object\n").status(65).err("line 1").run();
}

#[test]
fn appraise_takes_null_for_what_is_left_out() {
    let input = r#"{"id": null, "room": null, "brand": {"name": "X", "about": null, "facts": null, "voice": null}, "move": "reply",
        "context": {"from": null, "kind": null, "text": "Any rye today?"}, "photo": {"tags": null}, "text": "Yes, two loaves."}"#;
    let done = Test::new(&["appraise", "--json"]).input(&input.replace('\n', " ")).run();
    assert!(done.json()["welcome"].is_number());
}

#[test]
fn appraise_compares_rooms_and_knows_a_brand_from_a_small_file() {
    let drafts =
        "Somebody returned a book from 1974 this morning. What do you use as a bookmark?\nBuy now, hurry!\n";
    let brand = "(name: \"Pennywort Library\", about: \"A library\", facts: [\"No fines since 2021\"])";
    let args = ["appraise", "--rooms", "all", "--brand", "library.ron"];
    let done = Test::new(&args).file("library.ron", brand).input(drafts).run();
    let text = done.out.as_str();
    for room in ["klatch", "party", "networking", "albums"] {
        assert_eq!(text.lines().filter(|line| line.trim_start().starts_with(room)).count(), 2, "{text}");
    }
    assert!(!text.contains('\u{1b}'), "no colour in a pipe: {text:?}");
    Test::new(&["appraise", "--rooms", "klatch,attic"]).status(2).err("attic").run();
    let wrong = ["appraise", "--brand", "library.ron"];
    Test::new(&wrong).file("library.ron", "(nmae: 1)").input(drafts).status(65).err("1:2").err("name").run();
}

#[test]
fn appraise_says_in_three_sentences_why() {
    let advert = "Order our delicious bread now!!! Limited time only! Tag a friend\n";
    let done = Test::new(&["appraise", "--room", "party"]).input(advert).run();
    let text = done.out.as_str();
    let reasons: Vec<&str> = text.lines().filter(|line| line.starts_with("    - ")).collect();
    assert_eq!(reasons.len(), 3, "{text}");
    assert!(reasons.iter().any(|line| line.contains("'Tag a friend'")), "{text}");
}

#[test]
fn appraise_adds_the_heads_when_asked() {
    let input = "{\"text\": \"So the rye sold out?\", \"context\": {\"text\": \"Your rye sold out by nine\"}}\n\
                 {\"text\": \"So the rye sold out?\"}\n";
    let done = Test::new(&["appraise", "--json", "--heads"]).input(input).run();
    let lines: Vec<Value> = done.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let names =
        ["action", "bait", "courtesy", "dialogue", "information", "unwanted_promotion", "uptake", "valence"];
    for line in &lines {
        assert_eq!(keys(&line["heads"]), names);
    }
    assert!(lines[0]["heads"]["uptake"].as_f64() > Some(0.0));
    assert_eq!(lines[1]["heads"]["uptake"].as_f64(), Some(0.0));
    Test::new(&["appraise", "--heads"]).status(2).err("--json").run();
}

#[test]
fn a_journal_verifies_and_a_changed_one_does_not() {
    let args =
        ["run", "opening-week", "--policy", "host", "--seed", "2", "--journal", "play.jsonl", "--json"];
    let run = Test::new(&args).run();
    let (text, count) = (run.read("play.jsonl"), run.read("play.jsonl").lines().count() - 1);
    let done = run.then(&["replay", "play.jsonl"]).out(&format!("{count} moves verified")).run();
    let done = done.then(&["replay", "play.jsonl", "--until", "1 12:00", "--json"]).run();
    is_a_run(&done.json());
    // A move begun before the hour is played to its end, so the story may stand some minutes later.
    let minutes = done.json()["minutes"].as_u64().unwrap();
    assert!((240..250).contains(&minutes), "{minutes} minutes");
    let changed = text.replacen("\"text\":\"", "\"text\":\"Well, ", 1);
    assert_ne!(changed, text);
    done.then(&["replay", "changed.jsonl"]).file("changed.jsonl", &changed).status(65).err("seal").run();
    Test::new(&["replay", "empty.jsonl"]).file("empty.jsonl", "").status(65).err("empty").run();
}

#[test]
fn report_explains_a_journal() {
    let run = Test::new(&["run", "opening-week", "--policy", "host", "--journal", "play.jsonl"]).run();
    let report = run.then(&["report", "play.jsonl", "--format", "json"]).run();
    let value = report.json();
    is_a_run(&value);
    let points = value["debrief"]["turning_points"].as_array().unwrap();
    assert!(!points.is_empty());
    for point in points {
        let known = keys(point);
        for key in ["at", "chain", "change", "kind", "message", "meters", "people", "points", "text"] {
            assert!(known.contains(&key), "{key} is not in {known:?}");
        }
    }
    let report = report.then(&["report", "play.jsonl", "-o", "debrief.txt"]).run();
    assert!(report.out.is_empty() && report.read("debrief.txt").contains("WHAT WOULD HAVE GONE BETTER"));
}

#[test]
fn a_plain_play_is_kept_and_goes_on() {
    let lines = "help\nwait 10\npost klatch Good morning all\ndance\nquit\n";
    let first = Test::new(&["play", "--plain"])
        .input(lines)
        .out("Good morning all")
        .out("There is no \"dance\"")
        .run();
    assert!(first.out.contains("Your play is kept"));
    let going_on = "Going on where you left off, day 1 08:16.";
    let second = first
        .then(&["play", "--plain"])
        .input("look klatch\nquit\n")
        .err(going_on)
        .out("Good morning all")
        .run();
    let other =
        second.then(&["play", "--plain", "--seed", "2"]).input("quit\n").out("Your play is kept").run();
    let anew = other.then(&["play", "--plain", "--anew"]).input("look klatch\nquit\n").run();
    assert!(!anew.out.contains("Good morning all"), "{}", anew.out);
}

#[test]
fn help_has_examples_and_exit_codes() {
    Test::new(&["--help"]).out("Examples").out("Exit codes").out("appraise").run();
    for command in ["play", "run", "replay", "check", "appraise", "report", "new"] {
        Test::new(&[command, "--help"]).out("Usage: mingle").run();
    }
    Test::new(&["--version"]).out("mingle 0.").run();
}

#[test]
fn lab_prints_a_table_an_object_and_rows() {
    let args = ["lab", "opening-week", "--policies", "host,silent", "--runs", "2", "--threads", "2"];
    Test::new(&args).out("2 plays of each policy").out("host").out("silent").run();
    let json = Test::new(&[&args[..], &["--json"]].concat()).run().json();
    assert_eq!(json["runs"], 2);
    assert!(json["policies"]["host"]["meters"]["bonds"]["mean"].is_number());
    let rows = Test::new(&[&args[..], &["--csv"]].concat()).run().out;
    assert!(rows.starts_with("scenario,policy,seed,room,measure,value\n"), "{rows:.80}");
}

#[test]
fn parts_of_a_lab_merge_to_the_very_whole() {
    let args = ["lab", "opening-week", "--policies", "silent", "--runs", "3", "--seed", "5"];
    let whole = Test::new(&[&args[..], &["--json"]].concat()).run().out;
    let part = |shard: &str| Test::new(&[&args[..], &["--shard", shard]].concat()).run().out;
    let (one, two) = (part("1/2"), part("2/2"));
    let merged = Test::new(&["lab", "merge", "two.json", "one.json", "--json"])
        .file("one.json", &one)
        .file("two.json", &two)
        .run();
    assert_eq!(merged.out, whole);
    Test::new(&["lab", "merge", "one.json"]).file("one.json", &one).status(65).err("missing: 2").run();
    Test::new(&["lab", "merge", "one.json"])
        .file("one.json", "{}")
        .status(65)
        .err("no part of a study")
        .run();
}

#[test]
fn the_lab_says_what_it_cannot_do() {
    let lab = |more: &[&str]| Test::new(&[&["lab", "opening-week"][..], more].concat()).status(2);
    lab(&["--policies", "host,nobody"]).err("nobody").err("overseller").run();
    lab(&["--runs", "0"]).err("--runs").run();
    lab(&["--json", "--csv"]).err("--csv").run();
    for shard in ["0/2", "3/2", "2", "a/b", "1/0"] {
        lab(&["--shard", shard]).err("2/8").run();
    }
    Test::new(&["lab", "nowhere"]).status(66).err("nowhere").run();
    Test::new(&["lab"]).status(2).err("SCENARIO").run();
}
