//! Methods that list and change invites, and walk the tree.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use mlua::{AnyUserData, Error, Lua, Table, UserData, UserDataMethods, Value};
use serde_json::json;

use super::{LedgerHandle, Moment, cursor, job, verb};
use crate::command::text;
use crate::lua::command::{Form, show};
use crate::lua::respond::Refused;
use crate::lua::{arguments, results};
use crate::record::{Line, MemberRecord};
use crate::{Changed, Counted, Counts, Cursor, Invite, Ledger, Member, Page, Query, ReachedLimits, Refusal, State, UnixTime, Username, Walk};

/// The most rows that one call may read.
const MOST_ROWS: i64 = 500;

/// Counts of invites, summed over pages.
struct Sums(Counts);

impl UserData for Sums {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // ("json", "count" or nil) → array of { kind, state, count } in the order of these words, and json or text
        methods.add_method("rows", |lua, Sums(counts), form: Form| results::counts(lua, counts, &form));
    }
}

impl UserData for Member {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // (number of levels below the account at the top) → JSON
        methods.add_method("json", |_, member, depth: u32| MemberRecord::of(member, depth).line().map_err(Error::external));
        // (the same) → text in one line
        methods.add_method("line", |_, member, depth: usize| Ok(text::member(member, depth)));
    }
}

/// A walk through the tree. Opaque in Lua; dropping it has no effect.
#[derive(Clone)]
struct Walking(Arc<Mutex<Walk>>);

impl UserData for Walking {}

impl Walking {
    fn walk(&self) -> MutexGuard<'_, Walk> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The user on whose behalf something is done, if any. The ledger identifies the account of that name first.
fn identify(ledger: &mut Ledger, creator: Option<&Username>, at: &Moment) -> Result<(), Refused> {
    creator.map_or(Ok(()), |creator| ledger.identify(creator, &at.accounts, at.now)).map_err(Refused::from)
}

/// The event of a change: { id, invite (nil if it is damaged), by }.
pub(super) fn event(lua: &Lua, handle: &LedgerHandle, changed: &Changed, by: Option<&Username>) -> mlua::Result<Table> {
    let event = lua.create_table()?;
    event.raw_set("id", changed.id.short())?;
    event.raw_set("invite", changed.invite.is_some().then(|| results::changed(lua, handle.host(), changed)).transpose()?)?;
    event.raw_set("by", by.map(Username::as_str))?;
    Ok(event)
}

/// With `creator`, a prepared username, a method sees only that user's invites.
pub(super) fn add<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (token or short id, creator, form or nil) → invite with state and used_by: array of { username, at }; and in that form
    verb(methods, "info", |_, _, (reference, creator, form): (Value, Value, Form)| {
        let (reference, creator) = (arguments::token(&reference)?, arguments::maybe_username(&creator)?);
        Ok(job(
            move |ledger, at| {
                identify(ledger, creator.as_ref(), at)?;
                let (invite, state) = ledger.info(&reference, at.now)?;
                if creator.is_some() && invite.creator != creator {
                    return Err(Refusal::TokenInvalid.into());
                }
                let uses = ledger.uses(invite.id)?;
                Ok((invite, state, uses))
            },
            move |lua, handle, (invite, state, uses): (Invite, State, Vec<_>)| {
                let table = results::with_state(lua, handle.host(), &invite, state)?;
                table.raw_set("used_by", results::uses(lua, &uses)?)?;
                show(&table, &form, handle.host(), &invite, state, Some(&uses))?;
                Ok(table)
            },
        ))
    });
    changing(methods);
    // (creator, id of a sheet to revoke its cards alone or nil, cursor of the page before or nil) → number of revoked invites, cursor
    verb(methods, "revoke_page", |_, _, (creator, sheet, after): (Value, Value, Value)| {
        let (creator, sheet, after) = (arguments::username(&creator)?, arguments::maybe_text(&sheet)?, cursor(&after)?);
        Ok(job(
            move |ledger, at| Ok(ledger.revoke_page(&creator, sheet.as_deref(), after.as_ref(), at.now)?),
            |_, _, (count, next): (usize, Option<Cursor>)| Ok((count, next.map(Cursor::to_text))),
        ))
    });
    // (creator) → number of account invites that this user may still make now, or nil: any number
    verb(methods, "room", |_, _, creator: Value| {
        let creator = arguments::username(&creator)?;
        Ok(job(
            move |ledger, at| {
                identify(ledger, Some(&creator), at)?;
                Ok(ledger.room(&creator, at.now)?)
            },
            |_, _, room: Option<i64>| Ok(room),
        ))
    });
    listing(methods);
    walking(methods);
}

