//! The bodies of requests: forms (`application/x-www-form-urlencoded`, as queries of URLs are) and JSON objects. Both are bounded before they are
//! read, and read in linear time.

use std::collections::HashMap;

use percent_encoding::percent_decode;
use serde_json::{Map, Value};

use crate::Refusal;

/// Bytes in the longest body. A note of a thousand characters fits, however it is escaped.
pub const LONGEST: usize = 16 * 1024;
/// The most fields in a form or object.
pub const MOST_FIELDS: usize = 64;

/// The fields of a form by name (WHATWG URL, section 5.1). Empty parts between two `&` are skipped, and a part without `=` has an empty value. Values
/// are bytes; callers check them.
///
/// # Errors
/// [`Refusal::FormInvalid`] if it is too long, or has too many fields, or one field twice.
pub fn fields(form: &[u8]) -> Result<HashMap<Vec<u8>, Vec<u8>>, Refusal> {
    if form.len() > LONGEST {
        return Err(Refusal::FormInvalid);
    }
    let mut fields = HashMap::new();
    for field in form.split(|byte| *byte == b'&').filter(|field| !field.is_empty()) {
        let mut parts = field.splitn(2, |byte| *byte == b'=').map(decoded);
        let (name, value) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        if fields.len() == MOST_FIELDS || fields.insert(name, value).is_some() {
            return Err(Refusal::FormInvalid);
        }
    }
    Ok(fields)
}

fn decoded(part: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = part.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    percent_decode(&spaced).collect()
}

/// The fields of a JSON object (RFC 8259). If a name occurs twice, the last value counts, as with most parsers.
///
/// # Errors
/// [`Refusal::FormInvalid`] if it is no object, nested too deep, too long, or has too many fields.
pub fn object(text: &[u8]) -> Result<Map<String, Value>, Refusal> {
    if text.len() > LONGEST {
        return Err(Refusal::FormInvalid);
    }
    let object: Map<String, Value> = serde_json::from_slice(text).map_err(|_| Refusal::FormInvalid)?;
    if object.len() > MOST_FIELDS { Err(Refusal::FormInvalid) } else { Ok(object) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn read(text: &str) -> Result<Vec<(String, String)>, Refusal> {
        let words = |bytes| String::from_utf8(bytes).unwrap();
        let mut list: Vec<_> = fields(text.as_bytes())?.into_iter().map(|(name, value)| (words(name), words(value))).collect();
        list.sort();
        Ok(list)
    }

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_form_is_decoded() {
        assert_eq!(
            read("user=J%C3%BCrgen+B&password=a%2Bb%26c%3D=d&empty=").unwrap(),
            pairs(&[("empty", ""), ("password", "a+b&c==d"), ("user", "Jürgen B")])
        );
        assert_eq!(read("").unwrap(), []);
        assert_eq!(read("a&b=&=c").unwrap(), pairs(&[("", "c"), ("a", ""), ("b", "")]));
        assert_eq!(read("&&a=1&").unwrap(), pairs(&[("a", "1")]));
        assert_eq!(read("a=100%&b=%zz&c=%4").unwrap(), pairs(&[("a", "100%"), ("b", "%zz"), ("c", "%4")]));
    }

    #[test]
    fn a_form_with_two_meanings_is_refused() {
        for odd in ["a=1&a=2", "a=1&%61=2", "a&a="] {
            assert_eq!(read(odd), Err(Refusal::FormInvalid), "{odd}");
        }
        assert_eq!(fields(b"a=%ff%00\xff"), Ok(HashMap::from([(b"a".to_vec(), b"\xff\0\xff".to_vec())])));
    }

    #[test]
    fn a_form_is_bounded() {
        let many = |count: usize| (0..count).map(|i| format!("f{i}=")).collect::<Vec<_>>().join("&");
        assert_eq!(read(&many(MOST_FIELDS)).unwrap().len(), MOST_FIELDS);
        assert_eq!(read(&many(MOST_FIELDS + 1)), Err(Refusal::FormInvalid));
        assert!(read(&format!("a={}", "x".repeat(LONGEST - 2))).is_ok());
        assert_eq!(read(&format!("a={}", "x".repeat(LONGEST - 1))), Err(Refusal::FormInvalid));
    }

    #[test]
    fn an_object_is_bounded() {
        assert_eq!(Value::Object(object(br#"{"a":"\u00fc","b":1.5,"c":null,"d":true}"#).unwrap()), json!({"a": "ü", "b": 1.5, "c": null, "d": true}));
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(8_000), "]".repeat(8_000));
        for odd in ["", "[]", "1", "null", "{", r#"{"a":1}x"#, r#"{"a":"\ud800"}"#, &deep, &format!("{{\"a\":\"{}\"}}", "x".repeat(LONGEST))] {
            assert_eq!(object(odd.as_bytes()), Err(Refusal::FormInvalid), "{}", odd.get(..20).unwrap_or(odd));
        }
        assert_eq!(object(b"{\"a\":\"\xff\"}"), Err(Refusal::FormInvalid));
    }

    proptest! {
        #[test]
        fn reading_never_fails_in_another_way(text in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = (fields(&text), object(&text));
        }
    }
}
