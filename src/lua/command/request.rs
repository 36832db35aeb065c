//! What comes of what was typed: a request, or why there is none.

use mlua::{IntoLua, IntoLuaMulti, Lua, MultiValue, Result, Table, Value as LuaValue};

use crate::command::{Request, Stop, Value, help};

/// A request; or nil, why there is none, and what there is to say.
pub(super) fn outcome(lua: &Lua, outcome: std::result::Result<Request, Stop>, prefix: &str) -> Result<MultiValue> {
    let nil = LuaValue::Nil;
    match outcome {
        Ok(asked) => {
            let table = request(lua, &asked)?;
            table.raw_set("usage", help::usage(asked.command, prefix))?;
            table.raw_set("prefix", prefix)?;
            table.into_lua_multi(lua)
        }
        Err(Stop::Ask(asked)) => (nil, "ask", texts(lua, &asked)?).into_lua_multi(lua),
        Err(Stop::Help(text)) => (nil, "help", text).into_lua_multi(lua),
        Err(Stop::Overview(text)) => (nil, "overview", text).into_lua_multi(lua),
        Err(Stop::Mistyped(text, usage)) => (nil, "mistyped", text, usage).into_lua_multi(lua),
    }
}

/// Arguments and options by name, and: command, usage, prefix (what is typed before a command), `makes_links`, alone, host, username, warnings, and the spec of the invite to be made.
fn request(lua: &Lua, request: &Request) -> Result<Table> {
    let table = lua.create_table()?;
    for (key, value) in request.values() {
        table.raw_set(key, given(lua, value)?)?;
    }
    table.raw_set("command", request.command.name)?;
    table.raw_set("makes_links", request.command.makes_links)?;
    table.raw_set("alone", request.command.alone)?;
    table.raw_set("host", request.host.as_str())?;
    table.raw_set("username", request.username.as_deref())?;
    table.raw_set("warnings", request.warnings())?;
    if let Some(asked) = request.spec() {
        let bytes = |text: Option<Vec<u8>>| text.map(|text| lua.create_string(text)).transpose();
        let value = |key: &str| request.get(key).map(|value| given(lua, value)).transpose();
        let data = lua.create_table()?;
        data.raw_set("roles", if asked.roles.is_empty() { None } else { Some(texts(lua, &asked.roles)?) })?;
        data.raw_set("groups", value("group")?)?;
        data.raw_set("rooms", value("room")?)?;
        data.raw_set("note", value("note")?)?;
        data.raw_set("message", value("message")?)?;
        data.raw_set("invitee", value("for")?)?;
        let spec = lua.create_table()?;
        spec.raw_set("kind", asked.kind.to_string())?;
        spec.raw_set("username", bytes(asked.username)?)?;
        spec.raw_set("inviter", bytes(asked.inviter)?)?;
        spec.raw_set("uses", value("uses")?)?;
        spec.raw_set("ttl", value("expires_after")?)?;
        spec.raw_set("data", Some(data).filter(|data| !data.is_empty()))?;
        table.raw_set("spec", spec)?;
    }
    Ok(table)
}

fn given(lua: &Lua, value: &Value) -> Result<LuaValue> {
    match value {
        Value::Given => true.into_lua(lua),
        Value::Text(text) => lua.create_string(text)?.into_lua(lua),
        Value::Number(number) => number.into_lua(lua),
        Value::Endless => f64::INFINITY.into_lua(lua),
        Value::Methods(names) => lua.create_table_from(names.iter().map(|name| (name.as_str(), true)))?.into_lua(lua),
        Value::Many(many) => texts(lua, many)?.into_lua(lua),
    }
}

/// Array of texts.
pub(super) fn texts(lua: &Lua, texts: &[Vec<u8>]) -> Result<Table> {
    lua.create_sequence_from(texts.iter().map(|text| lua.create_string(text)).collect::<Result<Vec<_>>>()?)
}
