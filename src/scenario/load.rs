//! Loads a scenario: the text of a file in, a checked `Scenario` or every fault out.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::art::{self, Art, OwnPhoto, OwnPhotosError};
use super::border::clean;
use super::check;
use super::crowd::{self, CrowdPlan};
use super::desk::Desk;
use super::disk::{self, Unread};
use super::fault::{Fault, Lines, Spot};
use super::format::{LineFile, ScenarioFile, WhatFile};
use super::goal::{Expected, Goal, Step};
use super::include;
use super::rooms;
use super::schema;
use super::typed;
use crate::appraisal::Picture;
use crate::sim::brand::Photo;
use crate::sim::{BeatId, Minute, PhotoId, RoomId, Setup};

/// A scenario without faults.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Its name: that of its file without folder and `.ron`.
    pub name: String,
    /// Title on the title screen.
    pub title: String,
    /// One line under the title.
    pub summary: String,
    /// What the player is told first; paragraphs parted by an empty line.
    pub briefing: String,
    /// The world with seed 0 and the cast only; the crowd comes with the seed.
    pub base: Setup,
    /// Model texts, good and bad.
    pub exemplars: Vec<Exemplar>,
    /// How many minutes a play takes a person, as the author reckons; 0 when not stated.
    pub minutes: u32,
    /// What a player should manage.
    pub goals: Vec<Goal>,
    /// What a facilitator should know, a paragraph each.
    pub notes: Vec<String>,
    /// The steps of a lesson; empty for a free play.
    pub lesson: Vec<Step>,
    /// Runs and what must come of them.
    pub expected: Vec<Expected>,
    /// How the crowd is made.
    pub crowd: CrowdPlan,
    /// Files beside it that it is made of too: rooms of its own, and what it includes.
    pub beside: Vec<String>,
    /// The pixels of the brand's pictures, by `PhotoId`; `None` where only words tell of one.
    pub art: Vec<Option<Art>>,
    /// The pixels of people's pictures, by the beat they come with.
    pub shown: BTreeMap<BeatId, Art>,
    /// The first 16 hexadecimal digits of the SHA-256 of its source (and of its own room files, in order).
    pub digest: String,
}

/// A model text for a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exemplar {
    /// When it is said.
    pub moment: Moment,
    /// The picture that goes with it.
    pub photo: Option<PhotoId>,
    /// Whether it is a good example.
    pub good: bool,
    /// The text.
    pub text: String,
    /// Why it is good or bad.
    pub why: String,
}

/// A moment for which there is a model text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A post.
    Post {
        /// Where.
        room: RoomId,
        /// When, if it matters.
        at: Option<Minute>,
    },
    /// An answer to the message of a beat.
    Beat(BeatId),
    /// An answer to a question of the crowd, by its place.
    Question(usize),
    /// An answer to a failure of the crowd, by its place.
    Failure(usize),
}

/// The texts of files by name, for showing the lines that faults are in.
pub type Sources = BTreeMap<String, String>;

/// Why there is no scenario.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// The file could not be read.
    #[error("{0}")]
    Unread(#[from] Unread),
    /// It has faults.
    #[error("the scenario has {} faults", .faults.len())]
    Faulty {
        /// All of them, by place.
        faults: Vec<Fault>,
        /// The texts they are in.
        sources: Sources,
    },
}

/// Loads the scenario of a file, with the files beside it that it names.
pub fn read_scenario(path: &Path) -> Result<Scenario, Unusable> {
    read(path, false).map(|checked| checked.scenario)
}

/// A scenario without faults, with what is unwise in it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The scenario.
    pub scenario: Scenario,
    /// What is legal but unwise, by place; their codes begin with W.
    pub lints: Vec<Fault>,
    /// The texts they are in.
    pub sources: Sources,
}

/// Loads the scenario of a file and looks for what is unwise in it.
pub fn check_scenario(path: &Path) -> Result<Checked, Unusable> {
    read(path, true)
}

