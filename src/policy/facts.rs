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
    /// It exists and may log in.
    Active,
    /// It exists and is disabled (or has no password yet).
    Disabled,
    /// It does not exist.
    Absent,
    /// Nobody can say: storage that can't be read, a provider without an answer.
    Unknown,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The account as it stands.
    Account,
    /// What became of a claim that was taken at this time and left open: [`AccountStatus::Active`] only for a complete account that it made.
    Claim(UnixTime),
    /// Whether the user has an account that is enabled and may invite people to register (the permission `invites_adhoc:invite-users`).
    Permission,
    /// Whether the name alone gives power: it is an admin's in the configuration, or a role is stored for it.
    Privilege,
}

/// A question to be answered by Prosody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The account.
    pub username: Username,
    /// What about it.
    pub subject: Subject,
}

/// The facts that are known so far.
#[derive(Clone, Debug, Default)]
pub struct Accounts {
    /// The accounts as they stand.
    pub standing: HashMap<Username, AccountStatus>,
    /// What became of the claims that were left open on these names.
    pub claims: HashMap<Username, AccountStatus>,
    /// Who may invite people to register.
    pub permissions: HashMap<Username, bool>,
    /// Which names give power to whoever registers them.
    pub privileged: HashMap<Username, bool>,
    /// Of which names it is certain that they have no account. Some providers say that an account is absent while they can't be reached.
    pub gone: HashMap<Username, bool>,
    /// When the accounts were created, where Prosody knows it.
    pub created: HashMap<Username, UnixTime>,
    /// A text that changes with the password, for those accounts whose provider shows it.
    pub credentials: HashMap<Username, String>,
}

impl Accounts {
    /// The account as it stands, or the question.
    pub(super) fn standing(&self, username: &Username) -> Result<AccountStatus, Error> {
        let question = || ask(username, Subject::Account);
        match self.standing.get(username).copied().ok_or_else(question)? {
            AccountStatus::Unknown => Err(Error::AccountUnknown(username.clone())),
            known => Ok(known),
        }
    }

    /// Whether a user may invite people to register, or the question.
    ///
    /// # Errors
    /// The question.
    pub fn may_invite(&self, username: &Username) -> Result<bool, Error> {
        self.permissions.get(username).copied().ok_or_else(|| ask(username, Subject::Permission))
    }

    /// The name gives no power to whoever registers it, as far as accounts that anybody may make are concerned.
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

    /// `refusal` unless the account is there and enabled.
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

    /// Whether this question is answered. The answer about a right comes with that about the account.
    fn answers(&self, question: &Question) -> bool {
        match question.subject {
            Subject::Account => self.standing.contains_key(&question.username),
            Subject::Claim(_) => self.claims.contains_key(&question.username),
            Subject::Permission => self.permissions.contains_key(&question.username),
            Subject::Privilege => self.privileged.contains_key(&question.username),
        }
    }

    /// All of these questions that are not answered yet, as one refusal.
    ///
    /// # Errors
    /// The questions.
    pub fn need(&self, mut questions: Vec<Question>) -> Result<(), Error> {
        questions.retain(|question| !self.answers(question));
        if questions.is_empty() { Ok(()) } else { Err(Error::Ask(questions)) }
    }

    /// A refusal if there is an account of this name, enabled or not.
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

/// Questions about the right of one user and the accounts of others, each account once: an answer about a right says what there is to say of the account.
fn questions<'a>(right: Option<&'a Username>, accounts: impl IntoIterator<Item = Option<&'a Username>>) -> Vec<Question> {
    let mut questions: Vec<Question> = right.map(|user| about(user, Subject::Permission)).into_iter().collect();
    for user in accounts.into_iter().flatten() {
        if !questions.iter().any(|question| question.username == *user) {
            questions.push(about(user, Subject::Account));
        }
    }
    questions
}

/// The user on whose right an invite stands.
pub(super) fn authorising_user(authority: Authority, creator: Option<&Username>) -> Option<&Username> {
    creator.filter(|_| authority == Authority::User)
}

/// Every fact that is needed to know whose account has this name.
#[must_use]
pub fn facts_about(username: &Username) -> Vec<Question> {
    questions(None, [Some(username)])
}

/// Every fact that is needed to make what somebody wishes for.
#[must_use]
pub fn facts_to_create(request: &CreateRequest) -> Vec<Question> {
    let right = authorising_user(request.authority, request.creator.as_ref()).filter(|_| request.kind.allows_registration());
    questions(right, [request.kind.subject(), request.kind.bound_name()])
}

/// Every fact that is needed to spend an invite.
#[must_use]
pub fn facts_to_spend(invite: &Invite) -> Vec<Question> {
    questions(None, [invite.kind.subject()])
}

/// Every fact that is needed to present an invite for a purpose.
#[must_use]
pub fn facts_to_present(invite: &Invite, purpose: &Purpose) -> Vec<Question> {
    let right = authorising_user(invite.authority, invite.creator.as_ref()).filter(|_| *purpose == Purpose::Register);
    questions(right, [invite.kind.subject()])
}

/// Every fact that is needed to register a name through an invite.
#[must_use]
pub fn facts_to_claim(invite: &Invite, username: &Username) -> Vec<Question> {
    questions(authorising_user(invite.authority, invite.creator.as_ref()), [Some(username), invite.kind.subject()])
}
