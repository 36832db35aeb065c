//! The fields that the option `additional_registration_fields` adds to the registration form: how they are shown, and how their values are read.

use crate::options::{Raw, shown};
use crate::text::line;

/// Characters of a line.
const LONGEST: usize = 250;
/// Characters of a text of several lines.
const LONGEST_TEXT: usize = 1_000;
/// Of their names in the form, so that none clashes with our own fields.
const PREFIX: &str = "extra_";

/// How browsers complete the known fields (HTML, section 4.10.18.7.1).
const AUTOCOMPLETE: [(&str, &str); 12] = [
    ("nick", "nickname"),
    ("name", "name"),
    ("first", "given-name"),
    ("last", "family-name"),
    ("email", "email"),
    ("address", "street-address"),
    ("city", "address-level2"),
    ("state", "address-level1"),
    ("zip", "postal-code"),
    ("phone", "tel"),
    ("url", "url"),
    ("date", "bday"),
];
/// Which keyboard a phone shows for them.
const KEYS: [(&str, &str); 3] = [("email", "email"), ("phone", "tel"), ("url", "url")];

/// One of the fields, as `util.dataforms` has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: String,
    kind: Kind,
    label: Option<String>,
    is_known: bool,
    is_required: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Line,
    Area,
    Box,
    Private,
    Hidden,
    Choice(Vec<(String, String)>),
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// Several lines.
    Lines(Vec<String>),
    /// What the field itself says.
    Own,
}

/// A field for the template. Ids are those of texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// The name in the form.
    pub name: String,
    /// The id of its element.
    pub id: String,
    /// The id of its label.
    pub label_id: Option<String>,
    /// Its label, where it has none of ours.
    pub label: String,
    /// What is in it.
    pub value: String,
    /// What there is to choose from: value, label, whether it is chosen.
    pub options: Option<Vec<(String, String, bool)>>,
    /// The element: `is_line`, `is_area`, `is_box`, or none where there are options.
    pub element: Option<&'static str>,
    /// The type of a line.
    pub kind: &'static str,
    /// Is it a box that is checked?
    pub is_checked: bool,
    /// Must it be filled in?
    pub is_required: bool,
    /// The id of what is said about it.
    pub hint: Option<&'static str>,
    /// The keyboard.
    pub keys: &'static str,
    /// How browsers complete it.
    pub autocomplete: &'static str,
}

impl Field {
    /// The field that is described, if it has a name.
    #[must_use]
    pub fn of(written: &Raw) -> Option<Self> {
        let Raw::Text(name) = written.field("name") else { return None };
        let kind = match written.field("type") {
            Raw::Text(kind) => match kind.as_slice() {
                b"boolean" => Kind::Box,
                b"hidden" => Kind::Hidden,
                b"text-private" => Kind::Private,
                b"text-multi" | b"list-multi" | b"jid-multi" => Kind::Area,
                b"list-single" => Kind::Choice(choices(written)),
                _ => Kind::Line,
            },
            _ => Kind::Line,
        };
        let is_true = |value: &Raw| !matches!(value, Raw::Nil | Raw::Boolean(false));
        let label = written.field("label");
        Some(Self {
            name: String::from_utf8_lossy(name).into_owned(),
            kind,
            label: is_true(label).then(|| words(label)),
            is_known: is_true(written.field("is_known")),
            is_required: is_true(written.field("required")),
        })
    }

    /// The name in the form.
    #[must_use]
    pub fn form_name(&self) -> String {
        format!("{PREFIX}{}", self.name)
    }

