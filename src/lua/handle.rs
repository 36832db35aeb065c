//! The ledger as an object in Lua: each method reads its arguments, makes one call, and writes the answer.

use mlua::{AnyUserData, Error, IntoLua, Lua, MultiValue, Table, UserData, UserDataMethods, Value};

use super::new_file::NewFile;
use super::respond::{Answer, give};
use super::{arguments, results};
use crate::policy::Purpose;
use crate::record::{CreatedRecord, InviteRecord, Line, MemberRecord};
use crate::{Counts, Cursor, Draft, InviteId, Ledger, Limit, Member, Pasted, Presentation, Query, Refusal, UnixTime, Username};

/// A host's ledger.
pub(super) struct LedgerHandle(pub(super) Ledger);

impl UserData for LedgerHandle {
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
impl UserData for Presentation {}
impl UserData for Member {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // (how many levels below the account that was asked for) → JSON
        methods.add_method("json", |_, member, depth: u32| MemberRecord::of(member, depth).line().map_err(Error::external));
    }
}

/// How many invites there are of which sort.
struct Sums(Counts);

impl UserData for Sums {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // (is it wanted as JSON too?) → array of { kind, state, count }, in the order of these words; and json, if that is wanted
        methods.add_method("rows", |lua, Sums(counts), as_json: bool| results::counts(lua, counts, as_json));
    }
}

type Call = mlua::Result<MultiValue>;

fn making<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (request, facts, now) → invite, draft
    methods.add_method_mut("draft", |lua, LedgerHandle(ledger), (request, facts, now): (Table, Option<Table>, Value)| -> Call {
        give(lua, || {
            let draft = ledger.draft(arguments::request(&request)?, &arguments::accounts(facts.as_ref())?, arguments::time(&now)?)?;
            let table = results::invite(lua, ledger.host(), &draft.invite())?;
            Ok((table, lua.create_userdata(draft)?))
        })
    });
    // (array of drafts, array of the invites as other modules left them, now, are they wanted as JSON too?) → true: the tables show what was stored
    methods.add_method_mut("create", |lua, LedgerHandle(ledger), (drafts, invites, now, as_json): (Table, Table, Value, bool)| -> Call {
        give(lua, || {
            let mut changed = Vec::new();
            let tables = invites.sequence_values::<Table>().collect::<mlua::Result<Vec<_>>>()?;
            for (draft, table) in drafts.sequence_values::<AnyUserData>().zip(&tables) {
                let mut draft = draft?.borrow::<Draft>()?.clone();
                change(&mut draft, table)?;
                changed.push(draft);
            }
            for (invite, table) in ledger.create_all(&changed, arguments::time(&now)?)?.iter().zip(&tables) {
                results::fill(lua, table, ledger.host(), invite)?;
                if as_json {
                    results::set_json(table, &CreatedRecord::of(ledger.host(), invite))?;
                }
            }
            Ok(true)
        })
    });
    // (array of entries: lines of JSON, tables with invites of the bundled module, or false for what is no invite; now; counts so far or nil) → counts
    methods.add_method_mut("import", |lua, LedgerHandle(ledger), (entries, now, so_far): (Table, Value, Option<Table>)| -> Call {
        give(lua, || {
            let (mut invites, mut odd) = (Vec::new(), 0);
            for entry in entries.sequence_values::<Value>() {
                match arguments::entry(&entry?) {
                    Ok(invite) => invites.push(invite),
                    Err(_) => odd += 1,
                }
            }
            let done = ledger.import(&invites, arguments::time(&now)?)?;
            let counts = so_far.map_or_else(|| lua.create_table(), Ok)?;
            for (name, count) in
                [("imported", done.imported), ("merged", done.merged), ("conflicts", done.conflicts), ("skipped", done.skipped + odd)]
            {
                counts.raw_set(name, count + counts.raw_get::<Option<u64>>(name)?.unwrap_or_default())?;
            }
            Ok(counts)
        })
    });
}

