//! Files beside a scenario whose content it includes: found, read, added to it, and known again when a fault is in one.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use super::disk;
use super::fault::{Fault, Lines, Spot};
use super::fit::{self, Fit};
use super::format::{FORMAT, ScenarioFile};
use super::load::Sources;
use super::schema;
use super::typed::{self, Read};

/// An included file.
pub(super) struct Part {
    /// Its name.
    pub(super) name: String,
    /// Its text.
    pub(super) source: String,
    /// Places in it.
    pub(super) fit: Fit,
}

/// Which file each part of the whole came from.
#[derive(Default)]
pub(super) struct Origins {
    /// The included files.
    pub(super) parts: Vec<Part>,
    /// By list: from which place on the things of it are those of a part.
    lists: BTreeMap<&'static str, Vec<(usize, usize)>>,
    /// By field: the part that states it, where the file itself does not.
    singles: BTreeMap<&'static str, usize>,
}

impl Origins {
    /// The part that a path leads into, and the path as it is there; `None` for the file itself.
    pub(super) fn of<'p>(&self, path: &'p str) -> (Option<usize>, std::borrow::Cow<'p, str>) {
        let head = path.find(['.', '[']).unwrap_or(path.len());
        let (name, rest) = path.split_at(head);
        if let (Some(starts), Some((number, after))) =
            (self.lists.get(name), rest.strip_prefix('[').and_then(|rest| rest.split_once(']')))
        {
            let number: usize = number.parse().unwrap_or(0);
            if let Some((start, part)) = starts.iter().rev().find(|(start, _)| *start <= number) {
                return (Some(*part), format!("{name}[{}]{after}", number - start).into());
            }
        }
        (self.singles.get(name).copied(), path.into())
    }
}

/// Adds everything that a file includes to it.
pub(super) fn gather(
    (name, lines): (&str, &Lines<'_>),
    read: &mut Read<ScenarioFile>,
    beside: Option<&Path>,
    sources: &mut Sources,
    faults: &mut Vec<Fault>,
) -> Origins {
    let names = read.content.include.clone();
    if names.is_empty() {
        return Origins::default();
    }
    let own = Path::new(name).file_name().and_then(|own| own.to_str()).unwrap_or(name).to_owned();
    let mut gather = Gather { beside, sources, faults, origins: Origins::default(), trail: vec![own] };
    gather.all(&mut read.content, &read.fit, &names, lines, &read.fit);
    let origins = gather.origins;
    let stated = |field: &str| {
        let states = |fit: &Fit| fit.places.contains_key(field) || fit.spoilt.contains(field);
        states(&read.fit) || origins.parts.iter().any(|part| states(&part.fit))
    };
    for (message, help) in fit::missing(&schema::SCENARIO, stated) {
        faults.push(lines.fault(&Spot { span: 0..1, code: "S012", message, help }));
    }
    origins
}

struct Gather<'a> {
    beside: Option<&'a Path>,
    sources: &'a mut Sources,
    faults: &'a mut Vec<Fault>,
    origins: Origins,
    trail: Vec<String>,
}

