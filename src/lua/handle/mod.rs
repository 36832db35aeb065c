//! The ledger as an object in Lua. Each method reads its arguments, makes one call, and writes the result.
//!
//! Every method takes two arguments before its own: the answers to the questions of earlier calls (nil at first), and the time.

mod create;
mod maintain;
mod manage;
mod redeem;

use std::collections::HashMap;

use mlua::{FromLuaMulti, IntoLuaMulti, Lua, Table, UserData, UserDataMethods, Value};

use super::arguments;
use super::respond::{Answer, give};
use crate::policy::Accounts;
use crate::{Cursor, Ledger, Outage, Refusal, UnixTime, Username};

/// A host's ledger.
pub(super) struct LedgerHandle {
    ledger: Ledger,
    /// Revoked invites of an earlier account of this name, summed over calls.
    tidied: HashMap<Username, usize>,
    outage: Outage,
}

impl LedgerHandle {
    pub(super) fn new(ledger: Ledger) -> Self {
        Self { ledger, tidied: HashMap::new(), outage: Outage::default() }
    }
}

impl UserData for LedgerHandle {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        create::add(methods);
        redeem::add(methods);
        manage::add(methods);
        maintain::add(methods);
    }
}

/// The first arguments of each call.
struct Moment {
    accounts: Accounts,
    now: UnixTime,
}

/// Adds a method: function (answers, now, arguments of its own) → what `call` answers; or nil and why not.
fn verb<M, A, R>(methods: &mut M, name: &str, call: impl Fn(&Lua, &mut LedgerHandle, &Moment, A) -> Answer<R> + 'static)
where
    M: UserDataMethods<LedgerHandle>,
    A: FromLuaMulti,
    R: IntoLuaMulti,
{
    methods.add_method_mut(name, move |lua, handle, (facts, now, own): (Option<Table>, Value, A)| {
        give(lua, || {
            let moment = Moment { accounts: arguments::accounts(facts.as_ref())?, now: arguments::time(&now)? };
            call(lua, handle, &moment, own)
        })
    });
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
