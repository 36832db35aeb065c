//! Methods that list and change invites.

use mlua::{AnyUserData, Table, UserDataMethods, Value};

use super::super::command::{Form, show};
use super::super::respond::{Answer, give};
use super::super::{arguments, results};
use super::{Call, LedgerHandle, Sums};
use crate::{Counts, Cursor, Member, Query, Refusal, UnixTime};

pub(super) fn methods<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (token or short id, now, form or nil) → invite with state and used_by: array of { username, at }; and in that form
    methods.add_method_mut("info", |lua, LedgerHandle(ledger), (reference, now, form): (Value, Value, Form)| -> Call {
        give(lua, || {
            let (invite, state) = ledger.info(&arguments::token(&reference)?, arguments::time(&now)?)?;
            let uses = ledger.uses(invite.id)?;
            let table = results::with_state(lua, ledger.host(), &invite, state)?;
            table.raw_set("used_by", results::uses(lua, &uses)?)?;
            show(&table, &form, ledger.host(), &invite, state, Some(&uses))?;
            Ok(table)
        })
    });
    // ({ which = "pending", "usable", "used" or "all"; creator or nil; newest = true or nil; form or nil }, cursor of the page before or nil,
    // how many to look at, now) → array of invites with state, cursor, array of { id, reason } of those that can't be read
    methods.add_method_mut("list", |lua, LedgerHandle(ledger), (list, after, look, now): (Table, Value, u16, Value)| -> Call {
        give(lua, || {
            let creator = arguments::maybe_username(&list.raw_get("creator")?)?;
            let newest_first = list.raw_get::<Value>("newest")?.as_boolean() == Some(true);
            let form: Form = list.raw_get("form")?;
            let list = Query { which: arguments::which(&list.raw_get("which")?)?, creator: creator.as_ref(), newest_first };
            let page = ledger.list(list, cursor(&after)?.as_ref(), look, arguments::time(&now)?)?;
            let invites = lua.create_table_with_capacity(page.invites.len(), 0)?;
            for (invite, state) in &page.invites {
                let table = results::with_state(lua, ledger.host(), invite, *state)?;
                show(&table, &form, ledger.host(), invite, *state, None)?;
                invites.raw_push(table)?;
            }
            Ok((invites, page.next.map(Cursor::to_text), results::damaged(lua, &page.damaged)?))
        })
    });
    // (sums of the pages before or nil, cursor of the page before or nil, most rows to read, now) → sums, cursor, array of damaged ones
    methods.add_method_mut("count", |lua, LedgerHandle(ledger), (sums, after, look, now): (Option<AnyUserData>, Value, u16, Value)| -> Call {
        give(lua, || {
            let counted = ledger.count(cursor(&after)?.as_ref(), look, arguments::time(&now)?)?;
            let sums = sums.map_or_else(|| lua.create_userdata(Sums(Counts::new())), Ok)?;
            for (what, count) in counted.counts {
                *sums.borrow_mut::<Sums>()?.0.entry(what).or_default() += count;
            }
            Ok((sums, counted.next.map(Cursor::to_text), results::damaged(lua, &counted.damaged)?))
        })
    });
    // (token or short id, creator or nil, now) → the invite after the change
    methods.add_method_mut("revoke", |lua, LedgerHandle(ledger), (reference, creator, now): (Value, Value, Value)| -> Call {
        give(lua, || {
            let creator = arguments::maybe_username(&creator)?;
            let changed = ledger.revoke(&arguments::token(&reference)?, creator.as_ref(), arguments::time(&now)?)?;
            Ok(results::changed(lua, ledger.host(), &changed)?)
        })
    });
    // (creator, cursor of the page before or nil, now) → number of revoked invites, cursor
    methods.add_method_mut("revoke_page", |lua, LedgerHandle(ledger), (creator, after, now): (Value, Value, Value)| -> Call {
        give(lua, || {
            let (count, next) = ledger.revoke_page(&arguments::username(&creator)?, cursor(&after)?.as_ref(), arguments::time(&now)?)?;
            Ok((count, next.map(Cursor::to_text)))
        })
    });
    // (token or short id, creator or nil, seconds from now, now) → when it expires, the invite after the change
    methods.add_method_mut("extend", |lua, LedgerHandle(ledger), (reference, creator, ttl, now): (Value, Value, Value, Value)| -> Call {
        give(lua, || {
            let creator = arguments::maybe_username(&creator)?;
            let ttl = arguments::seconds(&ttl)?.ok_or(Refusal::TtlInvalid)?;
            let (expires, changed) = ledger.extend(&arguments::token(&reference)?, creator.as_ref(), ttl, arguments::time(&now)?)?;
            let invite = results::changed(lua, ledger.host(), &changed)?;
            // Damaged ones have it, too.
            invite.raw_set("valid_until", expires.unless_never().map(UnixTime::seconds))?;
            Ok((expires.seconds(), invite))
        })
    });
    // (token or short id, creator or nil, note or nil, now) → the invite after the change
    methods.add_method_mut("label", |lua, LedgerHandle(ledger), (reference, creator, note, now): (Value, Value, Value, Value)| -> Call {
        give(lua, || {
            let (creator, note) = (arguments::maybe_username(&creator)?, arguments::maybe_text(&note)?);
            let changed = ledger.label(&arguments::token(&reference)?, creator.as_ref(), note.as_deref(), arguments::time(&now)?)?;
            Ok(results::changed(lua, ledger.host(), &changed)?)
        })
    });
    // (username) → array of { username, inviter, joined, left, id, member }: the accounts of this name, the oldest first
    methods.add_method_mut("members", |lua, LedgerHandle(ledger), user: Value| -> Call {
        give(lua, || Ok(results::members(lua, ledger.members(&arguments::username(&user)?)?)?))
    });
    // (member of such a table; the last one of the page before, or nil) → array of the same: the accounts that it invited
    methods.add_method_mut("invitees", |lua, LedgerHandle(ledger), (member, after): (AnyUserData, Option<AnyUserData>)| -> Call {
        give(lua, || {
            let after = after.map(|after| after.borrow::<Member>().map(|after| after.clone())).transpose()?;
            let page = ledger.invitees(&*member.borrow::<Member>()?, after.as_ref())?;
            Ok(results::members(lua, page)?)
        })
    });
}

/// The cursor of the page before. It may have been in other hands.
fn cursor(after: &Value) -> Answer<Option<Cursor>> {
    let text = match after {
        Value::Nil => return Ok(None),
        Value::String(text) => text.as_bytes(),
        _ => return Err(Refusal::DataInvalid("not a cursor".into()).into()),
    };
    Cursor::from_text(&text).map(Some).ok_or_else(|| Refusal::DataInvalid("not a cursor".into()).into())
}
