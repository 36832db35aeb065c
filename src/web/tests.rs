//! What several tests of web pages use.

use serde_json::Value;

use crate::options::Raw;

/// Whether the English texts have one of this id.
pub(crate) fn has_text(id: &str) -> bool {
    include_str!("../../lua/mod_invites/locales/en.ftl").contains(&format!("\n{id} ="))
}

/// JSON as Lua would have it.
pub(crate) fn raw(value: &Value) -> Raw {
    match value {
        Value::Null => Raw::Nil,
        Value::Bool(value) => Raw::Boolean(*value),
        Value::Number(number) => Raw::Number(number.as_f64().unwrap()),
        Value::String(text) => Raw::Text(text.clone().into()),
        Value::Array(list) => Raw::of_list(list.iter().map(raw).collect()),
        Value::Object(map) => Raw::Table(map.len(), map.iter().map(|(name, value)| (Raw::Text(name.clone().into()), raw(value))).collect()),
    }
}
