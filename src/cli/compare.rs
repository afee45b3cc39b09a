//! `mingle compare`: a class of plays of one scenario side by side, without names unless they are asked for.

use crate::game::{Sitting, replay};
use crate::report::compare::class;
use crate::report::shape;

use super::args_after::{CompareArgs, PageArg};
use super::code::{Code, Failure, Outcome};
use super::{open, out, report};

pub(super) fn compare(args: &CompareArgs) -> Outcome {
    let mut plays: Vec<Sitting> = Vec::new();
    for path in &args.journals {
        let (scenario, journal) = open::journal(path, args.scenario.as_deref(), None)?;
        match replay::replay(&scenario, &journal, None) {
            Ok(play) => plays.push(play),
            Err(mismatch) => {
                out::talk(&format!("mingle: {}: {mismatch}", path.display()));
                return Ok(Code::No);
            }
        }
    }
    let digest = |play: &Sitting| play.scenario().digest.clone();
    if plays.windows(2).any(|pair| digest(&pair[0]) != digest(&pair[1])) {
        let message = "mingle: these plays are of different scenarios, or of different versions of one";
        return Err(Failure::new(Code::BadInput, message));
    }
    let names: Vec<String> = if args.names {
        let stem =
            |path: &std::path::PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        args.journals.iter().filter_map(stem).collect()
    } else {
        Vec::new()
    };
    let class = class(&plays, &names);
    let text = match args.format {
        PageArg::Text => shape::class::text(&class),
        PageArg::Html => shape::class::html(&class),
        PageArg::Json => shape::class::json(&class),
    };
    report::put(args.output.as_deref(), &text)
}
