//! Reading rows. A row that we would not have written is a result of its own, so one of them spoils no list.

use serde_json::Value;

use super::names::{Claim, Holder};
use super::{Cell, Row};
use crate::ids::{PresentationId, ProcessId};
use crate::invite::of_word;
use crate::{Authority, Cursor, Damaged, Error, Invite, InviteId, Kind, Limit, Refusal, State, Token, UnixTime, Username};

/// The columns of an invite. `data` is read up to a number of bytes, 128 KiB by default, because nobody else is served meanwhile. Instead of longer
/// data, the column has its number of bytes, which is neither an object nor a list. We never write more than 128 KiB.
macro_rules! invite_columns {
    () => {
        invite_columns!(131072)
    };
    ($longest:literal) => {
        concat!(
            "id, token, kind, inviter, username, creator, user_authority, max_uses, uses, created_at, expires_at, revoked_at, landing_page, ",
            "CASE WHEN data IS NULL THEN NULL WHEN octet_length(data) > ",
            $longest,
            " THEN CAST(octet_length(data) AS TEXT) ELSE data END, credentials"
        )
    };
}

pub(super) use invite_columns;

/// The number of bytes up to which `data` is read.
pub(super) const LONGEST: i64 = 131_072;

/// The most values in `data`. Each becomes a Lua value, which takes far longer than reading its bytes.
const MOST_VALUES: usize = 4096;

/// Reads a row of these columns.
pub(super) fn invite(row: Row) -> Result<Invite, Damaged> {
    let id = id_at(&row, 0);
    whole_invite(row).map_err(|reason| Damaged { id, reason })
}

fn whole_invite(mut row: Row) -> Result<Invite, String> {
    let id = InviteId(at("id", row.bytes())?);
    let token = at("token", row.maybe_text().and_then(|text| Ok(text.map(Token::try_from).transpose()?)))?;
    let kind = of_word(&at("kind", row.text())?);
    let (inviter, username, creator) = (at("inviter", row.name())?, at("username", row.name())?, at("creator", row.name())?);
    let kind = kind.and_then(|kind| Kind::from_parts(kind, username, inviter)).ok_or("kind: there is none of this name and these users")?;
    let authority = match at("user_authority", row.int())? {
        0 => Authority::Server,
        1 => Authority::User,
        _ => return Err("user_authority: neither 0 nor 1".into()),
    };
    let limit = at("max_uses", row.maybe_int().and_then(|uses| Ok(Limit::from_max_uses(uses)?)))?;
    let uses = at("uses", row.int())?;
    if uses < 0 {
        return Err("uses: less than none".into());
    }
    let (created, expires) = (at("created_at", row.time())?, at("expires_at", row.time())?);
    let revoked = at("revoked_at", row.maybe_time())?;
    let landing_page = at("landing_page", row.maybe_text())?;
    let data = at("data", row.maybe_text())?.map(|text| json(&text)).transpose()?;
    let credentials = at("credentials", row.maybe_text())?;
    Ok(Invite { id, token, kind, creator, authority, limit, uses, created, expires, revoked, landing_page, data, credentials })
}

/// Reads `additional_data`, which is an object or a list.
fn json(text: &str) -> Result<Value, String> {
    if unread(text).is_some_and(|bytes| bytes > LONGEST) {
        return Err("data: more than 128 KiB".into());
    }
    match serde_json::from_str(text) {
        Ok(data @ (Value::Object(_) | Value::Array(_))) if values(&data) <= MOST_VALUES => Ok(data),
        Ok(Value::Object(_) | Value::Array(_)) => Err(format!("data: more than {MOST_VALUES} values")),
        Ok(_) => Err("data: neither an object nor a list".into()),
        Err(error) => Err(format!("data: not JSON ({error})")),
    }
}

/// The number of bytes in place of data that was not read.
fn unread(text: &str) -> Option<i64> {
    text.parse::<u32>().ok().map(i64::from)
}

/// The number of bytes of a row's `data`, and whether the row has it.
pub(super) fn data_size(row: &Row) -> (i64, bool) {
    match row.0.as_slice().get(13) {
        Some(Cell::Text(text)) => unread(text).map_or_else(|| (i64::try_from(text.len()).unwrap_or(i64::MAX), true), |bytes| (bytes, false)),
        _ => (0, true),
    }
}

