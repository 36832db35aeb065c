//! Methods that list and change invites, and walk the tree.

use mlua::{AnyUserData, Error, Lua, Table, UserData, UserDataMethods, Value};

use super::{LedgerHandle, Moment, cursor, verb};
use crate::command::text;
use crate::lua::command::{Form, show};
use crate::lua::respond::Answer;
use crate::lua::{arguments, results};
use crate::record::{Line, MemberRecord};
use crate::{Changed, Counts, Cursor, Ledger, Member, Query, Refusal, UnixTime, Username, Walk};

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

/// Opaque in Lua. Dropping it has no effect.
impl UserData for Walk {}

/// The user on whose behalf something is done, if any. The ledger identifies the account of that name first.
fn actor(ledger: &mut Ledger, creator: &Value, at: &Moment) -> Answer<Option<Username>> {
    let creator = arguments::maybe_username(creator)?;
    if let Some(creator) = &creator {
        ledger.identify(creator, &at.accounts, at.now)?;
    }
    Ok(creator)
}

/// The event of a change: { id, invite (nil if it is damaged), by }.
fn event(lua: &Lua, ledger: &Ledger, changed: &Changed, by: Option<&Username>) -> mlua::Result<Table> {
    let event = lua.create_table()?;
    event.raw_set("id", changed.id.short())?;
    event.raw_set("invite", changed.invite.is_some().then(|| results::changed(lua, ledger.host(), changed)).transpose()?)?;
    event.raw_set("by", by.map(Username::as_str))?;
    Ok(event)
}

/// With `creator`, a prepared username, a method sees only that user's invites.
pub(super) fn add<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (token or short id, creator, form or nil) → invite with state and used_by: array of { username, at }; and in that form
    verb(methods, "info", |lua, LedgerHandle { ledger, .. }, at, (reference, creator, form): (Value, Value, Form)| {
        let reference = arguments::token(&reference)?;
        let creator = actor(ledger, &creator, at)?;
        let (invite, state) = ledger.info(&reference, at.now)?;
        if creator.is_some() && invite.creator != creator {
            return Err(Refusal::TokenInvalid.into());
        }
        let uses = ledger.uses(invite.id)?;
        let table = results::with_state(lua, ledger.host(), &invite, state)?;
        table.raw_set("used_by", results::uses(lua, &uses)?)?;
        show(&table, &form, ledger.host(), &invite, state, Some(&uses))?;
        Ok(table)
    });
    // (token or short id, creator) → event
    verb(methods, "revoke", |lua, LedgerHandle { ledger, .. }, at, (reference, creator): (Value, Value)| {
        let reference = arguments::token(&reference)?;
        let creator = actor(ledger, &creator, at)?;
        let changed = ledger.revoke(&reference, creator.as_ref(), at.now)?;
        Ok(event(lua, ledger, &changed, creator.as_ref())?)
    });
    // (token or short id, creator, seconds from now) → event, when it expires, the invite as it is now
    verb(methods, "extend", |lua, LedgerHandle { ledger, .. }, at, (reference, creator, ttl): (Value, Value, Value)| {
        let reference = arguments::token(&reference)?;
        let creator = actor(ledger, &creator, at)?;
        let ttl = arguments::seconds(&ttl)?.ok_or(Refusal::TtlInvalid)?;
        let (expires, changed) = ledger.extend(&reference, creator.as_ref(), ttl, at.now)?;
        let event = event(lua, ledger, &changed, creator.as_ref())?;
        event.raw_set("expires", expires.seconds())?;
        let invite = event.raw_get::<Option<Table>>("invite")?.map_or_else(|| results::changed(lua, ledger.host(), &changed), Ok)?;
        // Damaged ones have it, too.
        invite.raw_set("valid_until", expires.unless_never().map(UnixTime::seconds))?;
        Ok((event, expires.seconds(), invite))
    });
    // (token or short id, creator, note; "" or nil takes it away) → event
    verb(methods, "label", |lua, LedgerHandle { ledger, .. }, at, (reference, creator, note): (Value, Value, Value)| {
        let reference = arguments::token(&reference)?;
        let creator = actor(ledger, &creator, at)?;
        let note = arguments::maybe_text(&note)?.filter(|note| !note.is_empty());
        let changed = ledger.label(&reference, creator.as_ref(), note.as_deref(), at.now)?;
        let event = event(lua, ledger, &changed, creator.as_ref())?;
        event.raw_set("note", note)?;
        Ok(event)
    });
    // (creator, id of a sheet to revoke its cards alone or nil, cursor of the page before or nil) → number of revoked invites, cursor
    verb(methods, "revoke_page", |_, LedgerHandle { ledger, .. }, at, (creator, sheet, after): (Value, Value, Value)| {
        let sheet = arguments::maybe_text(&sheet)?;
        let (count, next) = ledger.revoke_page(&arguments::username(&creator)?, sheet.as_deref(), cursor(&after)?.as_ref(), at.now)?;
        Ok((count, next.map(Cursor::to_text)))
    });
    // (creator) → number of account invites that this user may still make now, or nil: any number
    verb(methods, "room", |_, LedgerHandle { ledger, .. }, at, creator: Value| {
        let creator = actor(ledger, &creator, at)?.ok_or(Refusal::UsernameInvalid)?;
        Ok(ledger.room(&creator, at.now)?)
    });
    listing(methods);
    walking(methods);
}

