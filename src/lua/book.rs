//! The ledger as an object in Lua: each method reads its arguments, makes one call, and writes the answer.

use mlua::{AnyUserData, Lua, MultiValue, Table, UserData, UserDataMethods, Value};

use super::answer::{Answer, give};
use super::{reading, writing};
use crate::policy::Purpose;
use crate::{Draft, InviteId, Ledger, Limit, Permit, Refusal, Settled};

/// A host's ledger.
pub(super) struct Book(pub(super) Ledger);

impl UserData for Book {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        making(methods);
        using(methods);
        keeping(methods);
    }
}

/// Opaque in Lua: drop it and nothing happens.
impl UserData for Draft {}
/// Opaque in Lua: drop it and nothing happens.
impl UserData for Permit {}

type Call = mlua::Result<MultiValue>;

fn making<M: UserDataMethods<Book>>(methods: &mut M) {
    // (wish, facts, now) → invite, draft
    methods.add_method_mut("draft", |lua, Book(ledger), (wish, facts, now): (Table, Table, Value)| -> Call {
        give(lua, || {
            let draft = ledger.draft(reading::wish(&wish)?, &reading::accounts(&facts)?, reading::time(&now)?)?;
            let table = writing::invite(lua, ledger.host(), &draft.invite())?;
            Ok((table, lua.create_userdata(draft)?))
        })
    });
    // (draft, invite as other modules left it, now) → true
    methods.add_method_mut("create", |lua, Book(ledger), (draft, invite, now): (AnyUserData, Table, Value)| -> Call {
        give(lua, || {
            let mut draft = draft.borrow::<Draft>()?.clone();
            change(&mut draft, &invite)?;
            ledger.create(&draft, reading::time(&now)?)?;
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
    methods.add_method_mut("check", |lua, Book(ledger), (token, user, facts, now): (Value, Value, Table, Value)| -> Call {
        give(lua, || {
            let purpose = reading::maybe_username(&user)?.map_or(Purpose::Register, Purpose::Subscribe);
            let checked = ledger.check(&reading::token(&token)?, &purpose, &reading::accounts(&facts)?, reading::time(&now)?)?;
            let table = writing::validated(lua, ledger.host(), &checked.invite, &purpose)?;
            Ok((table, lua.create_userdata(checked.permit)?))
        })
    });
    // (permit, username, facts, now) → true
    methods.add_method_mut("claim", |lua, Book(ledger), (permit, user, facts, now): (AnyUserData, Value, Table, Value)| -> Call {
        give(lua, || {
            let user = reading::username(&user)?;
            ledger.claim(&*permit.borrow::<Permit>()?, &user, &reading::accounts(&facts)?, reading::time(&now)?)?;
            Ok(true)
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
    methods.add_method_mut("spend", |lua, Book(ledger), (permit, user, facts, now): (AnyUserData, Value, Table, Value)| -> Call {
        give(lua, || {
            let user = reading::maybe_username(&user)?;
            ledger.spend(&*permit.borrow::<Permit>()?, user.as_ref(), &reading::accounts(&facts)?, reading::time(&now)?)?;
            Ok(true)
        })
    });
    // (facts, now, permit or nil for all that were left behind) → counts
    methods.add_method_mut("settle", |lua, Book(ledger), (facts, now, permit): (Table, Value, Option<AnyUserData>)| -> Call {
        give(lua, || {
            let (accounts, now) = (reading::accounts(&facts)?, reading::time(&now)?);
            let Settled { redeemed, released, open } = match permit {
                Some(permit) => ledger.settle(&*permit.borrow::<Permit>()?, &accounts, now)?,
                None => ledger.settle_stale(&accounts, now)?,
            };
            Ok(lua.create_table_from([("redeemed", redeemed), ("released", released), ("open", open)])?)
        })
    });
    // (username, now) → true
    methods.add_method_mut("open_name", |lua, Book(ledger), (user, now): (Value, Value)| -> Call {
        give(lua, || {
            ledger.open_name(&reading::username(&user)?, reading::time(&now)?)?;
            Ok(true)
        })
    });
}

fn keeping<M: UserDataMethods<Book>>(methods: &mut M) {
    // (token or short id, now) → invite with state
    methods.add_method_mut("info", |lua, Book(ledger), (reference, now): (Value, Value)| -> Call {
        give(lua, || {
            let (invite, state) = ledger.info(&reading::token(&reference)?, reading::time(&now)?)?;
            Ok(writing::with_state(lua, ledger.host(), &invite, state)?)
        })
    });
    // (cursor of the page before or nil, how many, now) → array of invites, cursor or nil
    methods.add_method_mut("pending", |lua, Book(ledger), (after, limit, now): (Value, u16, Value)| -> Call {
        give(lua, || {
            let page = ledger.pending(cursor(&after)?, limit, reading::time(&now)?)?;
            let invites = lua.create_table_with_capacity(page.len(), 0)?;
            for invite in &page {
                invites.raw_push(writing::invite(lua, ledger.host(), invite)?)?;
            }
            let more = page.last().filter(|_| page.len() == usize::from(limit));
            Ok((invites, more.map(|last| lua.create_string(last.id.0)).transpose()?))
        })
    });
    // (token or short id, now) → true
    methods.add_method_mut("revoke", |lua, Book(ledger), (reference, now): (Value, Value)| -> Call {
        give(lua, || {
            ledger.revoke(&reading::token(&reference)?, reading::time(&now)?)?;
            Ok(true)
        })
    });
    // (username, now) → how many invites died with the account
    methods.add_method_mut("forget", |lua, Book(ledger), (user, now): (Value, Value)| -> Call {
        give(lua, || Ok(ledger.forget(&reading::username(&user)?, reading::time(&now)?)?))
    });
    // (now) → how many were removed
    methods.add_method_mut("sweep", |lua, Book(ledger), now: Value| -> Call { give(lua, || Ok(ledger.sweep(reading::time(&now)?)?)) });
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

fn cursor(after: &Value) -> Answer<Option<InviteId>> {
    match after {
        Value::Nil => Ok(None),
        Value::String(id) => {
            let id = <[u8; 32]>::try_from(&*id.as_bytes()).map_err(|_| reading::misuse("not a cursor"))?;
            Ok(Some(InviteId(id)))
        }
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
