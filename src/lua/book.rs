//! The ledger as an object in Lua: each method reads its arguments, makes one call, and writes the answer.

use mlua::{AnyUserData, IntoLua, Lua, MultiValue, Table, UserData, UserDataMethods, Value};

use super::answer::{Answer, give};
use super::new_file::NewFile;
use super::{reading, writing};
use crate::policy::Purpose;
use crate::{Bookmark, Draft, InviteId, Ledger, Limit, List, Member, Permit, Refusal, Shown, Username};

/// A host's ledger.
pub(super) struct Book(pub(super) Ledger);

impl UserData for Book {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        making(methods);
        using(methods);
        keeping(methods);
        running(methods);
        accounts(methods);
    }
}

/// Opaque in Lua: drop it and nothing happens.
impl UserData for Draft {}
/// Opaque in Lua: drop it and nothing happens.
impl UserData for Permit {}
/// Opaque in Lua: drop it and nothing happens.
impl UserData for Member {}

type Call = mlua::Result<MultiValue>;

fn making<M: UserDataMethods<Book>>(methods: &mut M) {
    // (wish, facts, now) → invite, draft
    methods.add_method_mut("draft", |lua, Book(ledger), (wish, facts, now): (Table, Option<Table>, Value)| -> Call {
        give(lua, || {
            let draft = ledger.draft(reading::wish(&wish)?, &reading::accounts(facts.as_ref())?, reading::time(&now)?)?;
            let table = writing::invite(lua, ledger.host(), &draft.invite())?;
            Ok((table, lua.create_userdata(draft)?))
        })
    });
    // (array of drafts, array of the invites as other modules left them, now) → true
    methods.add_method_mut("create", |lua, Book(ledger), (drafts, invites, now): (Table, Table, Value)| -> Call {
        give(lua, || {
            let mut changed = Vec::new();
            for (draft, invite) in drafts.sequence_values::<AnyUserData>().zip(invites.sequence_values::<Table>()) {
                let mut draft = draft?.borrow::<Draft>()?.clone();
                change(&mut draft, &invite?)?;
                changed.push(draft);
            }
            ledger.create_all(&changed, reading::time(&now)?)?;
            Ok(true)
        })
    });
    // (array of the bundled module's invites, now) → counts, which include those that are no invites at all
    methods.add_method_mut("import", |lua, Book(ledger), (entries, now): (Table, Value)| -> Call {
        give(lua, || {
            let (mut invites, mut odd) = (Vec::new(), 0);
            for entry in entries.sequence_values::<Table>() {
                match entry.map_err(Into::into).and_then(|entry| reading::legacy(&entry)) {
                    Ok(invite) => invites.push(invite),
                    Err(_) => odd += 1,
                }
            }
            let done = ledger.import(&invites, reading::time(&now)?)?;
            let counts = [("imported", done.imported), ("merged", done.merged), ("conflicts", done.conflicts), ("skipped", done.skipped + odd)];
            Ok(lua.create_table_from(counts)?)
        })
    });
}