fn using<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (token, username to subscribe to or nil, facts, now) → validated invite, presentation
    methods.add_method_mut("check", |lua, LedgerHandle(ledger), (token, user, facts, now): (Value, Value, Option<Table>, Value)| -> Call {
        give(lua, || {
            let purpose = arguments::maybe_username(&user)?.map_or(Purpose::Register, Purpose::Subscribe);
            let checked = ledger.check(&arguments::token(&token)?, &purpose, &arguments::accounts(facts.as_ref())?, arguments::time(&now)?)?;
            let table = results::validated(lua, ledger.host(), &checked.invite, &purpose)?;
            Ok((table, lua.create_userdata(checked.presentation)?))
        })
    });
    // (token) → short id of its invite, for the log, or nil if that is no token
    methods.add_method_mut("short_id", |lua, _, token: Value| -> Call {
        give(lua, || Ok(Pasted::read(&arguments::token(&token)?)?.id().map(InviteId::short)))
    });
    // (token, facts, now) → invite, and why it can't be used, as a code, or nil
    methods.add_method_mut("view", |lua, LedgerHandle(ledger), (token, facts, now): (Value, Option<Table>, Value)| -> Call {
        give(lua, || {
            let viewed = ledger.view(&arguments::token(&token)?, &arguments::accounts(facts.as_ref())?, arguments::time(&now)?)?;
            Ok((results::invite(lua, ledger.host(), &viewed.invite)?, viewed.obstacle.map(|error| error.code())))
        })
    });
    // (presentation, username, facts, now) → true, username of whoever becomes a contact of the new account, or nil
    methods.add_method_mut(
        "claim",
        |lua, LedgerHandle(ledger), (presentation, user, facts, now): (AnyUserData, Value, Option<Table>, Value)| -> Call {
            give(lua, || {
                let user = arguments::username(&user)?;
                let inviter =
                    ledger.claim(&*presentation.borrow::<Presentation>()?, &user, &arguments::accounts(facts.as_ref())?, arguments::time(&now)?)?;
                Ok((true, inviter.as_ref().map(Username::as_str).map(str::to_owned)))
            })
        },
    );
    // (presentation, username or nil, now) → true, whether it was one use too many
    methods.add_method_mut("redeem", |lua, LedgerHandle(ledger), (presentation, user, now): (AnyUserData, Value, Value)| -> Call {
        give(lua, || {
            let user = arguments::maybe_username(&user)?;
            let done = ledger.redeem(&*presentation.borrow::<Presentation>()?, user.as_ref(), arguments::time(&now)?)?;
            Ok((true, done.over_limit))
        })
    });
    // (presentation) → true
    methods.add_method_mut("release", |lua, LedgerHandle(ledger), presentation: AnyUserData| -> Call {
        give(lua, || {
            ledger.release(&*presentation.borrow::<Presentation>()?)?;
            Ok(true)
        })
    });
    // (presentation, username or nil, facts, now) → true
    methods.add_method_mut(
        "spend",
        |lua, LedgerHandle(ledger), (presentation, user, facts, now): (AnyUserData, Value, Option<Table>, Value)| -> Call {
            give(lua, || {
                let user = arguments::maybe_username(&user)?;
                ledger.spend(
                    &*presentation.borrow::<Presentation>()?,
                    user.as_ref(),
                    &arguments::accounts(facts.as_ref())?,
                    arguments::time(&now)?,
                )?;
                Ok(true)
            })
        },
    );
    // (facts, now, presentation or nil for all that were left behind) → array of { username, invite }: accounts that were there; how many claims were released
    methods.add_method_mut("settle", |lua, LedgerHandle(ledger), (facts, now, presentation): (Option<Table>, Value, Option<AnyUserData>)| -> Call {
        give(lua, || {
            let (accounts, now) = (arguments::accounts(facts.as_ref())?, arguments::time(&now)?);
            let settled = match presentation {
                Some(presentation) => ledger.settle(&*presentation.borrow::<Presentation>()?, &accounts, now)?,
                None => ledger.settle_stale(&accounts, now)?,
            };
            Ok((results::settled(lua, ledger.host(), &settled.redeemed)?, settled.released))
        })
    });
    // (username, facts, now) → true
    methods.add_method_mut("open_name", |lua, LedgerHandle(ledger), (user, facts, now): (Value, Option<Table>, Value)| -> Call {
        give(lua, || {
            ledger.open_name(&arguments::username(&user)?, &arguments::accounts(facts.as_ref())?, arguments::time(&now)?)?;
            Ok(true)
        })
    });
}

