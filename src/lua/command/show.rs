//! Invites in the form that a command wants.

use mlua::{Error, Result, String as LuaString, Table};

use super::super::results;
use crate::command::text;
use crate::record::{CountRecord, CreatedRecord, InviteRecord};
use crate::{Invite, KindName, State, UnixTime};

/// How an invite is wanted besides as a table: as "json", or as a text of this form.
pub(in crate::lua) type Form = Option<LuaString>;

/// Writes an invite in the form that is wanted: JSON as `json`, "details" as `lines`, "row", "state-row", "description" and "csv" as `text`.
pub(in crate::lua) fn show(
    table: &Table,
    form: &Form,
    host: &str,
    invite: &Invite,
    state: State,
    uses: Option<&[(Option<String>, UnixTime)]>,
) -> Result<()> {
    let Some(form) = form else { return Ok(()) };
    let form = form.to_str()?;
    let line = match &*form {
        "json" => {
            let record = InviteRecord::of(host, invite, state);
            return results::set_json(table, &if let Some(uses) = uses { record.with_uses(uses) } else { record });
        }
        "details" => return table.raw_set("lines", text::details(host, invite, state, uses.unwrap_or_default())),
        "row" => text::row(host, invite, None),
        "state-row" => text::row(host, invite, Some(state)),
        "description" => text::describe(host, invite),
        other => return Err(Error::runtime(format!("there is no form {other}"))),
    };
    table.raw_set("text", line)
}

/// The same for an invite that was just made: as the HTTP API answers with it, or as "csv".
pub(in crate::lua) fn show_created(table: &Table, form: &Form, host: &str, invite: &Invite) -> Result<()> {
    match form.as_ref().map(LuaString::to_str).transpose()?.as_deref() {
        Some("json") => results::set_json(table, &CreatedRecord::of(host, invite)),
        Some("csv") => table.raw_set("text", text::csv::line(host, invite)),
        _ => Ok(()),
    }
}

/// The same for a number of invites: as "json" or "count".
pub(in crate::lua) fn show_count(table: &Table, form: &Form, kind: KindName, state: State, count: u64) -> Result<()> {
    match form.as_ref().map(LuaString::to_str).transpose()?.as_deref() {
        Some("json") => results::set_json(table, &CountRecord { kind, state, count }),
        Some("count") => table.raw_set("text", text::count_row(&kind.to_string(), &state.to_string(), &count.to_string())),
        _ => Ok(()),
    }
}
