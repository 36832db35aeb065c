//! Translated texts as an object in Lua.

use std::rc::Rc;

use mlua::{Lua, MultiValue, Table, UserData, UserDataMethods, Value};

use super::adhoc::Dialog;
use super::respond::{Answer, give};
use super::{arguments, file};
use crate::store::texts;
use crate::{Argument, Messages, UnixTime, text};

/// The texts of one module.
pub(super) struct Catalogue(Rc<Messages>);

/// The English texts as they were when the library was built: those of refusals, and of forms where the files can't be read.
pub(super) const ENGLISH: &str = include_str!("../../lua/mod_invites/locales/en.ftl");

/// (folder with a file of Fluent for each language; or language tag → Fluent source; neither: English alone) → the texts
pub(super) fn open(sources: &Value) -> Answer<Catalogue> {
    let mut owned = Vec::new();
    if let Value::Table(sources) = sources {
        for pair in sources.pairs::<String, Value>() {
            let (tag, source) = pair?;
            owned.push((tag, arguments::maybe_text(&source)?.ok_or_else(|| arguments::misuse("a source is a text"))?));
        }
    } else if let Value::String(folder) = sources {
        owned = texts(&file::path(folder), "ftl")?;
    }
    if owned.is_empty() {
        owned.push((Messages::FALLBACK.to_owned(), ENGLISH.to_owned()));
    }
    Ok(Catalogue(Rc::new(Messages::parse(owned.iter().map(|(tag, source)| (tag.as_str(), source.as_str())))?)))
}

impl UserData for Catalogue {
    fn add_methods<M: UserDataMethods<Self>>(methods: &mut M) {
        // (requested tag or nil, Accept-Language or nil) → tag of the language, whether it is written from right to left
        methods.add_method("choose", |lua, Self(texts), (wished, accepted): (Value, Value)| {
            give(lua, || {
                let tag = texts.choose(any_text(&wished).as_deref(), any_text(&accepted).as_deref());
                Ok((tag.to_owned(), texts.is_right_to_left(tag)))
            })
        });
        // () → array of all tags
        methods.add_method("tags", |_, Self(texts), ()| Ok(texts.tags().map(str::to_owned).collect::<Vec<_>>()));
        // (tag) → what ad-hoc commands show, in this language
        methods.add_method("dialog", |_, Self(messages), tag: String| Ok(Dialog { messages: messages.clone(), tag }));
        // (tag, Unix seconds, or nil for never) → the time in words, or nil
        methods.add_method("moment", |lua, Self(texts), (tag, seconds): (String, Option<i64>)| {
            give(lua, || Ok(seconds.map(|seconds| texts.moment(&tag, UnixTime::from_seconds(seconds))).transpose()?))
        });
        // (tag, id of a message) → text that is the same whatever it is told, or nil
        methods.add_method("constant", |_, Self(texts), (tag, id): (String, String)| Ok(texts.constant(&tag, &id)));
        // (tag, id of a message, name → text or number, or nil) → text
        methods
            .add_method("format", |lua, Self(texts), (tag, id, told): (String, String, Option<Table>)| format(lua, texts, &tag, &id, told.as_ref()));
    }
}

fn format(lua: &Lua, texts: &Messages, tag: &str, id: &str, told: Option<&Table>) -> mlua::Result<MultiValue> {
    give(lua, || {
        let mut arguments = Vec::new();
        for pair in told.into_iter().flat_map(Table::pairs::<String, Value>) {
            let (name, value) = pair?;
            arguments.push((name, argument(&value)?));
        }
        Ok(texts.format(tag, id, arguments)?)
    })
}

fn argument(value: &Value) -> Answer<Argument> {
    match value {
        Value::Integer(number) => {
            i32::try_from(*number).map(|number| Argument::Number(number.into())).map_err(|_| arguments::misuse("too large a number"))
        }
        Value::Number(number) => Ok(Argument::Number(*number)),
        // The name of a site may use another encoding. A page with replaced characters is better than none.
        Value::String(told) => Ok(Argument::Text(text::plain(&told.to_string_lossy()).into_owned())),
        _ => Err(arguments::misuse("a text is told texts and numbers")),
    }
}

/// A header of a request, if it is text.
fn any_text(value: &Value) -> Option<String> {
    value.as_string().and_then(|text| text.to_str().ok().map(|text| text.to_owned()))
}
