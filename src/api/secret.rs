//! Ids and secrets of keys. A secret is 264 random bits, which nobody can try out, so that neither salt nor a slow hash would add anything.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRng;
use sha2::{Digest, Sha256};

use crate::Error;
use crate::token::draw;

/// Characters of the longest id.
const LONGEST_ID: usize = 64;

/// A new key.
#[derive(Debug)]
pub struct Drawn {
    /// What names it.
    pub id: String,
    /// What opens; no character of it needs escaping in URLs.
    pub secret: String,
}

/// Draws a key. Its id has hexadecimal digits only: one that starts with `-` would look like an option to prosodyctl.
///
/// # Errors
/// [`Error::Failed`] if there are no random numbers.
pub fn drawn(source: &mut impl TryRng) -> Result<Drawn, Error> {
    Ok(Drawn { id: hexadecimal(&draw::<6>(source)?), secret: URL_SAFE_NO_PAD.encode(draw::<33>(source)?) })
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// Whether a text can be an id. Those of the community's module may hold `-` and `_`.
#[must_use]
pub fn is_id(text: &[u8]) -> bool {
    (1..=LONGEST_ID).contains(&text.len()) && text.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(byte))
}

/// `ID/SECRET` in its parts.
#[must_use]
pub fn parts(shown: &[u8]) -> Option<(&[u8], &[u8])> {
    let (id, rest) = shown.split_at_checked(shown.iter().position(|byte| *byte == b'/')?)?;
    let secret = rest.strip_prefix(b"/").filter(|secret| !secret.is_empty())?;
    is_id(id).then_some((id, secret))
}

/// The SHA-256 of a secret, in hexadecimal digits: what is kept of it.
#[must_use]
pub fn hash(secret: &[u8]) -> String {
    hexadecimal(&Sha256::digest(secret))
}

/// Whether a secret is the one with this hash. It takes the same time however much of it is right.
#[must_use]
pub fn fits(expected: &[u8], secret: &[u8]) -> bool {
    let found = hash(secret);
    expected.len() == found.len() && expected.iter().zip(found.as_bytes()).fold(0, |wrong, (a, b)| wrong | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use rand::rngs::SysRng;

    use super::*;

    #[test]
    fn keys_need_no_escaping() {
        let key = drawn(&mut SysRng).unwrap();
        assert_eq!((key.id.len(), key.secret.len()), (12, 44));
        assert!(key.secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte)), "{}", key.secret);
        let shown = format!("{}/{}", key.id, key.secret);
        assert_eq!(parts(shown.as_bytes()), Some((key.id.as_bytes(), key.secret.as_bytes())));
        assert_ne!(drawn(&mut SysRng).unwrap().secret, key.secret);
    }

    #[test]
    fn an_id_and_a_secret_are_needed() {
        assert_eq!(parts(b"-_old/secret/with/slashes"), Some((&b"-_old"[..], &b"secret/with/slashes"[..])));
        let long = format!("{}/x", "i".repeat(65));
        for shown in ["", "/", "id", "id/", "/secret", "no such/x", "\0/x", &long] {
            assert_eq!(parts(shown.as_bytes()), None, "{shown}");
        }
    }

    #[test]
    fn a_secret_fits_its_hash_alone() {
        let kept = hash(b"abc");
        assert_eq!(kept, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert!(fits(kept.as_bytes(), b"abc"));
        assert!(!fits(kept.as_bytes(), b"abd") && !fits(b"", b"abc") && !fits(&kept.as_bytes()[1..], b"abc"));
    }
}
