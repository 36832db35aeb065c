//! The bounds of `additional_data` in what is imported.

use serde_json::{Map, Value};

use crate::{Refusal, text};

/// How deep lists and objects in `additional_data` may be nested; what goes deeper is a cycle or an attack.
pub(crate) const DEEPEST: usize = 16;
/// How large `additional_data` may be, in bytes of JSON.
pub(crate) const LARGEST: usize = 64 * 1024;
/// For how many bytes each value in it counts, besides its text: a list of thousands of the smallest takes longer to read than a text.
pub(crate) const LEAST: usize = 17;

/// The same data with a note that can be shown: rows of older versions and files may hold anything.
pub(crate) fn with_sound_note(mut data: Value) -> Value {
    if let Some(Value::String(note)) = data.get_mut("note") {
        *note = text::sound(note).into_owned();
    }
    data
}

/// `additional_data` with the bounds of what modules hand over, and without null, which Lua can't keep.
pub(super) fn kept(data: Value) -> Result<Value, Refusal> {
    let data = within(data, 0, &mut 0)?;
    spend(&mut 0, data.to_string().len())?;
    Ok(data)
}

fn within(value: Value, depth: usize, size: &mut usize) -> Result<Value, Refusal> {
    spend(size, LEAST)?;
    match value {
        Value::Array(_) | Value::Object(_) if depth == DEEPEST => Err(Refusal::DataInvalid("lists within lists without end".into())),
        Value::Array(items) => items.into_iter().map(|item| within(item, depth + 1, size)).collect::<Result<_, _>>().map(Value::Array),
        Value::Object(fields) => {
            let mut object = Map::new();
            for (name, field) in fields.into_iter().filter(|(_, field)| !field.is_null()) {
                spend(size, name.len())?;
                object.insert(name, within(field, depth + 1, size)?);
            }
            Ok(Value::Object(object))
        }
        Value::Null => Err(Refusal::DataInvalid("a list with null in it".into())),
        Value::String(text) => {
            spend(size, text.len())?;
            Ok(Value::String(text))
        }
        other => Ok(other),
    }
}

fn spend(size: &mut usize, bytes: usize) -> Result<(), Refusal> {
    *size = size.saturating_add(bytes);
    if *size > LARGEST { Err(Refusal::DataInvalid("more than 64 KiB".into())) } else { Ok(()) }
}
