//! Claiming a username: one use and the name are held while an account is created.

use super::accounts::end;
use super::settle::open_questions;
use super::{Ledger, Presentation, View, chain, is_reserved};
use crate::policy::{self, Accounts, Reservation};
use crate::store::names::Claim;
use crate::store::{Mode, Tx, accounts, claims, invites, names, redemptions};
use crate::{Error, Invite, InviteId, Kind, KnownAccounts, Refusal, UnixTime, Username};

impl Ledger {
    /// Takes a use and a username for a registration (or a reset) that is about to happen, and returns the user who becomes a contact of the new
    /// account. The presentation may claim again with another name; then the earlier name is released. The claim is durable: an account that is
    /// created afterwards can't lose it.
    ///
    /// Expiry is no reason to refuse here (XEP-0445 §2).
    ///
    /// # Errors
    /// The reason; [`Refusal::InviteInUse`] may pass. Or all questions, before anything is written. If abandoned claims may be in the way, it asks
    /// about them, and settles them first with the answers.
    pub fn claim(&mut self, presentation: &Presentation, username: &Username, accounts: &Accounts, now: UnixTime) -> Result<Option<Username>, Error> {
        // A caller who has this fact has been asked before, or knew what would be asked.
        if !accounts.standing.contains_key(username) || !accounts.claims.is_empty() {
            self.prepare(presentation, username, accounts, now)?;
        }
        let mut found = None;
        let error = match self.attempt(presentation, username, accounts, now, &mut found) {
            Ok(inviter) => return Ok(inviter),
            Err(error) => error,
        };
        let Some(found) = found else {
            return Err(error);
        };
        if is_temporary(&error) && self.clear(&found.rivals, accounts, now)? {
            return self.attempt(presentation, username, accounts, now, &mut None);
        }
        self.record_absent(found.invite.users(), found.invite.created, &found.known, accounts, now);
        Err(error)
    }

    /// Asks for all facts in advance, and settles abandoned claims that are in the way.
    fn prepare(&mut self, presentation: &Presentation, username: &Username, accounts: &Accounts, now: UnixTime) -> Result<(), Error> {
        let found = self.run_for_strangers(Mode::Read, |tx, _| look(tx, presentation, username, false, now))?;
        let mut questions = match policy::may_claim(&found.invite, username, found.reservation, found.in_flight, &found.known, accounts) {
            Err(Error::Ask(questions)) => questions,
            Err(error) if !is_temporary(&error) => {
                self.record_absent(found.invite.users(), found.invite.created, &found.known, accounts, now);
                return Err(error);
            }
            _ => Vec::new(),
        };
        if found.reservation != Reservation::Free || !found.invite.limit.allows(found.invite.uses.saturating_add(found.in_flight)) {
            let stale = self.stale(found.rivals, now)?;
            questions.extend(open_questions(&stale, accounts));
            // The answers may refuse the claim for good. Then nothing is settled for it.
            if questions.is_empty() {
                self.conclude(&stale, accounts, now)?;
            }
        }
        accounts.need(questions)
    }

    /// Settles those of the claims that were abandoned. Returns whether that has freed anything.
    fn clear(&mut self, rivals: &[Claim], accounts: &Accounts, now: UnixTime) -> Result<bool, Error> {
        let stale = self.stale(rivals.to_vec(), now)?;
        let settled = self.conclude(&stale, accounts, now)?;
        Ok(!settled.redeemed.is_empty() || settled.released > 0)
    }

    /// One attempt. `seen` gets what it found when it decided.
    fn attempt(
        &mut self,
        presentation: &Presentation,
        username: &Username,
        accounts: &Accounts,
        now: UnixTime,
        seen: &mut Option<ClaimFacts>,
    ) -> Result<Option<Username>, Error> {
        let lock = self.store.lock_of(&self.settings.process)?;
        self.run_for_strangers(Mode::Durable, |tx, settings| {
            let found = seen.insert(look(tx, presentation, username, true, now)?);
            policy::may_claim(&found.invite, username, found.reservation, found.in_flight, &found.known, accounts)?;
            let root = chain::take(tx, settings, &found.invite, presentation.id, (&found.known, accounts), now)?;
            if let Some(ended) = found.ended {
                names::release_reservation(tx, username, ended)?;
            }
            let is_reset = matches!(found.invite.kind, Kind::Reset { .. });
            // The earlier account of this name is gone. If that is not certain, it is once the account is registered.
            if !is_reset && accounts.is_gone(username) {
                end(tx, username, now)?;
            }
            let claim = Claim {
                presentation: presentation.id,
                username: username.clone(),
                invite: found.invite.id,
                is_reset,
                lease: now.plus(Self::LEASE),
                process: settings.process.id(),
            };
            // Others may settle the claims of a process that holds no lock.
            lock.as_deref().map_or(Ok(()), |lock| settings.process.hold_lock(lock))?;
            if !names::claim_name(tx, &claim, root)? {
                return Err(Refusal::UsernameReserved.into());
            }
            names::release_other_names(tx, presentation.id, username)?;
            if found.invite.kind.inviter().is_none() {
                return Ok(None);
            }
            let invite = policy::without_former_users(found.invite.clone(), &found.known, accounts);
            Ok(invite.kind.inviter().cloned())
        })
    }

