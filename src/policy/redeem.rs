//! The rules for using invites: presenting a token, claiming a username, spending a use.

use super::facts::{AccountStatus, Accounts, facts_to_claim, facts_to_present, facts_to_spend};
use super::{Purpose, Reservation};
use crate::invite::invitee;
use crate::{Authority, Error, Invite, Kind, KnownAccounts, Refusal, UnixTime, Username};

/// Checks the invite itself, and that all facts for the rest are known. The expiry is checked here and nowhere else: XEP-0445 §2 forbids rejecting
/// the session later because the token expired meanwhile.
///
/// # Errors
/// Why the invite is dead, or that it does not fit the purpose; or all questions.
pub fn is_presentable(invite: &Invite, purpose: &Purpose, accounts: &Accounts, now: UnixTime) -> Result<(), Error> {
    usable(invite)?;
    if invite.expires <= now {
        return Err(Refusal::TokenExpired.into());
    }
    match (purpose, &invite.kind) {
        (Purpose::Register, Kind::Contact { .. }) => Err(Refusal::TokenNotForRegistration.into()),
        (Purpose::Register, _) if !invitee::admits(invite, None) => Err(Refusal::TokenNotForRegistration.into()),
        (Purpose::Subscribe(user) | Purpose::SubscribeAs(user, _), kind) if !kind.is_contact_of(user) => Err(Refusal::TokenNotForContact.into()),
        (Purpose::Subscribe(_), _) if !invitee::admits(invite, None) => Err(Refusal::TokenNotForContact.into()),
        (Purpose::SubscribeAs(_, jid), _) if !invitee::admits(invite, Some(jid)) => Err(Refusal::TokenNotForContact.into()),
        _ => accounts.need(facts_to_present(invite, purpose)),
    }
}

/// Checks whether a token may be presented. `known` has the users of the invite.
///
/// # Errors
/// As [`is_presentable`], and [`Refusal::InviterGone`] or [`Refusal::AccountNotFound`] if an account that the invite depends on is gone.
pub fn may_present(invite: &Invite, purpose: &Purpose, known: &KnownAccounts, accounts: &Accounts, now: UnixTime) -> Result<(), Error> {
    is_presentable(invite, purpose, accounts, now)?;
    if *purpose == Purpose::Register {
        authorised(invite, known, accounts)?;
    }
    accounts_exist(invite, known, accounts)
}

/// Checks whether a username may be registered (or its password reset) through a presented invite. `in_flight` is the number of uses that other
/// presentations hold. `known` has the users of the invite.
///
/// # Errors
/// The reason; lasting reasons come before [`Refusal::InviteInUse`], which may pass. Or all questions.
pub fn may_claim(
    invite: &Invite,
    username: &Username,
    reservation: Reservation,
    in_flight: i64,
    known: &KnownAccounts,
    accounts: &Accounts,
) -> Result<(), Error> {
    usable(invite)?;
    if !invite.kind.allows_registration() {
        return Err(Refusal::TokenNotForRegistration.into());
    }
    if invite.kind.bound_name().is_some_and(|name| name != username) {
        return Err(Refusal::UsernameMismatch.into());
    }
    let is_reset = matches!(invite.kind, Kind::Reset { .. });
    if !is_reset {
        username.fits_storage()?; // before all questions, as in [`can_be_named`]
    }
    accounts.need(facts_to_claim(invite, username))?;
    if !is_reset {
        accounts.absent(username)?;
    }
    authorised(invite, known, accounts)?;
    accounts_exist(invite, known, accounts)?;
    if invite.authority != Authority::Server || invite.kind.bound_name() != Some(username) {
        accounts.unprivileged(username)?;
    }
    if reservation == Reservation::Taken {
        return Err(Refusal::UsernameReserved.into());
    }
    if !invite.limit.allows(invite.uses.saturating_add(in_flight)) {
        return Err(Refusal::InviteInUse.into());
    }
    if reservation == Reservation::Free { Ok(()) } else { Err(Refusal::UsernameReserved.into()) }
}

/// Checks whether an invite may be spent at once, without claiming a username: a contact invite by a subscription (XEP-0379), or any invite by a
/// module that tells us only afterwards.
///
/// # Errors
/// As [`may_claim`].
pub fn may_spend(invite: &Invite, in_flight: i64, known: &KnownAccounts, accounts: &Accounts) -> Result<(), Error> {
    usable(invite)?;
    accounts.need(facts_to_spend(invite))?;
    accounts_exist(invite, known, accounts)?;
    if invite.limit.allows(invite.uses.saturating_add(in_flight)) { Ok(()) } else { Err(Refusal::InviteInUse.into()) }
}