fn using<M: UserDataMethods<Book>>(methods: &mut M) {
    // (token, username to subscribe to or nil, facts, now) → validated invite, permit
    methods.add_method_mut("check", |lua, Book(ledger), (token, user, facts, now): (Value, Value, Option<Table>, Value)| -> Call {
        give(lua, || {
            let purpose = reading::maybe_username(&user)?.map_or(Purpose::Register, Purpose::Subscribe);
            let checked = ledger.check(&reading::token(&token)?, &purpose, &reading::accounts(facts.as_ref())?, reading::time(&now)?)?;
            let table = writing::validated(lua, ledger.host(), &checked.invite, &purpose)?;
            Ok((table, lua.create_userdata(checked.permit)?))
        })
    });
    // (token) → short id of its invite, for the log, or nil if that is no token
    methods.add_method_mut("short_id", |lua, _, token: Value| -> Call {
        give(lua, || Ok(Shown::read(&reading::token(&token)?)?.id().map(InviteId::short)))
    });
    // (token, facts, now) → invite, and why it can't be used, as a code, or nil
    methods.add_method_mut("view", |lua, Book(ledger), (token, facts, now): (Value, Option<Table>, Value)| -> Call {
        give(lua, || {
            let viewed = ledger.view(&reading::token(&token)?, &reading::accounts(facts.as_ref())?, reading::time(&now)?)?;
            Ok((writing::invite(lua, ledger.host(), &viewed.invite)?, viewed.refusal.map(|refusal| refusal.code())))
        })
    });
    // (permit, username, facts, now) → true, username of whoever becomes a contact of the new account, or nil
    methods.add_method_mut("claim", |lua, Book(ledger), (permit, user, facts, now): (AnyUserData, Value, Option<Table>, Value)| -> Call {
        give(lua, || {
            let user = reading::username(&user)?;
            let inviter = ledger.claim(&*permit.borrow::<Permit>()?, &user, &reading::accounts(facts.as_ref())?, reading::time(&now)?)?;
            Ok((true, inviter.as_ref().map(Username::as_str).map(str::to_owned)))
        })
    });
    // (permit, username or nil, now) → true, whether it was one use too many
    methods.add_method_mut("redeem", |lua, Book(ledger), (permit, user, now): (AnyUserData, Value, Value)| -> Call {
        give(lua, || {
            let user = reading::maybe_username(&user)?;
            let done = ledger.redeem(&*permit.borrow::<Permit>()?, user.as_ref(), reading::time(&now)?)?;
            Ok((true, done.over_limit))
        })
    });
    // (permit) → true
    methods.add_method_mut("release", |lua, Book(ledger), permit: AnyUserData| -> Call {
        give(lua, || {
            ledger.release(&*permit.borrow::<Permit>()?)?;
            Ok(true)
        })
    });
    // (permit, username or nil, facts, now) → true
    methods.add_method_mut("spend", |lua, Book(ledger), (permit, user, facts, now): (AnyUserData, Value, Option<Table>, Value)| -> Call {
        give(lua, || {
            let user = reading::maybe_username(&user)?;
            ledger.spend(&*permit.borrow::<Permit>()?, user.as_ref(), &reading::accounts(facts.as_ref())?, reading::time(&now)?)?;
            Ok(true)
        })
    });
    // (facts, now, permit or nil for all that were left behind) → array of { id, username }: accounts that were there; how many claims were released
    methods.add_method_mut("settle", |lua, Book(ledger), (facts, now, permit): (Option<Table>, Value, Option<AnyUserData>)| -> Call {
        give(lua, || {
            let (accounts, now) = (reading::accounts(facts.as_ref())?, reading::time(&now)?);
            let settled = match permit {
                Some(permit) => ledger.settle(&*permit.borrow::<Permit>()?, &accounts, now)?,
                None => ledger.settle_stale(&accounts, now)?,
            };
            Ok((writing::settled(lua, &settled.redeemed)?, settled.released))
        })
    });
    // (username, facts, now) → true
    methods.add_method_mut("open_name", |lua, Book(ledger), (user, facts, now): (Value, Option<Table>, Value)| -> Call {
        give(lua, || {
            ledger.open_name(&reading::username(&user)?, &reading::accounts(facts.as_ref())?, reading::time(&now)?)?;
            Ok(true)
        })
    });
}