fn changing<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (token or short id, creator) → event
    verb(methods, "revoke", |_, _, (reference, creator): (Value, Value)| {
        let (reference, creator) = (arguments::token(&reference)?, arguments::maybe_username(&creator)?);
        let by = creator.clone();
        Ok(job(
            move |ledger, at| {
                identify(ledger, creator.as_ref(), at)?;
                Ok(ledger.revoke(&reference, creator.as_ref(), at.now)?)
            },
            move |lua, handle, changed: Changed| Ok(event(lua, handle, &changed, by.as_ref())?),
        ))
    });
    // (token or short id, creator, seconds from now) → event, when it expires, the invite as it is now
    verb(methods, "extend", |_, _, (reference, creator, ttl): (Value, Value, Value)| {
        let (reference, creator) = (arguments::token(&reference)?, arguments::maybe_username(&creator)?);
        let ttl = arguments::seconds(&ttl)?.ok_or(Refusal::TtlInvalid)?;
        let by = creator.clone();
        Ok(job(
            move |ledger, at| {
                identify(ledger, creator.as_ref(), at)?;
                Ok(ledger.extend(&reference, creator.as_ref(), ttl, at.now)?)
            },
            move |lua, handle, (expires, changed): (UnixTime, Changed)| {
                let event = event(lua, handle, &changed, by.as_ref())?;
                event.raw_set("expires", expires.seconds())?;
                let invite = event.raw_get::<Option<Table>>("invite")?.map_or_else(|| results::changed(lua, handle.host(), &changed), Ok)?;
                // Damaged ones have it, too.
                invite.raw_set("valid_until", expires.unless_never().map(UnixTime::seconds))?;
                Ok((event, expires.seconds(), invite))
            },
        ))
    });
    // (token or short id, creator, note; "" or nil takes it away) → event
    verb(methods, "label", |_, _, (reference, creator, note): (Value, Value, Value)| {
        let (reference, creator) = (arguments::token(&reference)?, arguments::maybe_username(&creator)?);
        let note = arguments::maybe_text(&note)?.filter(|note| !note.is_empty());
        let (by, new_note) = (creator.clone(), note.clone());
        Ok(job(
            move |ledger, at| {
                identify(ledger, creator.as_ref(), at)?;
                Ok(ledger.label(&reference, creator.as_ref(), note.as_deref(), at.now)?)
            },
            move |lua, handle, changed: Changed| {
                let event = event(lua, handle, &changed, by.as_ref())?;
                event.raw_set("note", new_note)?;
                Ok(event)
            },
        ))
    });
}

type List = (Value, Value, Value, Value, Value, Form);

