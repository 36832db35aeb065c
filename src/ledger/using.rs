//! Using invites: check, claim, redeem, release, spend, settle.

use rand::rngs::SysRng;

use super::{Ledger, is_promised};
use crate::policy::{self, Accounts, Promise, Purpose, Question, Standing, Subject};
use crate::store::lineage::{self, NodeId};
use crate::store::statements::{self as book, Claim, PermitId};
use crate::store::{Mode, Sql, keeping};
use crate::token::draw;
use crate::{Invite, InviteId, Kind, Refusal, Shown, UnixTime, Username};

/// One presentation of a token: a stream, a web form. It holds nothing until it claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    id: PermitId,
    invite: InviteId,
    /// Whether it is there to make an account; else an account that is there makes a contact.
    registers: bool,
}

/// A token that was found good.
#[derive(Clone, Debug)]
pub struct Checked {
    /// For what comes next.
    pub permit: Permit,
    /// The invite, with the token that was presented, without what was stuck to that.
    pub invite: Invite,
}

/// What a redemption did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Redeemed {
    /// The permit was redeemed before; nothing was counted now.
    pub again: bool,
    /// More uses are counted than the invite has: an account was made past the gate. It is worth an error in the log.
    pub over_limit: bool,
}

/// What settling did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// Claims whose account is there: through which invite, and which account. Nobody has given it yet what the invite promises.
    pub redeemed: Vec<(InviteId, Username)>,
    /// Claims that made none.
    pub released: u64,
    /// Claims of which nobody can say.
    pub open: u64,
}

/// What an open claim turns out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Redeem,
    Release,
    Open,
    Ask,
}

impl Ledger {
    /// Looks at a token that somebody presents, perhaps in a link (see [`Shown`]; XEP-0445 §2, XEP-0379 §4). Reads alone: presenting a token a thousand times changes nothing.
    ///
    /// # Errors
    /// Which kind of dead the invite is, that it is none for this purpose, that nobody knows it; or the question.
    pub fn check(&mut self, token: &str, purpose: &Purpose, accounts: &Accounts, now: UnixTime) -> Result<Checked, Refusal> {
        let invite = self.find(&Shown::read(token)?)?.ok_or(Refusal::TokenInvalid)?;
        policy::may_present(&invite, purpose, accounts, now)?;
        let permit = Permit { id: draw(&mut SysRng)?, invite: invite.id, registers: *purpose == Purpose::Register };
        Ok(Checked { permit, invite })
    }

    /// Takes a use and a name for a registration (or a reset) that is about to happen. The same permit may claim again, with another name: the earlier
    /// name is let go. Durable: an account that is made afterwards can't lose its claim.
    ///
    /// Expiry is no reason to refuse here (XEP-0445 §2).
    ///
    /// # Errors
    /// Why not; [`Refusal::InviteInUse`] may pass; or the question. Where other claims stand in the way that may have been left behind, the question is
    /// what became of them, and with the answers they are settled first.
    pub fn claim(&mut self, permit: &Permit, username: &Username, accounts: &Accounts, now: UnixTime) -> Result<(), Refusal> {
        let (refusal, rivals) = match self.attempt(permit, username, accounts, now) {
            (Err(refusal @ (Refusal::InviteInUse | Refusal::UsernameReserved)), rivals) => (refusal, rivals),
            (other, _) => return other,
        };
        let stale = self.stale(rivals, now)?;
        let settled = self.conclude(&stale, accounts, now)?;
        if settled.redeemed.is_empty() && settled.released == 0 {
            return Err(refusal);
        }
        self.attempt(permit, username, accounts, now).0
    }