fn keeping<M: UserDataMethods<Book>>(methods: &mut M) {
    // (token or short id, now) → invite with state and used_by: array of { username, at }
    methods.add_method_mut("info", |lua, Book(ledger), (reference, now): (Value, Value)| -> Call {
        give(lua, || {
            let (invite, state) = ledger.info(&reading::token(&reference)?, reading::time(&now)?)?;
            let table = writing::with_state(lua, ledger.host(), &invite, state)?;
            table.raw_set("used_by", writing::uses(lua, &ledger.uses(invite.id)?)?)?;
            Ok(table)
        })
    });
    // ({ which = "pending", "usable", "used" or "all"; maker or nil; newest = true or nil }, cursor of the page before or nil, how many to look at, now)
    // → array of invites with state, cursor, array of { id, reason } of those that can't be read
    methods.add_method_mut("list", |lua, Book(ledger), (list, after, look, now): (Table, Value, u16, Value)| -> Call {
        give(lua, || {
            let maker = reading::maybe_username(&list.raw_get("maker")?)?;
            let newest_first = list.raw_get::<Value>("newest")?.as_boolean() == Some(true);
            let list = List { which: reading::which(&list.raw_get("which")?)?, maker: maker.as_ref(), newest_first };
            let page = ledger.list(list, cursor(&after)?.as_ref(), look, reading::time(&now)?)?;
            let invites = lua.create_table_with_capacity(page.invites.len(), 0)?;
            for (invite, state) in &page.invites {
                invites.raw_push(writing::with_state(lua, ledger.host(), invite, *state)?)?;
            }
            Ok((invites, writing::cursor(lua, page.next)?, writing::damaged(lua, &page.damaged)?))
        })
    });
    // (cursor of the page before or nil, how many to look at, now) → array of { kind, state, count } for a page, cursor, as with list
    methods.add_method_mut("count", |lua, Book(ledger), (after, look, now): (Value, u16, Value)| -> Call {
        give(lua, || {
            let counted = ledger.count(cursor(&after)?.as_ref(), look, reading::time(&now)?)?;
            let list = lua.create_table()?;
            for ((kind, state), count) in counted.counts {
                let row = lua.create_table()?;
                row.raw_set("kind", kind)?;
                row.raw_set("state", state)?;
                row.raw_set("count", count)?;
                list.raw_push(row)?;
            }
            Ok((list, writing::cursor(lua, counted.next)?, writing::damaged(lua, &counted.damaged)?))
        })
    });
    // (token or short id, maker or nil, now) → true
    methods.add_method_mut("revoke", |lua, Book(ledger), (reference, maker, now): (Value, Value, Value)| -> Call {
        give(lua, || {
            ledger.revoke(&reading::token(&reference)?, reading::maybe_username(&maker)?.as_ref(), reading::time(&now)?)?;
            Ok(true)
        })
    });
    // (maker, cursor of the page before or nil, now) → how many were revoked, cursor
    methods.add_method_mut("revoke_page", |lua, Book(ledger), (maker, after, now): (Value, Value, Value)| -> Call {
        give(lua, || {
            let (count, next) = ledger.revoke_page(&reading::username(&maker)?, cursor(&after)?.as_ref(), reading::time(&now)?)?;
            Ok((count, writing::cursor(lua, next)?))
        })
    });
    // (token or short id, maker or nil, seconds from now, now) → when it expires
    methods.add_method_mut("extend", |lua, Book(ledger), (reference, maker, ttl, now): (Value, Value, Value, Value)| -> Call {
        give(lua, || {
            let maker = reading::maybe_username(&maker)?;
            let ttl = reading::seconds(&ttl)?.ok_or(Refusal::TtlInvalid)?;
            Ok(ledger.extend(&reading::token(&reference)?, maker.as_ref(), ttl, reading::time(&now)?)?.seconds())
        })
    });
    // (token or short id, maker or nil, note or nil) → true
    methods.add_method_mut("label", |lua, Book(ledger), (reference, maker, note): (Value, Value, Value)| -> Call {
        give(lua, || {
            let (maker, note) = (reading::maybe_username(&maker)?, reading::maybe_text(&note)?);
            ledger.label(&reading::token(&reference)?, maker.as_ref(), note.as_deref())?;
            Ok(true)
        })
    });
    // (username) → array of { username, inviter, joined, left, id, member }: those of this name, the oldest first
    methods.add_method_mut("members", |lua, Book(ledger), user: Value| -> Call {
        give(lua, || Ok(writing::members(lua, ledger.members(&reading::username(&user)?)?)?))
    });
    // (member of such a table; the last one of the page before, or nil) → array of the same: whom that account invited
    methods.add_method_mut("invitees", |lua, Book(ledger), (member, after): (AnyUserData, Option<AnyUserData>)| -> Call {
        give(lua, || {
            let after = after.map(|after| after.borrow::<Member>().map(|after| after.clone())).transpose()?;
            let page = ledger.invitees(&*member.borrow::<Member>()?, after.as_ref())?;
            Ok(writing::members(lua, page)?)
        })
    });
}

