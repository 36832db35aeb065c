//! What Lua asks about texts from outside.

use mlua::{Lua, Result, String as LuaString, Table, Value};

use super::respond::give;
use super::{arguments, results};
use crate::{form, origin, page_request, text};

/// The functions for them.
pub(super) fn functions(lua: &Lua) -> Result<Table> {
    let table = lua.create_table()?;
    // (text, characters of the longest) → the line without spaces around it
    table.raw_set(
        "line",
        lua.create_function(|lua, (value, longest): (LuaString, usize)| give(lua, || Ok(text::line(&value.as_bytes(), longest)?.to_owned())))?,
    )?;
    // (text, characters of the longest) → text that can be shown
    table.raw_set("clean", lua.create_function(|_, (value, longest): (LuaString, usize)| Ok(text::clean(&value.as_bytes(), longest)))?)?;
    // (prepared username) → true: an account of this name can be made
    table.raw_set(
        "new_name",
        lua.create_function(|lua, value: Value| give(lua, || Ok(arguments::username(&value)?.fits_storage().map(|()| true)?)))?,
    )?;
    // (form or query) → name → value
    table
        .raw_set("fields", lua.create_function(|lua, value: LuaString| give(lua, || Ok(results::fields(lua, form::fields(&value.as_bytes())?)?)))?)?;
    // (JSON) → name → value, "" for null
    table.raw_set(
        "object",
        lua.create_function(|lua, value: LuaString| give(lua, || Ok(results::object(lua, &form::object(&value.as_bytes())?)?)))?,
    )?;
    // (query or nil, path, how many of its parts are below the module's own, User-Agent or nil) → what is asked of a page
    table.raw_set("page_request", lua.create_function(asked)?)?;
    // (Sec-Fetch-Site or nil, Origin or nil, array of own addresses) → does a form come from another web site?
    table.raw_set(
        "is_foreign",
        lua.create_function(|_, (site, origin, own): (Option<LuaString>, Option<LuaString>, Vec<LuaString>)| {
            let own: Vec<_> = own.iter().map(|address| address.as_bytes().to_vec()).collect();
            let (site, origin) = (site.map(|text| text.as_bytes().to_vec()), origin.map(|text| text.as_bytes().to_vec()));
            Ok(origin::is_foreign(site.as_deref(), origin.as_deref(), &own))
        })?,
    )?;
    Ok(table)
}

type Asked = (Option<LuaString>, LuaString, usize, Option<LuaString>);

/// { token, language, app, platform: each maybe nil; below, beside, main, root: relative links }
fn asked(lua: &Lua, (query, path, depth, user_agent): Asked) -> Result<Table> {
    let table = lua.create_table()?;
    let query = query.map(|text| page_request::query(&text.as_bytes())).unwrap_or_default();
    for (name, value) in [("token", query.token), ("language", query.language), ("app", query.app)] {
        table.raw_set(name, value.map(|value| lua.create_string(value)).transpose()?)?;
    }
    table.raw_set("platform", user_agent.and_then(|text| page_request::platform(&text.as_bytes())))?;
    let places = page_request::places(&path.as_bytes(), depth);
    for (name, link) in [("below", places.below), ("beside", places.beside), ("main", places.main), ("root", places.root)] {
        table.raw_set(name, link)?;
    }
    Ok(table)
}
