//! Results for Lua. Every table is new, because callers change the tables that they get.

use std::collections::HashMap;

use mlua::{Error, FromLuaMulti, IntoLua, IntoLuaMulti, Lua, Result, Table, Value};
use serde::Serialize;
use serde_json::{Value as Json, json};

use super::command::{Form, show_count};
use crate::policy::Purpose;
use crate::record::Line;
use crate::{
    Card, Changed, Counts, CreateRequest, Damaged, FollowUp, Invite, Kind, Limit, Member, State, Token, UnixTime, Username, message, text, uri,
};

/// The invite as `mod_invites` has always given it to other modules, with some fields more: `username` is the bound name, `link` is for the invitee,
/// `note` has one line, `message` is what the page shows and a new account gets, `card` is the invite's place on a printed sheet or nil, and `valid_until` is nil if the invite never expires.
pub(super) fn invite(lua: &Lua, host: &str, invite: &Invite) -> Result<Table> {
    let table = lua.create_table()?;
    fill(lua, &table, host, invite)?;
    Ok(table)
}

/// Writes an invite into an existing table.
pub(super) fn fill(lua: &Lua, table: &Table, host: &str, invite: &Invite) -> Result<()> {
    let uri = invite.token.as_ref().map(|token| uri::link(host, &invite.kind, token));
    let landing_page = invite.landing_page.as_deref().map(text::plain);
    table.raw_set("type", kind(&invite.kind))?;
    table.raw_set("kind", invite.kind.name().to_string())?;
    table.raw_set("jid", uri::address(host, &invite.kind))?;
    table.raw_set("id", invite.id.short())?;
    table.raw_set("token", invite.token.as_ref().map(Token::secret))?;
    table.raw_set("link", landing_page.as_deref().or(uri.as_deref()))?;
    table.raw_set("uri", uri)?;
    table.raw_set("username", invite.kind.bound_name().map(Username::as_str))?;
    table.raw_set("inviter", invite.kind.inviter().map(Username::as_str))?;
    table.raw_set("creator", invite.creator.as_ref().map(Username::as_str))?;
    table.raw_set("authority", invite.authority.to_string())?;
    table.raw_set("allow_registration", invite.kind.allows_registration())?;
    table.raw_set("additional_data", data(lua, invite)?)?;
    table.raw_set("note", note(invite))?;
    table.raw_set("message", message::of(invite.data.as_ref()))?;
    table.raw_set("card", Card::of(invite.data.as_ref()).map(|card| serialized(lua, &card)).transpose()?)?;
    table.raw_set("created_at", invite.created.seconds())?;
    table.raw_set("expires", invite.expires.seconds())?;
    table.raw_set("valid_until", invite.expires.unless_never().map(UnixTime::seconds))?;
    table.raw_set("reusable", invite.limit != Limit::ONCE)?;
    table.raw_set("uses", invite.uses)?;
    table.raw_set("max_uses", invite.limit.max_uses())?;
    table.raw_set("landing_page", landing_page.as_deref())?;
    Ok(())
}

/// The invite with its state, for lists and details.
pub(super) fn with_state(lua: &Lua, host: &str, known: &Invite, state: State) -> Result<Table> {
    let table = invite(lua, host, known)?;
    table.raw_set("state", state.to_string())?;
    Ok(table)
}

/// Adds the JSON of a table's invite.
pub(super) fn set_json(table: &Table, record: &impl Line) -> Result<()> {
    table.raw_set("json", record.line().map_err(Error::external)?)
}

/// How many invites there are of which sort: array of { kind, state, count } in the order of these words, and json or text if that is wanted.
pub(super) fn counts(lua: &Lua, counts: &Counts, form: &Form) -> Result<Table> {
    let mut rows: Vec<_> = counts.iter().collect();
    rows.sort_by_key(|((kind, state), _)| format!("{kind}{state}"));
    let list = lua.create_table_with_capacity(rows.len(), 0)?;
    for ((kind, state), count) in rows {
        let table = lua.create_table()?;
        table.raw_set("kind", kind.to_string())?;
        table.raw_set("state", state.to_string())?;
        table.raw_set("count", *count)?;
        show_count(&table, form, *kind, *state, *count)?;
        list.raw_push(table)?;
    }
    Ok(list)
}

