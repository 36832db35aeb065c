//! The end of a call: a result, a refusal, or an error because it was misused.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use mlua::{IntoLua, IntoLuaMulti, Lua, MultiValue, Table, Value};

use crate::policy::{Question, Subject};
use crate::{Error, Refusal};

/// Why a call has no result.
pub(super) enum CallError {
    /// An expected failure, which becomes `nil, code, detail`.
    Expected(Error),
    /// Our own Lua code called the library wrongly. It raises an error.
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

/// The result of a call.
pub(super) type Answer<T> = Result<T, CallError>;

/// Runs a call and returns its result to Lua. A panic ends only this call.
pub(super) fn give<T: IntoLuaMulti>(lua: &Lua, call: impl FnOnce() -> Answer<T>) -> mlua::Result<MultiValue> {
    // The ledger can be used after a panic: transactions are the database's, and an engine that was left within one rolls back.
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
