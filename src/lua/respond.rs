//! How a call ends: with its answer, with a refusal, or with the news that it was misused.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use mlua::{IntoLua, IntoLuaMulti, Lua, MultiValue, Table, Value};

use crate::policy::{Question, Subject};
use crate::{Error, Refusal};

/// What stands in the way of an answer.
pub(super) enum CallError {
    /// Expected: becomes `nil, code, detail`.
    Expected(Error),
    /// A shim called us wrongly: raises.
    Misused(mlua::Error),
}

impl From<Error> for CallError {
    fn from(error: Error) -> Self {
        Self::Expected(error)
    }
}

impl From<Refusal> for CallError {
    fn from(refusal: Refusal) -> Self {
        Self::Expected(refusal.into())
    }
}

impl From<mlua::Error> for CallError {
    fn from(error: mlua::Error) -> Self {
        Self::Misused(error)
    }
}

/// An answer, if nothing stands in the way.
pub(super) type Answer<T> = Result<T, CallError>;

/// Runs a call and gives Lua what came of it. A panic is the library's own fault and costs only this call.
pub(super) fn give<T: IntoLuaMulti>(lua: &Lua, call: impl FnOnce() -> Answer<T>) -> mlua::Result<MultiValue> {
    // The ledger is safe to use after a panic: its transactions are the database's, and an engine that was left inside one is rolled back.
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(Ok(answer)) => answer.into_lua_multi(lua),
        Ok(Err(CallError::Expected(error))) => refuse(lua, &error),
        Ok(Err(CallError::Misused(error))) => Err(error),
        Err(panic) => refuse(lua, &Error::Failed(format!("the library failed: {}", words(panic.as_ref())))),
    }
}

fn refuse(lua: &Lua, error: &Error) -> mlua::Result<MultiValue> {
    let detail = match error {
        Error::Ask(asked) => Value::Table(questions(lua, asked)?),
        other => other.to_string().into_lua(lua)?,
    };
    (Value::Nil, error.code(), detail).into_lua_multi(lua)
}

fn questions(lua: &Lua, asked: &[Question]) -> mlua::Result<Table> {
    let list = lua.create_table_with_capacity(asked.len(), 0)?;
    for question in asked {
        let entry = lua.create_table()?;
        entry.raw_set("username", question.username.as_str())?;
        match question.subject {
            Subject::Account => {}
            Subject::Claim(since) => entry.raw_set("since", since.seconds())?,
            Subject::Permission => entry.raw_set("permission", true)?,
            Subject::Privilege => entry.raw_set("privilege", true)?,
        }
        list.raw_push(entry)?;
    }
    Ok(list)
}

fn words(panic: &(dyn Any + Send)) -> &str {
    panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no reason given")
}
