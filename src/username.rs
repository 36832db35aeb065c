//! Usernames: the local part of an account's address.

use crate::{Refusal, text};

/// A local part (RFC 7622 §3.3) that is prepared: `JULIET` has become `juliet` before.
///
/// Prosody prepares it in Lua (`util.encodings.stringprep.nodeprep`), because it is compared with account names that Prosody prepared. A text that
/// can't be the result of that is refused here.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Username(String);

impl Username {
    /// Bytes in the longest local part (RFC 7622 §3.3.1).
    pub const LONGEST: usize = 1023;

    /// Bytes in the longest name of a new account, where everything but ASCII letters and digits counts three times. Prosody stores accounts in files
    /// with such bytes escaped (`util.datamanager`: `%xx`), and adds `.dat~` while it writes. A file name has at most 255 bytes.
    pub const LONGEST_NEW: usize = 250;

    /// Checks whether the storage can keep an account of this name: see [`Username::LONGEST_NEW`].
    ///
    /// # Errors
    /// [`Refusal::UsernameTooLong`].
    pub fn fits_storage(&self) -> Result<(), Refusal> {
        let length: usize = self.0.bytes().map(|byte| if byte.is_ascii_alphanumeric() { 1 } else { 3 }).sum();
        if length > Self::LONGEST_NEW { Err(Refusal::UsernameTooLong) } else { Ok(()) }
    }

    /// A prepared name.
    ///
    /// # Errors
    /// [`Refusal::UsernameInvalid`] for a text that nodeprep can't return.
    pub fn prepared(text: &str) -> Result<Self, Refusal> {
        text.to_owned().try_into()
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Username {
    type Error = Refusal;

    /// As [`Username::prepared`], without a copy.
    fn try_from(text: String) -> Result<Self, Refusal> {
        let forbidden = |c: char| {
            !text::is_plain(c) || c.is_whitespace() || c.is_ascii_uppercase() || matches!(c, '"' | '&' | '\'' | '/' | ':' | '<' | '>' | '@')
        };
        if text.is_empty() || text.len() > Self::LONGEST || text.contains(forbidden) {
            return Err(Refusal::UsernameInvalid);
        }
        Ok(Self(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_new_accounts_fit_into_names_of_files() {
        for (name, fits) in [
            ("x".repeat(250), true),
            ("x".repeat(251), false),
            ("é".repeat(41), true),
            ("é".repeat(42), false),
            ("-".repeat(83), true),
            ("-".repeat(84), false),
        ] {
            assert_eq!(Username::prepared(&name).unwrap().fits_storage().is_ok(), fits, "{name}");
        }
    }

    #[test]
    fn only_prepared_names_pass() {
        for good in ["juliet", "juliet.capulet+42", "jürgen", "朱丽叶", &"x".repeat(1023)] {
            assert_eq!(Username::prepared(good).unwrap().as_str(), good);
        }
        for bad in ["", "JULIET", "a b", "a@b", "a/b", "a\0b", "a\u{7f}b", "<x>", "it's", "\u{3000}", "a\u{fffe}", "a\u{85}", &"x".repeat(1024)] {
            assert_eq!(Username::prepared(bad), Err(Refusal::UsernameInvalid), "{bad:?}");
        }
    }
}
