//! Refusals: the reasons for which the rules say no.

use thiserror::Error as ThisError;

use crate::{Damaged, Error};

/// Creates the enum, its codes and the list of codes from one table, so that none of them can miss a variant.
macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident $(($detail:ty))? => $code:literal, $reply:expr, $text:literal;)+) => {
        /// Why something was refused. Lua sees the stable code; the text is for the log. People read the message `refusal-CODE` of
        /// `lua/mod_invites/locales` in their language; creators and admins, who may know more, read `adhoc-refusal-CODE` if there is one.
        #[derive(Clone, Debug, PartialEq, Eq, ThisError)]
        pub enum Refusal {
            $($(#[$doc])* #[error($text)] $name $(($detail))?,)+
        }

        impl Error {
            /// All codes. A spec compares them with Lua's table.
            pub const CODES: &'static [&'static str] = &[$($code,)+ Self::ASK, Self::BUSY, Self::FAILED];
        }

        impl Refusal {
            /// All codes, each with its reply: those of refusals and errors, and two that only Lua uses.
            pub const REPLIES: &'static [(&'static str, Reply)] = &[
                $(($code, $reply),)+
                (Error::ASK, FAILED), // never leaves mod_invites
                (Error::BUSY, BUSY),
                (Error::FAILED, FAILED),
                ("throttled", Reply::new("wait", "policy-violation", 429)), // the rate limit (lua/mod_invites/rate_limit)
                ("managed-elsewhere", Reply::new("cancel", "not-allowed", 403)), // accounts are created elsewhere (lua/invites_lib/provider)
            ];

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

/// The reply to a request that was refused, as a stanza error (RFC 6120, section 8.3) and over HTTP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The type of the stanza error.
    pub kind: &'static str,
    /// Its condition.
    pub condition: &'static str,
    /// The HTTP status.
    pub status: u16,
}

impl Reply {
    const fn new(kind: &'static str, condition: &'static str, status: u16) -> Self {
        Self { kind, condition, status }
    }
}

/// What strangers are told of every token that does not work, whatever the reason (XEP-0445, section 3).
const INVALID: Reply = Reply::new("cancel", "item-not-found", 404);
const BAD_REQUEST: Reply = Reply::new("modify", "bad-request", 400);
const CONFLICT: Reply = Reply::new("cancel", "conflict", 409);
const QUOTA: Reply = Reply::new("wait", "resource-constraint", 429);
const BUSY: Reply = Reply::new("wait", "resource-constraint", 503);
const FAILED: Reply = Reply::new("wait", "internal-server-error", 500);

