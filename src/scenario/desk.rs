//! The desk at which a file's content is examined: collects faults with their places, and reads small values.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use unicode_segmentation::UnicodeSegmentation;

use super::border::clean;
use super::fault::{Fault, Lines, Spot};
use super::fit::Fit;
use super::include::{Origins, Part};
use super::suggest;
use crate::sim::Minute;
use crate::sim::clock::parse_clock;

/// Longest text, in graphemes.
const LONGEST: usize = 4_000;

/// After so many faults no more suggestions are made; looking for them takes time.
pub(super) const MANY: usize = 200;
/// Most faults of a kind of check that are reported; a file with more was not written by a person.
pub(super) const MOST: usize = 1_000;

/// Names of things of one kind in a file, in order.
pub(super) struct Names {
    /// What one of them is, as in "person".
    pub(super) kind: &'static str,
    /// The path of their list, as in `cast`.
    pub(super) list: &'static str,
    /// The names.
    pub(super) all: Vec<String>,
}

/// Collects what is wrong with one file.
pub(super) struct Desk<'a> {
    lines: &'a Lines<'a>,
    fit: &'a Fit,
    /// The faults found so far.
    pub(super) faults: Vec<Fault>,
    /// Lists in which some name was looked for in vain.
    pub(super) lost: BTreeSet<&'static str>,
    /// Days of the story.
    pub(super) days: u32,
    /// The included files.
    origins: Option<&'a Origins>,
    /// What stands for `{name}` in texts.
    pub(super) variables: BTreeMap<String, String>,
}

impl<'a> Desk<'a> {
    pub(super) const fn new(lines: &'a Lines<'a>, fit: &'a Fit) -> Self {
        Self {
            lines,
            fit,
            faults: Vec::new(),
            lost: BTreeSet::new(),
            days: 60,
            origins: None,
            variables: BTreeMap::new(),
        }
    }

    /// The same desk, on which included files lie too.
    pub(super) fn with(self, origins: &'a Origins) -> Self {
        Self { origins: Some(origins), ..self }
    }

