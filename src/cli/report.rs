//! `mingle report`: the debrief of a journal, in the format that is asked for, with the player's own notes beside it.

use std::path::{Path, PathBuf};

use crate::appraisal::Clean;
use crate::game::{Sitting, replay, store};
use crate::lab::luck::fortunes;
use crate::lab::policy::Policy;
use crate::report::page::{Page, Wish};
use crate::report::shape::{self, Written};
use crate::report::standing::standing;
use crate::report::{fortune, json};
use crate::sim::PersonId;

use super::args_after::{FormatArg, ReportArgs};
use super::code::{Code, Failure, Outcome};
use super::progress::Progress;
use super::{open, out};

/// Notes kept with a run at most; each is a line.
const NOTES: usize = 100;

pub(super) fn report(args: &ReportArgs) -> Outcome {
    let (scenario, journal) = open::journal(&args.journal, args.scenario.as_deref(), args.photos.as_deref())?;
    let sitting = match replay::replay(&scenario, &journal, None) {
        Ok(sitting) => sitting,
        Err(mismatch) => {
            out::talk(&format!("mingle: {}: {mismatch}", args.journal.display()));
            return Ok(Code::No);
        }
    };
    if let Some(seeds) = args.seeds {
        return luck(args, &sitting, seeds);
    }
    let own = args.template.as_deref().map(open::text).transpose()?;
    let wish = Wish { diaries: people(&sitting, &args.diary)?, notes: notes(args)?, ..Wish::default() };
    let page = Page::of(&sitting, &wish);
    let written = |format: Written| {
        shape::written(&page, format, own.as_deref()).map_err(|broken| {
            let path = args.template.as_deref().unwrap_or_else(|| Path::new("template"));
            Failure::new(Code::BadInput, format!("mingle: {}: {broken}", path.display()))
        })
    };
    let text = match args.format {
        FormatArg::Text => written(Written::Text)?,
        FormatArg::Md => written(Written::Markdown)?,
        FormatArg::Html => written(Written::Html)?,
        FormatArg::Json => format!("{}\n", json::debrief(&sitting, &page)),
        FormatArg::Csv => shape::csv::page(&page),
        FormatArg::Xapi => shape::xapi::statements(&sitting, &page, &args.actor),
    };
    put(args.output.as_deref(), &text)
}

/// The moves over many seeds, beside the host and the ordinary brand.
fn luck(args: &ReportArgs, sitting: &Sitting, seeds: u64) -> Outcome {
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    let threads = args.threads.map_or_else(cores, usize::from);
    let beside = [Policy::Host, Policy::Ordinary, Policy::Silent];
    let progress = Progress::new("plays", (beside.len() + 1) * seeds as usize);
    let fortunes = fortunes(sitting, &beside, (1, seeds), threads, &|done| progress.show(done));
    progress.clear();
    let text = match args.format {
        FormatArg::Text => fortune::text(&fortunes, &standing(sitting), sitting.is_over()),
        FormatArg::Json => format!("{}\n", fortune::json(&fortunes)),
        FormatArg::Md | FormatArg::Html | FormatArg::Csv | FormatArg::Xapi => {
            let message = "mingle: --seeds is told as text or json";
            return Err(Failure::new(Code::Usage, message));
        }
    };
    put(args.output.as_deref(), &text)
}

/// Writes to a file, or to standard output.
pub(super) fn put(path: Option<&Path>, text: &str) -> Outcome {
    match path.filter(|path| path.as_os_str() != "-") {
        Some(path) => {
            store::write_whole(path, text.as_bytes()).map_err(|error| Failure::io(&error))?;
            Ok(Code::Done)
        }
        None => out::data(text),
    }
}

fn people(sitting: &Sitting, names: &[String]) -> Result<Vec<PersonId>, Failure> {
    let setup = &sitting.world().setup;
    let find = |name: &String| {
        setup.person_named(name).ok_or_else(|| {
            let name = Clean::line(name).into_string();
            Failure::new(Code::Usage, format!("mingle: nobody in this play is called \"{name}\""))
        })
    };
    names.iter().map(find).collect()
}

/// The notes kept with the run, with those that are given now, which are kept from now on.
fn notes(args: &ReportArgs) -> Result<Vec<String>, Failure> {
    let mut name = args.journal.as_os_str().to_owned();
    name.push(".notes");
    let path = PathBuf::from(name);
    let kept = if path.exists() { open::text(&path)? } else { String::new() };
    let clean = |line: &str| Clean::line(line).into_string();
    let mut notes: Vec<String> =
        kept.lines().map(clean).filter(|line| !line.is_empty()).take(NOTES).collect();
    let new: Vec<String> = args.note.iter().map(|note| clean(note)).filter(|note| !note.is_empty()).collect();
    if !new.is_empty() {
        notes.extend(new);
        notes.truncate(NOTES);
        let text = format!("{}\n", notes.join("\n"));
        store::write_whole(&path, text.as_bytes()).map_err(|error| Failure::io(&error))?;
    }
    Ok(notes)
}
