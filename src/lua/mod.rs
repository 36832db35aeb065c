//! The boundary to Lua: arguments become Rust types here, and results become Lua values. No other module names mlua, and no rule is applied here.
//!
//! - Expected failures return `nil, code, detail`. Only misuse by our own Lua code raises an error.
//! - Values from outside Prosody are read with bounds ([`arguments`]). No Lua code runs meanwhile, and Rust never calls into Lua.
//! - A panic ends only the call in which it happened.

// Before Lua 5.3, its integers are those of the C compiler.
#![allow(clippy::useless_conversion, reason = "with lua52 some of the conversions are none")]

mod api;
mod apps;
mod arguments;
mod command;
mod handle;
mod i18n;
mod input;
mod new_file;
mod options;
mod pages;
mod raw;
mod respond;
mod results;

use std::sync::LazyLock;

use mlua::{Lua, Result, String as LuaString, Table, Value};
use once_cell::sync::OnceCell;
use rand::rngs::SysRng;

use crate::store::{Address, Budget, Location, Process, Store};
use crate::token::draw;
use crate::{Error, Ledger, Refusal, Settings, qr, terminal};

/// This process. The library serves all hosts of a server and outlives reloads of the modules, and so must the process id: after a reload, the claims
/// of a registration under way must not look like those of a dead process.
static PROCESS: OnceCell<Process> = OnceCell::new();

/// The time that all hosts of a server may spend on strangers. They share an event loop.
static BUDGET: LazyLock<Budget> = LazyLock::new(Budget::default);

/// The entry point that `package.loadlib` finds.
#[mlua::lua_module]
fn invites_core(lua: &Lua) -> Result<Table> {
    let exports = lua.create_table()?;
    exports.raw_set("open", lua.create_function(|lua, options: Table| respond::give(lua, || open(&options).map(handle::LedgerHandle)))?)?;
    exports.raw_set("qr", lua.create_function(|lua, (text, form): (Value, Value)| respond::give(lua, || qr(&text, &form)))?)?;
    exports.raw_set("i18n", lua.create_function(|lua, sources: Table| respond::give(lua, || i18n::open(&sources)))?)?;
    exports.raw_set("plain", lua.create_function(|lua, text: LuaString| lua.create_string(&*terminal::text(&text.as_bytes())))?)?;
    exports.raw_set("plain_json", lua.create_function(|lua, json: LuaString| lua.create_string(&*terminal::json(&json.as_bytes())))?)?;
    exports.raw_set("new_file", lua.create_function(|lua, path: Value| respond::give(lua, || new_file::create(&path)))?)?;
    exports.raw_set("address", lua.create_function(|lua, text: Value| respond::give(lua, || address(lua, &text)))?)?;
    exports.raw_set("roles", lua.create_function(|lua, data: Value| respond::give(lua, || arguments::roles(&data)))?)?;
    exports.raw_set("command", command::functions(lua)?)?;
    exports.raw_set("api", api::functions(lua)?)?;
    exports.raw_set("codes", Error::CODES)?;
    exports.raw_set("input", input::functions(lua)?)?;
    exports.raw_set("apps", lua.create_function(|lua, asked: Table| respond::give(lua, || apps::catalogue(lua, &asked)))?)?;
    exports.raw_set("options", options::functions(lua)?)?;
    exports.raw_set("version", env!("CARGO_PKG_VERSION"))?;
    // The Lua files read the same file. If the two differ, library and Lua files are of different versions (spec/tools/interface.lua).
    exports.raw_set("interface", include_str!("../../lua/invites_core/interface").trim_ascii())?;
    Ok(exports)
}

/// A ledger with the options of a host. Nothing is opened yet.
fn open(options: &Table) -> respond::Answer<Ledger> {
    let settings = Settings {
        host: arguments::text(options, "host")?,
        store_tokens: options.raw_get("store_tokens")?,
        ttl: arguments::lifetime(options, "ttl")?.ok_or(Refusal::TtlInvalid)?,
        reset_ttl: arguments::lifetime(options, "reset_ttl")?.ok_or(Refusal::TtlInvalid)?,
        history: arguments::lifetime(options, "history")?.ok_or(Refusal::TtlInvalid)?,
        allowance: arguments::allowance(options)?,
        process: PROCESS.get_or_try_init(|| draw(&mut SysRng).map(Process::new))?.clone(),
        budget: BUDGET.clone(),
    };
    let location = Location::parse(&arguments::text(options, "database")?)?;
    Ok(Ledger::new(settings, Store::new(location)))
}

/// (text, "svg", "terminal" or "light-on-dark") → the text as a QR code
fn qr(text: &Value, form: &Value) -> respond::Answer<String> {
    let text = arguments::maybe_text(text)?.ok_or_else(|| arguments::misuse("a QR code needs a text"))?;
    match arguments::maybe_text(form)?.as_deref() {
        Some("svg") => Ok(qr::svg(&text)?),
        Some("terminal") => Ok(qr::terminal(&text)?),
        Some("light-on-dark") => Ok(qr::light_on_dark(&text)?),
        _ => Err(arguments::misuse("a QR code is svg, terminal or light-on-dark")),
    }
}

/// (what `invites_database` names) → { shown, `is_local`, `is_encrypted` }
fn address(lua: &Lua, text: &Value) -> respond::Answer<Table> {
    let text = arguments::maybe_text(text)?.ok_or_else(|| arguments::misuse("an address is a text"))?;
    let address = Address::of(&Location::parse(&text)?);
    let table = lua.create_table()?;
    table.raw_set("shown", address.shown)?;
    table.raw_set("is_local", address.is_local)?;
    table.raw_set("is_encrypted", address.is_encrypted)?;
    Ok(table)
}
