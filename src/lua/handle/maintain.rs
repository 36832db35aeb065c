//! Methods for the server itself: accounts that came and went, maintenance, the database.

use mlua::{AnyUserData, IntoLua, String as LuaString, Table, UserDataMethods, Value};

use super::{LedgerHandle, verb};
use crate::Token;
use crate::lua::file::NewFile;
use crate::lua::respond::Answer;
use crate::lua::{arguments, results};

pub(super) fn add<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (username) → true
    verb(methods, "account_ended", |_, LedgerHandle { ledger, .. }, at, user: Value| {
        ledger.account_ended(&arguments::username(&user)?, at.now)?;
        Ok(true)
    });
    // (username) → true
    verb(methods, "account_began", |_, LedgerHandle { ledger, .. }, at, user: Value| {
        ledger.account_began(&arguments::username(&user)?, at.now)?;
        Ok(true)
    });
    // (username) → true
    verb(methods, "password_changed", |_, LedgerHandle { ledger, .. }, at, user: Value| {
        ledger.password_changed(&arguments::username(&user)?, at.now)?;
        Ok(true)
    });
    maintenance(methods);
    database(methods);
}

fn maintenance<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // () → array of events invite-redeemed, how many claims were redeemed, how many were released: of those that were left behind
    verb(methods, "settle_stale", |lua, LedgerHandle { ledger, .. }, at, ()| {
        let settled = ledger.settle_stale(&at.accounts, at.now)?;
        Ok((results::settled(lua, ledger.host(), &settled.redeemed)?, settled.redeemed.len(), settled.released))
    });
    // () → was there something to do?; event invites-forgotten once all is done of an account, if there was anything
    verb(methods, "tidy", |lua, LedgerHandle { ledger, tidied, .. }, at, ()| {
        let Some(done) = ledger.tidy(at.now)? else {
            return Ok((false, None));
        };
        let revoked = tidied.remove(&done.username).unwrap_or_default() + done.revoked;
        if done.more {
            tidied.insert(done.username, revoked);
            return Ok((true, None));
        }
        let event = lua.create_table()?;
        event.raw_set("username", done.username.as_str())?;
        event.raw_set("count", revoked)?;
        Ok((true, Some(event).filter(|_| revoked > 0)))
    });
    // (seconds of the monotonic clock) → number of removed invites; false if the clock is not trusted
    verb(methods, "sweep", |lua, LedgerHandle { ledger, .. }, at, monotonic: Value| {
        let swept = ledger.sweep(at.now, arguments::elapsed(&monotonic)?)?;
        Ok(swept.map_or(Ok(Value::Boolean(false)), |count| count.into_lua(lua))?)
    });
    // (array of tokens, array of usernames) → number of invites that were removed
    verb(methods, "erase", |_, LedgerHandle { ledger, .. }, _, (tokens, names): (Table, Table)| {
        let tokens = tokens.sequence_values().map(|token| Ok(Token::parse(&arguments::token(&token?)?)?)).collect::<Answer<Vec<_>>>()?;
        let names = names.sequence_values().map(|name| arguments::username(&name?)).collect::<Answer<Vec<_>>>()?;
        Ok(ledger.erase(&tokens, &names)?)
    });
    // (seconds of the monotonic clock) → number of other servers on the database
    verb(methods, "serve", |_, LedgerHandle { ledger, .. }, at, monotonic: Value| Ok(ledger.serve(at.now, arguments::elapsed(&monotonic)?)?));
}

fn database<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // () → number of servers on the database
    verb(methods, "servers", |_, LedgerHandle { ledger, .. }, _, ()| Ok(ledger.servers()?));
    // () → { used, others, problems, is_confirmed }: what is known of the servers of the database; nil if there is one
    verb(methods, "replication", |lua, LedgerHandle { ledger, .. }, _, ()| {
        let Some(found) = ledger.replication()? else {
            return Ok(None);
        };
        let table = lua.create_table()?;
        table.raw_set("used", found.used)?;
        table.raw_set("others", found.others)?;
        table.raw_set("problems", found.problems)?;
        table.raw_set("is_confirmed", found.is_confirmed)?;
        Ok(Some(table))
    });
    // () → { engine, version }
    verb(methods, "health", |lua, LedgerHandle { ledger, outage, .. }, _, ()| {
        let (engine, version) = if outage.is_on() { ledger.probe()? } else { ledger.health()? };
        let table = lua.create_table()?;
        table.raw_set("engine", engine)?;
        table.raw_set("version", version)?;
        Ok(table)
    });
    // (new file, or nil for standard output) → true
    verb(methods, "backup", |_, LedgerHandle { ledger, .. }, _, file: Option<AnyUserData>| {
        match file {
            Some(file) => file.borrow_mut::<NewFile>()?.with(|file| ledger.backup(file))?,
            None => ledger.backup(&mut std::io::stdout())?,
        }
        Ok(true)
    });
    // (message of the database, seconds of the monotonic clock) → level at which the log says that it does not work
    methods.add_method_mut("failed", |_, LedgerHandle { outage, .. }, (message, monotonic): (LuaString, f64)| {
        Ok(outage.failed(&message.to_string_lossy(), monotonic))
    });
    // () → level at which the log says that it works again
    methods.add_method_mut("recovered", |_, LedgerHandle { outage, .. }, ()| Ok(outage.ended()));
    // () closes it; the next call opens it again
    methods.add_method_mut("close", |_, LedgerHandle { ledger, .. }, ()| {
        ledger.close();
        Ok(())
    });
}
