//! A file's text to its typed form, with everything that is wrong with its shape found at once.

use serde::de::DeserializeOwned;

use ron::extensions::Extensions;

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

/// Options by which all files are read: a plain value where one may be missing, plain content in brackets.
pub(super) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(
        Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES | Extensions::UNWRAP_VARIANT_NEWTYPES,
    )
}

/// Reads a file of the given form. Faults are added to the list; without content nothing more can be said.
pub(super) fn read<T: DeserializeOwned>(
    lines: &Lines<'_>,
    source: &str,
    form: &'static Form,
    faults: &mut Vec<Fault>,
) -> Option<Read<T>> {
    let mut spots = Vec::new();
    let node = outline::read(source, &mut spots).ok();
    let mut fit = node.map(|node| Fit::of(source, &node, form));
    if let Some(fit) = &mut fit {
        spots.append(&mut fit.spots);
    }
    let typed = if spots.is_empty() {
        match options().from_str::<T>(source) {
            Ok(content) => Some(content),
            Err(error) => {
                spots.push(of_parser(lines, &error));
                None
            }
        }
    } else {
        fit.as_ref().and_then(|fit| options().from_str::<T>(&fit.mended).ok())
    };
    faults.extend(spots.iter().map(|spot| lines.fault(spot)));
    Some(Read { content: typed?, fit: fit? })
}

/// What only the parser itself found, such as an unknown escape in a text.
fn of_parser(lines: &Lines<'_>, error: &ron::error::SpannedError) -> Spot {
    let start = lines.byte_at(error.span.start.line, error.span.start.col);
    let end = lines.byte_at(error.span.end.line, error.span.end.col).max(start);
    let help = "In a text, write \\\\ for a backslash and \\\" for a quote.".to_owned();
    Spot { span: start..end, code: "S001", message: format!("This cannot be read: {}.", error.code), help }
}
