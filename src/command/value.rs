//! Values of arguments and flags: how each kind is read, and what is wrong with a text that is none.

use super::keys;
use crate::api::v1::Scope;
use crate::text::quoted;
use crate::{CreateRequest, KindName, Refusal, UnixTime, message, options};

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No value: the flag is given, or not.
    Switch,
    /// Anything.
    Text,
    /// A whole number from 1 to this.
    Count(u64),
    /// How often an invite can be used: a number, or "unlimited".
    Uses,
    /// A period, or "never".
    Period,
    /// A point in time, or a period for so long ago.
    Since,
    /// After how long a key expires.
    KeyPeriod,
    /// A user of the host, by name or JID. Prosody prepares it.
    User,
    /// Anybody, by JID. Prosody prepares it.
    Jid,
    /// A note on an invite.
    Note,
    /// A message to whoever gets an invite.
    Message,
    /// The name of a key.
    KeyName,
    /// HTTP methods.
    Methods,
    /// Scopes of a key.
    Scopes,
    /// Kinds of invites.
    Kinds,
}

/// A value that was read. Texts may be anything but prepared names: paths, for one, are bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The flag is given.
    Given,
    /// A text.
    Text(Vec<u8>),
    /// A number, of seconds for periods and points in time. So many seconds ago is a negative number.
    Number(i64),
    /// "unlimited" or "never".
    Endless,
    /// Names of HTTP methods.
    Methods(Vec<String>),
    /// What a repeated flag was given.
    Many(Vec<Vec<u8>>),
}

/// The largest number of uses, and of invites that are made in one go.
pub(crate) const MOST: u64 = 1_000_000_000;
/// Seconds for which a key is valid at the most, a thousand years: the sum with the current time has to be a number.
const LONGEST_OF_KEY: i64 = 1_000 * 366 * 86_400;

/// Reads a text of any kind but [`Kind::User`] and [`Kind::Jid`], which Prosody has to prepare.
///
/// # Errors
/// What is wrong, in words.
pub fn read(kind: Kind, text: &[u8]) -> Result<Value, String> {
    match kind {
        Kind::Switch => Ok(Value::Given),
        Kind::Text | Kind::User | Kind::Jid => Ok(Value::Text(text.to_vec())),
        Kind::Count(most) => count(text, most, ""),
        Kind::Uses if text.eq_ignore_ascii_case(b"unlimited") => Ok(Value::Endless),
        Kind::Uses => count(text, MOST, ", or \"unlimited\""),
        Kind::Period if text.eq_ignore_ascii_case(b"never") => Ok(Value::Endless),
        Kind::Period => period(text)
            .map(Value::Number)
            .ok_or_else(|| format!("{} is not a valid period. Use a number and a unit, such as \"2 days\", or \"never\"", quoted(text))),
        Kind::Since => since(text).map(Value::Number).ok_or_else(|| {
            format!("{} is not a time. Use a day in UTC such as \"2026-11-27\", or a period such as \"3 days\" for so long ago", quoted(text))
        }),
        Kind::KeyPeriod => period(text)
            .map(|seconds| Value::Number(seconds.min(LONGEST_OF_KEY)))
            .ok_or_else(|| format!("{} is not a valid period. Use a number and a unit, such as \"90 days\"", quoted(text))),
        Kind::Note => note(text),
        Kind::Message => message(text),
        Kind::KeyName => keys::name(text).map(Value::Text),
        Kind::Methods => keys::methods(text).map(Value::Methods),
        Kind::Scopes => keys::words(text, "scopes", &Scope::ALL).map(Value::Many),
        Kind::Kinds => keys::words(text, "kinds of invites", &KindName::ALL).map(Value::Many),
    }
}

/// The seconds of a period; of one that is longer than an integer can say, the largest integer.
#[must_use]
pub fn period(text: &[u8]) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "it has no fraction, and `as` stops at the largest integer")]
    options::seconds(text).map(|seconds| seconds as i64)
}

fn since(text: &[u8]) -> Option<i64> {
    let time = std::str::from_utf8(text).ok().and_then(UnixTime::read).map(UnixTime::seconds);
    time.or_else(|| period(text).map(|seconds| -seconds))
}

fn count(text: &[u8], most: u64, or: &str) -> Result<Value, String> {
    let digits = std::str::from_utf8(text).ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let number = digits.and_then(|digits| digits.parse().ok()).filter(|number| (1..=most).contains(number));
    let number = number.and_then(|number| i64::try_from(number).ok());
    number.map(Value::Number).ok_or_else(|| format!("{} is not valid: it must be a number from 1 to {most}{or}", quoted(text)))
}

fn note(text: &[u8]) -> Result<Value, String> {
    let characters = text.iter().filter(|byte| !(0x80..0xc0).contains(*byte)).count();
    if characters > CreateRequest::LONGEST_NOTE {
        return Err(format!("A note can have {} characters, and this one has {characters}", CreateRequest::LONGEST_NOTE));
    }
    Ok(Value::Text(text.to_vec()))
}