fn read(path: &Path, lints: bool) -> Result<Checked, Unusable> {
    let source = disk::read(path)?;
    let name = path.display().to_string();
    let beside =
        path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    let mut sources = Sources::new();
    let loaded = load_with(&name, &source, beside, &mut sources, lints);
    sources.insert(name, source);
    match loaded {
        Ok((scenario, lints)) => Ok(Checked { scenario, lints, sources }),
        Err(faults) => Err(Unusable::Faulty { faults, sources }),
    }
}

/// Checks a scenario's source. `beside` is the folder in which rooms of its own may lie.
pub fn load(file_name: &str, source: &str, beside: Option<&Path>) -> Result<Scenario, Vec<Fault>> {
    load_with(file_name, source, beside, &mut Sources::new(), false).map(|(scenario, _)| scenario)
}

/// What is legal but unwise in a scenario's source; nothing where it has faults.
pub fn lints(file_name: &str, source: &str, beside: Option<&Path>) -> Vec<Fault> {
    load_with(file_name, source, beside, &mut Sources::new(), true)
        .map_or_else(|_| Vec::new(), |(_, lints)| lints)
}

fn load_with(
    file_name: &str,
    whole: &str,
    beside: Option<&Path>,
    sources: &mut Sources,
    lints: bool,
) -> Result<(Scenario, Vec<Fault>), Vec<Fault>> {
    let source = whole.strip_prefix('\u{feff}').unwrap_or(whole);
    let lines = Lines::new(file_name, source);
    if whole.len() as u64 > disk::LARGEST {
        let message = "This file is larger than 1 MiB.".to_owned();
        return Err(vec![lines.fault(&Spot { span: 0..1, code: "S024", message, help: String::new() })]);
    }
    let mut faults = Vec::new();
    let read = typed::read::<ScenarioFile>(&lines, source, &schema::SCENARIO, &mut faults);
    let Some(mut read) = read else { return Err(sorted(faults)) };
    let origins = include::gather((file_name, &lines), &mut read, beside, sources, &mut faults);
    let (file, mut desk) = (read.content, Desk::new(&lines, &read.fit).with(&origins));
    variables(&mut desk, &file);
    let found = rooms::of_scenario(&mut desk, &file.rooms, beside, &mut faults, sources);
    // A room that could not be had is stood in for, so that the rest can still be looked at.
    let stand_in = rooms::stand_in();
    let rooms = file
        .rooms
        .iter()
        .zip(found)
        .map(|(name, room)| room.unwrap_or_else(|| rooms::named(&stand_in, name)));
    let (mut base, exemplars, teaching) =
        check::examine(&mut desk, &file, rooms.collect(), lints && faults.is_empty());
    let (art, shown) = pictures(&mut desk, &file, beside);
    for (photo, art) in base.brand.photos.iter_mut().zip(&art) {
        photo.picture.look = art.as_ref().and_then(Art::look);
    }
    let (title, summary) = (desk.line("title", &file.title), desk.line("summary", &file.summary));
    let briefing = desk.text("briefing", &file.briefing);
    let words = own_words(&briefing, &base);
    faults.append(&mut desk.faults);
    if !faults.is_empty() {
        return Err(sorted(faults));
    }
    let scenario = Scenario {
        name: clean(
            Path::new(file_name).file_stem().map_or(file_name, |stem| stem.to_str().unwrap_or(file_name)),
        ),
        title,
        summary,
        briefing,
        base,
        exemplars,
        minutes: teaching.minutes,
        goals: teaching.goals,
        notes: teaching.notes,
        lesson: teaching.lesson,
        expected: teaching.expected,
        crowd: crowd::plan(file.crowd.people, &words),
        beside: sources.keys().cloned().collect(),
        digest: digest(whole, sources, art.iter().flatten()),
        art,
        shown,
    };
    Ok((scenario, sorted(teaching.lints)))
}

