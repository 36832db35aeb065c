//! Reading numbers and times.

use mlua::{Table, Value};

use super::super::respond::Answer;
use super::misuse;
use crate::{Refusal, UnixTime};

/// The current time. It comes from `os.time()`, which may return a float.
pub(in crate::lua) fn time(value: &Value) -> Answer<UnixTime> {
    whole(value).filter(|seconds| *seconds >= 0).map(UnixTime::from_seconds).ok_or_else(|| misuse("now must be a time in Unix seconds"))
}

/// Whole seconds of a clock with any start.
pub(in crate::lua) fn elapsed(value: &Value) -> Answer<i64> {
    rounded(value).ok_or_else(|| misuse("a clock gives seconds"))
}

/// A number of seconds in a field.
pub(in crate::lua) fn lifetime(table: &Table, key: &str) -> Answer<Option<i64>> {
    seconds(&table.raw_get(key)?)
}

/// A number of seconds, `math.huge` for "for ever", or nil.
pub(in crate::lua) fn seconds(value: &Value) -> Answer<Option<i64>> {
    match value {
        Value::Nil => Ok(None),
        Value::Number(number) if *number == f64::INFINITY => Ok(Some(i64::MAX)),
        other => rounded(other).filter(|seconds| *seconds > 0).map(Some).ok_or_else(|| Refusal::TtlInvalid.into()),
    }
}

/// A point in time, `math.huge` for "never"; `None` if it is no number.
pub(in crate::lua) fn instant(value: &Value) -> Option<UnixTime> {
    match value {
        Value::Number(number) if *number == f64::INFINITY => Some(UnixTime::NEVER),
        other => rounded(other).map(UnixTime::from_seconds),
    }
}

/// A whole number, also as a float (`1700000000.0`).
pub(in crate::lua) fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Integer(number) => i64::try_from(*number).ok(),
        Value::Number(number) if number.fract() == 0.0 => rounded(value),
        _ => None,
    }
}

/// A number without its fraction; `None` for NaN and infinities.
fn rounded(value: &Value) -> Option<i64> {
    match value {
        Value::Integer(number) => i64::try_from(*number).ok(),
        // `as` saturates, and the ends of the range are "never" and the beginning.
        #[expect(clippy::cast_possible_truncation, reason = "the fraction is what we drop")]
        Value::Number(number) if number.is_finite() => Some(*number as i64),
        _ => None,
    }
}
