//! A model of a disk that keeps what was synced, and some of the rest.

use std::collections::BTreeMap;

use rand::RngExt;
use rand::rngs::StdRng;

use super::system_calls::Call;

const SECTOR: usize = 512;

/// What becomes of writes that were not synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// All are lost.
    Lost,
    /// Some have reached the disk, in any order.
    Some,
    /// Some sectors of some have reached the disk.
    Torn,
}

enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

impl Change {
    fn apply(&self, content: &mut Vec<u8>) {
        match self {
            Self::Write(offset, data) => {
                content.resize(content.len().max(offset + data.len()), 0);
                content[*offset..offset + data.len()].copy_from_slice(data);
            }
            Self::Truncate(length) => content.resize(*length, 0),
        }
    }
}

#[derive(Default)]
struct File {
    synced: Vec<u8>,
    changes: Vec<Change>,
}

/// Files, and their names in the folder.
#[derive(Default)]
pub(super) struct Disk {
    files: Vec<File>,
    names: BTreeMap<String, usize>,
    synced_names: BTreeMap<String, usize>,
    name_changes: Vec<(String, Option<usize>)>,
}

impl Disk {
    fn file(&mut self, path: &str) -> &mut File {
        &mut self.files[self.names[path]]
    }

    pub(super) fn perform(&mut self, call: &Call, folder: &str) {
        match call {
            Call::Create(path) if !self.names.contains_key(path) => {
                self.files.push(File::default());
                self.names.insert(path.clone(), self.files.len() - 1);
                self.name_changes.push((path.clone(), Some(self.files.len() - 1)));
            }
            Call::Write { path, offset, data } => self.file(path).changes.push(Change::Write(*offset, data.clone())),
            Call::Truncate { path, length } => self.file(path).changes.push(Change::Truncate(*length)),
            Call::Sync(path) if path == folder => {
                self.synced_names = self.names.clone();
                self.name_changes.clear();
            }
            Call::Sync(path) => {
                let File { synced, changes } = self.file(path);
                changes.drain(..).for_each(|change| change.apply(synced));
            }
            Call::Remove(path) => {
                self.names.remove(path);
                self.name_changes.push((path.clone(), None));
            }
            Call::Create(_) | Call::Say(_) => {}
        }
    }

    /// The files after a power cut.
    pub(super) fn after_cut(&self, fate: Fate, random: &mut StdRng) -> BTreeMap<String, Vec<u8>> {
        let mut is_kept = || fate != Fate::Lost && random.random_bool(0.5);
        let mut names = self.synced_names.clone();
        for (path, file) in &self.name_changes {
            if is_kept() {
                match file {
                    Some(file) => names.insert(path.clone(), *file),
                    None => names.remove(path),
                };
            }
        }
        let mut image = BTreeMap::new();
        for (path, file) in names.into_iter().filter(|(path, _)| !path.ends_with("-shm")) {
            let File { synced, changes } = &self.files[file];
            let mut content = synced.clone();
            for change in changes {
                match change {
                    Change::Write(offset, data) if fate == Fate::Torn => {
                        // Sectors have their place on the disk, wherever a write begins.
                        let mut at = 0;
                        while at < data.len() {
                            let end = data.len().min((offset + at) / SECTOR * SECTOR + SECTOR - offset);
                            if is_kept() {
                                Change::Write(offset + at, data[at..end].to_vec()).apply(&mut content);
                            }
                            at = end;
                        }
                    }
                    change if is_kept() => change.apply(&mut content),
                    _ => {}
                }
            }
            image.insert(path, content);
        }
        image
    }
}
