//! Files with tokens as objects in Lua: new ones, and those that are imported.

use std::ffi::OsStr;
use std::io::BufRead;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use mlua::{String as LuaString, UserData, UserDataMethods, Value};

use super::arguments;
use super::respond::{Answer, give};
use crate::Error;
use crate::store::{Entries, PrivateFile, open_to_read};

/// The file, until it is closed or removed. A backup is written into it by another thread.
#[derive(Clone)]
pub(super) struct NewFile(Arc<Mutex<Option<PrivateFile>>>);

/// (absolute path) → the empty file, which only its owner can read; refused if something exists at this path
pub(super) fn create(path: &Value) -> Answer<NewFile> {
    let path = arguments::maybe_text(path)?.ok_or_else(|| arguments::misuse("a file needs a path"))?;
    Ok(NewFile(Arc::new(Mutex::new(Some(PrivateFile::create(Path::new(&path))?)))))
}

/// A path as Lua has it.
pub(super) fn path(text: &LuaString) -> PathBuf {
    OsStr::from_bytes(&text.as_bytes()).into()
}

/// A file of invites in JSON.
pub(super) struct EntriesHandle(Entries<Box<dyn BufRead>>);

/// (absolute path, or nil for standard input) → the invites in the file
pub(super) fn entries(from: Option<&LuaString>) -> Answer<EntriesHandle> {
    Ok(EntriesHandle(Entries::of(open_to_read(from.map(path).as_deref())?).map_err(Error::Failed)?))
}

impl UserData for EntriesHandle {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // (number) → array of the next lines with an invite each, as many as that, and fewer at the end
        methods.add_method_mut("piece", |lua, Self(entries), size: usize| {
            give(lua, || {
                let piece = entries.piece(size).map_err(|error| Error::Failed(error.to_string()))?;
                Ok(piece.iter().map(|line| lua.create_string(line)).collect::<mlua::Result<Vec<_>>>()?)
            })
        });
    }
}

impl NewFile {
    /// Calls `call` with the file.
    ///
    /// # Errors
    /// The error of the call, or [`Error::Failed`] if the file is closed.
    pub(super) fn with<T>(&self, call: impl FnOnce(&mut PrivateFile) -> Result<T, Error>) -> Result<T, Error> {
        self.file().as_mut().map_or_else(|| Err(Error::Failed("the file is closed".into())), call)
    }

    fn file(&self) -> MutexGuard<'_, Option<PrivateFile>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl UserData for NewFile {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // (text): close tells whether that worked
        methods.add_method("write", |lua, file, text: LuaString| {
            give(lua, || {
                Ok(file.with(|file| {
                    file.append(&text.as_bytes());
                    Ok(())
                })?)
            })
        });
        // () → true: everything is on the disk
        methods.add_method("close", |lua, file, ()| {
            give(lua, || {
                file.file().take().ok_or_else(|| arguments::misuse("the file is closed"))?.close()?;
                Ok(true)
            })
        });
        // () removes the file
        methods.add_method("discard", |_, file, ()| {
            if let Some(file) = file.file().take() {
                file.discard();
            }
            Ok(())
        });
    }
}
