//! Texts that people paste in place of a bare token: whole links, and tokens to which programs have stuck something.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::{InviteId, Refusal, Token};

/// How often a link is decoded. Programs that don't see that it is encoded encode it once more.
const ENCODED: usize = 3;

/// The tokens that a text may mean: the text itself, then a token found in it.
///
/// The second one is no additional guess: it is a whole token of ours, of which there are 62^24, or the first one without the full stop of a
/// sentence. So a text counts as one guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted([Option<Token>; 2]);

impl Pasted {
    /// Bytes in the longest text in which a token is searched. Longer texts are refused unread.
    pub const LONGEST: usize = 4096;

    /// Reads a text from a stranger in linear time.
    ///
    /// # Errors
    /// [`Refusal::NoToken`] for an empty text, [`Refusal::TokenInvalid`] for one that is too long or has no token.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        if text.len() > Self::LONGEST {
            return Err(Refusal::TokenInvalid);
        }
        if text.is_empty() {
            return Err(Refusal::NoToken);
        }
        if let Some(token) = Token::ours(text) {
            return Ok(Self([Some(token), None]));
        }
        let whole = Token::parse(text).ok();
        let inside = inside(text).filter(|token| whole.as_ref() != Some(token));
        if whole.is_none() && inside.is_none() {
            return Err(Refusal::TokenInvalid);
        }
        Ok(Self([whole, inside]))
    }

    /// One or two tokens, in the order in which they are looked up.
    pub fn tokens(&self) -> impl Iterator<Item = &Token> {
        self.0.iter().flatten()
    }

    /// The id for the log. If there are two tokens it is that of the second one, because something is stuck to the first one.
    #[must_use]
    pub fn id(&self) -> Option<InviteId> {
        self.tokens().last().map(Token::id)
    }
}

/// The first token in a text: one of ours, or else one of other software.
fn inside(text: &str) -> Option<Token> {
    let text = decoded(text);
    let found = ours(&text).or_else(|| ours(&unescaped(&text))).or_else(|| foreign(&text).map(str::to_owned))?;
    Token::parse(&found).ok()
}

/// The text with percent-encoding decoded.
fn decoded(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..ENCODED {
        match percent_decode_str(&text).decode_utf8_lossy() {
            Cow::Owned(decoded) if decoded != text => text = decoded,
            _ => break,
        }
    }
    text
}

/// Invisible characters: soft hyphens, zero-width spaces and joiners, directional marks, variation selectors.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}')
}

/// The text without escapes that would stick to a token: quoted-printable (RFC 2045 §6.7) and JSON.
fn unescaped(text: &str) -> String {
    text.replace("=3D", "=").replace("=3d", "=").replace("\\u003d", "=").replace("\\u003D", "=").replace("\\u0026", "&").replace("\\n", "\n")
}

/// The text behind a name that announces a token, in a link to a page or in an `xmpp:` link.
fn named(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let short = || {
        let starts = lower.match_indices("t=").map(|(at, _)| at);
        let is_name = |at: &usize| at.checked_sub(1).and_then(|before| lower.as_bytes().get(before)).is_none_or(|c| b"?&;#".contains(c));
        starts.into_iter().find(is_name).map(|at| at + "t=".len())
    };
    let long = |name: &str| lower.find(name).map(|at| at + name.len());
    text.get(long("preauth=").or_else(|| long("token=")).or_else(short)?..)
}

/// The text behind the host of a link.
fn after_host(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("://")?;
    rest.get(rest.find(['/', '?', '#'])?..)
}

/// The first of our tokens in a text.
fn ours(text: &str) -> Option<String> {
    named(text).and_then(run).or_else(|| after_host(text).and_then(run)).or_else(|| run(text))
}

/// The first run of letters and digits that is as long as a token. A wrapped token may have white space or invisible characters between its parts.
fn run(text: &str) -> Option<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric();
    // What wrapping leaves between two parts: also quotation marks and soft line breaks.
    let is_space = |c: char| c.is_whitespace() || is_hidden(c);
    let is_gap = |gap: &str| gap.contains(is_space) && gap.chars().all(|c| is_space(c) || ">|=-+\\".contains(c));
    if let Some(whole) = text.split(|c| !is_part(c)).find(|part| part.len() == Token::LENGTH) {
        return Some(whole.to_owned());
    }
    let mut joined = String::new();
    let mut starts = Vec::new(); // where the parts begin that may still be in one token
    let mut rest = text;
    while let Some(begin) = rest.find(is_part) {
        let (gap, after) = rest.split_at(begin);
        if !is_gap(gap) {
            joined.clear();
            starts.clear();
        }
        let (part, after) = after.split_at(after.find(|c| !is_part(c)).unwrap_or(after.len()));
        starts.push(joined.len());
        joined.push_str(part);
        let wanted = joined.len().checked_sub(Token::LENGTH);
        if let Some(start) = wanted.filter(|wanted| starts.binary_search(wanted).is_ok()) {
            return joined.get(start..).map(str::to_owned);
        }
        rest = after;
    }
    None
}

