//! The command line for Lua: its table of commands, what was typed, and invites as text.

use mlua::{Error, IntoLua, IntoLuaMulti, Lua, MultiValue, Result, String as LuaString, Table, Value as LuaValue};

use serde_json::Value as Json;

use super::arguments::misuse;
use super::respond::{Answer, give};
use super::results;
use crate::command::{Command, Front, Jids, Request, Section, Stop, Value, check, help, read, text, value};
use crate::record::{CountRecord, CreatedRecord, InviteRecord};
use crate::{Invite, KindName, State, UnixTime};

/// The functions for it.
pub(super) fn functions(lua: &Lua) -> Result<Table> {
    let table = lua.create_table()?;
    // (name of a section) → { name, desc, module, and the commands that the shell has }
    table.raw_set("section", lua.create_function(|lua, name: String| give(lua, || Ok(section(lua, named(&name)?)?)))?)?;
    // ("shell" or "prosodyctl", name of a section, { n, the name of a command and what was typed for it }, JID → { username, host } or nil) → request; or
    // nil, "ask", array of JIDs; nil, "help" or "overview", text; nil, "mistyped", text, usage
    table.raw_set(
        "read",
        lua.create_function(|lua, (front, name, typed, jids): (String, String, Table, Option<Table>)| {
            give(lua, || {
                let front = if front == "shell" { Front::Shell } else { Front::Prosodyctl };
                let section = named(&name)?;
                let read = read(front, section, &words(section, &typed)?, &prepared(jids)?);
                Ok(outcome(lua, read, &section.prefix(front))?)
            })
        })?,
    )?;
    // (name of a host, array of those that there are) → error
    table.raw_set(
        "unknown_host",
        lua.create_function(|_, (name, known): (LuaString, Vec<String>)| {
            Ok(help::unknown("host", &name.as_bytes(), known.iter().map(String::as_str)) + " (in the configuration)")
        })?,
    )?;
    // (language tag, array of those that there are) → error, or nil
    table.raw_set(
        "unknown_language",
        lua.create_function(|_, (tag, known): (LuaString, Vec<String>)| Ok(value::language(&tag.as_bytes(), &known).err()))?,
    )?;
    // (what Lua says of a host, see src/command/check) → array of lines, how many of them say what there is to do
    table.raw_set("check", lua.create_function(|lua, facts: LuaValue| give(lua, || Ok(report(&facts)?)))?)?;
    // (form) → the line above invites in this form, or above their numbers
    table.raw_set(
        "head",
        lua.create_function(|_, form: String| {
            Ok(match form.as_str() {
                "count" => text::count_head(),
                "csv" => text::CSV_HEAD.to_owned(),
                form => text::head(form == "state-row"),
            })
        })?,
    )?;
    Ok(table)
}

fn named(name: &str) -> Answer<&'static Section> {
    Section::named(name).ok_or_else(|| misuse("no such section of commands"))
}

fn section(lua: &Lua, section: &Section) -> Result<Table> {
    let table = lua.create_table()?;
    table.raw_set("name", section.name)?;
    table.raw_set("desc", section.desc)?;
    table.raw_set("module", section.module)?;
    for command in section.commands.iter().filter(|command| !command.is_prosodyctl_only) {
        table.raw_push(for_shell(lua, command, &section.prefix(Front::Shell))?)?;
    }
    Ok(table)
}

/// A command as `compat.add_shell_commands` takes it, without the function that runs it.
fn for_shell(lua: &Lua, command: &Command, prefix: &str) -> Result<Table> {
    let args = lua.create_table()?;
    for arg in command.args {
        // The shell's help knows of no arguments that may be missing.
        let name = if arg.is_optional { format!("[{}]", arg.key) } else { arg.key.to_owned() };
        args.raw_push(lua.create_table_from([("name", name.as_str()), ("type", "string")])?)?;
    }
    let flags = lua.create_table()?;
    for (params, is_of) in [
        ("array_params", (|flag| flag.is_repeated) as fn(&crate::command::Flag) -> bool),
        ("value_params", |flag| flag.place.is_some() && !flag.is_repeated),
        ("kv_params", |flag| flag.place.is_none()),
    ] {
        let names = command.flags.iter().filter(|flag| is_of(flag)).map(|flag| (flag.name, true));
        flags.raw_set(params, lua.create_table_from(names)?)?;
    }
    flags.raw_get::<Table>("kv_params")?.raw_set("help", true)?;
    flags.raw_set("short_params", lua.create_table_from([("h", "help")])?)?;
    let table = lua.create_table_from([("name", command.name), ("desc", command.desc)])?;
    table.raw_set("host_selector", command.args.first().map(|arg| arg.key))?;
    table.raw_set("args", args)?;
    table.raw_set("flags", flags)?;
    table.raw_set("text", help::help(command, prefix))?;
    Ok(table)
}

