//! Forms (XEP-0004: Data Forms) and their submitted values. Clients may send anything.

use serde::Serialize;

use super::{Say, words};
use crate::{CreateRequest, Refusal, message, text};

/// The most characters of a value, unless the field has a limit of its own.
pub const LONGEST_VALUE: usize = 4096;

/// The types of fields that we use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// One line.
    TextSingle,
    /// A message of several lines.
    TextMulti,
    /// An address.
    JidSingle,
    /// Yes or no; no to begin with.
    Boolean,
    /// One of the options.
    ListSingle,
    /// Some of the options.
    ListMulti,
    /// An earlier choice, so nothing has to be remembered of clients that go away.
    Hidden,
}

impl Type {
    /// Its name (XEP-0004, section 3.3).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TextSingle => "text-single",
            Self::TextMulti => "text-multi",
            Self::JidSingle => "jid-single",
            Self::Boolean => "boolean",
            Self::ListSingle => "list-single",
            Self::ListMulti => "list-multi",
            Self::Hidden => "hidden",
        }
    }

    /// The message for a value that Prosody can't read. For other types, Prosody only reports missing values.
    fn problem(self) -> &'static str {
        match self {
            Self::JidSingle => "adhoc-value-address",
            Self::Boolean => "adhoc-value-boolean",
            _ => "adhoc-value-missing",
        }
    }
}

/// An option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The value that the client sends back.
    pub value: String,
    /// The text that the client shows.
    pub label: String,
    /// Whether it is selected at first.
    pub is_default: bool,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub kind: Type,
    /// Its label; "" for hidden fields.
    pub label: String,
    /// Its description.
    pub hint: Option<String>,
    /// Its value at first.
    pub value: Option<String>,
    /// Whether it must be filled in.
    pub is_required: bool,
    /// The most characters of its value.
    pub longest: usize,
    /// Its options.
    pub options: Vec<Choice>,
}

impl Field {
    pub(super) fn new(name: &'static str, kind: Type, label: String) -> Self {
        Self { name, kind, label, hint: None, value: None, is_required: false, longest: LONGEST_VALUE, options: Vec::new() }
    }

    pub(super) fn hidden(name: &'static str, value: &str) -> Self {
        Self { value: Some(value.to_owned()), ..Self::new(name, Type::Hidden, String::new()) }
    }

    pub(super) fn note(say: Say<'_>) -> Self {
        Self { longest: CreateRequest::LONGEST_NOTE, ..Self::new("note", Type::TextSingle, say.say("adhoc-note")) }
    }

    pub(super) fn message(say: Say<'_>) -> Self {
        Self { hint: Some(say.say("adhoc-message-hint")), ..Self::new("message", Type::TextMulti, say.say("adhoc-message")) }
    }

    pub(super) fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    pub(super) fn with(self, options: Vec<Choice>) -> Self {
        Self { options, ..self }
    }

    /// Puts what was sent in the place of the value at first. Hidden fields and unknown options stay as they are.
    fn refill(&mut self, sent: &[String]) {
        match self.kind {
            Type::Hidden => {}
            Type::ListSingle => {
                if let Some(value) = sent.first().filter(|value| self.options.iter().any(|option| option.value == **value)) {
                    self.options.iter_mut().for_each(|option| option.is_default = option.value == *value);
                }
            }
            Type::ListMulti => self.options.iter_mut().for_each(|option| option.is_default = sent.contains(&option.value)),
            Type::TextMulti => self.value = Some(message::shown(&sent.join("\n"))),
            Type::TextSingle | Type::JidSingle | Type::Boolean => {
                self.value = sent.first().map(|value| text::clean(value.as_bytes(), LONGEST_VALUE));
            }
        }
    }

