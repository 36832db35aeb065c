//! Refusals: the reasons for which the rules say no.

use thiserror::Error as ThisError;

use crate::{Damaged, Error};

/// Creates the enum, its codes and the list of codes from one table, so that none of them can miss a variant.
macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident $(($detail:ty))? => $code:literal, $text:literal;)+) => {
        /// Why something was refused. Lua sees the stable code; `lua/invites_core/invites_core.lib.lua` has a row for each code with what strangers
        /// are told.
        #[derive(Clone, Debug, PartialEq, Eq, ThisError)]
        pub enum Refusal {
            $($(#[$doc])* #[error($text)] $name $(($detail))?,)+
        }

        impl Error {
            /// All codes. A spec compares them with Lua's table.
            pub const CODES: &'static [&'static str] = &[$($code,)+ Self::ASK, Self::FAILED];
        }

        impl Refusal {
            /// The stable code in kebab-case, the same in logs, Lua and documentation.
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
    /// There is no token, or an empty one.
    NoToken => "no-token", "no token was given";
    /// There is no such invite on this host, or the text can't be a token.
    TokenInvalid => "token-invalid", "there is no such invite";
    /// The invite had expired when it was presented (XEP-0445 §2: the expiry is checked then, not later).
    TokenExpired => "token-expired", "the invite has expired";
    /// All uses are redeemed.
    TokenUsed => "token-used", "the invite has been used";
    /// The invite was revoked.
    TokenRevoked => "token-revoked", "the invite was revoked";
    /// A contact invite without `ibr=y` was presented for registration.
    TokenNotForRegistration => "token-not-for-registration", "the invite does not allow registration";
    /// The token was presented to a user who is not its inviter (XEP-0379).
    TokenNotForContact => "token-not-for-contact", "the invite is not one to become this user's contact";
    /// Prosody would not accept this local part.
    UsernameInvalid => "username-invalid", "the username is not valid";
    /// The storage can't keep an account of this name ([`crate::Username::fits_storage`]).
    UsernameTooLong => "username-too-long", "the username is too long";
    /// The invite is bound to another name.
    UsernameMismatch => "username-mismatch", "the invite is for another username";
    /// The name is reserved for another invite, or somebody is registering it through one.
    UsernameReserved => "username-reserved", "the username is reserved";
    /// An account of this name exists.
    AccountExists => "account-exists", "the account exists already";
    /// There is no such account, or it is disabled.
    AccountNotFound => "account-not-found", "the account does not exist";
    /// The inviter's account is gone or disabled, or has lost the permission to invite.
    InviterGone => "inviter-gone", "the inviter's account or their right to invite is gone";
    /// Somebody who is registering now holds the last use. It may become free again.
    InviteInUse => "invite-in-use", "the invite is in use at this moment";
    /// `additional_data` (or an imported invite) contains something that can't be stored, or contradicts the kind of the invite.
    DataInvalid(String) => "data-invalid", "the additional data can't be kept: {0}";
    /// The text is too long.
    TextTooLong => "text-too-long", "the text is too long";
    /// The text is not UTF-8, or has characters that can't be shown ([`crate::text::is_plain`]).
    TextUnclean => "text-unclean", "the text has characters that can't be shown";
    /// The form or JSON object can't be read, or is ambiguous ([`crate::web::form`]).
    FormInvalid => "form-invalid", "the form can't be read";
    /// The lifetime is not a positive number of seconds.
    TtlInvalid => "ttl-invalid", "the lifetime is not a positive number of seconds";
    /// The lifetime is longer than users may choose (`invites_longest_expiry`).
    TtlTooLong => "ttl-too-long", "the lifetime is longer than users may choose";
    /// The number of uses is not a positive whole number.
    UsesInvalid => "uses-invalid", "the number of uses is not a positive whole number";
    /// There are more uses than users may choose (`invites_most_uses`).
    UsesTooMany => "uses-too-many", "there are more uses than users may choose";
    /// The user has as many pending invites as the quota allows (`invites_per_user`).
    QuotaPending => "quota-pending", "the user has too many pending invites";
    /// The user has created as many invites today as the quota allows (`invites_per_day`).
    QuotaDaily => "quota-daily", "the user has made too many invites today";
    /// The user lacks the permission to create this kind of invite.
    NotAllowed => "not-allowed", "the user may not make such an invite";
    /// The short id matches several invites.
    ReferenceAmbiguous => "reference-ambiguous", "the id fits several invites";
    /// This presentation has been redeemed already.
    PresentationSpent => "permit-spent", "this presentation of the invite was used";
    /// The invite's row can't be read, because another program or the disk changed it.
    InviteDamaged(Damaged) => "invite-damaged", "{0}";
}
