//! The files of fonts that this machine has.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::picture::fonts::Fonts;

/// Where they are on Linux (Filesystem Hierarchy Standard).
pub const FOLDERS: [&str; 2] = ["/usr/share/fonts", "/usr/local/share/fonts"];

/// Files that are looked at, and bytes of the largest: fonts for Chinese, Japanese and Korean have 20 MB.
const MOST: usize = 2000;
const LARGEST: u64 = 64 * 1024 * 1024;
/// How many folders deep they are looked for, so that a link to a folder above ends somewhere.
const DEEPEST: usize = 5;

/// The fonts of some folders. A file is read to see what is in it, and again each time it is drawn from: nothing is kept in memory, and nothing is
/// mapped, since a mapped file that somebody cuts short would end the server.
#[derive(Debug)]
pub struct FontFiles {
    folders: Vec<PathBuf>,
    found: Mutex<Option<Arc<Found>>>,
}

/// What was found.
#[derive(Debug)]
pub struct Found {
    /// The faces.
    pub fonts: Fonts,
    files: Vec<PathBuf>,
}

impl FontFiles {
    /// The fonts in these folders, which are looked at when they are first needed.
    pub fn new<P: Into<PathBuf>>(folders: impl IntoIterator<Item = P>) -> Self {
        Self { folders: folders.into_iter().map(Into::into).collect(), found: Mutex::default() }
    }

    /// What is in them. This takes a while at the first time.
    #[must_use]
    pub fn found(&self) -> Arc<Found> {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found.get_or_insert_with(|| Arc::new(Found::look(&self.folders))).clone()
    }
}

impl Found {
    fn look(folders: &[PathBuf]) -> Self {
        let mut files = Vec::new();
        for folder in folders {
            collect(folder, DEEPEST, &mut files);
        }
        files.sort();
        let mut fonts = Fonts::default();
        for (number, path) in files.iter().enumerate() {
            // A damaged file may make the parser panic. The others are there still.
            let _ = catch_unwind(AssertUnwindSafe(|| fonts.add(number, &read(path).unwrap_or_default())));
        }
        Self { fonts, files }
    }

    /// The bytes of a file, by its number.
    #[must_use]
    pub fn read(&self, number: usize) -> Option<Vec<u8>> {
        self.files.get(number).and_then(|path| read(path))
    }
}

fn read(path: &Path) -> Option<Vec<u8>> {
    let is_fit = fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() <= LARGEST);
    is_fit.then(|| fs::read(path).ok())?
}

fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
        if matches!(ending.as_deref(), Some("ttf" | "otf" | "ttc" | "otc")) && files.len() < MOST {
            files.push(path);
        } else if depth > 0 && path.is_dir() {
            collect(&path, depth - 1, files);
        }
    }
}