    /// One try, with the claims that stood in its way.
    fn attempt(&mut self, permit: &Permit, username: &Username, accounts: &Accounts, now: UnixTime) -> (Result<(), Refusal>, Vec<Claim>) {
        let mut rivals = Vec::new();
        if let Err(refusal) = self.store.prove(&self.settings.process) {
            return (Err(refusal), rivals);
        }
        let result = self.run_for_strangers(Mode::Durable, |sql, settings| {
            rivals.clear();
            let invite = book::lock(sql, &settings.host, permit.invite)?.ok_or(Refusal::TokenInvalid)?;
            if book::is_recorded(sql, permit.id)? {
                return Err(Refusal::PermitSpent);
            }
            let is_reset = matches!(invite.kind, Kind::Reset { .. });
            let holder = book::holder(sql, &settings.host, username)?;
            let foreign = holder.filter(|holder| match &holder.claim {
                Some(claim) => claim.permit != permit.id,
                None => holder.invite != invite.id,
            });
            let ended = foreign.as_ref().is_some_and(|holder| {
                // A name that is an account's is no longer anybody's to reserve: a reset of that account may pass.
                !is_promised(holder, now) || (is_reset && holder.claim.is_none())
            });
            let promise = match &foreign {
                Some(holder) if !ended && holder.invite == invite.id => Promise::Contended,
                Some(_) if !ended => Promise::Taken,
                _ => Promise::Free,
            };
            if invite.limit.max_uses().is_some() {
                rivals = book::claims_on(sql, invite.id, permit.id)?;
            }
            let in_flight = i64::try_from(rivals.len()).unwrap_or(i64::MAX);
            let held = foreign.as_ref().and_then(|holder| holder.claim.clone());
            rivals.extend(held.filter(|claim| claim.invite != invite.id || invite.limit.max_uses().is_none()));
            policy::may_claim(&invite, username, promise, in_flight, accounts)?;
            if let Some(holder) = foreign.filter(|_| ended) {
                book::drop_promise(sql, &settings.host, username, holder.invite)?;
            }
            let claim = Claim {
                permit: permit.id,
                username: username.clone(),
                invite: invite.id,
                is_reset,
                lease: now.plus(Self::LEASE),
                owner: settings.process.id(),
            };
            if !book::hold(sql, &settings.host, &claim)? {
                return Err(Refusal::UsernameReserved);
            }
            book::let_go_of_others(sql, &settings.host, permit.id, username)
        });
        (result, rivals)
    }

    /// Counts the use of a permit: the account is there. It never refuses for a reason of policy, and it may be told twice.
    ///
    /// A power cut may undo it; the claim is durable, and settling finds the account then.
    ///
    /// # Errors
    /// [`Refusal::Store`].
    pub fn redeem(&mut self, permit: &Permit, username: Option<&Username>, now: UnixTime) -> Result<Redeemed, Refusal> {
        self.run(Mode::Lazy, |sql, settings| redeem(sql, &settings.host, permit, username, settings.kept_until(now), now))
    }

    /// The attempt of a permit ended without an account: the use and the name are free again.
    ///
    /// # Errors
    /// [`Refusal::Store`].
    pub fn release(&mut self, permit: &Permit) -> Result<(), Refusal> {
        self.run(Mode::Lazy, |sql, settings| book::release(sql, &settings.host, permit.id))
    }

    /// Claims and redeems at once: a subscription through a contact invite (XEP-0379), and callers that tell us only when the account is there.
    ///
    /// # Errors
    /// As [`Ledger::claim`]; a permit that was redeemed before is no error.
    pub fn spend(&mut self, permit: &Permit, username: Option<&Username>, accounts: &Accounts, now: UnixTime) -> Result<Redeemed, Refusal> {
        self.run_for_strangers(Mode::Durable, |sql, settings| {
            let invite = book::lock(sql, &settings.host, permit.invite)?.ok_or(Refusal::TokenInvalid)?;
            if book::is_recorded(sql, permit.id)? {
                return Ok(Redeemed { again: true, over_limit: false });
            }
            if book::claim_of(sql, &settings.host, permit.id)?.is_none() {
                let in_flight = i64::try_from(book::claims_on(sql, invite.id, permit.id)?.len()).unwrap_or(i64::MAX);
                policy::may_spend(&invite, in_flight, accounts)?;
            }
            redeem(sql, &settings.host, permit, username, settings.kept_until(now), now)
        })
    }

