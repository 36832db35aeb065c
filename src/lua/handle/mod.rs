//! The ledger as an object in Lua. Each method reads its arguments, makes one call, and writes the result.
//!
//! Every method takes three arguments before its own: may the caller wait; the answers to the questions of earlier calls (nil at first); and the time.
//! A call that has to wait returns nil, "wait", a number, and whether it is done however late. The method `answer` has its results once that number was in the mailbox.

mod api;
mod create;
mod job;
mod keys;
mod maintain;
mod manage;
mod redeem;
mod wait;
mod webhooks;

use std::collections::HashMap;
use std::sync::Arc;

use mlua::{FromLuaMulti, IntoLuaMulti, Lua, Table, UserData, UserDataMethods, Value};

use self::job::{Found, Job, Place, job};
use self::wait::Waiting;
pub(super) use self::wait::drain;
use super::arguments;
use super::respond::{Answer, Refused, give};
use crate::policy::Accounts;
use crate::store::{Location, Store};
use crate::{Cursor, Ledger, Outage, Refusal, Settings, UnixTime, Username};

/// A host's ledger.
pub(super) struct LedgerHandle {
    /// All of the database, or in a server what its event loop may do itself.
    ledger: Ledger,
    /// The server's worker, and who waits for it.
    waiting: Option<Waiting>,
    /// Revoked invites of an earlier account of this name, summed over calls.
    tidied: HashMap<Username, usize>,
    outage: Outage,
}

impl LedgerHandle {
    /// The ledger of a host. In a server, an event loop must not wait for the database.
    pub(super) fn new(settings: Settings, location: Location, is_server: bool) -> Answer<Self> {
        let settings = Arc::new(settings);
        let waiting = is_server.then(|| Waiting::new(&settings, &location)).transpose()?;
        let store = if is_server { Store::reading(location) } else { Store::new(location) };
        Ok(Self { ledger: Ledger::new(settings, store), waiting, tidied: HashMap::new(), outage: Outage::default() })
    }

    fn host(&self) -> &str {
        self.ledger.host()
    }
}

impl UserData for LedgerHandle {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        api::add(methods);
        create::add(methods);
        keys::add(methods);
        redeem::add(methods);
        manage::add(methods);
        maintain::add(methods);
        webhooks::add(methods);
        wait::add(methods);
    }
}

/// What every call is told.
struct Moment {
    accounts: Accounts,
    now: UnixTime,
}

/// Adds a method: function (may wait?, answers, now, arguments of its own) → what the job tells; or nil and why not.
fn verb<M, A, T, R, Run, Tell>(methods: &mut M, name: &str, read: impl Fn(&Lua, &LedgerHandle, A) -> Answer<Job<Run, Tell>> + 'static)
where
    M: UserDataMethods<LedgerHandle>,
    A: FromLuaMulti,
    T: Send + 'static,
    R: IntoLuaMulti,
    Run: Fn(&mut Ledger, &Moment) -> Result<T, Refused> + Send + 'static,
    Tell: FnOnce(&Lua, &mut LedgerHandle, T) -> Answer<R> + 'static,
{
    methods.add_method_mut(name, move |lua, handle, (may_wait, facts, now, own): (bool, Option<Table>, Value, A)| {
        give(lua, || {
            let moment = Moment { accounts: arguments::accounts(facts.as_ref())?, now: arguments::time(&now)? };
            let Job { run, tell, undo, terms } = read(lua, handle, own)?;
            let (is_certain, undo) = (terms.is_certain, undo.map(|undo| (terms.order.clone(), undo)));
            match handle.place(may_wait, terms, moment, run)? {
                Place::Here(found) => Ok(tell(lua, handle, found)?.into_lua_multi(lua)?),
                Place::Worker(number, found) => handle.wait_for(lua, (number, is_certain), found, tell, undo),
            }
        })
    });
}

/// What a job tells that has no result.
#[expect(clippy::unnecessary_wraps, reason = "others fail")]
fn done(_: &Lua, _: &mut LedgerHandle, (): ()) -> Answer<bool> {
    Ok(true)
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
