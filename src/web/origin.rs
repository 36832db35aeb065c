//! The web site from which a form was sent.

/// Whether the browser says that a page of another web site sent the form (another name of the same domain counts as another site). `site` is the
/// header `Sec-Fetch-Site` (Fetch Metadata), which browsers send over https and to the same machine. `origin` is `Origin` (RFC 6454). `own` are
/// addresses of this server; ports don't count, because a proxy may change them.
///
/// A request without these headers, or with "null" as browsers send from pages without referrer, is not foreign. Then the form's token decides.
#[must_use]
pub fn is_foreign(site: Option<&[u8]>, origin: Option<&[u8]>, own: &[Vec<u8>]) -> bool {
    if let Some(site) = site {
        return !site.eq_ignore_ascii_case(b"same-origin") && !site.eq_ignore_ascii_case(b"none");
    }
    match origin {
        None | Some(b"null") => false,
        Some(origin) => host(origin).is_none_or(|host| !own.iter().any(|address| self::host(address).as_ref() == Some(&host))),
    }
}

/// The host of an address in lower case, without user and port. `None` if it is no address.
fn host(address: &[u8]) -> Option<Vec<u8>> {
    let end = address.windows(3).position(|part| part == b"://")?;
    let (scheme, rest) = (address.get(..end)?, address.get(end + 3..)?);
    let is_scheme = |byte: &u8| byte.is_ascii_alphanumeric() || b"+.-".contains(byte);
    if !scheme.first()?.is_ascii_alphabetic() || !scheme.iter().all(is_scheme) {
        return None;
    }
    let authority = rest.split(|byte| b"/?#".contains(byte)).next()?;
    let host = authority.rsplit(|byte| *byte == b'@').next()?;
    let digits = host.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let without_port = host.get(..host.len() - digits).and_then(|rest| rest.strip_suffix(b":"));
    Some(without_port.unwrap_or(host).to_ascii_lowercase()).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn from(origin: &str) -> bool {
        is_foreign(None, Some(origin.as_bytes()), &[b"http://".to_vec(), b"https://Chat.example:5281/x/".to_vec(), b"http://[::1]:5280/".to_vec()])
    }

    #[test]
    fn the_browsers_word_counts() {
        for (site, foreign) in [("same-origin", false), ("None", false), ("same-site", true), ("cross-site", true), ("", true), ("x", true)] {
            assert_eq!(is_foreign(Some(site.as_bytes()), Some(b"https://evil.example"), &[]), foreign, "{site}");
        }
        assert!(!is_foreign(None, None, &[]));
        assert!(!from("null"));
    }

    #[test]
    fn the_host_counts_and_not_the_port() {
        for own in ["https://chat.example", "http://CHAT.example:8080", "https://chat.example:", "https://me@chat.example/?#", "http://[::1]"] {
            assert!(!from(own), "{own}");
        }
        for other in
            ["https://evil.example", "https://chat.example.evil", "https://x.chat.example", "https://chat.example@evil.example", "chat.example"]
        {
            assert!(from(other), "{other}");
        }
        for odd in [
            "",
            "https://",
            "://chat.example",
            "1x://chat.example",
            "x y://chat.example",
            "https:chat.example",
            "http://:80",
            "https://chat.example.",
        ] {
            assert!(from(odd), "{odd}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_fails(text in proptest::collection::vec(any::<u8>(), 0..100)) {
            let _ = is_foreign(None, Some(&text), std::slice::from_ref(&text));
        }
    }
}
