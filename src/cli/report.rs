//! `mingle report`: the debrief of a journal.

use crate::game::{replay, store};
use crate::report::{debrief, json};

use super::args::{FormatArg, ReportArgs};
use super::code::{Code, Failure, Outcome};
use super::{open, out};

pub(super) fn report(args: &ReportArgs) -> Outcome {
    let (scenario, journal) = open::journal(&args.journal, args.scenario.as_deref(), args.photos.as_deref())?;
    let sitting = match replay::replay(&scenario, &journal, None) {
        Ok(sitting) => sitting,
        Err(mismatch) => {
            out::talk(&format!("mingle: {}: {mismatch}", args.journal.display()));
            return Ok(Code::No);
        }
    };
    let text = match args.format {
        FormatArg::Text => format!("{}\n", debrief::text(&sitting).join("\n")),
        FormatArg::Json => format!("{}\n", json::debrief(&sitting)),
    };
    match args.output.as_deref().filter(|path| path.as_os_str() != "-") {
        Some(path) => {
            store::write_whole(path, text.as_bytes()).map_err(|error| Failure::io(&error))?;
            Ok(Code::Done)
        }
        None => out::data(&text),
    }
}
