//! Methods for the server itself: accounts that came and went, maintenance, the database.

use mlua::{AnyUserData, IntoLua, String as LuaString, Table, UserDataMethods, Value};

use super::{LedgerHandle, done, job, verb};
use crate::lua::file::NewFile;
use crate::lua::respond::Answer;
use crate::lua::{arguments, results};
use crate::store::Replication;
use crate::worker::{Order, Topic};
use crate::{FollowUp, Settled, Tidied, Token};

pub(super) fn add<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // (username) → true
    verb(methods, "account_ended", |_, _, user: Value| {
        let username = arguments::username(&user)?;
        Ok(job(move |ledger, at| Ok(ledger.account_ended(&username, at.now)?), done).at_any_time())
    });
    // (username) → true
    verb(methods, "account_began", |_, _, user: Value| {
        let username = arguments::username(&user)?;
        Ok(job(move |ledger, at| Ok(ledger.account_began(&username, at.now)?), done))
    });
    // (username) → true
    verb(methods, "password_changed", |_, _, user: Value| {
        let username = arguments::username(&user)?;
        // Prosody 13.0 tells of it for each new account.
        let order = Order::Writes(vec![Topic::Name(username.clone())]);
        Ok(job(move |ledger, at| Ok(ledger.password_changed(&username, at.now)?), done).in_order(order).at_any_time())
    });
    maintenance(methods);
    database(methods);
}

fn maintenance<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // () → array of events invite-redeemed, how many claims were redeemed, how many were released: of those that were left behind
    verb(methods, "settle_stale", |_, _, ()| {
        Ok(job(
            |ledger, at| Ok(ledger.settle_stale(&at.accounts, at.now)?),
            |lua, handle, settled: Settled| Ok((results::settled(lua, handle.host(), &settled.redeemed)?, settled.redeemed.len(), settled.released)),
        ))
    });
    // ({ account, step, about } of the last one, or nil) → array of the next things to do: { account, step, about, noted, creator or nil;
    // text of a message, array of roles, or username of the contact, unless it is gone }
    verb(methods, "follow_ups", |_, _, last: Option<Table>| {
        let last = last.map(|last| key(&last)).transpose()?;
        Ok(job(
            move |ledger, _| Ok(ledger.follow_ups(last.as_ref().map(|(account, step, about)| (account.as_str(), step.as_str(), about.as_str())))?),
            |lua, _, to_do: Vec<FollowUp>| Ok(results::follow_ups(lua, &to_do)?),
        ))
    });
    // (one of these) → true: it was done, or can't be done any more
    verb(methods, "followed_up", |_, _, to_do: Table| {
        let (account, step, about) = key(&to_do)?;
        Ok(job(move |ledger, _| Ok(ledger.followed_up(&account, &step, &about)?), done))
    });
    // () → was there something to do?; event invites-forgotten once all is done of an account, if there was anything
    verb(methods, "tidy", |_, _, ()| {
        Ok(job(
            |ledger, at| Ok(ledger.tidy(at.now)?),
            |lua, handle, done: Option<Tidied>| {
                let Some(done) = done else {
                    return Ok((false, None));
                };
                let revoked = handle.tidied.remove(&done.username).unwrap_or_default() + done.revoked;
                if done.more {
                    handle.tidied.insert(done.username, revoked);
                    return Ok((true, None));
                }
                let event = lua.create_table()?;
                event.raw_set("username", done.username.as_str())?;
                event.raw_set("count", revoked)?;
                Ok((true, Some(event).filter(|_| revoked > 0)))
            },
        ))
    });
    // (seconds of the monotonic clock) → number of removed invites; false if the clock is not trusted
    verb(methods, "sweep", |_, _, monotonic: Value| {
        let elapsed = arguments::elapsed(&monotonic)?;
        Ok(job(
            move |ledger, at| Ok(ledger.sweep(at.now, elapsed)?),
            |lua, _, swept: Option<usize>| Ok(swept.map_or(Ok(Value::Boolean(false)), |count| count.into_lua(lua))?),
        ))
    });
    // (array of tokens, array of usernames) → number of invites that were removed
    verb(methods, "erase", |_, _, (tokens, names): (Table, Table)| {
        let tokens = tokens.sequence_values().map(|token| Ok(Token::parse(&arguments::token(&token?)?)?)).collect::<Answer<Vec<_>>>()?;
        let names = names.sequence_values().map(|name| arguments::username(&name?)).collect::<Answer<Vec<_>>>()?;
        Ok(job(move |ledger, _| Ok(ledger.erase(&tokens, &names)?), |_, _, erased: usize| Ok(erased)))
    });
    // (seconds of the monotonic clock) → number of other servers on the database
    verb(methods, "serve", |_, _, monotonic: Value| {
        let elapsed = arguments::elapsed(&monotonic)?;
        Ok(job(move |ledger, at| Ok(ledger.serve(at.now, elapsed)?), |_, _, others: usize| Ok(others)))
    });
}

