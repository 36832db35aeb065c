//! Bounds of `additional_data`.

use serde_json::{Map, Value};

use crate::{Refusal, text};

/// The deepest nesting of lists and objects in `additional_data`. Deeper data is a cycle or an attack.
pub(crate) const DEEPEST: usize = 16;
/// The largest `additional_data`, in bytes of JSON.
pub(crate) const LARGEST: usize = 64 * 1024;
/// Bytes that each value counts besides its text. A list of thousands of small values takes longer to read than a text.
pub(crate) const LEAST: usize = 17;

/// The data with a note that can be shown. Rows of older versions and files may have any note.
pub(crate) fn with_sound_note(mut data: Value) -> Value {
    if let Some(Value::String(note)) = data.get_mut("note") {
        *note = text::sound(note).into_owned();
    }
    data
}

/// `additional_data` within the same bounds as modules have, and without null, which Lua can't store.
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
