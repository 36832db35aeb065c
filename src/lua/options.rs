//! What Lua asks about options.

use std::collections::HashMap;

use mlua::{IntoLua, Lua, Result, String as LuaString, Table, Value as LuaValue};
use serde_json::{Value as Json, json};

use super::arguments::misuse;
use super::raw::Tables;
use super::respond::{Answer, give};
use super::results::{add, json};
use crate::options::{Facts, Kind, Row, Value, rows};

/// How deep a value is read: what is shown of it, fields of its elements, and lists in these.
const DEEPEST: usize = 3;

/// The functions for them, and the table of them.
pub(super) fn functions(lua: &Lua) -> Result<Table> {
    let table = lua.create_table()?;
    table.raw_set("rows", json(lua, &rows().map(described).collect())?)?;
    add(lua, &table, "read", |lua, asked: Asked| give(lua, || read(lua, &asked)))?;
    Ok(table)
}

/// { name, `is_global`, other, looks = what Prosody looks at for its value: "accounts", "file", "directory" or nil }
fn described(row: &Row) -> Json {
    let looks = match row.kind {
        Kind::Accounts | Kind::Rooms | Kind::Map(Kind::Rooms, _) => Some("accounts"),
        Kind::Folder => Some("directory"),
        Kind::Picture => Some("file"),
        _ => None,
    };
    json!({ "name": row.name, "is_global": row.is_global, "other": row.other, "looks": looks })
}

/// Name; what is written; host; value of the other option; path of what was found there; map: text → account.
type Asked = (String, LuaValue, String, LuaValue, Option<LuaString>, Option<HashMap<String, String>>);

/// → its value or nil, what is wrong with what is written or nil
fn read(lua: &Lua, (name, written, host, other, path, accounts): &Asked) -> Answer<(LuaValue, Option<String>)> {
    let row = rows().find(|row| row.name == name).ok_or_else(|| misuse("there is no such option"))?;
    let mut tables = Tables::default();
    let (written, other) = (tables.read(written, DEEPEST)?, tables.read(other, DEEPEST)?);
    let nobody = HashMap::new();
    let facts = Facts { host, other: &other, is_found: path.is_some(), accounts: accounts.as_ref().unwrap_or(&nobody) };
    let (value, problem) = row.read(&written, &facts);
    let value = match value {
        None => LuaValue::Nil,
        Some(Value::Found) => path.clone().into_lua(lua)?,
        Some(value) => given(lua, &value, &tables)?,
    };
    Ok((value, problem))
}

fn given(lua: &Lua, value: &Value, tables: &Tables) -> Result<LuaValue> {
    match value {
        Value::Boolean(value) => Ok(LuaValue::Boolean(*value)),
        Value::Number(value) => number(lua, *value),
        Value::Text(text) => text.as_str().into_lua(lua),
        Value::List(list) => list.iter().map(|value| given(lua, value, tables)).collect::<Result<Vec<_>>>()?.into_lua(lua),
        Value::Map(map) => {
            let table = lua.create_table()?;
            for (name, value) in map {
                table.raw_set(name.as_str(), given(lua, value, tables)?)?;
            }
            Ok(LuaValue::Table(table))
        }
        Value::Written(id) => tables.get(*id).into_lua(lua),
        Value::Found => Ok(LuaValue::Nil),
    }
}

/// As Lua has whole numbers.
pub(super) fn number(lua: &Lua, value: f64) -> Result<LuaValue> {
    #[expect(clippy::cast_possible_truncation, reason = "those that would lose something stay as they are")]
    if value.fract() == 0.0 && value.abs() < 9e15 { (value as i64).into_lua(lua) } else { Ok(LuaValue::Number(value)) }
}