type List = (Value, Value, Value, Value, Value, Form);

fn listing<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // ("pending", "usable", "used" or "all"; creator; cursor of the page before or nil; how many rows to look at or nil; the newest first? form or
    // nil) → array of invites with state, cursor, array of { id, reason } of those that can't be read
    verb(methods, "list", |lua, LedgerHandle { ledger, .. }, at, (which, creator, after, look, newest, form): List| {
        let look = if look.is_nil() { Some(i64::from(Ledger::PAGE)) } else { arguments::whole(&look).filter(|look| (1..=MOST_ROWS).contains(look)) };
        let look =
            look.and_then(|look| u16::try_from(look).ok()).ok_or_else(|| Refusal::DataInvalid(format!("not a number from 1 to {MOST_ROWS}")))?;
        let (which, after) = (arguments::which(&which)?, cursor(&after)?);
        // The account is identified with the first page.
        let creator = if after.is_none() { actor(ledger, &creator, at)? } else { arguments::maybe_username(&creator)? };
        let query = Query { which, creator: creator.as_ref(), newest_first: newest.as_boolean() == Some(true) };
        let page = ledger.list(query, after.as_ref(), look, at.now)?;
        let invites = lua.create_table_with_capacity(page.invites.len(), 0)?;
        for (invite, state) in &page.invites {
            let table = results::with_state(lua, ledger.host(), invite, *state)?;
            show(&table, &form, ledger.host(), invite, *state, None)?;
            invites.raw_push(table)?;
        }
        Ok((invites, page.next.map(Cursor::to_text), results::damaged(lua, &page.damaged)?))
    });
    // (sums of the pages before or nil, cursor of the page before or nil) → sums, cursor, damaged rows as with list
    verb(methods, "count", |lua, LedgerHandle { ledger, .. }, at, (sums, after): (Option<AnyUserData>, Value)| {
        let counted = ledger.count(cursor(&after)?.as_ref(), Ledger::PAGE, at.now)?;
        let sums = sums.map_or_else(|| lua.create_userdata(Sums(Counts::new())), Ok)?;
        for (what, count) in counted.counts {
            *sums.borrow_mut::<Sums>()?.0.entry(what).or_default() += count;
        }
        Ok((sums, counted.next.map(Cursor::to_text), results::damaged(lua, &counted.damaged)?))
    });
}

fn walking<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (username) → walk
    verb(methods, "walk", |_, LedgerHandle { ledger, .. }, at, user: Value| {
        let username = arguments::username(&user)?;
        ledger.identify(&username, &at.accounts, at.now)?;
        Ok(ledger.walk(&username)?)
    });
    // (walk) → array of { depth, username, inviter, joined, left, member }, may be empty; is there more?
    verb(methods, "walk_on", |lua, LedgerHandle { ledger, .. }, _, walk: AnyUserData| {
        let mut walk = walk.borrow_mut::<Walk>()?;
        let piece = ledger.walk_on(&mut walk)?;
        Ok((results::members(lua, piece)?, !walk.is_over()))
    });
}
