//! Pictures from a folder, a player's own or beside a scenario: only plain files inside it, few, small, with clear errors.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use super::Art;
use super::decode::{self, Undecodable};
use super::shipped::{self, Entry};
use crate::appraisal::Clean;

/// Most pictures of a folder.
const MOST: usize = 48;
/// Names that are devices on some systems, whatever comes after a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A picture of the player's own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnPhoto {
    /// Its name in moves.
    pub name: String,
    /// What is in it.
    pub tags: Vec<String>,
    /// What one sees.
    pub description: String,
    /// Its pixels.
    pub art: Art,
}

/// Why a file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum Untaken {
    /// The outside world failed.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// Its name leads elsewhere.
    #[error("its name has to be that of a file in this folder")]
    Name,
    /// It is a link to somewhere else.
    #[error("it lies outside the folder")]
    Outside,
    /// A folder, a device or a pipe.
    #[error("it is not a plain file")]
    NotPlain,
    /// Too many bytes.
    #[error("it is larger than 4 MiB")]
    TooLarge,
    /// No picture.
    #[error("{0}")]
    Undecodable(#[from] Undecodable),
}

/// Why a folder of pictures was not taken.
#[derive(Debug, thiserror::Error)]
pub enum OwnPhotosError {
    /// The folder cannot be read.
    #[error("{folder}: {error}")]
    Folder {
        /// The folder.
        folder: String,
        /// What failed.
        error: io::Error,
    },
    /// There is nothing in it for us.
    #[error("{0}: there is no PNG or JPEG in it")]
    Empty(String),
    /// Too many pictures.
    #[error("{0}: there are more than {MOST} pictures in it")]
    TooMany(String),
    /// The index cannot be read.
    #[error("index.ron: {0}")]
    Index(String),
    /// One file is no good.
    #[error("{file}: {why}")]
    File {
        /// The file's name.
        file: String,
        /// Why not.
        why: Untaken,
    },
    /// Two pictures of one name.
    #[error("two pictures are called \"{0}\"")]
    Twice(String),
}

/// Reads the pictures of a folder by name. `index.ron` in it, of the form of the shipped one, gives tags and
/// descriptions; a picture that it does not name is described by its file's name.
pub fn read_folder(folder: &Path) -> Result<Vec<OwnPhoto>, OwnPhotosError> {
    let shown = Clean::line(&folder.display().to_string()).into_string();
    let failed = |error| OwnPhotosError::Folder { folder: shown.clone(), error };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        if let Ok(name) = entry.map_err(failed)?.file_name().into_string()
            && is_picture_name(&name)
        {
            names.push(name);
        }
        if names.len() > MOST {
            return Err(OwnPhotosError::TooMany(shown));
        }
    }
    names.sort();
    if names.is_empty() {
        return Err(OwnPhotosError::Empty(shown));
    }
    let index = index(folder)?;
    let mut photos: Vec<OwnPhoto> = Vec::new();
    for file in names {
        let told = Clean::line(&file).into_string();
        let art =
            read_inside(folder, &file).map_err(|why| OwnPhotosError::File { file: told.clone(), why })?;
        let stem = told.rsplit_once('.').map_or(told.as_str(), |(stem, _)| stem).to_owned();
        let photo = match index.iter().find(|entry| entry.file == file) {
            Some(entry) => OwnPhoto {
                name: Clean::line(&entry.id).into_string(),
                tags: entry.tags.iter().map(|tag| Clean::line(tag).into_string()).collect(),
                description: Clean::line(&entry.description).into_string(),
                art,
            },
            None => {
                OwnPhoto { description: stem.replace(['_', '-'], " "), tags: Vec::new(), name: stem, art }
            }
        };
        if photos.iter().any(|other| other.name == photo.name) {
            return Err(OwnPhotosError::Twice(photo.name));
        }
        photos.push(photo);
    }
    Ok(photos)
}

fn index(folder: &Path) -> Result<Vec<Entry>, OwnPhotosError> {
    let path = folder.join("index.ron");
    if !path.exists() {
        return Ok(Vec::new());
    }
    let source = crate::scenario::disk::read(&path).map_err(|e| OwnPhotosError::Index(e.to_string()))?;
    shipped::read(&source).map_err(OwnPhotosError::Index)
}

/// Whether a file of this name may be a picture.
pub(super) fn is_picture_name(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    matches!(ending.as_deref(), Some("png" | "jpg" | "jpeg"))
}

