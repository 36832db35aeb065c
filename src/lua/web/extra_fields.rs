//! The fields that an option adds to the form, for Lua.

use mlua::{Lua, Result, String as LuaString, Table, UserData, UserDataMethods, Value as LuaValue};

use serde_json::{Value as Json, json};

use super::bytes;
use crate::lua::raw::Tables;
use crate::lua::results::{self, json};
use crate::web::extra_fields::{Field, Shown, Value};

/// How deep fields are read: their options, each of which is a table.
const DEEPEST: usize = 3;

/// Adds the function to `web`.
pub(super) fn add(lua: &Lua, web: &Table) -> Result<()> {
    // (array of fields of `util.dataforms`) → an object for them
    results::add(lua, web, "extra_fields", |_, written: Vec<Table>| ExtraFields::of(written))
}

/// The fields that an option adds to the form, each with what `util.dataforms` has of it, as an object in Lua.
struct ExtraFields(Vec<(Field, Table)>);

impl ExtraFields {
    fn of(written: Vec<Table>) -> Result<Self> {
        let read = |table: Table| {
            let field = Field::of(&Tables::default().read(&LuaValue::Table(table.clone()), DEEPEST)?);
            Ok(field.map(|field| (field, table)))
        };
        written.into_iter().filter_map(|table| read(table).transpose()).collect::<Result<_>>().map(Self)
    }

    fn read(&self, lua: &Lua, form: &Table) -> Result<(Table, Table, Table)> {
        let (values, problems, sent) = (lua.create_table()?, lua.create_table()?, lua.create_table()?);
        for (field, table) in &self.0 {
            let text = bytes(form, &field.form_name())?.unwrap_or_default();
            sent.raw_set(field.name.as_str(), lua.create_string(&text)?)?;
            match field.read(&text) {
                Ok(None) => {}
                Ok(Some(Value::Text(value))) => values.raw_set(field.name.as_str(), value)?,
                Ok(Some(Value::Lines(lines))) => values.raw_set(field.name.as_str(), lines)?,
                Ok(Some(Value::Own)) => values.raw_set(field.name.as_str(), table.raw_get::<LuaValue>("value")?)?,
                Err(problem) => problems.raw_set(field.name.as_str(), problem)?,
            }
        }
        Ok((values, problems, sent))
    }

    fn show(&self, lua: &Lua, sent: &Table, problems: &Table) -> Result<LuaValue> {
        let mut list = Vec::new();
        for (i, (field, _)) in self.0.iter().enumerate() {
            let text = bytes(sent, &field.name)?.unwrap_or_default();
            if let Some(shown) = field.show(i + 1, &String::from_utf8_lossy(&text)) {
                list.push(given(&shown, problems.raw_get::<Option<String>>(field.name.as_str())?.as_deref()));
            }
        }
        json(lua, &Json::Array(list))
    }
}

fn given(shown: &Shown, problem: Option<&str>) -> Json {
    let options = shown.options.as_ref().map(|options| {
        options.iter().map(|(value, label, is_chosen)| json!({ "value": value, "label": label, "selected": is_chosen })).collect::<Vec<_>>()
    });
    json!({
        "id": shown.id, "name": shown.name, "label_id": shown.label_id, "label": shown.label, "value": shown.value, "type": shown.kind,
        "checked": shown.is_checked, "required": shown.is_required, "hint": shown.hint, "keys": shown.keys, "autocomplete": shown.autocomplete,
        "options": options, "problem": problem, (shown.element.unwrap_or("is_choice")): true,
    })
}

impl UserData for ExtraFields {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // (name of a field of the form → text) → name → value; name → id of the text that says what is wrong; name → what was sent
        methods.add_method("read", |lua, fields, form: Table| fields.read(lua, &form));
        // (what was sent, problems: by name) → array of fields for the template
        methods.add_method("show", |lua, fields, (sent, problems): (Table, Table)| fields.show(lua, &sent, &problems));
        // (template) → names, in the form, of the required fields that it lacks
        methods.add_method("lacking", |_, Self(fields), template: LuaString| {
            let template = template.to_string_lossy();
            let lacking = fields.iter().filter(|(field, _)| field.is_missing_in(&template));
            Ok(lacking.map(|(field, _)| field.form_name()).collect::<Vec<_>>())
        });
    }
}
