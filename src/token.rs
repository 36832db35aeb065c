//! Tokens, and the ids that stand for them where the secret must not be stored.

use std::fmt;

use rand::{TryCryptoRng, TryRng};
use sha2::{Digest, Sha256};

use crate::{Error, Refusal};

const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// The secret part of an invite: whoever knows it holds the invite (XEP-0401 §4, XEP-0445 §2).
///
/// New tokens are 24 alphanumeric characters, 142 bits from the random source that the caller provides. Tokens of other software may have any length
/// up to [`Token::LONGEST`] and may also contain `-`, `_`, `.` and `~`.
///
/// `Debug` prints the short id of the invite and never the secret, so that logs can't leak it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Characters in a new token.
    pub const LENGTH: usize = 24;
    /// Characters in the longest token that is looked up.
    pub const LONGEST: usize = 255;

    /// A new token.
    ///
    /// # Errors
    /// [`Error::Failed`] if the random source fails. No invite is better than one that can be guessed.
    pub fn random(source: &mut impl TryCryptoRng) -> Result<Self, Error> {
        let mut text = String::with_capacity(Self::LENGTH);
        while text.len() < Self::LENGTH {
            // 248 is the largest multiple of 62 in a byte. Folding the rest would favour the first letters.
            let fair = draw::<32>(source)?.into_iter().filter(|byte| *byte < 248);
            let letters = fair.filter_map(|byte| ALPHABET.get(usize::from(byte % 62))).map(|letter| char::from(*letter));
            text.extend(letters.take(Self::LENGTH - text.len()));
        }
        Ok(Self(text))
    }

    /// Reads a token that a stranger sent.
    ///
    /// # Errors
    /// [`Refusal::NoToken`] for an empty text, [`Refusal::TokenInvalid`] for a text that can't be a token.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        Self::judge(text).map(|()| Self(text.to_owned()))
    }

    /// A text that has the shape of our own tokens, as most have that strangers send.
    pub(crate) fn ours(text: &str) -> Option<Self> {
        (text.len() == Self::LENGTH && text.bytes().all(|c| c.is_ascii_alphanumeric())).then(|| Self(text.to_owned()))
    }

    fn judge(text: &str) -> Result<(), Refusal> {
        let allowed = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b'.' | b'~');
        match text.len() {
            0 => Err(Refusal::NoToken),
            1..=Self::LONGEST if text.bytes().all(allowed) => Ok(()),
            _ => Err(Refusal::TokenInvalid),
        }
    }

    /// The secret, for the invitee's link and the database. It never goes to a log.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// The id of the invite.
    #[must_use]
    pub fn id(&self) -> InviteId {
        let mut id = InviteId([0; 16]);
        id.0.iter_mut().zip(Sha256::digest(self.0.as_bytes())).for_each(|(byte, digest)| *byte = digest);
        id
    }

    /// A short hash of a text: 64 bits in hexadecimal. It reveals nothing about the text without the token.
    #[must_use]
    pub fn seal(&self, text: &str) -> String {
        let digest = Sha256::new().chain_update(self.0.as_bytes()).chain_update([0]).chain_update(text).finalize();
        digest.iter().take(8).flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
    }
}

impl TryFrom<String> for Token {
    type Error = Refusal;

    /// As [`Token::parse`], without a copy.
    fn try_from(text: String) -> Result<Self, Refusal> {
        Self::judge(&text).map(|()| Self(text))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({})", self.id().short())
    }
}

/// The first half of the SHA-256 of a token. It names an invite and does not reveal the token: finding a token for it takes 2^128 tries. The other
/// half would only double the size of every index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InviteId(pub [u8; 16]);

impl InviteId {
    /// Characters in a short id.
    pub const SHORT: usize = 12;

    /// The first 48 bits in hexadecimal, for logs and for lists of invites whose token is not stored.
    #[must_use]
    pub fn short(self) -> String {
        let mut text = String::with_capacity(Self::SHORT);
        for byte in self.0.iter().take(Self::SHORT / 2) {
            text.extend([byte >> 4, byte & 15].into_iter().filter_map(|digit| char::from_digit(digit.into(), 16)));
        }
        text
    }

    /// The range of ids, both ends included, with this short id. `None` if the text is no short id.
    #[must_use]
    pub fn range(short: &str) -> Option<(Self, Self)> {
        if short.len() != Self::SHORT || !short.bytes().all(|c| c.is_ascii_hexdigit()) {
            return None;
        }
        let (mut low, mut high) = ([0; 16], [0xff; 16]);
        for (at, (low, high)) in low.iter_mut().zip(&mut high).take(Self::SHORT / 2).enumerate() {
            *low = u8::from_str_radix(short.get(2 * at..2 * at + 2)?, 16).ok()?;
            *high = *low;
        }
        Some((Self(low), Self(high)))
    }
}

/// Bytes from a random source, or the error if it fails.
pub(crate) fn draw<const N: usize>(source: &mut impl TryRng) -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    source.try_fill_bytes(&mut bytes).map_err(|error| Error::Failed(format!("no random numbers: {error}")))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use rand::rngs::SysRng;

    use super::*;

    #[test]
    fn new_tokens_are_24_alphanumeric_characters_and_all_differ() {
        let mut seen = std::collections::HashSet::new();
        for _ in 0..1000 {
            let token = Token::random(&mut SysRng).unwrap();
            assert_eq!(token.secret().len(), 24);
            assert!(token.secret().bytes().all(|c| c.is_ascii_alphanumeric()));
            assert!(seen.insert(token.secret().to_owned()));
        }
    }

    #[test]
    fn every_letter_is_drawn_about_as_often() {
        let text: String = (0..5000).map(|_| Token::random(&mut SysRng).unwrap().0).collect();
        for &letter in ALPHABET {
            let share = text.bytes().filter(|&c| c == letter).count();
            assert!((1500..2400).contains(&share), "{} came {share} times of about 1935", char::from(letter));
        }
    }

    #[test]
    fn a_token_is_parsed_or_refused() {
        assert_eq!(Token::parse(""), Err(Refusal::NoToken));
        assert_eq!(Token::parse("AbC-_.~9").unwrap().secret(), "AbC-_.~9");
        for bad in ["a b", "a\0", "a\n", "é", "a/b", "a;ibr=y", "%41", &"x".repeat(256), &"x".repeat(1 << 20)] {
            assert_eq!(Token::parse(bad), Err(Refusal::TokenInvalid), "{bad:.20}");
        }
    }

    #[test]
    fn the_id_is_sha_256_and_debug_shows_no_secret() {
        let token = Token::parse("abc").unwrap();
        assert_eq!(token.id().short(), "ba7816bf8f01");
        assert_eq!(format!("{token:?}"), "Token(ba7816bf8f01)");
    }

    #[test]
    fn a_short_id_is_a_range_around_its_id() {
        let id = Token::parse("abc").unwrap().id();
        let (low, high) = InviteId::range(&id.short()).unwrap();
        assert!(low <= id && id <= high);
        assert_eq!(InviteId::range("ba7816bf8f0"), None);
        assert_eq!(InviteId::range("ba7816bf8f0g"), None);
        assert_eq!(InviteId::range("éééééé"), None);
    }
}
