//! Functions for web pages.

use mlua::{Lua, Result, String as LuaString, Table};

use super::results;
use crate::web::page_request;

/// Adds the functions to `input`.
pub(super) fn add(lua: &Lua, input: &Table) -> Result<()> {
    // (query or nil, path, number of path segments below the module's own, User-Agent or nil) → the parts of a request
    results::add(lua, input, "page_request", asked)?;
    Ok(())
}

type Asked = (Option<LuaString>, LuaString, usize, Option<LuaString>);

/// { token, language, app, platform, `is_in_app` = is it a browser within a messenger: each may be nil; below, beside, main, root: relative links }
fn asked(lua: &Lua, (query, path, depth, user_agent): Asked) -> Result<Table> {
    let table = lua.create_table()?;
    let query = query.map(|text| page_request::query(&text.as_bytes())).unwrap_or_default();
    for (name, value) in [("token", query.token), ("language", query.language), ("app", query.app)] {
        table.raw_set(name, value.map(|value| lua.create_string(value)).transpose()?)?;
    }
    table.raw_set("platform", user_agent.as_ref().and_then(|text| page_request::platform(&text.as_bytes())))?;
    table.raw_set("is_in_app", user_agent.as_ref().map(|text| page_request::is_in_app(&text.as_bytes())))?;
    let places = page_request::places(&path.as_bytes(), depth);
    for (name, link) in [("below", places.below), ("beside", places.beside), ("main", places.main), ("root", places.root)] {
        table.raw_set(name, link)?;
    }
    Ok(table)
}