fn key(to_do: &Table) -> Answer<(String, String, String)> {
    Ok((arguments::text(to_do, "account")?, arguments::text(to_do, "step")?, arguments::text(to_do, "about")?))
}

fn database<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
    // () → number of servers on the database
    verb(methods, "servers", |_, _, ()| Ok(job(|ledger, _| Ok(ledger.servers()?), |_, _, servers: usize| Ok(servers))));
    // () → { used, others, problems, is_confirmed }: what is known of the servers of the database; nil if there is one
    verb(methods, "replication", |_, _, ()| {
        Ok(job(
            |ledger, _| Ok(ledger.replication()?),
            |lua, _, found: Option<Replication>| {
                let Some(found) = found else {
                    return Ok(None);
                };
                let table = lua.create_table()?;
                table.raw_set("used", found.used)?;
                table.raw_set("others", found.others)?;
                table.raw_set("problems", found.problems)?;
                table.raw_set("is_confirmed", found.is_confirmed)?;
                Ok(Some(table))
            },
        ))
    });
    // () → { engine, version }
    verb(methods, "health", |_, handle, ()| {
        let is_out = handle.outage.is_on();
        Ok(job(
            move |ledger, _| Ok(if is_out { ledger.probe()? } else { ledger.health()? }),
            |lua, _, (engine, version): (&'static str, i64)| {
                let table = lua.create_table()?;
                table.raw_set("engine", engine)?;
                table.raw_set("version", version)?;
                Ok(table)
            },
        ))
    });
    // (new file, or nil for standard output) → true
    verb(methods, "backup", |_, _, file: Option<AnyUserData>| {
        let file = file.map(|file| file.borrow::<NewFile>().map(|file| file.clone())).transpose()?;
        Ok(job(
            move |ledger, _| {
                let copied = match &file {
                    Some(file) => file.with(|file| ledger.backup(file)),
                    None => ledger.backup(&mut std::io::stdout()),
                };
                Ok(copied?)
            },
            done,
        ))
    });
    // (message of the database, seconds of the monotonic clock) → level at which the log says that it does not work
    methods.add_method_mut("failed", |_, LedgerHandle { outage, .. }, (message, monotonic): (LuaString, f64)| {
        Ok(outage.failed(&message.to_string_lossy(), monotonic))
    });
    // (seconds of the monotonic clock) → level at which the log says that too many others wait for it
    methods.add_method_mut("busy", |_, LedgerHandle { outage, .. }, monotonic: f64| Ok(outage.busy(monotonic)));
    // () → level at which the log says that it works again
    methods.add_method_mut("recovered", |_, LedgerHandle { outage, .. }, ()| Ok(outage.ended()));
    // () closes it; the next call opens it again
    methods.add_method_mut("close", |_, LedgerHandle { ledger, waiting, .. }, ()| {
        ledger.close();
        if let Some(waiting) = waiting {
            waiting.close();
        }
        Ok(())
    });
}
