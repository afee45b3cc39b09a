//! Faults as text for people: the line they are in, the words they are about, and what would help.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::border::clean;
use super::fault::Fault;
use super::load::Sources;

/// All faults, one after another, parted by empty lines; `colour` for a terminal that shows it.
pub fn render(faults: &[Fault], sources: &Sources, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut shown = Vec::new();
    for fault in faults {
        shown.push(one(fault, sources, &renderer));
    }
    shown.join("\n\n")
}

fn one(fault: &Fault, sources: &Sources, renderer: &Renderer) -> String {
    let line = sources.get(&fault.file).and_then(|source| {
        let source = source.strip_prefix('\u{feff}').unwrap_or(source);
        source.split('\n').nth(fault.line.saturating_sub(1))
    });
    let line = visible(line.unwrap_or(""));
    let byte = |column: usize| line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    let (start, end) = (byte(fault.column - 1), byte(fault.column - 1 + fault.width));
    let (file, message, help) = (clean(&fault.file), clean(&fault.message), clean(&fault.help));
    let snippet = Snippet::source(line.as_str())
        .line_start(fault.line)
        .path(file.as_str())
        .annotation(AnnotationKind::Primary.span(start..end.max(start)));
    let level = if fault.code.starts_with('W') { Level::WARNING } else { Level::ERROR };
    let mut group = level.primary_title(message.as_str()).id(fault.code).element(snippet);
    if !help.is_empty() {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    renderer.render(&[group])
}

/// The line with every character that must not reach a terminal replaced one for one, so that columns still fit.
fn visible(line: &str) -> String {
    let show = |c: char| if clean(c.encode_utf8(&mut [0; 4])).is_empty() { '\u{fffd}' } else { c };
    line.trim_end_matches('\r').chars().map(|c| if c == '\t' { ' ' } else { show(c) }).collect()
}
