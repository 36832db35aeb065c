//! Reading arguments from Lua. Tables from outside are read with bounds (`data`). All access is raw, so no metamethod runs.

mod data;
mod invite;
mod time;

use std::collections::HashMap;

use mlua::{Error, Table, Value};
use serde::de::DeserializeOwned;

pub(super) use self::data::{data, roles};
pub(super) use self::invite::{entry, request};
pub(super) use self::time::{elapsed, instant, lifetime, seconds, time, whole};
use super::respond::{Answer, CallError};
use crate::invite::of_word;
use crate::policy::{AccountStatus, Accounts};
use crate::record::bounds::LARGEST;
use crate::{Allowance, Filter, Pasted, Quota, Refusal, Username};

/// A token, or a text with one. Bytes that are not UTF-8 can't be part of a token.
pub(super) fn token(value: &Value) -> Answer<String> {
    match value {
        Value::Nil | Value::Boolean(false) => Err(Refusal::NoToken.into()),
        Value::String(text) if text.as_bytes().len() <= Pasted::LONGEST => Ok(text.to_string_lossy()),
        _ => Err(Refusal::TokenInvalid.into()),
    }
}

/// A prepared username.
pub(super) fn username(value: &Value) -> Answer<Username> {
    maybe_username(value)?.ok_or_else(|| Refusal::UsernameInvalid.into())
}

/// A prepared username, or nil.
pub(super) fn maybe_username(value: &Value) -> Answer<Option<Username>> {
    match value {
        Value::Nil => Ok(None),
        Value::String(text) => Ok(Some(Username::prepared(&text.to_str().map_err(|_| Refusal::UsernameInvalid)?)?)),
        _ => Err(Refusal::UsernameInvalid.into()),
    }
}

/// The facts that the caller has looked up; nil at the first call.
pub(super) fn accounts(facts: Option<&Table>) -> Answer<Accounts> {
    let Some(facts) = facts else {
        return Ok(Accounts::default());
    };
    let yes_or_no = |fact: &Value| fact.as_boolean().ok_or_else(|| misuse("a right or a privilege is true or false"));
    let created = |fact: &Value| instant(fact).ok_or_else(|| misuse("an account was created at a time in Unix seconds"));
    let credentials = |fact: &Value| maybe_text(fact)?.ok_or_else(|| misuse("credentials are a text"));
    Ok(Accounts {
        standing: known(facts, "standing", standing)?,
        claims: known(facts, "claims", standing)?,
        permissions: known(facts, "permissions", yes_or_no)?,
        privileged: known(facts, "privileged", yes_or_no)?,
        gone: known(facts, "gone", yes_or_no)?,
        created: known(facts, "created", created)?,
        credentials: known(facts, "credentials", credentials)?,
    })
}

/// The facts of one sort, by username.
fn known<T>(facts: &Table, sort: &str, read: impl Fn(&Value) -> Answer<T>) -> Answer<HashMap<Username, T>> {
    let Some(table) = facts.raw_get::<Option<Table>>(sort)? else {
        return Ok(HashMap::new());
    };
    let fact = |pair: mlua::Result<(Value, Value)>| -> Answer<_> {
        let (name, fact) = pair?;
        Ok((username(&name)?, read(&fact)?))
    };
    table.pairs().map(fact).collect()
}

/// The limits for users; nil means no limit.
pub(super) fn allowance(options: &Table) -> Answer<Allowance> {
    let count = |key: &str| match options.raw_get::<Value>(key)? {
        Value::Nil => Ok(None),
        value => whole(&value).filter(|count| *count >= 0).map(Some).ok_or_else(|| misuse(&format!("{key} must be a whole number"))),
    };
    Ok(Allowance {
        accounts: Quota { pending: count("per_user")?, per_day: count("per_day")? },
        contacts: Quota { pending: count("contacts_per_user")?, per_day: count("contacts_per_day")? },
        uses: count("most_uses")?,
        ttl: lifetime(options, "longest_ttl")?.filter(|ttl| *ttl < i64::MAX),
    })
}

fn standing(fact: &Value) -> Answer<AccountStatus> {
    word(fact).ok_or_else(|| misuse("an account is active, disabled, absent or unknown"))
}

/// An enum value from its word, such as a kind.
fn word<T: DeserializeOwned>(value: &Value) -> Option<T> {
    of_word(&value.as_string()?.to_str().ok()?)
}

/// A text that our own Lua code always gives.
pub(super) fn text(table: &Table, key: &str) -> Answer<String> {
    maybe_text(&table.raw_get(key)?)?.ok_or_else(|| misuse(&format!("{key} is missing")))
}

/// A text or nil; refused if it can't be stored.
pub(super) fn maybe_text(value: &Value) -> Answer<Option<String>> {
    let refused = || Refusal::DataInvalid("not a text".into());
    match value {
        Value::Nil => Ok(None),
        Value::String(text) if text.as_bytes().len() <= LARGEST && !text.as_bytes().contains(&0) => {
            Ok(Some(text.to_str().map_err(|_| refused())?.to_owned()))
        }
        _ => Err(refused().into()),
    }
}

/// The filter of a list.
pub(super) fn which(value: &Value) -> Answer<Filter> {
    word(value).ok_or_else(|| misuse("invites to list are pending, usable, used or all"))
}

pub(super) fn misuse(what: &str) -> CallError {
    CallError::Misused(Error::runtime(what))
}