impl Gather<'_> {
    fn all(&mut self, whole: &mut ScenarioFile, root: &Fit, names: &[String], lines: &Lines<'_>, fit: &Fit) {
        for (at, name) in names.iter().enumerate() {
            let span = fit.places.get(&format!("include[{at}]")).cloned().unwrap_or(0..1);
            let fault = |faults: &mut Vec<Fault>, code, message, help: &str| {
                faults.push(lines.fault(&Spot { span: span.clone(), code, message, help: help.to_owned() }));
            };
            if let Some(first) = self.trail.iter().position(|other| other == name) {
                let circle = [&self.trail[first..], std::slice::from_ref(name)].concat().join(", ");
                let message = format!("These files include each other: {circle}.");
                fault(self.faults, "S052", message, "Take one of the two out.");
                continue;
            }
            if self.origins.parts.iter().any(|part| part.name == *name) {
                continue; // two files may both need a third
            }
            match self.text(name) {
                Ok(source) => self.one(whole, root, name, source),
                Err((message, help)) => fault(self.faults, "S051", message, help),
            }
        }
    }

    fn text(&self, name: &str) -> Result<String, (String, &'static str)> {
        let path = Path::new(name);
        let mut parts = path.components();
        let plain = matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None))
            && path.extension().is_some_and(|ext| ext == "ron")
            && !name.contains(['\\', ':', '/']);
        if !plain {
            let message = "An included file has to lie beside the scenario and end in .ron.".to_owned();
            return Err((message, "Put it beside the scenario and write its name only, as in \"cast.ron\"."));
        }
        let Some(folder) = self.beside else {
            let message = format!("The file {name} cannot be looked for here.");
            return Err((message, "Only a scenario that lies in a folder can include others."));
        };
        disk::beside(folder, path).map_err(|error| {
            (format!("The file {name} cannot be read: {error}."), "Is its name written right?")
        })
    }

    fn one(&mut self, whole: &mut ScenarioFile, root: &Fit, name: &str, source: String) {
        let text = source.strip_prefix('\u{feff}').unwrap_or(&source).to_owned();
        self.sources.insert(name.to_owned(), source);
        let lines = Lines::new(name, &text);
        let Some(read) = typed::read_part::<ScenarioFile>(&lines, &text, &schema::SCENARIO, self.faults)
        else {
            return;
        };
        let Read { content, fit } = read;
        if let Some(span) = fit.places.get("format").filter(|_| content.format != FORMAT) {
            let message =
                format!("This file is of format {}; this program reads format {FORMAT}.", content.format);
            let help = "Write format: 1.".to_owned();
            self.faults.push(lines.fault(&Spot { span: span.clone(), code: "S040", message, help }));
        }
        let names = content.include.clone();
        self.trail.push(name.to_owned());
        self.origins.parts.push(Part { name: name.to_owned(), source: text.clone(), fit: Fit::default() });
        let part = self.origins.parts.len() - 1;
        self.add(whole, root, content, &fit, part);
        self.all(whole, root, &names, &lines, &fit);
        self.origins.parts[part].fit = fit;
        self.trail.pop();
    }

    /// Adds a part's content: lists grow, and what nobody stated yet is taken over.
    fn add(&mut self, whole: &mut ScenarioFile, root: &Fit, content: ScenarioFile, fit: &Fit, part: usize) {
        let origins = &mut self.origins;
        let mut takes = |field: &'static str| {
            let free = !root.places.contains_key(field) && !origins.singles.contains_key(field);
            let takes = free && fit.places.contains_key(field);
            if takes {
                origins.singles.insert(field, part);
            }
            takes
        };
        macro_rules! singles {
            ($($field:ident),*) => { $(if takes(stringify!($field)) { whole.$field = content.$field; })* };
        }
        singles!(format, title, summary, briefing, minutes, days, staffed, brand, rooms, crowd);
        let (questions, failures) = (whole.questions.len(), whole.failures.len());
        let mut exemplars = content.exemplars;
        for exemplar in &mut exemplars {
            exemplar.question = exemplar.question.map(|at| at.saturating_add(questions));
            exemplar.failure = exemplar.failure.map(|at| at.saturating_add(failures));
        }
        macro_rules! lists {
            ($($field:ident: $from:expr),*) => { $(
                origins.lists.entry(stringify!($field)).or_default().push((whole.$field.len(), part));
                whole.$field.extend($from);
            )* };
        }
        lists!(
            variables: content.variables, goals: content.goals, notes: content.notes, lesson: content.lesson,
            expected: content.expected, cast: content.cast, questions: content.questions,
            failures: content.failures, beats: content.beats, stories: content.stories, exemplars: exemplars
        );
    }
}