fn listing<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // ("pending", "usable", "used" or "all"; creator; cursor of the page before or nil; how many rows to look at or nil; the newest first? form or
    // nil) → array of invites with state, cursor, array of { id, reason } of those that can't be read
    verb(methods, "list", |_, _, (which, creator, after, look, newest, form): List| {
        let look = if look.is_nil() { Some(i64::from(Ledger::PAGE)) } else { arguments::whole(&look).filter(|look| (1..=MOST_ROWS).contains(look)) };
        let look =
            look.and_then(|look| u16::try_from(look).ok()).ok_or_else(|| Refusal::DataInvalid(format!("not a number from 1 to {MOST_ROWS}")))?;
        let (which, after, creator) = (arguments::which(&which)?, cursor(&after)?, arguments::maybe_username(&creator)?);
        let newest_first = newest.as_boolean() == Some(true);
        Ok(job(
            move |ledger, at| {
                // The account is identified with the first page.
                identify(ledger, creator.as_ref().filter(|_| after.is_none()), at)?;
                Ok(ledger.list(Query { which, creator: creator.as_ref(), newest_first }, after.as_ref(), look, at.now)?)
            },
            move |lua, handle, page: Page| {
                let invites = lua.create_table_with_capacity(page.invites.len(), 0)?;
                for (invite, state) in &page.invites {
                    let table = results::with_state(lua, handle.host(), invite, *state)?;
                    show(&table, &form, handle.host(), invite, *state, None)?;
                    invites.raw_push(table)?;
                }
                Ok((invites, page.next.map(Cursor::to_text), results::damaged(lua, &page.damaged)?))
            },
        ))
    });
    // (sums of the pages before or nil, cursor of the page before or nil) → sums, cursor, damaged rows as with list
    verb(methods, "count", |_, _, (sums, after): (Option<AnyUserData>, Value)| {
        let after = cursor(&after)?;
        Ok(job(
            move |ledger, at| Ok(ledger.count(after.as_ref(), Ledger::PAGE, at.now)?),
            move |lua, _, counted: Counted| {
                let sums = sums.map_or_else(|| lua.create_userdata(Sums(Counts::new())), Ok)?;
                for (what, count) in counted.counts {
                    *sums.borrow_mut::<Sums>()?.0.entry(what).or_default() += count;
                }
                Ok((sums, counted.next.map(Cursor::to_text), results::damaged(lua, &counted.damaged)?))
            },
        ))
    });
}

fn walking<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (username) → walk
    verb(methods, "walk", |_, _, user: Value| {
        let username = arguments::username(&user)?;
        Ok(job(
            move |ledger, at| {
                identify(ledger, Some(&username), at)?;
                Ok(ledger.walk(&username)?)
            },
            |lua, _, walk: Walk| Ok(lua.create_userdata(Walking(Arc::new(Mutex::new(walk))))?),
        ))
    });
    // (walk) → array of { depth, username, inviter, joined, left, member }, may be empty; is there more?
    verb(methods, "walk_on", |_, _, walk: AnyUserData| {
        let walking = walk.borrow::<Walking>()?.clone();
        Ok(job(
            move |ledger, _| {
                let mut walk = walking.walk();
                let piece = ledger.walk_on(&mut walk)?;
                Ok((piece, !walk.is_over()))
            },
            |lua, _, (piece, is_more): (Vec<(u32, Member)>, bool)| Ok((results::members(lua, piece)?, is_more)),
        ))
    });
    // () → { full = array of usernames, deep = array of { username, at } }: the chains that are at a limit
    verb(methods, "reached_limits", |_, _, ()| {
        Ok(job(
            |ledger, at| Ok(ledger.reached_limits(at.now)?),
            |lua, _, reached: ReachedLimits| {
                let deep = reached.deep.iter().map(|(username, at)| json!({ "username": username.as_str(), "at": at.seconds() })).collect::<Vec<_>>();
                let full = reached.full.iter().map(Username::as_str).collect::<Vec<_>>();
                Ok(results::serialized(lua, &json!({ "full": full, "deep": deep }))?)
            },
        ))
    });
    // (account of a walk) → boolean: does its name belong to it, and to no later account?
    verb(methods, "is_present", |_, _, member: AnyUserData| {
        let member = member.borrow::<Member>()?.clone();
        Ok(job(move |ledger, at| Ok(ledger.is_present(&member, &at.accounts, at.now)?), |_, _, is_present: bool| Ok(is_present)))
    });
}
