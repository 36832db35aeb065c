//! Texts as HTML.

use crate::text::clean;

/// Characters of a text on a page.
const LONGEST: usize = 100_000;

/// The text as HTML, also within an attribute. What a text was told stands in `<bdi>`, so that a name keeps its direction of writing: Fluent puts it
/// between U+2068 and U+2069.
#[must_use]
pub fn escaped(text: &[u8]) -> String {
    let mut html = String::with_capacity(text.len());
    for character in clean(text, LONGEST).chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\'' => html.push_str("&apos;"),
            '"' => html.push_str("&quot;"),
            '\u{2068}' => html.push_str("<bdi>"),
            '\u{2069}' => html.push_str("</bdi>"),
            other => html.push(other),
        }
    }
    html
}

/// The text without those marks, for places where no element may be.
#[must_use]
pub fn unmarked(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(escaped("<a href='x' title=\"&\">".as_bytes()), "&lt;a href=&apos;x&apos; title=&quot;&amp;&quot;&gt;");
        assert_eq!(escaped("Hello, \u{2068}<Julia>\u{2069}!".as_bytes()), "Hello, <bdi>&lt;Julia&gt;</bdi>!");
        assert_eq!(escaped(b"a\0b\xff\tc"), "a\u{fffd}b\u{fffd} c");
        assert_eq!(unmarked("Hello, \u{2068}Julia\u{2069}!"), "Hello, Julia!");
    }
}
