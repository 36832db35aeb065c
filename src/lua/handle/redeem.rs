//! Methods that use invites.

use mlua::{AnyUserData, Table, UserDataMethods, Value};

use super::super::respond::give;
use super::super::{arguments, results};
use super::{Call, LedgerHandle};
use crate::policy::Purpose;
use crate::{InviteId, Pasted, Presentation, Username};

pub(super) fn methods<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (token, username to subscribe to or nil, facts, now) → validated invite, presentation
    methods.add_method_mut("check", |lua, LedgerHandle(ledger), (token, user, facts, now): (Value, Value, Option<Table>, Value)| -> Call {
        give(lua, || {
            let purpose = arguments::maybe_username(&user)?.map_or(Purpose::Register, Purpose::Subscribe);
            let checked = ledger.check(&arguments::token(&token)?, &purpose, &arguments::accounts(facts.as_ref())?, arguments::time(&now)?)?;
            let table = results::validated(lua, ledger.host(), &checked.invite, &purpose)?;
            Ok((table, lua.create_userdata(checked.presentation)?))
        })
    });
    // (token) → short id of its invite for the log, or nil if the text has no token
    methods.add_method_mut("short_id", |lua, _, token: Value| -> Call {
        give(lua, || Ok(Pasted::read(&arguments::token(&token)?)?.id().map(InviteId::short)))
    });
    // (token, facts, now) → invite, and the code of the reason why it can't be used, or nil
    methods.add_method_mut("view", |lua, LedgerHandle(ledger), (token, facts, now): (Value, Option<Table>, Value)| -> Call {
        give(lua, || {
            let viewed = ledger.view(&arguments::token(&token)?, &arguments::accounts(facts.as_ref())?, arguments::time(&now)?)?;
            Ok((results::invite(lua, ledger.host(), &viewed.invite)?, viewed.obstacle.map(|error| error.code())))
        })
    });
    // (presentation, username, facts, now) → true, username of the new account's contact, or nil
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
    // (facts, now, presentation or nil for all abandoned claims) → array of { username, invite } of existing accounts; number of released claims
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
