//! The Prosody of the specs: it knows the accounts and answers the ledger's questions.

use std::collections::{HashMap, HashSet};

use invites_core::policy::{Accounts, Question, Standing, Subject};
use invites_core::{Refusal, Username};

use super::stage::user;

/// The accounts. Names that are not listed are absent; a question about a claim is answered like one about the account. Whoever has an account may invite.
#[derive(Clone, Debug, Default)]
pub(crate) struct Server {
    accounts: HashMap<Username, Standing>,
    without_right: HashSet<Username>,
    privileged: HashSet<Username>,
}

impl Server {
    /// The accounts with which most specs begin.
    pub(crate) fn verona() -> Self {
        let mut server = Self::default();
        for (name, standing) in
            [("juliet", Standing::Active), ("nurse", Standing::Active), ("paris", Standing::Disabled), ("tybalt", Standing::Unknown)]
        {
            server.set(name, standing);
        }
        server
    }

    pub(crate) fn set(&mut self, name: &str, standing: Standing) {
        self.accounts.insert(user(name), standing);
    }

    /// The user may no longer invite people to register.
    pub(crate) fn withdraw_right(&mut self, name: &str) {
        self.without_right.insert(user(name));
    }

    /// The name gives power to whoever registers it.
    pub(crate) fn privilege(&mut self, name: &str) {
        self.privileged.insert(user(name));
    }

    pub(crate) fn standing(&self, name: &Username) -> Standing {
        self.accounts.get(name).copied().unwrap_or(Standing::Absent)
    }

    /// Calls with the facts that the ledger asked for so far, as the shim in Lua does.
    pub(crate) fn answering<T>(&self, mut call: impl FnMut(&Accounts) -> Result<T, Refusal>) -> Result<T, Refusal> {
        let mut facts = Accounts::default();
        for _ in 0..5 {
            match call(&facts) {
                Err(Refusal::Ask(questions)) => questions.into_iter().for_each(|question| self.answer(&mut facts, question)),
                other => return other,
            }
        }
        panic!("the ledger goes on asking");
    }

    fn answer(&self, facts: &mut Accounts, Question { username, subject }: Question) {
        let standing = self.standing(&username);
        let known_before = match subject {
            Subject::Account => {
                if standing == Standing::Absent {
                    facts.privileged.insert(username.clone(), self.privileged.contains(&username));
                }
                facts.standing.insert(username, standing).is_some()
            }
            Subject::Claim(_) => facts.claims.insert(username, standing).is_some(),
            Subject::Right => {
                let may_invite = standing == Standing::Active && !self.without_right.contains(&username);
                facts.rights.insert(username, may_invite).is_some()
            }
            Subject::Privilege => {
                let is_privileged = self.privileged.contains(&username);
                facts.privileged.insert(username, is_privileged).is_some()
            }
        };
        assert!(!known_before, "the ledger asks once");
    }
}
