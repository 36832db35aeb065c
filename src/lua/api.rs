//! What the HTTP API asks about requests and keys.

use std::collections::BTreeMap;

use mlua::{Lua, Result, String as LuaString, Table, Value};

use rand::rngs::SysRng;

use super::arguments;
use super::respond::give;
use super::results::{add, serialized};
use crate::api::{Asked, Key, fields, refusal, request, secret};
use crate::record::Line;

/// The functions for it.
pub(super) fn functions(lua: &Lua) -> Result<Table> {
    let table = lua.create_table()?;
    table.raw_set("refusals", refusals(lua)?)?;
    // (query or nil, header Authorization or nil, header Accept or nil) → { key, redirect, json, unknown }
    add(lua, &table, "request", |lua, (query, authorization, accept): (Option<LuaString>, Option<LuaString>, Option<LuaString>)| {
        let bytes = |text: Option<LuaString>| text.map(|text| text.as_bytes().to_vec());
        let (query, authorization, accept) = (bytes(query).unwrap_or_default(), bytes(authorization), bytes(accept));
        asked(lua, request::read(&query, authorization.as_deref(), accept.as_deref()))
    })?;
    // (body, header Content-Type or nil) → { username, ttl, uses, note }; or nil, code, name of the field
    add(lua, &table, "fields", |lua, (body, content_type): (LuaString, Option<LuaString>)| {
        let content_type = content_type.map(|header| header.as_bytes().to_vec()).unwrap_or_default();
        match fields::read(&body.as_bytes(), &content_type) {
            Ok(wanted) => Ok((Some(serialized(lua, &wanted)?), None, None)),
            Err(wrong) => Ok((None, Some(wrong.code()), wrong.field().map(str::to_owned))),
        }
    })?;
    // () → id and secret of a new key
    add(lua, &table, "new_key", |lua, ()| {
        give(lua, || {
            let key = secret::drawn(&mut SysRng)?;
            Ok((key.id, key.secret))
        })
    })?;
    // (anything) → boolean: can it be the id of a key?
    add(lua, &table, "is_key_id", |_, id: Value| Ok(id.as_string().is_some_and(|id| secret::is_id(&id.as_bytes()))))?;
    // ("ID/SECRET", or nil) → id, secret; or nil
    add(lua, &table, "key_parts", |lua, shown: Option<LuaString>| {
        let shown = shown.map(|shown| shown.as_bytes().to_vec()).unwrap_or_default();
        let parts = secret::parts(&shown).map(|(id, secret)| Ok::<_, mlua::Error>((lua.create_string(id)?, lua.create_string(secret)?)));
        Ok(parts.transpose()?.map_or((None, None), |(id, secret)| (Some(id), Some(secret))))
    })?;
    // (secret) → hash
    add(lua, &table, "hash", |_, secret: LuaString| Ok(secret::hash(&secret.as_bytes())))?;
    // (key as the store has it: with `secret_sha256`, or the secret itself as `token`; secret) → boolean
    add(lua, &table, "key_fits", |_, (stored, secret): (Table, LuaString)| {
        let expected = match (stored.raw_get::<Value>("secret_sha256")?, stored.raw_get::<Value>("token")?) {
            (Value::Nil, Value::String(token)) => secret::hash(&token.as_bytes()).into_bytes(),
            (Value::String(hash), _) => hash.as_bytes().to_vec(),
            _ => Vec::new(),
        };
        Ok(secret::fits(&expected, &secret.as_bytes()))
    })?;
    // (name of a field) → the same if it can be told in an answer
    add(lua, &table, "printable", |_, name: LuaString| Ok(fields::printable(&name.as_bytes())))?;
    // (key, is it wanted as JSON?) → JSON; or { id, name, created, expires, last_used, methods } as texts
    add(lua, &table, "key", |lua, (key, as_json): (Table, bool)| give(lua, || Ok(shown(lua, &read(&key)?, as_json)?)))?;
    Ok(table)
}

fn refusals(lua: &Lua) -> Result<Value> {
    serialized(lua, &refusal::ALL.iter().map(|refusal| (refusal.code, refusal)).collect::<BTreeMap<_, _>>())
}

fn asked(lua: &Lua, asked: Asked) -> Result<Table> {
    let table = lua.create_table()?;
    table.raw_set("key", asked.key.map(|key| lua.create_string(key)).transpose()?)?;
    table.raw_set("redirect", asked.redirect)?;
    table.raw_set("json", asked.is_json)?;
    table.raw_set("unknown", asked.unknown.map(|name| lua.create_string(name)).transpose()?)?;
    Ok(table)
}

fn read(key: &Table) -> super::respond::Answer<Key> {
    let text = |name: &str| key.raw_get::<Option<LuaString>>(name).map(|text| text.map(|text| text.to_string_lossy()));
    let time = |name: &str| key.raw_get::<Value>(name).map(|time| arguments::instant(&time).map(crate::UnixTime::seconds));
    let allowed = key.raw_get::<Option<Table>>("allowed_methods")?.map(|methods| {
        let allowed = methods.pairs::<Value, Value>().filter_map(|pair| pair.ok().filter(|(_, allowed)| allowed.as_boolean() != Some(false)));
        allowed.filter_map(|(name, _)| name.to_string().ok()).collect()
    });
    Ok(Key {
        id: text("id")?.unwrap_or_default(),
        name: text("name")?,
        created_at: time("created_at")?,
        expires: time("expires")?,
        last_used: time("last_used")?,
        methods: Key::methods(allowed),
    })
}

fn shown(lua: &Lua, key: &Key, as_json: bool) -> Result<Value> {
    if as_json {
        return Ok(Value::String(lua.create_string(key.line().map_err(mlua::Error::external)?)?));
    }
    let names = ["id", "name", "created", "expires", "last_used", "methods"];
    Ok(Value::Table(lua.create_table_from(names.into_iter().zip(key.cells()))?))
}
