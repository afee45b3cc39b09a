//! House rules that the compiler does not know: floors, length of files, their first line, no ambient luck or time.

use std::fs;
use std::path::Path;

use crate::kit::play::home;

/// Lowest first; a file names only floors below its own, and its own.
const FLOORS: [&str; 9] = ["appraisal", "sim", "speech", "scenario", "game", "lab", "report", "tui", "cli"];

/// Below this floor there is no clock, no ambient luck and no order of a hash.
const FIRST_WITH_A_CLOCK: &str = "tui";

/// Most lines of a file, its tests aside.
const LONGEST: usize = 400;

/// What makes two runs differ.
const AMBIENT: [&str; 7] =
    ["rand::rng(", "thread_rng", "random(", "Instant::now", "SystemTime::now", "HashMap", "HashSet"];

/// Every rule that a file breaks, as `path:line: what`; the path begins below `src`.
fn violations(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut report = |line: usize, what: String| found.push(format!("{path}:{line}: {what}"));
    if !opens_with_a_sentence(text) {
        report(1, "does not open with a //! sentence on its duty".to_owned());
    }
    let length = lines_before_tests(text);
    if length > LONGEST {
        report(length, format!("{length} lines, tests aside; {LONGEST} is the most"));
    }
    let floor = floor_of(path);
    for (index, line) in text.lines().enumerate() {
        let code = code_of(line);
        let Some(floor) = floor else { break };
        for named in floors_named(code) {
            if rank(named) > rank(floor) {
                report(index + 1, format!("{floor} names {named}, a floor above it"));
            }
        }
        if rank(floor) < rank(FIRST_WITH_A_CLOCK) {
            for ambient in AMBIENT.iter().filter(|ambient| code.contains(**ambient)) {
                report(index + 1, format!("{ambient} on the floor {floor}"));
            }
        }
    }
    found
}

/// The whole first line, or the paragraph it begins, has to end as a sentence does.
fn opens_with_a_sentence(text: &str) -> bool {
    let mut lines = text.lines();
    let Some(first) = lines.next().and_then(|line| line.strip_prefix("//! ")) else { return false };
    let goes_on = lines.next().is_some_and(|line| line.starts_with("//! "));
    !first.trim().is_empty() && (first.trim_end().ends_with('.') || goes_on)
}

fn lines_before_tests(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    let begins = |pair: &[&str]| pair[0].trim() == "#[cfg(test)]" && pair[1].starts_with("mod tests");
    lines.windows(2).position(begins).unwrap_or(lines.len())
}

/// The floor of a file, or none for the door and the plan of the house.
fn floor_of(path: &str) -> Option<&str> {
    let first = path.split('/').next()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    FLOORS.into_iter().find(|floor| *floor == name)
}

fn rank(floor: &str) -> usize {
    FLOORS.iter().position(|name| *name == floor).unwrap_or(FLOORS.len())
}

/// A line without its comment.
fn code_of(line: &str) -> &str {
    if line.trim_start().starts_with("//") { "" } else { line.split(" // ").next().unwrap_or(line) }
}

/// Floors named as `crate::floor`, or inside the braces of `crate::{`.
fn floors_named(code: &str) -> Vec<&'static str> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut named = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        let words: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => group.split(|c| !is_word(c)).collect(),
            None => rest.split(|c| !is_word(c)).take(1).collect(),
        };
        named.extend(FLOORS.into_iter().filter(|floor| words.contains(floor)));
    }
    named
}

fn examine(folder: &Path, root: &Path, found: &mut Vec<String>) -> usize {
    let entries = fs::read_dir(folder).expect("the folder can be listed");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the entry can be read").path()).collect();
    paths.sort();
    let mut files = 0;
    for path in paths {
        if path.is_dir() {
            files += examine(&path, root, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            let below = path.strip_prefix(root).expect("it is below the root");
            let name = below.to_string_lossy().replace('\\', "/");
            let text = fs::read_to_string(&path).expect("a source file can be read");
            found.extend(violations(&name, &text));
            files += 1;
        }
    }
    files
}

#[test]
fn the_house_is_tidy() {
    let (root, mut found) = (home().join("src"), Vec::new());
    let files = examine(&root, &root, &mut found);
    assert!(files > 50, "only {files} files were looked at");
    assert!(found.is_empty(), "{} rules are broken:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_floor_is_known() {
    let lib = fs::read_to_string(home().join("src/lib.rs")).unwrap();
    let declared = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let unknown: Vec<&str> = declared.filter(|name| !FLOORS.contains(name)).collect();
    assert!(unknown.is_empty(), "floors that this test does not know: {unknown:?}");
}

#[test]
fn each_kind_of_violation_is_caught() {
    let long = format!("//! Long.\n{}", "// line\n".repeat(LONGEST));
    let cases = [
        ("sim/a.rs", "//! A.\nuse crate::game::Move;\n", "sim names game"),
        ("appraisal/a.rs", "//! A.\nfn f() { crate::sim::law::go() }\n", "appraisal names sim"),
        ("report.rs", "//! A.\nuse crate::{game, tui::Screen};\n", "report names tui"),
        ("sim/a.rs", long.as_str(), "401 lines"),
        ("main.rs", long.as_str(), "401 lines"),
        ("sim/a.rs", "use std::fmt;\n", "does not open"),
        ("sim/a.rs", "//! Half a sentence\n", "does not open"),
        ("sim/a.rs", "", "does not open"),
        ("sim/a.rs", "//! A.\nlet x = rand::rng();\n", "rand::rng("),
        ("lab/a.rs", "//! A.\nlet x = rand::thread_rng();\n", "thread_rng"),
        ("sim/a.rs", "//! A.\nlet x: u8 = rand::random();\n", "random("),
        ("game/a.rs", "//! A.\nlet t = std::time::Instant::now();\n", "Instant::now"),
        ("report/a.rs", "//! A.\nlet t = SystemTime::now();\n", "SystemTime::now"),
        ("speech/a.rs", "//! A.\nuse std::collections::HashMap;\n", "HashMap"),
        ("scenario/a.rs", "//! A.\nuse std::collections::HashSet;\n", "HashSet"),
    ];
    for (path, text, wanted) in cases {
        let found = violations(path, text);
        assert!(found.len() == 1 && found[0].contains(wanted), "{path} {wanted}: {found:?}");
    }
}

#[test]
fn what_is_allowed_is_let_through() {
    let tests = format!("//! A.\n#[cfg(test)]\nmod tests {{\n{}}}\n", "// line\n".repeat(2 * LONGEST));
    let cases = [
        ("game/a.rs", "//! A.\nuse crate::sim::World;\nuse crate::game::Move;\n"),
        (
            "sim/a.rs",
            "//! A.\n// Not by crate::game, and without a HashMap.\nuse rand::rngs::Xoshiro256PlusPlus;\n",
        ),
        ("sim/a.rs", "//! A sentence that is long\n//! and goes on.\n"),
        ("tui/a.rs", "//! A.\nlet t = std::time::Instant::now();\n"),
        ("lib.rs", "//! A.\npub mod cli;\n"),
        ("sim/a.rs", tests.as_str()),
    ];
    for (path, text) in cases {
        assert_eq!(violations(path, text), Vec::<String>::new(), "{path}: {text:.60}");
    }
}
