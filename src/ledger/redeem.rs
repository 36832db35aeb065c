//! Using invites: check, claim, redeem, release, spend, settle.

use rand::rngs::SysRng;

use super::accounts::{end, void_resets};
use super::manage::{Changed, changed};
use super::{Ledger, Settings, is_reserved};
use crate::ids::{NodeId, PresentationId};
use crate::policy::{self, AccountStatus, Accounts, Purpose, Question, Reservation, Subject};
use crate::store::names::Claim;
use crate::store::tree;
use crate::store::{Mode, Tx, accounts, invites, names, redemptions};
use crate::token::draw;
use crate::{Error, Invite, InviteId, Kind, KnownAccounts, Pasted, Refusal, Token, UnixTime, Username};

/// One presentation of a token: a stream, a web form. It holds nothing until it claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    id: PresentationId,
    invite: InviteId,
    /// Whether it is there to make an account; else an account that is there makes a contact.
    registers: bool,
    /// The token of a reset, with which it can be seen whether the password is still the same.
    token: Option<Token>,
}

/// A token that was found good.
#[derive(Clone, Debug)]
pub struct Checked {
    /// For what comes next.
    pub presentation: Presentation,
    /// The invite, with the token that was presented, without what was stuck to that.
    pub invite: Invite,
}

/// What a redemption did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Redeemed {
    /// The presentation was redeemed before; nothing was counted now.
    pub again: bool,
    /// More uses are counted than the invite has: an account was made past the gate. It is worth an error in the log.
    pub over_limit: bool,
}

