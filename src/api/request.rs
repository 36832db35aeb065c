//! What a request says besides its body: with which key it comes, and how it wants to be answered.

use percent_encoding::percent_decode;

use crate::web::form;

/// Bytes of a header that are looked at: those of browsers and libraries have less than two hundred.
const LONGEST_HEADER: usize = 1000;

/// What a request says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The key, as `ID/SECRET`.
    pub key: Option<Vec<u8>>,
    /// Whether the answer is a redirection to the link.
    pub redirect: bool,
    /// Whether the answer is JSON.
    pub is_json: bool,
    /// The first field of the query that means nothing here. What an invite is to be like is for the body to say: who puts it into the query must not
    /// get another invite than they think.
    pub unknown: Option<Vec<u8>>,
}

/// Reads the query of the address and the headers `Authorization` and `Accept`.
#[must_use]
pub fn read(query: &[u8], authorization: Option<&[u8]>, accept: Option<&[u8]>) -> Asked {
    let mut fields = form::fields(query).unwrap_or_default();
    let in_query = fields.remove(&b"key"[..]);
    Asked {
        key: authorization.map_or(in_query, |header| bearer(bounded(header)).map(<[u8]>::to_vec)),
        redirect: fields.get(&b"redirect"[..]).is_some_and(|value| value != b"false"),
        is_json: accept.is_some_and(|header| names_json(bounded(header))),
        unknown: unknown(query),
    }
}

/// Nothing of a header that is longer than any that makes sense.
fn bounded(header: &[u8]) -> &[u8] {
    if header.len() <= LONGEST_HEADER { header } else { b"" }
}

/// `Bearer ID/SECRET` (RFC 6750, section 2.1; schemes have no case: RFC 9110, section 11.1).
fn bearer(header: &[u8]) -> Option<&[u8]> {
    let mut words = header.split(|byte| byte.is_ascii_whitespace() || *byte == 0x0b).filter(|word| !word.is_empty());
    let (scheme, credentials) = (words.next()?, words.next()?);
    (scheme.eq_ignore_ascii_case(b"bearer") && words.next().is_none()).then_some(credentials)
}

/// Whether JSON is asked for by name (RFC 9110, section 12.5.1). Who takes anything gets what the community's module answers.
fn names_json(accept: &[u8]) -> bool {
    let accept = String::from_utf8_lossy(accept).to_ascii_lowercase();
    accept.split(',').any(|range| {
        let mut parameters = range.split(';').map(str::trim);
        let is_json = parameters.next() == Some("application/json");
        let weight = parameters.next_back().and_then(|last| last.strip_prefix("q=0"));
        let is_refused = weight.is_some_and(|rest| rest.strip_prefix('.').unwrap_or(rest).bytes().all(|digit| digit == b'0'));
        is_json && !is_refused
    })
}

fn unknown(query: &[u8]) -> Option<Vec<u8>> {
    let fields = query.split(|byte| *byte == b'&').filter(|field| !field.is_empty());
    let names = fields.map(|field| percent_decode(field.split(|byte| *byte == b'=').next().unwrap_or_default()).collect::<Vec<u8>>());
    names.into_iter().find(|name| name != b"key" && name != b"redirect")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(query: &str, authorization: Option<&str>) -> Option<String> {
        read(query.as_bytes(), authorization.map(str::as_bytes), None).key.map(|key| String::from_utf8(key).unwrap())
    }

    #[test]
    fn the_key_is_in_the_query_or_in_the_header() {
        assert_eq!(key("key=a/b", None).as_deref(), Some("a/b"));
        assert_eq!(key("key=x", Some("bearer  a/b")).as_deref(), Some("a/b"));
        for header in ["", " ", "Bearer", "Bearer ", "Basic a/b", "a/b", "Bearer a b a/b"] {
            assert_eq!(key("key=a/b", Some(header)), None, "{header}");
        }
        assert_eq!(key("", Some(&format!("Bearer {}", "x".repeat(LONGEST_HEADER)))), None);
        assert_eq!(key("key=a&key=b", None), None, "a query with two meanings has none");
    }

    #[test]
    fn json_is_asked_for_by_name() {
        let is_json = |accept: &str| read(b"", None, Some(accept.as_bytes())).is_json;
        for accept in ["application/json", "text/html, Application/JSON;q=0.5", "application/json ; charset=utf-8"] {
            assert!(is_json(accept), "{accept}");
        }
        for accept in ["*/*", "text/html", "application/json-seq", "application/json;q=0", "application/json; q=0.000", ""] {
            assert!(!is_json(accept), "{accept}");
        }
        assert!(!read(b"", None, None).is_json);
    }

    #[test]
    fn other_fields_are_unknown() {
        for (query, expected) in
            [("key=a&redirect=true", None), ("%75ses=5", Some("uses")), ("key=x&Key=x", Some("Key")), ("=", Some("")), ("&&", None)]
        {
            assert_eq!(read(query.as_bytes(), None, None).unknown.as_deref(), expected.map(str::as_bytes), "{query}");
        }
        let redirects = |query: &str| read(query.as_bytes(), None, None).redirect;
        assert_eq!(["redirect", "redirect=1", "redirect=false", ""].map(redirects), [true, true, false, false]);
    }
}