    /// Ends the claim of one permit whose outcome its holder did not see: by whether its account is there.
    ///
    /// # Errors
    /// The question, or [`Refusal::Store`].
    pub fn settle(&mut self, permit: &Permit, accounts: &Accounts, now: UnixTime) -> Result<Settled, Refusal> {
        let claim = self.run(Mode::Read, |sql, settings| book::claim_of(sql, &settings.host, permit.id))?;
        self.conclude(claim.as_slice(), accounts, now)
    }

    /// Ends all claims that were left behind: those of processes that are known to be dead, and those past their lease.
    ///
    /// # Errors
    /// See [`Ledger::settle`].
    pub fn settle_stale(&mut self, accounts: &Accounts, now: UnixTime) -> Result<Settled, Refusal> {
        let claims = self.run(Mode::Read, |sql, settings| book::claims(sql, &settings.host))?;
        let (whole, damaged): (Vec<_>, Vec<_>) = claims.into_iter().partition(Result::is_ok);
        let stale = self.stale(whole.into_iter().flatten().collect(), now)?;
        let mut settled = self.conclude(&stale, accounts, now)?;
        settled.open += u64::try_from(damaged.len()).unwrap_or(u64::MAX);
        Ok(settled)
    }

    /// Whether somebody without an invite may register this name.
    ///
    /// # Errors
    /// [`Refusal::UsernameTooLong`], [`Refusal::UsernameReserved`], [`Refusal::Store`], or the question.
    pub fn open_name(&mut self, username: &Username, accounts: &Accounts, now: UnixTime) -> Result<(), Refusal> {
        username.fits_storage()?;
        accounts.unprivileged(username)?;
        self.unpromised(username, now)
    }

    /// No invite reserves the name, and nobody registers it at this moment through one.
    pub(super) fn unpromised(&mut self, username: &Username, now: UnixTime) -> Result<(), Refusal> {
        let holder = self.run_for_strangers(Mode::Read, |sql, settings| book::holder(sql, &settings.host, username))?;
        match holder {
            Some(holder) if is_promised(&holder, now) => Err(Refusal::UsernameReserved),
            _ => Ok(()),
        }
    }

    /// Those whose holders may be gone: their lease ran out (or lies so far ahead that the clock was turned back), or their process is dead.
    fn stale(&mut self, claims: Vec<Claim>, now: UnixTime) -> Result<Vec<Claim>, Refusal> {
        let mut stale = Vec::new();
        for claim in claims {
            let is_over = claim.lease <= now || claim.lease > now.plus(Self::LEASE);
            if is_over || (claim.owner != self.settings.process.id() && self.store.is_gone(&claim.owner)?) {
                stale.push(claim);
            }
        }
        Ok(stale)
    }

    /// Ends claims as the facts say; asks for the facts that are missing before it ends any.
    fn conclude(&mut self, claims: &[Claim], accounts: &Accounts, now: UnixTime) -> Result<Settled, Refusal> {
        let questions: Vec<Question> = claims
            .iter()
            .filter(|claim| outcome(claim, accounts) == Outcome::Ask)
            .map(|claim| Question { username: claim.username.clone(), subject: Subject::Claim(claim.lease.plus(-Self::LEASE)) })
            .collect();
        if !questions.is_empty() {
            return Err(Refusal::Ask(questions));
        }
        let mut settled = Settled::default();
        for claim in claims {
            let permit = Permit { id: claim.permit, invite: claim.invite, registers: true };
            match outcome(claim, accounts) {
                Outcome::Redeem => {
                    self.redeem(&permit, Some(&claim.username), now)?;
                    settled.redeemed.push((claim.invite, claim.username.clone()));
                }
                Outcome::Release => {
                    self.release(&permit)?;
                    settled.released += 1;
                }
                Outcome::Open | Outcome::Ask => settled.open += 1,
            }
        }
        Ok(settled)
    }
}

