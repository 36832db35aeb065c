//! Reading what Lua hands over. Tables from outside are read with bounds: depth, size, and no shape that would come back changed. All access is raw, so
//! that no metamethod runs.

use std::collections::HashMap;

use mlua::{Error, Table, Value};
use serde::de::DeserializeOwned;
use serde_json::{Map, Number, Value as Json};

use super::respond::{Answer, CallError};
use crate::invite::of_word;
use crate::policy::{AccountStatus, Accounts};
use crate::record::{DEEPEST, InviteRecord, LARGEST, LEAST, with_sound_note};
use crate::{Allowance, Authority, CreateRequest, Filter, Kind, KindName, LegacyInvite, Limit, Pasted, Quota, Refusal, Token, UnixTime, Username};

/// The time that a call gives. It comes from `os.time()`, but a number is not always a whole one.
pub(super) fn time(value: &Value) -> Answer<UnixTime> {
    whole(value).filter(|seconds| *seconds >= 0).map(UnixTime::from_seconds).ok_or_else(|| misuse("now must be a time in Unix seconds"))
}

/// A token, or a text with one. Bytes that are no text stand for nothing in a token.
pub(super) fn token(value: &Value) -> Answer<String> {
    match value {
        Value::Nil | Value::Boolean(false) => Err(Refusal::NoToken.into()),
        Value::String(text) if text.as_bytes().len() <= Pasted::LONGEST => Ok(text.to_string_lossy()),
        _ => Err(Refusal::TokenInvalid.into()),
    }
}

/// Whole seconds of a clock that begins somewhere.
pub(super) fn elapsed(value: &Value) -> Answer<i64> {
    rounded(value).ok_or_else(|| misuse("a clock gives seconds"))
}

/// A prepared username.
pub(super) fn username(value: &Value) -> Answer<Username> {
    maybe_username(value)?.ok_or_else(|| Refusal::UsernameInvalid.into())
}

/// A prepared username, or none.
pub(super) fn maybe_username(value: &Value) -> Answer<Option<Username>> {
    match value {
        Value::Nil => Ok(None),
        Value::String(text) => Ok(Some(Username::prepared(&text.to_str().map_err(|_| Refusal::UsernameInvalid)?)?)),
        _ => Err(Refusal::UsernameInvalid.into()),
    }
}

/// The facts that the caller has looked up; nil for none, which is how every question begins.
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

/// What users may do on their own authority; a limit that is not given is none.
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

/// A value by its word, such as a kind.
fn word<T: DeserializeOwned>(value: &Value) -> Option<T> {
    of_word(&value.as_string()?.to_str().ok()?)
}

/// What somebody asks for: `kind`, `username`, `inviter`, `creator`, `authority`, `uses`, `ttl`, `data`.
pub(super) fn request(spec: &Table) -> Answer<CreateRequest> {
    let kind = word(&spec.raw_get("kind")?);
    let (username, inviter) = (maybe_username(&spec.raw_get("username")?)?, maybe_username(&spec.raw_get("inviter")?)?);
    let kind =
        kind.and_then(|kind| Kind::from_parts(kind, username, inviter)).ok_or_else(|| misuse("no such kind of invite, or it lacks a username"))?;
    let limit = match spec.raw_get("uses")? {
        Value::Nil => Limit::ONCE,
        Value::Number(number) if number == f64::INFINITY => Limit::UNTIL_EXPIRY,
        other => Limit::from_max_uses(Some(whole(&other).ok_or(Refusal::UsesInvalid)?))?,
    };
    let (creator, authority) = provenance(spec, &kind)?;
    Ok(CreateRequest { kind, creator, authority, limit, ttl: lifetime(spec, "ttl")?, data: data(&spec.raw_get("data")?)? })
}

/// Who made an invite, and who stands behind it: `creator`, `authority`.
fn provenance(table: &Table, kind: &Kind) -> Answer<(Option<Username>, Authority)> {
    let creator = maybe_username(&table.raw_get("creator")?)?.or_else(|| kind.owner().cloned());
    let authority = match table.raw_get("authority")? {
        Value::Nil => Authority::Server,
        named => word(&named).ok_or_else(|| misuse("an invite's authority is its user's or the server's"))?,
    };
    Ok((creator, authority))
}