/// What was typed as words, the name of the command first. The shell of 13.0 hands over texts and a table of flags; 0.12 has flags as they were typed, or
/// as the Lua console has them.
fn words(section: &Section, typed: &Table) -> Result<Vec<Vec<u8>>> {
    let (mut flags, mut plain) = (Vec::new(), Vec::new());
    let count = typed.raw_get::<Option<i64>>("n")?.unwrap_or_default();
    let first = typed.raw_get::<LuaValue>(1)?;
    let command = first.as_string().and_then(|name| section.command(&name.as_bytes()));
    for at in 1..=count {
        match typed.raw_get::<LuaValue>(at)? {
            LuaValue::Nil => {}
            LuaValue::Table(given) => flags = command.map(|command| flag_words(command, &given)).transpose()?.unwrap_or_default(),
            LuaValue::Boolean(is_given) => match command.and_then(|command| command.as_boolean) {
                Some(flag) if is_given => flags.push(format!("--{flag}").into_bytes()),
                Some(_) => {}
                None => plain.push(is_given.to_string().into_bytes()),
            },
            other => plain.push(typed_text(&other)),
        }
    }
    let at = usize::from(!plain.is_empty());
    plain.splice(at..at, flags);
    Ok(plain)
}

/// A table has no order: flags come in that of the command, and unknown ones last.
fn flag_words(command: &Command, given: &Table) -> Result<Vec<Vec<u8>>> {
    let mut words = Vec::new();
    for flag in command.flags {
        let values = match given.raw_get::<LuaValue>(flag.name)? {
            LuaValue::Nil | LuaValue::Boolean(false) => continue,
            LuaValue::Table(values) if flag.is_repeated => values.sequence_values().collect::<Result<Vec<LuaValue>>>()?,
            value => vec![value],
        };
        for value in values {
            let mut word = format!("--{}", flag.name).into_bytes();
            if flag.place.is_some() {
                word.push(b'=');
                word.extend(typed_text(&value));
            }
            words.push(word);
        }
    }
    for pair in given.pairs::<LuaValue, LuaValue>() {
        let (name, value) = pair?;
        let is_given = !matches!(value, LuaValue::Nil | LuaValue::Boolean(false));
        if let Some(name) = name.as_string().map(|name| name.as_bytes().to_vec()).filter(|_| is_given) {
            if !command.flags.iter().any(|flag| flag.name.as_bytes() == name) {
                words.push([b"--", name.as_slice()].concat());
            }
        }
    }
    Ok(words)
}

/// A text or a number as it would be typed; nothing for other values.
fn typed_text(value: &LuaValue) -> Vec<u8> {
    match value {
        LuaValue::String(text) => text.as_bytes().to_vec(),
        LuaValue::Integer(number) => number.to_string().into_bytes(),
        LuaValue::Number(number) => number.to_string().into_bytes(),
        _ => Vec::new(),
    }
}

fn prepared(jids: Option<Table>) -> Result<Jids> {
    let Some(jids) = jids else { return Ok(Jids::new()) };
    let jid = |pair: Result<(LuaString, Table)>| {
        let (text, jid) = pair?;
        Ok((text.as_bytes().to_vec(), (jid.raw_get("username")?, jid.raw_get("host")?)))
    };
    jids.pairs().map(jid).collect()
}

fn outcome(lua: &Lua, outcome: std::result::Result<Request, Stop>, prefix: &str) -> Result<MultiValue> {
    let nil = LuaValue::Nil;
    match outcome {
        Ok(asked) => {
            let table = request(lua, &asked)?;
            table.raw_set("usage", help::usage(asked.command, prefix))?;
            table.into_lua_multi(lua)
        }
        Err(Stop::Ask(asked)) => (nil, "ask", texts(lua, &asked)?).into_lua_multi(lua),
        Err(Stop::Help(text)) => (nil, "help", text).into_lua_multi(lua),
        Err(Stop::Overview(text)) => (nil, "overview", text).into_lua_multi(lua),
        Err(Stop::Mistyped(text, usage)) => (nil, "mistyped", text, usage).into_lua_multi(lua),
    }
}

/// Arguments and flags by name, and: command, usage, `makes_links`, alone, host, username, warnings, and the spec of the invite to be made.
fn request(lua: &Lua, request: &Request) -> Result<Table> {
    let table = lua.create_table()?;
    for (key, value) in request.values() {
        table.raw_set(key, given(lua, value)?)?;
    }
    table.raw_set("command", request.command.name)?;
    table.raw_set("makes_links", request.command.makes_links)?;
    table.raw_set("alone", request.command.alone)?;
    table.raw_set("host", request.host.as_str())?;
    table.raw_set("username", request.username.as_deref())?;
    table.raw_set("warnings", request.warnings())?;
    if let Some(asked) = request.spec() {
        let bytes = |text: Option<Vec<u8>>| text.map(|text| lua.create_string(text)).transpose();
        let value = |key: &str| request.get(key).map(|value| given(lua, value)).transpose();
        let data = lua.create_table()?;
        data.raw_set("roles", if asked.roles.is_empty() { None } else { Some(texts(lua, &asked.roles)?) })?;
        data.raw_set("groups", value("group")?)?;
        data.raw_set("note", value("note")?)?;
        let spec = lua.create_table()?;
        spec.raw_set("kind", asked.kind.to_string())?;
        spec.raw_set("username", bytes(asked.username)?)?;
        spec.raw_set("inviter", bytes(asked.inviter)?)?;
        spec.raw_set("uses", value("uses")?)?;
        spec.raw_set("ttl", value("expires_after")?)?;
        spec.raw_set("data", Some(data).filter(|data| !data.is_empty()))?;
        table.raw_set("spec", spec)?;
    }
    Ok(table)
}

