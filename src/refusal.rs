//! The one list of reasons for which the ledger says no.

use thiserror::Error;

use crate::policy::Question;

/// Why something was not done. Each has a stable code, which is what Lua sees; `lua/invites_core/invites_core.lib.lua` has a row for
/// each code that says what a stranger is told.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// No token, or an empty one.
    #[error("no token was given")]
    NoToken,
    /// No such invite on this host, or not a token at all.
    #[error("there is no such invite")]
    TokenInvalid,
    /// The invite was presented after its expiry (XEP-0445 §2: judged when it is presented, not later).
    #[error("the invite has expired")]
    TokenExpired,
    /// All uses are spent.
    #[error("the invite has been used")]
    TokenUsed,
    /// Somebody revoked the invite.
    #[error("the invite was revoked")]
    TokenRevoked,
    /// A contact invite without `ibr=y`, presented for registration.
    #[error("the invite does not allow registration")]
    TokenNotForRegistration,
    /// Not a contact invite of the user to whom it was presented (XEP-0379).
    #[error("the invite is not one to become this user's contact")]
    TokenNotForContact,
    /// Not a local part that Prosody would accept.
    #[error("the username is not valid")]
    UsernameInvalid,
    /// The invite is bound to another name.
    #[error("the invite is for another username")]
    UsernameMismatch,
    /// The name is promised to another invite, or being registered through one.
    #[error("the username is reserved")]
    UsernameReserved,
    /// There is such an account already.
    #[error("the account exists already")]
    AccountExists,
    /// There is no such account, or it is disabled.
    #[error("the account does not exist")]
    AccountNotFound,
    /// The inviter's account is gone or disabled, or has lost the right to invite.
    #[error("the inviter's account or their right to invite is gone")]
    InviterGone,
    /// The last use is held by somebody who is registering at this moment: it may come free again.
    #[error("the invite is in use at this moment")]
    InviteInUse,
    /// `additional_data` (or an imported invite) holds what can't be kept, or contradicts the kind of the invite.
    #[error("the additional data can't be kept: {0}")]
    DataInvalid(String),
    /// A lifetime that is not a positive number of seconds.
    #[error("the lifetime is not a positive number of seconds")]
    TtlInvalid,
    /// A lifetime beyond what a user may choose (`invites_longest_expiry`).
    #[error("the lifetime is longer than users may choose")]
    TtlTooLong,
    /// A number of uses that is not a positive whole number.
    #[error("the number of uses is not a positive whole number")]
    UsesInvalid,
    /// More uses than a user may choose (`invites_most_uses`).
    #[error("there are more uses than users may choose")]
    UsesTooMany,
    /// The user has as many pending account invites as one may have (`invites_per_user`).
    #[error("the user has too many pending invites")]
    QuotaPending,
    /// The user has made as many account invites today as one may (`invites_per_day`).
    #[error("the user has made too many invites today")]
    QuotaDaily,
    /// The user has no right to make this kind of invite.
    #[error("the user may not make such an invite")]
    NotAllowed,
    /// A short id that fits several invites.
    #[error("the id fits several invites")]
    ReferenceAmbiguous,
    /// This presentation of the token has made its account already.
    #[error("this presentation of the invite was used")]
    PermitSpent,
    /// Facts about accounts are needed first: look them up and ask again.
    #[error("facts about accounts are needed")]
    Ask(Vec<Question>),
    /// The database (or the random source) failed. The text is for the log alone.
    #[error("{0}")]
    Store(String),
}

impl Refusal {
    /// The stable code: kebab-case, the same in logs, Lua and documents.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoToken => "no-token",
            Self::TokenInvalid => "token-invalid",
            Self::TokenExpired => "token-expired",
            Self::TokenUsed => "token-used",
            Self::TokenRevoked => "token-revoked",
            Self::TokenNotForRegistration => "token-not-for-registration",
            Self::TokenNotForContact => "token-not-for-contact",
            Self::UsernameInvalid => "username-invalid",
            Self::UsernameMismatch => "username-mismatch",
            Self::UsernameReserved => "username-reserved",
            Self::AccountExists => "account-exists",
            Self::AccountNotFound => "account-not-found",
            Self::InviterGone => "inviter-gone",
            Self::InviteInUse => "invite-in-use",
            Self::DataInvalid(_) => "data-invalid",
            Self::TtlInvalid => "ttl-invalid",
            Self::TtlTooLong => "ttl-too-long",
            Self::UsesInvalid => "uses-invalid",
            Self::UsesTooMany => "uses-too-many",
            Self::QuotaPending => "quota-pending",
            Self::QuotaDaily => "quota-daily",
            Self::NotAllowed => "not-allowed",
            Self::ReferenceAmbiguous => "reference-ambiguous",
            Self::PermitSpent => "permit-spent",
            Self::Ask(_) => "ask",
            Self::Store(_) => "internal-server-error",
        }
    }

    /// Every code, for the spec that compares them with Lua's table.
    #[must_use]
    pub fn codes() -> Vec<&'static str> {
        [
            Self::NoToken,
            Self::TokenInvalid,
            Self::TokenExpired,
            Self::TokenUsed,
            Self::TokenRevoked,
            Self::TokenNotForRegistration,
            Self::TokenNotForContact,
            Self::UsernameInvalid,
            Self::UsernameMismatch,
            Self::UsernameReserved,
            Self::AccountExists,
            Self::AccountNotFound,
            Self::InviterGone,
            Self::InviteInUse,
            Self::DataInvalid(String::new()),
            Self::TtlInvalid,
            Self::TtlTooLong,
            Self::UsesInvalid,
            Self::UsesTooMany,
            Self::QuotaPending,
            Self::QuotaDaily,
            Self::NotAllowed,
            Self::ReferenceAmbiguous,
            Self::PermitSpent,
            Self::Ask(Vec::new()),
            Self::Store(String::new()),
        ]
        .iter()
        .map(Self::code)
        .collect()
    }
}
