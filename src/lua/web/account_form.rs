//! What the form for an account asks about names and passwords.

use mlua::{Lua, Result, String as LuaString, Table};

use crate::lua::results;
use crate::web::account_form::{name_problem, password_problem, strength, suggestions, wanted_name};

/// Adds the functions to `web`.
pub(super) fn add(lua: &Lua, web: &Table) -> Result<()> {
    // (what was typed, host) → the name, or nil: it can't be one
    let wanted = |_: &Lua, (typed, host): (LuaString, String)| Ok(wanted_name(&typed.as_bytes(), &host));
    results::add(lua, web, "wanted_name", wanted)?;
    // (name or nil, the same prepared or nil, is it for a new account) → id of the text that says what is wrong, or nil
    let of_name =
        |_: &Lua, (typed, prepared, is_new): (Option<String>, Option<String>, bool)| Ok(name_problem(typed.as_deref(), prepared.as_deref(), is_new));
    results::add(lua, web, "name_problem", of_name)?;
    // (name that does not fit or is taken) → array of others, the best first
    results::add(lua, web, "name_suggestions", |_, typed: LuaString| Ok(suggestions::of(&typed.to_string_lossy())))?;
    // (password, does SASLprep take it, least number of characters) → id of the text that says what is wrong, or nil
    let of_password =
        |_: &Lua, (password, is_sound, shortest): (LuaString, bool, usize)| Ok(password_problem(&password.as_bytes(), is_sound, shortest));
    results::add(lua, web, "password_problem", of_password)?;
    // (password, array of words that are no secret) → id of the text that says how strong it is, is it weak?
    let strength = |_: &Lua, (password, known): (LuaString, Vec<String>)| {
        let strength = strength::of(&password.to_string_lossy(), &known);
        Ok((strength.text(), strength == strength::Strength::Weak))
    };
    results::add(lua, web, "password_strength", strength)?;
    Ok(())
}
