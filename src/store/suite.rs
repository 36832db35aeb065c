//! The files of the suite in the folders of Prosody's plugins, as the command `check` looks at them.

use std::collections::BTreeMap;
use std::fs::{File, Metadata, metadata, read_dir};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// Where to look.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Places {
    /// The folder of the suite.
    pub root: PathBuf,
    /// Prosody's folders with plugins in its order, between semicolons.
    pub plugins: String,
    /// Where in each of them Prosody's plugin installer puts modules.
    pub shared: String,
    /// The tree of Prosody's plugin installer, with the library in another folder than the modules.
    pub installer: Option<PathBuf>,
    /// Prosody's data directory, which belongs to the user that it runs as.
    pub data: PathBuf,
    /// The number of the user who asks.
    pub uid: u32,
    /// The modules that are loaded here, and their files.
    pub loaded: BTreeMap<String, PathBuf>,
    /// The running server, where this is not the server.
    pub server: Option<Server>,
}

/// What a running server has loaded.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Server {
    /// Its modules, and their files.
    pub modules: BTreeMap<String, PathBuf>,
}

/// What is there.
#[derive(Debug, Default, Serialize)]
pub struct Found {
    /// The folder that Prosody has to be able to read: that of the suite, or above it the tree of Prosody's plugin installer.
    pub tree: PathBuf,
    /// Files and folders that Prosody can't read, sorted.
    pub unreadable: Vec<String>,
    /// When the newest file of the suite was changed or put there: files of a package are dated by its release.
    pub newest: i64,
    /// The modules of the suite.
    pub copies: Vec<Copy>,
    /// Other folders that Prosody looks into and that have the suite, too.
    pub others: Vec<PathBuf>,
}

/// A module of the suite.
#[derive(Debug, Default, Serialize)]
pub struct Copy {
    /// Its name without `mod_`.
    pub name: String,
    /// Its file in the folder of the suite.
    pub ours: PathBuf,
    /// The file that Prosody takes.
    pub taken: Option<PathBuf>,
    /// Whether that is ours.
    pub is_ours: bool,
    /// The file that the running server has loaded.
    pub running: Option<PathBuf>,
    /// Whether that is ours.
    pub is_running_ours: bool,
}

/// A file that each suite has.
const MARKER: &str = "invites_lib/require_once.lib.lua";

impl Places {
    /// Looks at the suite.
    #[must_use]
    pub fn look(&self) -> Found {
        let installer = self.installer.as_ref().filter(|tree| self.root.starts_with(tree));
        let mut found = Found { tree: installer.unwrap_or(&self.root).clone(), ..Found::default() };
        let folders = read_dir(&self.root).map(|entries| entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect());
        let mut folders: Vec<String> = folders.unwrap_or_else(|_| {
            found.unreadable.push(self.root.to_string_lossy().into_owned());
            Vec::new()
        });
        folders.sort();
        for folder in folders.iter().filter(|folder| is_ours(folder) && self.root.join(folder).is_dir()) {
            if installer.is_none() {
                self.look_into(&self.root.join(folder), &mut found);
            }
            found.copies.extend(folder.strip_prefix("mod_").map(|name| self.copy(name)));
        }
        if let Some(tree) = installer {
            self.look_into(tree, &mut found);
        }
        found.unreadable.sort();
        let marker = self.root.join(MARKER);
        let is_other = |folder: &PathBuf| folder.join(MARKER).exists() && !same_file(&folder.join(MARKER), &marker);
        found.others = self.plugin_folders().flat_map(|folder| [folder.clone(), folder.join(&self.shared)]).filter(is_other).collect();
        found
    }

    fn look_into(&self, path: &Path, found: &mut Found) {
        let Some(file) = metadata(path).ok().filter(|_| self.can_read(path)) else {
            found.unreadable.push(path.to_string_lossy().into_owned());
            return;
        };
        if file.is_file() {
            found.newest = found.newest.max(file.mtime()).max(file.ctime());
        }
        for entry in file.is_dir().then(|| read_dir(path)).into_iter().flatten().flatten().flatten() {
            self.look_into(&entry.path(), found);
        }
    }

