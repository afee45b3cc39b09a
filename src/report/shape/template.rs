//! Fills a template with a page: the shipped ones, or a trainer's own, with the escaping of the format always on.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Output, State, Value};
use thiserror::Error;

use super::{Written, escape, svg};

/// Steps a template may take; a debrief of a week takes far fewer.
const FUEL: u64 = 5_000_000;

/// A template that cannot be filled.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}: {what}")]
pub struct Broken {
    /// The line of the template, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

/// Fills the template of a format with a page.
pub(super) fn fill(page: &serde_json::Value, format: Written, source: &str) -> Result<String, Broken> {
    let mut engine = Environment::new();
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    engine.set_syntax(syntax.build().expect("only the blanks differ from the usual syntax"));
    engine.set_fuel(Some(FUEL));
    let escaping = match format {
        Written::Text => AutoEscape::None,
        Written::Markdown => AutoEscape::Custom("markdown".into()),
        Written::Html => AutoEscape::Custom("html".into()),
    };
    engine.set_auto_escape_callback(move |_| escaping.clone());
    engine.set_formatter(formatter);
    engine.add_filter("signed", signed);
    engine.add_filter("whole", |x: f64| format!("{x:.0}"));
    engine.add_filter("percent", |x: f64| format!("{:.0} %", 100.0 * x));
    engine.add_filter("wrap", |text: String, width: usize, indent: usize| wrap(&text, width, indent));
    engine.add_filter("pad", |text: String, width: usize| format!("{text:<width$}"));
    engine.add_function("meter_chart", |bars: Serde<Vec<svg::Meter>>| {
        Value::from_safe_string(svg::meters(&bars))
    });
    engine.add_function("habit_chart", |title: String, bars: Serde<Vec<svg::Habit>>| {
        Value::from_safe_string(svg::habits(&title, &bars))
    });
    let broken = |error: &minijinja::Error| Broken {
        line: error.line().unwrap_or(1),
        what: error.detail().map_or_else(|| error.kind().to_string(), str::to_owned),
    };
    let template = engine.template_from_named_str("debrief", source).map_err(|e| broken(&e))?;
    template.render(Value::from(Serde(page))).map_err(|e| broken(&e))
}

/// Writes a value with the escaper of the format; what a chart drew goes in as it is.
fn formatter(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), minijinja::Error> {
    let text = match (value.is_safe(), value.as_str()) {
        (true, Some(text)) => text.to_owned(),
        (false, Some(text)) => {
            if let AutoEscape::Custom(name) = state.auto_escape() {
                if name == "markdown" { escape::markdown(text) } else { escape::html(text) }
            } else {
                text.to_owned()
            }
        }
        (_, None) => return escape_formatter_plain(out, value),
    };
    out.write_str(&text).map_err(minijinja::Error::from)
}

/// Numbers and the like hold nothing to escape; lists are written by their parts only.
fn escape_formatter_plain(out: &mut Output<'_>, value: &Value) -> Result<(), minijinja::Error> {
    let text = if value.is_undefined() || value.is_none() {
        String::new()
    } else {
        escape::html(&value.to_string())
    };
    out.write_str(&text).map_err(minijinja::Error::from)
}

/// With its sign and two decimals at most: `+1.5`.
fn signed(x: f64, decimals: Option<usize>) -> String {
    let decimals = decimals.unwrap_or(1);
    let text = format!("{x:+.decimals$}");
    if text.trim_start_matches(['+', '-', '0', '.']).is_empty() { "0".to_owned() } else { text }
}

/// Broken into lines of at most so many characters, every further one indented.
fn wrap(text: &str, width: usize, indent: usize) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() || line.chars().count() + 1 + word.chars().count() + indent <= width {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join(&format!("\n{}", " ".repeat(indent)))
}
