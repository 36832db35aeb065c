//! The dialogs and forms of ad-hoc commands as objects in Lua.

use std::rc::Rc;

use mlua::{Lua, Result, String as LuaString, Table, UserData, UserDataMethods, Value};
use serde_json::{Value as Json, json};

use super::arguments::{self, maybe_text, text};
use super::respond::{Answer, give};
use super::results::{json, serialized};
use crate::adhoc::form::{Choice, Field, Form, Type, Value as Filled};
use crate::adhoc::{AccountForm, Lifetimes, Say, Shown};
use crate::{Messages, Refusal};

/// The forms in one language.
#[derive(Clone)]
pub(super) struct Dialog {
    pub(super) messages: Rc<Messages>,
    pub(super) tag: String,
}

struct FormHandle(Form, Dialog);

impl Dialog {
    fn say(&self) -> Say<'_> {
        Say::new(&self.messages, &self.tag)
    }

    fn form(&self, form: Form) -> FormHandle {
        FormHandle(form, self.clone())
    }
}

impl UserData for Dialog {
    /// `settings` are those of `mod_invites`: `ttl`, `longest_ttl`, `contact_ttl`, `most_uses`. An invite is one with its state.
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        methods.add_method("reset_form", |_, dialog, ()| Ok(dialog.form(dialog.say().reset_form())));
        methods.add_method("find_form", |_, dialog, ()| Ok(dialog.form(dialog.say().find_form())));
        // () → form of what a client may send back in any step
        methods.add_method("step_form", |_, dialog, ()| Ok(dialog.form(dialog.say().step_form())));
        // (settings, may any be chosen?, host, may whoever makes it become a contact?, array of roles, array of { id, name } of groups, likewise of rooms,
        // may other rooms be named?) → form
        methods.add_method("account_form", |lua, dialog, own: AccountOptions| give(lua, || account_form(dialog, own)));
        // (settings, may any lifetime be chosen, and any room?, array of { id, name } of rooms) → form
        methods.add_method("contact_form", |lua, dialog, (settings, is_unlimited, rooms): (Table, bool, Table)| {
            give(lua, || {
                let (lifetimes, rooms) = (lifetimes(&settings, is_unlimited, true)?, pairs(&rooms, "id", "name")?);
                Ok(dialog.form(dialog.say().contact_form(lifetimes, &rooms, is_unlimited)))
            })
        });
        // (title, array of { value, label }, which invites, user or nil) → form
        methods.add_method("list_form", |lua, dialog, (title, options, which, user): (String, Table, String, Option<String>)| {
            give(lua, || Ok(dialog.form(dialog.say().list_form(title, pairs(&options, "value", "label")?, &which, user.as_deref()))))
        });
        // (short id, settings, may any lifetime be chosen?, is it a contact invite?) → form
        methods.add_method("extend_form", |lua, dialog, (id, settings, is_unlimited, is_contact): (String, Table, bool, bool)| {
            give(lua, || Ok(dialog.form(dialog.say().extend_form(&id, lifetimes(&settings, is_unlimited, is_contact)?))))
        });
        // (settings, may any lifetime be chosen?, is it for contact invites?) → array of { value, label, is_default }
        methods.add_method("lifetimes", |lua, dialog, (settings, is_unlimited, is_contact): (Table, bool, bool)| {
            give(lua, || Ok(serialized(lua, &lifetimes(&settings, is_unlimited, is_contact)?.choices(dialog.say()))?))
        });
        // (short id, note or nil) → form
        methods.add_method("label_form", |_, dialog, (id, note): (String, Option<String>)| {
            Ok(dialog.form(dialog.say().label_form(&id, note.as_deref())))
        });
        // (array of invites, is it to be said who made them?) → array of a line for each
        methods.add_method("lines", |lua, dialog, (invites, with_creator): (Vec<Table>, bool)| {
            give(lua, || Ok(dialog.say().lines(&invites.iter().map(shown).collect::<Answer<Vec<_>>>()?, with_creator)))
        });
        // (invite) → what the user is told of its new expiry
        methods.add_method("extended", |lua, dialog, invite: Table| give(lua, || Ok(dialog.say().extended(&shown(&invite)?))));
        // (invite) → fields of a result: its links and its end
        methods.add_method("links", |lua, dialog, invite: Table| give(lua, || Ok(rows(lua, dialog.say().links(&shown(&invite)?, true))?)));
        // (invite, host, is its link for this user?) → fields of a result: all about it
        methods.add_method("details", |lua, dialog, (invite, host, with_link): (Table, String, bool)| {
            give(lua, || Ok(rows(lua, dialog.say().details(&host, &shown(&invite)?, with_link))?))
        });
    }
}

