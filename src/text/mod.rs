//! Text from outside, and what may be stored and shown. Every text that is printed, sent in a stanza or put on a page passes here.

pub(crate) mod i18n;
pub(crate) mod pasted;
pub mod qr;
mod quoted;
pub mod terminal;

use std::borrow::Cow;

pub use quoted::quoted;

use crate::Refusal;

/// The replacement for a character that can't be shown.
pub const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;

/// Bytes in the longest character in UTF-8.
const LONGEST_CHARACTER: usize = 4;

/// Whether a character may be shown: no control character (C0, DEL, C1) and no noncharacter (Unicode, section 23.7). XML forbids most of them, so
/// clients would end the stream; terminals obey the others. Surrogates are no `char`.
#[must_use]
pub fn is_plain(c: char) -> bool {
    let code = u32::from(c);
    !c.is_control() && !(0xFDD0..=0xFDEF).contains(&code) && code & 0xFFFE != 0xFFFE
}

/// Whether a character may be in a text of several lines, such as a note: a plain one, a tab or a line break.
#[must_use]
pub fn is_sound(c: char) -> bool {
    is_plain(c) || matches!(c, '\t' | '\n' | '\r')
}

/// The text with [`REPLACEMENT`] for characters that are not sound. It is copied only if there are some.
#[must_use]
pub fn sound(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_sound) {
        return text.into();
    }
    text.chars().map(|c| if is_sound(c) { c } else { REPLACEMENT }).collect::<String>().into()
}

/// A line that somebody typed, trimmed, with at most `longest` characters. A text with too many bytes for that is not read.
///
/// # Errors
/// [`Refusal::TextTooLong`]; [`Refusal::TextUnclean`] if it is not UTF-8 or has a character that [`is_plain`] forbids.
pub fn line(bytes: &[u8], longest: usize) -> Result<&str, Refusal> {
    if bytes.len() > longest.saturating_mul(LONGEST_CHARACTER) {
        return Err(Refusal::TextTooLong);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::TextUnclean)?.trim();
    if !text.chars().all(is_plain) {
        return Err(Refusal::TextUnclean);
    }
    if text.chars().count() > longest { Err(Refusal::TextTooLong) } else { Ok(text) }
}

/// The text as [`plain`] returns it, with [`REPLACEMENT`] for bytes that are not UTF-8, and cut to `longest` characters, the last of which is then an
/// ellipsis.
#[must_use]
pub fn clean(bytes: &[u8], longest: usize) -> String {
    let (head, is_whole) = match bytes.get(..longest.saturating_add(1).saturating_mul(LONGEST_CHARACTER)) {
        Some(head) => (head, false),
        None => (bytes, true),
    };
    let decoded = String::from_utf8_lossy(head);
    let is_cut = !is_whole || decoded.chars().nth(longest).is_some();
    let kept = if is_cut { longest.saturating_sub(1) } else { longest };
    let mut text: String = decoded.chars().take(kept).map(shown).collect();
    if is_cut {
        text.push('…');
    }
    text
}

/// The text as it can be shown in one line: a space for a line break or tab, and [`REPLACEMENT`] for other characters that are not plain. It is
/// copied only if there are some.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return text.into();
    }
    text.chars().map(shown).collect::<String>().into()
}

/// Characters of a nickname.
const LONGEST_NICKNAME: usize = 60;

/// A nickname that somebody has chosen, as it can be shown beside the address of who has: without marks of direction, with single spaces. `None` if
/// nothing is left to read, if it says no more than the username, or if it could be taken for an address.
#[must_use]
pub fn nickname(bytes: &[u8], username: &str) -> Option<String> {
    let text: String = clean(bytes, LONGEST_NICKNAME).chars().filter(|c| !is_steering(*c)).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_name = text.chars().any(char::is_alphanumeric) && !text.contains(['@', '＠', '/']) && text != username;
    is_name.then_some(text)
}

/// Whether a character changes the direction of what follows (Unicode Bidirectional Algorithm, UAX #9), is for private use, or stands for one that was
/// lost.
#[must_use]
pub fn is_steering(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{E000}'..='\u{F8FF}' | REPLACEMENT)
}

