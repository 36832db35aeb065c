//! Reading `additional_data` with bounds: on depth, on size, and on shapes that would come back changed. All access is raw, so no metamethod runs.

use mlua::{Table, Value};
use serde_json::{Map, Number, Value as Json};

use super::super::respond::{Answer, CallError};
use crate::Refusal;
use crate::record::bounds::{DEEPEST, Size};

/// The roles in `additional_data`, the primary one first. `None` if they are malformed.
pub(in crate::lua) fn roles(data: &Value) -> Answer<Option<Vec<String>>> {
    match data.as_table().map_or(Ok(Value::Nil), |data| data.raw_get("roles"))? {
        Value::Nil => Ok(Some(Vec::new())),
        roles => Ok(json(&roles, 0, &mut Size::default()).ok().and_then(|roles| crate::roles::read(&roles))),
    }
}

/// `additional_data`: a table, or nil.
pub(in crate::lua) fn data(value: &Value) -> Answer<Option<Json>> {
    match value {
        Value::Nil => Ok(None),
        Value::Table(_) => {
            let data = json(value, 0, &mut Size::default())?;
            Size::check(&data)?;
            Ok(Some(data))
        }
        other => Err(unkept(&format!("a {} instead of a table", other.type_name()))),
    }
}

fn json(value: &Value, depth: usize, size: &mut Size) -> Answer<Json> {
    size.add_value()?;
    match value {
        Value::Boolean(truth) => Ok(Json::Bool(*truth)),
        Value::Integer(number) => Ok(Json::Number(i64::from(*number).into())),
        Value::Number(number) => Number::from_f64(*number).map(Json::Number).ok_or_else(|| unkept("a number that is not finite")),
        Value::String(text) => Ok(Json::String(key(text, size)?)),
        Value::Table(_) if depth == DEEPEST => Err(unkept("tables within tables without end")),
        Value::Table(table) => nested(table, depth + 1, size),
        other => Err(unkept(&format!("a {}", other.type_name()))),
    }
}

fn nested(table: &Table, depth: usize, size: &mut Size) -> Answer<Json> {
    let length = table.raw_len();
    let mut fields = Map::new();
    let mut listed = 0;
    for pair in table.pairs::<Value, Value>() {
        let (name, value) = pair?;
        match name {
            Value::String(name) => drop(fields.insert(key(&name, size)?, json(&value, depth, size)?)),
            Value::Integer(index) if usize::try_from(index).is_ok_and(|index| (1..=length).contains(&index)) => {
                size.add(2)?;
                listed += 1;
            }
            other => return Err(unkept(&format!("a {} as key, or a list with gaps", other.type_name()))),
        }
    }
    match (fields.is_empty(), listed) {
        (_, 0) => Ok(Json::Object(fields)),
        (true, listed) if listed == length => {
            (1..=length).map(|index| json(&table.raw_get(index)?, depth, size)).collect::<Answer<_>>().map(Json::Array)
        }
        _ => Err(unkept("a table that is a list and more than that, or has gaps")),
    }
}

fn key(text: &mlua::String, size: &mut Size) -> Answer<String> {
    size.add(text.as_bytes().len())?;
    Ok(text.to_str().map_err(|_| unkept("a text that is not UTF-8"))?.to_owned())
}

fn unkept(what: &str) -> CallError {
    Refusal::DataInvalid(what.to_owned()).into()
}
