//! Values and errors of SQLite as the store has them.

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{ErrorCode, ToSql};

use crate::store::{Arg, Cell};

/// Bytes in the longest value that is read, much more than we ever write.
const LONGEST: usize = 1024 * 1024;
impl ToSql for Arg<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match *self {
            Arg::Null => ToSqlOutput::Owned(Value::Null),
            Arg::Int(value) => ToSqlOutput::Owned(Value::Integer(value)),
            Arg::Text(value) => ToSqlOutput::Borrowed(ValueRef::Text(value.as_bytes())),
            Arg::Blob(value) => ToSqlOutput::Borrowed(ValueRef::Blob(value)),
        })
    }
}

pub(super) fn cell(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(value) => Cell::Int(value),
        ValueRef::Text(value) | ValueRef::Blob(value) if value.len() > LONGEST => Cell::Odd("more than 1 MiB"),
        ValueRef::Text(value) => String::from_utf8(value.to_vec()).map_or(Cell::Odd("a text that is not UTF-8"), Cell::Text),
        ValueRef::Blob(value) => Cell::Blob(value.to_vec()),
        ValueRef::Real(_) => Cell::Odd("a fraction"),
    }
}

/// The text of an error, and what an admin can do about it.
pub(super) fn words(error: &rusqlite::Error) -> String {
    let hint = match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => " (another process holds it)",
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => " (restore it from a backup, or move it away to start with an empty one)",
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen) => " (the server needs to write to the file and to its folder)",
        _ => "",
    };
    format!("{error}{hint}")
}
