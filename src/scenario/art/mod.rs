//! Picture files: the shipped ones by id, those beside a scenario, and a player's own; decoded within limits.

mod decode;
mod own;
mod shipped;

use std::path::Path;

use super::desk::Desk;
use super::suggest;
use crate::appraisal::Look;

pub use decode::{Pixels, Undecodable, decode};
pub use own::{OwnPhoto, OwnPhotosError, read_folder};
pub use shipped::{Entry, entries, shipped_pixels};

/// Where the pixels of a picture are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Art {
    /// Among the shipped pictures, by id.
    Shipped(String),
    /// Read from a file and made small.
    Own {
        /// The pixels.
        pixels: Pixels,
        /// SHA-256 of the file, as it is part of what is played.
        digest: [u8; 32],
    },
}

impl Art {
    /// The pixels; `None` only where a shipped picture is not there.
    pub fn pixels(&self) -> Option<&Pixels> {
        match self {
            Self::Shipped(id) => shipped_pixels(id),
            Self::Own { pixels, .. } => Some(pixels),
        }
    }

    /// The measures of the pixels.
    pub fn look(&self) -> Option<Look> {
        match self {
            Self::Shipped(id) => shipped::shipped_look(id),
            Self::Own { pixels, .. } => pixels.look(),
        }
    }
}

/// The picture that a scenario names: an id of a shipped one, or a PNG or JPEG beside the scenario.
pub(super) fn named(desk: &mut Desk<'_>, path: &str, name: &str, beside: Option<&Path>) -> Option<Art> {
    if entries().iter().any(|entry| entry.id == name) {
        return Some(Art::Shipped(name.to_owned()));
    }
    if !own::is_picture_name(name) {
        let help = suggest::help(name, entries().iter().map(|entry| entry.id.as_str()));
        let message = format!("There is no shipped picture called \"{}\".", super::border::clean(name));
        let more = "A file beside the scenario ends in .png, .jpg or .jpeg.";
        desk.fault(path, "S030", message, &format!("{help} {more}"));
        return None;
    }
    let Some(folder) = beside else {
        let message = "A picture beside the scenario cannot be looked for here.".to_owned();
        desk.fault(
            path,
            "S043",
            message,
            "Only a scenario that lies in a folder can have pictures of its own.",
        );
        return None;
    };
    match own::read_inside(folder, name) {
        Ok(art) => Some(art),
        Err(error) => {
            let message = format!("The picture {} cannot be used: {error}.", super::border::clean(name));
            let help =
                "It has to lie beside the scenario: a PNG or JPEG of at most 4 MiB and 4096 by 4096 pixels.";
            desk.fault(path, "S043", message, help);
            None
        }
    }
}