/// The invite is neither revoked nor used up.
fn usable(invite: &Invite) -> Result<(), Refusal> {
    if invite.revoked.is_some() {
        Err(Refusal::TokenRevoked)
    } else if invite.limit.allows(invite.uses) {
        Ok(())
    } else {
        Err(Refusal::TokenUsed)
    }
}

/// Whether the account that has this name now is the one that had it when the invite was created.
fn is_same(user: &Username, invite: &Invite, known: &KnownAccounts, accounts: &Accounts) -> bool {
    known.account(user).made(invite.created, accounts.created(user))
}

/// The authority behind the invite still holds. A user's permission and account are checked again, the server's authority is not.
fn authorised(invite: &Invite, known: &KnownAccounts, accounts: &Accounts) -> Result<(), Error> {
    match (invite.authority, &invite.creator) {
        (Authority::Server, _) => Ok(()),
        (Authority::User, Some(creator)) if accounts.may_invite(creator)? && is_same(creator, invite, known, accounts) => Ok(()),
        (Authority::User, _) => Err(Refusal::InviterGone.into()),
    }
}

/// The account that the invite is about exists and is enabled. Contact invites end with their inviter, resets with their account and with its
/// password.
fn accounts_exist(invite: &Invite, known: &KnownAccounts, accounts: &Accounts) -> Result<(), Error> {
    let same = |user, refusal| if is_same(user, invite, known, accounts) { Ok(()) } else { Err(Error::from(refusal)) };
    match &invite.kind {
        // The invite registers in any case. But nobody may become a contact of an account whose existence is unknown.
        Kind::Account { inviter, .. } => inviter.as_ref().map_or(Ok(()), |inviter| accounts.standing(inviter).map(drop)),
        Kind::Contact { inviter } | Kind::ContactAccount { inviter } => {
            accounts.active(inviter, Refusal::InviterGone)?;
            same(inviter, Refusal::InviterGone)
        }
        Kind::Reset { username } => {
            same(username, Refusal::TokenRevoked)?;
            accounts.active(username, Refusal::AccountNotFound)?;
            let is_sealed = match (&invite.credentials, &invite.token, accounts.credentials.get(username)) {
                (Some(seal), Some(token), Some(credentials)) => *seal == token.seal(credentials),
                _ => true,
            };
            if is_sealed && invite.created >= known.account(username).resets_from { Ok(()) } else { Err(Refusal::TokenRevoked.into()) }
        }
    }
}

/// Whether the ledger itself knows that an invite ended with an account: with its creator, if it depends on that user's permission; with its inviter;
/// or with the account or password that it was to reset. An invite that was used up before has ended anyway.
#[must_use]
pub fn is_orphaned(invite: &Invite, known: &KnownAccounts) -> bool {
    let is_earlier = |user: &Username| !known.account(user).made(invite.created, None);
    let is_subject_gone = match &invite.kind {
        Kind::Account { .. } => false,
        Kind::Contact { inviter } | Kind::ContactAccount { inviter } => is_earlier(inviter),
        Kind::Reset { username } => is_earlier(username) || invite.created < known.account(username).resets_from,
    };
    let is_over = is_subject_gone || invite.authoriser().is_some_and(is_earlier);
    is_over && invite.limit.allows(invite.uses)
}

/// The invite without users whose account is gone or was replaced. The new owner of a name has not created the invite, and does not become anybody's
/// contact.
#[must_use]
pub fn without_former_users(mut invite: Invite, known: &KnownAccounts, accounts: &Accounts) -> Invite {
    let is_gone = |user: &Username| !is_same(user, &invite, known, accounts) || accounts.standing.get(user) == Some(&AccountStatus::Absent);
    let is_maker_gone = invite.creator.as_ref().is_some_and(is_gone);
    let is_contact_gone = match &invite.kind {
        Kind::Account { inviter: Some(inviter), .. } => is_gone(inviter),
        _ => false,
    };
    if is_maker_gone {
        invite.creator = None;
    }
    if let (Kind::Account { inviter, .. }, true) = (&mut invite.kind, is_contact_gone) {
        *inviter = None;
    }
    invite
}
