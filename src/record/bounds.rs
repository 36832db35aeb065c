//! Bounds of `additional_data`.

use serde_json::{Map, Value};

use crate::invite::message;
use crate::{Refusal, text};

/// The deepest nesting of lists and objects in `additional_data`. Deeper data is a cycle or an attack.
pub(crate) const DEEPEST: usize = 16;
/// The largest `additional_data`, in bytes of JSON.
pub(crate) const LARGEST: usize = 64 * 1024;
/// Bytes that each value counts besides its text. A list of thousands of small values takes longer to read than a text.
const LEAST: usize = 17;

/// The size of what was read so far.
#[derive(Default)]
pub(crate) struct Size(usize);

impl Size {
    /// Counts these bytes.
    pub(crate) fn add(&mut self, bytes: usize) -> Result<(), Refusal> {
        self.0 = self.0.saturating_add(bytes);
        if self.0 > LARGEST { Err(Refusal::DataInvalid("more than 64 KiB".into())) } else { Ok(()) }
    }

    /// Counts a value, besides its text.
    pub(crate) fn add_value(&mut self) -> Result<(), Refusal> {
        self.add(LEAST)
    }

    /// Checks data by its JSON. Escapes and numbers are longer as text, and the text must be read back later.
    pub(crate) fn check(data: &Value) -> Result<(), Refusal> {
        Self::default().add(data.to_string().len())
    }
}

/// The data with a note and a message that can be shown. Rows of older versions and files may have anything there.
pub(crate) fn with_sound_texts(mut data: Value) -> Value {
    if let Some(Value::String(text)) = data.get_mut("message") {
        *text = message::shown(text);
    }
    if let Some(Value::String(note)) = data.get_mut("note") {
        *note = text::sound(note).into_owned();
    }
    data
}

/// `additional_data` within the same bounds as modules have, and without null, which Lua can't store.
pub(super) fn kept(data: Value) -> Result<Value, Refusal> {
    let data = within(data, 0, &mut Size::default())?;
    Size::check(&data)?;
    Ok(data)
}

fn within(value: Value, depth: usize, size: &mut Size) -> Result<Value, Refusal> {
    size.add_value()?;
    match value {
        Value::Array(_) | Value::Object(_) if depth == DEEPEST => Err(Refusal::DataInvalid("lists within lists without end".into())),
        Value::Array(items) => items.into_iter().map(|item| within(item, depth + 1, size)).collect::<Result<_, _>>().map(Value::Array),
        Value::Object(fields) => {
            let mut object = Map::new();
            for (name, field) in fields.into_iter().filter(|(_, field)| !field.is_null()) {
                size.add(name.len())?;
                object.insert(name, within(field, depth + 1, size)?);
            }
            Ok(Value::Object(object))
        }
        Value::Null => Err(Refusal::DataInvalid("a list with null in it".into())),
        Value::String(text) => {
            size.add(text.len())?;
            Ok(Value::String(text))
        }
        other => Ok(other),
    }
}
