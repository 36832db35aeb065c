//! The rules for using invites: presenting a token, claiming a username, spending a use.

use super::facts::{AccountStatus, Accounts, authorising_user, facts_to_claim, facts_to_present, facts_to_spend};
use super::{Purpose, Reservation};
use crate::{Authority, Error, Invite, Kind, KnownAccounts, Refusal, UnixTime, Username};

/// A token may be presented as far as the invite itself goes, and all facts are there for the rest. Here, and only here, the expiry is judged: XEP-0445 §2
/// forbids to reject the session later because the token expired meanwhile.
///
/// # Errors
/// Which kind of dead the invite is, or that it is none for this purpose; or all questions.
pub fn is_presentable(invite: &Invite, purpose: &Purpose, accounts: &Accounts, now: UnixTime) -> Result<(), Error> {
    usable(invite)?;
    if invite.expires <= now {
        return Err(Refusal::TokenExpired.into());
    }
    match (purpose, &invite.kind) {
        (Purpose::Register, Kind::Contact { .. }) => Err(Refusal::TokenNotForRegistration.into()),
        (Purpose::Subscribe(user), kind) if !kind.is_contact_of(user) => Err(Refusal::TokenNotForContact.into()),
        _ => accounts.need(facts_to_present(invite, purpose)),
    }
}

/// A token may be presented. `known` are the users of the invite.
///
/// # Errors
/// As [`is_presentable`], and that whoever stands behind the invite is gone.
pub fn may_present(invite: &Invite, purpose: &Purpose, known: &KnownAccounts, accounts: &Accounts, now: UnixTime) -> Result<(), Error> {
    is_presentable(invite, purpose, accounts, now)?;
    if *purpose == Purpose::Register {
        authorised(invite, known, accounts)?;
    }
    accounts_exist(invite, known, accounts)
}

/// A name may be registered (or reset) through an invite whose token was presented. `in_flight` counts the uses that other presentations hold at
/// this moment, `known` are the users of the invite.
///
/// # Errors
/// Why not: the lasting reasons first, then [`Refusal::InviteInUse`], which may pass; or all questions.
pub fn may_claim(
    invite: &Invite,
    username: &Username,
    promise: Reservation,
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
    if promise == Reservation::Taken {
        return Err(Refusal::UsernameReserved.into());
    }
    if !invite.limit.allows(invite.uses.saturating_add(in_flight)) {
        return Err(Refusal::InviteInUse.into());
    }
    if promise == Reservation::Free { Ok(()) } else { Err(Refusal::UsernameReserved.into()) }
}

/// An invite may be spent at once, without an account to be made: a contact invite by a subscription (XEP-0379), or any invite by a module that
/// only tells us afterwards.
///
/// # Errors
/// As [`may_claim`].
pub fn may_spend(invite: &Invite, in_flight: i64, known: &KnownAccounts, accounts: &Accounts) -> Result<(), Error> {
    usable(invite)?;
    accounts.need(facts_to_spend(invite))?;
    accounts_exist(invite, known, accounts)?;
    if invite.limit.allows(invite.uses.saturating_add(in_flight)) { Ok(()) } else { Err(Refusal::InviteInUse.into()) }
}

/// Neither revoked nor used up.
fn usable(invite: &Invite) -> Result<(), Refusal> {
    if invite.revoked.is_some() {
        Err(Refusal::TokenRevoked)
    } else if invite.limit.allows(invite.uses) {
        Ok(())
    } else {
        Err(Refusal::TokenUsed)
    }
}

/// Whether the account that has this name now is the one that was there when the invite was made.
fn is_same(user: &Username, invite: &Invite, known: &KnownAccounts, accounts: &Accounts) -> bool {
    known.account(user).made(invite.created, accounts.created(user))
}

/// Whoever stands behind the invite still may let people register: a user's right and account are looked at again, the server's are not.
fn authorised(invite: &Invite, known: &KnownAccounts, accounts: &Accounts) -> Result<(), Error> {
    match (invite.authority, &invite.creator) {
        (Authority::Server, _) => Ok(()),
        (Authority::User, Some(creator)) if accounts.may_invite(creator)? && is_same(creator, invite, known, accounts) => Ok(()),
        (Authority::User, _) => Err(Refusal::InviterGone.into()),
    }
}

/// The account that the invite is about is there and enabled: contact invites die with their inviter, resets with their account and with its password.
fn accounts_exist(invite: &Invite, known: &KnownAccounts, accounts: &Accounts) -> Result<(), Error> {
    let same = |user, refusal| if is_same(user, invite, known, accounts) { Ok(()) } else { Err(Error::from(refusal)) };
    match &invite.kind {
        // Registers in any case; but nobody may become a contact of an account of which nothing can be said.
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

/// Whether an invite has ended with an account, as far as the ledger knows by itself: with its creator on whose right it stands, its inviter, or the account
/// or the password that it was to reset. What was used up before is over anyway.
#[must_use]
pub fn is_orphaned(invite: &Invite, known: &KnownAccounts) -> bool {
    let is_earlier = |user: &Username| !known.account(user).made(invite.created, None);
    let is_subject_gone = match &invite.kind {
        Kind::Account { .. } => false,
        Kind::Contact { inviter } | Kind::ContactAccount { inviter } => is_earlier(inviter),
        Kind::Reset { username } => is_earlier(username) || invite.created < known.account(username).resets_from,
    };
    let is_over = is_subject_gone || authorising_user(invite.authority, invite.creator.as_ref()).is_some_and(is_earlier);
    is_over && invite.limit.allows(invite.uses)
}

/// The invite without the users whose account was an earlier one of that name, or is gone: whoever has the name now has not made it, and does not become a
/// contact of anybody.
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
