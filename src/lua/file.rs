//! Files with tokens as objects in Lua: new ones, and those that are imported.

use std::ffi::OsStr;
use std::io::BufRead;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use mlua::{String as LuaString, UserData, UserDataMethods, Value};

use super::arguments;
use super::respond::{Answer, give};
use crate::Error;
use crate::store::{Entries, PrivateFile, open_to_read};

/// The file, until it is closed or removed.
pub(super) struct NewFile(Option<PrivateFile>);

/// (absolute path) → the empty file, which only its owner can read; refused if something exists at this path
pub(super) fn create(path: &Value) -> Answer<NewFile> {
    let path = arguments::maybe_text(path)?.ok_or_else(|| arguments::misuse("a file needs a path"))?;
    Ok(NewFile(Some(PrivateFile::create(Path::new(&path))?)))
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
    /// Calls `use_it` with the file.
    pub(super) fn with<T>(&mut self, call: impl FnOnce(&mut PrivateFile) -> Result<T, Error>) -> Answer<T> {
        let file = self.0.as_mut().ok_or_else(|| arguments::misuse("the file is closed"))?;
        Ok(call(file)?)
    }
}

impl UserData for NewFile {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // (text): close tells whether that worked
        methods.add_method_mut("write", |lua, file, text: LuaString| {
            give(lua, || {
                file.with(|file| {
                    file.append(&text.as_bytes());
                    Ok(())
                })
            })
        });
        // () → true: everything is on the disk
        methods.add_method_mut("close", |lua, file, ()| {
            give(lua, || {
                file.0.take().ok_or_else(|| arguments::misuse("the file is closed"))?.close()?;
                Ok(true)
            })
        });
        // () removes the file
        methods.add_method_mut("discard", |_, file, ()| {
            if let Some(file) = file.0.take() {
                file.discard();
            }
            Ok(())
        });
    }
}
