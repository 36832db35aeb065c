//! The fields that an option adds to the form, for Lua.

use mlua::{Lua, Result, String as LuaString, Table, UserData, UserDataMethods, Value as LuaValue};

use super::bytes;
use crate::lua::raw::Tables;
use crate::web::extra_fields::{Field, Shown, Value};

/// How deep fields are read: their options, each of which is a table.
const DEEPEST: usize = 3;

/// Adds the function to `web`.
pub(super) fn add(lua: &Lua, web: &Table) -> Result<()> {
    // (array of fields of `util.dataforms`) → an object for them
    web.raw_set("extra_fields", lua.create_function(|_, written: Vec<Table>| ExtraFields::of(written))?)
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

    fn show(&self, lua: &Lua, sent: &Table, problems: &Table) -> Result<Vec<Table>> {
        let mut list = Vec::new();
        for (i, (field, _)) in self.0.iter().enumerate() {
            let text = bytes(sent, &field.name)?.unwrap_or_default();
            if let Some(shown) = field.show(i + 1, &String::from_utf8_lossy(&text)) {
                let table = given(lua, &shown)?;
                table.raw_set("problem", problems.raw_get::<LuaValue>(field.name.as_str())?)?;
                list.push(table);
            }
        }
        Ok(list)
    }
}

fn given(lua: &Lua, shown: &Shown) -> Result<Table> {
    let table = lua.create_table()?;
    table.raw_set("id", shown.id.as_str())?;
    table.raw_set("name", shown.name.as_str())?;
    table.raw_set("label_id", shown.label_id.as_deref())?;
    table.raw_set("label", shown.label.as_str())?;
    table.raw_set("value", shown.value.as_str())?;
    table.raw_set("type", shown.kind)?;
    table.raw_set("checked", shown.is_checked)?;
    table.raw_set("required", shown.is_required)?;
    table.raw_set("hint", shown.hint)?;
    table.raw_set("keys", shown.keys)?;
    table.raw_set("autocomplete", shown.autocomplete)?;
    if let Some(element) = shown.element {
        table.raw_set(element, true)?;
    }
    if let Some(options) = &shown.options {
        let list = lua.create_table()?;
        for (value, label, is_chosen) in options {
            let option = lua.create_table()?;
            option.raw_set("value", value.as_str())?;
            option.raw_set("label", label.as_str())?;
            option.raw_set("selected", *is_chosen)?;
            list.raw_push(option)?;
        }
        table.raw_set("options", list)?;
    }
    Ok(table)
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
