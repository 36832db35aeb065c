//! Methods for the database and its server.

use mlua::{AnyUserData, IntoLua, Lua, Table, UserDataMethods, Value};

use super::super::arguments;
use super::super::new_file::NewFile;
use super::super::respond::{Answer, give};
use super::{Call, LedgerHandle};
use crate::Ledger;

pub(super) fn methods<M: UserDataMethods<LedgerHandle>>(methods: &mut M) {
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
    // (now, seconds of the monotonic clock) → number of removed invites; false if the clock is not trusted
    methods.add_method_mut("sweep", |lua, LedgerHandle(ledger), (now, monotonic): (Value, Value)| -> Call {
        give(lua, || {
            let swept = ledger.sweep(arguments::time(&now)?, arguments::elapsed(&monotonic)?)?;
            Ok(swept.map_or(Ok(Value::Boolean(false)), |count| count.into_lua(lua))?)
        })
    });
    // (now, seconds of the monotonic clock) → number of other servers on the database
    methods.add_method_mut("serve", |lua, LedgerHandle(ledger), (now, monotonic): (Value, Value)| -> Call {
        give(lua, || Ok(ledger.serve(arguments::time(&now)?, arguments::elapsed(&monotonic)?)?))
    });
    // () → number of servers on the database
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

fn health(lua: &Lua, ledger: &mut Ledger) -> Answer<Table> {
    let (engine, version) = ledger.health()?;
    let table = lua.create_table()?;
    table.raw_set("engine", engine)?;
    table.raw_set("version", version)?;
    Ok(table)
}
