//! Bodies of requests: JSON objects with fields that are known.

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error};
use serde_json::{Map, Number, Value};

use super::Problem;
use crate::CreateRequest;
use crate::api::fields::printable;

/// Characters of the longest explanation.
const LONGEST_REASON: usize = 200;

/// The object in a body.
///
/// # Errors
/// The problem: it is none.
pub fn object(body: &[u8]) -> Result<Map<String, Value>, Problem> {
    serde_json::from_slice(body).map_err(|_| Problem::own("body-invalid"))
}

/// An object as a value of this type. If it is none, the fields are tried one by one, to find the one that is wrong.
///
/// # Errors
/// The problem.
pub fn typed<T: DeserializeOwned>(object: Map<String, Value>) -> Result<T, Problem> {
    let error = match serde_json::from_value(Value::Object(object.clone())) {
        Ok(typed) => return Ok(typed),
        Err(error) => error.to_string(),
    };
    for (name, value) in object {
        let alone = Map::from_iter([(name.clone(), value)]);
        let Err(error) = serde_json::from_value::<T>(Value::Object(alone)) else { continue };
        let error = error.to_string();
        if error.starts_with("missing field") {
            continue;
        }
        let code = if error.starts_with("unknown field") { "field-unknown" } else { "field-invalid" };
        let problem = if code == "field-invalid" { Problem::own(code).saying(short(&error)) } else { Problem::own(code) };
        return Err(Problem { field: printable(name.as_bytes()), ..problem });
    }
    Err(Problem::own("field-invalid").saying(short(&error)))
}

fn short(reason: &str) -> String {
    reason.chars().take(LONGEST_REASON).collect()
}

/// A field that may be null, which is something else than missing.
#[expect(clippy::option_option, reason = "missing, null, or a value: these are three")]
pub(super) fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// Such a number without a fraction. In JSON Schema, 5.0 is an integer.
#[expect(clippy::option_option, reason = "missing, null, or a value: these are three")]
pub(super) fn whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<i64>>, D::Error> {
    let Some(number) = Option::<Number>::deserialize(deserializer)? else { return Ok(Some(None)) };
    #[expect(clippy::cast_possible_truncation, reason = "it has no fraction, and what is too large is refused by its bounds")]
    let float = || number.as_f64().filter(|float| float.fract() == 0.0).map(|float| float as i64);
    number.as_i64().or_else(float).map(|number| Some(Some(number))).ok_or_else(|| Error::custom("a number with a fraction"))
}

/// A problem with a field that is as the description says.
pub(super) fn unfit(field: &str, detail: impl Into<String>) -> Problem {
    Problem::own("field-unfit").about(field).saying(detail)
}

/// A text that may have so many characters, and must have one.
pub(super) fn text(field: &str, text: &str, most: usize) -> Result<(), Problem> {
    let is_one = !text.is_empty() && text.chars().count() <= most;
    if is_one { Ok(()) } else { Err(wrong(field, format!("not a text of 1 to {most} characters"))) }
}

/// A note.
pub(super) fn note(note: &str) -> Result<(), Problem> {
    if note.chars().count() > CreateRequest::LONGEST_NOTE {
        return Err(wrong("note", format!("a note has at most {} characters", CreateRequest::LONGEST_NOTE)));
    }
    CreateRequest::note_fits(note).map_err(|refusal| unfit("note", refusal.to_string()))
}

/// A problem with a field.
pub(super) fn wrong(field: &str, detail: impl Into<String>) -> Problem {
    Problem::own("field-invalid").about(field).saying(detail)
}
