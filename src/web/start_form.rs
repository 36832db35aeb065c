//! What users type into the forms of the start page.

use crate::message;
use crate::text::line;

/// Characters of a note, as the form has it.
const LONGEST_NOTE: usize = 100;
/// Cards on a sheet.
pub const MOST_CARDS: usize = 50;

/// A text that can't be what was asked for: the id of the text that says so, and the number in it.
pub type Problem = (&'static str, usize);

/// A note, or the title of a sheet, which `problem` is about; none if the field is empty.
///
/// # Errors
/// It is too long, or has characters that can't be shown.
pub fn note(typed: &[u8], problem: &'static str) -> Result<Option<String>, Problem> {
    let note = line(typed, LONGEST_NOTE).map_err(|_| (problem, LONGEST_NOTE))?;
    Ok((!note.is_empty()).then(|| note.to_owned()))
}

/// A message; none if the field is empty.
///
/// # Errors
/// It is too long, or has characters that can't be shown.
pub fn message(typed: &[u8]) -> Result<Option<String>, Problem> {
    message::read(typed).map_err(|_| ("error-message", message::LONGEST))
}

/// How long an invite is to be valid, in seconds; `i64::MAX` for ever, none for as long as usual. The ledger knows which lifetimes there may be.
///
/// # Errors
/// It is none of the values that the form has.
pub fn lifetime(chosen: &[u8]) -> Result<Option<i64>, Problem> {
    match chosen {
        b"" => Ok(None),
        b"never" => Ok(Some(i64::MAX)),
        digits => {
            let text = std::str::from_utf8(digits).ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
            text.and_then(|text| text.parse().ok()).map(Some).ok_or(("error-lifetime", 0))
        }
    }
}

/// How many cards a sheet is to have.
///
/// # Errors
/// It is no number, or there can't be so many.
pub fn card_count(typed: &[u8]) -> Result<usize, Problem> {
    let text = line(typed, 20).unwrap_or_default();
    let is_number = !text.is_empty() && text.len() < 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    let count = text.parse().ok().filter(|_| is_number);
    count.filter(|count| (1..=MOST_CARDS).contains(count)).ok_or(("error-count", MOST_CARDS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_one_short_line_that_can_be_shown() {
        let (fits, long) = ("字".repeat(100), "字".repeat(101));
        assert_eq!((note(b"", "p"), note(b"  ", "p")), (Ok(None), Ok(None)));
        assert_eq!(note(format!(" {fits} ").as_bytes(), "p"), Ok(Some(fits)));
        for odd in [long.as_bytes(), b"a\nb", b"a\0b", b"a\xffb", "a\u{ffff}b".as_bytes(), "a\u{9b}b".as_bytes()] {
            assert_eq!(note(odd, "p"), Err(("p", 100)), "{odd:?}");
        }
    }

    #[test]
    fn a_lifetime_is_one_of_the_form() {
        let ever = Ok(Some(i64::MAX));
        assert_eq!((lifetime(b""), lifetime(b"3600"), lifetime(b"never")), (Ok(None), Ok(Some(3600)), ever));
        for odd in ["-1", "1.5", "1e9", "Never", " 1", "99999999999999999999", "\u{661}"] {
            assert_eq!(lifetime(odd.as_bytes()), Err(("error-lifetime", 0)), "{odd}");
        }
    }

    #[test]
    fn a_sheet_has_one_to_fifty_cards() {
        assert_eq!((card_count(b" 1 "), card_count(b"50")), (Ok(1), Ok(50)));
        for odd in ["0", "51", "100", "x", "-1", "1e1", "", "1.5", "+5"] {
            assert_eq!(card_count(odd.as_bytes()), Err(("error-count", 50)), "{odd}");
        }
    }
}