fn given(lua: &Lua, value: &Value) -> Result<LuaValue> {
    match value {
        Value::Given => true.into_lua(lua),
        Value::Text(text) => lua.create_string(text)?.into_lua(lua),
        Value::Number(number) => number.into_lua(lua),
        Value::Endless => f64::INFINITY.into_lua(lua),
        Value::Methods(names) => lua.create_table_from(names.iter().map(|name| (name.as_str(), true)))?.into_lua(lua),
        Value::Many(many) => texts(lua, many)?.into_lua(lua),
    }
}

fn texts(lua: &Lua, texts: &[Vec<u8>]) -> Result<Table> {
    lua.create_sequence_from(texts.iter().map(|text| lua.create_string(text)).collect::<Result<Vec<_>>>()?)
}

/// The report of `check` about what Lua says of a host: array of its lines, how many of them say what there is to do.
fn report(facts: &LuaValue) -> Result<(Vec<String>, usize)> {
    let facts = serde_json::from_value(plain(facts)?).map_err(Error::external)?;
    let report = check::check(&facts);
    Ok((report.lines, report.to_do))
}

/// Facts that our own files have collected; what is no text in them is shown, not kept.
fn plain(value: &LuaValue) -> Result<Json> {
    Ok(match value {
        LuaValue::Boolean(truth) => Json::Bool(*truth),
        LuaValue::Integer(number) => Json::from(*number),
        LuaValue::Number(number) => Json::from(*number),
        LuaValue::String(text) => Json::String(text.to_string_lossy()),
        LuaValue::Table(table) if table.raw_len() > 0 => table.sequence_values().map(|item| plain(&item?)).collect::<Result<_>>().map(Json::Array)?,
        LuaValue::Table(table) => {
            let fields = table.pairs::<LuaString, LuaValue>().map(|pair| pair.and_then(|(name, value)| Ok((name.to_string_lossy(), plain(&value)?))));
            Json::Object(fields.collect::<Result<_>>()?)
        }
        _ => Json::Null,
    })
}

/// How an invite is wanted besides as a table: as "json", or as a text of this form.
pub(super) type Form = Option<LuaString>;

/// Writes an invite in the form that is wanted: JSON as `json`, "details" as `lines`, "row", "state-row", "description" and "csv" as `text`.
pub(super) fn show(table: &Table, form: &Form, host: &str, invite: &Invite, state: State, uses: Option<&[(Option<String>, UnixTime)]>) -> Result<()> {
    let Some(form) = form else { return Ok(()) };
    let form = form.to_str()?;
    let line = match &*form {
        "json" => {
            let record = InviteRecord::of(host, invite, state);
            return results::set_json(table, &if let Some(uses) = uses { record.with_uses(uses) } else { record });
        }
        "details" => return table.raw_set("lines", text::details(host, invite, state, uses.unwrap_or_default())),
        "row" => text::row(host, invite, None),
        "state-row" => text::row(host, invite, Some(state)),
        "description" => text::describe(host, invite),
        other => return Err(Error::runtime(format!("there is no form {other}"))),
    };
    table.raw_set("text", line)
}

/// The same for an invite that was just made: as the HTTP API answers with it, or as "csv".
pub(super) fn show_created(table: &Table, form: &Form, host: &str, invite: &Invite) -> Result<()> {
    match form.as_ref().map(LuaString::to_str).transpose()?.as_deref() {
        Some("json") => results::set_json(table, &CreatedRecord::of(host, invite)),
        Some("csv") => table.raw_set("text", text::csv(host, invite)),
        _ => Ok(()),
    }
}

/// The same for a number of invites: as "json" or "count".
pub(super) fn show_count(table: &Table, form: &Form, kind: KindName, state: State, count: u64) -> Result<()> {
    match form.as_ref().map(LuaString::to_str).transpose()?.as_deref() {
        Some("json") => results::set_json(table, &CountRecord { kind, state, count }),
        Some("count") => table.raw_set("text", text::count_row(&kind.to_string(), &state.to_string(), &count.to_string())),
        _ => Ok(()),
    }
}