/// What an import reads: a line of JSON, or a table with an invite of the bundled module.
pub(super) fn entry(value: &Value) -> Answer<LegacyInvite> {
    match value {
        Value::String(line) => Ok(InviteRecord::parse(&line.as_bytes())?.into_legacy()?),
        Value::Table(entry) => legacy(entry),
        _ => Err(Refusal::DataInvalid("no invite".into()).into()),
    }
}

/// An invite of the bundled module.
fn legacy(entry: &Table) -> Answer<LegacyInvite> {
    let contact = text(entry, "type")? == "roster";
    let registers = entry.raw_get::<Value>("allow_registration")?.as_boolean().unwrap_or(!contact);
    let data = data(&entry.raw_get("additional_data")?)?.map(with_sound_note);
    let username = if contact { None } else { maybe_username(&entry.raw_get("username")?)? };
    let inviter = maybe_username(&entry.raw_get("inviter")?)?;
    let name = match (contact, registers) {
        (true, true) => KindName::ContactAccount,
        (true, false) => KindName::Contact,
        (false, _) => KindName::Account,
    };
    let kind = Kind::from_parts(name, username, inviter).ok_or_else(|| Refusal::DataInvalid("a contact invite of nobody".into()))?;
    let reusable = entry.raw_get::<Value>("reusable")?.as_boolean() == Some(true);
    let request = CreateRequest { data, ..CreateRequest::of(kind) }.agreed()?;
    let expires = instant(&entry.raw_get("expires")?).ok_or(Refusal::TtlInvalid)?;
    Ok(LegacyInvite {
        token: Token::parse(&token(&entry.raw_get("token")?)?)?,
        creator: request.kind.owner().cloned(),
        kind: request.kind,
        authority: Authority::Server,
        limit: if reusable { Limit::UNTIL_EXPIRY } else { Limit::ONCE },
        created: instant(&entry.raw_get("created_at")?).unwrap_or(expires),
        expires,
        landing_page: maybe_text(&entry.raw_get("landing_page")?)?.filter(|page| page.chars().all(crate::text::is_plain)),
        data: request.data,
    })
}

/// A text that our own shims always give.
pub(super) fn text(table: &Table, key: &str) -> Answer<String> {
    maybe_text(&table.raw_get(key)?)?.ok_or_else(|| misuse(&format!("{key} is missing")))
}

/// A text or nothing; refused if it can't be kept.
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

/// Which invites to list.
pub(super) fn which(value: &Value) -> Answer<Filter> {
    word(value).ok_or_else(|| misuse("invites to list are pending, usable, used or all"))
}

/// The number of seconds in a field.
pub(super) fn lifetime(table: &Table, key: &str) -> Answer<Option<i64>> {
    seconds(&table.raw_get(key)?)
}

/// A number of seconds, `math.huge` for "for ever", or none.
pub(super) fn seconds(value: &Value) -> Answer<Option<i64>> {
    match value {
        Value::Nil => Ok(None),
        Value::Number(number) if *number == f64::INFINITY => Ok(Some(i64::MAX)),
        other => rounded(other).filter(|seconds| *seconds > 0).map(Some).ok_or_else(|| Refusal::TtlInvalid.into()),
    }
}

/// A point in time, `math.huge` for "never"; nothing if it is no number.
pub(super) fn instant(value: &Value) -> Option<UnixTime> {
    match value {
        Value::Number(number) if *number == f64::INFINITY => Some(UnixTime::NEVER),
        other => rounded(other).map(UnixTime::from_seconds),
    }
}

/// A whole number, also where Lua holds it as a float (`1700000000.0`).
pub(super) fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Integer(number) => i64::try_from(*number).ok(),
        Value::Number(number) if number.fract() == 0.0 => rounded(value),
        _ => None,
    }
}

/// A number without its fraction; nothing for NaN and infinities.
fn rounded(value: &Value) -> Option<i64> {
    match value {
        Value::Integer(number) => i64::try_from(*number).ok(),
        // `as` stops at the ends of the range, where every time is "never" or the beginning anyway.
        #[expect(clippy::cast_possible_truncation, reason = "the fraction is what we drop")]
        Value::Number(number) if number.is_finite() => Some(*number as i64),
        _ => None,
    }
}

