//! `mingle screens`: writes the screens in the documents anew, as the program draws them.

use std::path::Path;

use crate::game::store;
use crate::tui::capture;

use super::args::ScreensArgs;
use super::code::{Code, Failure, Outcome};
use super::{open, out};

pub(super) fn screens(args: &ScreensArgs) -> Outcome {
    let scenario = open::scenario("opening-week")?;
    let write = |path: &Path, text: &str| {
        store::write_whole(path, text.as_bytes()).map_err(|error| Failure::io(&error))?;
        out::talk(&format!("{} is written.", path.display()));
        Ok(Code::Done)
    };
    let document = args.out.join("playing.md");
    write(&document, &capture::refreshed(&open::text(&document)?, &scenario))?;
    write(&args.out.join("pictures.svg"), &capture::picture(&scenario))
}