    /// The included file that a path leads into, and the path as it is there.
    fn part<'p>(&self, path: &'p str) -> (Option<&'a Part>, Cow<'p, str>) {
        let Some(origins) = self.origins else { return (None, path.into()) };
        let (part, path) = origins.of(path);
        (part.and_then(|part| origins.parts.get(part)), path)
    }

    /// Adds a fault at the value of this path, unless that value is already known to be missing or unfit.
    pub(super) fn fault(&mut self, path: &str, code: &'static str, message: String, help: &str) {
        let (part, path) = self.part(path);
        let fit = part.map_or(self.fit, |part| &part.fit);
        let mut place: &str = &path;
        let mut span = None;
        loop {
            if fit.spoilt.contains(place) {
                return;
            }
            span = span.or_else(|| fit.places.get(place).cloned());
            let Some(cut) = place.rfind(['.', '[']) else { break };
            place = &place[..cut];
        }
        let spot = Spot { span: span.unwrap_or(0..1), code, message, help: help.to_owned() };
        if self.faults.len() < MOST {
            self.faults.push(match part {
                Some(part) => Lines::new(&part.name, &part.source).fault(&spot),
                None => self.lines.fault(&spot),
            });
        }
    }

    /// Whether the value of this path is missing or unfit.
    pub(super) fn is_spoilt(&self, path: &str) -> bool {
        let (part, path) = self.part(path);
        part.map_or(self.fit, |part| &part.fit).spoilt.contains(&*path)
    }

    /// A text that may be empty.
    pub(super) fn maybe_text(&mut self, path: &str, text: &str) -> String {
        let text = &*self.filled(path, text);
        let length = text.graphemes(true).take(LONGEST + 1).count();
        if length > LONGEST {
            let message = format!("This text is longer than {LONGEST} characters.");
            self.fault(path, "S023", message, "Say it in fewer words.");
        }
        clean(text).trim().to_owned()
    }

    /// A text with what its variables stand for.
    fn filled<'t>(&mut self, path: &str, text: &'t str) -> Cow<'t, str> {
        if !text.contains('{') {
            return text.into();
        }
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let is_name =
                |name: &&str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            let Some(name) = after.split_once('}').map(|(name, _)| name).filter(is_name) else {
                filled.push('{');
                rest = after;
                continue;
            };
            rest = &after[name.len() + 1..];
            if let Some(value) = self.variables.get(name) {
                filled.push_str(value);
            } else {
                let message = format!("There is no variable called \"{name}\".");
                let enough = self.faults.len() >= MANY;
                let names = self.variables.keys().map(String::as_str);
                let help = if enough { String::new() } else { suggest::help(name, names) };
                self.fault(path, "S050", message, &help);
            }
        }
        filled.push_str(rest);
        filled.into()
    }

    /// A text that may not be empty.
    pub(super) fn text(&mut self, path: &str, text: &str) -> String {
        let text = self.maybe_text(path, text);
        if text.is_empty() {
            self.fault(path, "S022", "This text is empty.".to_owned(), "Write something between the quotes.");
        }
        text
    }

    /// Words that are said in a room, which takes so many characters.
    pub(super) fn fits_room(&mut self, path: &str, text: &str, limit: usize) {
        let length = text.graphemes(true).count();
        if length > limit {
            let message = format!("This text has {length} characters; the room takes {limit}.");
            self.fault(path, "S037", message, "Say it in fewer words.");
        }
    }

    /// A text of one line.
    pub(super) fn line(&mut self, path: &str, text: &str) -> String {
        self.text(path, text).replace('\n', " ")
    }

    /// Texts, none of them empty.
    pub(super) fn texts(&mut self, path: &str, texts: &[String]) -> Vec<String> {
        texts.iter().enumerate().map(|(place, text)| self.line(&format!("{path}[{place}]"), text)).collect()
    }

    /// A list that may not be empty.
    pub(super) fn some<T>(&mut self, path: &str, list: &[T], of: &str) {
        if list.is_empty() {
            let message = format!("There is no {of} in this list.");
            self.fault(path, "S022", message, "Write at least one.");
        }
    }

    /// A share in percent as a number 0..=1.
    pub(super) fn percent(&mut self, path: &str, percent: u32) -> f64 {
        self.within(path, percent, (0, 100), "percent");
        f64::from(percent.min(100)) / 100.0
    }

    /// Whether a number is in its range.
    pub(super) fn within(&mut self, path: &str, number: u32, (low, high): (u32, u32), unit: &str) {
        if number < low || number > high {
            let message = format!("{number} is out of range.");
            self.fault(path, "S021", message, &format!("It takes {low} to {high} {unit}."));
        }
    }

    /// A moment of the story.
    pub(super) fn moment(&mut self, path: &str, text: &str) -> Minute {
        let Some(minute) = Minute::parse(text) else {
            let message = format!("\"{}\" is not a day and a time.", clean(text));
            self.fault(
                path,
                "S020",
                message,
                "Write it like \"1 09:30\": the day, a blank, hours and minutes.",
            );
            return Minute(0);
        };
        if minute.day() > self.days {
            let message =
                format!("Day {} is after the end; the story has {}.", minute.day(), days(self.days));
            self.fault(path, "S025", message, "Move it to an earlier day, or let the story last longer.");
        }
        minute
    }

    /// A time of day, in minutes.
    pub(super) fn clock(&mut self, path: &str, text: &str) -> u32 {
        parse_clock(text).unwrap_or_else(|| {
            let message = format!("\"{}\" is not a time of day.", clean(text));
            self.fault(path, "S020", message, "Write it like \"09:30\".");
            0
        })
    }

    /// The place of a name among the known ones.
    pub(super) fn find(&mut self, path: &str, name: &str, known: &Names) -> Option<usize> {
        let found = known.all.iter().position(|other| other == name);
        let parts = self.origins.iter().flat_map(|origins| &origins.parts);
        let unsure =
            parts.map(|part| &part.fit).chain([self.fit]).flat_map(|fit| &fit.spoilt).any(|spoilt| {
                known.list.starts_with(spoilt.as_str())
                    || spoilt
                        .strip_prefix(known.list)
                        .is_some_and(|rest| !rest.trim_end_matches(".id").contains('.'))
            });
        if found.is_none() {
            self.lost.insert(known.list);
        }
        if found.is_none() && !unsure {
            let message = format!("There is no {} called \"{}\".", known.kind, clean(name));
            let enough = self.faults.len() >= MANY;
            let names = known.all.iter().map(String::as_str);
            let help = if enough { String::new() } else { suggest::help(name, names) };
            self.fault(path, "S030", message, &help);
        }
        found
    }

    /// The places of several names; those that are unknown are left out, doubles are faults.
    pub(super) fn find_all(&mut self, path: &str, names: &[String], known: &Names) -> Vec<usize> {
        let mut found = Vec::new();
        for (place, name) in names.iter().enumerate() {
            let path = format!("{path}[{place}]");
            if let Some(at) = self.find(&path, name, known) {
                if found.contains(&at) {
                    let message = format!("\"{}\" is in this list twice.", clean(name));
                    self.fault(&path, "S031", message, "Keep one of the two.");
                } else {
                    found.push(at);
                }
            }
        }
        found
    }

    /// Names of a list whose things have an `id`; two alike are faults.
    pub(super) fn names<'n>(
        &mut self,
        kind: &'static str,
        list: &'static str,
        ids: impl Iterator<Item = &'n String>,
    ) -> Names {
        let mut names: Vec<String> = Vec::new();
        let mut seen = BTreeSet::new();
        for (place, id) in ids.enumerate() {
            let path = format!("{list}[{place}].id");
            if id.trim().is_empty() {
                self.fault(&path, "S022", "This id is empty.".to_owned(), "Give it a short name of its own.");
            } else if !seen.insert(id.clone()) {
                let message = format!("Another {kind} is called \"{}\" too.", clean(id));
                self.fault(&path, "S031", message, "Give each an id of its own.");
            }
            names.push(id.clone());
        }
        Names { kind, list, all: names }
    }
}

fn days(count: u32) -> String {
    if count == 1 { "one day".to_owned() } else { format!("{count} days") }
}
