//! A value of a configuration as it is written, and how people are shown it.

use std::fmt::Write;

use super::written::Written;

/// Bytes of a text that are shown.
const LONGEST: usize = 60;
/// Bytes of a text that are looked at.
const LONGEST_SEEN: usize = 1_000;
/// Elements of a table that are shown.
const MOST_ELEMENTS: usize = 4;

/// A value as Lua has it.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw {
    /// Nothing is set.
    Nil,
    /// `true` or `false`.
    Boolean(bool),
    /// A number; Lua's integers too.
    Number(f64),
    /// A text, which need not be UTF-8.
    Text(Vec<u8>),
    /// A table: the number that the reader gave it, and its pairs in Lua's own order.
    Table(usize, Vec<(Raw, Raw)>),
    /// Something else, in words: `a function`.
    Other(&'static str),
}

impl Raw {
    /// The value of a table under this name.
    #[must_use]
    pub fn field(&self, name: &str) -> &Raw {
        let Raw::Table(_, pairs) = self else { return &Raw::Nil };
        pairs.iter().find(|(key, _)| key.is(name)).map_or(&Raw::Nil, |(_, value)| value)
    }

    /// Whether this is that text.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        matches!(self, Raw::Text(bytes) if bytes == text.as_bytes())
    }

    /// The elements of a list; none if this is not a table, or one with holes, other keys, or too many elements.
    #[must_use]
    pub fn list(&self, longest: usize) -> Option<Vec<&Raw>> {
        let Raw::Table(_, pairs) = self else { return None };
        if pairs.len() > longest {
            return None;
        }
        let mut list = vec![None; pairs.len()];
        for (key, value) in pairs {
            let Raw::Number(at) = key else { return None };
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is lost is no position")]
            let position = Some(*at as usize).filter(|position| at.to_bits() == number(*position).to_bits())?;
            *list.get_mut(position.checked_sub(1)?)? = Some(value);
        }
        list.into_iter().collect()
    }

    /// These values as a list.
    #[must_use]
    pub fn of_list(values: Vec<Raw>) -> Raw {
        Raw::Table(0, values.into_iter().enumerate().map(|(i, value)| (Raw::Number(number(i + 1)), value)).collect())
    }
}

/// Positions in lists are small.
#[expect(clippy::cast_precision_loss, reason = "no list has 2^53 elements")]
fn number(position: usize) -> f64 {
    position as f64
}

impl From<&Written> for Raw {
    fn from(written: &Written) -> Self {
        match written {
            Written::Boolean(value) => Raw::Boolean(*value),
            Written::Number(value) => Raw::Number(f64::from(*value)),
            Written::Text(text) => Raw::Text(text.as_bytes().to_vec()),
            Written::List(list) => Raw::of_list(list.iter().map(Raw::from).collect()),
        }
    }
}

/// The value as people may read it in the log and in the terminal: one line, printable ASCII, never long.
#[must_use]
pub fn shown(value: &Raw) -> String {
    match value {
        Raw::Table(_, pairs) if !pairs.is_empty() => elements(pairs),
        other => scalar(other),
    }
}

fn scalar(value: &Raw) -> String {
    match value {
        Raw::Nil => "nil".into(),
        Raw::Boolean(value) => value.to_string(),
        Raw::Number(value) => general(*value),
        Raw::Text(bytes) => text(bytes),
        Raw::Table(_, pairs) => if pairs.is_empty() { "{}" } else { "{...}" }.into(),
        Raw::Other(words) => (*words).into(),
    }
}

/// The text as Lua would write it. What stands before `@` in an address may be a password.
fn text(bytes: &[u8]) -> String {
    let mut cut = bytes.get(..LONGEST_SEEN).unwrap_or(bytes).to_vec();
    if let Some(start) = cut.windows(3).position(|part| part == b"://") {
        if let Some(end) = cut.iter().rposition(|byte| *byte == b'@').filter(|end| *end >= start + 3) {
            cut.splice(start + 3..end, *b"...");
        }
    }
    let is_long = bytes.len() > LONGEST_SEEN || cut.len() > LONGEST;
    cut.truncate(LONGEST);
    let mut shown = String::from("\"");
    for byte in cut {
        match byte {
            b'"' => shown.push_str("\\\""),
            b' '..=b'~' => shown.push(char::from(byte)),
            other => {
                let _ = write!(shown, "\\{other:03}");
            }
        }
    }
    shown + if is_long { "\"..." } else { "\"" }
}

