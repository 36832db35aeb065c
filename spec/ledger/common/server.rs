//! The Prosody of the tests: it knows accounts, and answers the ledger's questions.

use std::collections::{HashMap, HashSet};

use invites_core::policy::{AccountStatus, Accounts, Question, Subject};
use invites_core::{Error, UnixTime, Username};

use super::fixture::user;

/// The accounts. Names that are not listed are absent. A question about a claim is answered like one about the account. Every user has the permission
/// to invite.
#[derive(Clone, Debug, Default)]
pub(crate) struct Server {
    accounts: HashMap<Username, AccountStatus>,
    without_permission: HashSet<Username>,
    privileged: HashSet<Username>,
    /// Whether its provider may report accounts as absent while it can't be reached.
    pub(crate) is_unsure: bool,
    created: HashMap<Username, UnixTime>,
    credentials: HashMap<Username, String>,
}

impl Server {
    /// The accounts with which most tests begin.
    pub(crate) fn verona() -> Self {
        let mut server = Self::default();
        for (name, standing) in [
            ("juliet", AccountStatus::Active),
            ("nurse", AccountStatus::Active),
            ("paris", AccountStatus::Disabled),
            ("tybalt", AccountStatus::Unknown),
        ] {
            server.set(name, standing);
        }
        server
    }

    pub(crate) fn set(&mut self, name: &str, standing: AccountStatus) {
        self.accounts.insert(user(name), standing);
    }

    /// The account exists, and Prosody knows when it was created.
    pub(crate) fn created(&mut self, name: &str, at: UnixTime) {
        self.set(name, AccountStatus::Active);
        self.created.insert(user(name), at);
    }

    /// The provider reveals the credentials of the account.
    pub(crate) fn password(&mut self, name: &str, credentials: &str) {
        self.credentials.insert(user(name), credentials.to_owned());
    }

    /// Withdraws the permission to invite.
    pub(crate) fn withdraw_permission(&mut self, name: &str) {
        self.without_permission.insert(user(name));
    }

    /// Makes a name privileged.
    pub(crate) fn privilege(&mut self, name: &str) {
        self.privileged.insert(user(name));
    }

    pub(crate) fn standing(&self, name: &Username) -> AccountStatus {
        self.accounts.get(name).copied().unwrap_or(AccountStatus::Absent)
    }

    /// Calls with the facts that the ledger asks for, as the Lua code does.
    pub(crate) fn answering<T>(&self, mut call: impl FnMut(&Accounts) -> Result<T, Error>) -> Result<T, Error> {
        let mut facts = Accounts::default();
        for _ in 0..2 {
            match call(&facts) {
                Err(Error::Ask(questions)) => questions.into_iter().for_each(|question| self.answer(&mut facts, question)),
                other => return other,
            }
        }
        panic!("the ledger goes on asking");
    }

    fn answer(&self, facts: &mut Accounts, Question { username, subject }: Question) {
        let standing = self.standing(&username);
        if !matches!(subject, Subject::Claim(_)) {
            facts.created.extend(self.created.get(&username).map(|created| (username.clone(), *created)));
            facts.gone.insert(username.clone(), standing == AccountStatus::Absent && !self.is_unsure);
            facts.credentials.extend(self.credentials.get(&username).map(|credentials| (username.clone(), credentials.clone())));
        }
        let known_before = match subject {
            Subject::Account => {
                if standing == AccountStatus::Absent {
                    facts.privileged.insert(username.clone(), self.privileged.contains(&username));
                }
                facts.standing.insert(username, standing).is_some()
            }
            Subject::Claim(_) => facts.claims.insert(username, standing).is_some(),
            Subject::Permission => {
                let may_invite = standing == AccountStatus::Active && !self.without_permission.contains(&username);
                facts.standing.insert(username.clone(), standing).is_some() | facts.permissions.insert(username, may_invite).is_some()
            }
            Subject::Privilege => {
                let is_privileged = self.privileged.contains(&username);
                facts.privileged.insert(username, is_privileged).is_some()
            }
        };
        assert!(!known_before, "the ledger asks once");
    }
}
