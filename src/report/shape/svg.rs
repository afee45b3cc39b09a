//! Charts drawn by hand as SVG: dark bars with outlines and figures beside them, so that they read in black and white.

use std::fmt::Write as _;

use serde::Deserialize;

use super::escape::html;

/// Width of a chart in its own units; at 360 pixels of screen a unit is about a pixel.
const WIDTH: f64 = 320.0;
/// Height of a row.
const ROW: f64 = 38.0;

/// A meter to be drawn; other fields of the page are of no concern here.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Meter {
    name: String,
    value: Option<f64>,
}

/// A bar of habits to be drawn.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Habit {
    label: String,
    asked: usize,
    answered: usize,
    share: Option<f64>,
    delay_said: String,
}

struct Row {
    label: String,
    figure: String,
    /// Part of the width that is full, 0..1; `None` where there is nothing to show.
    part: Option<f64>,
}

/// The five meters, 0 to 100, with a mark at 50.
pub(super) fn meters(meters: &[Meter]) -> String {
    let rows: Vec<Row> = meters
        .iter()
        .map(|meter| Row {
            label: meter.name.clone(),
            figure: meter
                .value
                .map_or_else(|| "nothing to judge by".to_owned(), |value| format!("{value:.0}")),
            part: meter.value.map(|value| (value / 100.0).clamp(0.0, 1.0)),
        })
        .collect();
    let said: Vec<String> = rows.iter().map(|row| format!("{} {}", row.label, row.figure)).collect();
    chart("meters", &format!("The five meters, 0 to 100: {}.", said.join(", ")), &rows)
}

/// Who was answered, and how soon.
pub(super) fn habits(title: &str, bars: &[Habit]) -> String {
    let rows: Vec<Row> = bars
        .iter()
        .map(|bar| Row {
            label: bar.label.clone(),
            figure: match (bar.asked, bar.delay_said.as_str()) {
                (0, _) => "nobody asked".to_owned(),
                (asked, "") => format!("{} of {asked}", bar.answered),
                (asked, delay) => format!("{} of {asked}, {delay}", bar.answered),
            },
            part: bar.share,
        })
        .collect();
    let said: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.label, row.figure)).collect();
    let id: String = title.chars().filter(char::is_ascii_alphabetic).collect();
    chart(&id.to_lowercase(), &format!("{title}: {}.", said.join("; ")), &rows)
}

fn chart(id: &str, title: &str, rows: &[Row]) -> String {
    let height = ROW * rows.len() as f64 + 4.0;
    let mut svg = format!(
        "<svg class=\"chart\" role=\"img\" aria-labelledby=\"chart-{id}\" viewBox=\"0 0 {WIDTH:.0} {height:.0}\" \
         xmlns=\"http://www.w3.org/2000/svg\"><title id=\"chart-{id}\">{}</title>",
        html(title)
    );
    for (place, row) in rows.iter().enumerate() {
        let top = ROW * place as f64;
        let _ = write!(
            svg,
            "<text x=\"0\" y=\"{:.0}\" class=\"label\">{}</text><text x=\"{WIDTH:.0}\" y=\"{:.0}\" \
             text-anchor=\"end\" class=\"figure\">{}</text>",
            top + 14.0,
            html(&row.label),
            top + 14.0,
            html(&row.figure)
        );
        let dashes = if row.part.is_none() { " stroke-dasharray=\"4 4\"" } else { "" };
        let _ = write!(
            svg,
            "<rect x=\"0.5\" y=\"{:.1}\" width=\"{:.0}\" height=\"12\" class=\"frame\"{dashes}/>",
            top + 19.5,
            WIDTH - 1.0
        );
        if let Some(part) = row.part.filter(|part| *part > 0.0) {
            let _ = write!(
                svg,
                "<rect x=\"0.5\" y=\"{:.1}\" width=\"{:.1}\" height=\"12\" class=\"full\"/>",
                top + 19.5,
                (WIDTH - 1.0) * part
            );
        }
        let middle = WIDTH / 2.0;
        let _ = write!(
            svg,
            "<line x1=\"{middle:.0}\" x2=\"{middle:.0}\" y1=\"{:.0}\" y2=\"{:.0}\" class=\"mark\"/>",
            top + 17.0,
            top + 34.0
        );
    }
    svg.push_str("</svg>");
    svg
}