/// A token of other software, by its place: after its name, after the last question mark of a link, or at the start of a text that is no link.
fn foreign(text: &str) -> Option<&str> {
    let is_link = text.contains("://") || text.contains("xmpp:");
    let from_start = (!is_link).then(|| text.trim_start_matches(|c: char| c.is_whitespace() || "\"'“„«<([".contains(c)));
    let rest = named(text).or_else(|| text.rsplit_once('?').map(|(_, rest)| rest).filter(|rest| !rest.is_empty())).or(from_start)?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~');
    let found = rest.split(|c| !is_part(c)).next()?.trim_end_matches(['.', '~']);
    (!found.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TOKEN: &str = "AbCdEfGhIjKlMnOpQrSt0123";

    fn last(text: &str) -> Option<String> {
        Pasted::read(text).ok()?.tokens().last().map(|token| token.secret().to_owned())
    }

    #[test]
    fn a_token_is_found_whatever_is_stuck_to_it() {
        #[rustfmt::skip]
        let dirty = [
            "☞.", "☞,", "☞)", "☞>", "☞!", "☞\"", "☞”", "☞*", "☞/", "☞;", "☞:", "☞'", "☞]", "☞}", "☞…", "☞?", "☞&", "☞=", "☞#", "☞|", "☞`", "☞»", "☞。",
            "☞）", "☞%20", "☞%0D%0A", "☞%E2%80%8B", "☞ (Romeo)", "☞%20(Romeo)", "☞\r\n", " ☞", "\t☞\t", "<☞>", "(☞)", "*☞*", "_☞_", "~☞~", "“☞”",
            "☞--", "☞...", "☞.html", "☞\u{a0}", "☞\u{200b}", "☞\u{200b}then", "☞\u{ad}s", "\u{feff}☞", "\u{202a}☞\u{202c}", "☞\u{27e8}=de",
            "☞\u{2329}=de", "☞%E2%9F%A8=de", "☞&lang=de", "☞&amp;lang=de", "☞?utm_source=x", "☞?utm_source=x&utm_medium=abcdefghijklmnopqrstuvwx",
            "☞&fbclid=abc", "?☞", "?token=☞", "token=☞", "?t=☞", "t=☞&c=dino", "?amp;t=☞", "amp;t=☞", "c=dino&amp;t=☞", "&amp;amp;t=☞", "t%3D☞",
            "t%253D☞", "?%74=☞", "%3F☞", "%253F☞", "☞%2E", "☞%252E", "☞%25252E", "☞%ff", "☞%", "☞%2", "https://chat.example/invites_page?☞",
            "https://chat.example/invites_page?☞.", "https://chat.example/invites_page/?☞&lang=de", "<https://chat.example/invites_page?☞>",
            "see https://chat.example/register?t=☞&amp;c=dino now", "https://chat.example/i/☞/", "https://chat.example/#☞",
            "https://abcdefghijklmnopqrstuvwx.example/page?☞", "https://chat.example/page?☞\nhttps://chat.example/page?☞",
            "HTTPS://CHAT.EXAMPLE/register?T=☞", "https://chat.example/#xmpp:chat.example?register;preauth=☞",
            "https%3A%2F%2Fchat.example%2Finvites_page%3F☞", "xmpp:chat.example?register;preauth=☞", "xmpp:chat.example?register;preauth=☞;ibr=y",
            "xmpp:chat.example?register%3Bpreauth%3D☞", "xmpp:abcdefghijklmnopqrstuvwx@chat.example?roster;preauth=☞;ibr=y",
            "XMPP:chat.example?register;PREAUTH=☞", "xmpp://chat.example/?register;preauth=☞", "t=3D☞", "invites_page?t=3D☞=20",
            "{\"t\":\"t\\u003d☞\"}", "You are invited to https://chat.example/invites_page?☞ by Romeo (romeo@chat.example).",
        ];
        for text in dirty {
            let text = text.replace('☞', TOKEN);
            assert_eq!(last(&text).as_deref(), Some(TOKEN), "{text}");
        }
    }

    #[test]
    fn a_wrapped_token_is_put_together() {
        let (head, tail) = TOKEN.split_at(10);
        for gap in ["\n", "\r\n", "\r\n    ", "\n> ", "=\r\n", "-\n", "\u{ad}", "\u{200b}", "%C2%AD", "%0D%0A", " ", "%20", "+\n", "\\\n"] {
            let text = format!("{head}{gap}{tail}");
            assert_eq!(last(&text).as_deref(), Some(TOKEN), "{gap:?}");
            assert_eq!(last(&format!("https://chat.example/invites_page?{text}\nRomeo")).as_deref(), Some(TOKEN), "{gap:?} in a link");
        }
        let hyphens: String = TOKEN.chars().flat_map(|c| [c, '\u{ad}']).collect();
        assert_eq!(last(&hyphens).as_deref(), Some(TOKEN));
    }

    #[test]
    fn a_text_that_may_be_a_token_is_tried_as_it_stands_before() {
        let shown = Pasted::read(&format!("{TOKEN}.")).unwrap();
        let tokens: Vec<_> = shown.tokens().map(Token::secret).collect();
        assert_eq!(tokens, [&format!("{TOKEN}."), TOKEN]);
        assert_eq!(shown.id(), Some(Token::parse(TOKEN).unwrap().id()));
        assert_eq!(Pasted::read(TOKEN).unwrap().tokens().count(), 1);
    }

    #[test]
    fn tokens_of_other_software_are_found_by_their_place() {
        #[rustfmt::skip]
        let dirty = [
            "A_b-9", "A_b-9.", "A_b-9!", "A_b-9 (Romeo)", "“A_b-9”", "?A_b-9", "token=A_b-9", "?t=A_b-9&c=dino",
            "https://chat.example/invites_page?A_b-9.", "xmpp:chat.example?register;preauth=A_b-9;ibr=y", "A_b-9%20", "A_b-9\u{200b}",
            "A_b-9\u{200b}then", "A_b-9&lang=de",
        ];
        for text in dirty {
            assert_eq!(last(text).as_deref(), Some("A_b-9"), "{text}");
        }
        assert_eq!(last("https://chat.example/invites_page"), None);
        assert_eq!(last("xmpp:romeo@chat.example"), None);
    }

    #[test]
    fn no_token_is_made_up() {
        assert_eq!(Pasted::read(""), Err(Refusal::NoToken));
        for text in [" ", ".,;", "%20", "\u{200b}", "?", "https://", "xmpp:", "”", "\0", &"x ".repeat(Pasted::LONGEST)] {
            assert_eq!(Pasted::read(text), Err(Refusal::TokenInvalid), "{text:.20}");
        }
        // Only the first run counts, and only if it has the right length.
        let (first, second) = ("a".repeat(24), "b".repeat(24));
        assert_eq!(last(&format!("{first} {second}")), Some(first));
        let long = format!("x{TOKEN}x");
        assert_eq!(last(&long), Some(long.clone()));
        assert_ne!(last(&format!("https://chat.example/page?{}", &TOKEN[1..])).as_deref(), Some(TOKEN));
    }

    proptest! {
        #[test]
        fn every_text_is_read_and_has_two_tokens_at_most(text in "\\PC{0,200}|([%0-9A-F?&=;:/. t\\n]|[a-z]{8}){0,200}") {
            if let Ok(shown) = Pasted::read(&text) {
                prop_assert!((1..=2).contains(&shown.tokens().count()));
            }
        }

        #[test]
        fn a_token_in_a_link_is_found(token in "[A-Za-z0-9]{24}", before in "[ -~]{0,40} ", after in "[^A-Za-z0-9%][ -$&-~]{0,40}") {
            let text = format!("xmpp:chat.example?register;preauth={token}{after}");
            prop_assert_eq!(last(&text), Some(token.clone()));
            prop_assume!(named(&before).is_none() && !before.contains('%') && !before.contains("://") && !before.contains('='));
            prop_assert_eq!(last(&format!("{before}https://chat.example/page?t={token}")), Some(token));
        }
    }
}
