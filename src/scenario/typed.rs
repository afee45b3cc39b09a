//! A file's text to its typed form, with everything that is wrong with its shape found at once.

use serde::de::DeserializeOwned;

use ron::error::SpannedError;
use ron::extensions::Extensions;

use super::desk::MOST;
use super::fault::{Fault, Lines, Spot};
use super::fit::Fit;
use super::outline;
use super::schema::Form;

/// A file read as far as it could be.
pub(super) struct Read<T> {
    /// The typed content; where there are faults of shape, of a mended copy.
    pub(super) content: T,
    /// Places and spoilt values.
    pub(super) fit: Fit,
}

/// Reads a typed value: `Say(who: ..)` and `Say((who: ..))` are both understood.
fn parse<T: DeserializeOwned>(source: &str) -> Result<T, SpannedError> {
    let usual = Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES;
    let options = ron::Options::default().with_default_extension(usual);
    let doubled = options.from_str(source);
    let single = options.with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES).from_str(source);
    match (single, doubled) {
        (Ok(content), _) | (_, Ok(content)) => Ok(content),
        // The reading that came further is the one that was meant.
        (Err(one), Err(two)) => Err(if place(&one) < place(&two) { two } else { one }),
    }
}

fn place(error: &SpannedError) -> (usize, usize) {
    (error.span.start.line, error.span.start.col)
}

/// Reads a file that another includes, from which any field may be missing.
pub(super) fn read_part<T: DeserializeOwned>(
    lines: &Lines<'_>,
    source: &str,
    form: &'static Form,
    faults: &mut Vec<Fault>,
) -> Option<Read<T>> {
    read_as(lines, source, (form, true), faults)
}

/// Reads a file of the given form. Faults are added to the list; without content nothing more can be said.
pub(super) fn read<T: DeserializeOwned>(
    lines: &Lines<'_>,
    source: &str,
    form: &'static Form,
    faults: &mut Vec<Fault>,
) -> Option<Read<T>> {
    read_as(lines, source, (form, false), faults)
}

fn read_as<T: DeserializeOwned>(
    lines: &Lines<'_>,
    source: &str,
    (form, lenient): (&'static Form, bool),
    faults: &mut Vec<Fault>,
) -> Option<Read<T>> {
    let mut spots = Vec::new();
    let node = outline::read(source, &mut spots).ok();
    let mut fit = node.map(|node| Fit::of(source, &node, form, lenient));
    if let Some(fit) = &mut fit {
        spots.append(&mut fit.spots);
    }
    let mended = fit.as_ref().and_then(|fit| parse::<T>(&fit.mended).ok());
    let typed = if spots.is_empty() {
        match parse::<T>(source) {
            Ok(content) => Some(content),
            Err(_) if mended.is_some() => mended,
            Err(error) => {
                spots.push(of_parser(lines, &error));
                None
            }
        }
    } else {
        mended
    };
    faults.extend(spots.iter().take(MOST).map(|spot| lines.fault(spot)));
    Some(Read { content: typed?, fit: fit? })
}

/// What only the parser itself found, such as an unknown escape in a text.
fn of_parser(lines: &Lines<'_>, error: &SpannedError) -> Spot {
    let start = lines.byte_at(error.span.start.line, error.span.start.col);
    let end = lines.byte_at(error.span.end.line, error.span.end.col).max(start);
    let help = "In a text, write \\\\ for a backslash and \\\" for a quote.".to_owned();
    Spot { span: start..end, code: "S001", message: format!("This cannot be read: {}.", error.code), help }
}