    /// Checks whether [`Ledger::claim`] would let the holder of a viewed invite have this name now. Nothing is taken, and no abandoned claim is settled:
    /// until that is done, its name counts as taken.
    ///
    /// # Errors
    /// As [`Ledger::claim`], and as [`View::checked`].
    pub fn may_claim(&mut self, viewed: &View, username: &Username, accounts: &Accounts, now: UnixTime) -> Result<(), Error> {
        let presentation = viewed.checked(now)?.presentation;
        let found = self.run_for_strangers(Mode::Read, |tx, _| look(tx, &presentation, username, false, now))?;
        policy::may_claim(&found.invite, username, found.reservation, found.in_flight, &found.known, accounts)
    }

    /// Checks whether somebody without an invite may register this name.
    ///
    /// # Errors
    /// [`Refusal::UsernameTooLong`], [`Refusal::UsernameReserved`], [`Error::Failed`], or the question.
    pub fn open_name(&mut self, username: &Username, accounts: &Accounts, now: UnixTime) -> Result<(), Error> {
        username.fits_storage()?;
        accounts.unprivileged(username)?;
        self.check_unreserved(username, now)
    }

    /// Checks that no invite reserves the name, and that nobody is registering it through one.
    pub(super) fn check_unreserved(&mut self, username: &Username, now: UnixTime) -> Result<(), Error> {
        let holder = self.run_for_strangers(Mode::Read, |tx, _| names::holder(tx, username))?;
        match holder {
            Some(holder) if is_reserved(&holder, now) => Err(Refusal::UsernameReserved.into()),
            _ => Ok(()),
        }
    }
}

/// What a claim depends on.
struct ClaimFacts {
    invite: Invite,
    known: KnownAccounts,
    reservation: Reservation,
    /// The invite whose reservation of the name has ended.
    ended: Option<InviteId>,
    in_flight: i64,
    /// Claims of others on the invite or on the name.
    rivals: Vec<Claim>,
}

/// Reads (and perhaps locks) the invite of a presentation, and reads the state of the name.
fn look(tx: &mut Tx<'_>, presentation: &Presentation, username: &Username, locks: bool, now: UnixTime) -> Result<ClaimFacts, Error> {
    claims::announce(tx, presentation.invite, presentation.id, username, locks)?;
    let invite = if locks { invites::lock(tx, presentation.invite) } else { invites::find(tx, presentation.invite) };
    let invite = invite?.ok_or(Refusal::TokenInvalid)?;
    let invite = Invite { token: presentation.token.clone(), ..invite };
    if redemptions::is_recorded(tx, presentation.id)? {
        return Err(Refusal::PresentationSpent.into());
    }
    let known = accounts::known(tx, invite.users())?;
    let holder = names::holder(tx, username)?;
    let foreign = holder.filter(|holder| match &holder.claim {
        Some(claim) => claim.presentation != presentation.id,
        None => holder.invite != invite.id,
    });
    // The name of an existing account can't be reserved, so a reset of that account may pass.
    let is_reset = matches!(invite.kind, Kind::Reset { .. });
    let ended = foreign.as_ref().is_some_and(|holder| !is_reserved(holder, now) || (is_reset && holder.claim.is_none()));
    let reservation = match &foreign {
        Some(holder) if !ended && holder.invite == invite.id => Reservation::Contended,
        Some(_) if !ended => Reservation::Taken,
        _ => Reservation::Free,
    };
    let mut rivals = if invite.limit.max_uses().is_some() { names::claims_on(tx, invite.id, presentation.id)? } else { Vec::new() };
    let in_flight = i64::try_from(rivals.len()).unwrap_or(i64::MAX);
    let ended = foreign.as_ref().filter(|_| ended).map(|holder| holder.invite);
    let held = foreign.and_then(|holder| holder.claim);
    rivals.extend(held.filter(|claim| claim.invite != invite.id || invite.limit.max_uses().is_none()));
    Ok(ClaimFacts { invite, known, reservation, ended, in_flight, rivals })
}

/// Whether the reason may pass.
fn is_temporary(error: &Error) -> bool {
    matches!(error, Error::Refused(Refusal::InviteInUse | Refusal::UsernameReserved))
}
