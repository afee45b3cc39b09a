//! Opens what a command names: a scenario by name or file, a journal by file.

use std::path::Path;
use std::sync::Arc;

use crate::game::journal::Journal;
use crate::scenario::{self, Scenario};

use super::code::{Code, Failure};

/// A shipped scenario by its name, or one from a file.
pub(super) fn scenario(name: &str) -> Result<Arc<Scenario>, Failure> {
    let shipped = scenario::shipped();
    if let Some((name, source)) = shipped.iter().find(|(shipped, _)| *shipped == name) {
        let loaded = scenario::load(name, source, None);
        return loaded.map(Arc::new).map_err(|faults| {
            Failure::new(Code::BadInput, scenario::render(&faults, source))
        });
    }
    let path = Path::new(name);
    if !path.exists() {
        let names: Vec<&str> = shipped.iter().map(|(name, _)| *name).collect();
        let message = format!("mingle: there is no scenario \"{name}\": no such file, and shipped are: {}", names.join(", "));
        return Err(Failure::new(Code::NoInput, message));
    }
    let source = scenario::read_source(path).map_err(|fault| Failure::new(Code::BadInput, fault))?;
    scenario::load(name, &source, path.parent()).map(Arc::new).map_err(|faults| {
        Failure::new(Code::BadInput, scenario::render(&faults, &source))
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
pub(super) fn journal(path: &Path, scenario_name: Option<&str>) -> Result<(Arc<Scenario>, Journal), Failure> {
    let journal = Journal::read(&text(path)?, false)
        .map_err(|error| Failure::new(Code::BadInput, format!("mingle: {}: {error}", path.display())))?;
    let name = scenario_name.unwrap_or(&journal.header().scenario).to_string();
    Ok((scenario(&name)?, journal))
}
