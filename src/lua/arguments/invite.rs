//! Reading requests for new invites, and entries of an import.

use mlua::{Table, Value};

use super::super::respond::Answer;
use super::{data, instant, lifetime, maybe_text, maybe_username, text, token, whole, word};
use crate::record::InviteRecord;
use crate::record::bounds::with_sound_texts;
use crate::{Authority, CreateRequest, Kind, KindName, LegacyInvite, Limit, Refusal, Token};

/// A request with the fields `kind`, `authority`, `uses`, `ttl` and `data`. `names` has the prepared `username`, `inviter` and `creator`.
pub(in crate::lua) fn request(spec: &Table, names: &Table) -> Answer<CreateRequest> {
    let odd = |what: &str| Refusal::DataInvalid(what.into());
    let kind: KindName = word(&spec.raw_get("kind")?).ok_or_else(|| odd("no such kind of invite"))?;
    let name = |key: &str| maybe_username(&names.raw_get(key)?);
    let (username, inviter, creator) = (name("username")?, name("inviter")?, name("creator")?);
    let is_named = if kind == KindName::Reset { username.is_some() } else { kind == KindName::Account || inviter.is_some() };
    let kind = match Kind::from_parts(kind, username, inviter) {
        Some(kind) => kind,
        None if is_named => return Err(odd("no such invite has these names").into()),
        None => return Err(Refusal::UsernameInvalid.into()),
    };
    let limit = match spec.raw_get("uses")? {
        Value::Nil => Limit::ONCE,
        Value::Number(number) if number == f64::INFINITY => Limit::UNTIL_EXPIRY,
        other => Limit::from_max_uses(Some(whole(&other).ok_or(Refusal::UsesInvalid)?))?,
    };
    let authority = match spec.raw_get("authority")? {
        Value::Nil => Authority::Server,
        other => word(&other).ok_or_else(|| odd("an invite's authority is its user's or the server's"))?,
    };
    let creator = creator.or_else(|| kind.owner().cloned());
    Ok(CreateRequest { kind, creator, authority, limit, ttl: lifetime(spec, "ttl")?, data: data(&spec.raw_get("data")?)? })
}

/// An entry of an import: a line of JSON, or a table with an invite of the bundled module.
pub(in crate::lua) fn entry(value: &Value) -> Answer<LegacyInvite> {
    match value {
        Value::String(line) => Ok(InviteRecord::parse(&line.as_bytes())?.into_legacy()?),
        Value::Table(entry) => legacy(entry),
        _ => Err(Refusal::DataInvalid("no invite".into()).into()),
    }
}

/// An invite as the bundled module stores it: { token, invite, user: whose it is, or whose contact it makes }.
fn legacy(entry: &Table) -> Answer<LegacyInvite> {
    let invite: Table = entry.raw_get("invite")?;
    let is_contact = text(&invite, "type")? == "roster";
    let registers = invite.raw_get::<Value>("allow_registration")?.as_boolean().unwrap_or(!is_contact);
    let data = data(&invite.raw_get("additional_data")?)?.map(with_sound_texts);
    let user = maybe_username(&entry.raw_get("user")?)?;
    let (name, username, inviter) = match (is_contact, registers) {
        (true, true) => (KindName::ContactAccount, None, user),
        (true, false) => (KindName::Contact, None, user),
        (false, _) => (KindName::Account, user, None),
    };
    let kind = Kind::from_parts(name, username, inviter).ok_or_else(|| Refusal::DataInvalid("a contact invite of nobody".into()))?;
    let is_reusable = invite.raw_get::<Value>("reusable")?.as_boolean() == Some(true);
    let request = CreateRequest { data, ..CreateRequest::of(kind) }.agreed()?;
    let expires = instant(&invite.raw_get("expires")?).ok_or(Refusal::TtlInvalid)?;
    Ok(LegacyInvite {
        token: Token::parse(&token(&entry.raw_get("token")?)?)?,
        creator: request.kind.owner().cloned(),
        kind: request.kind,
        authority: Authority::Server,
        limit: if is_reusable { Limit::UNTIL_EXPIRY } else { Limit::ONCE },
        created: instant(&invite.raw_get("created_at")?).unwrap_or(expires),
        expires,
        landing_page: maybe_text(&invite.raw_get("landing_page")?)?.filter(|page| page.chars().all(crate::text::is_plain)),
        data: request.data,
    })
}