fn running<M: UserDataMethods<Book>>(methods: &mut M) {
    // (new file, or nil for standard output) → true
    methods.add_method_mut("backup", |lua, Book(ledger), file: Option<AnyUserData>| -> Call {
        give(lua, || {
            match file {
                Some(file) => file.borrow_mut::<NewFile>()?.with(|file| ledger.backup(file))?,
                None => ledger.backup(&mut std::io::stdout())?,
            }
            Ok(true)
        })
    });
    // (now, seconds of the monotonic clock) → how many were removed; false: the clock can't be believed
    methods.add_method_mut("sweep", |lua, Book(ledger), (now, monotonic): (Value, Value)| -> Call {
        give(lua, || {
            let swept = ledger.sweep(reading::time(&now)?, reading::elapsed(&monotonic)?)?;
            Ok(swept.map_or(Ok(Value::Boolean(false)), |count| count.into_lua(lua))?)
        })
    });
    // (now, seconds of the monotonic clock) → how many other servers use the database
    methods.add_method_mut("serve", |lua, Book(ledger), (now, monotonic): (Value, Value)| -> Call {
        give(lua, || Ok(ledger.serve(reading::time(&now)?, reading::elapsed(&monotonic)?)?))
    });
    // () → how many servers use the database
    methods.add_method_mut("servers", |lua, Book(ledger), ()| -> Call { give(lua, || Ok(ledger.servers()?)) });
    // () → boolean
    methods.add_method_mut("imported", |lua, Book(ledger), ()| -> Call { give(lua, || Ok(ledger.is_imported()?)) });
    // (now) → true
    methods.add_method_mut("mark_imported", |lua, Book(ledger), now: Value| -> Call {
        give(lua, || {
            ledger.mark_imported(reading::time(&now)?)?;
            Ok(true)
        })
    });
    // () → { engine, version }
    methods.add_method_mut("health", |lua, Book(ledger), ()| -> Call { give(lua, || health(lua, ledger)) });
    // () → true
    methods.add_method_mut("close", |lua, Book(ledger), ()| -> Call {
        give(lua, || {
            ledger.close();
            Ok(true)
        })
    });
}

fn accounts<M: UserDataMethods<Book>>(methods: &mut M) {
    // (username, facts, now) → true: the ledger knows whose account has this name now
    methods.add_method_mut("recognise", |lua, Book(ledger), (user, facts, now): (Value, Option<Table>, Value)| -> Call {
        give(lua, || {
            ledger.recognise(&reading::username(&user)?, &reading::accounts(facts.as_ref())?, reading::time(&now)?)?;
            Ok(true)
        })
    });
    // (username, now) → true
    methods.add_method_mut("account_ended", |lua, Book(ledger), (user, now): (Value, Value)| -> Call {
        give(lua, || {
            ledger.account_ended(&reading::username(&user)?, reading::time(&now)?)?;
            Ok(true)
        })
    });
    // (username, now) → true
    methods.add_method_mut("account_began", |lua, Book(ledger), (user, now): (Value, Value)| -> Call {
        give(lua, || {
            ledger.account_began(&reading::username(&user)?, reading::time(&now)?)?;
            Ok(true)
        })
    });
    // (username, now) → true
    methods.add_method_mut("password_changed", |lua, Book(ledger), (user, now): (Value, Value)| -> Call {
        give(lua, || {
            ledger.password_changed(&reading::username(&user)?, reading::time(&now)?)?;
            Ok(true)
        })
    });
    // (now) → username, how many invites of an earlier account of that name were revoked, may there be more of them; false if there is nothing to do
    methods.add_method_mut("tidy", |lua, Book(ledger), now: Value| -> Call {
        give(lua, || match ledger.tidy(reading::time(&now)?)? {
            Some(done) => Ok((Value::String(lua.create_string(done.username.as_str())?), done.revoked, done.more)),
            None => Ok((Value::Boolean(false), 0, false)),
        })
    });
}

/// Takes over what other modules made of a new invite: what they may change, and no more.
fn change(draft: &mut Draft, invite: &Table) -> Answer<()> {
    draft.data = reading::data(&invite.raw_get("additional_data")?)?;
    draft.landing_page = reading::maybe_text(&invite.raw_get("landing_page")?)?;
    draft.expires = reading::instant(&invite.raw_get("expires")?).ok_or(Refusal::TtlInvalid)?;
    draft.limit = match (invite.raw_get::<Value>("reusable")?.as_boolean(), draft.limit) {
        (Some(true), Limit::Once) => Limit::UntilExpiry,
        (Some(false), _) => Limit::Once,
        (_, limit) => limit,
    };
    Ok(())
}

fn cursor(after: &Value) -> Answer<Option<Bookmark>> {
    match after {
        Value::Nil => Ok(None),
        Value::String(bytes) => Bookmark::from_bytes(&bytes.as_bytes()).map(Some).ok_or_else(|| reading::misuse("not a cursor")),
        _ => Err(reading::misuse("not a cursor")),
    }
}

fn health(lua: &Lua, ledger: &mut Ledger) -> Answer<Table> {
    let (engine, version) = ledger.health()?;
    let table = lua.create_table()?;
    table.raw_set("engine", engine)?;
    table.raw_set("version", version)?;
    Ok(table)
}
