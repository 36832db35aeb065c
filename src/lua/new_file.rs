//! A new private file as an object in Lua.

use std::path::Path;

use mlua::{String as LuaString, UserData, UserDataMethods, Value};

use super::arguments;
use super::respond::{Answer, give};
use crate::Error;
use crate::store::PrivateFile;

/// The file, until it is closed or removed.
pub(super) struct NewFile(Option<PrivateFile>);

/// (absolute path) → the empty file, which only its owner can read; refused if something exists at this path
pub(super) fn create(path: &Value) -> Answer<NewFile> {
    let path = arguments::maybe_text(path)?.ok_or_else(|| arguments::misuse("a file needs a path"))?;
    Ok(NewFile(Some(PrivateFile::create(Path::new(&path))?)))
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
