//! Methods for calls of the HTTP API, which want JSON.

use std::sync::Arc;

use mlua::{AnyUserData, IntoLua, Lua, Table, UserDataMethods, Value};

use super::create::{changed, erase};
use super::manage::event;
use super::{LedgerHandle, cursor, job, verb};
use crate::api::v1::Asked;
use crate::lua::respond::{Answer, Refused};
use crate::lua::v1::CallHandle;
use crate::lua::{arguments, results};
use crate::record::{InviteRecord, Line};
use crate::{Changed, Cursor, Draft, Error, Invite, Made, Page, State};

/// Rows that one call reads at most: some milliseconds.
const LOOK: u16 = 500;

/// The record of an invite. A key sees the tokens of its own invites alone: with others it could do what it may not hand out.
fn record(host: &str, invite: &Invite, state: State, source: &str) -> InviteRecord {
    let record = InviteRecord::of(host, invite, state);
    let is_own = invite.data.as_ref().and_then(|data| data.get("source")).is_some_and(|found| found == source);
    if is_own { record } else { record.without_token() }
}

fn line(record: &InviteRecord) -> Result<String, Error> {
    record.line().map_err(|error| Error::Failed(error.to_string()))
}

/// The answer to a creation: one object, or many.
fn created(host: &str, invites: &[Invite], is_many: bool) -> Result<Vec<u8>, Error> {
    let lines = invites.iter().map(|invite| line(&InviteRecord::of(host, invite, State::Pending))).collect::<Result<Vec<_>, _>>()?.join(",");
    Ok(if is_many { format!("{{\"invites\":[{lines}]}}") } else { lines }.into_bytes())
}

/// The invite after a change, as an answer; its event.
fn told(lua: &Lua, handle: &LedgerHandle, changed: &Changed, source: &str) -> Answer<(String, Table)> {
    let (invite, state) = changed.invite.as_ref().ok_or_else(|| Error::Failed("the invite is damaged".into()))?;
    Ok((line(&record(handle.host(), invite, *state, source))?, event(lua, handle, changed, None)?))
}

pub(super) fn add<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    creating(methods);
    // (call, prepared creator or nil, cursor of the page before or nil, how many at the most) → objects with commas between them, how many, cursor,
    // damaged rows as with list
    verb(methods, "search", |_, _, (call, creator, after, limit): (AnyUserData, Value, Value, usize)| {
        let call = call.borrow::<CallHandle>()?;
        let Asked::Search(search) = call.asked.clone() else { return Err(arguments::misuse("no list is asked for")) };
        let (creator, after, source) = (arguments::maybe_username(&creator)?, cursor(&after)?.or(search.after), call.source());
        Ok(job(
            move |ledger, at| Ok(ledger.search(&search, creator.as_ref(), after.as_ref(), (limit, LOOK), at.now)?),
            move |lua, handle, page: Page| {
                let records = page.invites.iter().map(|(invite, state)| line(&record(handle.host(), invite, *state, &source)));
                let lines = records.collect::<Result<Vec<_>, _>>()?;
                Ok((lines.join(","), lines.len(), page.next.map(Cursor::to_text), results::damaged(lua, &page.damaged)?))
            },
        ))
    });
    // (call) → the invite that its address names
    verb(methods, "record", |_, _, call: AnyUserData| {
        let call = call.borrow::<CallHandle>()?;
        let (reference, source) = (call.subject(), call.source());
        Ok(job(
            move |ledger, at| {
                let (invite, state) = ledger.info(&reference, at.now)?;
                let uses = ledger.uses(invite.id)?;
                Ok((invite, state, uses))
            },
            move |_, handle, (invite, state, uses): (Invite, State, Vec<_>)| {
                Ok(line(&record(handle.host(), &invite, state, &source).with_uses(&uses))?)
            },
        ))
    });
    // (call) → the invite that its address names, changed; array of the names of events; their fields
    verb(methods, "amend", |_, _, call: AnyUserData| {
        let call = call.borrow::<CallHandle>()?;
        let Asked::Change(change) = call.asked.clone() else { return Err(arguments::misuse("no change is asked for")) };
        let (reference, source, wanted) = (call.subject(), call.source(), change.clone());
        Ok(job(
            move |ledger, at| Ok(ledger.amend(&reference, &change, at.now)?),
            move |lua, handle, changed: Changed| {
                let (json, event) = told(lua, handle, &changed, &source)?;
                let of = |is_so: bool, name: &'static str| is_so.then_some(name);
                let names = [
                    of(wanted.ttl.is_some(), "invite-extended"),
                    of(wanted.limit.is_some(), "invite-limited"),
                    of(wanted.note.is_some(), "invite-labelled"),
                ];
                let invite = changed.invite.map(|(invite, _)| invite);
                event.raw_set("expires", invite.as_ref().map(|invite| invite.expires.seconds()))?;
                event.raw_set("limit", invite.and_then(|invite| invite.limit.max_uses()))?;
                event.raw_set("note", wanted.note.flatten())?;
                Ok((json, names.into_iter().flatten().collect::<Vec<_>>(), event))
            },
        ))
    });
    // (call) → the invite that its address names, not revoked; its event
    verb(methods, "restore", |_, _, call: AnyUserData| {
        let call = call.borrow::<CallHandle>()?;
        let (reference, source) = (call.subject(), call.source());
        Ok(job(
            move |ledger, at| Ok(ledger.restore(&reference, &at.accounts, at.now)?),
            move |lua, handle, changed: Changed| told(lua, handle, &changed, &source),
        ))
    });
}