    /// The clean value, or the message that says what is wrong with it.
    fn read(&self, value: Option<Value>, is_readable: bool) -> Result<Option<Value>, &'static str> {
        let read = |text: String| match self.kind {
            Type::TextMulti => message::read(text.as_bytes()).map(Option::unwrap_or_default),
            _ => text::line(text.as_bytes(), self.longest).map(str::to_owned),
        };
        let line = |text: String| match read(text) {
            Ok(line) => Ok(Value::Text(line)),
            Err(Refusal::TextTooLong) => Err("adhoc-value-long"),
            Err(_) => Err("adhoc-value-unclean"),
        };
        if !is_readable {
            return Err(self.kind.problem());
        }
        let value = match value {
            Some(Value::Text(text)) => Some(line(text)?).filter(|line| *line != Value::Text(String::new())),
            other => other,
        };
        let is_offered = |chosen: &String| self.options.is_empty() || self.options.iter().any(|option| option.value == *chosen);
        let is_choice = match &value {
            Some(Value::Text(text)) => is_offered(text),
            Some(Value::List(texts)) => texts.iter().all(is_offered),
            Some(Value::Truth(_)) | None => true,
        };
        if is_choice { Ok(value) } else { Err("adhoc-value-choice") }
    }
}

/// A value, as Prosody reads it (`util.dataforms`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A line, an address, or one of the options.
    Text(String),
    /// Yes or no.
    Truth(bool),
    /// Some of the options.
    List(Vec<String>),
}

/// A form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Its title; "" if the form is only for reading.
    pub title: String,
    /// The text above the fields.
    pub instructions: Option<String>,
    /// The fields in their order.
    pub fields: Vec<Field>,
}

impl Form {
    /// The same form with what was sent, so that nobody has to fill it in twice (XEP-0050, section 3.4). `sent` returns the values of a field.
    #[must_use]
    pub fn refilled(mut self, sent: impl Fn(&str) -> Option<Vec<String>>) -> Self {
        for field in &mut self.fields {
            if let Some(values) = sent(field.name) {
                field.refill(&values);
            }
        }
        self
    }

    /// The values of the fields, without empty ones. `sent` returns the value of a field, and whether Prosody could read it.
    ///
    /// # Errors
    /// The text that says what is wrong.
    pub fn read(&self, say: Say<'_>, mut sent: impl FnMut(&'static str) -> (Option<Value>, bool)) -> Result<Vec<(&'static str, Value)>, String> {
        let mut values = Vec::new();
        for field in &self.fields {
            let (value, is_readable) = sent(field.name);
            let value = field.read(value, is_readable).map_err(|problem| wrong(say, field, problem))?;
            values.extend(value.map(|value| (field.name, value)));
        }
        Ok(values)
    }

    /// The text for a value that is too long for any client to have made, or for such a form if there is no name.
    #[must_use]
    pub fn too_long(&self, say: Say<'_>, name: Option<&str>) -> String {
        let field = self.fields.iter().find(|field| name == Some(field.name));
        field.map_or_else(|| say.say("refusal-form-invalid"), |field| wrong(say, field, "adhoc-value-long"))
    }
}

fn wrong(say: Say<'_>, field: &Field, problem: &str) -> String {
    let name = if field.label.is_empty() { field.name } else { &field.label };
    say.tell("adhoc-problem", [("field", words(name)), ("problem", words(&say.say(problem)))])
}

#[cfg(test)]
mod tests {
    use super::super::tests::english;
    use super::*;