impl UserData for FormHandle {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // () → layout for util.dataforms
        methods.add_method("layout", |lua, FormHandle(form, _), ()| layout(lua, form));
        // (map name of a field → array of the texts that were sent) → the same form with them
        methods.add_method("refilled", |_, FormHandle(form, dialog), sent: Table| {
            let values = |name: &str| {
                let values = sent.raw_get::<Option<Table>>(name).ok()??;
                Some(values.sequence_values::<LuaString>().flatten().map(|value| value.to_string_lossy()).collect())
            };
            Ok(dialog.form(form.clone().refilled(values)))
        });
        // (values as util.dataforms reads them, what it says is wrong: map name of a field → anything) → values without those that are empty; or
        // nil, what is wrong, in words
        methods.add_method("read", |lua, FormHandle(form, dialog), (values, problems): (Table, Option<Table>)| {
            let sent = |name: &str| {
                let is_wrong = problems.as_ref().is_some_and(|problems| !matches!(problems.raw_get(name), Ok(Value::Nil)));
                (values.raw_get(name).ok().and_then(filled), !is_wrong)
            };
            Ok(match form.read(dialog.say(), sent) {
                Ok(read) => (Some(written(lua, read)?), None),
                Err(problem) => (None, Some(problem)),
            })
        });
        // (name of a field with too long a value; nil: all of it is too large) → what is wrong, in words
        methods.add_method("too_long", |_, FormHandle(form, dialog), name: Option<LuaString>| {
            let name = name.map(|name| name.to_string_lossy());
            Ok(form.too_long(dialog.say(), name.as_deref()))
        });
    }
}

type AccountOptions = (Table, bool, String, bool, Table, Table, Table, bool);

fn account_form(dialog: &Dialog, (settings, is_unlimited, host, befriends, roles, groups, rooms, any_room): AccountOptions) -> Answer<FormHandle> {
    let form = AccountForm {
        host: &host,
        befriends,
        many_uses: arguments::whole(&settings.raw_get("most_uses")?) != Some(1),
        roles: roles.sequence_values().collect::<Result<_>>()?,
        groups: pairs(&groups, "id", "name")?,
        rooms: pairs(&rooms, "id", "name")?,
        any_room,
    };
    Ok(dialog.form(dialog.say().account_form(&form, lifetimes(&settings, is_unlimited, false)?)))
}

fn lifetimes(settings: &Table, is_unlimited: bool, is_contact: bool) -> Answer<Lifetimes> {
    let lifetime = |key: &str| -> Answer<i64> { Ok(arguments::lifetime(settings, key)?.ok_or(Refusal::TtlInvalid)?) };
    let lifetimes = Lifetimes { usual: lifetime("ttl")?, longest: lifetime("longest_ttl")?, is_unlimited };
    Ok(if is_contact { lifetimes.at_most(lifetime("contact_ttl")?) } else { lifetimes })
}

/// The values of two keys in each table of an array. Bytes that are not UTF-8 are replaced.
fn pairs(list: &Table, one: &str, other: &str) -> Answer<Vec<(String, String)>> {
    let lossy = |table: &Table, key: &str| Ok::<_, mlua::Error>(table.raw_get::<LuaString>(key)?.to_string_lossy());
    list.sequence_values::<Table>()
        .map(|table| {
            let table = table?;
            Ok((lossy(&table, one)?, lossy(&table, other)?))
        })
        .collect()
}

