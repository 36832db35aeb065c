//! The rules for creating invites: which kind a user may create, and which invites make sense at all.

use super::facts::Accounts;
use crate::{Allowance, Authority, CreateRequest, Error, Kind, Refusal, Tallies};

/// Checks whether the storage can keep an account of the name that an invite is bound to. It comes before all questions, because looking for such an
/// account is an error to the storage.
///
/// # Errors
/// [`Refusal::UsernameTooLong`].
pub fn can_be_named(kind: &Kind) -> Result<(), Refusal> {
    match kind {
        Kind::Account { username: Some(name), .. } => name.fits_storage(),
        _ => Ok(()),
    }
}

/// The kind of invite that a request gets, given what the user has created already. A user without the permission to invite, or over quota, still
/// gets a contact invite without registration, as long as the quota for those allows it.
///
/// # Errors
/// [`Refusal::NotAllowed`], a quota, a choice that users may not make; or the question.
pub fn grant(request: &CreateRequest, allowance: &Allowance, made: Tallies, accounts: &Accounts) -> Result<Kind, Error> {
    let creator = match (request.authority, &request.creator) {
        (Authority::Server, _) => return Ok(request.kind.clone()),
        (Authority::User, None) => return Err(Refusal::NotAllowed.into()),
        (Authority::User, Some(creator)) => creator,
    };
    allowance.choice(request.limit, request.ttl)?;
    match &request.kind {
        Kind::Reset { .. } => Err(Refusal::NotAllowed.into()),
        Kind::Contact { inviter } | Kind::ContactAccount { inviter } if inviter != creator => Err(Refusal::NotAllowed.into()),
        Kind::Contact { .. } => {
            allowance.contacts.one_more(made.contacts)?;
            Ok(request.kind.clone())
        }
        Kind::ContactAccount { inviter } => {
            if accounts.may_invite(creator)? && allowance.accounts.one_more(made.accounts).is_ok() {
                return Ok(request.kind.clone());
            }
            // Then it is a contact invite, and counts as one.
            allowance.contacts.one_more(made.contacts)?;
            Ok(Kind::Contact { inviter: inviter.clone() })
        }
        Kind::Account { inviter, .. } => {
            if !accounts.may_invite(creator)? || inviter.as_ref().is_some_and(|inviter| inviter != creator) {
                return Err(Refusal::NotAllowed.into());
            }
            allowance.accounts.one_more(made.accounts)?;
            Ok(request.kind.clone())
        }
    }
}

/// Checks whether an invite makes sense: a bound name must not have an account, and all other kinds need the account that they are about (XEP-0401
/// §4). Users can't bind an invite to a privileged name.
///
/// # Errors
/// [`Refusal::AccountExists`], [`Refusal::AccountNotFound`], [`Refusal::UsernameReserved`], or the question.
pub fn may_create(kind: &Kind, authority: Authority, accounts: &Accounts) -> Result<(), Error> {
    match kind {
        Kind::Account { username, inviter } => {
            inviter.as_ref().map_or(Ok(()), |inviter| accounts.active(inviter, Refusal::AccountNotFound))?;
            let Some(name) = username else { return Ok(()) };
            accounts.absent(name)?;
            if authority == Authority::Server { Ok(()) } else { accounts.unprivileged(name) }
        }
        Kind::Contact { inviter: user } | Kind::ContactAccount { inviter: user } | Kind::Reset { username: user } => {
            accounts.active(user, Refusal::AccountNotFound)
        }
    }
}
