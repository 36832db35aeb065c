//! The end of a call: a result, a refusal, or an error because it was misused.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use mlua::{IntoLua, IntoLuaMulti, Lua, MultiValue, Table, Value};

use crate::policy::{Question, Subject};
use crate::{Error, Refusal};

/// An expected failure, which becomes `nil, code, detail`, with the short id of the invite if there is one.
pub(super) struct Refused {
    error: Error,
    id: Option<String>,
}

impl Refused {
    /// The same failure with the short id of the invite.
    pub(super) fn about(self, id: String) -> Self {
        Self { id: Some(id), ..self }
    }

    /// Whether the database has failed.
    pub(super) fn is_failure(&self) -> bool {
        matches!(self.error, Error::Failed(_))
    }
}

impl<E: Into<Error>> From<E> for Refused {
    fn from(error: E) -> Self {
        Self { error: error.into(), id: None }
    }
}

/// Why a call has no result.
pub(super) enum CallError {
    /// An expected failure.
    Expected(Refused),
    /// Our own Lua code called the library wrongly. It raises an error.
    Misused(mlua::Error),
}

impl From<Refused> for CallError {
    fn from(refused: Refused) -> Self {
        Self::Expected(refused)
    }
}

impl From<Error> for CallError {
    fn from(error: Error) -> Self {
        Self::Expected(error.into())
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
    match caught(call) {
        Ok(answer) => answer.into_lua_multi(lua),
        Err(CallError::Expected(refused)) => refuse(lua, &refused),
        Err(CallError::Misused(error)) => Err(error),
    }
}

/// Runs a call. A panic becomes a failure, and its message part of that.
///
/// The ledger can be used after a panic: transactions are the database's, and an engine that was left within one rolls back.
pub(super) fn caught<T, E: From<Error>>(call: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let failed = |panic: Box<dyn Any + Send>| Error::Failed(format!("the library failed: {}", words(panic.as_ref())));
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|panic| Err(failed(panic).into()))
}

/// nil, code, detail, short id of an invite or nil, name of an account that could not be looked up or nil
fn refuse(lua: &Lua, Refused { error, id }: &Refused) -> mlua::Result<MultiValue> {
    let detail = match error {
        Error::Ask(asked) => Value::Table(questions(lua, asked)?),
        other => other.to_string().into_lua(lua)?,
    };
    let account = match error {
        Error::AccountUnknown(username) => Some(username.as_str()),
        _ => None,
    };
    (Value::Nil, error.code(), detail, id.as_deref(), account).into_lua_multi(lua)
}

/// Array of { username, subject, since = when the name was claimed, for a question about a claim }.
fn questions(lua: &Lua, asked: &[Question]) -> mlua::Result<Table> {
    let list = lua.create_table_with_capacity(asked.len(), 0)?;
    for question in asked {
        let entry = lua.create_table()?;
        entry.raw_set("username", question.username.as_str())?;
        entry.raw_set("subject", subject(question.subject))?;
        if let Subject::Claim(since) = question.subject {
            entry.raw_set("since", since.seconds())?;
        }
        list.raw_push(entry)?;
    }
    Ok(list)
}

/// The word for what a question is about.
fn subject(subject: Subject) -> &'static str {
    match subject {
        Subject::Account => "account",
        Subject::Claim(_) => "claim",
        Subject::Permission => "permission",
        Subject::Privilege => "privilege",
    }
}

fn words(panic: &(dyn Any + Send)) -> &str {
    panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no reason given")
}
