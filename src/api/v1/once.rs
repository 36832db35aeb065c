//! Idempotency keys: a creation that is asked for twice happens once, and both get the same answer.
//!
//! The answer has tokens, which the database may not keep in the clear. So it is sealed (ChaCha20-Poly1305, RFC 8439) with a key that comes from the
//! secret of the API key and the idempotency key, of which the database knows hashes.

use std::fmt;

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use rand::TryRng;
use sha2::{Digest, Sha256};

use crate::Error;
use crate::token::draw;

/// A creation that happens once.
#[derive(Clone, PartialEq, Eq)]
pub struct Once {
    /// What it is found by.
    pub id: [u8; 32],
    /// The hash of what was asked for.
    pub request: [u8; 32],
    seal: [u8; 32],
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Once")
    }
}

/// Bytes of a nonce.
const NONCE: usize = 12;

impl Once {
    /// Seconds for which an answer is kept.
    pub const KEPT: i64 = 86_400;

    /// The creation under this header, with this API key (as it is shown), of what this path and body ask for. `None` if the header is not valid.
    #[must_use]
    pub fn of(header: &[u8], shown: &[u8], path: &str, body: &[u8]) -> Option<Self> {
        if !(1..=255).contains(&header.len()) || !header.iter().all(u8::is_ascii_graphic) {
            return None;
        }
        let hash =
            |what: &[u8]| Sha256::new().chain_update(what).chain_update([0]).chain_update(shown).chain_update([0]).chain_update(header).finalize();
        let request = Sha256::new().chain_update(path).chain_update([0]).chain_update(body).finalize();
        Some(Self { id: hash(b"id").into(), request: request.into(), seal: hash(b"seal").into() })
    }

    /// An answer as the database keeps it.
    ///
    /// # Errors
    /// [`Error::Failed`]: there are no random numbers.
    pub fn sealed(&self, answer: &[u8], source: &mut impl TryRng) -> Result<Vec<u8>, Error> {
        let nonce = draw::<NONCE>(source)?;
        let sealed = self.cipher().encrypt(&Nonce::from(nonce), answer).map_err(|_| Error::Failed("an answer could not be sealed".into()))?;
        Ok(nonce.iter().copied().chain(sealed).collect())
    }

    /// The answer in what the database has kept; `None` if that was changed.
    #[must_use]
    pub fn opened(&self, kept: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = kept.split_first_chunk::<NONCE>()?;
        self.cipher().decrypt(&Nonce::from(*nonce), sealed).ok()
    }

    fn cipher(&self) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(&Key::from(self.seal))
    }
}

#[cfg(test)]
mod tests {
    use rand::rngs::SysRng;

    use super::*;

    #[test]
    fn an_answer_opens_with_the_same_keys_alone() {
        let once = Once::of(b"order-1", b"ik1_x", "/invites", b"{}").unwrap();
        let kept = once.sealed(b"token", &mut SysRng).unwrap();
        assert!(!kept.windows(5).any(|window| window == b"token"));
        assert_eq!(once.opened(&kept).as_deref(), Some(&b"token"[..]));
        assert_ne!(once.sealed(b"token", &mut SysRng).unwrap(), kept);
        for (header, shown) in [(&b"order-2"[..], &b"ik1_x"[..]), (b"order-1", b"ik1_y")] {
            let other = Once::of(header, shown, "/invites", b"{}").unwrap();
            assert!(other.id != once.id && other.request == once.request && other.opened(&kept).is_none());
        }
        for odd in [&kept[..5], &kept[..kept.len() - 1], &[]] {
            assert_eq!(once.opened(odd), None);
        }
    }

    #[test]
    fn another_path_or_body_is_another_request() {
        let request = |path, body| Once::of(b"a", b"b", path, body).unwrap().request;
        assert_ne!(request("/invites", b"{}"), request("/invites", b"{ }"));
        assert_ne!(request("/invites", b"{}"), request("/invites/batch", b"{}"));
    }

    #[test]
    fn odd_headers_are_refused() {
        for odd in [&b""[..], b"a b", b"\xff", &[b'x'; 256]] {
            assert!(Once::of(odd, b"b", "/", b"").is_none());
        }
    }
}
