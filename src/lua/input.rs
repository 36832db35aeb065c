//! Functions that read texts from outside.

use mlua::{Lua, Result, String as LuaString, Table, Value};

use super::respond::give;
use super::{arguments, results};
use crate::text;
use crate::web::form;

/// A table of the functions.
pub(super) fn functions(lua: &Lua) -> Result<Table> {
    let table = lua.create_table()?;
    super::pages::add(lua, &table)?;
    // (text, longest length in characters) → the line without spaces around it
    results::add(lua, &table, "line", |lua, (value, longest): (LuaString, usize)| {
        give(lua, || Ok(text::line(&value.as_bytes(), longest)?.to_owned()))
    })?;
    // (text, longest length in characters) → the text as it can be shown
    results::add(lua, &table, "clean", |_, (value, longest): (LuaString, usize)| Ok(text::clean(&value.as_bytes(), longest)))?;
    // (nickname, the username of who has chosen it) → the nickname as pages may show it, or nil
    let nickname = |_: &Lua, (value, username): (LuaString, String)| Ok(text::nickname(&value.as_bytes(), &username));
    results::add(lua, &table, "nickname", nickname)?;
    // (prepared username) → true if the storage can keep an account of this name
    results::add(lua, &table, "new_name", |lua, value: Value| give(lua, || Ok(arguments::username(&value)?.fits_storage().map(|()| true)?)))?;
    // (form or query) → name → value
    results::add(lua, &table, "fields", |lua, value: LuaString| give(lua, || Ok(results::fields(lua, form::fields(&value.as_bytes())?)?)))?;
    Ok(table)
}
