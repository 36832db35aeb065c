//! Files that come with the suite: texts in other languages, pictures of apps.

use std::fs::{read_dir, read_to_string};
use std::path::Path;

use super::private_file::failed;
use crate::Error;

/// How many folders deep files are looked for, so that a link to a folder above ends somewhere.
const DEEPEST: usize = 8;

/// The texts in a folder whose file names are letters, digits and hyphens before `.ending`, each with the name before that.
///
/// # Errors
/// [`Error::Failed`] if the folder or one of them can't be read.
pub fn texts(folder: &Path, ending: &str) -> Result<Vec<(String, String)>, Error> {
    let mut texts = Vec::new();
    for path in read_dir(folder).map_err(|error| failed(folder, &error))?.flatten().map(|entry| entry.path()) {
        let name =
            path.file_stem().and_then(|name| name.to_str()).filter(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
        if let (Some(name), Some(true)) = (name, path.extension().map(|found| found == ending)) {
            texts.push((name.to_owned(), read_to_string(&path).map_err(|error| failed(&path, &error))?));
        }
    }
    Ok(texts)
}

/// The paths of all files in a folder of `base` and below, as seen from `base`, as far as they can be read. Hidden ones, and those whose names are not
/// UTF-8, are left out.
#[must_use]
pub fn paths(base: &Path, folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    collect(&base.join(folder), &format!("{folder}/"), DEEPEST, &mut found);
    found
}

fn collect(folder: &Path, before: &str, depth: usize, found: &mut Vec<String>) {
    for entry in read_dir(folder).into_iter().flatten().flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        let path = entry.path();
        if name.starts_with('.') {
        } else if path.is_dir() && depth > 0 {
            collect(&path, &format!("{before}{name}/"), depth - 1, found);
        } else if path.is_file() {
            found.push(format!("{before}{name}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(folder: &str) -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
    }

    #[test]
    fn texts_are_found_by_the_ending_of_their_names() {
        let texts = texts(&ours("lua/mod_invites/locales"), "ftl").unwrap();
        assert!(texts.iter().any(|(tag, text)| tag == "de" && text.contains("language-name = Deutsch")));
        assert!(self::texts(&ours("no such folder"), "ftl").is_err());
    }

    #[test]
    fn files_in_folders_below_are_found() {
        let paths = paths(&ours(""), "src");
        assert!(["src/lib.rs", "src/store/folder.rs", "src/store/tables/tree.rs"].iter().all(|path| paths.iter().any(|found| found == path)));
        assert!(self::paths(&ours("no such folder"), "src").is_empty());
    }
}
