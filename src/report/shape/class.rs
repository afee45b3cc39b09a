//! A class of plays as text, as a page to project, and as JSON.

use serde_json::Value;

use crate::report::compare::Class;

use super::{Written, template};

const TEXT: &str = include_str!("../../../assets/report/class.txt");
const HTML: &str = include_str!("../../../assets/report/class.html");

/// As text.
pub fn text(class: &Class) -> String {
    filled(class, Written::Text, TEXT)
}

/// As one HTML file.
pub fn html(class: &Class) -> String {
    filled(class, Written::Html, HTML)
}

/// As one JSON object.
pub fn json(class: &Class) -> String {
    format!("{}\n", cleaned(class))
}

fn cleaned(class: &Class) -> Value {
    let mut value = serde_json::to_value(class).expect("a class is plain data");
    super::clean(&mut value);
    value
}

fn filled(class: &Class, format: Written, source: &str) -> String {
    template::fill(&cleaned(class), format, source).expect("the shipped template fits a class")
}
