//! A model of the ledger: three lists, and the rules in plain words.

mod histories;
mod rules;
mod step;

use crate::prelude::*;

pub(crate) type Name = &'static str;
/// The index of an invite or a presentation in its list.
pub(crate) type Index = usize;

#[derive(Clone, Debug)]
pub(crate) struct Invite {
    pub(crate) token: Token,
    kind: Kind,
    limit: Option<i64>,
    pub(crate) uses: i64,
    /// Accounts (resets, subscriptions) that were really created through it.
    pub(crate) made: i64,
    expires: UnixTime,
    is_revoked: bool,
    /// Whether its name is reserved while it lives.
    reserves: bool,
    sweep_at: UnixTime,
    pub(crate) is_swept: bool,
}

impl Invite {
    fn is_used_up(&self) -> bool {
        self.limit.is_some_and(|limit| self.uses >= limit)
    }

    fn keeps(&self, name: Name, now: UnixTime) -> bool {
        let lives = !self.is_swept && !self.is_revoked && !self.is_used_up() && self.expires > now;
        self.reserves && lives && self.kind.bound_name().is_some_and(|bound| bound.as_str() == name)
    }

    fn is_reset(&self) -> bool {
        matches!(self.kind, Kind::Reset { .. })
    }

    /// Uses and claims are within the limit.
    pub(crate) fn is_within_limit(&self, claims: i64) -> bool {
        self.limit.is_none_or(|limit| self.uses + claims <= limit)
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Presentation {
    pub(crate) invite: Index,
    pub(crate) claim: Option<Claim>,
    pub(crate) is_used: bool,
    /// Its holder has vanished without a word.
    pub(crate) is_gone: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Claim {
    pub(crate) name: Name,
    lease: UnixTime,
    process: u8,
}

/// Redeemed, released.
pub(crate) type Counts = (u64, u64);

pub(crate) struct Model {
    pub(crate) now: UnixTime,
    /// Whether other servers may use the database. Then a claim of another process is not that of a dead one.
    pub(crate) is_shared: bool,
    pub(crate) process: u8,
    pub(crate) accounts: Vec<Name>,
    pub(crate) invites: Vec<Invite>,
    pub(crate) presentations: Vec<Presentation>,
}

impl Model {
    pub(crate) fn exists(&self, name: &str) -> bool {
        self.accounts.contains(&name)
    }

    pub(crate) fn is_reset(&self, presentation: Index) -> bool {
        self.invites[self.presentations[presentation].invite].is_reset()
    }

    /// A name that may be registered through a presentation.
    pub(crate) fn fitting(&self, presentation: Index) -> Name {
        self.invites[self.presentations[presentation].invite].kind.bound_name().map_or("romeo", |name| known(name.as_str()))
    }

    /// An account (a reset, a subscription) was really created through a presentation, or removed again.
    pub(crate) fn made(&mut self, presentation: Index, number: i64) {
        self.invites[self.presentations[presentation].invite].made += number;
    }

    pub(crate) fn claims_on(&self, invite: Index) -> impl Iterator<Item = Index> {
        self.presentations
            .iter()
            .enumerate()
            .filter(move |(_, presentation)| presentation.invite == invite && presentation.claim.is_some())
            .map(|(index, _)| index)
    }

    pub(crate) fn claimant(&self, name: Name) -> Option<Index> {
        self.presentations.iter().position(|presentation| presentation.claim.as_ref().is_some_and(|claim| claim.name == name))
    }

    pub(crate) fn make(&mut self, token: Token, kind: Kind, limit: Option<i64>, ttl: i64) {
        let expires = self.now.plus(ttl);
        let reserves = matches!(kind, Kind::Account { username: Some(_), .. });
        let sweep_at = expires.plus(Ledger::GRACE);
        self.invites.push(Invite { token, kind, limit, uses: 0, made: 0, expires, is_revoked: false, reserves, sweep_at, is_swept: false });
    }

    pub(crate) fn present(&mut self, index: Index, purpose: &Purpose) -> Result<(), Error> {
        let invite = self.usable(index)?;
        if invite.expires <= self.now {
            return Err(Refusal::TokenExpired.into());
        }
        match (purpose, &invite.kind) {
            (Purpose::Register, Kind::Contact { .. }) => return Err(Refusal::TokenNotForRegistration.into()),
            (Purpose::Subscribe(user), kind) if kind.inviter() != Some(user) => return Err(Refusal::TokenNotForContact.into()),
            _ => {}
        }
        self.accounts_exist(invite)?;
        self.presentations.push(Presentation { invite: index, claim: None, is_used: false, is_gone: false });
        Ok(())
    }

    /// If an abandoned claim is in the way, it is settled, and the claim is tried once more.
    pub(crate) fn claim(&mut self, index: Index, name: Name) -> Result<(), Error> {
        let refusal = match self.may_claim(index, name) {
            Ok(()) => {
                self.claim_name(index, name);
                return Ok(());
            }
            Err(refusal @ Error::Refused(Refusal::InviteInUse | Refusal::UsernameReserved)) => refusal,
            Err(refusal) => return Err(refusal),
        };
        let invite = self.presentations[index].invite;
        let mut rivals: Vec<Index> = match self.invites[invite].limit {
            Some(_) => self.claims_on(invite).filter(|rival| *rival != index).collect(),
            None => Vec::new(),
        };
        rivals.extend(self.claimant(name).filter(|rival| *rival != index && !rivals.contains(rival)));
        rivals.retain(|rival| self.is_stale(*rival));
        if rivals.is_empty() {
            return Err(refusal);
        }
        for rival in rivals {
            self.settle(rival);
        }
        self.may_claim(index, name)?;
        self.claim_name(index, name);
        Ok(())
    }

    fn claim_name(&mut self, index: Index, name: Name) {
        let mine = self.presentations[index].invite;
        for (other, invite) in self.invites.iter_mut().enumerate() {
            if other != mine && invite.kind.bound_name().is_some_and(|bound| bound.as_str() == name) {
                invite.reserves = false; // its reservation has ended, or a reset passes it
            }
        }
        self.presentations[index].claim = Some(Claim { name, lease: self.now.plus(Ledger::LEASE), process: self.process });
    }

    /// Whether it was counted before, and whether it exceeds the limit.
    pub(crate) fn redeem(&mut self, index: Index) -> (bool, bool) {
        let presentation = &mut self.presentations[index];
        let invite = &mut self.invites[presentation.invite];
        if invite.is_swept {
            return (false, true);
        }
        if presentation.is_used {
            return (true, false);
        }
        presentation.is_used = true;
        let claim = presentation.claim.take();
        if claim.is_some_and(|claim| invite.kind.bound_name().is_some_and(|bound| bound.as_str() == claim.name)) {
            invite.reserves = false; // the name is an account's
        }
        invite.uses += 1;
        if invite.is_used_up() {
            invite.sweep_at = self.now.plus(Ledger::GRACE);
        }
        let (kind, over_limit) = (invite.kind.clone(), invite.limit.is_some_and(|limit| invite.uses > limit));
        if matches!(kind, Kind::Reset { .. }) {
            self.revoke_those(|other| *other == kind); // the password is another one now
        }
        (false, over_limit)
    }

    pub(crate) fn release(&mut self, index: Index) {
        self.presentations[index].claim = None;
    }

    pub(crate) fn spend(&mut self, index: Index) -> Result<(bool, bool), Error> {
        let presentation = &self.presentations[index];
        if !self.invites[presentation.invite].is_swept && presentation.is_used {
            return Ok((true, false));
        }
        if self.invites[presentation.invite].is_swept {
            return Err(Refusal::TokenInvalid.into());
        }
        if presentation.claim.is_none() {
            let invite = self.usable(presentation.invite)?;
            self.accounts_exist(invite)?;
            let in_flight = i64::try_from(self.claims_on(presentation.invite).count()).unwrap();
            if invite.limit.is_some_and(|limit| invite.uses + in_flight >= limit) {
                return Err(Refusal::InviteInUse.into());
            }
        }
        Ok(self.redeem(index))
    }

    pub(crate) fn revoke(&mut self, index: Index) -> Result<(), Error> {
        let until = self.now.plus(Ledger::GRACE);
        let invite = &mut self.invites[index];
        match () {
            () if invite.is_swept => Err(Refusal::TokenInvalid.into()),
            () if invite.is_revoked => Err(Refusal::TokenRevoked.into()),
            () => {
                (invite.is_revoked, invite.sweep_at) = (true, until);
                Ok(())
            }
        }
    }

    /// An account was deleted. Returns the number of invites that ended with it.
    pub(crate) fn forget(&mut self, name: Name) -> usize {
        let claimant = self.claimant(name).filter(|index| !self.invites[self.presentations[*index].invite].is_reset());
        if let Some(index) = claimant {
            self.release(index);
        }
        let depends = |kind: &Kind| match kind {
            Kind::Contact { inviter: user } | Kind::ContactAccount { inviter: user } | Kind::Reset { username: user } => user.as_str() == name,
            Kind::Account { .. } => false,
        };
        self.revoke_those(depends)
    }

    fn revoke_those(&mut self, depends: impl Fn(&Kind) -> bool) -> usize {
        let doomed = self.invites.iter().enumerate().filter(|(_, invite)| {
            !invite.is_swept && !invite.is_revoked && invite.limit.is_none_or(|limit| invite.uses < limit) && depends(&invite.kind)
        });
        let doomed: Vec<Index> = doomed.map(|(index, _)| index).collect();
        for index in &doomed {
            self.revoke(*index).unwrap();
        }
        doomed.len()
    }

    /// Settles by whether the account exists. The existence of a reset's account says nothing.
    pub(crate) fn settle(&mut self, index: Index) -> Counts {
        let Some(claim) = &self.presentations[index].claim else { return (0, 0) };
        if self.exists(claim.name) && !self.invites[self.presentations[index].invite].is_reset() {
            self.redeem(index);
            (1, 0)
        } else {
            self.release(index);
            (0, 1)
        }
    }

    pub(crate) fn settle_stale(&mut self) -> Counts {
        let stale: Vec<Index> = (0..self.presentations.len()).filter(|index| self.is_stale(*index)).collect();
        stale.into_iter().map(|index| self.settle(index)).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    }

    pub(crate) fn sweep(&mut self) -> usize {
        let is_dead = |index: &Index| {
            let invite = &self.invites[*index];
            !invite.is_swept && invite.sweep_at <= self.now && self.claims_on(*index).next().is_none()
        };
        let dead: Vec<Index> = (0..self.invites.len()).filter(is_dead).collect();
        for index in &dead {
            self.invites[*index].is_swept = true;
        }
        dead.len()
    }
}

/// The names in histories.
pub(crate) const NAMES: [Name; 4] = ["juliet", "romeo", "mercutio", "benvolio"];

fn known(name: &str) -> Name {
    NAMES.into_iter().find(|known| *known == name).unwrap()
}