/// What became of a claim, as far as the facts go. The account of a reset was there before: only its holder could have told that it was set, so a reset
/// that was left open is released.
fn outcome(claim: &Claim, accounts: &Accounts) -> Outcome {
    if claim.is_reset {
        return Outcome::Release;
    }
    match accounts.claims.get(&claim.username) {
        Some(Standing::Active) => Outcome::Redeem,
        Some(Standing::Absent) => Outcome::Release,
        Some(Standing::Disabled | Standing::Unknown) => Outcome::Open,
        None => Outcome::Ask,
    }
}

fn redeem(
    sql: &mut dyn Sql,
    host: &str,
    permit: &Permit,
    username: Option<&Username>,
    kept_until: UnixTime,
    now: UnixTime,
) -> Result<Redeemed, Refusal> {
    let Some(invite) = book::lock(sql, host, permit.invite)? else {
        // Swept, which no claim would have allowed: whoever made this account did not ask before.
        return Ok(Redeemed { again: false, over_limit: true });
    };
    let claim = book::claim_of(sql, host, permit.id)?;
    let username = username.or(claim.as_ref().map(|claim| &claim.username));
    if !book::record(sql, host, permit.id, username, permit.invite, now)? {
        return Ok(Redeemed { again: true, over_limit: false });
    }
    if let Some(username) = username {
        let since = claim.as_ref().map_or(now, |claim| claim.lease.plus(-Ledger::LEASE));
        join(sql, host, &Newcomer { permit, username, since }, &invite, kept_until, now)?;
    }
    book::fulfil(sql, host, permit.id)?;
    let uses = book::count_use(sql, permit.invite, kept_until)?;
    if let Some(name) = invite.kind.bound_name().filter(|_| !invite.limit.allows(uses)) {
        book::drop_promise(sql, host, name, permit.invite)?;
    }
    Ok(Redeemed { again: false, over_limit: invite.limit.max_uses().is_some_and(|max| uses > max) })
}

/// An account that is new, and was made after `since`.
struct Newcomer<'a> {
    permit: &'a Permit,
    username: &'a Username,
    since: UnixTime,
}

/// Writes down who invited a newcomer. An inviter who is not in the book yet (an admin, somebody from before) becomes the top of a tree; whom nobody
/// invited gets there when they first invite somebody.
fn join(sql: &mut dyn Sql, host: &str, newcomer: &Newcomer<'_>, invite: &Invite, kept_until: UnixTime, now: UnixTime) -> Result<(), Refusal> {
    let Newcomer { permit, username, since } = *newcomer;
    if !permit.registers || matches!(invite.kind, Kind::Reset { .. } | Kind::Contact { .. }) {
        return Ok(());
    }
    let inviter = invite.maker.as_ref().or(invite.kind.inviter());
    let parent = inviter.map(|inviter| node_of(sql, host, inviter, now)).transpose()?;
    // Whoever had the name before is gone, even if nobody told us; what they made is not the newcomer's, who may have been there for a
    // while if this settles a claim.
    while keeping::disown(sql, host, username, since, now, kept_until, i64::from(Ledger::PAGE))?.1 {}
    let namesake = lineage::leave(sql, host, username, now)?;
    if parent.is_some() {
        lineage::join(sql, host, permit.id, username, parent, Some(invite.id), now)?;
    }
    lineage::prune(sql, namesake)
}

/// The place of a user in the book, who gets one here if need be. One who was deleted keeps theirs.
fn node_of(sql: &mut dyn Sql, host: &str, user: &Username, now: UnixTime) -> Result<NodeId, Refusal> {
    if let Some(node) = lineage::living(sql, host, user)?.or(lineage::last(sql, host, user)?) {
        return Ok(node);
    }
    let node = draw(&mut SysRng)?;
    lineage::join(sql, host, node, user, None, None, now)?;
    // Another transaction may have been faster.
    Ok(lineage::living(sql, host, user)?.unwrap_or(node))
}
