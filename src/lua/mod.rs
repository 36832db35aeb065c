//! The boundary to Lua: arguments become Rust types here, and results become Lua values. No other module names mlua, and no rule is applied here.
//!
//! - Expected failures return `nil, code, detail`. Only misuse by our own Lua code raises an error.
//! - Values from outside Prosody are read with bounds ([`arguments`]). No Lua code runs meanwhile, and Rust never calls into Lua.
//! - A panic ends only the call in which it happened.

// Before Lua 5.3, its integers are those of the C compiler.
#![allow(clippy::useless_conversion, reason = "with lua52 some of the conversions are none")]

mod adhoc;
mod api;
mod apps;
mod arguments;
mod command;
mod file;
mod handle;
mod i18n;
mod input;
mod options;
mod pages;
mod pictures;
mod raw;
mod respond;
mod results;
mod step;
mod v1;
mod web;

use std::sync::LazyLock;

use mlua::{IntoLua, Lua, Result, String as LuaString, Table, Value};
use once_cell::sync::OnceCell;
use rand::rngs::SysRng;

use crate::store::{self, Address, Budget, Location, Process, SqlOption};
use crate::token::draw;
use crate::worker::LONGEST_WAIT;
use crate::{CREDENTIALS, Error, Messages, Refusal, Settings, StoredAccount, UnixTime, qr, terminal};

/// This process. The library serves all hosts of a server and outlives reloads of the modules, and so must the process id: after a reload, the claims
/// of a registration under way must not look like those of a dead process.
static PROCESS: OnceCell<Process> = OnceCell::new();

/// The time that all hosts of a server may spend on strangers. They share an event loop.
static BUDGET: LazyLock<Budget> = LazyLock::new(Budget::default);

/// The entry point that `package.loadlib` finds.
#[mlua::lua_module]
fn invites_core(lua: &Lua) -> Result<Table> {
    // A panic is an error of the call in which it happened, and Prosody's log has its message. The terminal of the server is not ours.
    std::panic::set_hook(Box::new(|_| {}));
    let exports = lua.create_table()?;
    exports.raw_set("open", lua.create_function(|lua, options: Table| respond::give(lua, || open(&options)))?)?;
    exports.raw_set("longest_wait", LONGEST_WAIT.as_secs())?;
    exports.raw_set("drain", lua.create_function(|_, longest: f64| Ok(handle::drain(longest)))?)?;
    exports.raw_set("qr", lua.create_function(|lua, (text, form): (Value, Value)| respond::give(lua, || qr(&text, &form)))?)?;
    exports.raw_set("i18n", lua.create_function(|lua, sources: Value| respond::give(lua, || i18n::open(&sources)))?)?;
    exports.raw_set("plain", lua.create_function(|lua, text: LuaString| lua.create_string(&*terminal::text(&text.as_bytes())))?)?;
    exports.raw_set("sql_url", lua.create_function(|lua, sql: Table| respond::give(lua, || sql_url(lua, &sql)))?)?;
    exports.raw_set("files", lua.create_function(|_, (base, folder): (LuaString, String)| Ok(store::paths(&file::path(&base), &folder)))?)?;
    exports.raw_set("entries", lua.create_function(|lua, path: Option<LuaString>| respond::give(lua, || file::entries(path.as_ref())))?)?;
    exports.raw_set("new_file", lua.create_function(|lua, path: Value| respond::give(lua, || file::create(&path)))?)?;
    exports.raw_set("address", lua.create_function(|lua, text: Value| respond::give(lua, || address(lua, &text)))?)?;
    exports.raw_set("roles", lua.create_function(|lua, data: Value| respond::give(lua, || arguments::roles(&data)))?)?;
    exports.raw_set("command", command::functions(lua)?)?;
    exports.raw_set("api", api::functions(lua)?)?;
    exports.raw_set("v1", v1::functions(lua)?)?;
    exports.raw_set("account", lua.create_function(|lua, data: Table| respond::give(lua, || account(lua, &data)))?)?;
    exports.raw_set("step", lua.create_function(step::told)?)?;
    exports.raw_set("quiet_steps", step::quiet(lua)?)?;
    exports.raw_set("metrics", step::metrics(lua)?)?;
    exports.raw_set("refusals", lua.create_function(|lua, ()| respond::give(lua, || refusals(lua)))?)?;
    exports.raw_set("codes", Error::CODES)?;
    exports.raw_set("input", input::functions(lua)?)?;
    exports.raw_set("apps", lua.create_function(|lua, asked: Table| respond::give(lua, || apps::catalogue(lua, &asked)))?)?;
    exports.raw_set("time", time(lua)?)?;
    exports.raw_set("web", web::functions(lua)?)?;
    exports.raw_set("pictures", pictures::functions(lua)?)?;
    exports.raw_set("options", options::functions(lua)?)?;
    exports.raw_set("version", env!("CARGO_PKG_VERSION"))?;
    // The Lua files read the same file. If the two differ, library and Lua files are of different versions (spec/tools/interface.lua).
    exports.raw_set("interface", include_str!("../../lua/invites_core/interface").trim_ascii())?;
    Ok(exports)
}