refusals! {
    /// There is no token, or an empty one.
    NoToken => "no-token", BAD_REQUEST, "no token was given";
    /// There is no such invite on this host, or the text can't be a token.
    TokenInvalid => "token-invalid", INVALID, "there is no such invite";
    /// The invite had expired when it was presented (XEP-0445 §2: the expiry is checked then, not later).
    TokenExpired => "token-expired", INVALID, "the invite has expired";
    /// All uses are redeemed.
    TokenUsed => "token-used", INVALID, "the invite has been used";
    /// The invite was revoked.
    TokenRevoked => "token-revoked", INVALID, "the invite was revoked";
    /// A contact invite without `ibr=y` was presented for registration.
    TokenNotForRegistration => "token-not-for-registration", INVALID, "the invite does not allow registration";
    /// The token was presented to a user who is not its inviter (XEP-0379).
    TokenNotForContact => "token-not-for-contact", INVALID, "the invite is not one to become this user's contact";
    /// Prosody would not accept this local part.
    UsernameInvalid => "username-invalid", Reply::new("modify", "jid-malformed", 400), "the username is not valid";
    /// The storage can't keep an account of this name ([`crate::Username::fits_storage`]).
    UsernameTooLong => "username-too-long", Reply::new("modify", "not-acceptable", 400), "the username is too long";
    /// This is no bare JID, of which a contact invite is to be for the owner.
    JidInvalid => "jid-invalid", Reply::new("modify", "jid-malformed", 400), "the address is not valid";
    /// The invite is bound to another name.
    UsernameMismatch => "username-mismatch", Reply::new("modify", "not-acceptable", 403), "the invite is for another username";
    /// The name is reserved for another invite, or somebody is registering it through one.
    UsernameReserved => "username-reserved", CONFLICT, "the username is reserved";
    /// An account of this name exists.
    AccountExists => "account-exists", CONFLICT, "the account exists already";
    /// There is no such account, or it is disabled.
    AccountNotFound => "account-not-found", INVALID, "the account does not exist";
    /// The inviter's account is gone or disabled, or has lost the permission to invite.
    InviterGone => "inviter-gone", INVALID, "the inviter's account or their right to invite is gone";
    /// Somebody who is registering now holds the last use. It may become free again.
    InviteInUse => "invite-in-use", BUSY, "the invite is in use at this moment";
    /// `additional_data` (or an imported invite) contains something that can't be stored, or contradicts the kind of the invite.
    DataInvalid(String) => "data-invalid", BAD_REQUEST, "the additional data can't be kept: {0}";
    /// A room of the invite is not there, or whoever makes the invite may not let people in. Only Prosody knows (`lua/mod_invites/rooms`).
    RoomRefused => "room-refused", Reply::new("modify", "not-acceptable", 400), "a room is not there, or the maker may not invite people to it";
    /// The text is too long.
    TextTooLong => "text-too-long", BAD_REQUEST, "the text is too long";
    /// The text is not UTF-8, or has characters that can't be shown ([`crate::text::is_plain`]).
    TextUnclean => "text-unclean", BAD_REQUEST, "the text has characters that can't be shown";
    /// The form or JSON object can't be read, or is ambiguous ([`crate::web::form`]).
    FormInvalid => "form-invalid", BAD_REQUEST, "the form can't be read";
    /// The lifetime is not a positive number of seconds.
    TtlInvalid => "ttl-invalid", BAD_REQUEST, "the lifetime is not a positive number of seconds";
    /// The lifetime is longer than users may choose (`invites_longest_expiry`).
    TtlTooLong => "ttl-too-long", BAD_REQUEST, "the lifetime is longer than users may choose";
    /// The lifetime is longer than contact invites may have (`invites_contacts_longest_expiry`).
    ContactTtlTooLong => "contact-ttl-too-long", BAD_REQUEST, "the lifetime is longer than contact invites may have";
    /// The number of uses is not a positive whole number.
    UsesInvalid => "uses-invalid", BAD_REQUEST, "the number of uses is not a positive whole number";
    /// There are more uses than users may choose (`invites_most_uses`).
    UsesTooMany => "uses-too-many", BAD_REQUEST, "there are more uses than users may choose";
    /// The user has as many pending invites as the quota allows (`invites_per_user`).
    QuotaPending => "quota-pending", QUOTA, "the user has too many pending invites";
    /// The user has created as many invites today as the quota allows (`invites_per_day`).
    QuotaDaily => "quota-daily", QUOTA, "the user has made too many invites today";
    /// The account that made the invite is younger than `invites_after`.
    InviterNew => "inviter-new", QUOTA, "the account of the inviter is too new";
    /// As many accounts, or generations, have joined below one user as may (`invites_tree_accounts`, `invites_tree_depth`).
    TreeFull => "tree-full", QUOTA, "too many accounts have joined below one user lately";
    /// The user lacks the permission to create this kind of invite.
    NotAllowed => "not-allowed", Reply::new("auth", "forbidden", 403), "the user may not make such an invite";
    /// The short id matches several invites.
    ReferenceAmbiguous => "reference-ambiguous", Reply::new("modify", "bad-request", 409), "the id fits several invites";
    /// This presentation has been redeemed already.
    PresentationSpent => "permit-spent", INVALID, "this presentation of the invite was used";
    /// The invite's row can't be read, because another program or the disk changed it.
    InviteDamaged(Damaged) => "invite-damaged", INVALID, "{0}";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_are_told_the_same_of_every_token_that_does_not_work() {
        let codes =
            ["token-invalid", "token-expired", "token-used", "token-revoked", "token-not-for-registration", "token-not-for-contact", "inviter-gone"];
        for code in codes {
            assert!(Refusal::REPLIES.contains(&(code, INVALID)), "{code}");
        }
    }

    #[test]
    fn every_code_has_one_reply() {
        for code in Error::CODES {
            assert_eq!(Refusal::REPLIES.iter().filter(|(known, _)| known == code).count(), 1, "{code}");
        }
        assert_eq!(Refusal::REPLIES.len(), Error::CODES.len() + 2);
    }
}
