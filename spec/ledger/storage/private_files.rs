//! New files that hold tokens: exports, sheets, backups.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::sync::atomic::{AtomicBool, Ordering};

use invites_core::store::PrivateFile;

use crate::prelude::*;

/// Somebody puts a symbolic link to another file at the path, again and again. Each new file is a new one or none.
#[test]
fn a_new_file_follows_no_symbolic_link() {
    let scratch = Scratch::new();
    let [path, victim, missing] = ["export.json", "victim", "missing"].map(|name| scratch.path().join(name));
    fs::write(&victim, "precious").unwrap();
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                for target in [&victim, &missing] {
                    let _ = fs::remove_file(&path);
                    let _ = std::os::unix::fs::symlink(target, &path);
                }
                let _ = fs::remove_file(&path);
            }
        });
        for _ in 0..3000 {
            match PrivateFile::create(&path) {
                Ok(mut file) => {
                    file.write_all(b"token").unwrap();
                    file.close().unwrap();
                }
                Err(Error::Failed(reason)) => assert!(reason.ends_with("exists already"), "{reason}"),
                Err(other) => panic!("{other:?}"),
            }
        }
        is_over.store(true, Ordering::Relaxed);
    });
    assert_eq!(fs::read_to_string(&victim).unwrap(), "precious");
    assert!(!missing.exists());
}

#[test]
fn a_new_file_is_its_owners_alone_and_replaces_nothing() {
    let scratch = Scratch::new();
    let path = scratch.path().join("new");
    let mut file = PrivateFile::create(&path).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    file.write_all(b"token").unwrap();
    assert!(matches!(PrivateFile::create(&path), Err(Error::Failed(reason)) if reason.ends_with("exists already")));
    file.close().unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "token");

    let [link, folder] = ["link", "folder"].map(|name| scratch.path().join(name));
    std::os::unix::fs::symlink(scratch.path().join("nowhere"), &link).unwrap();
    fs::create_dir(&folder).unwrap();
    for taken in [&link, &folder] {
        assert!(PrivateFile::create(taken).is_err());
    }
    assert!(matches!(PrivateFile::create(&scratch.path().join("no/such")), Err(Error::Failed(reason)) if reason.contains("No such file")));
}

#[test]
fn a_new_file_that_is_not_wanted_goes_and_nothing_else_does() {
    let scratch = Scratch::new();
    let path = scratch.path().join("new");
    PrivateFile::create(&path).unwrap().discard();
    assert!(!path.exists());
    let file = PrivateFile::create(&path).unwrap();
    fs::remove_file(&path).unwrap();
    fs::write(&path, "somebody else's").unwrap();
    file.discard();
    assert_eq!(fs::read_to_string(&path).unwrap(), "somebody else's");
}