fn elements(pairs: &[(Raw, Raw)]) -> String {
    let mut list: Vec<String> = Vec::new();
    for (i, (key, value)) in pairs.iter().take(MOST_ELEMENTS).enumerate() {
        let place = match key {
            Raw::Number(at) if at.to_bits() == number(i + 1).to_bits() => String::new(),
            Raw::Text(name) if is_name(name) => format!("{} = ", String::from_utf8_lossy(name)),
            other => format!("[{}] = ", scalar(other)),
        };
        list.push(place + &scalar(value));
    }
    if pairs.len() > MOST_ELEMENTS {
        list.push("...".into());
    }
    format!("{{ {} }}", list.join(", "))
}

fn is_name(bytes: &[u8]) -> bool {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    bytes.len() <= LONGEST && bytes.first().is_some_and(|byte| !byte.is_ascii_digit()) && bytes.iter().all(is_part)
}

/// A number as C's `%.14g` writes it.
fn general(value: f64) -> String {
    const DIGITS: i32 = 14;
    if !value.is_finite() {
        let sign = if value.is_sign_negative() { "-" } else { "" };
        return format!("{sign}{}", if value.is_nan() { "nan" } else { "inf" });
    }
    let scientific = format!("{value:.13e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let trimmed = |digits: &str| if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.').to_owned() } else { digits.to_owned() };
    if (-4..DIGITS).contains(&exponent) {
        let decimals = usize::try_from(DIGITS - 1 - exponent).unwrap_or_default();
        return trimmed(&format!("{value:.decimals$}"));
    }
    format!("{}e{}{:02}", trimmed(mantissa), if exponent < 0 { '-' } else { '+' }, exponent.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Raw {
        Raw::Text(text.into())
    }

    #[test]
    fn a_value_is_shown_in_one_short_line() {
        let table = |pairs: &[(Raw, Raw)]| Raw::Table(0, pairs.to_vec());
        let one = (Raw::Number(1.0), text("a"));
        for (value, expected) in [
            (Raw::Nil, "nil"),
            (Raw::Boolean(true), "true"),
            (Raw::Other("a function"), "a function"),
            (text("a\"b\\\n\u{e9}"), "\"a\\\"b\\\\010\\195\\169\""),
            (text("mysql://me:sesame@host/db"), "\"mysql://...@host/db\""),
            (text("x@y://z"), "\"x@y://z\""),
            (table(&[]), "{}"),
            (table(&[one, (text("b_1"), Raw::Number(5.0))]), "{ \"a\", b_1 = 5 }"),
            (table(&[(Raw::Number(2.0), text("b")), (text("1x"), Raw::of_list(vec![text("a")]))]), "{ [2] = \"b\", [\"1x\"] = {...} }"),
            (Raw::of_list(vec![text("a"); 5]), "{ \"a\", \"a\", \"a\", \"a\", ... }"),
        ] {
            assert_eq!(shown(&value), expected);
        }
        assert_eq!(shown(&text(&"x".repeat(300_000))), format!("\"{}\"...", "x".repeat(LONGEST)));
    }

    #[test]
    fn numbers_are_shown_as_lua_does() {
        for (value, expected) in [
            (0.0, "0"),
            (-0.0, "-0"),
            (5.0, "5"),
            (-1.5, "-1.5"),
            (1e13, "10000000000000"),
            (1e14, "1e+14"),
            (1e300, "1e+300"),
            (0.0001, "0.0001"),
            (0.000_012_5, "1.25e-05"),
            (1.0 / 3.0, "0.33333333333333"),
            (f64::INFINITY, "inf"),
            (-f64::INFINITY, "-inf"),
            (-f64::NAN, "-nan"),
        ] {
            assert_eq!(general(value), expected);
        }
    }

    #[test]
    fn a_list_has_no_holes_and_no_other_keys() {
        let at = |positions: &[f64]| Raw::Table(0, positions.iter().map(|at| (Raw::Number(*at), Raw::Number(*at))).collect());
        assert_eq!(at(&[2.0, 1.0]).list(9), Some(vec![&Raw::Number(1.0), &Raw::Number(2.0)]));
        assert_eq!(at(&[]).list(9), Some(vec![]));
        for odd in [at(&[1.0, 3.0]), at(&[0.0]), at(&[1.5]), at(&[f64::NAN]), Raw::Table(0, vec![(text("a"), Raw::Nil)]), text("a"), at(&[1.0; 10])] {
            assert_eq!(odd.list(9), None, "{odd:?}");
        }
    }
}
