//! The message that comes with an invite: a plain text of a few lines, `additional_data.message`.

use serde_json::Value;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::{Refusal, text};

/// Characters of the longest message.
pub const LONGEST: usize = 500;
/// Lines of the longest message.
const MOST_LINES: usize = 10;
/// Bytes that are read at the most: there may be more than are kept.
const MOST_BYTES: usize = 8 * LONGEST;
/// Marks that one letter may have. More of them would paint over other lines.
const MOST_MARKS: usize = 5;

/// A message that somebody typed, without what can't be seen; `None` if nothing is left.
///
/// # Errors
/// [`Refusal::TextTooLong`] if it has too many characters or lines; [`Refusal::TextUnclean`] if it is not UTF-8 or has a character that
/// [`text::is_sound`] forbids.
pub fn read(bytes: &[u8]) -> Result<Option<String>, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TextTooLong);
    }
    let typed = std::str::from_utf8(bytes).map_err(|_| Refusal::TextUnclean)?;
    if !typed.chars().all(text::is_sound) {
        return Err(Refusal::TextUnclean);
    }
    let text = tidy(typed);
    if text.chars().count() > LONGEST || text.lines().count() > MOST_LINES {
        return Err(Refusal::TextTooLong);
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// The message of an invite, as it can be shown; `None` if it has none. What other modules may keep under that name is no message.
#[must_use]
pub fn of(data: Option<&Value>) -> Option<String> {
    let text = data?.get("message")?.as_str()?;
    Some(shown(text)).filter(|text| !text.is_empty())
}

/// A message from a file or a row, which anybody may have written, cut to what can be shown.
#[must_use]
pub(crate) fn shown(text: &str) -> String {
    let head: String = text.chars().take(MOST_BYTES).filter(|c| text::is_sound(*c)).collect();
    let lines: Vec<_> = tidy(&head).lines().take(MOST_LINES).map(str::to_owned).collect();
    lines.join("\n").chars().take(LONGEST).collect()
}

/// Cleans the message of a new invite, or removes it if it is empty.
///
/// # Errors
/// As [`read`].
pub(super) fn fold(data: &mut Value) -> Result<(), Refusal> {
    let Some(fields) = data.as_object_mut() else { return Ok(()) };
    let Some(typed) = fields.get("message").and_then(Value::as_str) else { return Ok(()) };
    match read(typed.as_bytes())? {
        Some(text) => fields.insert("message".into(), text.into()),
        None => fields.remove("message"),
    };
    Ok(())
}

/// The text without spaces around lines, without more than one empty line in a row, without characters that turn the direction of what follows, and
/// without marks that stand alone or in heaps.
fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut lines: Vec<String> = Vec::new();
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let line = tidy_line(line);
        if !line.is_empty() || lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(line);
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.join("\n")
}

fn tidy_line(line: &str) -> String {
    let (mut kept, mut marks) = (String::with_capacity(line.len()), 0);
    for c in line.chars().filter(|c| !is_turning(*c)).map(|c| if c == '\t' { ' ' } else { c }) {
        if c.general_category_group() == GeneralCategoryGroup::Mark {
            marks += 1;
            if marks > MOST_MARKS || kept.ends_with(char::is_whitespace) || kept.is_empty() {
                continue;
            }
        } else {
            marks = 0;
        }
        kept.push(c);
    }
    kept.trim().to_owned()
}

/// Whether a character embeds, overrides or isolates a direction (UAX #9). Marks of direction stay: languages that are written from right to left need
/// them.
fn is_turning(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_message_is_a_plain_text_of_a_few_lines() {
        for (typed, expected) in [
            (" Come to our party! \r\n\r\n\r\n\r\n Bring\tcake. \n", Some("Come to our party!\n\nBring cake.")),
            ("\u{202e}evil\u{2066}\u{feff}", Some("evil")),
            ("\u{301}a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}b \u{301}", Some("a\u{301}\u{301}\u{301}\u{301}\u{301}b")),
            ("👩\u{200d}👩\u{200d}👧 1\u{fe0f}\u{20e3} \u{200f}שלום", Some("👩\u{200d}👩\u{200d}👧 1\u{fe0f}\u{20e3} \u{200f}שלום")),
            ("नमस्ते, สวัสดีครับ ทุกคน", Some("नमस्ते, สวัสดีครับ ทุกคน")),
            ("<b>&amp;</b>", Some("<b>&amp;</b>")),
            (" \n\u{2029}\u{301} ", None),
            ("", None),
        ] {
            assert_eq!(read(typed.as_bytes()).unwrap().as_deref(), expected, "{typed:?}");
        }
    }

    #[test]
    fn what_can_not_be_shown_or_is_too_long_is_refused() {
        assert_eq!(read("字".repeat(LONGEST).as_bytes()).unwrap().unwrap().chars().count(), LONGEST);
        let lines = |count: usize| vec!["x"; count].join("\r\n");
        assert!(read(lines(MOST_LINES).as_bytes()).is_ok());
        for long in ["字".repeat(LONGEST + 1), lines(MOST_LINES + 1), " ".repeat(MOST_BYTES + 1), "x".repeat(1 << 20)] {
            assert_eq!(read(long.as_bytes()), Err(Refusal::TextTooLong), "{long:.20}");
        }
        for odd in [&b"a\0b"[..], b"a\x1b[2J", b"a\xff", "a\u{9b}".as_bytes(), "a\u{ffff}".as_bytes(), b"a\x0bb"] {
            assert_eq!(read(odd), Err(Refusal::TextUnclean), "{odd:?}");
        }
    }

    #[test]
    fn the_message_of_an_invite_is_cleaned_when_it_is_made_and_when_it_is_shown() {
        let mut data = json!({ "message": " Hi\r\nthere ", "x": 1 });
        assert_eq!(fold(&mut data), Ok(()));
        assert_eq!(data, json!({ "message": "Hi\nthere", "x": 1 }));
        let mut empty = json!({ "message": " \n" });
        assert_eq!((fold(&mut empty), empty), (Ok(()), json!({})));
        let mut other = json!({ "message": { "of": "a module" } });
        assert_eq!((fold(&mut other), of(Some(&other)), other), (Ok(()), None, json!({ "message": { "of": "a module" } })));
        assert_eq!(fold(&mut json!({ "message": "a\u{1b}" })), Err(Refusal::TextUnclean));
        assert_eq!(fold(&mut json!(["message"])), Ok(()));
        assert_eq!(of(Some(&json!({ "message": "a\u{1b}\u{202e}\nb" }))).as_deref(), Some("a\nb"));
        assert_eq!(of(Some(&json!({ "message": "\0" }))), None);
        assert_eq!(of(Some(&json!({ "message": "x\n".repeat(100_000) }))).unwrap().lines().count(), MOST_LINES);
        assert_eq!(of(None), None);
    }

    proptest! {
        #[test]
        fn what_was_read_is_read_again_as_it_is(typed in "(\\PC|[\n\r\t \u{301}\u{202e}a]){0,80}") {
            if let Ok(Some(text)) = read(typed.as_bytes()) {
                prop_assert_eq!(read(text.as_bytes()), Ok(Some(text.clone())));
                prop_assert_eq!(shown(&text), text);
            }
        }
    }
}
