//! Methods that tell the ledger about accounts.

use mlua::{Table, UserDataMethods, Value};

use super::super::arguments;
use super::super::respond::give;
use super::{Call, LedgerHandle};

pub(super) fn methods<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
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
    // (now) → username, number of revoked invites of an earlier account of that name, whether there may be more; false if there is nothing to do
    methods.add_method_mut("tidy", |lua, LedgerHandle(ledger), now: Value| -> Call {
        give(lua, || match ledger.tidy(arguments::time(&now)?)? {
            Some(done) => Ok((Value::String(lua.create_string(done.username.as_str())?), done.revoked, done.more)),
            None => Ok((Value::Boolean(false), 0, false)),
        })
    });
}
