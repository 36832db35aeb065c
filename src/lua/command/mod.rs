//! The command line for Lua: its table of commands, what was typed, and invites as text.

mod request;
mod show;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

use mlua::{Error, Lua, Result, String as LuaString, Table, UserData, UserDataMethods, Value as LuaValue};
use serde_json::{Value as Json, json};

use super::arguments::misuse;
use super::respond::{Answer, give};
use super::results::{add, json, serialized};
use crate::command::help::{self, Host};
use crate::command::lines::Lines;
use crate::command::{Arg, Command, Flag, Front, Section, check, invites, keys, read, running, selftest, text, value};

use crate::store::ask_admin_socket;
use crate::store::suite::Places;
use crate::terminal;

use request::{outcome, texts};
pub(super) use show::{Form, show, show_count, show_created};
use words::{prepared, words};

/// The functions for it.
pub(super) fn functions(lua: &Lua) -> Result<Table> {
    let table = lua.create_table()?;
    // (name of a section) → { name, desc, module, and the commands that the shell has }
    add(lua, &table, "section", |lua, name: String| give(lua, || Ok(section(lua, named(&name)?)?)))?;
    // ("shell" or "prosodyctl", name of a section, { n, the name of a command and what was typed for it }, JID → { username, host } or nil) → request; or
    // nil, "ask", array of JIDs; nil, "help" or "overview", text; nil, "mistyped", text, usage
    add(lua, &table, "read", |lua, (front, name, typed, jids): (String, String, Table, Option<Table>)| {
        give(lua, || {
            let front = if front == "shell" { Front::Shell } else { Front::Prosodyctl };
            let section = named(&name)?;
            let read = read(front, section, &words(section, &typed)?, &prepared(jids)?);
            Ok(outcome(lua, read, &section.prefix(front))?)
        })
    })?;
    // (name of a host, array of those that there are) → error
    add(lua, &table, "unknown_host", |_, (name, known): (LuaString, Vec<String>)| {
        Ok(help::unknown_host(&name.as_bytes(), known.iter().map(String::as_str)))
    })?;
    // (code of a refusal, request) → what it means for this request, or nil
    add(lua, &table, "refused", |_, (code, request): (String, Table)| refused(&code, &request))?;
    // (request, { `is_component`, `is_disabled`, `has_register` }) → why the command makes no sense there, or nil
    add(lua, &table, "unfit", |_, (request, host): (Table, Table)| {
        let name: String = request.raw_get("command")?;
        let command = [&invites::SECTION, &keys::SECTION].into_iter().find_map(|section| section.command(name.as_bytes()));
        let is = |what: &str| host.raw_get::<Option<bool>>(what).map(Option::unwrap_or_default);
        let facts = Host { is_component: is("is_component")?, is_disabled: is("is_disabled")?, has_register: is("has_register")? };
        let name: String = request.raw_get("host")?;
        Ok(command.and_then(|command| help::unfit(command, &name, facts)))
    })?;
    // (path of the admin shell's socket, host) → { version, started, modules = { name → path } } of the running server; or nil, why not
    add(lua, &table, "running", |lua, (socket, host): (String, String)| match running_server(&socket, &host) {
        Ok(running) => Ok((Some(serialized(lua, &running)?), None)),
        Err(why) => Ok((None, Some(why))),
    })?;
    // (path of the admin shell's socket, name of an event, host, array of usernames) → true: the running server has fired it for each; or nil, why not
    add(lua, &table, "tell_server", |_, (socket, event, host, names): (String, String, String, Vec<String>)| {
        let told = ask_admin_socket(Path::new(&socket), &running::news(&event, &host, &names))
            .and_then(|answer| running::was_told(&answer).map_err(str::to_owned));
        Ok(told.map_or_else(|why| (None, Some(why)), |()| (Some(true), None)))
    })?;
    // (can parts of lines be sent?) → lines: see below
    add(lua, &table, "lines", |_, can_split: bool| Ok(Lines::new(can_split)))?;
    // (language tag, array of those that there are) → error, or nil
    add(lua, &table, "unknown_language", |_, (tag, known): (LuaString, Vec<String>)| Ok(value::language(&tag.as_bytes(), &known).err()))?;
    // (what Lua says of a host, see src/command/check) → array of lines, how many of them say what there is to do
    add(lua, &table, "check", |lua, facts: LuaValue| give(lua, || Ok(report(&facts)?)))?;
    // (what came of a step, see src/command/selftest) → the line about it, "ok", "failed" or "skipped"
    add(lua, &table, "selftest", |lua, step: LuaValue| give(lua, || Ok(step_line(&step)?)))?;
    // (form) → the line above invites in this form, or above their numbers
    add(lua, &table, "head", |_, form: String| {
        Ok(match form.as_str() {
            "count" => text::count_row("Kind", "State", "Count"),
            "csv" => text::csv::HEAD.to_owned(),
            form => text::head(form == "state-row"),
        })
    })?;
    Ok(table)
}

