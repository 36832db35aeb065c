//! What users type into the forms of the start page.

use crate::text::line;

/// Characters of a note, as the form has it.
const LONGEST_NOTE: usize = 100;
/// Cards on a sheet.
const MOST_CARDS: usize = 50;

/// A text that can't be what was asked for: the id of the text that says so, and the number in it.
pub type Problem = (&'static str, usize);

/// A note; none if the field is empty.
///
/// # Errors
/// It is too long, or has characters that can't be shown.
pub fn note(typed: &[u8]) -> Result<Option<String>, Problem> {
    let note = line(typed, LONGEST_NOTE).map_err(|_| ("error-note", LONGEST_NOTE))?;
    Ok((!note.is_empty()).then(|| note.to_owned()))
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
        assert_eq!((note(b""), note(b"  ")), (Ok(None), Ok(None)));
        assert_eq!(note(format!(" {fits} ").as_bytes()), Ok(Some(fits)));
        for odd in [long.as_bytes(), b"a\nb", b"a\0b", b"a\xffb", "a\u{ffff}b".as_bytes(), "a\u{9b}b".as_bytes()] {
            assert_eq!(note(odd), Err(("error-note", 100)), "{odd:?}");
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