fn keeping<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (token or short id, now, is it wanted as JSON too?) → invite with state and used_by: array of { username, at }; and json, if that is wanted
    methods.add_method_mut("info", |lua, LedgerHandle(ledger), (reference, now, as_json): (Value, Value, bool)| -> Call {
        give(lua, || {
            let (invite, state) = ledger.info(&arguments::token(&reference)?, arguments::time(&now)?)?;
            let uses = ledger.uses(invite.id)?;
            let table = results::with_state(lua, ledger.host(), &invite, state)?;
            table.raw_set("used_by", results::uses(lua, &uses)?)?;
            if as_json {
                results::set_json(&table, &InviteRecord::of(ledger.host(), &invite, state).with_uses(&uses))?;
            }
            Ok(table)
        })
    });
    // ({ which = "pending", "usable", "used" or "all"; creator or nil; newest = true or nil; json = true or nil }, cursor of the page before or nil, how many to look at, now)
    // → array of invites with state, cursor, array of { id, reason } of those that can't be read
    methods.add_method_mut("list", |lua, LedgerHandle(ledger), (list, after, look, now): (Table, Value, u16, Value)| -> Call {
        give(lua, || {
            let creator = arguments::maybe_username(&list.raw_get("creator")?)?;
            let newest_first = list.raw_get::<Value>("newest")?.as_boolean() == Some(true);
            let as_json = list.raw_get::<Value>("json")?.as_boolean() == Some(true);
            let list = Query { which: arguments::which(&list.raw_get("which")?)?, creator: creator.as_ref(), newest_first };
            let page = ledger.list(list, cursor(&after)?.as_ref(), look, arguments::time(&now)?)?;
            let invites = lua.create_table_with_capacity(page.invites.len(), 0)?;
            for (invite, state) in &page.invites {
                let table = results::with_state(lua, ledger.host(), invite, *state)?;
                if as_json {
                    results::set_json(&table, &InviteRecord::of(ledger.host(), invite, *state))?;
                }
                invites.raw_push(table)?;
            }
            Ok((invites, page.next.map(Cursor::to_text), results::damaged(lua, &page.damaged)?))
        })
    });
    // (sums of the pages before or nil, cursor of the page before or nil, how many to look at, now) → sums, cursor, as with list
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
    // (token or short id, creator or nil, now) → the invite as it is now
    methods.add_method_mut("revoke", |lua, LedgerHandle(ledger), (reference, creator, now): (Value, Value, Value)| -> Call {
        give(lua, || {
            let creator = arguments::maybe_username(&creator)?;
            let changed = ledger.revoke(&arguments::token(&reference)?, creator.as_ref(), arguments::time(&now)?)?;
            Ok(results::changed(lua, ledger.host(), &changed)?)
        })
    });
    // (creator, cursor of the page before or nil, now) → how many were revoked, cursor
    methods.add_method_mut("revoke_page", |lua, LedgerHandle(ledger), (creator, after, now): (Value, Value, Value)| -> Call {
        give(lua, || {
            let (count, next) = ledger.revoke_page(&arguments::username(&creator)?, cursor(&after)?.as_ref(), arguments::time(&now)?)?;
            Ok((count, next.map(Cursor::to_text)))
        })
    });
    // (token or short id, creator or nil, seconds from now, now) → when it expires, the invite as it is now
    methods.add_method_mut("extend", |lua, LedgerHandle(ledger), (reference, creator, ttl, now): (Value, Value, Value, Value)| -> Call {
        give(lua, || {
            let creator = arguments::maybe_username(&creator)?;
            let ttl = arguments::seconds(&ttl)?.ok_or(Refusal::TtlInvalid)?;
            let (expires, changed) = ledger.extend(&arguments::token(&reference)?, creator.as_ref(), ttl, arguments::time(&now)?)?;
            let invite = results::changed(lua, ledger.host(), &changed)?;
            // Also of one that can't be read.
            invite.raw_set("valid_until", expires.unless_never().map(UnixTime::seconds))?;
            Ok((expires.seconds(), invite))
        })
    });
    // (token or short id, creator or nil, note or nil, now) → the invite as it is now
    methods.add_method_mut("label", |lua, LedgerHandle(ledger), (reference, creator, note, now): (Value, Value, Value, Value)| -> Call {
        give(lua, || {
            let (creator, note) = (arguments::maybe_username(&creator)?, arguments::maybe_text(&note)?);
            let changed = ledger.label(&arguments::token(&reference)?, creator.as_ref(), note.as_deref(), arguments::time(&now)?)?;
            Ok(results::changed(lua, ledger.host(), &changed)?)
        })
    });
    // (username) → array of { username, inviter, joined, left, id, member }: those of this name, the oldest first
    methods.add_method_mut("members", |lua, LedgerHandle(ledger), user: Value| -> Call {
        give(lua, || Ok(results::members(lua, ledger.members(&arguments::username(&user)?)?)?))
    });
    // (member of such a table; the last one of the page before, or nil) → array of the same: whom that account invited
    methods.add_method_mut("invitees", |lua, LedgerHandle(ledger), (member, after): (AnyUserData, Option<AnyUserData>)| -> Call {
        give(lua, || {
            let after = after.map(|after| after.borrow::<Member>().map(|after| after.clone())).transpose()?;
            let page = ledger.invitees(&*member.borrow::<Member>()?, after.as_ref())?;
            Ok(results::members(lua, page)?)
        })
    });
}

