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
    table.raw_set(
        "line",
        lua.create_function(|lua, (value, longest): (LuaString, usize)| give(lua, || Ok(text::line(&value.as_bytes(), longest)?.to_owned())))?,
    )?;
    // (text, longest length in characters) → the text as it can be shown
    table.raw_set("clean", lua.create_function(|_, (value, longest): (LuaString, usize)| Ok(text::clean(&value.as_bytes(), longest)))?)?;
    // (nickname, the username of who has chosen it) → the nickname as pages may show it, or nil
    let nickname = |_: &Lua, (value, username): (LuaString, String)| Ok(text::nickname(&value.as_bytes(), &username));
    table.raw_set("nickname", lua.create_function(nickname)?)?;
    // (prepared username) → true if the storage can keep an account of this name
    table.raw_set(
        "new_name",
        lua.create_function(|lua, value: Value| give(lua, || Ok(arguments::username(&value)?.fits_storage().map(|()| true)?)))?,
    )?;
    // (form or query) → name → value
    table
        .raw_set("fields", lua.create_function(|lua, value: LuaString| give(lua, || Ok(results::fields(lua, form::fields(&value.as_bytes())?)?)))?)?;
    Ok(table)
}