/// Accounts in the tree, each with its number of levels below the top, and the object by which the ledger knows it.
pub(super) fn members(lua: &Lua, members: Vec<(u32, Member)>) -> Result<Table> {
    let list = lua.create_table_with_capacity(members.len(), 0)?;
    for (depth, member) in members {
        let table = lua.create_table()?;
        table.raw_set("depth", depth)?;
        table.raw_set("username", member.username.as_str())?;
        table.raw_set("inviter", member.inviter.as_ref().map(Username::as_str))?;
        table.raw_set("joined", member.joined.seconds())?;
        table.raw_set("left", member.left.map(UnixTime::seconds))?;
        table.raw_set("member", lua.create_userdata(member)?)?;
        list.raw_push(table)?;
    }
    Ok(list)
}

/// Who used an invite, and when.
pub(super) fn uses(lua: &Lua, uses: &[(Option<String>, UnixTime)]) -> Result<Value> {
    json(lua, &uses.iter().map(|(username, at)| json!({ "username": username, "at": at.seconds() })).collect())
}

/// What is to be done after redemptions.
pub(super) fn follow_ups(lua: &Lua, to_do: &[FollowUp]) -> Result<Table> {
    let list = lua.create_table_with_capacity(to_do.len(), 0)?;
    for to_do in to_do {
        let table = lua.create_table()?;
        table.raw_set("account", to_do.account.as_str())?;
        table.raw_set("step", to_do.step.to_string())?;
        table.raw_set("about", to_do.about.as_str())?;
        table.raw_set("creator", to_do.creator.as_ref().map(Username::as_str))?;
        table.raw_set("text", to_do.text.as_deref())?;
        table.raw_set("roles", to_do.roles.as_deref())?;
        table.raw_set("contact", to_do.contact.as_ref().map(Username::as_str))?;
        table.raw_set("noted", to_do.noted.seconds())?;
        list.raw_push(table)?;
    }
    Ok(list)
}

/// The events `invite-redeemed` of abandoned claims whose accounts exist. There is none if the invite can't be read.
pub(super) fn settled(lua: &Lua, host: &str, accounts: &[(Username, Changed)]) -> Result<Table> {
    let list = lua.create_table_with_capacity(accounts.len(), 0)?;
    for (username, settled) in accounts {
        let Some((invite, _)) = &settled.invite else { continue };
        let event = lua.create_table()?;
        event.raw_set("id", settled.id.short())?;
        event.raw_set("kind", invite.kind.name().to_string())?;
        event.raw_set("creator", invite.creator.as_ref().map(Username::as_str))?;
        event.raw_set("username", username.as_str())?;
        event.raw_set("validated", changed(lua, host, settled)?)?;
        event.raw_set("settled", true)?;
        event.raw_set("has_follow_ups", true)?;
        list.raw_push(event)?;
    }
    Ok(list)
}

/// The invite after a change, with its state. If it can't be read, only its id.
pub(super) fn changed(lua: &Lua, host: &str, changed: &Changed) -> Result<Table> {
    match &changed.invite {
        Some((invite, state)) => with_state(lua, host, invite, *state),
        None => lua.create_table_from([("id", changed.id.short())]),
    }
}

/// Damaged invites as an array of { id, reason }.
pub(super) fn damaged(lua: &Lua, damaged: &[Damaged]) -> Result<Value> {
    json(lua, &damaged.iter().map(|row| json!({ "id": row.short(), "reason": row.reason })).collect())
}

/// Sets a field of a new table, which costs nothing if there is no value.
fn set(table: &Table, key: &str, value: Option<impl IntoLua>) -> Result<()> {
    value.map_or(Ok(()), |value| table.raw_set(key, value))
}