fn running<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (new file, or nil for standard output) → true
    methods.add_method_mut("backup", |lua, LedgerHandle(ledger), file: Option<AnyUserData>| -> Call {
        give(lua, || {
            match file {
                Some(file) => file.borrow_mut::<NewFile>()?.with(|file| ledger.backup(file))?,
                None => ledger.backup(&mut std::io::stdout())?,
            }
            Ok(true)
        })
    });
    // (now, seconds of the monotonic clock) → how many were removed; false: the clock can't be believed
    methods.add_method_mut("sweep", |lua, LedgerHandle(ledger), (now, monotonic): (Value, Value)| -> Call {
        give(lua, || {
            let swept = ledger.sweep(arguments::time(&now)?, arguments::elapsed(&monotonic)?)?;
            Ok(swept.map_or(Ok(Value::Boolean(false)), |count| count.into_lua(lua))?)
        })
    });
    // (now, seconds of the monotonic clock) → how many other servers use the database
    methods.add_method_mut("serve", |lua, LedgerHandle(ledger), (now, monotonic): (Value, Value)| -> Call {
        give(lua, || Ok(ledger.serve(arguments::time(&now)?, arguments::elapsed(&monotonic)?)?))
    });
    // () → how many servers use the database
    methods.add_method_mut("servers", |lua, LedgerHandle(ledger), ()| -> Call { give(lua, || Ok(ledger.servers()?)) });
    // () → boolean
    methods.add_method_mut("imported", |lua, LedgerHandle(ledger), ()| -> Call { give(lua, || Ok(ledger.is_imported()?)) });
    // (now) → true
    methods.add_method_mut("mark_imported", |lua, LedgerHandle(ledger), now: Value| -> Call {
        give(lua, || {
            ledger.mark_imported(arguments::time(&now)?)?;
            Ok(true)
        })
    });
    // () → { engine, version }
    methods.add_method_mut("health", |lua, LedgerHandle(ledger), ()| -> Call { give(lua, || health(lua, ledger)) });
    // () → true
    methods.add_method_mut("close", |lua, LedgerHandle(ledger), ()| -> Call {
        give(lua, || {
            ledger.close();
            Ok(true)
        })
    });
}

