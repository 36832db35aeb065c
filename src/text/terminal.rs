//! Text for a terminal, without characters that could steer it, hide text or change its order.

use std::borrow::Cow;
use std::fmt::Write;

use crate::text::is_plain;

/// Whether a character is harmless on a terminal: plain, no control of the writing direction (Unicode Standard Annex #9), no line or paragraph
/// separator, no byte order mark, and no interlinear annotation.
#[must_use]
pub fn is_harmless(character: char) -> bool {
    let is_unseen = matches!(
        character,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
    );
    is_plain(character) && !is_unseen
}

/// The text with `?` for each character that is not harmless, and for bytes that are not UTF-8.
#[must_use]
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    replace(bytes, |clean, _| clean.push('?'))
}

/// Equivalent JSON in which each character that is not harmless is written as `\uXXXX` (RFC 8259, section 7). Bytes that are not UTF-8 become U+FFFD.
/// Outside of strings, JSON has no such characters except line breaks, and our callers write one object per line.
#[must_use]
pub fn json(bytes: &[u8]) -> Cow<'_, str> {
    replace(bytes, |clean, character| {
        for unit in character.encode_utf16(&mut [0; 2]) {
            let _ = write!(clean, "\\u{unit:04x}");
        }
    })
}

fn replace(bytes: &[u8], put: impl Fn(&mut String, char)) -> Cow<'_, str> {
    if let Some(text) = std::str::from_utf8(bytes).ok().filter(|text| text.chars().all(is_harmless)) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            if is_harmless(character) { clean.push(character) } else { put(&mut clean, character) }
        }
        if !chunk.invalid().is_empty() {
            put(&mut clean, char::REPLACEMENT_CHARACTER);
        }
    }
    Cow::Owned(clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_replaced() {
        let all = "\0\t\n\r\u{1b}\u{7f}\u{80}\u{85}\u{9b}\u{9d}\u{9f}\u{61c}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2066}\u{2069}\u{feff}\u{fff9}\
                   \u{fdd0}\u{fdef}\u{fffe}\u{ffff}\u{1fffe}\u{10ffff}";
        for character in all.chars() {
            assert_eq!(text(format!("a{character}b").as_bytes()), "a?b", "{character:?}");
        }
    }

    #[test]
    fn what_people_write_is_kept() {
        let written = "Grüße, \u{5d0}\u{628} \u{4f60}\u{597d} \u{1f469}\u{200d}\u{1f680} a\u{a0}b \u{fffd} \u{fdcf}\u{fdf0}";
        assert!(matches!(text(written.as_bytes()), Cow::Borrowed(same) if same == written));
    }

    #[test]
    fn what_is_no_text_is_replaced() {
        assert_eq!(text(b"a\x9bb\xffc\xed\xa0\x80d"), "a?b?c???d");
    }

    #[test]
    fn json_keeps_its_meaning() {
        let odd = "\u{9b}31m \u{202e} \u{2028} \u{1fffe} \u{fffe} é \" \\";
        let encoded = serde_json::to_string(odd).unwrap();
        let clean = json(encoded.as_bytes());
        assert!(clean.chars().all(is_harmless) && clean.contains("\\u202e") && clean.contains('é'));
        assert_eq!(serde_json::from_str::<String>(&clean).unwrap(), odd);
        assert_eq!(json(b"\"a\xffb\""), "\"a\\ufffdb\"");
    }
}
