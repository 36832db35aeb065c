//! What the form for an account asks about names and passwords.

use mlua::{Lua, Result, String as LuaString, Table};

use crate::web::account_form::{name_problem, password_problem, strength, suggestions, wanted_name};

/// Adds the functions to `web`.
pub(super) fn add(lua: &Lua, web: &Table) -> Result<()> {
    // (what was typed, host) → the name, or nil: it can't be one
    let wanted = |_: &Lua, (typed, host): (LuaString, String)| Ok(wanted_name(&typed.as_bytes(), &host));
    web.raw_set("wanted_name", lua.create_function(wanted)?)?;
    // (name or nil, the same prepared or nil, is it for a new account) → id of the text that says what is wrong, or nil
    let of_name =
        |_: &Lua, (typed, prepared, is_new): (Option<String>, Option<String>, bool)| Ok(name_problem(typed.as_deref(), prepared.as_deref(), is_new));
    web.raw_set("name_problem", lua.create_function(of_name)?)?;
    // (name that does not fit or is taken) → array of others, the best first
    web.raw_set("name_suggestions", lua.create_function(|_, typed: LuaString| Ok(suggestions::of(&typed.to_string_lossy())))?)?;
    // (password, does SASLprep take it, least number of characters) → id of the text that says what is wrong, or nil
    let of_password =
        |_: &Lua, (password, is_sound, shortest): (LuaString, bool, usize)| Ok(password_problem(&password.as_bytes(), is_sound, shortest));
    web.raw_set("password_problem", lua.create_function(of_password)?)?;
    // (password, array of words that are no secret) → id of the text that says how strong it is, is it weak?
    let strength = |_: &Lua, (password, known): (LuaString, Vec<String>)| {
        let strength = strength::of(&password.to_string_lossy(), &known);
        Ok((strength.text(), strength == strength::Strength::Weak))
    };
    web.raw_set("password_strength", lua.create_function(strength)?)?;
    Ok(())
}
