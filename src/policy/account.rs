//! Accounts as the ledger knows them. A name is not an account: a name that is registered again belongs to another account.

use std::collections::HashMap;

use crate::{UnixTime, Username};

/// What the ledger knows about the account that has a name now. Without an entry in the database, everything created under the name belongs to this
/// account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Invites created under the name before this second belong to an earlier account. The time is logical: it may be ahead of the clock, and then
    /// the new account's invites are too.
    pub began: UnixTime,
    /// Password resets created before this second are void, because the password was changed since.
    pub resets_from: UnixTime,
    /// The account's creation time, as Prosody reported it last. Another creation time means another account.
    pub created: Option<UnixTime>,
    /// Whether invites under the name were imported. They may be older than the account if both were moved to this server.
    pub is_adopted: bool,
}

impl Account {
    /// Whether the account was replaced by another one. `created` is the creation time that Prosody reports now, if it knows one.
    #[must_use]
    pub fn is_replaced(&self, created: Option<UnixTime>) -> bool {
        self.created.zip(created).is_some_and(|(known, found)| known != found)
    }

    /// Whether something created at this time under the name belongs to the current account.
    #[must_use]
    pub fn made(&self, at: UnixTime, created: Option<UnixTime>) -> bool {
        let is_older_than_account = self.created.is_none() && !self.is_adopted && created.is_some_and(|created| at < created);
        at >= self.began && !self.is_replaced(created) && !is_older_than_account
    }
}

/// The accounts of several names. A name that is not listed has no entry in the database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownAccounts(HashMap<Username, Account>);

impl KnownAccounts {
    /// The account of a name, if it was looked up.
    #[must_use]
    pub fn get(&self, username: &Username) -> Option<Account> {
        self.0.get(username).copied()
    }

    /// The account of a name, or the default if there is no entry.
    #[must_use]
    pub fn account(&self, username: &Username) -> Account {
        self.get(username).unwrap_or_default()
    }

    /// Records the account of a name.
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