    #[test]
    fn what_was_filled_in_is_still_there_when_the_form_is_shown_again() {
        let choice = |value: &str| Choice { value: value.into(), label: value.into(), is_default: value == "a" };
        let list = |name, kind| Field::new(name, kind, "x".into()).with(vec![choice("a"), choice("b"), choice("c")]);
        let fields = vec![
            Field::new("name", Type::TextSingle, "x".into()),
            Field::new("both", Type::Boolean, "x".into()),
            list("one", Type::ListSingle),
            list("some", Type::ListMulti),
            Field::hidden("step", "last"),
        ];
        let form = Form { title: String::new(), instructions: None, fields };
        let shown = |sent: &[(&str, &[&str])]| {
            let values = |name: &str| sent.iter().find(|(known, _)| *known == name).map(|(_, values)| values.iter().map(|&one| one.into()).collect());
            let defaults =
                |field: &Field| field.options.iter().filter(|option| option.is_default).map(|option| option.value.clone()).collect::<String>();
            let form = form.clone().refilled(values);
            form.fields.iter().map(|field| field.value.clone().unwrap_or_else(|| defaults(field))).collect::<Vec<_>>()
        };
        assert_eq!(shown(&[]), ["", "", "a", "a", "last"]);
        let sent: [(&str, &[&str]); 5] =
            [("name", &["ro\u{1b}meo"]), ("both", &["1"]), ("one", &["b", "c"]), ("some", &["b", "c", "z"]), ("step", &["x"])];
        assert_eq!(shown(&sent), ["ro\u{fffd}meo", "1", "b", "bc", "last"]);
        assert_eq!(shown(&[("one", &["z"]), ("some", &[]), ("both", &[])]), ["", "", "a", "", "last"]);
        let long = "é".repeat(200_000);
        assert_eq!(shown(&[("name", &[long.as_str()])])[0].chars().count(), LONGEST_VALUE);
    }

    #[test]
    fn what_was_filled_in_is_read_or_it_is_said_what_is_wrong() {
        let messages = english();
        let say = Say::new(&messages, "en");
        let choice = |value: &str| Choice { value: value.into(), label: value.into(), is_default: false };
        let text = |value: &str| Some(Value::Text(value.into()));
        let list = |values: &[&str]| Some(Value::List(values.iter().map(|&value| value.into()).collect()));
        let short = Field { longest: 3, ..Field::new("note", Type::TextSingle, "Note".into()) };
        let some = Field::new("groups", Type::ListMulti, "Groups".into()).with(vec![choice("a"), choice("b")]);
        let one = Field::new("which", Type::ListSingle, String::new()).with(vec![choice("a")]);
        let (address, truth) = (Field::new("user", Type::JidSingle, "User".into()), Field::new("both", Type::Boolean, "Both".into()));
        let long = "x".repeat(LONGEST_VALUE + 1);
        for (field, value, is_readable, expected) in [
            (&short, text(" a b\t"), true, Ok(text("a b"))),
            (&short, text("  "), true, Ok(None)),
            (&short, None, true, Ok(None)),
            (&short, text("abcd"), true, Err("Note: too long")),
            (&short, text("a\nb"), true, Err("Note: contains characters that can’t be shown")),
            (&short, None, false, Err("Note: required")),
            (&some, list(&["b", "a"]), true, Ok(list(&["b", "a"]))),
            (&some, list(&["a", "c"]), true, Err("Groups: not one of the choices")),
            (&one, text("a"), true, Ok(text("a"))),
            (&one, text("b"), true, Err("which: not one of the choices")),
            (&one, text(""), true, Ok(None)),
            (&address, text("juliet@example.com"), true, Ok(text("juliet@example.com"))),
            (&address, text(&long), true, Err("User: too long")),
            (&address, None, false, Err("User: not a valid address")),
            (&truth, Some(Value::Truth(false)), true, Ok(Some(Value::Truth(false)))),
            (&truth, None, false, Err("Both: must be yes or no")),
        ] {
            let form = Form { title: String::new(), instructions: None, fields: vec![field.clone()] };
            let expected = expected.map(|value| value.into_iter().map(|value| (field.name, value)).collect()).map_err(str::to_owned);
            assert_eq!(form.read(say, |_| (value.clone(), is_readable)), expected);
        }
        let form = Form { title: String::new(), instructions: None, fields: vec![short] };
        assert_eq!(form.too_long(say, Some("note")), "Note: too long");
        assert_eq!(form.too_long(say, Some("other")), "This form can’t be read");
        assert_eq!(form.too_long(say, None), "This form can’t be read");
    }
}