/// { text, iso = functions (Unix seconds or nil for never) → text or nil; left = function (Unix seconds or nil,
/// now) → id of a text about the last day and number for it, or nil }
fn time(lua: &Lua) -> Result<Table> {
    let table = lua.create_table()?;
    let read = |seconds: Option<i64>| seconds.map(UnixTime::from_seconds);
    table.raw_set("text", lua.create_function(move |_, seconds| Ok(read(seconds).map(UnixTime::text)))?)?;
    table.raw_set("iso", lua.create_function(move |_, seconds| Ok(read(seconds).map(UnixTime::to_iso)))?)?;
    let left = move |_: &Lua, (seconds, now): (Option<i64>, i64)| Ok(read(seconds).and_then(|time| time.left(UnixTime::from_seconds(now))).unzip());
    table.raw_set("left", lua.create_function(left)?)?;
    Ok(table)
}

/// A ledger with the options of a host. Nothing is opened yet.
fn open(options: &Table) -> respond::Answer<handle::LedgerHandle> {
    let settings = Settings {
        host: arguments::text(options, "host")?,
        store_tokens: options.raw_get("store_tokens")?,
        ttl: arguments::lifetime(options, "ttl")?.ok_or(Refusal::TtlInvalid)?,
        reset_ttl: arguments::lifetime(options, "reset_ttl")?.ok_or(Refusal::TtlInvalid)?,
        contact_ttl: arguments::lifetime(options, "contact_ttl")?.ok_or(Refusal::TtlInvalid)?,
        history: arguments::lifetime(options, "history")?.ok_or(Refusal::TtlInvalid)?,
        allowance: arguments::allowance(options)?,
        welcomes: options.raw_get("welcomes")?,
        chains: arguments::chains(options)?,
        rooms: arguments::rooms(options)?,
        receivers: arguments::receivers(options)?,
        process: PROCESS.get_or_try_init(|| draw(&mut SysRng).map(Process::new))?.clone(),
        budget: Some(BUDGET.clone()),
    };
    let location = Location::parse(&arguments::text(options, "database")?)?;
    handle::LedgerHandle::new(settings, location, options.raw_get("is_server")?)
}

/// () → code → { type and condition of the stanza error, status of HTTP, text for people, `owner_text` for those who may know more, or nil }
fn refusals(lua: &Lua) -> respond::Answer<Table> {
    let messages = Messages::parse([(Messages::FALLBACK, i18n::ENGLISH)])?;
    let text = |prefix: &str, code: &str| messages.format(Messages::FALLBACK, &format!("{prefix}{code}"), []);
    let table = lua.create_table()?;
    for (code, reply) in Refusal::REPLIES {
        let row = lua.create_table()?;
        row.raw_set("type", reply.kind)?;
        row.raw_set("condition", reply.condition)?;
        row.raw_set("status", reply.status)?;
        row.raw_set("text", text("refusal-", code)?)?;
        row.raw_set("owner_text", text("adhoc-refusal-", code).ok())?;
        table.raw_set(*code, row)?;
    }
    Ok(table)
}

/// (what the store `accounts` has of one) → { created, credentials: a text that changes with the password, or false; `is_half_made` }
fn account(lua: &Lua, data: &Table) -> respond::Answer<Table> {
    let bytes = |key: &str| Ok::<_, mlua::Error>(lua.coerce_string(data.raw_get(key)?)?.map(|text| text.as_bytes().to_vec()).unwrap_or_default());
    let number = |key: &str| lua.coerce_number(data.raw_get(key)?);
    let is_set = |key: &str| Ok::<_, mlua::Error>(!matches!(data.raw_get(key)?, Value::Nil | Value::Boolean(false)));
    let mut stored = StoredAccount {
        times: (number("created")?, number("updated")?),
        is_disabled: is_set("disabled")?,
        is_disabled_by_somebody: is_set("disabled_meta")?,
        ..StoredAccount::default()
    };
    for (field, key) in stored.credentials.iter_mut().zip(CREDENTIALS) {
        *field = bytes(key)?;
    }
    let table = lua.create_table()?;
    table.raw_set("created", stored.times.0)?;
    table.raw_set("credentials", stored.credentials().map_or(Ok(Value::Boolean(false)), |text| text.into_lua(lua))?)?;
    table.raw_set("is_half_made", stored.is_half_made())?;
    Ok(table)
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

/// (Prosody's option `sql`) → URL of the same database
fn sql_url(lua: &Lua, sql: &Table) -> respond::Answer<String> {
    let bytes = |key: &str| Ok::<_, mlua::Error>(lua.coerce_string(sql.raw_get(key)?)?.map(|text| text.as_bytes().to_vec()));
    let database = bytes("database")?.ok_or_else(|| arguments::misuse("the option sql names no database"))?;
    let port = lua.coerce_integer(sql.raw_get("port")?)?.map(Into::into);
    Ok(SqlOption { login: (bytes("username")?, bytes("password")?), host: bytes("host")?, port, database }.url())
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
