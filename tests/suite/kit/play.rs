//! What several modules of tests share: the shipped scenario, whole plays of it, and files of cases.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use mingle::appraisal::{Context, Deed, Shape, appraise};
use mingle::game::Sitting;
use mingle::lab::policy::{Policy, play};
use mingle::scenario::{Scenario, load, shipped};
use mingle::sim::RoomId;
use mingle::sim::message::Said;
use mingle::speech::topic;

/// The folder of this package.
pub(crate) fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// The shipped scenario `opening-week`.
pub(crate) fn opening_week() -> Arc<Scenario> {
    let found = shipped().iter().find(|(name, _)| *name == "opening-week");
    let (name, source) = found.expect("opening-week is shipped");
    Arc::new(load(name, source, None).expect("opening-week has no faults"))
}

/// A whole play of it.
pub(crate) fn played(scenario: &Arc<Scenario>, policy: Policy, seed: u64) -> Sitting {
    let mut sitting = Sitting::new(Arc::clone(scenario), seed);
    play(policy, &mut sitting);
    sitting
}

/// What the brand of a scenario says, read as a post.
pub(crate) fn said(scenario: &Scenario, room: RoomId, text: &str) -> Said {
    let setup = &scenario.base;
    let context = Context {
        norms: &setup.room(room).norms,
        brand: &setup.brand.sheet,
        deed: Deed::Post,
        heard: None,
        picture: None,
        before: &[],
    };
    Said {
        text: text.to_owned(),
        appraisal: appraise(text, &context),
        topics: topic::of(text),
        photo: None,
        shape: Shape::of(text),
    }
}

/// Holds a text against a file under `tests/cases`; when they differ, shows what the file would have to say.
pub(crate) fn golden(name: &str, wanted: &str) {
    let path = home().join("tests/cases").join(name);
    let kept = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    if kept == wanted {
        return;
    }
    let differs = kept.lines().zip(wanted.lines()).position(|(a, b)| a != b);
    let line = differs.unwrap_or_else(|| kept.lines().count().min(wanted.lines().count())) + 1;
    let told = |text: &str| text.lines().nth(line - 1).unwrap_or("(nothing)").to_owned();
    panic!(
        "tests/cases/{name}, line {line}:\n  kept: {}\n  now:  {}\nIf the change is meant, the file should hold:\n{}{wanted}{}",
        told(&kept),
        told(wanted),
        "-----8<-----\n",
        "----->8-----",
    );
}