impl UserData for Lines {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // (line) → text to be sent before it, or nil; array of its parts to be sent then
        methods.add_method_mut("add", |lua, lines, line: LuaString| {
            let (before, parts) = lines.add(&line.as_bytes());
            Ok((before.map(|text| lua.create_string(text)).transpose()?, texts(lua, &parts)?))
        });
        // (does the last line stay?) → text of all other lines, or nil
        methods.add_method_mut("take", |lua, lines, keeps_last: bool| lines.take(keeps_last).map(|text| lua.create_string(text)).transpose());
    }
}

fn refused(code: &str, request: &Table) -> Result<Option<String>> {
    let (command, prefix, host): (String, String, String) = (request.raw_get("command")?, request.raw_get("prefix")?, request.raw_get("host")?);
    let username: Option<String> = request.raw_get("username")?;
    let jid = username.map(|username| terminal::text(format!("{username}@{host}").as_bytes()).into_owned());
    let reference: Option<LuaString> = request.raw_get("token")?;
    Ok(help::refused(code, &command, &prefix, jid.as_deref(), reference.map(|typed| typed.as_bytes().to_vec()).as_deref()))
}

fn running_server(socket: &str, host: &str) -> std::result::Result<running::Running, String> {
    let answer = ask_admin_socket(Path::new(socket), &running::question(host))?;
    running::read(&answer).map_err(str::to_owned)
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
        table.raw_push(json(lua, &for_shell(command, &section.prefix(Front::Shell)))?)?;
    }
    Ok(table)
}

/// A command as `compat.add_shell_commands` takes it, without the function that runs it.
fn for_shell(command: &Command, prefix: &str) -> Json {
    // The shell's help knows of no arguments that may be missing.
    let name = |arg: &Arg| if arg.is_optional { format!("[{}]", arg.key) } else { arg.key.to_owned() };
    let args: Vec<_> = command.args.iter().map(|arg| json!({ "name": name(arg), "type": "string" })).collect();
    let flags = |is_of: fn(&&Flag) -> bool| command.flags.iter().filter(is_of).map(|flag| (flag.name, true)).collect::<BTreeMap<_, _>>();
    let mut without_value = flags(|flag| flag.place.is_none());
    without_value.insert("help", true);
    json!({
        "name": command.name, "desc": command.desc, "host_selector": command.args.first().map(|arg| arg.key), "args": args,
        "text": help::help(command, prefix), "flags": {
            "array_params": flags(|flag| flag.is_repeated), "value_params": flags(|flag| flag.place.is_some() && !flag.is_repeated),
            "kv_params": without_value, "short_params": { "h": "help" },
        },
    })
}

/// The report of `check` about what Lua says of a host: array of its lines, how many of them say what there is to do.
fn report(facts: &LuaValue) -> Result<(Vec<String>, usize)> {
    let mut facts = plain(facts)?;
    if let Some(Json::Object(suite)) = facts.get_mut("suite") {
        let places: Places = serde_json::from_value(Json::Object(suite.clone())).map_err(Error::external)?;
        if let Json::Object(found) = serde_json::to_value(places.look()).map_err(Error::external)? {
            suite.extend(found);
        }
    }
    let facts = serde_json::from_value(facts).map_err(Error::external)?;
    let report = check::check(&facts);
    Ok((report.lines, report.to_do))
}

/// The line of `selftest` about a step, and how the step ended.
fn step_line(step: &LuaValue) -> Result<(String, &'static str)> {
    let step = serde_json::from_value(plain(step)?).map_err(Error::external)?;
    let (line, outcome) = selftest::line(&step);
    Ok((line, outcome.word()))
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
