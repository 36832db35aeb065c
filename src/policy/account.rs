//! A name is not an account: whoever registers a name that was free again gets another account than the one before.

use std::collections::HashMap;

use crate::{UnixTime, Username};

/// What the ledger knows of the account that has a name now. Without an entry in the database, whatever was made under the name is this account's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// What was made under the name before this second belongs to an earlier account. A logical time: it may be ahead of the clock, and so are the
    /// invites that the account makes meanwhile.
    pub began: UnixTime,
    /// Password resets that were made before this second are void, as the password was changed since.
    pub resets_from: UnixTime,
    /// When the account was created, as Prosody said when the account last made an invite. Names the account: another time means another account.
    pub created: Option<UnixTime>,
    /// Whether invites under the name were imported: those may be older than the account as Prosody knows it, if both have moved here.
    pub is_adopted: bool,
}

impl Account {
    /// Whether Prosody has another account of this name by now. `created` is what Prosody says of the one that is there, if it can tell.
    #[must_use]
    pub fn is_replaced(&self, created: Option<UnixTime>) -> bool {
        self.created.zip(created).is_some_and(|(known, found)| known != found)
    }

    /// Whether what was made under the name at this time is the work of the account that is there now.
    #[must_use]
    pub fn made(&self, at: UnixTime, created: Option<UnixTime>) -> bool {
        let is_older_than_account = self.created.is_none() && !self.is_adopted && created.is_some_and(|created| at < created);
        at >= self.began && !self.is_replaced(created) && !is_older_than_account
    }
}

/// The accounts of some names, as the ledger knows them. A name that is not listed has no entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownAccounts(HashMap<Username, Account>);

impl KnownAccounts {
    /// The account of a name, if it was looked up and has an entry (or was noted to have none).
    #[must_use]
    pub fn get(&self, username: &Username) -> Option<Account> {
        self.0.get(username).copied()
    }

    /// The account of a name.
    #[must_use]
    pub fn account(&self, username: &Username) -> Account {
        self.get(username).unwrap_or_default()
    }

    /// Notes the account of a name.
    pub fn insert(&mut self, username: Username, account: Account) {
        self.0.insert(username, account);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> UnixTime {
        UnixTime::from_seconds(seconds)
    }

    #[test]
    fn without_an_entry_everything_is_the_present_accounts() {
        assert!(Account::default().made(at(0), None));
        assert!(Account::default().made(at(100), Some(at(100))), "made in the second in which the account was created");
    }

    #[test]
    fn what_was_made_before_an_account_began_is_an_earlier_ones() {
        let account = Account { began: at(100), ..Account::default() };
        assert!(!account.made(at(99), None));
        assert!(account.made(at(100), None));
        assert!(!Account::default().made(at(99), Some(at(100))), "Prosody knows when the account was created");
    }

    #[test]
    fn what_was_imported_may_be_older_than_the_account() {
        let account = Account { is_adopted: true, ..Account::default() };
        assert!(account.made(at(50), Some(at(60))));
        assert!(!Account { began: at(55), ..account }.made(at(50), Some(at(60))));
    }

    #[test]
    fn another_time_of_creation_is_another_account_whichever_way_the_clock_went() {
        let account = Account { began: at(50), created: Some(at(50)), ..Account::default() };
        assert!(account.made(at(60), Some(at(50))));
        for created in [40, 60, 70] {
            assert!(!account.made(at(60), Some(at(created))));
        }
        assert!(account.made(at(60), None), "a provider that has stopped telling says nothing of it");
    }
}
