//! The one list of reasons for which the ledger says no.

use thiserror::Error as ThisError;

use crate::{Damaged, Error};

/// Makes the enum, its codes and the list of them from one table, so that no variant can be left out of any of the three.
macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident $(($detail:ty))? => $code:literal, $text:literal;)+) => {
        /// Why something was not done. Each has a stable code, which is what Lua sees; `lua/invites_core/invites_core.lib.lua` has a row for
        /// each code that says what a stranger is told.
        #[derive(Clone, Debug, PartialEq, Eq, ThisError)]
        pub enum Refusal {
            $($(#[$doc])* #[error($text)] $name $(($detail))?,)+
        }

        impl Error {
            /// Every code, for the spec that compares them with Lua's table.
            pub const CODES: &'static [&'static str] = &[$($code,)+ Self::ASK, Self::FAILED];
        }

        impl Refusal {
            /// The stable code: kebab-case, the same in logs, Lua and documents.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $code,)+
                }
            }
        }
    };
}

refusals! {
    /// No token, or an empty one.
    NoToken => "no-token", "no token was given";
    /// No such invite on this host, or not a token at all.
    TokenInvalid => "token-invalid", "there is no such invite";
    /// The invite was presented after its expiry (XEP-0445 §2: judged when it is presented, not later).
    TokenExpired => "token-expired", "the invite has expired";
    /// All uses are spent.
    TokenUsed => "token-used", "the invite has been used";
    /// Somebody revoked the invite.
    TokenRevoked => "token-revoked", "the invite was revoked";
    /// A contact invite without `ibr=y`, presented for registration.
    TokenNotForRegistration => "token-not-for-registration", "the invite does not allow registration";
    /// Not a contact invite of the user to whom it was presented (XEP-0379).
    TokenNotForContact => "token-not-for-contact", "the invite is not one to become this user's contact";
    /// Not a local part that Prosody would accept.
    UsernameInvalid => "username-invalid", "the username is not valid";
    /// A name that no new account can have, since the storage can't take it ([`crate::Username::fits_storage`]).
    UsernameTooLong => "username-too-long", "the username is too long";
    /// The invite is bound to another name.
    UsernameMismatch => "username-mismatch", "the invite is for another username";
    /// The name is promised to another invite, or being registered through one.
    UsernameReserved => "username-reserved", "the username is reserved";
    /// There is such an account already.
    AccountExists => "account-exists", "the account exists already";
    /// There is no such account, or it is disabled.
    AccountNotFound => "account-not-found", "the account does not exist";
    /// The inviter's account is gone or disabled, or has lost the right to invite.
    InviterGone => "inviter-gone", "the inviter's account or their right to invite is gone";
    /// The last use is held by somebody who is registering at this moment: it may come free again.
    InviteInUse => "invite-in-use", "the invite is in use at this moment";
    /// `additional_data` (or an imported invite) holds what can't be kept, or contradicts the kind of the invite.
    DataInvalid(String) => "data-invalid", "the additional data can't be kept: {0}";
    /// A text that is longer than its place allows.
    TextTooLong => "text-too-long", "the text is too long";
    /// A text that is not UTF-8, or has characters that can't be shown ([`crate::text::is_plain`]).
    TextUnclean => "text-unclean", "the text has characters that can't be shown";
    /// A form or an object that can't be read, or has two meanings ([`crate::form`]).
    FormInvalid => "form-invalid", "the form can't be read";
    /// A lifetime that is not a positive number of seconds.
    TtlInvalid => "ttl-invalid", "the lifetime is not a positive number of seconds";
    /// A lifetime beyond what a user may choose (`invites_longest_expiry`).
    TtlTooLong => "ttl-too-long", "the lifetime is longer than users may choose";
    /// A number of uses that is not a positive whole number.
    UsesInvalid => "uses-invalid", "the number of uses is not a positive whole number";
    /// More uses than a user may choose (`invites_most_uses`).
    UsesTooMany => "uses-too-many", "there are more uses than users may choose";
    /// The user has as many pending account invites as one may have (`invites_per_user`).
    QuotaPending => "quota-pending", "the user has too many pending invites";
    /// The user has made as many account invites today as one may (`invites_per_day`).
    QuotaDaily => "quota-daily", "the user has made too many invites today";
    /// The user has no right to make this kind of invite.
    NotAllowed => "not-allowed", "the user may not make such an invite";
    /// A short id that fits several invites.
    ReferenceAmbiguous => "reference-ambiguous", "the id fits several invites";
    /// This presentation of the token has made its account already.
    PresentationSpent => "permit-spent", "this presentation of the invite was used";
    /// The invite's row can't be read: somebody else wrote it, or the disk did. Its short id and what is wrong with it.
    InviteDamaged(Damaged) => "invite-damaged", "{0}";
}
