//! The rules for creating invites: which kind a user may create, and which invites make sense at all.

use super::facts::Accounts;
use crate::{Allowance, Authority, CreateRequest, Error, Kind, Refusal, Tallies};

/// Whether an account can have the name that an invite is bound to. It comes before all questions: looking for such an account is an error to the storage.
///
/// # Errors
/// [`Refusal::UsernameTooLong`].
pub fn can_be_named(kind: &Kind) -> Result<(), Refusal> {
    match kind {
        Kind::Account { username: Some(name), .. } => name.fits_storage(),
        _ => Ok(()),
    }
}

/// The kind of invite that somebody gets who wishes for one, given what they have made already. A user without the right to invite, or over the quota, still
/// gets a contact invite, without registration, while the quota for those allows it.
///
/// # Errors
/// [`Refusal::NotAllowed`], the quota, what a user may not choose; or the question.
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
            // It is one of the others then, and counts as such.
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

/// An invite may be made: a bound name must be free of an account, everything else needs the account that it is about (XEP-0401 §4). Users can't bind an
/// invite to a name that gives power.
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
