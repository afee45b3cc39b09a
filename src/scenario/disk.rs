//! Reads small text files and nothing else: no devices, no pipes, nothing large.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

/// Largest file, in bytes.
pub(super) const LARGEST: u64 = 1024 * 1024;

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// The outside world failed, as when there is no such file.
    #[error("{}", words(.0))]
    Io(#[from] io::Error),
    /// A folder, a device or a pipe.
    #[error("it is not a plain file")]
    NotPlain,
    /// A link that leads out of the scenario's folder.
    #[error("it is a link that leads out of the scenario's folder")]
    Outside,
    /// More than one mebibyte.
    #[error("it is larger than 1 MiB")]
    TooLarge,
    /// Not text in UTF-8.
    #[error("it is not a text in UTF-8; save it as UTF-8")]
    NotText,
}

/// The text of a file in a folder; links that lead out of it are not followed.
pub(super) fn beside(folder: &Path, name: &Path) -> Result<String, Unread> {
    let path = fs::canonicalize(folder.join(name))?;
    if !path.starts_with(fs::canonicalize(folder)?) {
        return Err(Unread::Outside);
    }
    read(&path)
}

/// The text of a file.
pub(super) fn read(path: &Path) -> Result<String, Unread> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(Unread::NotPlain);
    }
    if about.len() > LARGEST {
        return Err(Unread::TooLarge);
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Unread::TooLarge);
    }
    String::from_utf8(bytes).map_err(|_| Unread::NotText)
}

fn words(error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound {
        "there is no such file".to_owned()
    } else if error.kind() == io::ErrorKind::PermissionDenied {
        "it may not be read".to_owned()
    } else {
        error.to_string()
    }
}