/// An invite as a table of the API.
fn shown(invite: &Table) -> Answer<Shown> {
    let odd = || arguments::misuse("an invite has a kind, a state and times");
    let number = |key: &str| Ok::<_, mlua::Error>(arguments::whole(&invite.raw_get(key)?));
    let word = |key: &str| invite.raw_get::<Value>(key);
    Ok(Shown {
        id: text(invite, "id")?,
        kind: arguments::word(&word("kind")?).ok_or_else(odd)?,
        is_bound: !invite.raw_get::<Value>("username")?.is_nil(),
        address: text(invite, "jid")?,
        state: match word("state")? {
            Value::Nil => crate::State::Pending, // one that was just made
            state => arguments::word(&state).ok_or_else(odd)?,
        },
        uses: number("uses")?.unwrap_or_default(),
        max_uses: number("max_uses")?,
        created: arguments::instant(&invite.raw_get("created_at")?).ok_or_else(odd)?,
        until: arguments::instant(&invite.raw_get("valid_until")?),
        creator: maybe_text(&invite.raw_get("creator")?)?,
        note: maybe_text(&invite.raw_get("note")?)?,
        links: (maybe_text(&invite.raw_get("uri")?)?, maybe_text(&invite.raw_get("landing_page")?)?),
    })
}

/// A submitted value. A text that is not UTF-8 gets a character that is refused later.
fn filled(value: Value) -> Option<Filled> {
    let text = |text: &LuaString| text.to_str().map_or_else(|_| "\0".to_owned(), |text| text.to_owned());
    match value {
        Value::String(one) => Some(Filled::Text(text(&one))),
        Value::Boolean(truth) => Some(Filled::Truth(truth)),
        Value::Table(list) => Some(Filled::List(list.sequence_values::<LuaString>().flatten().map(|one| text(&one)).collect())),
        _ => None,
    }
}

fn written(lua: &Lua, read: Vec<(&'static str, Filled)>) -> Result<Table> {
    let table = lua.create_table()?;
    for (name, value) in read {
        match value {
            Filled::Text(text) => table.raw_set(name, text)?,
            Filled::Truth(truth) => table.raw_set(name, truth)?,
            Filled::List(list) => table.raw_set(name, list)?,
        }
    }
    Ok(table)
}

fn layout(lua: &Lua, form: &Form) -> Result<Table> {
    let table = lua.create_table()?;
    table.raw_set("title", form.title.as_str())?;
    table.raw_set("instructions", form.instructions.as_deref())?;
    for field in &form.fields {
        table.raw_push(json(lua, &one(field))?)?;
    }
    Ok(table)
}

fn one(field: &Field) -> Json {
    let value = match field.kind {
        Type::Boolean => Json::Bool(matches!(field.value.as_deref(), Some("1" | "true"))),
        _ => field.value.clone().into(),
    };
    let option = |option: &Choice| json!({ "value": option.value, "label": option.label, "default": option.is_default.then_some(true) });
    let options = Some(field.options.iter().map(option).collect::<Vec<_>>()).filter(|options| !options.is_empty());
    json!({
        "name": field.name, "type": field.kind.name(), "label": Some(&field.label).filter(|label| !label.is_empty()), "desc": field.hint,
        "required": field.is_required.then_some(true), "value": value, "options": options,
    })
}

/// Fields of a result.
fn rows(lua: &Lua, rows: Vec<(&'static str, String, String)>) -> Result<Table> {
    let list = lua.create_table_with_capacity(rows.len(), 0)?;
    for (name, label, value) in rows {
        list.raw_push(lua.create_table_from([("name", name), ("type", "text-single"), ("label", &label), ("value", &value)])?)?;
    }
    Ok(list)
}
