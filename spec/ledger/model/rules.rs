//! What the model allows.

use super::{Claim, Index, Invite, Model, Name, known};
use crate::prelude::{Error, Kind, Refusal, State};

impl Model {
    pub(super) fn keeper(&self, name: Name) -> Option<Index> {
        self.invites.iter().position(|invite| invite.keeps(name, self.now))
    }

    /// XEP-0445: neither a bound name nor one that is being registered is open to others.
    pub(crate) fn open_name(&self, name: Name) -> Result<(), Error> {
        if self.claimant(name).is_some() || self.keeper(name).is_some() { Err(Refusal::UsernameReserved.into()) } else { Ok(()) }
    }

    pub(crate) fn may_create(&self, kind: &Kind) -> Result<(), Error> {
        match kind {
            Kind::Account { username: None, .. } => Ok(()),
            Kind::Account { username: Some(name), .. } if self.exists(name.as_str()) => Err(Refusal::AccountExists.into()),
            Kind::Account { username: Some(name), .. } => self.open_name(known(name.as_str())),
            Kind::Contact { inviter: user } | Kind::ContactAccount { inviter: user } | Kind::Reset { username: user } => {
                if self.exists(user.as_str()) { Ok(()) } else { Err(Refusal::AccountNotFound.into()) }
            }
        }
    }

    pub(crate) fn state(&self, index: Index) -> Result<State, Error> {
        let invite = &self.invites[index];
        Ok(match () {
            () if invite.is_swept => return Err(Refusal::TokenInvalid.into()),
            () if invite.is_revoked => State::Revoked,
            () if invite.is_used_up() => State::Redeemed,
            () if self.claims_on(index).next().is_some() => State::Claimed,
            () if invite.expires <= self.now => State::Expired,
            () => State::Pending,
        })
    }

    pub(super) fn usable(&self, index: Index) -> Result<&Invite, Error> {
        let invite = &self.invites[index];
        match () {
            () if invite.is_swept => Err(Refusal::TokenInvalid.into()),
            () if invite.is_revoked => Err(Refusal::TokenRevoked.into()),
            () if invite.is_used_up() => Err(Refusal::TokenUsed.into()),
            () => Ok(invite),
        }
    }

    pub(super) fn accounts_exist(&self, invite: &Invite) -> Result<(), Error> {
        match &invite.kind {
            Kind::Contact { inviter } | Kind::ContactAccount { inviter } if !self.exists(inviter.as_str()) => Err(Refusal::InviterGone.into()),
            Kind::Reset { username } if !self.exists(username.as_str()) => Err(Refusal::AccountNotFound.into()),
            _ => Ok(()),
        }
    }

    pub(super) fn may_claim(&self, index: Index, name: Name) -> Result<(), Error> {
        let presentation = &self.presentations[index];
        if !self.invites[presentation.invite].is_swept && presentation.is_used {
            return Err(Refusal::PresentationSpent.into());
        }
        let invite = self.usable(presentation.invite)?;
        if matches!(invite.kind, Kind::Contact { .. }) {
            return Err(Refusal::TokenNotForRegistration.into());
        }
        if invite.kind.bound_name().is_some_and(|bound| bound.as_str() != name) {
            return Err(Refusal::UsernameMismatch.into());
        }
        if !invite.is_reset() && self.exists(name) {
            return Err(Refusal::AccountExists.into());
        }
        self.accounts_exist(invite)?;
        let claimant = self.claimant(name).filter(|other| *other != index);
        let is_kept = self.keeper(name).is_some_and(|keeper| keeper != presentation.invite) && !invite.is_reset();
        if is_kept || claimant.is_some_and(|other| self.presentations[other].invite != presentation.invite) {
            return Err(Refusal::UsernameReserved.into());
        }
        let in_flight = self.claims_on(presentation.invite).filter(|other| *other != index).count();
        if invite.limit.is_some_and(|limit| invite.uses + i64::try_from(in_flight).unwrap() >= limit) {
            return Err(Refusal::InviteInUse.into());
        }
        if claimant.is_some() { Err(Refusal::UsernameReserved.into()) } else { Ok(()) }
    }

    pub(super) fn is_stale(&self, index: Index) -> bool {
        let foreign = |claim: &Claim| !self.is_shared && claim.process != self.process;
        self.presentations[index].claim.as_ref().is_some_and(|claim| claim.lease <= self.now || foreign(claim))
    }
}
