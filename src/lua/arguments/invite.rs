//! Reading requests for new invites, and entries of an import.

use mlua::{Table, Value};

use super::super::respond::Answer;
use super::{data, instant, lifetime, maybe_text, maybe_username, misuse, text, token, whole, word};
use crate::record::InviteRecord;
use crate::record::bounds::with_sound_note;
use crate::{Authority, CreateRequest, Kind, KindName, LegacyInvite, Limit, Refusal, Token, Username};

/// A request with the fields `kind`, `username`, `inviter`, `creator`, `authority`, `uses`, `ttl` and `data`.
pub(in crate::lua) fn request(spec: &Table) -> Answer<CreateRequest> {
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

/// The fields `creator` and `authority`.
fn provenance(table: &Table, kind: &Kind) -> Answer<(Option<Username>, Authority)> {
    let creator = maybe_username(&table.raw_get("creator")?)?.or_else(|| kind.owner().cloned());
    let authority = match table.raw_get("authority")? {
        Value::Nil => Authority::Server,
        named => word(&named).ok_or_else(|| misuse("an invite's authority is its user's or the server's"))?,
    };
    Ok((creator, authority))
}

/// An entry of an import: a line of JSON, or a table with an invite of the bundled module.
pub(in crate::lua) fn entry(value: &Value) -> Answer<LegacyInvite> {
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
