//! An account in Prosody's own store (providers `internal_hashed` and `internal_plain`).

use sha2::{Digest, Sha256};

/// The fields that depend on the password, in the order in which they are hashed.
pub const CREDENTIALS: [&str; 5] = ["password", "salt", "iteration_count", "stored_key", "server_key"];

/// The stored fields of an account.
#[derive(Clone, Debug, Default)]
pub struct StoredAccount {
    /// The values of [`CREDENTIALS`], empty if missing.
    pub credentials: [Vec<u8>; 5],
    /// When it was created, and last written, in Unix seconds, if known.
    pub times: (Option<f64>, Option<f64>),
    /// Whether it is marked as disabled.
    pub is_disabled: bool,
    /// Whether the store says who disabled it, and when.
    pub is_disabled_by_somebody: bool,
}

impl StoredAccount {
    /// Prosody 13.0 creates an account with several writes within one request. If a disabled account was written later than this many seconds after
    /// its creation, it had been complete and was disabled afterwards.
    const ALL_WRITES_WITHIN: f64 = 60.0;

    /// A text that changes with the password; `None` without a password.
    #[must_use]
    pub fn credentials(&self) -> Option<String> {
        let [password, _, _, stored_key, server_key] = &self.credentials;
        if password.is_empty() && (stored_key.is_empty() || server_key.is_empty()) {
            return None;
        }
        let digest = Sha256::digest(self.credentials.join(&0));
        Some(digest.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| char::from_digit(digit.into(), 16)).collect())
    }

    /// Whether its creation was interrupted. Only 13.0 can leave such an account, disabled and with a date.
    #[must_use]
    pub fn is_half_made(&self) -> bool {
        let (Some(created), updated) = self.times else { return false };
        let is_new = updated.unwrap_or(created) - created <= Self::ALL_WRITES_WITHIN;
        self.is_disabled && !self.is_disabled_by_somebody && (self.credentials().is_none() || is_new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(credentials: [&str; 5]) -> StoredAccount {
        StoredAccount { credentials: credentials.map(|field| field.as_bytes().to_vec()), ..StoredAccount::default() }
    }

    #[test]
    fn credentials_change_with_each_field_of_the_password() {
        let hashed = ["", "salt", "10000", "stored", "server"];
        // sha256 of the fields with NUL between them, as resets of earlier versions are sealed with it
        let first = account(hashed).credentials().unwrap();
        assert_eq!(first, "0299b111b1ce69e06c7d8ccc093956ca2eb15cb8bcd089bfd5e6626bc8a4ba27");
        for (at, other) in ["x", "pepper", "4096", "key", "key"].iter().enumerate() {
            let mut changed = hashed;
            changed[at] = other;
            assert_ne!(account(changed).credentials().unwrap(), first);
        }
        for without in [["", "", "", "", ""], ["", "salt", "10000", "stored", ""], ["", "salt", "10000", "", "server"]] {
            assert_eq!(account(without).credentials(), None);
        }
        assert!(account(["plain", "", "", "", ""]).credentials().is_some());
    }

    #[test]
    fn a_half_made_account_is_disabled_dated_and_was_not_written_to_since() {
        let disabled = |times, credentials| StoredAccount { times, is_disabled: true, ..account(credentials) };
        let (none, some) = (["", "", "", "", ""], ["plain", "", "", "", ""]);
        for (account, expected) in [
            (disabled((Some(100.0), None), none), true),
            (disabled((Some(100.0), Some(500.0)), none), true),
            (disabled((Some(100.0), Some(160.0)), some), true),
            (disabled((Some(100.0), Some(161.0)), some), false),
            (disabled((None, None), none), false),
            (StoredAccount { is_disabled: false, ..disabled((Some(100.0), None), none) }, false),
            (StoredAccount { is_disabled_by_somebody: true, ..disabled((Some(100.0), None), none) }, false),
        ] {
            assert_eq!(account.is_half_made(), expected, "{account:?}");
        }
    }
}
