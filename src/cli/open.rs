//! Opens what a command names: a scenario by name or file, a journal by file.

use std::path::Path;
use std::sync::Arc;

use crate::appraisal::Clean;
use crate::game::journal::Journal;
use crate::lab::policy::Policy;
use crate::scenario::art::{OwnPhotosError, read_folder};
use crate::scenario::{self, Fault, Scenario, Sources, Unusable, render};

use super::code::{Code, Failure};

/// A shipped scenario by its name, or one from a file.
pub(super) fn scenario(name: &str) -> Result<Arc<Scenario>, Failure> {
    if let Some((name, source)) = scenario::shipped().iter().find(|(shipped, _)| *shipped == name) {
        let sources = || Sources::from([((*name).to_string(), (*source).to_string())]);
        let faulty = |faults: Vec<Fault>| Failure::new(Code::BadInput, render(&faults, &sources(), false));
        return scenario::load(name, source, None).map(Arc::new).map_err(faulty);
    }
    let path = Path::new(name);
    if !path.exists() {
        let names: Vec<&str> = scenario::shipped().iter().map(|(name, _)| *name).collect();
        let (name, names) = (Clean::line(name).into_string(), names.join(", "));
        let message =
            format!("mingle: there is no scenario \"{name}\": no such file, and shipped are: {names}");
        return Err(Failure::new(Code::NoInput, message));
    }
    scenario::read_scenario(path)
        .map(Arc::new)
        .map_err(|unusable| Failure::new(Code::BadInput, told(&unusable)))
}

/// The scenario with pictures of the player's own beside the brand's.
pub(super) fn with_photos(scenario: Arc<Scenario>, folder: Option<&Path>) -> Result<Arc<Scenario>, Failure> {
    let Some(folder) = folder else { return Ok(scenario) };
    let failed = |error: OwnPhotosError| {
        let code = match &error {
            OwnPhotosError::Folder { .. } => Code::NoInput,
            OwnPhotosError::Empty(_)
            | OwnPhotosError::TooMany(_)
            | OwnPhotosError::Index(_)
            | OwnPhotosError::File { .. }
            | OwnPhotosError::Twice(_) => Code::BadInput,
        };
        Failure::new(code, format!("mingle: pictures in {error}"))
    };
    let photos = read_folder(folder).map_err(failed)?;
    Arc::unwrap_or_clone(scenario).with_photos(photos).map(Arc::new).map_err(failed)
}

/// Why a scenario cannot be used, with every fault.
pub(super) fn told(unusable: &Unusable) -> String {
    match unusable {
        Unusable::Unread(unread) => format!("mingle: {unread}"),
        Unusable::Faulty { faults, sources } => render(faults, sources, false),
    }
}

/// A policy by its name.
pub(super) fn policy(name: &str) -> Result<Policy, Failure> {
    Policy::named(name).ok_or_else(|| {
        let (name, names) = (Clean::line(name).into_string(), Policy::names());
        Failure::new(Code::Usage, format!("mingle: there is no policy \"{name}\"; there are: {names}"))
    })
}

/// A text file.
pub(super) fn text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| {
        let code = if error.kind() == std::io::ErrorKind::NotFound { Code::NoInput } else { Code::BadInput };
        Failure::new(code, format!("mingle: {}: {error}", path.display()))
    })
}

/// A journal with the scenario it is of.
pub(super) fn journal(
    path: &Path,
    scenario_name: Option<&str>,
    photos: Option<&Path>,
) -> Result<(Arc<Scenario>, Journal), Failure> {
    let journal = Journal::read(&text(path)?, false)
        .map_err(|error| Failure::new(Code::BadInput, format!("mingle: {}: {error}", path.display())))?;
    let name = scenario_name.unwrap_or(&journal.header().scenario).to_string();
    Ok((with_photos(scenario(&name)?, photos)?, journal))
}