/// Reads a picture that lies in a folder itself.
pub(super) fn read_inside(folder: &Path, name: &str) -> Result<Art, Untaken> {
    let path = inside(folder, name)?;
    let about = fs::metadata(&path)?;
    if !about.is_file() {
        return Err(Untaken::NotPlain);
    }
    let mut bytes = Vec::new();
    if about.len() <= decode::LARGEST {
        File::open(path)?.take(decode::LARGEST + 1).read_to_end(&mut bytes)?;
    }
    if about.len() > decode::LARGEST || bytes.len() as u64 > decode::LARGEST {
        return Err(Untaken::TooLarge);
    }
    let digest = Sha256::digest(&bytes).into();
    Ok(Art::Own { pixels: decode::decode(&bytes)?, digest })
}

/// The path of a file in a folder; links that lead out of it are refused.
fn inside(folder: &Path, name: &str) -> Result<PathBuf, Untaken> {
    let mut parts = Path::new(name).components();
    let alone = matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None));
    let stem = name.split('.').next().unwrap_or(name).trim().to_ascii_lowercase();
    let device = DEVICES.contains(&stem.trim_end_matches(|c: char| c.is_ascii_digit()));
    if !alone || device || name.contains(['/', '\\', ':', '\0']) {
        return Err(Untaken::Name);
    }
    let folder = folder.canonicalize()?;
    let path = folder.join(name).canonicalize()?;
    if path.parent() == Some(&folder) { Ok(path) } else { Err(Untaken::Outside) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, PathBuf) {
        let outer = tempfile::tempdir().unwrap();
        let inner = outer.path().join("mine");
        fs::create_dir(&inner).unwrap();
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/photos/harbour.png");
        fs::copy(&sample, inner.join("our-harbour.png")).unwrap();
        fs::copy(&sample, outer.path().join("secret.png")).unwrap();
        (outer, inner)
    }

    #[test]
    fn names_that_lead_elsewhere_open_nothing() {
        let (_outer, inner) = folder();
        for name in [
            "../secret.png",
            "..\\secret.png",
            "/etc/secret.png",
            "C:secret.png",
            "con.png",
            "COM1.png",
            "nul.jpg",
            "a/b.png",
            "./our-harbour.png/../../secret.png",
            "",
            ".",
            "..",
            "\0.png",
            "no-such.png",
            "lpt9.jpeg",
            "file:///etc/x.png",
            "\\\\host\\x.png",
            "aux.png",
        ] {
            assert!(read_inside(&inner, name).is_err(), "{name:?}");
        }
        assert!(read_inside(&inner, "our-harbour.png").is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn links_out_devices_and_folders_open_nothing() {
        let (outer, inner) = folder();
        std::os::unix::fs::symlink(outer.path().join("secret.png"), inner.join("link.png")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", inner.join("zero.png")).unwrap();
        fs::create_dir(inner.join("dir.png")).unwrap();
        assert!(matches!(read_inside(&inner, "link.png"), Err(Untaken::Outside)));
        assert!(matches!(read_inside(&inner, "zero.png"), Err(Untaken::Outside)));
        assert!(matches!(read_inside(&inner, "dir.png"), Err(Untaken::NotPlain)));
    }

    #[test]
    fn a_folder_is_read_with_or_without_an_index() {
        let (_outer, inner) = folder();
        let read = read_folder(&inner).unwrap();
        assert_eq!((read[0].name.as_str(), read[0].description.as_str()), ("our-harbour", "our harbour"));
        let index = r#"[(id: "quay", file: "our-harbour.png", tags: ["place"], description: "The quay", alt: "A quay")]"#;
        put(&inner.join("index.ron"), index.as_bytes());
        let read = read_folder(&inner).unwrap();
        assert_eq!((read[0].name.as_str(), read[0].tags.len()), ("quay", 1));
    }

    #[test]
    fn a_folder_too_full_or_damaged_is_refused_with_a_reason() {
        let (outer, inner) = folder();
        put(&inner.join("b.png"), &vec![0; 5 * 1024 * 1024]);
        assert_eq!(read_folder(&inner).unwrap_err().to_string(), "b.png: it is larger than 4 MiB");
        put(&inner.join("b.png"), b"not a picture");
        assert_eq!(read_folder(&inner).unwrap_err().to_string(), "b.png: it is neither a PNG nor a JPEG");
        for at in 0..=MOST {
            put(&inner.join(format!("{at}.png")), b"x");
        }
        assert!(matches!(read_folder(&inner), Err(OwnPhotosError::TooMany(_))));
        assert!(matches!(read_folder(&outer.path().join("none")), Err(OwnPhotosError::Folder { .. })));
    }

    pub(super) fn put(path: &Path, bytes: &[u8]) {
        use std::io::Write as _;
        File::create(path).unwrap().write_all(bytes).unwrap();
    }
}
