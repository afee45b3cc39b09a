//! Keeps a play on disk as it goes: whole files by write, sync and rename, the journal by appended lines.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::journal::Journal;

/// Writes a whole file so that a kill at any moment leaves the old one or the new one.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new().prefix(".mingle-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|e| e.error)?;
    File::open(folder)?.sync_all()
}

/// A journal on disk that grows move by move.
#[derive(Debug)]
pub struct Keeper {
    path: PathBuf,
    written: usize,
}

impl Keeper {
    /// Begins (or takes over) the file at this path with what the journal holds so far.
    pub fn begin(path: &Path, journal: &Journal) -> io::Result<Self> {
        let text = journal.text();
        write_whole(path, text.as_bytes())?;
        Ok(Self { path: path.to_path_buf(), written: journal.lines().len() })
    }

    /// Writes the moves that came since; each line is synced, so a kill loses at most the one being written.
    pub fn keep_up(&mut self, journal: &Journal) -> io::Result<()> {
        if journal.lines().len() == self.written {
            return Ok(());
        }
        let mut file = OpenOptions::new().append(true).open(&self.path)?;
        let kept = file.metadata()?.len();
        let new = journal.lines()[self.written..].join("\n") + "\n";
        if let Err(error) = file.write_all(new.as_bytes()).and_then(|()| file.sync_data()) {
            // Half a line must not stay before what the next try appends; if this fails too, reading drops a torn end.
            let _ = file.set_len(kept);
            return Err(error);
        }
        self.written = journal.lines().len();
        Ok(())
    }

    /// Takes the file away once the play is over.
    pub fn forget(self) -> io::Result<()> {
        std::fs::remove_file(self.path)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}
