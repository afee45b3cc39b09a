//! Screens as the documents show them: drawn by the program itself, as text and as a picture in SVG.

use std::fmt::Write as _;
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;

use super::app::App;
use super::borrowed::Sitting;
use super::signal::Signal;
use super::theme::ThemeName;
use super::{Demo, Options, Pictures, Start};
use crate::scenario::Scenario;

/// A cell of the picture, in its units.
const CELL: (usize, usize) = (8, 16);
/// Screens by name, with the keys that lead there (`~` is Enter); `demo` is steps of the demo instead.
const SCREENS: [(&str, &str); 5] =
    [("briefing", ""), ("room", "~n"), ("thread", "~n~"), ("person", "~no"), ("picture", "~4p")];
/// Steps of the demo until the one that is shown.
const STEPS: usize = 4;

/// The screens at 80 by 24, by name, as text without pictures.
pub fn texts(scenario: &Arc<Scenario>) -> Vec<(&'static str, String)> {
    let options = Options { pictures: Pictures::Off, ..Options::default() };
    let played = SCREENS.map(|(name, keys)| {
        let mut app = app(scenario, options, keys);
        (name, text(&drawn((80, 24), |frame| app.draw(frame))))
    });
    let mut demo = Demo::new(scenario, 1, options);
    for _ in 0..STEPS {
        demo.step();
    }
    let shown = text(&drawn((80, 24), |frame| demo.draw(frame)));
    played.into_iter().chain([("demo", shown)]).collect()
}

/// The choice of a picture at 96 by 28 in the dark theme, as SVG.
pub fn picture(scenario: &Arc<Scenario>) -> String {
    let options = Options { theme: ThemeName::Dark, ..Options::default() };
    let mut app = app(scenario, options, "~4p");
    svg(&drawn((96, 28), |frame| app.draw(frame)))
}

/// A document with the screens in it written anew: each stands in a block of its own after a line
/// `<!-- screen: NAME -->`.
pub fn refreshed(document: &str, scenario: &Arc<Scenario>) -> String {
    let screens = texts(scenario);
    let mut out = String::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        let _ = writeln!(out, "{line}");
        let name = line.strip_prefix("<!-- screen: ").and_then(|rest| rest.strip_suffix(" -->"));
        let Some((_, screen)) = screens.iter().find(|(known, _)| Some(*known) == name) else { continue };
        // The old block goes, from its opening fence to its closing one.
        let mut old = lines.by_ref().skip_while(|line| !line.starts_with("```")).skip(1);
        let _ = old.find(|line| line.starts_with("```"));
        let _ = writeln!(out, "```text\n{screen}\n```");
    }
    out
}

fn app(scenario: &Arc<Scenario>, options: Options, keys: &str) -> App {
    let sitting = Sitting::new(Arc::clone(scenario), 1);
    let mut app = App::new(Start::Play(Box::new(sitting), None), options);
    for key in keys.chars() {
        // The mark of pages that were drawn is wanted by some keys.
        drawn((80, 24), |frame| app.draw(frame));
        let code = if key == '~' { KeyCode::Enter } else { KeyCode::Char(key) };
        app.on(Signal::Key(KeyEvent::new(code, KeyModifiers::NONE)));
    }
    app
}

fn drawn((width, height): (u16, u16), draw: impl FnOnce(&mut ratatui::Frame<'_>)) -> Buffer {
    let Ok(mut terminal) = Terminal::new(TestBackend::new(width, height));
    let Ok(_) = terminal.draw(draw);
    terminal.backend().buffer().clone()
}

fn row(buffer: &Buffer, y: u16) -> Vec<&Cell> {
    (buffer.area.left()..buffer.area.right()).filter_map(|x| buffer.cell((x, y))).collect()
}

fn text(buffer: &Buffer) -> String {
    let line = |y| row(buffer, y).into_iter().map(Cell::symbol).collect::<String>().trim_end().to_owned();
    (buffer.area.top()..buffer.area.bottom()).map(line).collect::<Vec<_>>().join("\n")
}

/// A screen with its colours: half blocks as rectangles, letters as text.
fn svg(buffer: &Buffer) -> String {
    let (wide, high) = (usize::from(buffer.area.width) * CELL.0, usize::from(buffer.area.height) * CELL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" font-family=\"monospace\" font-size=\"13\">\n\
         <title>Mingle: choosing a picture in the albums</title>\n<rect width=\"{wide}\" height=\"{high}\" fill=\"#101218\"/>\n"
    );
    for y in buffer.area.top()..buffer.area.bottom() {
        let (cells, top) = (row(buffer, y), usize::from(y) * CELL.1);
        let mut x = 0;
        while let Some(first) = cells.get(x) {
            let alike = |cell: &&&Cell| cell.style() == first.style() && is_block(cell) == is_block(first);
            let run: Vec<&Cell> = cells[x..].iter().take_while(alike).copied().collect();
            let (left, width) = (x * CELL.0, run.len() * CELL.0);
            let words: String = run.iter().map(|cell| cell.symbol()).collect();
            if is_block(first) {
                let (half, upper, lower) = (CELL.1 / 2, colour(first.fg), colour(first.bg));
                let _ =
                    writeln!(out, "<path fill=\"{upper}\" d=\"M{left} {top}h{width}v{half}h-{width}z\"/>");
                let _ = writeln!(
                    out,
                    "<path fill=\"{lower}\" d=\"M{left} {}h{width}v{half}h-{width}z\"/>",
                    top + half
                );
            } else if !words.trim().is_empty() {
                let bold = first.modifier.contains(ratatui::style::Modifier::BOLD);
                let weight = if bold { " font-weight=\"bold\"" } else { "" };
                let words = words.trim_end();
                let length = words.chars().count() * CELL.0;
                let words = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
                let _ = writeln!(
                    out,
                    "<text x=\"{left}\" y=\"{}\" fill=\"{}\" textLength=\"{length}\" xml:space=\"preserve\"{weight}>{words}</text>",
                    top + 12,
                    colour(first.fg)
                );
            }
            x += run.len();
        }
    }
    out.push_str("</svg>\n");
    out
}

fn is_block(cell: &Cell) -> bool {
    cell.symbol() == "▀"
}

fn colour(colour: Color) -> String {
    if let Color::Rgb(red, green, blue) = colour {
        format!("#{red:02x}{green:02x}{blue:02x}")
    } else {
        "#e6e6e6".to_owned()
    }
}
