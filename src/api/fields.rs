//! What the body of a request may say about the invite to be made. Nothing in it gives power: what accounts may do, whose passwords can be reset and who
//! answers for an invite is not for outsiders to say, so fields of those names are unknown here like any other.

use serde::Serialize;
use serde_json::Value;

use crate::command::value;
use crate::message;
use crate::text;
use crate::web::form;

/// Characters of the longest text.
const LONGEST_TEXT: usize = 1000;
/// As seconds, 136 years.
const LARGEST: i64 = u32::MAX as i64;

/// The invite that somebody wants.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Wanted {
    /// The account that it is bound to.
    pub username: Option<String>,
    /// For how many seconds it is valid.
    pub ttl: Option<i64>,
    /// How often it can be used.
    pub uses: Option<i64>,
    /// A note.
    pub note: Option<String>,
    /// A message for whoever gets it.
    pub message: Option<String>,
    /// The rooms that it leads to.
    pub rooms: Option<Vec<String>>,
}

/// What is wrong with a body.
#[derive(Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is neither JSON nor a form.
    Type,
    /// It can't be read.
    Body,
    /// There is no such field; its name, if that can be told.
    Unknown(Option<String>),
    /// The value of this field makes no sense.
    Field(&'static str),
}

impl Wrong {
    /// The code of the refusal.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Type => "type-unsupported",
            Self::Body => "body-invalid",
            Self::Unknown(_) => "field-unknown",
            Self::Field(_) => "field-invalid",
        }
    }

    /// The name of the field that it is about.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Type | Self::Body => None,
            Self::Unknown(name) => name.as_deref(),
            Self::Field(name) => Some(name),
        }
    }
}

/// The name of a field as it was sent, if it can be told in an answer.
#[must_use]
pub fn printable(name: &[u8]) -> Option<String> {
    let is_name = (1..=40).contains(&name.len()) && name.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte));
    String::from_utf8(name.to_vec()).ok().filter(|_| is_name)
}

enum Field {
    Text(Vec<u8>),
    Other(Value),
}

/// Reads a body of this media type.
///
/// # Errors
/// What is wrong with it.
pub fn read(body: &[u8], content_type: &[u8]) -> Result<Wanted, Wrong> {
    let mut wanted = Wanted::default();
    if body.is_empty() {
        return Ok(wanted);
    }
    for (name, field) in decoded(body, content_type)? {
        let known = ["username", "ttl", "expires_after", "uses", "note", "message", "rooms"].into_iter().find(|known| known.as_bytes() == name);
        let name = known.ok_or_else(|| Wrong::Unknown(printable(&name)))?;
        // Forms send what was not filled in.
        if matches!(&field, Field::Text(text) if text.is_empty()) || matches!(field, Field::Other(Value::Null)) {
            continue;
        }
        let is_new = match name {
            "username" => set(&mut wanted.username, line(&field)),
            "ttl" => set(&mut wanted.ttl, whole(&field)),
            "expires_after" => set(&mut wanted.ttl, period(&field)),
            "uses" => set(&mut wanted.uses, whole(&field)),
            "message" => set(&mut wanted.message, lines(&field)),
            "rooms" => set(&mut wanted.rooms, rooms(field)),
            _ => set(&mut wanted.note, line(&field)),
        };
        is_new.ok_or(Wrong::Field(name))?;
    }
    Ok(wanted)
}

fn decoded(body: &[u8], content_type: &[u8]) -> Result<Vec<(Vec<u8>, Field)>, Wrong> {
    let media_type = String::from_utf8_lossy(content_type).trim_start().to_ascii_lowercase();
    match media_type.split([';', ' ', '\t']).next() {
        Some("application/json") => {
            let fields = form::object(body).map_err(|_| Wrong::Body)?.into_iter();
            let field = |value| if let Value::String(text) = value { Field::Text(text.into_bytes()) } else { Field::Other(value) };
            Ok(fields.map(|(name, value)| (name.into_bytes(), field(value))).collect())
        }
        Some("application/x-www-form-urlencoded") if body.contains(&b'=') => {
            Ok(form::fields(body).map_err(|_| Wrong::Body)?.into_iter().map(|(name, value)| (name, Field::Text(value))).collect())
        }
        Some("application/x-www-form-urlencoded") => Err(Wrong::Body),
        _ => Err(Wrong::Type),
    }
}

/// Nothing if there is no value, or was one before.
fn set<T>(place: &mut Option<T>, value: Option<T>) -> Option<()> {
    let is_free = place.is_none();
    *place = value;
    (is_free && place.is_some()).then_some(())
}

fn line(field: &Field) -> Option<String> {
    let Field::Text(bytes) = field else { return None };
    text::line(bytes, LONGEST_TEXT).ok().map(str::to_owned)
}

/// A message. One of spaces alone is the same as none, and then the field makes no sense.
fn lines(field: &Field) -> Option<String> {
    let Field::Text(bytes) = field else { return None };
    message::read(bytes).ok().flatten()
}

/// A number, or its decimal digits.
fn whole(field: &Field) -> Option<i64> {
    let number = match field {
        Field::Text(digits) if digits.iter().all(u8::is_ascii_digit) => std::str::from_utf8(digits).ok()?.parse().ok()?,
        #[expect(clippy::cast_possible_truncation, reason = "it has no fraction, and what is too large is refused below")]
        Field::Other(Value::Number(number)) => {
            number.as_i64().or_else(|| number.as_f64().filter(|float| float.fract() == 0.0).map(|float| float as i64))?
        }
        _ => return None,
    };
    Some(number).filter(|number| (1..=LARGEST).contains(number))
}

