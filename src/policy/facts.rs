//! Facts about accounts that only Prosody knows, and the questions for those that are missing.
//!
//! A rule that needs a missing fact returns [`Error::Ask`]. The caller looks the facts up and calls again. All questions of a verb are asked at once.

use std::collections::HashMap;

use serde::Deserialize;

use super::Purpose;
use crate::{Authority, CreateRequest, Error, Invite, Refusal, UnixTime, Username};

/// What Prosody knows of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountStatus {
    /// The account exists and may log in.
    Active,
    /// The account exists and is disabled (or has no password yet).
    Disabled,
    /// The account does not exist.
    Absent,
    /// Unknown: the storage can't be read, or the provider did not answer.
    Unknown,
}

/// The subject of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The status of the account.
    Account,
    /// The outcome of an abandoned claim that was taken at this time. [`AccountStatus::Active`] means that the claim led to a complete account.
    Claim(UnixTime),
    /// Whether the user has an enabled account and the permission `invites_adhoc:invite-users`.
    Permission,
    /// Whether the name itself gives power: the configuration lists it as an admin, or a role is stored for it.
    Privilege,
}

/// A question for Prosody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The account.
    pub username: Username,
    /// The subject.
    pub subject: Subject,
}

/// The facts known so far.
#[derive(Clone, Debug, Default)]
pub struct Accounts {
    /// The status of accounts.
    pub standing: HashMap<Username, AccountStatus>,
    /// The outcome of abandoned claims, by username.
    pub claims: HashMap<Username, AccountStatus>,
    /// Which users have the permission to invite people to register.
    pub permissions: HashMap<Username, bool>,
    /// Which names give power to whoever registers them.
    pub privileged: HashMap<Username, bool>,
    /// Which names certainly have no account. Some providers report accounts as absent while they can't be reached.
    pub gone: HashMap<Username, bool>,
    /// When accounts were created, where Prosody knows it.
    pub created: HashMap<Username, UnixTime>,
    /// A text that changes with the account's password, where the provider reveals one.
    pub credentials: HashMap<Username, String>,
}

impl Accounts {
    /// The status of an account, or the question.
    pub(super) fn standing(&self, username: &Username) -> Result<AccountStatus, Error> {
        let question = || ask(username, Subject::Account);
        match self.standing.get(username).copied().ok_or_else(question)? {
            AccountStatus::Unknown => Err(Error::AccountUnknown(username.clone())),
            known => Ok(known),
        }
    }

    /// Whether a user may invite people to register.
    ///
    /// # Errors
    /// The question.
    pub fn may_invite(&self, username: &Username) -> Result<bool, Error> {
        self.permissions.get(username).copied().ok_or_else(|| ask(username, Subject::Permission))
    }

    /// Checks that registering the name gives no power.
    ///
    /// # Errors
    /// [`Refusal::UsernameReserved`], or the question.
    pub fn unprivileged(&self, username: &Username) -> Result<(), Error> {
        match self.privileged.get(username) {
            None => Err(ask(username, Subject::Privilege)),
            Some(true) => Err(Refusal::UsernameReserved.into()),
            Some(false) => Ok(()),
        }
    }

    /// Fails with `refusal` unless the account exists and is enabled.
    pub(super) fn active(&self, username: &Username, refusal: Refusal) -> Result<(), Error> {
        if self.standing(username)? == AccountStatus::Active { Ok(()) } else { Err(refusal.into()) }
    }

    /// Whether it is certain that there is no account of this name.
    #[must_use]
    pub fn is_gone(&self, username: &Username) -> bool {
        self.standing.get(username) == Some(&AccountStatus::Absent) && self.gone.get(username) == Some(&true)
    }

    /// When the account was created, if Prosody knows it.
    #[must_use]
    pub fn created(&self, username: &Username) -> Option<UnixTime> {
        self.created.get(username).copied()
    }

    /// Whether the question is answered. An answer about the permission includes the status of the account.
    fn answers(&self, question: &Question) -> bool {
        match question.subject {
            Subject::Account => self.standing.contains_key(&question.username),
            Subject::Claim(_) => self.claims.contains_key(&question.username),
            Subject::Permission => self.permissions.contains_key(&question.username),
            Subject::Privilege => self.privileged.contains_key(&question.username),
        }
    }

    /// Checks that all these questions are answered.
    ///
    /// # Errors
    /// [`Error::Ask`] with those that are not.
    pub fn need(&self, mut questions: Vec<Question>) -> Result<(), Error> {
        questions.retain(|question| !self.answers(question));
        if questions.is_empty() { Ok(()) } else { Err(Error::Ask(questions)) }
    }

    /// Fails if an account of this name exists, enabled or not.
    pub(super) fn absent(&self, username: &Username) -> Result<(), Error> {
        if self.standing(username)? == AccountStatus::Absent { Ok(()) } else { Err(Refusal::AccountExists.into()) }
    }
}

pub(super) fn ask(username: &Username, subject: Subject) -> Error {
    Error::Ask(vec![about(username, subject)])
}

fn about(username: &Username, subject: Subject) -> Question {
    Question { username: username.clone(), subject }
}

/// Questions about one user's permission and other users' accounts. Each account occurs once, because an answer about the permission includes the
/// account.
fn questions<'a>(permission: Option<&'a Username>, accounts: impl IntoIterator<Item = Option<&'a Username>>) -> Vec<Question> {
    let mut questions: Vec<Question> = permission.map(|user| about(user, Subject::Permission)).into_iter().collect();
    for user in accounts.into_iter().flatten() {
        if !questions.iter().any(|question| question.username == *user) {
            questions.push(about(user, Subject::Account));
        }
    }
    questions
}

/// The facts needed to identify the account that has this name.
#[must_use]
pub fn facts_about(username: &Username) -> Vec<Question> {
    questions(None, [Some(username)])
}

/// The facts needed to create the invite that was requested.
#[must_use]
pub fn facts_to_create(request: &CreateRequest) -> Vec<Question> {
    let permission = request.creator.as_ref().filter(|_| request.authority == Authority::User && request.kind.allows_registration());
    questions(permission, [request.kind.subject(), request.kind.bound_name()])
}

/// The facts needed to spend an invite.
#[must_use]
pub fn facts_to_spend(invite: &Invite) -> Vec<Question> {
    questions(None, [invite.kind.subject()])
}

/// The facts needed to present an invite.
#[must_use]
pub fn facts_to_present(invite: &Invite, purpose: &Purpose) -> Vec<Question> {
    let permission = invite.authoriser().filter(|_| *purpose == Purpose::Register);
    questions(permission, [invite.kind.subject()])
}

/// The facts needed to register a name through an invite.
#[must_use]
pub fn facts_to_claim(invite: &Invite, username: &Username) -> Vec<Question> {
    questions(invite.authoriser(), [Some(username), invite.kind.subject()])
}
