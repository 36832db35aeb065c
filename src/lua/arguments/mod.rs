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
use crate::{Allowance, ChainLimits, ConfiguredRooms, Filter, Pasted, Quota, Receiver, Refusal, Username};

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

/// The answers that the caller has looked up; nil at the first call. They are the questions of earlier calls, with these fields filled in:
///
/// - for an account, or a permission: `status`; `created`, `credentials`: if known; `gone`: is it certain that there is none?
/// - for a permission, a privilege, and an account that is absent: `permission`, `privilege`: yes or no
/// - for a claim: `status`
///
/// A fact that was asked for and is missing could not be found out.
pub(super) fn accounts(facts: Option<&Table>) -> Answer<Accounts> {
    let mut accounts = Accounts::default();
    for entry in facts.into_iter().flat_map(Table::sequence_values::<Table>) {
        let entry = entry?;
        let user = username(&entry.raw_get("username")?)?;
        let asked = text(&entry, "subject")?;
        let status = word(&entry.raw_get("status")?);
        if asked == "claim" {
            accounts.claims.insert(user, status.unwrap_or(AccountStatus::Unknown));
            continue;
        }
        if let Some(status) = status {
            accounts.standing.insert(user.clone(), status);
            accounts.gone.insert(user.clone(), entry.raw_get::<Value>("gone")?.as_boolean() == Some(true));
            accounts.created.extend(instant(&entry.raw_get("created")?).map(|created| (user.clone(), created)));
            accounts.credentials.extend(maybe_text(&entry.raw_get("credentials")?)?.map(|credentials| (user.clone(), credentials)));
        }
        for (subject, known) in [("permission", &mut accounts.permissions), ("privilege", &mut accounts.privileged)] {
            match entry.raw_get::<Value>(subject)?.as_boolean() {
                Some(answer) => drop(known.insert(user.clone(), answer)),
                None if asked == subject => return Err(crate::Error::AccountUnknown(user).into()),
                None => {}
            }
        }
    }
    Ok(accounts)
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

/// The limits on chains of invites; nil means no limit.
pub(super) fn chains(options: &Table) -> Answer<ChainLimits> {
    let count = |key: &str| Ok::<_, CallError>(options.raw_get::<Option<f64>>(key)?.and_then(|count| whole(&Value::Number(count))));
    Ok(ChainLimits {
        after: lifetime(options, "invites_after")?,
        accounts: count("tree_accounts")?,
        depth: count("tree_depth")?,
        period: lifetime(options, "tree_period")?.unwrap_or(0),
    })
}

/// The rooms that the configuration gives: `default_rooms`, an array, and `group_rooms`, a map id of a group → array.
pub(super) fn rooms(options: &Table) -> Answer<ConfiguredRooms> {
    let group_rooms = options.raw_get::<Option<HashMap<String, Vec<String>>>>("group_rooms")?;
    Ok(ConfiguredRooms {
        default: options.raw_get::<Option<_>>("default_rooms")?.unwrap_or_default(),
        of_groups: group_rooms.unwrap_or_default().into_iter().collect(),
    })
}

/// The receivers of webhooks: `webhooks`, an array of { id, events }.
pub(super) fn receivers(options: &Table) -> Answer<Vec<Receiver>> {
    let receiver = |written: mlua::Result<Table>| {
        let written = written?;
        let events = written.raw_get::<Vec<Value>>("events")?.iter().filter_map(word).collect();
        Ok(Receiver { id: text(&written, "id")?, events })
    };
    options.raw_get::<Option<Table>>("webhooks")?.map_or_else(|| Ok(Vec::new()), |list| list.sequence_values().map(receiver).collect())
}

/// An enum value from its word, such as a kind.
pub(super) fn word<T: DeserializeOwned>(value: &Value) -> Option<T> {
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
    word(value).ok_or_else(|| Refusal::DataInvalid("invites to list are pending, usable, used or all".into()).into())
}

pub(super) fn misuse(what: &str) -> CallError {
    CallError::Misused(Error::runtime(what))
}
