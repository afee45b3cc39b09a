//! `mingle check` and `mingle new`: faults of scenario files, and a scenario to start from.

use std::path::Path;

use serde_json::{Value, json};

use crate::game::store;
use crate::scenario::{self, Fault, Unusable};

use super::args::{CheckArgs, NewArgs};
use super::code::{Code, Failure, Outcome};
use super::{open, out};

pub(super) fn check(args: &CheckArgs) -> Outcome {
    let (mut objects, mut clean) = (Vec::new(), true);
    for path in &args.files {
        let name = path.display().to_string();
        if !path.exists() {
            return Err(Failure::new(Code::NoInput, format!("mingle: there is no file \"{name}\"")));
        }
        match scenario::read_scenario(path) {
            Ok(_) if args.json => {}
            Ok(loaded) => {
                out::line(&format!("{name}: no faults; \"{}\", {} beats", loaded.title, loaded.base.beats.len()))?;
            }
            Err(Unusable::Unread(unread)) => return Err(Failure::new(Code::BadInput, format!("mingle: {unread}"))),
            Err(unusable @ Unusable::Faulty { .. }) => {
                clean = false;
                if !args.json {
                    out::line(&open::told(&unusable))?;
                }
                objects.extend(faults(&unusable));
            }
        }
    }
    if args.json {
        out::line(&serde_json::Value::Array(objects).to_string())?;
    }
    Ok(if clean { Code::Done } else { Code::No })
}

fn faults(unusable: &Unusable) -> Vec<Value> {
    let Unusable::Faulty { faults, .. } = unusable else { return Vec::new() };
    let object = |fault: &Fault| {
        json!({ "file": fault.file, "line": fault.line, "column": fault.column,
                "code": fault.code, "message": fault.message, "help": fault.help })
    };
    faults.iter().map(object).collect()
}

pub(super) fn new(args: &NewArgs) -> Outcome {
    let path: &Path = &args.file;
    if path.exists() {
        return Err(Failure::new(Code::Usage, format!("mingle: {} is there already; it was left alone", path.display())));
    }
    store::write_whole(path, scenario::TEMPLATE.as_bytes()).map_err(|error| Failure::io(&error))?;
    out::talk(&format!("{} is written. Check it with: mingle check {}", path.display(), path.display()));
    Ok(Code::Done)
}