fn message(text: &[u8]) -> Result<Value, String> {
    match message::read(text) {
        Ok(text) => Ok(Value::Text(text.unwrap_or_default().into_bytes())),
        Err(Refusal::TextTooLong) => Err(format!("A message can have {} characters in 10 lines, and this one has more", message::LONGEST)),
        Err(_) => Err("A message has no characters that can't be shown".to_owned()),
    }
}

/// Looks whether there is a language that a tag names.
///
/// # Errors
/// Which languages there are, in words.
pub fn language(tag: &[u8], known: &[String]) -> Result<(), String> {
    let language = |tag: &[u8]| tag.split(|byte| !byte.is_ascii_alphabetic()).next().map(<[u8]>::to_ascii_lowercase);
    let is_tag = !tag.is_empty() && tag.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte));
    if is_tag && known.iter().any(|tag_of| language(tag_of.as_bytes()) == language(tag)) {
        return Ok(());
    }
    let mut known = known.to_vec();
    known.sort();
    Err(format!("--lang: {} is not one of the languages: {}", quoted(tag), known.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_read() {
        for (kind, text, expected) in [
            (Kind::Count(1000), "1000", Value::Number(1000)),
            (Kind::Count(1000), "007", Value::Number(7)),
            (Kind::Uses, "3", Value::Number(3)),
            (Kind::Uses, "Unlimited", Value::Endless),
            (Kind::Period, "2 days", Value::Number(172_800)),
            (Kind::Period, "NEVER", Value::Endless),
            (Kind::Since, "2 days", Value::Number(-172_800)),
            (Kind::Since, "2023-11-14T22:13:20Z", Value::Number(1_700_000_000)),
            (Kind::KeyPeriod, "90 days", Value::Number(7_776_000)),
            (Kind::KeyPeriod, "99999999999999999 years", Value::Number(LONGEST_OF_KEY)),
            (Kind::Note, "for you", Value::Text(b"for you".to_vec())),
            (Kind::Scopes, "Read, create", Value::Many(vec![b"read".to_vec(), b"create".to_vec()])),
            (Kind::Methods, "get, post", Value::Methods(vec!["GET".into(), "POST".into()])),
        ] {
            assert_eq!(read(kind, text.as_bytes()), Ok(expected), "{text}");
        }
        assert_eq!(read(Kind::Note, "ü".repeat(1000).as_bytes()).map(|_| ()), Ok(()));
    }

    #[test]
    fn what_is_wrong_is_said() {
        let long = "x".repeat(1001);
        for (kind, text, expected) in [
            (Kind::Count(1000), "1001", "\"1001\" is not valid: it must be a number from 1 to 1000"),
            (Kind::Count(9), "0", "\"0\" is not valid: it must be a number from 1 to 9"),
            (Kind::Uses, "-1", "\"-1\" is not valid: it must be a number from 1 to 1000000000, or \"unlimited\""),
            (
                Kind::Uses,
                "99999999999999999999999",
                "\"99999999999999999999999\" is not valid: it must be a number from 1 to 1000000000, or \"unlimited\"",
            ),
            (Kind::Period, "soon", "\"soon\" is not a valid period. Use a number and a unit, such as \"2 days\", or \"never\""),
            (
                Kind::Since,
                "yesterday",
                "\"yesterday\" is not a time. Use a day in UTC such as \"2026-11-27\", or a period such as \"3 days\" for so long ago",
            ),
            (Kind::Message, &long, "A message can have 500 characters in 10 lines, and this one has more"),
            (Kind::Message, "a\u{1b}b", "A message has no characters that can't be shown"),
            (Kind::KeyPeriod, "never", "\"never\" is not a valid period. Use a number and a unit, such as \"90 days\""),
            (Kind::Note, &long, "A note can have 1000 characters, and this one has 1001"),
            (Kind::KeyName, "a\nb", "The name is too long or has control characters"),
            (Kind::Scopes, "create,root", "\"create,root\" is not a list of scopes: create, read, manage, register"),
            (Kind::Kinds, "", "\"\" is not a list of kinds of invites: account, contact, contact-account, reset"),
            (Kind::Methods, "PUT", "\"PUT\" is not a list of methods. Use \"POST\" or \"GET,POST\""),
            (Kind::Methods, ",", "\",\" is not a list of methods. Use \"POST\" or \"GET,POST\""),
        ] {
            assert_eq!(read(kind, text.as_bytes()), Err(expected.to_owned()));
        }
    }

    #[test]
    fn a_language_is_known_by_its_first_part() {
        let known = ["pt-BR", "de", "en"].map(str::to_owned);
        assert_eq!((language(b"DE-at", &known), language(b"pt", &known)), (Ok(()), Ok(())));
        for tag in ["xx", "", "de at", "-de"] {
            assert_eq!(language(tag.as_bytes(), &known), Err(format!("--lang: \"{tag}\" is not one of the languages: de, en, pt-BR")));
        }
    }
}