/// What stands for `{name}` in texts; the outermost file that says it is heard.
fn variables(desk: &mut Desk<'_>, file: &ScenarioFile) {
    let mut variables = BTreeMap::new();
    for (at, (name, value)) in file.variables.iter().enumerate() {
        let sound = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !sound {
            let message = format!("\"{}\" cannot be the name of a variable.", clean(name));
            desk.fault(
                &format!("variables[{at}][0]"),
                "S050",
                message,
                "Use letters, digits and _, as in \"town\".",
            );
        }
        let value = desk.line(&format!("variables[{at}][1]"), value);
        variables.entry(name.clone()).or_insert(value);
    }
    desk.variables = variables;
}

/// The pictures that have files: those of the brand, and those people show.
fn pictures(
    desk: &mut Desk<'_>,
    file: &ScenarioFile,
    beside: Option<&Path>,
) -> (Vec<Option<Art>>, BTreeMap<BeatId, Art>) {
    let mut art = Vec::new();
    for (at, photo) in file.brand.photos.iter().enumerate() {
        let path = format!("brand.photos[{at}].file");
        art.push(photo.file.as_ref().and_then(|name| art::named(desk, &path, name, beside)));
    }
    let mut shown = BTreeMap::new();
    for (at, beat) in file.beats.iter().enumerate() {
        if let WhatFile::Say(LineFile { file: Some(name), .. }) = &beat.what
            && let Some(art) = art::named(desk, &format!("beats[{at}].what.file"), name, beside)
        {
            shown.insert(BeatId::at(at), art);
        }
    }
    (art, shown)
}

impl Scenario {
    /// The same with pictures of the player's own. What is played is another thing then, and its digest says so.
    ///
    /// # Errors
    /// The name of a picture that the brand has already.
    pub fn with_photos(mut self, photos: Vec<OwnPhoto>) -> Result<Self, OwnPhotosError> {
        let mut hash = Sha256::new();
        hash.update(self.digest.as_bytes());
        for own in photos {
            if self.base.brand.photos.iter().any(|photo| photo.name == own.name) {
                return Err(OwnPhotosError::Twice(own.name));
            }
            hash.update(format!("{:?}", (&own.name, &own.tags, &own.description)).as_bytes());
            update(&mut hash, &own.art);
            let (tags, description, look) = (own.tags, own.description, own.art.look());
            let picture = Picture { tags, description, days_since_shown: None, look };
            self.base.brand.photos.push(Photo { name: own.name, picture });
            self.art.push(Some(own.art));
        }
        self.digest = digits(hash);
        Ok(self)
    }
}

/// The words by which a story tells who is in it, for the crowd to keep clear of: the briefing and the cast's names.
fn own_words(briefing: &str, base: &Setup) -> String {
    let names = base.people.iter().map(|person| person.name.as_str());
    [briefing, base.brand.sheet.about.as_str()].into_iter().chain(names).collect::<Vec<_>>().join(" ")
}

/// By place, each once.
fn sorted(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by(|a, b| (&a.file, a.line, a.column, a.code).cmp(&(&b.file, b.line, b.column, b.code)));
    faults.dedup();
    faults
}

fn digest<'a>(source: &str, rooms: &Sources, art: impl Iterator<Item = &'a Art>) -> String {
    let mut hash = Sha256::new();
    hash.update(source.as_bytes());
    for text in rooms.values() {
        hash.update(text.as_bytes());
    }
    for art in art {
        update(&mut hash, art);
    }
    digits(hash)
}

/// A picture of a file counts by its bytes; a shipped one is named in the source already.
fn update(hash: &mut Sha256, art: &Art) {
    match art {
        Art::Own { digest, .. } => hash.update(digest),
        Art::Shipped(_) => {}
    }
}

fn digits(hash: Sha256) -> String {
    let mut digits = String::new();
    for byte in &hash.finalize()[..8] {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}