    /// Its value where `sent` was sent for it, if there is one.
    ///
    /// # Errors
    /// The id of the text that says what is wrong.
    pub fn read(&self, sent: &[u8]) -> Result<Option<Value>, &'static str> {
        match &self.kind {
            Kind::Box => Ok(Some(Value::Text(if sent.is_empty() { "0" } else { "1" }.into()))),
            Kind::Hidden => Ok(Some(Value::Own)),
            Kind::Area => {
                if sent.len() > LONGEST_TEXT * 4 {
                    return Err("error-extra-long");
                }
                let lines = sent.split(|byte| b"\r\n".contains(byte)).filter(|line| !line.is_empty());
                Ok(Some(Value::Lines(lines.map(one_line).collect::<Result<_, _>>()?)))
            }
            Kind::Private => {
                let text = std::str::from_utf8(sent).ok().filter(|text| !text.bytes().any(|byte| byte.is_ascii_control()));
                if length(sent) > LONGEST {
                    return Err("error-extra-long");
                }
                Ok(if_any(text.ok_or("error-extra-invalid")?.to_owned()))
            }
            Kind::Line | Kind::Choice(_) => {
                let text = one_line(sent)?;
                if self.name == "email" && !text.is_empty() && !is_email(&text) {
                    return Err("error-extra-email");
                }
                match &self.kind {
                    Kind::Choice(list) if !text.is_empty() && !list.iter().any(|(value, _)| *value == text) => Err("error-extra-invalid"),
                    _ => Ok(if_any(text)),
                }
            }
        }
    }

    /// The field in the form, at this place among all, with what was sent for it before; none if nobody sees it.
    #[must_use]
    pub fn show(&self, place: usize, sent: &str) -> Option<Shown> {
        let known = |list: &[(&str, &'static str)], other| list.iter().find(|(name, _)| *name == self.name).map_or(other, |(_, word)| *word);
        let options = match &self.kind {
            Kind::Hidden => return None,
            Kind::Choice(list) => Some(list.iter().map(|(value, label)| (value.clone(), label.clone(), value == sent)).collect()),
            _ => None,
        };
        let element = match self.kind {
            Kind::Box => Some("is_box"),
            Kind::Area => Some("is_area"),
            Kind::Line | Kind::Private => Some("is_line"),
            Kind::Choice(_) | Kind::Hidden => None,
        };
        let hint = if self.is_required { "extra-required" } else { "extra-optional" };
        Some(Shown {
            name: self.form_name(),
            id: format!("extra-{place}"),
            label_id: self.is_known.then(|| format!("extra-{}", self.name)),
            label: self.label.clone().unwrap_or_else(|| self.name.clone()),
            value: if self.kind == Kind::Private { String::new() } else { sent.to_owned() },
            options,
            element,
            kind: if self.kind == Kind::Private { "password" } else { "text" },
            is_checked: self.kind == Kind::Box && !sent.is_empty(),
            is_required: self.is_required,
            hint: (self.kind != Kind::Box).then_some(hint),
            keys: known(&KEYS, "text"),
            autocomplete: known(&AUTOCOMPLETE, "off"),
        })
    }

    /// Does an admin's own template lack this field, so that nobody could register?
    #[must_use]
    pub fn is_missing_in(&self, template: &str) -> bool {
        self.is_required && self.kind != Kind::Hidden && !template.contains(&self.form_name()) && !template.contains("extras#")
    }
}

fn choices(written: &Raw) -> Vec<(String, String)> {
    let options = written.field("options");
    let list = if *options == Raw::Nil { written.field("value") } else { options };
    let choice = |one: &Raw| match one {
        Raw::Table(..) => {
            let value = words(one.field("value"));
            let label = one.field("label");
            (value.clone(), if *label == Raw::Nil { value } else { words(label) })
        }
        other => (words(other), words(other)),
    };
    list.list(LONGEST_TEXT).unwrap_or_default().into_iter().map(choice).collect()
}

fn words(value: &Raw) -> String {
    if let Raw::Text(text) = value { String::from_utf8_lossy(text).into_owned() } else { shown(value) }
}

fn if_any(text: String) -> Option<Value> {
    (!text.is_empty()).then_some(Value::Text(text))
}

fn one_line(text: &[u8]) -> Result<String, &'static str> {
    let problem = || if length(text) > LONGEST { "error-extra-long" } else { "error-extra-invalid" };
    line(text, LONGEST).map(str::to_owned).map_err(|_| problem())
}

/// How many characters there are in a text that may not be UTF-8.
fn length(text: &[u8]) -> usize {
    text.iter().filter(|byte| !(0x80..0xc0).contains(*byte)).count()
}

fn is_email(text: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && !part.contains(|character: char| character.is_ascii_whitespace() || character == '@');
    text.split_once('@').is_some_and(|(user, host)| is_part(user) && is_part(host))
}

#[cfg(test)]
mod tests;