/// The roles in `additional_data`, the primary one first; none of them if they are not as they should be.
pub(super) fn roles(data: &Value) -> Answer<Option<Vec<String>>> {
    let Some(data) = data.as_table() else { return Ok(Some(Vec::new())) };
    let roles = match data.raw_get("roles")? {
        Value::Nil | Value::Boolean(false) => return Ok(Some(Vec::new())),
        Value::Table(roles) => roles,
        _ => return Ok(None),
    };
    let (mut listed, mut given) = (0, Vec::new());
    for pair in roles.pairs::<Value, Value>() {
        match pair? {
            (Value::String(name), value) => given.extend(value.as_boolean().unwrap_or(true).then_some(name)),
            _ => listed += 1,
        }
    }
    let name = |name: mlua::String| name.to_str().ok().map(|name| name.to_owned());
    if listed > 0 {
        let names = roles.sequence_values::<Value>().map(|value| Ok(value?.as_string().cloned().and_then(name)));
        let names = names.collect::<mlua::Result<Option<Vec<String>>>>()?;
        return Ok(names.filter(|names| names.len() == listed && given.is_empty()));
    }
    let mut names: Option<Vec<String>> = given.into_iter().map(name).collect();
    if let Some(names) = &mut names {
        crate::roles::order(names);
    }
    Ok(names)
}

/// `additional_data`: a table, or nothing.
pub(super) fn data(value: &Value) -> Answer<Option<Json>> {
    match value {
        Value::Nil => Ok(None),
        Value::Table(_) => {
            let data = json(value, 0, &mut 0)?;
            // Escapes and numbers are longer as text, and what is written must be read again.
            spend(&mut 0, data.to_string().len())?;
            Ok(Some(data))
        }
        other => Err(unkept(&format!("a {} instead of a table", other.type_name()))),
    }
}

fn json(value: &Value, depth: usize, size: &mut usize) -> Answer<Json> {
    // What a value costs at the least: a list of thousands of the smallest takes longer to read than a text.
    spend(size, LEAST)?;
    match value {
        Value::Boolean(truth) => Ok(Json::Bool(*truth)),
        Value::Integer(number) => Ok(Json::Number(i64::from(*number).into())),
        Value::Number(number) => Number::from_f64(*number).map(Json::Number).ok_or_else(|| unkept("a number that is not finite")),
        Value::String(text) => Ok(Json::String(key(text, size)?)),
        Value::Table(_) if depth == DEEPEST => Err(unkept("tables within tables without end")),
        Value::Table(table) => nested(table, depth + 1, size),
        other => Err(unkept(&format!("a {}", other.type_name()))),
    }
}

fn nested(table: &Table, depth: usize, size: &mut usize) -> Answer<Json> {
    let length = table.raw_len();
    let mut fields = Map::new();
    let mut listed = 0;
    for pair in table.pairs::<Value, Value>() {
        let (name, value) = pair?;
        match name {
            Value::String(name) => drop(fields.insert(key(&name, size)?, json(&value, depth, size)?)),
            Value::Integer(index) if usize::try_from(index).is_ok_and(|index| (1..=length).contains(&index)) => {
                spend(size, 2)?;
                listed += 1;
            }
            other => return Err(unkept(&format!("a {} as key, or a list with gaps", other.type_name()))),
        }
    }
    match (fields.is_empty(), listed) {
        (_, 0) => Ok(Json::Object(fields)),
        (true, listed) if listed == length => {
            (1..=length).map(|index| json(&table.raw_get(index)?, depth, size)).collect::<Answer<_>>().map(Json::Array)
        }
        _ => Err(unkept("a table that is a list and more than that, or has gaps")),
    }
}

fn key(text: &mlua::String, size: &mut usize) -> Answer<String> {
    spend(size, text.as_bytes().len())?;
    Ok(text.to_str().map_err(|_| unkept("a text that is not UTF-8"))?.to_owned())
}

fn spend(size: &mut usize, bytes: usize) -> Answer<()> {
    *size = size.saturating_add(bytes);
    if *size > LARGEST { Err(unkept("more than 64 KiB")) } else { Ok(()) }
}

fn unkept(what: &str) -> CallError {
    Refusal::DataInvalid(what.to_owned()).into()
}

pub(super) fn misuse(what: &str) -> CallError {
    CallError::Misused(Error::runtime(what))
}