/// The fields of a validated invite. `username` is the bound name, or the inviter whose contact the holder becomes.
pub(super) fn validated(lua: &Lua, host: &str, invite: &Invite, purpose: &Purpose) -> Result<Table> {
    let table = lua.create_table_with_capacity(0, 12)?;
    table.raw_set("type", kind(&invite.kind))?;
    table.raw_set("kind", invite.kind.name().to_string())?;
    table.raw_set("id", invite.id.short())?;
    set(&table, "token", invite.token.as_ref().map(Token::secret))?;
    set(&table, "uri", invite.token.as_ref().map(|token| uri::link(host, &invite.kind, token)))?;
    set(&table, "username", invite.kind.address_user().map(Username::as_str))?;
    set(&table, "creator", invite.creator.as_ref().map(Username::as_str))?;
    table.raw_set("authority", invite.authority.to_string())?;
    if *purpose == Purpose::Register {
        set(&table, "inviter", invite.kind.inviter().map(Username::as_str))?;
    }
    table.raw_set("additional_data", data(lua, invite)?)?;
    set(&table, "note", note(invite))?;
    table.raw_set("reusable", invite.limit != Limit::ONCE)?;
    Ok(table)
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Account { .. } | Kind::Reset { .. } => "register",
        Kind::Contact { .. } | Kind::ContactAccount { .. } => "roster",
    }
}

/// `additional_data` with a note and a message that can be shown. Rows of older versions may have anything there.
fn data(lua: &Lua, invite: &Invite) -> Result<Value> {
    let value = invite.data.as_ref().map_or(Ok(Value::Nil), |data| json(lua, data))?;
    if let (Some(note), Value::Table(table)) = (CreateRequest::note(invite.data.as_ref()), &value) {
        table.raw_set("note", text::sound(note).as_ref())?;
    }
    if let (Some(message), Value::Table(table)) = (message::of(invite.data.as_ref()), &value) {
        table.raw_set("message", message)?;
    }
    Ok(value)
}

/// The note in one line, or nil.
fn note(invite: &Invite) -> Option<String> {
    let note = CreateRequest::note(invite.data.as_ref()).filter(|note| !note.is_empty())?;
    Some(text::clean(note.as_bytes(), CreateRequest::LONGEST_NOTE))
}

/// The fields of a form.
pub(super) fn fields(lua: &Lua, fields: HashMap<Vec<u8>, Vec<u8>>) -> Result<Table> {
    let table = lua.create_table_with_capacity(0, fields.len())?;
    for (name, value) in fields {
        table.raw_set(lua.create_string(name)?, lua.create_string(value)?)?;
    }
    Ok(table)
}

/// Adds a function to a table.
pub(super) fn add<A, R, F>(lua: &Lua, table: &Table, name: &str, function: F) -> Result<()>
where
    A: FromLuaMulti,
    R: IntoLuaMulti,
    F: Fn(&Lua, A) -> Result<R> + 'static,
{
    table.raw_set(name, lua.create_function(function)?)
}

/// A value as serde writes it.
pub(super) fn serialized(lua: &Lua, value: &impl Serialize) -> Result<Value> {
    json(lua, &serde_json::to_value(value).map_err(Error::external)?)
}

/// JSON's null becomes nil. We never write one, and a null object would be true in Lua.
pub(super) fn json(lua: &Lua, value: &Json) -> Result<Value> {
    Ok(match value {
        Json::Null => Value::Nil,
        Json::Bool(truth) => Value::Boolean(*truth),
        Json::Number(number) => match number.as_i64().and_then(|whole| whole.try_into().ok()) {
            Some(whole) => Value::Integer(whole),
            None => number.as_f64().map_or(Value::Nil, Value::Number),
        },
        Json::String(text) => Value::String(lua.create_string(text)?),
        Json::Array(items) => {
            let table = lua.create_table_with_capacity(items.len(), 0)?;
            items.iter().try_for_each(|item| table.raw_push(json(lua, item)?))?;
            Value::Table(table)
        }
        Json::Object(fields) => {
            let table = lua.create_table_with_capacity(0, fields.len())?;
            fields.iter().try_for_each(|(name, field)| table.raw_set(name.as_str(), json(lua, field)?))?;
            Value::Table(table)
        }
    })
}