fn accounts<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (username, facts, now) → true: the ledger knows whose account has this name now
    methods.add_method_mut("identify", |lua, LedgerHandle(ledger), (user, facts, now): (Value, Option<Table>, Value)| -> Call {
        give(lua, || {
            ledger.identify(&arguments::username(&user)?, &arguments::accounts(facts.as_ref())?, arguments::time(&now)?)?;
            Ok(true)
        })
    });
    // (username, now) → true
    methods.add_method_mut("account_ended", |lua, LedgerHandle(ledger), (user, now): (Value, Value)| -> Call {
        give(lua, || {
            ledger.account_ended(&arguments::username(&user)?, arguments::time(&now)?)?;
            Ok(true)
        })
    });
    // (username, now) → true
    methods.add_method_mut("account_began", |lua, LedgerHandle(ledger), (user, now): (Value, Value)| -> Call {
        give(lua, || {
            ledger.account_began(&arguments::username(&user)?, arguments::time(&now)?)?;
            Ok(true)
        })
    });
    // (username, now) → true
    methods.add_method_mut("password_changed", |lua, LedgerHandle(ledger), (user, now): (Value, Value)| -> Call {
        give(lua, || {
            ledger.password_changed(&arguments::username(&user)?, arguments::time(&now)?)?;
            Ok(true)
        })
    });
    // (now) → username, how many invites of an earlier account of that name were revoked, may there be more of them; false if there is nothing to do
    methods.add_method_mut("tidy", |lua, LedgerHandle(ledger), now: Value| -> Call {
        give(lua, || match ledger.tidy(arguments::time(&now)?)? {
            Some(done) => Ok((Value::String(lua.create_string(done.username.as_str())?), done.revoked, done.more)),
            None => Ok((Value::Boolean(false), 0, false)),
        })
    });
}

/// Takes over what other modules made of a new invite: what they may change, and no more.
fn change(draft: &mut Draft, invite: &Table) -> Answer<()> {
    draft.data = arguments::data(&invite.raw_get("additional_data")?)?;
    draft.landing_page = arguments::maybe_text(&invite.raw_get("landing_page")?)?;
    draft.expires = arguments::instant(&invite.raw_get("expires")?).ok_or(Refusal::TtlInvalid)?;
    draft.limit = match (invite.raw_get::<Value>("reusable")?.as_boolean(), draft.limit) {
        (Some(true), Limit::ONCE) => Limit::UNTIL_EXPIRY,
        (Some(false), _) => Limit::ONCE,
        (_, limit) => limit,
    };
    Ok(())
}

/// The cursor of the page before, which may have been out of our hands.
fn cursor(after: &Value) -> Answer<Option<Cursor>> {
    let text = match after {
        Value::Nil => return Ok(None),
        Value::String(text) => text.as_bytes(),
        _ => return Err(Refusal::DataInvalid("not a cursor".into()).into()),
    };
    Cursor::from_text(&text).map(Some).ok_or_else(|| Refusal::DataInvalid("not a cursor".into()).into())
}

fn health(lua: &Lua, ledger: &mut Ledger) -> Answer<Table> {
    let (engine, version) = ledger.health()?;
    let table = lua.create_table()?;
    table.raw_set("engine", engine)?;
    table.raw_set("version", version)?;
    Ok(table)
}
