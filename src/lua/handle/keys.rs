//! Methods for the keys of the HTTP API.

use mlua::{Lua, String as LuaString, Table, UserDataMethods, Value};
use rand::rngs::SysRng;

use super::{LedgerHandle, done, job, verb};
use crate::api::v1::{Grant, KeyHash, Lifetimes, ScopedKey};
use crate::lua::arguments;
use crate::lua::respond::Answer;
use crate::lua::v1::KnownKey;
use crate::record::Line;
use crate::{KindName, Refusal, Settings};

pub(super) fn add<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (request of the command new_key) → the key, which nobody can tell again
    verb(methods, "add_key", |_, _, asked: Table| {
        let (name, grant) = (arguments::maybe_text(&asked.raw_get("name")?)?, grant(&asked)?);
        let ttl = arguments::lifetime(&asked, "expires_after")?;
        Ok(job(
            move |ledger, at| {
                let (shown, new) = ScopedKey::draw(&mut SysRng, name.clone(), grant.clone(), ttl, at.now)?;
                ledger.add_key(&new)?;
                Ok(shown)
            },
            |_, _, shown: String| Ok(shown),
        ))
    });
    // (key before, or nil) → array of the next keys, each with `json` and the columns of a list
    verb(methods, "keys", |_, _, last: Option<Table>| {
        let last = last.map(|last| Ok::<(i64, String), mlua::Error>((last.raw_get("created_at")?, last.raw_get("id")?))).transpose()?;
        Ok(job(
            move |ledger, _| Ok(ledger.keys(last.as_ref().map(|(created, id)| (*created, id.as_str())))?),
            |lua, _, keys: Vec<ScopedKey>| Ok(keys.iter().map(|key| shown(lua, key)).collect::<mlua::Result<Vec<_>>>()?),
        ))
    });
    // (id) → the key that is no more, or false
    verb(methods, "remove_key", |_, _, id: LuaString| {
        let id = id.to_string_lossy();
        Ok(job(
            move |ledger, _| Ok(ledger.remove_key(&id)?),
            |lua, _, key: Option<ScopedKey>| Ok(key.map_or(Ok(Value::Boolean(false)), |key| shown(lua, &key).map(Value::Table))?),
        ))
    });
    // (what is shown for a key, or nil) → the key, or false
    verb(methods, "key", |_, _, shown: Option<LuaString>| {
        let hash = shown.and_then(|shown| KeyHash::of(&shown.as_bytes()));
        Ok(job(
            move |ledger, at| Ok(hash.map_or(Ok(None), |hash| ledger.key(hash, at.now))?),
            |lua, handle, key: Option<ScopedKey>| {
                let Settings { ttl, reset_ttl, contact_ttl, .. } = **handle.ledger.settings();
                let lifetimes = Lifetimes { usual: ttl, reset: reset_ttl, contact: contact_ttl };
                let key = key.map(|key| lua.create_userdata(KnownKey { key, lifetimes })).transpose()?;
                Ok(key.map_or(Value::Boolean(false), Value::UserData))
            },
        )
        .of_strangers())
    });
    // (id of a key) → true
    verb(methods, "key_used", |_, _, id: String| Ok(job(move |ledger, at| Ok(ledger.key_used(&id, at.now)?), done)));
}

/// What a new key may do.
fn grant(asked: &Table) -> Answer<Grant> {
    let list = |key: &str| asked.raw_get::<Option<Vec<String>>>(key).map(Option::unwrap_or_default);
    let words = |key: &str| asked.raw_get::<Option<Vec<Value>>>(key).map(Option::unwrap_or_default);
    let mut scopes = words("scopes")?.iter().filter_map(arguments::word).collect::<Vec<_>>();
    scopes.sort_unstable();
    scopes.dedup();
    if scopes.is_empty() {
        return Err(Refusal::DataInvalid("a key without a scope opens nothing".into()).into());
    }
    let mut kinds = words("kinds")?.iter().filter_map(arguments::word).collect::<Vec<KindName>>();
    if kinds.is_empty() {
        kinds = Grant::USUAL_KINDS.to_vec();
    }
    kinds.sort_unstable();
    kinds.dedup();
    Ok(Grant {
        scopes,
        kinds,
        roles: list("role")?,
        groups: list("group")?,
        rooms: list("room")?,
        longest_expiry: arguments::lifetime(asked, "longest_expiry")?.filter(|longest| *longest < i64::MAX),
        most_uses: arguments::whole(&asked.raw_get("most_uses")?),
        rate: arguments::whole(&asked.raw_get("rate")?).unwrap_or(Grant::USUAL_RATE),
    })
}

/// { id, name, `created_at`, json, and as texts: created, expires, `last_used`, scopes }
fn shown(lua: &Lua, key: &ScopedKey) -> mlua::Result<Table> {
    let names = ["id", "name", "created", "expires", "last_used", "scopes"];
    let table = lua.create_table_from(names.into_iter().zip(key.cells()))?;
    table.raw_set("created_at", key.created_at)?;
    table.raw_set("json", key.line().map_err(mlua::Error::external)?)?;
    Ok(table)
}
