//! Texts in the configuration, and what kinds of them there are.

use core::net::IpAddr;

/// Bytes of the longest text that is understood.
const LONGEST: usize = 2_000;

/// Whether C calls this a space; Lua's patterns do.
pub(super) fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t'..='\r')
}

/// The text, if it is of one line and can be printed: without characters that break a line or turn the text around.
pub(super) fn printable(bytes: &[u8]) -> Option<&str> {
    let is_unprintable =
        |character: char| character.is_control() || matches!(character, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}');
    let text = std::str::from_utf8(bytes.get(..=LONGEST).is_none().then_some(bytes)?).ok()?;
    (!text.chars().all(is_space) && !text.contains(is_unprintable)).then_some(text)
}

/// The scheme of an address (RFC 3986, section 3.1) and what follows its colon.
pub(crate) fn scheme(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte);
    (scheme.starts_with(|first: char| first.is_ascii_alphabetic()) && scheme.bytes().all(is_part)).then_some((scheme, rest))
}

/// An address that the browser opens. Scripts (`javascript:`) and `data:` are none.
pub(super) fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = scheme(text) else { return false };
    let names_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    names_web && rest.strip_prefix("//").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')) && !text.contains(' ')
}

/// An address of a page, a person or a service.
pub(super) fn is_link(text: &str) -> bool {
    let is_known = |name: &str| ["http", "https", "mailto", "xmpp", "tel"].iter().any(|known| known.eq_ignore_ascii_case(name));
    scheme(text).is_some_and(|(name, rest)| is_known(name) && !rest.is_empty() && !rest.contains(' '))
}

/// A link relative to our page or to the server, or an address.
pub(super) fn is_place(text: &str) -> bool {
    !text.contains(' ') && (scheme(text).is_none() || is_url(text))
}

pub(super) fn is_database(text: &str) -> bool {
    text.starts_with("postgresql://") || text.starts_with("postgres://") || scheme(text).is_none() && !text.ends_with('/')
}

pub(super) fn is_module_name(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

pub(super) fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// An IPv4 or IPv6 address, or a network with `/BITS`.
pub(super) fn is_network(text: &str) -> bool {
    let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
    let Ok(address) = address.parse::<IpAddr>() else { return false };
    let most = if address.is_ipv4() { 32 } else { 128 };
    bits.is_none_or(|bits| bits.bytes().all(|byte| byte.is_ascii_digit()) && bits.parse::<u8>().is_ok_and(|bits| bits <= most))
}

pub(super) fn is_picture(text: &str) -> bool {
    let ending = text.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ["svg", "png", "jpg", "jpeg", "webp", "gif"].contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(test: impl Fn(&str) -> bool, good: &[&str], bad: &[&str]) {
        for text in good {
            assert!(test(text), "{text}");
        }
        for text in bad {
            assert!(!test(text), "{text}");
        }
    }

    #[test]
    fn texts_are_of_one_line_and_can_be_printed() {
        let long = "x".repeat(LONGEST + 1);
        let odd = ["", " ", "\t", "a\nb", "a\u{202e}b", "a\u{2066}", "a\0b", "a\u{9b}b", "a\u{ffff}", "a\u{7f}", &long];
        all(|text| printable(text.as_bytes()).is_some(), &["Café Müller", " x", &long[1..]], &odd);
        assert_eq!(printable(b"\xff"), None);
    }

    #[test]
    fn addresses_are_told_from_scripts() {
        let scripts = ["javascript:alert(1)", "data:text/html,x", "https://", "https:///x", "https://a b/", "//host/x"];
        all(is_url, &["https://x", "HTTP://host/i?{invite.token}", "https://{host}/i#{invite.uri!}"], &scripts);
        all(is_url, &[], &["x", "/x", "xhttps://x"]);
        all(is_link, &["mailto:me@example.com", "xmpp:x@y", "TEL:+1", "https://x/"], &["javascript:x", "mailto:", "tel:1 2", "x"]);
        all(is_place, &["join?t={invite.token}", "/join", "https://x"], &["javascript:alert(1)", "a b", "https://"]);
        all(is_database, &["invites.sqlite", "/a/b", "sql", "postgres://x", "postgresql://"], &["mysql://x", "a/", "postgres:sesame"]);
    }

    #[test]
    fn networks_have_as_many_bits_as_their_address_allows() {
        all(is_network, &["10.0.0.0/8", "::1", "192.0.2.1", "2001:db8::/64", "10.0.0.0/08"], &["10.0.0.0/33", "10.0.0.0/", "::/129", "x", "10.0.0"]);
        all(is_network, &[], &["10.0.0.0/-1", "10.0.0.0/8/8", "010.0.0.1", "fe80::1%eth0"]);
        all(is_picture, &["a.svg", "/x/logo.PNG"], &["svg", "a.txt", "a.svg/b"]);
        all(is_colour, &["#1c6b4a", "#ABCDEF"], &["1c6b4a", "#1c6b4", "#1c6b4ag", "red"]);
    }
}