/// What settling did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    /// Claims whose account is there: which account, and its invite. Nobody has given it yet what the invite promises.
    pub redeemed: Vec<(Username, Changed)>,
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
    /// Looks at a token that somebody presents, perhaps in a link (see [`Pasted`]; XEP-0445 §2, XEP-0379 §4). Presenting a token a thousand times changes
    /// nothing.
    ///
    /// # Errors
    /// Which kind of dead the invite is, that it is none for this purpose, that nobody knows it; or all questions.
    pub fn check(&mut self, token: &str, purpose: &Purpose, accounts: &Accounts, now: UnixTime) -> Result<Checked, Error> {
        let invite = self.find(&Pasted::read(token)?)?.ok_or(Refusal::TokenInvalid)?;
        let invite = self.presented(invite, purpose, accounts, now).map_err(|(_, error)| error)?;
        let token = invite.token.clone().filter(|_| matches!(invite.kind, Kind::Reset { .. }));
        let presentation =
            Presentation { id: PresentationId(draw(&mut SysRng)?), invite: invite.id, registers: *purpose == Purpose::Register, token };
        Ok(Checked { presentation, invite })
    }

    /// The invite as whoever presents it may use it; or the invite, and why not. A user without an account is remembered.
    pub(super) fn presented(
        &mut self,
        invite: Invite,
        purpose: &Purpose,
        accounts: &Accounts,
        now: UnixTime,
    ) -> Result<Invite, (Box<Invite>, Error)> {
        if let Err(error) = policy::is_presentable(&invite, purpose, accounts, now) {
            return Err((Box::new(invite), error));
        }
        let known = match self.users_of(&invite) {
            Ok(known) => known,
            Err(error) => return Err((Box::new(invite), error)),
        };
        let allowed = policy::may_present(&invite, purpose, &known, accounts, now);
        self.record_absent(invite.users(), invite.created, &known, accounts, now);
        match allowed {
            Ok(()) => Ok(policy::without_former_users(invite, &known, accounts)),
            Err(error) => Err((Box::new(invite), error)),
        }
    }

    /// What is known of the users of an invite. Most invites are the server's and have none.
    pub(super) fn users_of(&mut self, invite: &Invite) -> Result<KnownAccounts, Error> {
        if invite.users().next().is_none() {
            return Ok(KnownAccounts::default());
        }
        self.run_for_strangers(Mode::Read, |tx, _| accounts::known(tx, invite.users()))
    }

    /// Takes a use and a name for a registration (or a reset) that is about to happen. The same presentation may claim again, with another name: the earlier
    /// name is let go. Durable: an account that is made afterwards can't lose its claim. The answer is the user who becomes a contact of the new account.
    ///
    /// Expiry is no reason to refuse here (XEP-0445 §2).
    ///
    /// # Errors
    /// Why not; [`Refusal::InviteInUse`] may pass; or all questions, before anything is written. Where other claims stand in the way that may have been left
    /// behind, it is asked what became of them, and with the answers they are settled first.
    pub fn claim(&mut self, presentation: &Presentation, username: &Username, accounts: &Accounts, now: UnixTime) -> Result<Option<Username>, Error> {
        // With the fact that every claim needs, the caller has been asked before, or knew what would be asked.
        if !accounts.standing.contains_key(username) || !accounts.claims.is_empty() {
            self.prepare(presentation, username, accounts, now)?;
        }
        let mut scene = None;
        let error = match self.attempt(presentation, username, accounts, now, &mut scene) {
            Ok(inviter) => return Ok(inviter),
            Err(error) => error,
        };
        let Some(scene) = scene else {
            return Err(error);
        };
        if is_temporary(&error) && self.clear(&scene.rivals, accounts, now)? {
            return self.attempt(presentation, username, accounts, now, &mut None);
        }
        self.record_absent(scene.invite.users(), scene.invite.created, &scene.known, accounts, now);
        Err(error)
    }

    /// Finds out in advance what a claim needs to know, and settles what was left behind in its way.
    fn prepare(&mut self, presentation: &Presentation, username: &Username, accounts: &Accounts, now: UnixTime) -> Result<(), Error> {
        let scene = self.run_for_strangers(Mode::Read, |tx, _| look(invites::find, tx, presentation, username, now))?;
        let mut questions = match policy::may_claim(&scene.invite, username, scene.promise, scene.in_flight, &scene.known, accounts) {
            Err(Error::Ask(questions)) => questions,
            Err(error) if !is_temporary(&error) => {
                self.record_absent(scene.invite.users(), scene.invite.created, &scene.known, accounts, now);
                return Err(error);
            }
            _ => Vec::new(),
        };
        if scene.promise != Reservation::Free || !scene.invite.limit.allows(scene.invite.uses.saturating_add(scene.in_flight)) {
            match self.clear(&scene.rivals, accounts, now) {
                Err(Error::Ask(more)) => questions.extend(more),
                other => drop(other?),
            }
        }
        accounts.need(questions)
    }

    /// Settles those of some claims that were left behind; whether that has set anything free.
    fn clear(&mut self, rivals: &[Claim], accounts: &Accounts, now: UnixTime) -> Result<bool, Error> {
        let stale = self.stale(rivals.to_vec(), now)?;
        let settled = self.conclude(&stale, accounts, now)?;
        Ok(!settled.redeemed.is_empty() || settled.released > 0)
    }

    /// One try; what was found when it was decided is left in `seen`.
    fn attempt(
        &mut self,
        presentation: &Presentation,
        username: &Username,
        accounts: &Accounts,
        now: UnixTime,
        seen: &mut Option<ClaimFacts>,
    ) -> Result<Option<Username>, Error> {
        self.store.prove(&self.settings.process)?;
        self.run_for_strangers(Mode::Durable, |tx, settings| {
            let scene = seen.insert(look(invites::lock, tx, presentation, username, now)?);
            policy::may_claim(&scene.invite, username, scene.promise, scene.in_flight, &scene.known, accounts)?;
            if let Some(ended) = scene.ended {
                names::release_reservation(tx, username, ended)?;
            }
            let is_reset = matches!(scene.invite.kind, Kind::Reset { .. });
            // Whoever had this name before is gone. Where that is not certain, it is once the account is registered.
            if !is_reset && accounts.is_gone(username) {
                end(tx, username, now)?;
            }
            let claim = Claim {
                presentation: presentation.id,
                username: username.clone(),
                invite: scene.invite.id,
                is_reset,
                lease: now.plus(Self::LEASE),
                process: settings.process.id(),
            };
            if !names::claim_name(tx, &claim)? {
                return Err(Refusal::UsernameReserved.into());
            }
            names::release_other_names(tx, presentation.id, username)?;
            if scene.invite.kind.inviter().is_none() {
                return Ok(None);
            }
            let invite = policy::without_former_users(scene.invite.clone(), &scene.known, accounts);
            Ok(invite.kind.inviter().cloned())
        })
    }

    /// Counts the use of a presentation: the account is there. It never refuses for a reason of policy, and it may be told twice.
    ///
    /// A power cut may undo it; the claim is durable, and settling finds the account then.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn redeem(&mut self, presentation: &Presentation, username: Option<&Username>, now: UnixTime) -> Result<Redeemed, Error> {
        self.run(Mode::Lazy, |tx, settings| redeem(tx, settings, presentation, username, now))
    }

    /// The attempt of a presentation ended without an account: the use and the name are free again.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn release(&mut self, presentation: &Presentation) -> Result<(), Error> {
        self.run(Mode::Lazy, |tx, _| names::release(tx, presentation.id))
    }

    /// Claims and redeems at once: a subscription through a contact invite (XEP-0379), and callers that tell us only when the account is there.
    ///
    /// # Errors
    /// As [`Ledger::claim`]; a presentation that was redeemed before is no error.
    pub fn spend(&mut self, presentation: &Presentation, username: Option<&Username>, accounts: &Accounts, now: UnixTime) -> Result<Redeemed, Error> {
        let found = self.run_for_strangers(Mode::Read, |tx, _| invites::find(tx, presentation.invite))?.ok_or(Refusal::TokenInvalid)?;
        accounts.need(policy::facts_to_spend(&found))?;
        let done = self.spend_answered(presentation, username, accounts, now);
        if done.is_err() {
            if let Ok(known) = self.users_of(&found) {
                self.record_absent(found.users(), found.created, &known, accounts, now);
            }
        }
        done
    }

    /// The same once all facts are there.
    fn spend_answered(
        &mut self,
        presentation: &Presentation,
        username: Option<&Username>,
        accounts: &Accounts,
        now: UnixTime,
    ) -> Result<Redeemed, Error> {
        self.run_for_strangers(Mode::Durable, |tx, settings| {
            let invite = invites::lock(tx, presentation.invite)?.ok_or(Refusal::TokenInvalid)?;
            let invite = Invite { token: presentation.token.clone(), ..invite };
            if redemptions::is_recorded(tx, presentation.id)? {
                return Ok(Redeemed { again: true, over_limit: false });
            }
            if names::claim_of(tx, presentation.id)?.is_none() {
                let in_flight = i64::try_from(names::claims_on(tx, invite.id, presentation.id)?.len()).unwrap_or(i64::MAX);
                let known = accounts::known(tx, invite.users())?;
                policy::may_spend(&invite, in_flight, &known, accounts)?;
            }
            redeem(tx, settings, presentation, username, now)
        })
    }

    /// Ends the claim of one presentation whose outcome its holder did not see: by whether its account is there.
    ///
    /// # Errors
    /// The question, or [`Error::Failed`].
    pub fn settle(&mut self, presentation: &Presentation, accounts: &Accounts, now: UnixTime) -> Result<Settled, Error> {
        let claim = self.run(Mode::Read, |tx, _| names::claim_of(tx, presentation.id))?;
        self.conclude(claim.as_slice(), accounts, now)
    }

    /// Ends all claims that were left behind: those of processes that are known to be dead, and those past their lease.
    ///
    /// # Errors
    /// See [`Ledger::settle`].
    pub fn settle_stale(&mut self, accounts: &Accounts, now: UnixTime) -> Result<Settled, Error> {
        let claims = self.run(Mode::Read, |tx, _| names::claims(tx))?;
        let (whole, damaged): (Vec<_>, Vec<_>) = claims.into_iter().partition(Result::is_ok);
        let stale = self.stale(whole.into_iter().flatten().collect(), now)?;
        let mut settled = self.conclude(&stale, accounts, now)?;
        settled.open += u64::try_from(damaged.len()).unwrap_or(u64::MAX);
        Ok(settled)
    }

    /// Whether somebody without an invite may register this name.
    ///
    /// # Errors
    /// [`Refusal::UsernameTooLong`], [`Refusal::UsernameReserved`], [`Error::Failed`], or the question.
    pub fn open_name(&mut self, username: &Username, accounts: &Accounts, now: UnixTime) -> Result<(), Error> {
        username.fits_storage()?;
        accounts.unprivileged(username)?;
        self.check_unreserved(username, now)
    }

    /// No invite reserves the name, and nobody registers it at this moment through one.
    pub(super) fn check_unreserved(&mut self, username: &Username, now: UnixTime) -> Result<(), Error> {
        let holder = self.run_for_strangers(Mode::Read, |tx, _| names::holder(tx, username))?;
        match holder {
            Some(holder) if is_reserved(&holder, now) => Err(Refusal::UsernameReserved.into()),
            _ => Ok(()),
        }
    }

    /// Those whose holders may be gone: their lease ran out (or lies so far ahead that the clock was turned back), or their process is dead.
    fn stale(&mut self, claims: Vec<Claim>, now: UnixTime) -> Result<Vec<Claim>, Error> {
        let mut stale = Vec::new();
        for claim in claims {
            let is_over = claim.lease <= now || claim.lease > now.plus(Self::LEASE);
            if is_over || (claim.process != self.settings.process.id() && self.store.is_gone(claim.process)?) {
                stale.push(claim);
            }
        }
        Ok(stale)
    }

    /// Ends claims as the facts say; asks for the facts that are missing before it ends any.
    fn conclude(&mut self, claims: &[Claim], accounts: &Accounts, now: UnixTime) -> Result<Settled, Error> {
        let questions: Vec<Question> = claims
            .iter()
            .filter(|claim| outcome(claim, accounts) == Outcome::Ask)
            .map(|claim| Question { username: claim.username.clone(), subject: Subject::Claim(claim.lease.plus(-Self::LEASE)) })
            .collect();
        if !questions.is_empty() {
            return Err(Error::Ask(questions));
        }
        let mut settled = Settled::default();
        for claim in claims {
            let presentation = Presentation { id: claim.presentation, invite: claim.invite, registers: true, token: None };
            match outcome(claim, accounts) {
                Outcome::Redeem => {
                    self.redeem(&presentation, Some(&claim.username), now)?;
                    let invite = self.run(Mode::Read, |tx, _| changed(tx, claim.invite, now))?;
                    settled.redeemed.push((claim.username.clone(), invite));
                }
                Outcome::Release => {
                    self.release(&presentation)?;
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
        Some(AccountStatus::Active) => Outcome::Redeem,
        Some(AccountStatus::Absent) => Outcome::Release,
        Some(AccountStatus::Disabled | AccountStatus::Unknown) => Outcome::Open,
        None => Outcome::Ask,
    }
}

/// What a claim finds when it looks.
struct ClaimFacts {
    invite: Invite,
    known: KnownAccounts,
    promise: Reservation,
    /// The invite to which the name is promised no longer.
    ended: Option<InviteId>,
    in_flight: i64,
    /// The claims of others on the invite and on the name.
    rivals: Vec<Claim>,
}

type Find = fn(&mut Tx<'_>, InviteId) -> Result<Option<Invite>, Error>;

/// Looks at the invite of a presentation (which `find` may lock) and at the name that is claimed.
fn look(find: Find, tx: &mut Tx<'_>, presentation: &Presentation, username: &Username, now: UnixTime) -> Result<ClaimFacts, Error> {
    let invite = find(tx, presentation.invite)?.ok_or(Refusal::TokenInvalid)?;
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
    // A name that is an account's is no longer anybody's to reserve: a reset of that account may pass.
    let is_reset = matches!(invite.kind, Kind::Reset { .. });
    let ended = foreign.as_ref().is_some_and(|holder| !is_reserved(holder, now) || (is_reset && holder.claim.is_none()));
    let promise = match &foreign {
        Some(holder) if !ended && holder.invite == invite.id => Reservation::Contended,
        Some(_) if !ended => Reservation::Taken,
        _ => Reservation::Free,
    };
    let mut rivals = if invite.limit.max_uses().is_some() { names::claims_on(tx, invite.id, presentation.id)? } else { Vec::new() };
    let in_flight = i64::try_from(rivals.len()).unwrap_or(i64::MAX);
    let ended = foreign.as_ref().filter(|_| ended).map(|holder| holder.invite);
    let held = foreign.and_then(|holder| holder.claim);
    rivals.extend(held.filter(|claim| claim.invite != invite.id || invite.limit.max_uses().is_none()));
    Ok(ClaimFacts { invite, known, promise, ended, in_flight, rivals })
}

/// Whether it may come free again.
fn is_temporary(error: &Error) -> bool {
    matches!(error, Error::Refused(Refusal::InviteInUse | Refusal::UsernameReserved))
}

fn redeem(tx: &mut Tx<'_>, settings: &Settings, presentation: &Presentation, username: Option<&Username>, now: UnixTime) -> Result<Redeemed, Error> {
    let Some(invite) = invites::lock(tx, presentation.invite)? else {
        // Swept, which no claim would have allowed: whoever made this account did not ask before.
        return Ok(Redeemed { again: false, over_limit: true });
    };
    let claim = names::claim_of(tx, presentation.id)?;
    let username = username.or(claim.as_ref().map(|claim| &claim.username));
    if !redemptions::record(tx, presentation.id, username, presentation.invite, now)? {
        return Ok(Redeemed { again: true, over_limit: false });
    }
    match (&invite.kind, username.filter(|_| presentation.registers)) {
        (Kind::Reset { username }, _) => void_resets(tx, username, now)?,
        (Kind::Account { .. } | Kind::ContactAccount { .. }, Some(username)) => {
            // The claim has ended what was under this name before. An account without one was made at this moment, past the gate.
            if claim.is_none() {
                end(tx, username, now)?;
            }
            join(tx, presentation, username, &invite, now)?;
        }
        _ => {}
    }
    names::finish(tx, presentation.id)?;
    let uses = invites::count_use(tx, presentation.invite, settings.kept_until(now))?;
    if let Some(name) = invite.kind.bound_name().filter(|_| !invite.limit.allows(uses)) {
        names::release_reservation(tx, name, presentation.invite)?;
    }
    Ok(Redeemed { again: false, over_limit: invite.limit.max_uses().is_some_and(|max| uses > max) })
}

/// Writes down who invited a newcomer. An inviter who is not in the book yet (an admin, somebody from before) becomes the top of a tree; whom nobody
/// invited gets there when they first invite somebody. Whoever has the inviter's name by now, and is another account, has invited nobody.
fn join(tx: &mut Tx<'_>, presentation: &Presentation, username: &Username, invite: &Invite, now: UnixTime) -> Result<(), Error> {
    let Some(inviter) = invite.creator.as_ref().or(invite.kind.inviter()) else {
        return Ok(());
    };
    if accounts::find(tx, inviter)?.is_some_and(|account| !account.made(invite.created, None)) {
        return Ok(());
    }
    let parent = node_of(tx, inviter, now)?;
    tree::join(tx, presentation.id.into(), username, Some(parent), Some(invite.id), now)
}

/// The place of a user in the book, who gets one here if need be. One who was deleted keeps theirs.
fn node_of(tx: &mut Tx<'_>, user: &Username, now: UnixTime) -> Result<NodeId, Error> {
    if let Some(node) = tree::living(tx, user)?.or(tree::last(tx, user)?) {
        return Ok(node);
    }
    let node = NodeId(draw(&mut SysRng)?);
    tree::join(tx, node, user, None, None, now)?;
    // Another transaction may have been faster.
    Ok(tree::living(tx, user)?.unwrap_or(node))
}