fn period(field: &Field) -> Option<i64> {
    let Field::Text(text) = field else { return None };
    value::period(text).filter(|seconds| *seconds <= LARGEST)
}

/// Addresses in a list, or in a line with spaces between them. Prosody prepares them.
fn rooms(field: Field) -> Option<Vec<String>> {
    match field {
        Field::Text(_) => Some(line(&field)?.split_whitespace().map(str::to_owned).collect()),
        Field::Other(Value::Array(list)) => {
            list.into_iter().map(|room| if let Value::String(text) = room { line(&Field::Text(text.into_bytes())) } else { None }).collect()
        }
        Field::Other(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &[u8] = b"application/json";
    const FORM: &[u8] = b" Application/x-www-form-urlencoded; charset=utf-8";

    #[test]
    fn a_body_says_what_the_invite_is_like() {
        let wanted = |username: &str, ttl, uses, note: &str| {
            let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            Ok(Wanted { username: text(username), ttl, uses, note: text(note), message: None, rooms: None })
        };
        let body = r#"{ "username": " Romeo ", "ttl": 3600, "uses": "05", "note": "for Romeo ♥" }"#;
        assert_eq!(read(body.as_bytes(), JSON), wanted("Romeo", Some(3600), Some(5), "for Romeo ♥"));
        assert_eq!(read(b"expires_after=2+days&uses=5&note=a%26b&username=", FORM), wanted("", Some(172_800), Some(5), "a&b"));
        assert_eq!(read(br#"{ "username": null, "note": "", "ttl": 5.0 }"#, JSON), wanted("", Some(5), None, ""));
        assert_eq!(read(br#"{ "message": " Hi!\r\nRomeo" }"#, JSON).unwrap().message.as_deref(), Some("Hi!\nRomeo"));
        let rooms = Ok(Wanted { rooms: Some(vec!["a@r".to_owned(), "b@r".to_owned()]), ..Wanted::default() });
        assert_eq!(read(br#"{ "rooms": ["a@r", " b@r"] }"#, JSON), rooms);
        assert_eq!(read(b"rooms=a@r+b@r", FORM), rooms);
        assert_eq!(read(b"", b"text/plain"), wanted("", None, None, ""));
        assert_eq!(read(b"{}", JSON), wanted("", None, None, ""));
    }

    #[test]
    fn values_make_sense_or_are_refused() {
        let long = format!(r#"{{"note":"{}"}}"#, "x".repeat(LONGEST_TEXT + 1));
        for body in [
            r#"{"ttl":"0x10"}"#,
            r#"{"ttl":"1e3"}"#,
            r#"{"ttl":" 5"}"#,
            r#"{"ttl":"+5"}"#,
            r#"{"uses":"5 "}"#,
            r#"{"uses":"5.0"}"#,
            r#"{"ttl":0}"#,
            r#"{"ttl":-1}"#,
            r#"{"ttl":1.5}"#,
            r#"{"ttl":1e99}"#,
            r#"{"ttl":4294967296}"#,
            r#"{"ttl":"x"}"#,
            r#"{"ttl":{}}"#,
            r#"{"ttl":true}"#,
            r#"{"uses":[]}"#,
            r#"{"rooms":[1]}"#,
            r#"{"rooms":["a\u0000@b"]}"#,
            r#"{"rooms":{}}"#,
            r#"{"uses":"99999999999999999999"}"#,
            r#"{"note":1}"#,
            r#"{"note":"a\u0000b"}"#,
            r#"{"message":"a\u0000b"}"#,
            r#"{"message":["a"]}"#,
            r#"{"message":" "}"#,
            &long,
            r#"{"username":{}}"#,
            r#"{"expires_after":"never"}"#,
            r#"{"expires_after":7}"#,
            r#"{"ttl":5,"expires_after":"2 days"}"#,
            r#"{"expires_after":"999 years"}"#,
        ] {
            assert_eq!(read(body.as_bytes(), JSON).map_err(|wrong| wrong.code()), Err("field-invalid"), "{body}");
        }
        assert_eq!(read(b"uses=x", FORM), Err(Wrong::Field("uses")));
    }

    #[test]
    fn other_bodies_and_other_fields_are_refused() {
        for body in ["x", "[1]", "null", "{}{}", r#"{"ttl":1e999}"#, r#"{"note":"\ud800"}"#] {
            assert_eq!(read(body.as_bytes(), JSON), Err(Wrong::Body), "{body}");
        }
        for body in ["uses=1&uses=2", "x", "&", "%"] {
            assert_eq!(read(body.as_bytes(), FORM), Err(Wrong::Body), "{body}");
        }
        for content_type in ["", "text/plain", "multipart/form-data; boundary=x", ";", "\0"] {
            assert_eq!(read(b"{}", content_type.as_bytes()), Err(Wrong::Type), "{content_type}");
        }
        assert_eq!(read(br#"{"roles":["prosody:admin"]}"#, JSON), Err(Wrong::Unknown(Some("roles".to_owned()))));
        assert_eq!(read(b"a%20b=1", FORM), Err(Wrong::Unknown(None)));
        let codes = [Wrong::Type, Wrong::Body, Wrong::Unknown(None), Wrong::Field("uses")].map(|wrong| wrong.code());
        assert!(codes.iter().all(|code| super::super::refusal::ALL.iter().any(|refusal| refusal.code == *code)));
    }
}
