//! Files that hold tokens: new ones (backups, exports, sheets of cards), and those that are imported.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, BufWriter, ErrorKind, Write, stdin};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use crate::Error;

/// A new file that only its owner can read.
///
/// Everything is written through the open file, never through its path again: somebody who can write to the folder may have put something else there
/// meanwhile.
#[derive(Debug)]
pub struct PrivateFile {
    file: BufWriter<File>,
    path: PathBuf,
    /// Why something could not be written.
    failure: Option<Error>,
}

impl PrivateFile {
    /// Creates an empty file.
    ///
    /// # Errors
    /// [`Error::Failed`] with the path and the reason, in particular if something exists at this path.
    pub fn create(path: &Path) -> Result<Self, Error> {
        let file = create(path).map_err(|error| failed(path, &error))?;
        Ok(Self { file: BufWriter::new(file), path: path.to_owned(), failure: None })
    }

    /// Appends bytes. [`Self::close`] tells whether that worked.
    pub fn append(&mut self, bytes: &[u8]) {
        if self.failure.is_none() {
            self.failure = self.file.write_all(bytes).map_err(|error| failed(&self.path, &error)).err();
        }
    }

    /// Closes the file after everything has reached the disk. A file of which something could not be written is removed.
    ///
    /// # Errors
    /// [`Error::Failed`], for instance if the disk is full.
    pub fn close(mut self) -> Result<(), Error> {
        if let Some(failure) = self.failure.take() {
            self.discard();
            return Err(failure);
        }
        let done = self.file.flush().and_then(|()| self.file.get_ref().sync_all());
        done.map_err(|error| failed(&self.path, &error))
    }

    /// Removes the file again, unless something else has taken its place.
    pub fn discard(self) {
        let Self { file, path, .. } = self;
        let (file, _) = file.into_parts();
        let ours = file.metadata().ok().map(|file| (file.dev(), file.ino()));
        if path.symlink_metadata().ok().map(|found| (found.dev(), found.ino())) == ours {
            let _ = std::fs::remove_file(path);
        }
    }
}

impl Write for PrivateFile {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

/// Opens a file to read it; `None` is standard input.
///
/// # Errors
/// [`Error::Failed`] with the path and the reason.
pub fn open_to_read(path: Option<&Path>) -> Result<Box<dyn BufRead>, Error> {
    let Some(path) = path else { return Ok(Box::new(stdin().lock())) };
    let file = File::open(path).map_err(|error| Error::Failed(format!("{}: {}", path.display(), reason(&error))))?;
    Ok(Box::new(BufReader::new(file)))
}

/// An error of the system in its own words, without its number.
pub(super) fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or_default().to_owned()
}

/// The text of an error with the file at this path.
pub(super) fn failed(path: &Path, error: &std::io::Error) -> Error {
    match error.kind() {
        ErrorKind::AlreadyExists => Error::Failed(format!("{} exists already", path.display())),
        _ => Error::Failed(format!("{}: {error}", path.display())),
    }
}

/// Creates a file that only its owner can read. `O_CREAT | O_EXCL` follows no symbolic link at the end of the path (POSIX, `open()`), and nobody else
/// can open the file in between, because it is one step.
pub(super) fn create(path: &Path) -> std::io::Result<File> {
    OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(path)
}
