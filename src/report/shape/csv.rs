//! The debrief as CSV in the long form: a row for each thing told, with the formula guard on every text.

use std::fmt::Write as _;

use serde_json::Value;

use super::escape;
use crate::report::page::Page;

/// The rows with a head: `run`, `part` of the page, `item` in it, `measure`, and its `value`.
pub fn page(page: &Page) -> String {
    let value = super::cleaned(page);
    let mut text = "run,part,item,measure,value\n".to_owned();
    let run = page.run.as_str();
    if let Value::Object(fields) = &value {
        for (part, value) in fields.iter().filter(|(part, _)| *part != "run") {
            rows(&mut text, run, part, "", "", value);
        }
    }
    text
}

/// Lists are numbered from 1 in `item`; names of fields join in `measure`.
fn rows(text: &mut String, run: &str, part: &str, item: &str, measure: &str, value: &Value) {
    match value {
        Value::Null => row(text, [run, part, item, measure, ""]),
        Value::Bool(yes) => row(text, [run, part, item, measure, if *yes { "yes" } else { "no" }]),
        Value::Number(number) => row(text, [run, part, item, measure, &number.to_string()]),
        Value::String(said) => row(text, [run, part, item, measure, said]),
        Value::Array(values) => {
            for (place, value) in values.iter().enumerate() {
                let dot = if item.is_empty() { "" } else { "." };
                rows(text, run, part, &format!("{item}{dot}{}", place + 1), measure, value);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                let dot = if measure.is_empty() { "" } else { "." };
                rows(text, run, part, item, &format!("{measure}{dot}{name}"), value);
            }
        }
    }
}

fn row(text: &mut String, fields: [&str; 5]) {
    let fields = fields.map(escape::csv);
    let _ = writeln!(text, "{}", fields.join(","));
}