fn shown(c: char) -> char {
    match c {
        _ if is_plain(c) => c,
        _ if c.is_whitespace() => ' ',
        _ => REPLACEMENT,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const UNCLEAN: [&str; 12] = [
        "a\u{0}b",
        "a\nb",
        "a\tb",
        "a\u{1f}b",
        "a\u{7f}b",
        "a\u{85}b",
        "a\u{9f}b",
        "a\u{fdd0}b",
        "a\u{fdef}b",
        "a\u{fffe}b",
        "a\u{ffff}b",
        "a\u{10fffe}b",
    ];

    #[test]
    fn a_line_has_no_spaces_around_it() {
        assert_eq!(line(b"  two words\t\r\n", 100), Ok("two words"));
        assert_eq!(line("\u{3000}für Julia\u{a0}".as_bytes(), 100), Ok("für Julia"));
        assert_eq!(line(b" \n ", 100), Ok(""));
        for allowed in ["\u{e000}", "\u{fdcf}", "\u{fdf0}", "\u{fffd}", "\u{1f600}", "\u{202e}"] {
            assert_eq!(line(allowed.as_bytes(), 4), Ok(allowed));
        }
    }

    #[test]
    fn a_line_has_no_characters_that_cannot_be_shown() {
        for unclean in UNCLEAN {
            assert_eq!(line(unclean.as_bytes(), 100), Err(Refusal::TextUnclean), "{unclean:?}");
            let expected = if unclean.contains(char::is_whitespace) { "a b" } else { "a\u{fffd}b" };
            assert_eq!(plain(unclean), expected);
            assert!(sound(unclean).chars().all(is_sound));
            assert_eq!(clean(unclean.as_bytes(), 100), expected);
        }
        for bytes in [&b"\xff"[..], b"a\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82"] {
            assert_eq!(line(bytes, 100), Err(Refusal::TextUnclean), "{bytes:?}");
        }
    }

    #[test]
    fn a_sound_text_keeps_its_lines() {
        assert_eq!(sound("a\r\n\tb"), "a\r\n\tb");
        assert_eq!(sound("a\n\u{b}\u{85}\u{ffff}b"), "a\n\u{fffd}\u{fffd}\u{fffd}b");
    }

    #[test]
    fn what_is_too_long_is_not_looked_at() {
        assert_eq!(line(&[0xff; 41], 10), Err(Refusal::TextTooLong));
        assert_eq!(line(&[b' '; 41], 10), Err(Refusal::TextTooLong));
        assert_eq!(line(" 字字字 ".as_bytes(), 3), Ok("字字字"));
        assert_eq!(line("字字字字".as_bytes(), 3), Err(Refusal::TextTooLong));
    }

    #[test]
    fn a_long_text_ends_with_an_ellipsis() {
        assert_eq!(clean("äöü".as_bytes(), 3), "äöü");
        assert_eq!(clean("äöüß".as_bytes(), 3), "äö…");
        assert_eq!(clean("😀".repeat(50_000).as_bytes(), 3), "😀😀…");
        assert_eq!(clean(b"a\xffb", 10), "a\u{fffd}b");
        assert_eq!(clean(b"", 10), "");
    }

    #[test]
    fn a_nickname_is_no_address_and_steers_nothing() {
        for (typed, nickname) in [
            ("Romeo", Some("Romeo")),
            (" Romeo\n\u{202e} M. ", Some("Romeo M.")),
            ("\u{2069}\u{2066}روميو", Some("روميو")),
            ("romeo", None),
            ("juliet@verona.example", None),
            ("juliet＠verona.example", None),
            ("https://verona.example", None),
            ("🌹", None),
            ("\u{202e}", None),
            ("", None),
        ] {
            assert_eq!(super::nickname(typed.as_bytes(), "romeo").as_deref(), nickname, "{typed}");
        }
        assert_eq!(super::nickname("字".repeat(100_000).as_bytes(), "romeo").unwrap().chars().count(), LONGEST_NICKNAME);
        assert_eq!(super::nickname(b"a\xffb", "romeo").as_deref(), Some("ab"));
    }

    proptest! {
        #[test]
        fn what_was_cleaned_is_clean(bytes in proptest::collection::vec(any::<u8>(), 0..200), longest in 1..50_usize) {
            let text = clean(&bytes, longest);
            prop_assert!(text.chars().all(is_plain) && text.chars().count() <= longest);
            let decoded = String::from_utf8_lossy(&bytes);
            prop_assert!(plain(&decoded).chars().all(is_plain));
        }
    }
}