/// The number of values in a JSON value, itself included.
fn values(data: &Value) -> usize {
    1 + match data {
        Value::Object(fields) => fields.values().map(values).sum(),
        Value::Array(items) => items.iter().map(values).sum(),
        _ => 0,
    }
}

/// The cursor behind a row of these columns; `None` if its place can't be expressed.
pub(super) fn place(row: &Row) -> Option<Cursor> {
    let id = id_at(row, 0)?;
    if let Some(Cell::Int(created)) = row.0.as_slice().get(9) { Some(Cursor { created: *created, id }) } else { None }
}

/// The id in a column that was not taken yet.
fn id_at(row: &Row, column: usize) -> Option<InviteId> {
    if let Some(Cell::Blob(id)) = row.0.as_slice().get(column) { id.as_slice().try_into().ok().map(InviteId) } else { None }
}

/// What a change of an invite needs to know, whatever else is in its row.
pub(crate) struct Located {
    pub(crate) id: InviteId,
    pub(crate) creator: Option<Username>,
    pub(crate) authority: Authority,
    pub(crate) created: UnixTime,
}

/// Reads a row of `id, creator, user_authority, created_at`.
pub(super) fn located(mut row: Row) -> Result<Located, Error> {
    let id = InviteId(row.bytes()?);
    let creator = row.name().ok().flatten();
    let authority = if row.int() == Ok(1) { Authority::User } else { Authority::Server };
    let created = row.time().unwrap_or_default();
    Ok(Located { id, creator, authority, created })
}

/// Reads a row of `max_uses, uses, expires_at, revoked_at`: the state, claims aside.
pub(super) fn state(mut row: Row, now: UnixTime) -> Result<State, String> {
    let limit = at("max_uses", row.maybe_int().and_then(|uses| Ok(Limit::from_max_uses(uses)?)))?;
    let (uses, expires, revoked) = (at("uses", row.int())?, at("expires_at", row.time())?, at("revoked_at", row.maybe_time())?);
    Ok(State::of(limit, uses, revoked.is_some(), 0, expires, now))
}

/// Reads a row of `presentation, username, invite, kind, lease, process`.
pub(super) fn claim(row: Row) -> Result<Claim, Damaged> {
    let id = id_at(&row, 2);
    whole_claim(row).map_err(|reason| Damaged { id, reason: format!("a claim on it: {reason}") })
}

fn whole_claim(mut row: Row) -> Result<Claim, String> {
    Ok(Claim {
        presentation: PresentationId(at("presentation", row.bytes())?),
        username: at("username", row.text().and_then(|name| Ok(Username::try_from(name)?)))?,
        invite: InviteId(at("invite", row.bytes())?),
        is_reset: at("kind", row.text())? == "reset",
        lease: at("lease", row.time())?,
        process: ProcessId(at("process", row.bytes())?),
    })
}

/// Reads a row of `invite, until, presentation, kind, lease, process` about a name.
pub(super) fn holder(row: Row, username: &Username) -> Result<Holder, Damaged> {
    let id = id_at(&row, 0);
    whole_holder(row, username).map_err(|reason| Damaged { id, reason: format!("what it reserves for {}: {reason}", username.as_str()) })
}

fn whole_holder(mut row: Row, username: &Username) -> Result<Holder, String> {
    let (invite, until) = (InviteId(at("invite", row.bytes())?), at("expires_at", row.time())?);
    let claim = match at("presentation", row.maybe_bytes())? {
        None => None,
        Some(presentation) => Some(Claim {
            presentation: PresentationId(presentation),
            username: username.clone(),
            invite,
            is_reset: at("kind", row.text())? == "reset",
            lease: at("lease", row.time())?,
            process: ProcessId(at("process", row.bytes())?),
        }),
    };
    Ok(Holder { invite, until, claim })
}

/// An error with the column that it is about.
fn at<T>(column: &str, value: Result<T, impl std::fmt::Display>) -> Result<T, String> {
    value.map_err(|refusal| format!("{column}: {refusal}"))
}

impl Row {
    /// The next column: a prepared username or NULL.
    pub(super) fn name(&mut self) -> Result<Option<Username>, Error> {
        Ok(self.maybe_text()?.map(Username::try_from).transpose()?)
    }
}

impl From<Damaged> for Error {
    fn from(damaged: Damaged) -> Self {
        Self::Refused(Refusal::InviteDamaged(damaged))
    }
}
