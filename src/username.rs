//! The local part of an account's address.

use crate::Refusal;

/// A local part (RFC 7622 §3.3) that has been prepared: `JULIET` has become `juliet` before it gets here.
///
/// The preparation itself is Prosody's (`util.encodings.stringprep.nodeprep`), done in Lua: names are compared with the names of accounts, and
/// those were prepared by it. What can't have come out of it is refused here.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Username(String);

impl Username {
    /// Bytes in the longest local part (RFC 7622 §3.3.1).
    pub const LONGEST: usize = 1023;

    /// A name that was prepared.
    ///
    /// # Errors
    /// [`Refusal::UsernameInvalid`] for what no preparation would let through.
    pub fn prepared(text: &str) -> Result<Self, Refusal> {
        let forbidden =
            |c: char| c.is_control() || c.is_whitespace() || c.is_ascii_uppercase() || matches!(c, '"' | '&' | '\'' | '/' | ':' | '<' | '>' | '@');
        if text.is_empty() || text.len() > Self::LONGEST || text.contains(forbidden) {
            return Err(Refusal::UsernameInvalid);
        }
        Ok(Self(text.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_prepared_names_pass() {
        for good in ["juliet", "juliet.capulet+42", "jürgen", "朱丽叶", &"x".repeat(1023)] {
            assert_eq!(Username::prepared(good).unwrap().as_str(), good);
        }
        for bad in ["", "JULIET", "a b", "a@b", "a/b", "a\0b", "a\u{7f}b", "<x>", "it's", "\u{3000}", &"x".repeat(1024)] {
            assert_eq!(Username::prepared(bad), Err(Refusal::UsernameInvalid), "{bad:?}");
        }
    }
}