    /// Can the user read it whom Prosody runs as? Root can read everything, so for root it is derived from the file's mode and the owner of the data
    /// directory. Others just try.
    fn can_read(&self, path: &Path) -> bool {
        match (metadata(&self.data), metadata(path)) {
            (Ok(owner), Ok(file)) if self.uid == 0 && owner.uid() != 0 => {
                let shift = if file.uid() == owner.uid() {
                    6
                } else if file.gid() == owner.gid() {
                    3
                } else {
                    0
                };
                let needed = if file.is_dir() { 0o5 } else { 0o4 };
                (file.mode() >> shift) & needed == needed
            }
            _ => File::open(path).is_ok(),
        }
    }

    fn copy(&self, name: &str) -> Copy {
        let (folder, file) = (format!("mod_{name}"), format!("mod_{name}.lua"));
        // Debian's package puts mod_x into mod_x/x/, where Prosody looks first.
        let nested = self.root.join(&folder).join(name);
        let ours = if nested.is_dir() { nested.join(&file) } else { self.root.join(&folder).join(&file) };
        // Where Prosody's loader looks in each folder, in its order.
        let (shared, nested) = (&self.shared, format!("{folder}/{name}"));
        let places = [&nested, &folder, name, "", shared, &format!("{shared}/{folder}")];
        let candidates = self.plugin_folders().flat_map(|plugins| places.map(|place| plugins.join(place).join(&file)));
        let taken = || candidates.into_iter().find(|path| path.is_file() && self.can_read(path));
        let taken = self.loaded.get(name).cloned().or_else(taken);
        let running = self.server.as_ref().and_then(|server| server.modules.get(name)).cloned();
        let is_it = |path: &Option<PathBuf>| path.as_ref().is_some_and(|path| same_file(path, &ours));
        Copy { name: name.to_owned(), is_ours: is_it(&taken), is_running_ours: is_it(&running), ours, taken, running }
    }

    fn plugin_folders(&self) -> impl Iterator<Item = PathBuf> {
        self.plugins.split(';').filter(|folder| !folder.is_empty()).map(|folder| PathBuf::from(folder.trim_end_matches('/')))
    }
}

/// The folder may also hold modules of others.
fn is_ours(folder: &str) -> bool {
    folder.starts_with("mod_invites") || folder.starts_with("invites_") || folder == "mod_register_apps"
}

fn same_file(one: &Path, other: &Path) -> bool {
    let id = |file: Metadata| (file.dev(), file.ino());
    metadata(one).ok().map(id).is_some_and(|found| metadata(other).ok().map(id) == Some(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Places {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("lua");
        Places { plugins: format!("/no/such/folder/;;{}/", root.display()), data: root.clone(), root, uid: 1, ..Places::default() }
    }

    #[test]
    fn the_modules_of_the_suite_are_found_where_prosody_finds_them() {
        let found = places().look();
        assert!(found.unreadable.is_empty() && found.others.is_empty() && found.newest > 1_700_000_000);
        let names: Vec<_> = found.copies.iter().map(|copy| copy.name.as_str()).collect();
        assert!(names.is_sorted() && names.contains(&"invites_register") && names.contains(&"register_apps"));
        assert!(found.copies.iter().all(|copy| copy.is_ours && copy.taken.as_ref() == Some(&copy.ours) && copy.running.is_none()));
    }

    #[test]
    fn of_the_plugin_installer_the_whole_tree_has_to_be_readable() {
        let above = Path::new(env!("CARGO_MANIFEST_DIR")).join("lua");
        let installed = Places { root: above.join("mod_invites"), installer: Some(above.clone()), ..places() };
        assert_eq!(installed.look().tree, above);
        assert_eq!(Places { installer: Some("/elsewhere".into()), ..places() }.look().tree, above);
    }

    #[test]
    fn other_files_are_told_apart() {
        let other = PathBuf::from(file!());
        let named = BTreeMap::from([("invites".to_owned(), other.clone())]);
        let server = Some(Server { modules: named.clone() });
        let found = Places { loaded: named, server, ..places() }.look();
        let copy = found.copies.iter().find(|copy| copy.name == "invites").unwrap();
        assert_eq!((copy.taken.as_ref(), copy.running.as_ref()), (Some(&other), Some(&other)));
        assert!(!copy.is_ours && !copy.is_running_ours);
    }

    #[test]
    fn a_folder_that_is_not_there_can_t_be_read() {
        let missing = "/no/such/folder";
        assert_eq!(Places { root: missing.into(), ..places() }.look().unreadable, [missing]);
    }
}
