//! What was typed, as Prosody hands it over.

use mlua::{Result, String as LuaString, Table, Value as LuaValue};

use crate::command::{Command, Jids, Section};

/// What was typed as words, the name of the command first. The shell of 13.0 hands over texts and a table of flags; 0.12 has flags as they were typed, or
/// as the Lua console has them.
pub(super) fn words(section: &Section, typed: &Table) -> Result<Vec<Vec<u8>>> {
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

/// What Prosody has made of JIDs: text → { username, host }.
pub(super) fn prepared(jids: Option<Table>) -> Result<Jids> {
    let Some(jids) = jids else { return Ok(Jids::new()) };
    let jid = |pair: Result<(LuaString, Table)>| {
        let (text, jid) = pair?;
        Ok((text.as_bytes().to_vec(), (jid.raw_get("username")?, jid.raw_get("host")?)))
    };
    jids.pairs().map(jid).collect()
}
