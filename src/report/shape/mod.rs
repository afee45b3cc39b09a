//! The debrief in every format, each written from the same page of data and escaped for itself.

pub mod class;
pub mod csv;
mod escape;
mod svg;
mod template;
pub mod xapi;

use serde_json::Value;

use crate::appraisal::Clean;

use super::page::Page;

pub use template::Broken;

/// Formats that come from a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// One HTML file.
    Html,
}

/// The page by the shipped template, or by one of a trainer's own, which may be broken.
pub fn written(page: &Page, format: Written, own: Option<&str>) -> Result<String, Broken> {
    let shipped = match format {
        Written::Text => include_str!("../../../assets/report/debrief.txt"),
        Written::Markdown => include_str!("../../../assets/report/debrief.md"),
        Written::Html => include_str!("../../../assets/report/debrief.html"),
    };
    template::fill(&cleaned(page), format, own.unwrap_or(shipped))
}

/// The page as one JSON value, with every text clean of escapes, control characters and direction overrides.
pub fn cleaned(page: &Page) -> Value {
    let mut value = serde_json::to_value(page).expect("a page is plain data");
    clean(&mut value);
    value
}

fn clean(value: &mut Value) {
    match value {
        Value::String(text) => *text = Clean::text(text).into_string(),
        Value::Array(values) => values.iter_mut().for_each(clean),
        Value::Object(fields) => fields.values_mut().for_each(clean),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