/// What a creation answers: its body, and whether it happened now; or a code.
type Answered = (Option<Vec<u8>>, Option<&'static str>, bool);

fn answered(made: Made) -> Answered {
    match made {
        Made::Now(_, answer) => (Some(answer), None, true),
        Made::Before(answer) => (Some(answer), None, false),
        Made::Other => (None, Some("idempotency-key-reused"), false),
    }
}

fn to_lua(lua: &Lua, (answer, code, is_new): Answered) -> Answer<(Value, Option<&'static str>, bool)> {
    let answer = answer.map_or(Ok(Value::Boolean(false)), |answer| lua.create_string(answer)?.into_lua(lua))?;
    Ok((answer, code, is_new))
}

fn creating<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (call) → what was answered to it before; or false, nil: it has not happened; or false, code
    verb(methods, "made_before", |_, _, call: AnyUserData| {
        let once = call.borrow::<CallHandle>()?.once.clone();
        Ok(job(
            move |ledger, at| Ok(once.as_ref().map_or(Ok(None), |once| ledger.made_before(once, at.now))?),
            |lua, _, made: Option<Made>| to_lua(lua, made.map_or((None, None, false), answered)),
        ))
    });
    // (array of drafts, array of the invites as other modules left them, call) → its answer, nil, did it happen now: then the tables show what was
    // stored; or false, code
    verb(methods, "create_for", |_, handle, (drafts, invites, call): (Table, Table, AnyUserData)| {
        let (drafts, tables) = changed(&drafts, &invites)?;
        let call = call.borrow::<CallHandle>()?;
        let (once, is_many, host) = (call.once.clone(), call.is_many(), handle.host().to_owned());
        let drafts: Arc<[Draft]> = drafts.into();
        let undone = drafts.clone();
        // Under an idempotency key, the caller asks again, and gets the answer.
        let stays = once.is_some();
        let made = job(
            move |ledger, at| -> Result<Made, Refused> {
                let answer = |invites: &[Invite]| created(&host, invites, is_many);
                let Some(once) = &once else {
                    let invites = ledger.create_all(&drafts, at.now)?;
                    let answer = answer(&invites)?;
                    return Ok(Made::Now(invites, answer));
                };
                Ok(ledger.create_once(&drafts, once, answer, at.now)?)
            },
            move |lua, handle, made: Made| {
                if let Made::Now(invites, _) = &made {
                    for (invite, table) in invites.iter().zip(&tables) {
                        results::fill(lua, table, handle.host(), invite)?;
                    }
                }
                to_lua(lua, answered(made))
            },
        );
        Ok(if stays { made } else { made.undone_by(move |ledger| erase(ledger, &undone)) })
    });
}
